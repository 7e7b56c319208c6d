//! The HTML of small documents. Trees are written out, since `render` does not know `parse`.

use super::*;
use crate::model::audience::AudienceId;
use crate::model::document::{Alert, Document};

/// A page where every link that begins with `/` leads somewhere.
struct Page;

impl Surroundings for Page {
    fn link(&mut self, _: &Node, destination: &str) -> Target {
        match destination {
            "broken" => Target::Broken,
            _ => Target::Href {
                url: destination.to_owned(),
                external: if destination.starts_with("https:") {
                    External::Yes
                } else {
                    External::No
                },
            },
        }
    }

    fn image(&mut self, _: &Node, destination: &str, alt: &str) -> Option<Picture> {
        (destination != "broken").then(|| Picture {
            url: destination.to_owned(),
            width: Some(4),
            height: None,
            alt: alt.to_owned(),
            ..Picture::default()
        })
    }

    fn message(&mut self, _: &Node, id: &str, _: &[Argument]) -> String {
        format!("<{id}>")
    }

    fn component(&mut self, _: &Node, component: &Component, body: Option<String>) -> String {
        format!(
            "<x-{0}>{1}</x-{0}>",
            component.name,
            body.unwrap_or_default()
        )
    }

    fn label(&mut self, id: &str) -> String {
        id.to_owned()
    }
}

fn node(kind: Kind, children: Vec<Node>) -> Node {
    Node::new(kind, 0..0, children)
}

fn text(text: &str) -> Node {
    node(Kind::Text(text.to_owned()), Vec::new())
}

fn check(blocks: Vec<Node>, expected: &str) {
    let document = Document::new(blocks);
    let audience = AudienceId::new("a");
    let html = render(document.for_audience(&audience), &mut Page);
    assert_eq!(html, expected);
}

fn link(destination: &str, children: Vec<Node>) -> Node {
    let kind = Kind::Link {
        destination: destination.to_owned(),
        title: String::new(),
    };
    node(kind, children)
}

fn image(destination: &str, title: &str, children: Vec<Node>) -> Node {
    let kind = Kind::Image {
        destination: destination.to_owned(),
        title: title.to_owned(),
    };
    node(kind, children)
}

#[test]
fn text_is_escaped_wherever_it_goes() {
    check(
        vec![
            node(Kind::Paragraph, vec![text("a <b> & \"c\"")]),
            node(
                Kind::CodeBlock {
                    language: Some("x\"y".to_owned()),
                    text: "<i>".to_owned(),
                },
                Vec::new(),
            ),
        ],
        "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>\n\
         <pre tabindex=\"0\"><code class=\"language-x&quot;y\">&lt;i&gt;</code></pre>\n",
    );
}

#[test]
fn headings_have_the_ids_of_the_reading() {
    let heading = |id: Option<&str>| {
        let kind = Kind::Heading {
            level: 2,
            id: id.map(str::to_owned),
        };
        node(kind, vec![text("Qué es")])
    };
    check(
        vec![heading(None), heading(None), heading(Some("x"))],
        "<h2 id=\"qué-es\">Qué es</h2>\n<h2 id=\"qué-es-2\">Qué es</h2>\n\
         <h2 id=\"x\">Qué es</h2>\n",
    );
}

#[test]
fn links_say_no_more_than_they_must() {
    check(
        vec![node(
            Kind::Paragraph,
            vec![
                link("/x", vec![text("x"), link("/y", vec![text("y")])]),
                link("https://z", vec![text("z")]),
                link("broken", vec![text("b")]),
            ],
        )],
        "<p><a href=\"/x\">xy</a><a href=\"https://z\" rel=\"noopener noreferrer\">z</a>\
         <span class=\"broken-link\">b</span></p>\n",
    );
}

#[test]
fn an_image_alone_with_a_title_is_a_figure() {
    check(
        vec![
            node(
                Kind::Paragraph,
                vec![image("i.png", "T", vec![text("alt")])],
            ),
            node(
                Kind::Paragraph,
                vec![image("broken", "", vec![text("alt")])],
            ),
        ],
        "<figure><img src=\"i.png\" alt=\"alt\" width=\"4\" decoding=\"async\">\
         <figcaption>T</figcaption></figure>\n\
         <p><span class=\"broken-image\">alt</span></p>\n",
    );
}

#[test]
fn tasks_are_signs_and_words() {
    check(
        vec![node(
            Kind::List { start: None },
            vec![
                node(Kind::Item { task: Some(true) }, vec![text("x")]),
                node(
                    Kind::Item { task: Some(false) },
                    vec![node(Kind::Paragraph, vec![text("y")])],
                ),
            ],
        )],
        "<ul>\n<li class=\"task task-done\"><span class=\"task-sign\" aria-hidden=\"true\">☑</span> \
         <span class=\"visually-hidden\">task-done</span> x</li>\n\
         <li class=\"task task-open\">\n<p><span class=\"task-sign\" aria-hidden=\"true\">☐</span> \
         <span class=\"visually-hidden\">task-open</span> y</p>\n</li>\n</ul>\n",
    );
}

#[test]
fn footnotes_are_numbered_as_they_are_read() {
    let reference = |label: &str| node(Kind::FootnoteReference(label.to_owned()), Vec::new());
    let definition = |label: &str| {
        node(
            Kind::FootnoteDefinition(label.to_owned()),
            vec![node(Kind::Paragraph, vec![text(label)])],
        )
    };
    check(
        vec![
            node(
                Kind::Paragraph,
                vec![reference("y"), reference("y"), reference("gone")],
            ),
            definition("x"),
            definition("y"),
        ],
        "<p><sup><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup>\
         <sup><a href=\"#fn:1\" role=\"doc-noteref\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"footnotes\">\n<ol>\n\
         <li id=\"fn:1\">\n<p>y</p>\n<a class=\"footnote-back\" href=\"#fnref:1\" \
         role=\"doc-backlink\" aria-label=\"footnote-back 1\">↩</a>\n</li>\n</ol>\n</section>\n",
    );
}

#[test]
fn alerts_tables_and_components() {
    let cell = |children| node(Kind::TableCell, children);
    let component = |form| {
        Kind::Component(Box::new(Component {
            name: "c".to_owned(),
            name_span: Default::default(),
            label: None,
            arguments: Vec::new(),
            form,
        }))
    };
    check(
        vec![
            node(
                Kind::BlockQuote(Some(Alert::Tip)),
                vec![node(Kind::Paragraph, vec![text("x")])],
            ),
            node(
                Kind::Table(vec![
                    crate::model::document::Alignment::End,
                    crate::model::document::Alignment::None,
                ]),
                vec![
                    node(Kind::TableHead, vec![cell(vec![text("h")]), cell(vec![])]),
                    node(Kind::TableRow, vec![cell(vec![text("d")]), cell(vec![])]),
                ],
            ),
            node(
                component(Form::Container),
                vec![node(
                    Kind::Paragraph,
                    vec![
                        node(component(Form::Inline), Vec::new()),
                        node(
                            Kind::Message {
                                id: "m".to_owned(),
                                arguments: Vec::new(),
                            },
                            Vec::new(),
                        ),
                    ],
                )],
            ),
        ],
        "<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">alert-tip</p>\n\
         <p>x</p>\n</div>\n\
         <div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n\
         <tr><th scope=\"col\" class=\"align-end\">h</th><td></td></tr>\n</thead>\n<tbody>\n\
         <tr><td class=\"align-end\">d</td><td></td></tr>\n</tbody>\n</table>\n</div>\n\
         <x-c><p><x-c></x-c>&lt;m&gt;</p>\n</x-c>\n",
    );
}
