//! Actions: the one thing that a page asks its reader to do.

/// How a theme asks for it: with a component, or with keys of `[extra]`. Only the theme knows which
/// of its buttons it draws larger than everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionForm {
    /// The component; none for keys of `[extra]` in front matter.
    pub component: Option<String>,
    /// The argument, or the key, that says what to do.
    pub label: String,
    /// The argument, or the key, that says where it leads.
    pub to: String,
}
