use super::*;

fn parsed(text: &str) -> Diagnosed<Drawing> {
    parse(&Source::new("content/a.svg", text.as_bytes()))
}

fn written(text: &str) -> String {
    let drawing = parsed(text);
    assert_eq!(drawing.diagnostics, [], "{text}");
    String::from_utf8(drawing.value.bytes).unwrap()
}

/// A drawing around this.
fn around(inside: &str) -> String {
    format!("<svg xmlns=\"{NAMESPACE}\" viewBox=\"0 0 4 3\">{inside}</svg>")
}

#[test]
fn what_draws_is_written_anew() {
    let text = "<?xml version=\"1.0\"?>\n<!-- by Jane -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
                xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" \
                inkscape:version=\"1\" viewBox=\"0 0 40 30\" data-author=\"Jane\">\n\
                <metadata><rdf:RDF><dc:creator>Jane</dc:creator></rdf:RDF></metadata>\
                <sodipodi:namedview/><title>A &amp; B</title>\
                <g style=\"fill:#123; stroke : none\" fill=\"red\" inkscape:label=\"Jane's\">\
                <path d=\"M0 0h4\"/><use xlink:href=\"#a\"/></g></svg>";
    assert_eq!(
        written(text),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><title>A &amp; B</title>\
         <g fill=\"#123\" stroke=\"none\"><path d=\"M0 0h4\"></path><use href=\"#a\"></use></g></svg>"
    );
}

#[test]
fn a_drawing_that_was_written_anew_stays_as_it_is() {
    let once = written(&around(
        "<style>.a{fill:#f00}</style><g class=\"a\"><circle r=\"1\"/></g><text>a &lt; b<tspan>c</tspan></text>",
    ));
    assert_eq!(written(&once), once);
}

#[test]
fn the_size_is_that_of_the_box() {
    let check = |attributes: &str, expected: (u32, u32), shown: &str| {
        let text = format!("<svg xmlns=\"{NAMESPACE}\" {attributes}/>");
        let drawing = parsed(&text).value;
        assert_eq!((drawing.width, drawing.height), expected, "{attributes}");
        let bytes = String::from_utf8(drawing.bytes).unwrap();
        assert!(bytes.contains(shown), "{bytes}");
    };
    check(
        "viewBox=\"0 0 40.4, 30\"",
        (40, 30),
        "viewBox=\"0 0 40.4, 30\"",
    );
    check(
        "width=\"20px\" height=\"10\"",
        (20, 10),
        "viewBox=\"0 0 20 10\"",
    );
    check("width=\"100%\"", (300, 150), "");
    check(
        "viewBox=\"0 0 1e9 NaN\" width=\"-1\" height=\"4\"",
        (300, 150),
        "",
    );
}

/// Attacks that were published against one filter or another, and their variations.
const ATTACKS: [&str; 56] = [
    "<script>alert(1)</script>",
    "<script href=\"https://a.example/a.js\"/>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">alert(1)</svg:script>",
    "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
    "<g><g><script>alert(1)</script></g></g>",
    "<foreignObject><body onload=\"alert(1)\"/></foreignObject>",
    "<iframe src=\"https://a.example\"/>",
    "<embed src=\"a.swf\"/>",
    "<object data=\"a.svg\"/>",
    "<image href=\"https://a.example/pixel.png\"/>",
    "<image xlink:href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>",
    "<feImage href=\"https://a.example/a.svg\"/>",
    "<a href=\"javascript:alert(1)\"><circle r=\"1\"/></a>",
    "<a xlink:href=\"https://a.example\"><text>x</text></a>",
    "<video src=\"a.mp4\"/>",
    "<audio src=\"a.mp3\"/>",
    "<link rel=\"stylesheet\" href=\"https://a.example/a.css\"/>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://a.example\"/>",
    "<handler type=\"application/ecmascript\">alert(1)</handler>",
    "<listener event=\"click\" handler=\"#a\"/>",
    "<circle r=\"1\" onclick=\"alert(1)\"/>",
    "<circle r=\"1\" onload=\"alert(1)\"/>",
    "<circle r=\"1\" ONLOAD=\"alert(1)\"/>",
    "<circle r=\"1\" ev:onload=\"alert(1)\"/>",
    "<use href=\"https://a.example/a.svg#a\"/>",
    "<use xlink:href=\"data:image/svg+xml,%3Csvg id='x'/%3E#x\"/>",
    "<use href=\" #a\"/>",
    "<use href=\"\"/>",
    "<use other:href=\"//a.example/a.svg#a\"/>",
    "<textPath href=\"java&#x73;cript:alert(1)\"/>",
    "<linearGradient href=\"a.svg#b\"/>",
    "<rect fill=\"url(https://a.example/a.svg#b)\"/>",
    "<rect fill=\"URL( '//a.example/a.svg#b' )\"/>",
    "<rect fill=\"u&#x72;l(//a.example)\"/>",
    "<rect fill=\"u\\72 l(//a.example)\"/>",
    "<rect filter=\"url(data:image/svg+xml,x#y)\"/>",
    "<rect clip-path=\"url(#a) url(b.svg#c)\"/>",
    "<rect style=\"fill:url(//a.example)\"/>",
    "<rect style=\"mask: image-set('//a.example/a.png' 1x)\"/>",
    "<rect style=\"fill: url/**/(//a.example)\"/>",
    "<style>@import 'https://a.example/a.css';</style>",
    "<style>@font-face{font-family:a;src:url(//a.example)}</style>",
    "<style>rect{fill:url(//a.example)}</style>",
    "<style><![CDATA[@import '//a.example';]]></style>",
    "<style>rect{fill:u\\72l(//a.example)}</style>",
    "<style>&#64;import '//a.example';</style>",
    "<style>a{b:expression(alert(1))}</style>",
    "<style>/*</style><style>*/@import url(//a.example);</style>",
    "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
    "<set attributeName=\"xlink:href\" to=\"javascript:alert(1)\"/>",
    "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
    "<animate values=\"a\"/>",
    "<animateTransform attributeName=\"style\" to=\"fill:url(//a.example)\"/>",
    "<animate attributeName=\"fill\" to=\"url(//a.example)\"/>",
    "<text>&xxe;</text>",
];

#[test]
fn an_attack_is_refused_where_it_stands() {
    for attack in ATTACKS {
        let text = around(attack);
        let drawing = parsed(&text);
        let fault = drawing
            .diagnostics
            .first()
            .unwrap_or_else(|| panic!("{attack}"));
        assert_eq!(fault.rule.id, "unsafe-svg", "{attack}");
        let span = fault.place.as_ref().unwrap().span;
        assert!(
            text.get(span.range()).is_some_and(|text| !text.is_empty()),
            "{attack}: {span:?}"
        );
        assert_eq!(drawing.value.bytes, b"", "{attack}");
    }
}

#[test]
fn what_surrounds_a_drawing_is_refused_too() {
    let check = |text: &str, rule: &str| {
        let drawing = parsed(text);
        assert!(
            drawing
                .diagnostics
                .iter()
                .any(|fault| fault.rule.id == rule),
            "{text}: {drawing:?}"
        );
        assert_eq!(drawing.value.bytes, b"");
    };
    let simple = around("");
    check(
        &format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{simple}"),
        "unsafe-svg",
    );
    check(
        &format!("<?xml-stylesheet href=\"//a.example\"?>{simple}"),
        "unsafe-svg",
    );
    check(
        &around("<g xmlns=\"http://www.w3.org/1999/xhtml\"/>"),
        "unsafe-svg",
    );
    check(&around(&"<g>".repeat(DEEPEST + 1)), "unsafe-svg");
    check("<html><script/></html>", "broken-image");
    check("", "broken-image");
    check("text", "broken-image");
    check(&format!("{simple}{simple}"), "broken-image");
    check(&around("<g>"), "broken-image");
    check(&around("<g x=\"1\" x=\"2\"/>"), "broken-image");
    check(&around("<g x=\"&lt\"/>"), "unsafe-svg");
}

#[test]
fn a_drawing_that_ends_anywhere_is_no_panic() {
    let text = around(&ATTACKS.concat());
    for end in 0..text.len() {
        if let Some(part) = text.get(..end) {
            parsed(part);
        }
    }
}
