//! Short numbers: three to six digits are a code to call or text when words say so, and a count, a
//! year or a price when they do not. What stands around them decides: *marque gratis al 089*,
//! *Text HELP to 233733*, **911** alone in bold; but *call 300 families*.

use super::run::is_year;
use super::spoken::is_spoken;
use super::strand::{GAP, Glyph, Setting};

/// How many digits a short number has: below are counts, above are numbers of their own.
pub const SHORT: std::ops::RangeInclusive<usize> = 3..=6;

/// What announces a number to call right behind it, in English and Spanish: verbs and labels.
const ANNOUNCING: &[&str] = &[
    "call",
    "called",
    "calling",
    "dial",
    "dialed",
    "dialled",
    "dialing",
    "dialling",
    "phone",
    "phoning",
    "telephone",
    "ring",
    "text",
    "texting",
    "sms",
    "tty",
    "whatsapp",
    "tel",
    "ph",
    "hotline",
    "helpline",
    "lifeline",
    "shortcode",
    "emergency",
    "emergencies",
    "llame",
    "llama",
    "llamar",
    "llamen",
    "llamó",
    "llamando",
    "llámenos",
    "llámanos",
    "marque",
    "marca",
    "marcar",
    "marquen",
    "marcó",
    "marcando",
    "márquele",
    "telefonee",
    "telefonear",
    "teléfono",
    "teléfonos",
    "telefono",
    "tlf",
    "tfno",
    "emergencia",
    "emergencias",
];

/// What sends or reaches: it announces only a number behind *to* or *al*. One word more may stand
/// between, the one that is sent or who is reached: *text HELP to*.
const SENDING: &[&str] = &[
    "send",
    "sending",
    "write",
    "reach",
    "contact",
    "message",
    "reply",
    "comuníquese",
    "comuniquese",
    "comunícate",
    "comunicarse",
    "comuníquense",
    "envíe",
    "envie",
    "envía",
    "enviar",
    "envíen",
    "enviando",
    "mande",
    "manda",
    "mandar",
    "manden",
    "escriba",
    "escribe",
    "escribir",
    "escríbanos",
    "contacte",
    "contacta",
    "contactar",
    "mensaje",
];

/// What leads from a word to the number itself.
const LEADING: &[&str] = &["to", "at", "on", "al"];

/// What names the number itself: behind it no things are counted.
const NAMING: &[&str] = &[
    "al",
    "número",
    "numero",
    "number",
    "núm",
    "tel",
    "teléfono",
    "dial",
];

/// Words that may stand between: *call the 911*, *llame gratis al número 089*.
const BETWEEN: &[&str] = &[
    "a",
    "al",
    "el",
    "la",
    "un",
    "de",
    "por",
    "favor",
    "gratis",
    "gratuitamente",
    "directamente",
    "ahora",
    "inmediatamente",
    "número",
    "numero",
    "núm",
    "mensaje",
    "texto",
    "palabra",
    "línea",
    "solo",
    "también",
    "siempre",
    "o",
    "u",
    "y",
    "to",
    "the",
    "at",
    "on",
    "us",
    "now",
    "please",
    "just",
    "also",
    "either",
    "free",
    "toll",
    "number",
    "line",
    "message",
    "word",
    "directly",
    "immediately",
    "is",
    "es",
    "for",
    "or",
    "and",
];

/// What goes on with a number after one that is shown otherwise: *call { $number } or 741741*.
const OR: &[&str] = &["or", "o", "u"];

/// Words behind which a full stop ends no sentence.
const ABBREVIATED: &[&str] = &["tel", "tlf", "tfno", "ph", "núm", "no", "ee", "uu"];

/// What is counted and has no *s* at its end, or is a unit.
const COUNTED: &[&str] = &[
    "people", "children", "women", "men", "mil", "million", "thousand", "millón", "percent", "per",
    "gente", "mb", "gb", "km", "usd", "mxn", "eur", "más", "more", "metros",
];

/// Words that end in *s* and count nothing.
const UNCOUNTED: &[&str] = &[
    "always", "unless", "this", "as", "is", "its", "his", "us", "los", "las", "sus", "es", "antes",
    "después", "tras", "gratis", "mientras", "nos", "si", "if", "for", "to", "and", "or", "y", "o",
    "para", "desde", "en", "in", "at", "from", "with", "con", "de", "when", "cuando", "that", "la",
    "el", "a", "the", "whenever", "before", "right", "ahora", "now", "where", "who", "we", "you",
    "it", "they", "su", "lo", "e", "que", "solo", "any", "anytime",
];

/// How many words may stand between an announcement and its number.
const FAR: usize = 8;

/// A number in a passage, as a range of it.
#[derive(Clone, Copy)]
pub struct Short<'a> {
    /// What is read together.
    pub glyphs: &'a [Glyph],
    /// Its first character.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
}

impl Short<'_> {
    /// Whether words before it say that it is called or texted.
    pub fn is_announced(&self) -> bool {
        let mut at = self.start;
        let mut last = String::new();
        let mut is_led = false;
        let mut has_object = false;
        for _ in 0..FAR {
            let Some((word, start)) = self.word_before(at) else {
                return OR.contains(&last.as_str());
            };
            let known = word.to_lowercase();
            let is = |words: &[&str]| words.contains(&known.as_str());
            let end = start + word.chars().count();
            let is_listed = self.glyphs[end..at].iter().any(|glyph| glyph.char == ',');
            let is_number = known.bytes().all(|byte| byte.is_ascii_digit()) || is_spoken(&known);
            // *Of those who call, 911 are women.*
            if last.is_empty() && is_listed && !is_number {
                return false;
            }
            if is(ANNOUNCING) || is_led && is(SENDING) {
                return true;
            }
            if !is(BETWEEN) && !is_number {
                if !is_led || has_object {
                    return false;
                }
                has_object = true;
            }
            is_led |= is(LEADING);
            (last, at) = (known, start);
        }
        false
    }

    /// Whether it counts what stands behind it, or is a year or an amount of money.
    pub fn is_counted(&self) -> bool {
        let sign = |at: Option<usize>| {
            at.and_then(|at| self.glyphs.get(at))
                .map(|glyph| glyph.char)
        };
        let is_sign = |char: Option<char>| {
            char.is_some_and(|char| char.is_alphabetic() || "$€£%§#_°ºª=&".contains(char))
        };
        let before = self.start.checked_sub(1);
        let spaced = self.glyphs[..self.start]
            .iter()
            .rposition(|glyph| glyph.char != ' ');
        let is_price = sign(spaced).is_some_and(|char| "$€£§#".contains(char));
        if is_price || is_sign(sign(before)) || is_sign(sign(Some(self.end))) {
            return true;
        }
        if is_year(&self.glyphs[self.start..self.end]) {
            return true;
        }
        let last = self
            .word_before(self.start)
            .map(|(word, _)| word.to_lowercase());
        let is_last = |words: &[&str]| last.as_deref().is_some_and(|word| words.contains(&word));
        if is_last(NAMING) {
            return false;
        }
        let mut words = self.words_behind().take(2);
        let (Some(first), second) = (words.next(), words.next()) else {
            return false;
        };
        // *Write to 300 Main Street.*
        if is_last(LEADING) && first.starts_with(char::is_uppercase) {
            return true;
        }
        let counts = |word: &str| {
            COUNTED.contains(&word.to_lowercase().as_str())
                || word.starts_with(char::is_lowercase)
                    && word.len() > 2
                    && word.ends_with('s')
                    && !UNCOUNTED.contains(&word)
        };
        let is_adjective = !UNCOUNTED.contains(&first.to_lowercase().as_str())
            && first.starts_with(char::is_lowercase);
        counts(&first) || is_adjective && second.is_some_and(|word| counts(&word))
    }

    /// Whether it is all there is of a heading, an item, a cell, or of words in bold.
    pub fn is_alone(&self) -> bool {
        let is_bold = |glyph: &Glyph| glyph.setting == Setting::Strong;
        let own = &self.glyphs[self.start..self.end];
        let reaches = |glyph: &&Glyph| !own.iter().all(is_bold) || is_bold(glyph);
        let before = self.glyphs[..self.start].iter().rev().take_while(reaches);
        let behind = self.glyphs[self.end..].iter().take_while(reaches);
        !before
            .chain(behind)
            .any(|glyph| glyph.char.is_alphanumeric() || glyph.char == '$')
    }

    /// The word before a place, with where it begins; none where a sentence or the passage begins.
    fn word_before(&self, at: usize) -> Option<(String, usize)> {
        let is_letter = |glyph: &Glyph| glyph.char.is_alphanumeric();
        let end = self.glyphs[..at].iter().rposition(is_letter)? + 1;
        let between = &self.glyphs[end..at];
        let start = self.glyphs[..end]
            .iter()
            .rposition(|glyph| !is_letter(glyph));
        let start = start.map_or(0, |before| before + 1);
        let word: String = self.glyphs[start..end]
            .iter()
            .map(|glyph| glyph.char)
            .collect();
        let parts = |char: char| char == GAP || ".!?;".contains(char);
        let is_parted = between.iter().any(|glyph| parts(glyph.char));
        let is_short = between.iter().all(|glyph| glyph.char != GAP)
            && ABBREVIATED.contains(&word.to_lowercase().as_str());
        (!is_parted || is_short).then_some((word, start))
    }

    /// The words right behind it, up to the first sign.
    fn words_behind(&self) -> impl Iterator<Item = String> + '_ {
        let behind = self.glyphs[self.end..]
            .split(|glyph| glyph.char == ' ')
            .skip_while(|word| word.is_empty())
            .map(|word| word.iter().map(|glyph| glyph.char).collect::<String>());
        behind.scan(false, |is_over, word| {
            let plain = word.trim_end_matches(|char: char| !char.is_alphanumeric());
            let now = std::mem::replace(is_over, plain.len() < word.len());
            let is_word = plain.chars().all(char::is_alphabetic) && !plain.is_empty();
            (!now && is_word).then(|| plain.to_owned())
        })
    }
}
