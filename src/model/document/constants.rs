//! Constants: what a text says in the same way in every language, so that a translation must hold
//! it, too.
//!
//! Like [`Unit`]s, this is for the people who write a campaign, never for its readers.

use crate::model::audience::AudienceId;

use super::{Argument, Component, Document, Kind, Literal, Node, Unit};

/// One thing that a translation must hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// Where a link or an image leads.
    Link(String),
    /// A directive, with what decides what it shows.
    Directive(String),
    /// A reference to a footnote.
    Footnote(String),
    /// Code.
    Code(String),
    /// An element of HTML.
    Element(String),
    /// A number, without what groups its digits.
    Number(String),
    /// What a message fills in: a variable, another message, a function.
    Placeable(String),
    /// A character of markup that came to stand in the text itself.
    Mark(char),
}

impl Constant {
    /// The word for its kind in messages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Link(_) => "link",
            Self::Directive(_) => "directive",
            Self::Footnote(_) => "footnote",
            Self::Code(_) => "code",
            Self::Element(_) => "element",
            Self::Number(_) => "number",
            Self::Placeable(_) => "placeable",
            Self::Mark(_) => "mark",
        }
    }

    /// What it is, as its author would write it.
    pub fn text(&self) -> String {
        match self {
            Self::Mark(mark) => mark.to_string(),
            Self::Link(text)
            | Self::Directive(text)
            | Self::Footnote(text)
            | Self::Code(text)
            | Self::Element(text)
            | Self::Number(text)
            | Self::Placeable(text) => text.clone(),
        }
    }
}

impl Document {
    /// The constants of one of its units, sorted.
    pub fn constants(&self, unit: &Unit) -> Vec<Constant> {
        let mut found = Vec::new();
        gather(&self.blocks, unit, &mut found);
        found.sort();
        found
    }

    /// Whether one of its units holds words, and not only what fills itself in.
    pub fn has_words(&self, unit: &Unit) -> bool {
        has_words(&self.blocks, unit)
    }
}

fn has_words(nodes: &[Node], unit: &Unit) -> bool {
    let within = |node: &&Node| {
        node.span.start >= unit.span.start && node.span.end <= unit.span.end
            || !node.children.is_empty()
                && node.span.end > unit.span.start
                && node.span.start < unit.span.end
    };
    nodes.iter().filter(within).any(|node| match &node.kind {
        Kind::Text(text) => text.contains(char::is_alphabetic),
        Kind::Component(component) => {
            let is_fact = matches!(&*component.name, "hotline" | "claim");
            component.label.is_some() && !is_fact || has_words(&node.children, unit)
        }
        _ => has_words(&node.children, unit),
    })
}

/// The constants of a text without markup, sorted.
pub fn constants_of(text: &str) -> Vec<Constant> {
    let mut found = Vec::new();
    of_text(text, &mut found);
    found.sort();
    found
}

/// What `one` holds and `other` does not; each is sorted.
pub fn missing<'a>(one: &'a [Constant], other: &[Constant]) -> Option<&'a Constant> {
    let mut rest = other.to_vec();
    one.iter().find(|constant| {
        let place = rest.iter().position(|other| other == *constant);
        place.map(|at| rest.swap_remove(at)).is_none()
    })
}

fn gather(nodes: &[Node], unit: &Unit, found: &mut Vec<Constant>) {
    let (start, end) = (unit.span.start, unit.span.end);
    let mut text = String::new();
    for node in nodes {
        if node.span.end <= start || node.span.start >= end {
            continue;
        }
        let is_inside = node.span.start >= start && node.span.end <= end;
        match &node.kind {
            // An entity or an escape splits a text in two.
            Kind::Text(part) if is_inside => text.push_str(part),
            _ => {
                of_text(&std::mem::take(&mut text), found);
                if is_inside {
                    found.extend(of_node(&node.kind));
                }
                gather(&node.children, unit, found);
            }
        }
    }
    of_text(&text, found);
}

fn of_node(kind: &Kind) -> Option<Constant> {
    Some(match kind {
        Kind::Link { destination, .. } | Kind::Image { destination, .. } => {
            Constant::Link(destination.clone())
        }
        Kind::Code(code) => Constant::Code(code.clone()),
        Kind::FootnoteReference(label) => Constant::Footnote(format!("[^{label}]")),
        Kind::Element { name, .. } => Constant::Element(format!("<{name}>")),
        Kind::Message { id, arguments } => {
            Constant::Directive(format!(":t[{id}]{}", braces(arguments)))
        }
        Kind::For(audiences) => Constant::Directive(format!(":for {}", names(audiences))),
        Kind::NotFor(audiences) => Constant::Directive(format!(":not-for {}", names(audiences))),
        Kind::Component(component) => Constant::Directive(directive(component)),
        _ => return None,
    })
}

/// Audiences as their author writes them.
fn names(audiences: &[AudienceId]) -> String {
    let names = audiences.iter().map(AudienceId::as_str);
    names.collect::<Vec<_>>().join(" ")
}

/// The label of a line or a figure is its id; that of any other component is words.
fn directive(component: &Component) -> String {
    let label = match (&*component.name, &component.label) {
        ("hotline" | "claim", Some(label)) => format!("[{}]", value(label)),
        (_, Some(_)) => "[…]".to_owned(),
        (_, None) => String::new(),
    };
    format!(":{}{label}{}", component.name, braces(&component.arguments))
}

fn braces(arguments: &[Argument]) -> String {
    if arguments.is_empty() {
        return String::new();
    }
    let mut written: Vec<String> = arguments
        .iter()
        .map(|argument| format!("{}={}", argument.name, value(argument)))
        .collect();
    written.sort();
    format!("{{{}}}", written.join(" "))
}

/// A value of several words is text to translate.
fn value(argument: &Argument) -> String {
    match &argument.value {
        Literal::String(text) if text.contains(char::is_whitespace) => "…".to_owned(),
        Literal::String(text) => text.clone(),
        Literal::Integer(number) => number.to_string(),
        Literal::Float(number) => number.to_string(),
        Literal::Boolean(truth) => truth.to_string(),
    }
}

/// Numbers, and characters that would be markup if they stood in another place.
fn of_text(text: &str, found: &mut Vec<Constant>) {
    let mut number = String::new();
    let mut gap = false;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                number.push(c);
                gap = false;
            }
            // 5,000, 5.000 and 5 000 are one number; a second sign ends it.
            '.' | ',' | '\u{a0}' | '\u{202f}' if !number.is_empty() && !gap => gap = true,
            _ => {
                finish(&mut number, found);
                gap = false;
            }
        }
        if matches!(c, '*' | '_' | '`' | '~' | '[' | ']' | '{' | '}' | '<' | '>') {
            found.push(Constant::Mark(c));
        }
    }
    finish(&mut number, found);
}

fn finish(number: &mut String, found: &mut Vec<Constant>) {
    if !number.is_empty() {
        found.push(Constant::Number(std::mem::take(number)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        constants_of(text).iter().map(Constant::text).collect()
    }

    #[test]
    fn numbers_are_the_same_however_they_are_grouped() {
        assert_eq!(numbers("5,000 in 2023"), ["2023", "5000"]);
        assert_eq!(numbers("En 2023, 5.000."), ["2023", "5000"]);
        assert_eq!(numbers("5\u{202f}000"), ["5000"]);
        assert_eq!(numbers("1, 2"), ["1", "2"]);
    }

    #[test]
    fn what_is_missing_is_counted() {
        let (one, two) = (constants_of("1 and 1"), constants_of("1"));
        assert_eq!(
            missing(&one, &two).map(Constant::text).as_deref(),
            Some("1")
        );
        assert_eq!(missing(&two, &one), None);
    }
}
