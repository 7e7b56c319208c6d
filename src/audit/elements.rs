//! What the elements of HTML are to a reader of it: the lists of WHATWG HTML §13.1.2.

/// Elements that stand in a line of text: what is before and behind them is one text.
pub const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "big",
];

/// Elements that hold nothing and have no end tag.
pub const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose end tag may stay unsaid.
pub const OPTIONAL: [&str; 17] = [
    "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt",
    "tbody", "td", "tfoot", "th", "thead",
];

/// Elements before which a paragraph ends by itself (WHATWG HTML §13.1.2.4).
const ENDS_PARAGRAPH: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Whether an open element `top` ends by itself before `name` begins.
pub fn ends_before(top: &str, name: &str) -> bool {
    match top {
        "p" => ENDS_PARAGRAPH.contains(&name),
        "li" => name == "li",
        "dt" | "dd" => matches!(name, "dt" | "dd"),
        "td" | "th" => matches!(name, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(name, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(name, "tbody" | "tfoot"),
        "option" => matches!(name, "option" | "optgroup"),
        "head" => name == "body",
        _ => false,
    }
}
