//! The forms in which a text can stand in a file: with character references, percent signs, JSON
//! escapes or in base64. A reader of the output looks through all of them.

use memchr::memchr;

/// Named character references that people who write templates use. All others are flaws: a text in
/// our output has no reason to hide behind a rare name.
const NAMES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("shy", "\u{ad}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("middot", "·"),
    ("bull", "•"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("copy", "©"),
    ("reg", "®"),
    ("times", "×"),
    ("larr", "←"),
    ("rarr", "→"),
    ("uarr", "↑"),
    ("darr", "↓"),
    ("thinsp", "\u{2009}"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
    ("deg", "°"),
    ("sect", "§"),
    ("para", "¶"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("aacute", "á"),
    ("eacute", "é"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ntilde", "ñ"),
    ("uuml", "ü"),
    ("Aacute", "Á"),
    ("Eacute", "É"),
    ("Iacute", "Í"),
    ("Oacute", "Ó"),
    ("Uacute", "Ú"),
    ("Ntilde", "Ñ"),
    ("Uuml", "Ü"),
    ("ordf", "ª"),
    ("ordm", "º"),
    ("euro", "€"),
    ("numsp", "\u{2007}"),
];

/// The longest reference: `&#x10FFFF;` or a name of the table.
const LONGEST_REFERENCE: usize = 10;

/// Appends a text with its character references resolved. Whether every `&` was one.
pub fn references(raw: &str, out: &mut String) -> bool {
    let mut rest = raw;
    let mut is_sound = true;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((character, length)) => {
                character.append(out);
                rest = &rest[length..];
            }
            None => {
                // Before a space it is the sign itself, for every browser.
                is_sound &= !rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    is_sound
}

enum Resolved {
    Named(&'static str),
    Numbered(char),
}

impl Resolved {
    fn append(&self, out: &mut String) {
        match self {
            Self::Named(text) => out.push_str(text),
            Self::Numbered(character) => out.push(*character),
        }
    }
}

/// The reference at the start of a text, and how long it is.
fn reference(text: &str) -> Option<(Resolved, usize)> {
    let bytes = text.as_bytes();
    let end = memchr(b';', &bytes[..bytes.len().min(LONGEST_REFERENCE)])?;
    let body = &text[1..end];
    let resolved = match body.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            Resolved::Numbered(char::from_u32(code)?)
        }
        None => Resolved::Named(NAMES.iter().find(|(name, _)| *name == body)?.1),
    };
    Some((resolved, end + 1))
}

/// Appends a text with its percent signs resolved (RFC 3986 §2.1), as far as that gives UTF-8.
pub fn percent(text: &str, out: &mut String) {
    if !text.contains('%') {
        out.push_str(text);
        return;
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hexadecimal = (*byte == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        decoded.push(hexadecimal.unwrap_or(*byte));
        at += if hexadecimal.is_some() { 3 } else { 1 };
    }
    out.push_str(&String::from_utf8_lossy(&decoded));
}

/// The shortest piece of base64 that is looked into: six words of six letters take that many, and
/// hardly a word of any language does.
const SHORTEST_BASE64: usize = 40;

/// What pieces of base64 (RFC 4648 §4 and §5) in a text say, if they say anything.
pub fn base64(text: &str, mut take: impl FnMut(&str)) {
    for piece in text.split(|c: char| !(c.is_ascii_alphanumeric() || "+/-_".contains(c))) {
        if piece.len() < SHORTEST_BASE64 {
            continue;
        }
        if let Ok(decoded) = String::from_utf8(bytes_of(piece)) {
            take(&decoded);
        }
    }
}

fn bytes_of(piece: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(piece.len() * 3 / 4);
    let mut bits: u32 = 0;
    let mut held = 0;
    for sextet in piece.bytes().map(sextet) {
        bits = (bits << 6 | u32::from(sextet)) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    bytes
}

const fn sextet(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_or_told() {
        let check = |raw: &str, expected: &str, sound: bool| {
            let mut out = String::new();
            assert_eq!(
                (references(raw, &mut out), out.as_str()),
                (sound, expected),
                "{raw}"
            );
        };
        check("a &amp; b&#39;s &#xE9;", "a & b's é", true);
        check("R & D", "R & D", true);
        check("&nosuch; &#xFFFFFFFF;", "&nosuch; &#xFFFFFFFF;", false);
    }

    #[test]
    fn percent_and_base64_are_looked_through() {
        let mut out = String::new();
        percent("ma%C3%B1ana%zz", &mut out);
        assert_eq!(out, "mañana%zz");
        let mut found = Vec::new();
        base64(
            "x ZW52w61lIEFZVURBIGFsIG7Dum1lcm8gcXVlIGVzdMOhIGFxdcOt",
            |text| {
                found.push(text.to_owned());
            },
        );
        assert_eq!(found, ["envíe AYUDA al número que está aquí"]);
    }
}
