//! Values of attributes and style sheets: whether they could load something.
//!
//! A presentation attribute is CSS, so an escape or a comment in it could hide a word from whoever
//! looks for it. No drawing needs either; what has them is refused before its words are looked at.

/// The functions that draw. `url` is one of them as long as it stays inside the drawing.
const FUNCTIONS: [&str; 27] = [
    "blur",
    "brightness",
    "calc",
    "circle",
    "contrast",
    "cubic-bezier",
    "drop-shadow",
    "ellipse",
    "grayscale",
    "hsl",
    "hsla",
    "hue-rotate",
    "inset",
    "invert",
    "matrix",
    "opacity",
    "polygon",
    "rgb",
    "rgba",
    "rotate",
    "saturate",
    "scale",
    "skewx",
    "skewy",
    "steps",
    "translate",
    "url",
];

/// The declarations of a `style` attribute: property and value.
pub fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.trim();
        let value = value.strip_suffix("!important").unwrap_or(value);
        Some((property.trim(), value.trim()))
    })
}

/// Why a value is refused: `address` for something outside the drawing, `style` for what could hide
/// one.
pub fn danger(value: &str) -> Option<&'static str> {
    if value.contains('\\') || value.contains("/*") {
        return Some("style");
    }
    let lower = value.to_ascii_lowercase();
    let mut rest = lower.as_str();
    while let Some(at) = rest.find('(') {
        let (before, after) = rest.split_at(at);
        let name = before
            .rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .next();
        // Parentheses around a term are a function without a name.
        match name {
            Some("url") if !is_inside(&after[1..]) => return Some("address"),
            Some(name) if !name.is_empty() && !FUNCTIONS.contains(&name) => return Some("style"),
            _ => {}
        }
        rest = &after[1..];
    }
    None
}

/// Whether the address in `url(` begins with `#`.
fn is_inside(address: &str) -> bool {
    address
        .trim_start()
        .trim_start_matches(['"', '\''])
        .starts_with('#')
}

/// The same for a whole style sheet, in which an `@` could load another.
pub fn sheet_danger(sheet: &str) -> Option<&'static str> {
    if sheet.contains(['@', '<']) {
        return Some("style");
    }
    danger(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stays_inside_is_let_through() {
        let check =
            |value: &str, expected: Option<&str>| assert_eq!(danger(value), expected, "{value}");
        check("url(#a)", None);
        check("url( '#a' ) none", None);
        check("rgb(1, 2, 3)", None);
        check("translate(1 2) rotate(3)", None);
        check("calc((1px + 2px) * 3)", None);
        check("url(http://a.example/)", Some("address"));
        check("URL(//a.example)", Some("address"));
        check("url(data:image/svg+xml,…)", Some("address"));
        check("u\\72l(#a)", Some("style"));
        check("url/**/(#a)", Some("style"));
        check("image-set('a.png' 1x)", Some("style"));
        check("expression(alert(1))", Some("style"));
        check("url(#a) url(b.svg#c)", Some("address"));
    }
}
