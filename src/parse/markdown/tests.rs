//! What texts become, as compact outlines, and what is wrong with them, with the text at fault.

use super::*;
use crate::model::document::{Kind, Node, Reading};

fn parsed(text: &str, raw_html: RawHtml) -> Diagnosed<Document> {
    let audiences = ["a", "b"].map(AudienceId::new);
    let options = MarkdownOptions {
        audiences: &audiences,
        raw_html,
    };
    let path = SourcePath::new("en.md");
    parse(&path, text, Span::new(0, text.len()), &options)
}

fn outline(reading: Reading<'_>) -> String {
    let blocks: Vec<String> = reading.blocks().map(|node| shown(reading, node)).collect();
    let footnotes = reading.footnotes();
    let footnotes = footnotes
        .iter()
        .map(|(label, node)| format!("^{label}{}", children(reading, node)));
    blocks
        .into_iter()
        .chain(footnotes)
        .collect::<Vec<_>>()
        .join(" ")
}

fn children(reading: Reading<'_>, node: &Node) -> String {
    let children: Vec<String> = reading
        .children(node)
        .map(|child| shown(reading, child))
        .collect();
    format!("({})", children.join(" "))
}

fn shown(reading: Reading<'_>, node: &Node) -> String {
    let name = match &node.kind {
        Kind::Text(text) => return format!("{text:?}"),
        Kind::Code(text) => return format!("`{text}`"),
        Kind::CodeBlock { text, .. } => return format!("code{text:?}"),
        Kind::SoftBreak => return "/".to_owned(),
        Kind::FootnoteReference(label) => return format!("[^{label}]"),
        Kind::Message { id, .. } => return format!("t:{id}"),
        Kind::Paragraph => "p".to_owned(),
        Kind::Heading { level, id } => format!("h{level}{}", id.as_deref().unwrap_or_default()),
        Kind::BlockQuote(None) => "quote".to_owned(),
        Kind::List { .. } => "list".to_owned(),
        Kind::Item { task: None } => "item".to_owned(),
        Kind::TableCell => "cell".to_owned(),
        Kind::Link { destination, .. } => format!("link<{destination}>"),
        Kind::Image { destination, .. } => format!("img<{destination}>"),
        Kind::Component(component) => format!("::{}", component.name),
        Kind::Element { name, attributes } => {
            let attributes: Vec<String> = attributes
                .iter()
                .map(|(name, value)| format!(" {name}={value}"))
                .collect();
            format!("<{name}{}>", attributes.concat())
        }
        other => format!("{other:?}"),
    };
    format!("{name}{}", children(reading, node))
}

/// What audiences `a` and `b` read of a text without faults.
fn check(text: &str, for_a: &str, for_b: &str) {
    let parsed = parsed(text, RawHtml::Sanitize);
    assert_eq!(parsed.diagnostics, [], "{text}");
    let (a, b) = (AudienceId::new("a"), AudienceId::new("b"));
    assert_eq!(outline(parsed.value.for_audience(&a)), for_a, "{text}");
    assert_eq!(outline(parsed.value.for_audience(&b)), for_b, "{text}");
}

fn check_all(text: &str, expected: &str) {
    check(text, expected, expected);
}

/// The faults of a text: rule and text at fault. Returns what `a` reads.
fn check_faults(text: &str, raw_html: RawHtml, expected: &[&str]) -> String {
    let mut parsed = parsed(text, raw_html);
    crate::diagnostic::sort(&mut parsed.diagnostics);
    let shown: Vec<String> = parsed
        .diagnostics
        .iter()
        .map(|fault| {
            let span = fault.place.as_ref().unwrap().span;
            format!("{} {}", fault.rule.id, &text[span.range()])
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
    outline(parsed.value.for_audience(&AudienceId::new("a")))
}

fn check_spill(text: &str, expected: &[&str]) {
    let read = check_faults(text, RawHtml::Refuse, expected);
    assert!(!read.contains("secret"), "{text}: {read}");
}

#[test]
fn markdown_without_directives() {
    check_all(
        "# T {#x}\n\na *b* &amp; `c`",
        r#"h1x("T") p("a " Emphasis("b") " & " `c`)"#,
    );
    check_all("- x\n- y\n", r#"list(item("x") item("y"))"#);
    check_all("<a@b.c>", r#"p(link<mailto:a@b.c>("a@b.c"))"#);
}

#[test]
fn containers_stand_wherever_blocks_do() {
    check("::: for a\nx\n:::\ny", r#"p("x") p("y")"#, r#"p("y")"#);
    check("x\n::: not-for a\ny\n:::", r#"p("x")"#, r#"p("x") p("y")"#);
    check(
        "> q\n> ::: for a\n> x\n> :::\n",
        r#"quote(p("q") p("x"))"#,
        r#"quote(p("q"))"#,
    );
    check(
        "- x\n  ::: for a\n  y\n  :::\n  z",
        r#"list(item(p("x") p("y") p("z")))"#,
        r#"list(item(p("x") p("z")))"#,
    );
    check(
        ":::: for a\n::: card{n=1} T\nx\n:::\n::::",
        r#"::card(p("x"))"#,
        "",
    );
}

#[test]
fn an_item_that_is_for_others_goes_whole() {
    check(
        "- ::: for a\n  x\n  :::\n- y",
        r#"list(item(p("x")) item(p("y")))"#,
        r#"list(item(p("y")))"#,
    );
    check("- :for[x]{a}", r#"list(item("x"))"#, "");
    check("# :for[x]{a}", r#"h1("x")"#, "");
}

#[test]
fn directives_in_a_line() {
    check(
        ":for[x **y**]{a} z",
        r#"p("x " Strong("y") " z")"#,
        r#"p(" z")"#,
    );
    check(
        "z :not-for[x :for[y]{b}]{a}.",
        r#"p("z " ".")"#,
        r#"p("z " "x " "y" ".")"#,
    );
    check_all(
        ":t[a]\n:c[x]{n=1} \\:t[b] `:t[c]`",
        r#"p(t:a / ::c() " :t[b] " `:t[c]`)"#,
    );
    check_all("[x :t[a]](/y)", r#"p(link</y>("x " t:a))"#);
    check(
        "| x |\n|---|\n| :for[y]{a} |",
        r#"Table([None])(TableHead(cell("x")) TableRow(cell("y")))"#,
        r#"Table([None])(TableHead(cell("x")) TableRow(cell()))"#,
    );
}

#[test]
fn leaves_stand_alone() {
    check_all("x\n::c{n=1}\n::t[a]\ny", r#"p("x") ::c() p(t:a) p("y")"#);
}

#[test]
fn code_is_left_alone() {
    check_all("```\n::: for a\n```\n", r#"code"::: for a\n""#);
    check_all("    :t[x]\n", r#"code":t[x]\n""#);
    check_all(
        "::c\n\n```\n::: for a\n:::\n```\n",
        r#"::c() code"::: for a\n:::\n""#,
    );
}

#[test]
fn a_definition_in_a_selection_is_for_links_in_it() {
    let check = |text, expected: &[&str]| check_faults(text, RawHtml::Refuse, expected);
    check(
        "[n]\n\n::: for b\n[n]: /x\n:::\n",
        &["hidden-definition [n]"],
    );
    check(
        "::: for b\n[n]: /x\n:::\n\n::: for a\n![n][]\n:::\n",
        &["hidden-definition ![n]"],
    );
    check("::: for b\n[n]: /x\n\n[n]\n:::\n", &[]);
    check("[n]: /x\n\n::: for b\n[n]\n:::\n", &[]);
}

#[test]
fn footnotes_are_for_whom_they_are_defined_for() {
    check(
        "x[^N]\n\n::: for a\n[^n]: y\n:::\n\n::: not-for a\n> [^n]: z\n:::\n",
        r#"p("x" [^n]) ^n(p("y"))"#,
        r#"p("x" [^n]) ^n(p("z"))"#,
    );
    check_faults(
        "x[^n]\n\n::: for a\n[^n]: y\n:::\n",
        RawHtml::Refuse,
        &["missing-footnote [^n]"],
    );
    check_faults(
        "x[^n] \\[^m] [^a b]",
        RawHtml::Refuse,
        &["missing-footnote [^n]"],
    );
}

#[test]
fn nothing_spills_from_broken_containers() {
    check_spill("::: for b\nsecret\n", &["unclosed-directive ::: for b"]);
    check_spill("x\n\n:::\n", &["stray-closer :::"]);
    check_spill(
        "- ::: for b\n  secret\n\n:::\n",
        &["unclosed-directive ::: for b", "stray-closer :::"],
    );
    check_spill(
        ":::: for b\n::: card\nsecret\n::::\n",
        &["unclosed-directive ::: card"],
    );
    check_spill("::: for bb\nsecret\n:::\n", &["unknown-audience bb"]);
    check_spill("::: not-for aa\nsecret\n:::\n", &["unknown-audience aa"]);
    check_spill("::: for\nsecret\n:::\n", &["broken-directive  for"]);
    check_spill("::: {x}\nsecret\n:::\n", &["broken-directive  {x}"]);
    check_spill(":for[secret]", &["broken-directive for"]);
    check_spill(":for[secret", &["unclosed-directive :for["]);
    check_spill(
        "*:for[x* secret]{b}",
        &["unclosed-directive :for[", "stray-closer ]{b}"],
    );
    check_spill(":for{b} x", &["broken-directive for"]);
    check_spill(
        "::: for b\n[^n]: secret\n\nx",
        &["unclosed-directive ::: for b"],
    );
}

#[test]
fn a_fence_where_no_block_can_stand_is_an_error() {
    let check = |text: &str, expected: &[&str]| {
        check_faults(text, RawHtml::Sanitize, expected);
    };
    check(
        "<div>\n::: for b\n</div>\n",
        &["misplaced-directive ::: for b"],
    );
    check("    ::: for b\n", &["misplaced-directive ::: for b"]);
    check("x\n    ::: for b\n", &["misplaced-directive ::: for b"]);
    check("| ::: for b |\n", &["misplaced-directive ::: for b |"]);
    check(
        "|x|y|\n|---|---|\n|z| ::: for b |\n",
        &["misplaced-directive ::: for b"],
    );
    check("# ::: for b\n", &["misplaced-directive ::: for b"]);
    check("**::: for b**\n", &["misplaced-directive ::: for b"]);
    check("<!--\n::: for b\n-->\n", &["misplaced-directive ::: for b"]);
    check("<p>:for[x]{b}</p>\n", &["misplaced-directive :for"]);
    check("x <b title=\":for[x]{b}\">", &["misplaced-directive :for"]);
    check("x ::for[y]{b}\n", &["misplaced-directive ::for"]);
    check("x\n2. ::: for b\n", &["misplaced-directive ::: for b"]);
    check("[x](/y \":t[z]\")", &["misplaced-directive :t[z]"]);
    // What was code before the directives were known is none after.
    check(
        "x\n::: for b\n<custom>\n```\n::: c\n```\n",
        &["unclosed-directive ::: for b", "misplaced-directive ::: c"],
    );
}

#[test]
fn html_is_refused_once_for_each_element() {
    check_faults(
        "<div class=x>\n\nx <b>y</b>\n\n</div>\n\n</p> <!-- c -->",
        RawHtml::Refuse,
        &["raw-html <div class=x>", "raw-html <b>", "raw-html </p>"],
    );
    check_faults("x <!-- c -->", RawHtml::Refuse, &["raw-html <!-- c -->"]);
}

#[test]
fn html_becomes_nodes() {
    check_all(
        "<details open onclick=x>\n<summary>Q</summary>\n\n*A*\n\n</details>",
        r#"<details open=>("\n" <summary>("Q") "\n" p(Emphasis("A")))"#,
    );
    check_all("x <div id=i>y</div>", r#"p("x " <span id=i>("y"))"#);
    check_all(
        "<h2 id=i class=c><button>T</button></h2>",
        r#"h2i(<span class=c>("T"))"#,
    );
    check_all(
        "<a class=c href='/x/?a&amp;b'>y</a>",
        r#"p(link</x/?a&b>(<span class=c>("y")))"#,
    );
    check_all("<img src=x.png alt='y'>", r#"img<x.png>("y")"#);
    check_all("<ul><li>x<li>y</ul>", r#"<ul>(<li>("x") <li>("y"))"#);
    check_all("<p>x\n\ny\n\n</p></div>", r#"<p>("x\n") p("y")"#);
    check_all("x <script>y</script> z", r#"p("x  z")"#);
    check_all("<style>\nx{}\n\n</style>\n<iframe src=x></iframe>", "");
    check_all("> <div>x\n\ny", r#"quote(<div>("x\n")) p("y")"#);
}

#[test]
fn links_lead_only_where_they_may() {
    let check = |text: &str, expected: &[&str]| check_faults(text, RawHtml::Sanitize, expected);
    assert_eq!(
        check(
            "[x](javascript&colon;y)",
            &["unsafe-link [x](javascript&colon;y)"]
        ),
        r#"p("x")"#
    );
    check("<vbscript:x>", &["unsafe-link <vbscript:x>"]);
    check("[x]\n\n[x]: //y", &["unsafe-link [x]"]);
    check(
        "![x](https://y/z.png)",
        &["remote-image ![x](https://y/z.png)"],
    );
    check("![x](data:y)", &["remote-image ![x](data:y)"]);
    assert_eq!(
        check(
            "z <a href='jav&#x09;ascript:y'>x</a>",
            &["unsafe-link <a href='jav&#x09;ascript:y'>"]
        ),
        r#"p("z " <span>("x"))"#
    );
    check("<img src=//y>", &["remote-image <img src=//y>"]);
}

#[test]
fn headings_take_an_id_and_nothing_else() {
    check_faults(
        "# T {#x .c onclick=y}\n\n# U {#1}",
        RawHtml::Refuse,
        &[
            "heading-attribute .c",
            "heading-attribute onclick",
            "heading-attribute #1",
        ],
    );
}

#[test]
fn depth_has_an_end() {
    for text in [
        ">".repeat(40_000),
        "+ ".repeat(2_000),
        "::: for a\n".repeat(200),
        "<b>".repeat(200),
    ] {
        let parsed = parsed(&text, RawHtml::Sanitize);
        assert_eq!(parsed.diagnostics.len(), 1);
        assert_eq!(parsed.diagnostics[0].rule.id, "excessive-nesting");
    }
}

#[test]
fn spans_are_of_the_whole_file() {
    let text = "+++\n+++\nx :t[y] [z](javascript:)";
    let audiences = [AudienceId::new("a")];
    let options = MarkdownOptions {
        audiences: &audiences,
        raw_html: RawHtml::Refuse,
    };
    let parsed = parse(
        &SourcePath::new("en.md"),
        text,
        Span::new(8, text.len()),
        &options,
    );
    let place = parsed.diagnostics[0].place.clone().unwrap();
    assert_eq!(&text[place.span.range()], "[z](javascript:)");
    let reading = parsed.value.for_audience(&audiences[0]);
    let message = reading.descendants().nth(2).unwrap();
    assert_eq!(&text[message.span.range()], ":t[y]");
}
