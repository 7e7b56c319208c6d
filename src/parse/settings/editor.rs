//! `[serve] editor` → the address by which a click in the preview opens an editor.

use crate::parse::value::Fields;

/// `[serve] editor`: an address that an editor has claimed, such as `vscode://file/{path}:{line}`.
pub(super) fn editor(fields: &mut Fields<'_>) -> Option<String> {
    let (table, span) = fields.table("serve")?;
    let path = fields.path();
    let mut found = Vec::new();
    let mut serve = Fields::new(table, path, span, &mut found);
    let editor = serve.string("editor");
    if editor.as_ref().is_some_and(|text| !is_editor_address(text)) {
        let value = &serve.entry("editor").expect("a text was found").value;
        serve.invalid("editor", value, "\"vscode://file/{path}:{line}\"");
    }
    serve.finish();
    found.into_iter().for_each(|fault| fields.fault(fault));
    editor.filter(|text| is_editor_address(text))
}

/// Whether a browser that follows this address hands it to a program, and runs nothing itself.
fn is_editor_address(text: &str) -> bool {
    const OF_BROWSERS: [&str; 9] = [
        "about",
        "blob",
        "data",
        "file",
        "ftp",
        "http",
        "https",
        "javascript",
        "view-source",
    ];
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c));
    is_scheme
        && !OF_BROWSERS.contains(&scheme)
        && rest.contains("{path}")
        && !text.chars().any(|c| c.is_control() || c.is_whitespace())
}
