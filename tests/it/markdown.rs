//! What must hold of every text that becomes HTML: nothing panics, nothing leaks, every tag is
//! closed, every span is a place in the file.

use campaign::diagnostic::{Diagnosed, Severity};
use campaign::model::audience::AudienceId;
use campaign::model::document::{Argument, Component, Document, Node};
use campaign::model::settings::RawHtml;
use campaign::parse::markdown::{MarkdownOptions, parse};
use campaign::render::markdown::{External, Picture, Surroundings, Target, render};
use campaign::source::{SourcePath, Span};
use proptest::prelude::*;

/// A page where every link and image is there.
struct Page;

impl Surroundings for Page {
    fn link(&mut self, _: &Node, destination: &str) -> Target {
        Target::Href {
            url: destination.to_owned(),
            external: External::No,
        }
    }

    fn image(&mut self, _: &Node, destination: &str, alt: &str) -> Option<Picture> {
        Some(Picture {
            url: destination.to_owned(),
            width: None,
            height: None,
            alt: alt.to_owned(),
            ..Picture::default()
        })
    }

    fn message(&mut self, _: &Node, id: &str, _: &[Argument]) -> String {
        id.to_owned()
    }

    fn component(&mut self, _: &Node, _: &Component, body: Option<String>) -> String {
        body.map_or_else(
            || "<x-leaf></x-leaf>".to_owned(),
            |body| format!("<x-card>{body}</x-card>"),
        )
    }

    fn label(&mut self, id: &str) -> String {
        id.to_owned()
    }
}

fn audiences() -> [AudienceId; 2] {
    ["a", "b"].map(AudienceId::new)
}

fn read(text: &str, raw_html: RawHtml) -> Diagnosed<Document> {
    let audiences = audiences();
    let options = MarkdownOptions {
        audiences: &audiences,
        raw_html,
    };
    parse(
        &SourcePath::new("content/en.md"),
        text,
        Span::new(0, text.len()),
        &options,
    )
}

fn html(document: &Document, audience: &str) -> String {
    let audience = AudienceId::new(audience);
    render(document.for_audience(&audience), &mut Page)
}

/// The bits that texts are put together from: what opens and closes blocks, and what is like it.
const BITS: &[&str] = &[
    "::: for a\n",
    ":::\n",
    "\n",
    "\n\n",
    "::: not-for a\n",
    "::: card[T]{n=1} \n",
    ":::: for b\n",
    "::::\n",
    "::leaf{x=\"é\"}\n",
    "::: for c\n",
    ":::",
    "::",
    ":for[",
    "]{a}",
    "]{b",
    "]",
    "[",
    ":t[m]",
    ":card[é]{n=2}",
    ":c{x}",
    "{",
    "}",
    "```\n",
    "~~~\n",
    "`",
    "``",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "# ",
    "### x {#y .z}\n",
    "| a | b |\n|---|:-:|\n",
    "| ",
    " |\n",
    "***",
    "**",
    "_",
    "~~",
    "[^n]",
    "[^n]: ",
    "[r]: /x\n",
    "[r]",
    "![i](x.png \"t\")",
    "](y)",
    "[l](javascript:x)",
    "<https://x.org>",
    "<div>\n",
    "</div>\n",
    "<b>",
    "</b>",
    "<p>",
    "<li>",
    "<script>",
    "</script>",
    "<!-- ",
    " -->",
    "<a href='/x'>",
    "</a>",
    "<td>",
    "<h2 class=x>",
    "</h2>",
    "<?",
    "?>",
    "Term\n: ",
    ": ",
    "word",
    "é",
    "\u{1F600}",
    " ",
    "&amp;",
    "&#58;",
    "\\",
    "> [!NOTE]\n",
    "---\n",
    "===\n",
    "\r\n",
    "\u{2}",
    "\0",
];

fn mix() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BITS), 0..40).prop_map(|bits| bits.concat())
}

/// Whether every tag is closed in the element it was opened in.
fn check_balance(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').ok_or("a tag without an end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find(' ').unwrap_or(name.len())];
        if name.is_empty() || tag.contains(['<', '\n']) && !tag.contains('"') {
            return Err(format!("<{tag}> is no tag"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else if !matches!(name, "br" | "hr" | "img") {
            open.push(name);
        }
    }
    match open.pop() {
        None => Ok(()),
        Some(name) => Err(format!("<{name}> stays open")),
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    for raw_html in [RawHtml::Refuse, RawHtml::Sanitize] {
        let read = read(text, raw_html);
        for fault in &read.diagnostics {
            let span = fault.place.as_ref().map(|place| place.span);
            let Some(span) = span else { continue };
            prop_assert!(text.get(span.range()).is_some(), "{fault:?}");
        }
        for audience in &audiences() {
            let reading = read.value.for_audience(audience);
            for node in reading.descendants() {
                prop_assert!(text.get(node.span.range()).is_some(), "{node:?}");
            }
            let html = html(&read.value, audience.as_str());
            prop_assert!(
                check_balance(&html).is_ok(),
                "{:?}\n{html}",
                check_balance(&html)
            );
            for harm in ["<script", "onclick", "style=", "href=\"javascript"] {
                prop_assert!(!html.contains(harm), "{html}");
            }
            let ids = reading.headings().into_iter().map(|heading| heading.id);
            let written = html.split("<h").filter_map(|part| {
                let (tag, rest) = part.split_once(" id=\"")?;
                let is_heading = tag.len() == 1 && tag.parse::<u8>().is_ok();
                is_heading.then(|| rest.split('"').next().unwrap_or_default().to_owned())
            });
            // Those of footnotes come behind: they are not part of the reading's headings.
            let ids: Vec<String> = ids.collect();
            prop_assert_eq!(&ids, &written.take(ids.len()).collect::<Vec<_>>());
        }
    }
    Ok(())
}

/// A document with what is for `a` only, what is for `b` only, and what is for both, nested in
/// each other in every way that Markdown has.
fn blocks(depth: u32) -> BoxedStrategy<Vec<String>> {
    let leaf = prop_oneof![
        Just(vec!["text".to_owned()]),
        Just(vec![
            "x :for[only**A**a]{a} y :not-for[onlyBb *z*]{a}".to_owned()
        ]),
        Just(vec![
            "| h | i |".to_owned(),
            "|---|---|".to_owned(),
            "| :for[onlyAa]{a} | :for[onlyBb :t[m]]{b} |".to_owned(),
        ]),
        Just(vec![
            "```".to_owned(),
            "::: for a".to_owned(),
            "```".to_owned()
        ]),
        Just(vec!["# head :for[onlyAa]{a}".to_owned()]),
        Just(vec![
            "[l :for[onlyBb]{b}](/x) ![:for[onlyAa]{a}](y)".to_owned()
        ]),
        Just(vec!["::leaf{n=1}".to_owned()]),
        Just(vec!["<p>html</p>".to_owned(), String::new()]),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let inner = move || prop::collection::vec(blocks(depth - 1), 1..3);
    let fence = ":".repeat(3 + depth as usize);
    let enclose = move |open: &str, lines: Vec<String>| {
        let mut all = vec![format!("{fence} {open}")];
        all.extend(lines);
        all.push(fence.clone());
        all
    };
    let (for_a, not_for_a, card) = (enclose.clone(), enclose.clone(), enclose);
    prop_oneof![
        leaf,
        inner().prop_map(move |blocks| {
            let mut lines = vec!["onlyAa".to_owned(), String::new()];
            lines.extend(joined(blocks));
            for_a("for a", lines)
        }),
        inner().prop_map(move |blocks| {
            let mut lines = joined(blocks);
            lines.extend([String::new(), "onlyBb".to_owned()]);
            not_for_a("not-for a", lines)
        }),
        inner().prop_map(move |blocks| card("card", joined(blocks))),
        inner().prop_map(|blocks| indent("- ", "  ", joined(blocks))),
        inner().prop_map(|blocks| indent("1. ", "   ", joined(blocks))),
        inner().prop_map(|blocks| indent("> ", "> ", joined(blocks))),
        prop::collection::vec(blocks(0), 1..3).prop_map(|blocks| {
            let mut inner = vec!["::: for a".to_owned(), "onlyAa".to_owned()];
            inner.extend([String::new(), ":::".to_owned(), String::new()]);
            inner.extend(joined(blocks));
            let mut lines = vec!["note[^f]".to_owned(), String::new()];
            lines.extend(indent("[^f]: ", "    ", inner));
            lines
        }),
    ]
    .boxed()
}

/// Footnotes for one audience each, one of them in a quotation. (The engine ends a footnote where
/// another begins, so they stand apart from the blocks.)
const FOOTNOTES: &str = "
See[^b] and[^c] and[^d].

::: not-for a
[^b]: onlyBb
:::

::: for a
> [^c]: onlyAa
:::

::: for b
- [^d]: onlyBb
- :for[x[^e]]{a}
:::

[^e]: onlyAa by way of nobody
";

/// Blocks with blank lines between them.
fn joined(blocks: Vec<Vec<String>>) -> Vec<String> {
    blocks.join(&String::new())
}

fn indent(first: &str, other: &str, lines: Vec<String>) -> Vec<String> {
    lines
        .into_iter()
        .enumerate()
        .map(|(number, line)| match number {
            0 => format!("{first}{line}"),
            _ => format!("{other}{line}"),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_well_formed_html(text in "\\PC*") {
        check(&text)?;
    }

    #[test]
    fn any_mix_becomes_well_formed_html(text in mix()) {
        check(&text)?;
    }

    /// A line that begins with `:::` outside fenced code never comes out as text unreported. Behind
    /// an inline directive it begins no line, also where the directive shows nothing.
    #[test]
    fn no_fence_is_printed_unreported(text in mix()) {
        let read = read(&text, RawHtml::Sanitize);
        let is_broken = read.diagnostics.iter().any(|fault| fault.severity == Severity::Error);
        let marks = |c: char| c.is_whitespace() || c.is_ascii_digit() || ">-*+|.".contains(c);
        let mut lines = text.lines();
        if is_broken || !lines.any(|line| line.trim_start_matches(marks).starts_with(":::")) {
            return Ok(());
        }
        let html = html(&read.value, "b");
        for line in html.lines() {
            let line = line.trim_start_matches("<p>").trim_start();
            let is_printed = line.starts_with("::: for") && !html.contains("<code");
            prop_assert!(!is_printed || text.contains('\\') || text.contains("&#58;"), "{html}");
        }
    }

    /// Whatever stands around a block for `a`, it is hidden from `b` or the build stops. (Code that
    /// was opened before shows it as code, as its author asked.)
    #[test]
    fn a_block_is_hidden_or_reported(before in mix(), after in mix()) {
        let text = format!("{before}\n::: for a\nSECRET\n:::\n{after}");
        let read = read(&text, RawHtml::Sanitize);
        let html = html(&read.value, "b");
        let is_hidden = !html.contains("SECRET") || html.contains("<code");
        let is_reported = read.diagnostics.iter().any(|fault| fault.severity == Severity::Error);
        prop_assert!(is_hidden || is_reported, "{html}");
    }

    #[test]
    fn nothing_reaches_another_audience(blocks in prop::collection::vec(blocks(3), 1..4)) {
        let text = format!("{}\n{FOOTNOTES}", joined(blocks).join("\n"));
        let read = read(&text, RawHtml::Sanitize);
        let structural: Vec<_> = read
            .diagnostics
            .iter()
            .filter(|fault| fault.rule.id != "missing-footnote")
            .collect();
        prop_assert!(structural.is_empty(), "{structural:?}\n{text}");
        let (a, b) = (html(&read.value, "a"), html(&read.value, "b"));
        prop_assert!(!b.contains("onlyA") && !b.contains("Aa"), "{text}\n{b}");
        prop_assert!(!a.contains("onlyB"), "{text}\n{a}");
        prop_assert!(check_balance(&a).is_ok() && check_balance(&b).is_ok());
    }

    /// What an audience may not see can be anything: its HTML stays the same.
    #[test]
    fn what_is_hidden_does_not_matter(hidden in "[a-z é*_]{0,12}", outer in blocks(2)) {
        let with = |word: &str| {
            let inner = vec![format!("# {word}"), String::new(), word.to_owned()];
            let text = [outer.clone(), vec![String::new(), "::: for a".to_owned()], inner,
                vec![":::".to_owned(), String::new(), "end".to_owned()]].concat().join("\n");
            html(&read(&text, RawHtml::Refuse).value, "b")
        };
        prop_assert_eq!(with(&hidden), with("other"));
    }
}

/// Run by hand, on a release build: `cargo test --release --test it -- --ignored --nocapture speed`.
#[test]
#[ignore = "measures"]
fn speed() {
    let plain = "## Know your rights\n\nYou *do not* have to [answer](../rights/) **anything**: call \
        <https://example.org> or `911`, at any hour of the day, and ask for an interpreter.\n\n\
        - one item with text\n- another one, [linked](/help/#now)\n\n| When | Where |\n|---|---|\n\
        | Monday | Tijuana &amp; San Diego |\n\n> A quotation[^n].\n\n";
    let directives = "::: for a\nOnly for :t[someone], or :for[some *one*]{a}.\n:::\n\n";
    let footnote = "\n[^n]: A note.\n";
    for (name, part) in [
        ("plain", plain.to_owned()),
        ("with directives", format!("{plain}{directives}")),
    ] {
        let text = part.repeat(120_000 / part.len()) + footnote;
        let (mut best_parse, mut best_render) = (f64::MAX, f64::MAX);
        for _ in 0..20 {
            let start = std::time::Instant::now();
            let read = read(&text, RawHtml::Refuse);
            best_parse = best_parse.min(start.elapsed().as_secs_f64());
            assert!(read.diagnostics.is_empty());
            let start = std::time::Instant::now();
            assert!(html(&read.value, "a").len() > text.len());
            best_render = best_render.min(start.elapsed().as_secs_f64());
        }
        println!(
            "{name}: {} bytes, parse {:.2} ms, render {:.2} ms",
            text.len(),
            best_parse * 1e3,
            best_render * 1e3
        );
    }
}
