//! A strand: the characters that a reader sees one after the other, each with where it stands.
//!
//! What only looks different is the same here: full-width and Arabic-Indic digits are `0` to `9`,
//! every space is a space, every dash a hyphen, and characters without a width are gone. What
//! parts two texts is a [`GAP`].

use crate::source::Span;

/// No character of a text: what stands before it and behind it is not read together.
pub const GAP: char = '\0';

/// What a character stands in: in code, long numbers name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// In prose.
    Prose,
    /// In bold, where a number may stand by itself.
    Strong,
    /// In code.
    Code,
}

/// A character and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character.
    pub char: char,
    /// Where it stands.
    pub span: Span,
    /// What it stands in.
    pub setting: Setting,
}

/// Characters in the order of reading.
#[derive(Clone, Debug, Default)]
pub struct Strand {
    /// The characters.
    pub glyphs: Vec<Glyph>,
}

impl Strand {
    /// Ends what was read together so far.
    pub fn gap(&mut self) {
        let span = self
            .glyphs
            .last()
            .map_or_else(Span::default, |last| last.span);
        self.put(GAP, span, Setting::Prose);
    }

    /// Text that begins at `start` and stands there as it is.
    pub fn push(&mut self, text: &str, start: usize, setting: Setting) {
        for (at, char) in text.char_indices() {
            let from = start + at;
            self.put(char, Span::new(from, from + char.len_utf8()), setting);
        }
    }

    /// Text that `written`, beginning at `start`, stands for: with entities and escapes.
    pub fn push_written(&mut self, text: &str, written: &str, start: usize, setting: Setting) {
        let mut at = 0;
        for char in text.chars() {
            let rest = written.get(at..).unwrap_or("");
            let length = match rest.chars().next() {
                Some(first) if first == char => char.len_utf8(),
                Some('\\') => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                Some('&') => rest.find(';').map_or(rest.len(), |end| end + 1),
                // The reading has lost its way: what is left stands somewhere in the rest.
                _ => rest.len(),
            };
            self.put(char, Span::new(start + at, start + at + length), setting);
            at = (at + length).min(written.len());
        }
    }

    /// Text that is written otherwise at `span`: with entities or escapes.
    pub fn push_at(&mut self, text: &str, span: Span, setting: Setting) {
        for char in text.chars() {
            self.put(char, span, setting);
        }
    }

    /// Space between words.
    pub fn space(&mut self, span: Span) {
        self.put(' ', span, Setting::Prose);
    }

    fn put(&mut self, char: char, span: Span, setting: Setting) {
        if let Some(char) = plain(char) {
            self.glyphs.push(Glyph {
                char,
                span,
                setting,
            });
        }
    }
}

/// The digit that is raised or lowered here.
pub fn raised(char: char) -> Option<char> {
    match char {
        '\u{B9}' => Some('1'),
        '\u{B2}' => Some('2'),
        '\u{B3}' => Some('3'),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => digit(u32::from(char) - 0x2070),
        '\u{2080}'..='\u{2089}' => digit(u32::from(char) - 0x2080),
        _ => None,
    }
}

/// Where the digits 0 to 9 of a script begin (Unicode 16, general category Nd), without those that
/// nobody writes a number to call with.
const ZEROS: [u32; 24] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
    0x1D7F6,
];

/// The character as it is compared; none for one without a width.
fn plain(char: char) -> Option<char> {
    if char.is_ascii() {
        return Some(match char {
            '\t' | '\n' | '\r' => ' ',
            other => other,
        });
    }
    match char {
        // Soft hyphen, joiners, marks of direction, variation selectors, the keycap.
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{20E3}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Some('-'),
        '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{30FB}' | '\u{FF0E}' => Some('.'),
        '\u{FF08}' => Some('('),
        '\u{FF09}' => Some(')'),
        '\u{FF0B}' => Some('+'),
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => Some('/'),
        '\u{2460}'..='\u{2468}' => digit(u32::from(char) - 0x2460 + 1),
        _ if char.is_whitespace() => Some(' '),
        _ => Some(script_digit(char).unwrap_or(char)),
    }
}

fn script_digit(char: char) -> Option<char> {
    let code = u32::from(char);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    digit(code - zero)
}

fn digit(value: u32) -> Option<char> {
    char::from_digit(value, 10)
}
