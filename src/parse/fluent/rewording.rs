//! Rewording: the text of a file with other words in its messages, and everything else as it was.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::rewriting::Rewriting;
use crate::model::document::Rewording;

/// The text of a resource with other words: variables, references, selectors and names stay.
pub fn reworded(text: &str, rewording: Rewording<'_>) -> String {
    let (Ok(tree) | Err((tree, _))) = parser::parse(text);
    let mut changes = Rewriting::default();
    for entry in &tree.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            // A term stands inside of messages, which have marks of their own.
            Entry::Term(term) => {
                let words = Rewording {
                    around: ["", ""],
                    ..rewording
                };
                pattern(text, &term.value, words, &mut changes);
                (None, &term.attributes)
            }
            _ => continue,
        };
        let attributes = attributes.iter().map(|attribute| &attribute.value);
        for value in value.into_iter().chain(attributes) {
            pattern(text, value, rewording, &mut changes);
        }
    }
    changes.apply(text)
}

/// Rewords a pattern, its marks before the first of its words and behind the last.
fn pattern(text: &str, own: &Pattern<&str>, rewording: Rewording<'_>, changes: &mut Rewriting) {
    let mut parts = Vec::new();
    collect(own, &mut parts);
    let has_words = |part: &&str| part.contains(char::is_alphabetic);
    let first = parts.iter().position(has_words);
    let last = parts.iter().rposition(has_words);
    let is_choice = own.elements.iter().any(is_selection);
    for (at, part) in parts.iter().enumerate() {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let [before, behind] = rewording.around.map(literal);
        // Of the variants of a message one alone is shown: each has marks of its own.
        let opens = Some(at) == first || is_choice && has_words(part);
        let closes = Some(at) == last || is_choice && has_words(part);
        let blank = part.len() - part.trim_start().len();
        let end = part.trim_end().len().max(blank);
        let written = format!(
            "{}{}{}{}{}",
            &part[..blank],
            if opens { before.as_str() } else { "" },
            (rewording.words)(&part[blank..end]),
            if closes { behind.as_str() } else { "" },
            &part[end..],
        );
        changes.replace(start..start + part.len(), written);
    }
}

/// A mark as no line of Fluent can take it for its own.
fn literal(mark: &str) -> String {
    match mark {
        "" => String::new(),
        mark => format!("{{\"{mark}\"}}"),
    }
}

fn is_selection(element: &PatternElement<&str>) -> bool {
    matches!(
        element,
        PatternElement::Placeable {
            expression: Expression::Select { .. }
        }
    )
}

/// The stretches of text of a pattern, in all its variants.
fn collect<'a>(own: &Pattern<&'a str>, parts: &mut Vec<&'a str>) {
    for element in &own.elements {
        match element {
            PatternElement::TextElement { value } => parts.push(value),
            PatternElement::Placeable { expression } => inside(expression, parts),
        }
    }
}

fn inside<'a>(expression: &Expression<&'a str>, parts: &mut Vec<&'a str>) {
    match expression {
        Expression::Select { variants, .. } => {
            variants
                .iter()
                .for_each(|variant| collect(&variant.value, parts));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => inside(expression, parts),
        Expression::Inline(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_change_and_nothing_else() {
        let upper = |text: &str| text.to_uppercase();
        let rewording = Rewording {
            words: &upper,
            around: ["[", "]"],
        };
        let check = |text: &str, expected: &str| assert_eq!(reworded(text, rewording), expected);
        check(
            "# note\na = one { $two } three\n",
            "# note\na = {\"[\"}ONE { $two } THREE{\"]\"}\n",
        );
        check(
            "a =\n    one\n    two\n    .b = c\n",
            "a =\n    {\"[\"}ONE\n    TWO{\"]\"}\n    .b = {\"[\"}C{\"]\"}\n",
        );
        check(
            "a = { $n ->\n    [one] x { -t }\n   *[other] y\n}\n-t = z\n",
            "a = { $n ->\n    [one] {\"[\"}X{\"]\"} { -t }\n   *[other] {\"[\"}Y{\"]\"}\n}\n-t = Z\n",
        );
        check("a = { b }\n", "a = { b }\n");
    }
}
