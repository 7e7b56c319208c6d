//! What cannot be seen in a document, spelled out: bytes, line ends, long repetitions.

/// The bytes of a text with escapes: `\r`, `\t`, `\\`, `\xF3` (one byte), `\u{202E}` (one
/// character), `\(abc\)*40` (forty times).
pub fn decoded(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = escape(&rest[at + 1..], &mut bytes)
            .ok_or_else(|| format!("no such escape: {}", first_line(&rest[at..])))?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

/// Reads what follows a backslash, and returns what follows that.
fn escape<'a>(rest: &'a str, bytes: &mut Vec<u8>) -> Option<&'a str> {
    let kind = rest.chars().next()?;
    let after = &rest[kind.len_utf8()..];
    match kind {
        'r' => bytes.push(b'\r'),
        't' => bytes.push(b'\t'),
        '\\' => bytes.push(b'\\'),
        'x' => {
            bytes.push(u8::from_str_radix(after.get(..2)?, 16).ok()?);
            return after.get(2..);
        }
        'u' => {
            let (digits, after) = after.strip_prefix('{')?.split_once('}')?;
            let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
            bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            return Some(after);
        }
        '(' => {
            let (repeated, after) = after.split_once("\\)*")?;
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let times: usize = after[..digits].parse().ok()?;
            bytes.extend_from_slice(decoded(repeated).ok()?.repeat(times).as_slice());
            return Some(&after[digits..]);
        }
        _ => return None,
    }
    Some(after)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[test]
fn escapes_are_bytes() {
    let check = |text: &str, expected: &[u8]| {
        assert_eq!(decoded(text).as_deref(), Ok(expected), "{text}");
    };
    check("a\\r\\xF3\\\\", b"a\r\xF3\\");
    check("\\u{202E}", "\u{202e}".as_bytes());
    check("<\\(ab\\)*3>", b"<ababab>");
    assert!(decoded("\\q").is_err());
}
