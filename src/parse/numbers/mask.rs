//! What has many digits and is no number to call: addresses of the web, dates, years, figures. It
//! becomes a gap in the strand before anybody looks for numbers.

use super::run::is_year;
use super::strand::{GAP, Glyph, raised};

/// Masks what is no number.
pub fn mask(glyphs: &mut [Glyph]) {
    let words = words(glyphs);
    for (start, end) in words {
        let text: String = glyphs[start..end].iter().map(|glyph| glyph.char).collect();
        if is_address(&text) {
            blank(glyphs, start, end);
        }
    }
    let mut at = 0;
    while at < glyphs.len() {
        if glyphs[at].char.is_ascii_digit()
            && is_free_before(glyphs, at)
            && let Some(end) = token(glyphs, at)
        {
            blank(glyphs, at, end);
            at = end;
        } else {
            at += 1;
        }
    }
}

/// Makes digits of raised ones, where they are a row: one alone is the mark of a note, or a square.
pub fn lower(glyphs: &mut [Glyph]) {
    let mut at = 0;
    while at < glyphs.len() {
        let row = glyphs[at..]
            .iter()
            .take_while(|glyph| raised(glyph.char).is_some());
        let length = row.count();
        if length > 1 {
            for glyph in &mut glyphs[at..at + length] {
                glyph.char = raised(glyph.char).unwrap_or(glyph.char);
            }
        }
        at += length.max(1);
    }
}

/// Takes a range out of what is searched.
pub fn blank(glyphs: &mut [Glyph], start: usize, end: usize) {
    for glyph in &mut glyphs[start..end] {
        glyph.char = GAP;
    }
}

/// The ranges between white space.
fn words(glyphs: &[Glyph]) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = 0;
    for at in 0..=glyphs.len() {
        let ends = glyphs
            .get(at)
            .is_none_or(|glyph| glyph.char == ' ' || glyph.char == GAP);
        if ends {
            if at > start {
                words.push((start, at));
            }
            start = at + 1;
        }
    }
    words
}

/// An address of the web or of a mailbox, unless it leads to a telephone.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|char: char| "()[]{}<>\"'“”«»,;.:!?¡¿".contains(char));
    let dials = ["wa.me/", "whatsapp", "signal.me/", "t.me/+"];
    if dials.iter().any(|known| word.contains(known)) {
        return false;
    }
    word.contains("://") || word.contains('@') || host(word).is_some()
}

/// A host name with a dot, such as `perma.cc` of `perma.cc/47P6-85DH`.
fn host(word: &str) -> Option<&str> {
    let end = word.find(['/', '?', '#', ':']).unwrap_or(word.len());
    let host = &word[..end];
    let (names, top) = host.rsplit_once('.')?;
    let is_host = top.len() >= 2
        && top.bytes().all(|byte| byte.is_ascii_lowercase())
        && names.bytes().any(|byte| byte.is_ascii_alphabetic())
        && names
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    is_host.then_some(host)
}

/// Whether nothing before this digit belongs to the same number.
fn is_free_before(glyphs: &[Glyph], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|index| glyphs[index].char);
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    match before(1) {
        Some(char) if char.is_ascii_digit() || char.is_alphabetic() => false,
        Some('-' | '.' | ',' | '/' | '+') => !is_digit(before(2)) && before(1) != Some('+'),
        _ => true,
    }
}

/// The end of a date, of two years or of a figure that begins here and stands for itself.
fn token(glyphs: &[Glyph], start: usize) -> Option<usize> {
    let parts = parts(glyphs, start);
    let (_, last_end) = *parts.last()?;
    let separators: Vec<char> = parts
        .windows(2)
        .map(|pair| glyphs[pair[0].1].char)
        .collect();
    let value = |index: usize| {
        let (start, end): (usize, usize) = parts[index];
        let digits: String = glyphs[start..end].iter().map(|glyph| glyph.char).collect();
        digits.parse::<u32>().unwrap_or(u32::MAX)
    };
    let length = |index: usize| parts[index].1 - parts[index].0;
    let year = |index: usize| is_year(&glyphs[parts[index].0..parts[index].1]);
    let is_date = |day: usize, month: usize| {
        (1..=31).contains(&value(day))
            && (1..=31).contains(&value(month))
            && value(day).min(value(month)) <= 12
            && length(day) <= 2
            && length(month) <= 2
    };
    let is_token = match separators.as_slice() {
        [] => year(0) && is_in_brackets(glyphs, start, last_end),
        // A time of the day.
        [':'] => value(0) < 24 && length(0) <= 2 && value(1) < 60 && length(1) == 2,
        ['-'] => year(0) && (year(1) || length(1) == 2),
        [a, b] if a == b && "-./".contains(*a) => {
            year(0) && is_date(2, 1) || year(2) && is_date(0, 1)
        }
        _ => false,
    };
    let in_thousands = |sign: char, count: usize| {
        separators[..count].iter().all(|char| *char == sign)
            && length(0) <= 3
            && (1..=count).all(|index| length(index) == 3)
    };
    let count = separators.len();
    let is_figure = count > 0 && in_thousands(',', count);
    // `1.234.567,89` and `1,234,567.89`: the last sign is that of the fraction.
    let is_fraction = count > 1
        && matches!(
            (separators[0], separators[count - 1]),
            ('.', ',') | (',', '.')
        )
        && in_thousands(separators[0], count - 1)
        && length(count) <= 2;
    (is_token || is_figure || is_fraction).then_some(last_end)
}

/// Groups of digits with one separator between two, as long as they go.
fn parts(glyphs: &[Glyph], start: usize) -> Vec<(usize, usize)> {
    let is_digit = |at: usize| {
        glyphs
            .get(at)
            .is_some_and(|glyph| glyph.char.is_ascii_digit())
    };
    let mut parts = Vec::new();
    let mut at = start;
    loop {
        let end = (at..).find(|next| !is_digit(*next)).unwrap_or(at);
        parts.push((at, end));
        let is_separated = glyphs
            .get(end)
            .is_some_and(|glyph| "-./,:".contains(glyph.char));
        if !(is_separated && is_digit(end + 1)) {
            break;
        }
        at = end + 1;
    }
    parts
}

/// A year in round brackets, as in a reference to a journal.
fn is_in_brackets(glyphs: &[Glyph], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|at| glyphs[at].char);
    before == Some('(') && glyphs.get(end).is_some_and(|glyph| glyph.char == ')')
}
