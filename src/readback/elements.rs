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
        match name {
            "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del"
            | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "q" | "s"
            | "samp" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "tt" | "u"
            | "var" => Self::Inline,
            "img" | "wbr" => Self::InlineVoid,
            "area" | "base" | "br" | "col" | "embed" | "input" | "link" | "meta" | "source"
            | "track" => Self::Void,
            "body" | "colgroup" | "dd" | "dt" | "head" | "html" | "li" | "optgroup" | "option"
            | "rp" | "rt" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => Self::Optional,
            "p" => Self::Paragraph,
            "hr" => Self::Rule,
            "address" | "article" | "aside" | "blockquote" | "center" | "details" | "dialog"
            | "dir" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
            | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "main" | "menu"
            | "nav" | "ol" | "pre" | "section" | "table" | "ul" => Self::Section,
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
