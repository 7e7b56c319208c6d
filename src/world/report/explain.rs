//! What `campaign explain RULE` says.

use super::voice::Voice;
use crate::diagnostic::{Leeway, Rule, Severity};

/// A line of prose wider than this is hard to follow with the eye.
const WIDTH: usize = 80;

/// What the rule says, who is hurt, what to do, and whether a campaign may decide otherwise.
pub fn explain(rule: &Rule, voice: &Voice) -> String {
    let id = rule.id;
    let part = |label: &str, attribute: &str| {
        let text = voice.outline(&format!("{id}.{attribute}"));
        wrapped(&format!("{} {text}", voice.say(label, &[])))
    };
    let word = voice.say(&format!("severity-{}", rule.severity), &[]);
    let severity = voice.say("explain-severity", &[("severity", word.as_str().into())]);
    let paragraphs = [
        wrapped(&format!("{id}: {}", voice.outline(id))),
        part("explain-why", "why"),
        part("explain-fix", "fix"),
        wrapped(&format!("{severity} {}", leeway(rule, voice))),
    ];
    paragraphs.join("\n\n") + &example(rule) + "\n"
}

fn leeway(rule: &Rule, voice: &Voice) -> String {
    match rule.leeway {
        Leeway::Fixed => voice.say("explain-fixed", &[]),
        Leeway::Adjustable => voice.say("explain-adjustable", &[]),
    }
}

/// The lines of campaign.toml that set the rule to another severity: one, and the others as comments.
fn example(rule: &Rule) -> String {
    if rule.leeway == Leeway::Fixed {
        return String::new();
    }
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let others: Vec<String> = severities
        .iter()
        .filter(|severity| **severity != rule.severity)
        .map(|severity| format!("{} = \"{severity}\"", rule.id))
        .collect();
    let lines = others.join("\n    # ");
    format!("\n\n    [rules]\n    {lines}\n    # {} = \"off\"", rule.id)
}

/// `text` in lines of at most [`WIDTH`] characters, broken at spaces.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_wrapped_at_spaces() {
        let check = |text: &str, expected: &str| assert_eq!(wrapped(text), expected);
        check("", "");
        check("uno dos", "uno dos");
        let long = "ñ".repeat(WIDTH);
        check(&format!("a {long} b"), &format!("a\n{long}\nb"));
    }
}
