//! How single directives are read.

use super::*;

fn read(text: &str, form: Form) -> Directive {
    let path = SourcePath::new("en.md");
    let audiences = ["survivors", "media"].map(AudienceId::new);
    let grammar = Grammar {
        path: &path,
        text,
        audiences: &audiences,
    };
    grammar.line(Span::new(0, text.len()), form)
}

fn check(text: &str, expected: &str) {
    let read = read(text, Form::Container);
    assert!(read.faults.is_empty(), "{text}: {:?}", read.faults);
    let shown = match read.kind {
        Some(Kind::Component(component)) => {
            let label = component.label.map(|label| label.value);
            let arguments: Vec<_> = component
                .arguments
                .into_iter()
                .map(|argument| (argument.name, argument.value))
                .collect();
            format!("{} {label:?} {arguments:?}", component.name)
        }
        other => format!("{other:?}"),
    };
    assert_eq!(shown, expected, "{text}");
}

fn check_fault(text: &str, form: Form, expected: &str, at: &str) {
    let read = read(text, form);
    let fault = &read.faults[0];
    let span = fault.place.as_ref().unwrap().span;
    assert_eq!(fault.arguments[0].1, expected, "{text}");
    assert_eq!(&text[span.range()], at, "{text}");
}

#[test]
fn audiences_are_words() {
    check(" for media", r#"Some(For(["media"]))"#);
    check(
        " not-for media  survivors media",
        r#"Some(NotFor(["media", "survivors"]))"#,
    );
    check(
        "for{media survivors}",
        r#"Some(For(["media", "survivors"]))"#,
    );
    check_fault(" for survivrs", Form::Container, "survivrs", "survivrs");
    check_fault(" for", Form::Container, "no-audience", " for");
    check_fault("for{media}", Form::Leaf, "no-body", "for{media}");
}

#[test]
fn a_misspelt_exclusion_shows_to_nobody() {
    let kind = read("not-for mdia", Form::Container).kind;
    assert_eq!(kind, Some(Kind::For(Vec::new())));
}

#[test]
fn labels_stand_in_brackets_or_behind() {
    check(
        " card{tone=calm} A title",
        r#"card Some(String("A title")) [("tone", String("calm"))]"#,
    );
    check(
        " card[A \\] b]{n=3}",
        r#"card Some(String("A ] b")) [("n", Integer(3))]"#,
    );
    check("card", "card None []");
    check_fault("card[a] b", Form::Container, "two-labels", "b");
    check_fault("card[a", Form::Container, "unclosed-bracket", "[a");
    check_fault(
        "card :for[x]{media}",
        Form::Container,
        "nested",
        ":for[x]{media}",
    );
}

#[test]
fn values_have_types_but_numbers_to_dial_are_text() {
    check(
        r#"c{a="x } \" y" b=0.5 c=-2 d e=false f=016 g=+52 h=1.2.3}"#,
        concat!(
            r#"c None [("a", String("x } \" y")), ("b", Float(0.5)), ("c", Integer(-2)), "#,
            r#"("d", Boolean(true)), ("e", Boolean(false)), ("f", String("016")), "#,
            r#"("g", String("+52")), ("h", String("1.2.3"))]"#
        ),
    );
    check_fault("c{#id}", Form::Container, "argument", "#id");
    check_fault("c{a=\"x\"b}", Form::Container, "argument", "a=\"x\"b");
    check_fault("c{a=1 a=2}", Form::Container, "duplicate-argument", "a=2");
    check_fault("c{a=1", Form::Container, "unclosed-brace", "{a=1");
}

#[test]
fn messages_need_an_id() {
    check_fault("t[hours", Form::Leaf, "unclosed-bracket", "[hours");
    check_fault("t", Form::Leaf, "message-id", "t");
    check_fault("t[a b]", Form::Leaf, "message-id", "t");
    check_fault("t[a]", Form::Container, "body", "t[a]");
}

#[test]
fn a_colon_in_prose_opens_nothing() {
    let found = |text: &str| {
        openings(text)
            .map(|opening| opening.start)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("at 12:t[x], a:b[c], \\:t[x], :) https://x"), [0; 0]);
    assert_eq!(found(":t[x] (:t[x]) \\\\:t{x} **:t[x]**"), [0, 7, 16, 24]);
    assert_eq!(found("see ::t[x]"), [4]);
}
