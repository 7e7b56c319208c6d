//! What the elements of HTML are to a reader of it: the lists of WHATWG HTML §13.1.2.

/// What is to be known of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It stands in a line of text: what is before and behind it is one text.
    Inline,
    /// The same, and it holds nothing and has no end tag.
    InlineVoid,
    /// It parts texts from each other, holds nothing and has no end tag.
    Void,
    /// It parts texts, and its end tag may stay unsaid.
    Optional,
    /// It parts texts, and a paragraph ends before it by itself.
    Section,
    /// A paragraph: [`Kind::Optional`] and [`Kind::Section`].
    Paragraph,
    /// A line: [`Kind::Void`] and [`Kind::Section`].
    Rule,
    /// It parts texts.
    Other,
}

impl Kind {
    /// The kind of the element of this name.
    pub fn of(name: &str) -> Self {
        // As bytes: the compiler makes a tree of them, and not a list.
        match name.as_bytes() {
            b"a" | b"abbr" | b"b" | b"bdi" | b"bdo" | b"big" | b"cite" | b"code" | b"data"
            | b"del" | b"dfn" | b"em" | b"font" | b"i" | b"ins" | b"kbd" | b"label" | b"mark"
            | b"q" | b"s" | b"samp" | b"small" | b"span" | b"strong" | b"sub" | b"sup"
            | b"time" | b"tt" | b"u"
            // Of drawings.
            | b"tspan" | b"textpath" | b"var" => Self::Inline,
            b"img" | b"wbr" => Self::InlineVoid,
            b"area" | b"base" | b"br" | b"col" | b"embed" | b"input" | b"link" | b"meta"
            | b"source" | b"track" => Self::Void,
            b"body" | b"colgroup" | b"dd" | b"dt" | b"head" | b"html" | b"li" | b"optgroup"
            | b"option" | b"rp" | b"rt" | b"tbody" | b"td" | b"tfoot" | b"th" | b"thead"
            | b"tr" => Self::Optional,
            b"p" => Self::Paragraph,
            b"hr" => Self::Rule,
            b"address" | b"article" | b"aside" | b"blockquote" | b"center" | b"details"
            | b"dialog" | b"dir" | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure"
            | b"footer" | b"form" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"header"
            | b"hgroup" | b"main" | b"menu" | b"nav" | b"ol" | b"pre" | b"section" | b"table"
            | b"ul" => Self::Section,
            _ => Self::Other,
        }
    }

    /// Whether what is before and behind it is one text.
    pub const fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::InlineVoid)
    }

    /// Whether it has no end tag.
    pub const fn is_void(self) -> bool {
        matches!(self, Self::InlineVoid | Self::Void | Self::Rule)
    }

    /// Whether its end tag may stay unsaid.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::Paragraph)
    }

    const fn ends_paragraph(self) -> bool {
        matches!(self, Self::Section | Self::Paragraph | Self::Rule)
    }
}

/// Whether an open element `top` ends by itself before the element `name` begins.
pub fn ends_before(top: &str, name: &str, kind: Kind) -> bool {
    match top {
        "p" => kind.ends_paragraph(),
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
