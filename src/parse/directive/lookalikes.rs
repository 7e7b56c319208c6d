//! What its author took for a directive, and is none: a blank too many, a capital, a colon of
//! another script. It would be printed as it stands, with what it should keep for some people.

use crate::model::audience::AudienceId;
use crate::source::Span;

/// The names of what selects, as people write them.
const SELECTING: [&str; 4] = ["for", "not-for", "not for", "para"];

/// Everything in `text` that looks like a directive of some audience and is none, or like a line
/// that opens or closes one; whether it stands in code is not asked. Real directives with braces
/// are among it.
pub fn lookalikes(text: &str, audiences: &[AudienceId]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim_ascii_end();
        if let Some(start) = false_fence(written, audiences) {
            found.push(Span::new(at + start, at + written.len()));
        }
        found.extend(braces(written, audiences).map(|span| span.shifted(at)));
        at += line.len();
    }
    found
}

/// Where a line begins like one of a directive's own, if it does and is none.
fn false_fence(line: &str, audiences: &[AudienceId]) -> Option<usize> {
    let is_mark = |c: char| " \t>-*+|#.)".contains(c) || c.is_ascii_digit();
    let start = line.len() - line.trim_start_matches(is_mark).len();
    let written = &line[start..];
    let rest = written.trim_start_matches([':', '：']);
    let colons = &written[..written.len() - rest.len()];
    let is_foreign = colons.contains('：');
    let is_like_one = match colons.chars().count() {
        0 => false,
        1 => selects(rest, audiences),
        2 if !is_foreign => !rest.starts_with(|c: char| c.is_ascii_lowercase()),
        _ => is_foreign,
    };
    is_like_one.then_some(start)
}

/// Whether this goes on as `for` and some audiences.
fn selects(rest: &str, audiences: &[AudienceId]) -> bool {
    let rest = rest.trim().to_lowercase();
    SELECTING.iter().any(|name| {
        rest.strip_prefix(name)
            .is_some_and(|names| names.starts_with([' ', '\t']) && name_all(names, audiences))
    })
}

/// Whether all words are names of audiences, and there is one.
fn name_all(words: &str, audiences: &[AudienceId]) -> bool {
    let mut words = words
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .peekable();
    let is_audience = |word: &str| audiences.iter().any(|id| id.as_str() == word);
    words.peek().is_some() && words.all(is_audience)
}

/// The brackets with audiences in braces behind them: `]{survivors}`. Not where a backslash before
/// a colon says that they are to be printed.
fn braces<'a>(line: &'a str, audiences: &'a [AudienceId]) -> impl Iterator<Item = Span> + 'a {
    line.match_indices("]{").filter_map(|(at, _)| {
        let inside = &line[at + 2..];
        let end = inside.find('}')?;
        let is_meant = name_all(&inside[..end], audiences) && !is_escaped(&line[..at]);
        is_meant.then(|| Span::new(at, at + 2 + end + 1))
    })
}

/// Whether the last thing with a bracket in the text begins with a backslash and a colon.
fn is_escaped(before: &str) -> bool {
    let Some((_, name)) = before.rsplit_once("\\:") else {
        return false;
    };
    name.find('[')
        .is_some_and(|bracket| !name[..bracket].contains(' ') && !name.contains(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_for_an_audience_is_found() {
        let audiences = [AudienceId::new("survivors"), AudienceId::new("media")];
        let count = |text: &str| lookalikes(text, &audiences).len();
        for text in [
            ":: for survivors",
            "::For survivors",
            "- :: for survivors",
            ": for survivors media",
            ":Para survivors",
            "：：： for survivors",
            "::",
            "A note::for[x]{survivors}",
            ":for [x]{survivors, media}",
            "3:for[x]{survivors}",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in [
            "::: for survivors",
            "::hotline{id=nhth}",
            ": a meaning of the term",
            ": for people who were there",
            "At 5:30 :) and {survivors}",
            "[a link]{.class}",
            "\\:for[x]{survivors}",
            "std::vector",
            "|:--|:-:|",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
