//! Folding: white space as it counts between words, a single blank.

/// The words of some lines, joined by single blanks.
pub(super) fn fold<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let mut folded = String::new();
    for word in lines.into_iter().flat_map(str::split_whitespace) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether there is nothing to fold in a text, as far as a glance at its bytes tells: single blanks
/// between its words are all the white space it has.
pub(super) fn is_folded(text: &str) -> bool {
    let mut before = b' ';
    let is_single = text.bytes().all(|byte| {
        let before = std::mem::replace(&mut before, byte);
        match byte {
            b' ' => before != b' ',
            // Wider characters of white space begin with one of the last.
            b'\t'..=b'\r' | 0xC2 | 0xE1..=0xE3 => false,
            _ => true,
        }
    });
    is_single && before != b' ' || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_folded_when_folding_leaves_it() {
        for text in ["", "a", "a b", "él y ella"] {
            assert!(is_folded(text), "{text:?}");
            assert_eq!(fold([text]), text);
        }
        let blanks = [
            ' ', '\n', '\u{85}', '\u{a0}', '\u{1680}', '\u{2003}', '\u{2028}', '\u{3000}',
        ];
        for blank in blanks {
            for text in [
                format!("{blank}a"),
                format!("a{blank}"),
                format!("a {blank}b"),
            ] {
                assert!(!is_folded(&text), "{text:?}");
            }
        }
        assert_eq!(fold([" a\u{a0} b\n", "c"]), "a b c");
    }

    #[test]
    fn no_character_of_white_space_is_passed_over() {
        for blank in (0..=0x3000)
            .filter_map(char::from_u32)
            .filter(|c| c.is_whitespace())
        {
            let text = format!("a{blank}b");
            assert_eq!(is_folded(&text), fold([text.as_str()]) == text, "{text:?}");
        }
    }
}
