//! Where the text of a line begins.

/// Where the text of a line begins, behind the marks of quotes, lists, footnotes and definitions.
pub(super) struct FirstText {
    pub offset: usize,
    /// Whether it stands in a heading or in a cell of a table, where no block can.
    pub is_barred: bool,
}

impl FirstText {
    pub(super) fn of(line: &str) -> Self {
        let mut rest = line;
        let mut is_barred = false;
        loop {
            rest = rest.trim_start_matches([' ', '\t']);
            match container_mark(rest) {
                0 => break,
                length => {
                    is_barred |= rest.starts_with(['|', '#']);
                    rest = &rest[length..];
                }
            }
        }
        Self {
            offset: line.len() - rest.len(),
            is_barred,
        }
    }
}

/// The length of the mark that `text` begins with, or 0.
fn container_mark(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_blank = |at: usize| matches!(bytes.get(at), Some(b' ' | b'\t') | None);
    match bytes.first() {
        Some(b'>' | b'|') => 1,
        Some(b'-' | b'+' | b'*' | b':') if is_blank(1) => 1,
        Some(b'#') => {
            let length = bytes.iter().take_while(|byte| **byte == b'#').count();
            if is_blank(length) { length } else { 0 }
        }
        Some(b'0'..=b'9') => {
            let length = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            let ends = matches!(bytes.get(length), Some(b'.' | b')')) && is_blank(length + 1);
            if ends { length + 1 } else { 0 }
        }
        Some(b'[') if text.starts_with("[^") => text.find("]:").map_or(0, |at| at + 2),
        Some(b'[') if matches!(bytes.get(1..3), Some(b" ]" | b"x]" | b"X]")) && is_blank(3) => 3,
        _ => 0,
    }
}
