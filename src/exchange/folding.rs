//! Folding: a text of a Markdown file without the way its lines are wrapped, and back.

/// The Markdown of a unit as one line: what begins the further lines of a block (indents, `>`) is
/// not part of the text. A line break that readers see is `\n`.
pub fn fold(written: &str) -> String {
    let mut folded = String::new();
    let mut lines = written.lines().peekable();
    let mut is_first = true;
    while let Some(line) = lines.next() {
        let line = match is_first {
            true => line,
            // A line of text cannot begin with `>`: that would begin a quotation.
            false => line.trim_start_matches([' ', '\t', '>']),
        };
        is_first = false;
        let text = line.trim_end();
        if lines.peek().is_none() {
            folded.push_str(text);
            break;
        }
        match text.strip_suffix('\\').filter(|rest| !ends_escaped(rest)) {
            Some(text) => folded.push_str(&format!("{text}\n")),
            None if line.ends_with("  ") => folded.push_str(&format!("{text}\n")),
            None => folded.push_str(&format!("{text} ")),
        }
    }
    folded.trim().to_owned()
}

/// Whether a backslash behind `text` is the second of a pair.
fn ends_escaped(text: &str) -> bool {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    backslashes % 2 == 1
}

/// A folded text as the Markdown that stands in place of `written`, in a file whose lines there
/// begin with `margin`.
pub fn unfold(folded: &str, margin: &str) -> String {
    folded.trim().replace('\n', &format!("\\\n{margin}"))
}

/// A translation as it is compared: line breaks stay, other white space is one blank.
pub fn tidy(text: &str) -> String {
    let lines = text.trim().lines();
    let lines: Vec<String> = lines
        .map(|line| {
            line.split([' ', '\t'])
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_block_become_one() {
        assert_eq!(fold("One\ntwo  three"), "One two  three");
        assert_eq!(fold("One\n> > two"), "One two");
        assert_eq!(fold("One\n   \\> two"), "One \\> two");
    }

    #[test]
    fn breaks_that_readers_see_stay() {
        assert_eq!(fold("One  \ntwo"), "One\ntwo");
        assert_eq!(fold("One\\\n> two"), "One\ntwo");
        assert_eq!(fold("One\\\\\ntwo"), "One\\\\ two");
        assert_eq!(unfold("One\ntwo", "> "), "One\\\n> two");
    }
}
