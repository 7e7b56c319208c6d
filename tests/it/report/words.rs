//! What is said: the same in both languages, and of every rule.

use std::collections::{BTreeMap, BTreeSet};

use campaign::rules;
use campaign::world::report::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The messages of a file, attributes as `id.attribute`, each with its variables.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).expect("the file parses");
    let mut messages = BTreeMap::new();
    let mut put = |id: String, variables| {
        assert!(
            messages.insert(id.clone(), variables).is_none(),
            "{id} twice"
        );
    };
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        put(id.to_owned(), variables(message.value.as_ref().expect(id)));
        for attribute in &message.attributes {
            put(
                format!("{id}.{}", attribute.id.name),
                variables(&attribute.value),
            );
        }
    }
    messages
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |inline: &InlineExpression<&str>| {
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    };
    let mut inner = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => take(inline),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                take(selector);
                inner.extend(
                    variants
                        .iter()
                        .flat_map(|variant| variables(&variant.value)),
                );
            }
            PatternElement::TextElement { .. } => {}
        }
    }
    found.extend(inner);
    found
}

/// What the documentation of each rule says that its message gets: the words in backticks.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let mut documented = BTreeMap::new();
    let mut words = BTreeSet::new();
    for line in include_str!("../../../src/rules.rs").lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            let quoted = doc.split('`').skip(1).step_by(2);
            let names = quoted.filter(|word| word.chars().all(|c| c.is_ascii_lowercase()));
            words.extend(names.map(str::to_owned));
        } else if let Some(id) = line.split('"').nth(1) {
            documented.insert(id.to_owned(), std::mem::take(&mut words));
        }
    }
    documented
}

#[test]
fn every_rule_speaks_both_languages() {
    let english = messages(include_str!("../../../src/rules/en.ftl"));
    let spanish = messages(include_str!("../../../src/rules/es.ftl"));
    assert_eq!(english, spanish);

    let parts = |id: &str| [id.to_owned(), format!("{id}.why"), format!("{id}.fix")];
    let expected: BTreeSet<String> = rules::ALL.iter().flat_map(|rule| parts(rule.id)).collect();
    let optional: BTreeSet<String> = rules::ALL
        .iter()
        .flat_map(|rule| ["also", "many"].map(|part| format!("{}.{part}", rule.id)))
        .collect();
    let found: BTreeSet<String> = english.keys().cloned().collect();
    assert_eq!(
        found
            .difference(&optional)
            .cloned()
            .collect::<BTreeSet<_>>(),
        expected
    );
}

#[test]
fn messages_use_what_their_rules_give() {
    let documented = documented();
    let messages = messages(include_str!("../../../src/rules/en.ftl"));
    let tool = messages_of_the_tool();
    for (id, variables) in &messages {
        let rule = id.split('.').next().unwrap_or(id);
        // Who tells many faults as one knows how many there are.
        let known = ["count", "files"].map(str::to_owned).into_iter();
        let known = known.filter(|_| id.ends_with(".many"));
        let given: BTreeSet<String> = documented[rule].iter().cloned().chain(known).collect();
        assert!(
            variables.is_subset(&given),
            "{id} uses {variables:?}, gets {given:?}"
        );
        if rule == id {
            // A message for many of a kind may say what the one for a single fault does not.
            let many = messages.get(&format!("{id}.many")).into_iter().flatten();
            let used: BTreeSet<String> = variables.iter().chain(many).cloned().collect();
            let used: BTreeSet<_> = used.into_iter().filter(|one| given.contains(one)).collect();
            assert_eq!(used, given, "{id}");
        }
        for variable in variables {
            assert!(
                tool.contains_key(&format!("variable-{variable}")),
                "a word for {variable}"
            );
        }
    }
}

fn messages_of_the_tool() -> BTreeMap<String, BTreeSet<String>> {
    messages(include_str!("../../../src/world/report/en.ftl"))
}

#[test]
fn the_tool_says_the_same_in_both_languages() {
    let spanish = messages(include_str!("../../../src/world/report/es.ftl"));
    assert_eq!(messages_of_the_tool(), spanish);
    let english = messages(include_str!("../../../src/world/report/status/en.ftl"));
    let spanish = messages(include_str!("../../../src/world/report/status/es.ftl"));
    assert_eq!(english, spanish);
}

#[test]
fn every_rule_can_be_explained() {
    for language in [Language::English, Language::Spanish] {
        let voice = Voice::new(language);
        for rule in rules::ALL {
            let text = explain(rule, &voice);
            assert!(text.starts_with(rule.id) && !text.contains("{$"), "{text}");
        }
    }
}

#[test]
fn an_explanation() {
    let english = explain(&rules::BROKEN_LINK, &Voice::new(Language::English));
    let expected = r##"broken-link: The link to “‹address›” leads nowhere in ‹edition›.

Who is hurt: People who follow it reach a dead end, perhaps while they look for
help.

What to do: Correct the link, or write the page for this edition. If only some
audiences have the page, put the link into a block for them.

How bad it is: error. A campaign may decide otherwise in campaign.toml:

    [rules]
    broken-link = "warning"
    # broken-link = "note"
    # broken-link = "off"
"##;
    assert_eq!(english, expected);

    let spanish = explain(&rules::UNKNOWN_AUDIENCE, &Voice::new(Language::Spanish));
    let expected = "\
unknown-audience: No existe el público «‹nombre›».

A quién perjudica: Lo que se escribe para un grupo no debe llegar a otro: un
texto para sobrevivientes, en una página para todo el mundo, podría poner en
peligro a esas personas.

Qué hacer: Corrija la ortografía, o declare el público en campaign.toml.

Gravedad: error. La regla protege a las personas; por eso ninguna campaña puede
cambiarla.
";
    assert_eq!(spanish, expected);
}
