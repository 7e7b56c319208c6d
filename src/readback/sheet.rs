//! Style sheets and scripts: what they load, what they write onto a page, and what their comments
//! give away. They are not understood, only gone through: whatever names another site in them, or
//! says a number, is found, however it is escaped.

use crate::readback::inspector::{Inspector, Role};
use crate::rules;

/// Ways of a script to leave something on the reader's device, or to tell others.
const TELLTALES: [&str; 12] = [
    "document.cookie",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "serviceWorker",
    "sendBeacon",
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "RTCPeerConnection",
    "caches.",
];

/// Addresses that are names of grammars, which nobody loads.
const NAMES: &str = "http://www.w3.org/";

/// Folders in which people have their files.
const FOLDERS: [&str; 4] = ["/home/", "/Users/", "C:\\Users\\", "file:///"];

/// Looks through a style sheet.
pub fn css(inspector: &mut Inspector<'_>, text: &str) {
    let sheet = Sheet::read(text);
    loaded(inspector, &sheet.code);
    origins(inspector, &sheet.code);
    for said in sheet.strings.iter().chain(&sheet.comments) {
        if !said.starts_with("data:") && !said.contains("://") {
            inspector.prose(said, &[]);
        }
    }
    for comment in &sheet.comments {
        let folder = FOLDERS.iter().find(|folder| comment.contains(**folder));
        if folder.is_some() {
            inspector.find(rules::TRACE.id, "comment", comment.trim());
        }
    }
}

/// Follows what a style sheet loads by the grammar.
fn loaded(inspector: &mut Inspector<'_>, code: &str) {
    let lower = code.to_ascii_lowercase();
    for (at, _) in lower.match_indices("url(") {
        let rest = code[at + "url(".len()..].trim_start();
        let (end, rest) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => (quote, &rest[1..]),
            _ => (')', rest),
        };
        let address = rest.split(end).next().unwrap_or(rest).trim();
        inspector.address(address, Role::Picture);
    }
    for (at, _) in lower.match_indices("@import") {
        let rest = code[at + "@import".len()..].trim_start();
        if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
            let address = rest[1..].split(quote).next().unwrap_or_default();
            inspector.address(address, Role::Resource);
        }
    }
}

/// Every whole address, wherever it stands: `image-set("https://…")`, `import("//…")`.
fn origins(inspector: &mut Inspector<'_>, code: &str) {
    for (at, _) in code.match_indices("//") {
        let start = match &code[..at] {
            before if before.to_ascii_lowercase().ends_with("https:") => at - "https:".len(),
            before if before.to_ascii_lowercase().ends_with("http:") => at - "http:".len(),
            before if before.ends_with(['"', '\'', '`', '(']) => at,
            _ => continue,
        };
        let ends = |char: char| char.is_whitespace() || "\"'`()<>;,\\".contains(char);
        let rest = &code[start..];
        let address = rest.split(ends).next().unwrap_or(rest);
        let is_host = address[at - start + 2..].starts_with(|char: char| char.is_alphanumeric());
        if is_host && !address.starts_with(NAMES) {
            inspector.address(address, Role::Resource);
        }
    }
}

/// A style sheet, taken apart and with its escapes resolved.
#[derive(Default)]
struct Sheet {
    /// All but the comments.
    code: String,
    /// The texts in quotation marks; neighbours are one text, as on the page.
    strings: Vec<String>,
    comments: Vec<String>,
}

impl Sheet {
    fn read(text: &str) -> Self {
        let mut sheet = Self::default();
        let mut rest = text;
        let mut is_neighbour = false;
        while let Some(char) = rest.chars().next() {
            if let Some(comment) = rest.strip_prefix("/*") {
                let length = comment.find("*/").unwrap_or(comment.len());
                sheet.comments.push(comment[..length].to_owned());
                rest = comment[length..].strip_prefix("*/").unwrap_or_default();
                continue;
            }
            if matches!(char, '"' | '\'') {
                let is_address = sheet.code.trim_end().to_ascii_lowercase().ends_with("url(");
                let (said, behind) = string(&rest[1..], char);
                sheet.code.extend([char]);
                sheet.code.push_str(&said);
                sheet.code.extend([char]);
                rest = behind;
                match sheet.strings.last_mut() {
                    _ if is_address => {}
                    Some(last) if is_neighbour => last.push_str(&said),
                    _ => sheet.strings.push(said),
                }
                is_neighbour = !is_address;
                continue;
            }
            let (plain, behind) = escaped(rest).unwrap_or((char, &rest[char.len_utf8()..]));
            is_neighbour &= plain.is_whitespace();
            sheet.code.push(plain);
            rest = behind;
        }
        sheet
    }
}

/// A text up to its closing mark, and what stands behind that.
fn string(text: &str, quote: char) -> (String, &str) {
    let mut said = String::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if char == quote {
            return (said, &rest[1..]);
        }
        let (plain, behind) = escaped(rest).unwrap_or((char, &rest[char.len_utf8()..]));
        said.push(plain);
        rest = behind;
    }
    (said, rest)
}

/// An escape at the beginning of a text: the character and what stands behind it (CSS Syntax 3,
/// section 4.3.7).
fn escaped(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix('\\')?;
    let length = rest
        .bytes()
        .take(6)
        .take_while(u8::is_ascii_hexdigit)
        .count();
    if length == 0 {
        let char = rest.chars().next()?;
        return Some((char, &rest[char.len_utf8()..]));
    }
    let code = u32::from_str_radix(&rest[..length], 16).ok()?;
    let behind = &rest[length..];
    let behind = behind.strip_prefix([' ', '\n', '\t']).unwrap_or(behind);
    Some((char::from_u32(code).unwrap_or('\u{FFFD}'), behind))
}

/// Looks through a script. It loads nothing from elsewhere; where readers may be watched it keeps
/// nothing and tells nobody.
pub fn script(inspector: &mut Inspector<'_>, text: &str) {
    inspector.prose(text, &[]);
    inspector.encoded(text);
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    for line in text.lines().map(str::trim).filter(|line| !is_comment(line)) {
        origins(inspector, &line.replace("\\/", "/"));
    }
    let audiences = &inspector.readback.campaign.settings.audiences;
    let is_discreet = inspector
        .owner
        .audience
        .is_some_and(|audience| audiences[audience].discreet);
    for word in TELLTALES
        .iter()
        .filter(|word| is_discreet && text.contains(**word))
    {
        inspector.find(rules::ACTIVE_CONTENT.id, "telltale", word);
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn a_style_sheet_is_taken_apart_with_its_escapes_resolved() {
        let sheet = Sheet::read(
            "a::after{content:\"888-\" '373-7889'}/* /home/a */\\75rl(x) url('y') \"\\38 88\"",
        );
        assert_eq!(sheet.strings, ["888-373-7889", "888"]);
        assert_eq!(sheet.comments, [" /home/a "]);
        assert!(sheet.code.contains("}url(x) url('y')"), "{}", sheet.code);
    }
}
