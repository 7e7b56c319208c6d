//! Routes: where a file lives in the output.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// The one file of the output whose name begins with a dot: what Apache reads. Only the tool makes
/// it; [`Route::is_safe_part`] refuses the name wherever somebody else gives it.
pub const HTACCESS: &str = ".htaccess";

/// The path of a file in the output, such as `help/es/derechos/index.html`.
///
/// It is made only by joining parts that [`Route::is_safe_part`] accepts, so it cannot leave the
/// output folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// The file at these parts. Empty parts are left out.
    ///
    /// # Panics
    /// When a part could leave its folder or is no file name; `parse` refuses such names before.
    pub fn new<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::new();
        for part in parts
            .into_iter()
            .flat_map(|part| part.split('/'))
            .filter(|part| !part.is_empty())
        {
            assert!(
                part == HTACCESS || Self::is_safe_part(part),
                "a route has no part {part:?}"
            );
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
        }
        Self(path.into())
    }

    /// Whether a file or folder of this name is the same on every system and stays where it is put.
    pub fn is_safe_part(part: &str) -> bool {
        const RESERVED: [&str; 6] = ["con", "nul", "aux", "prn", "com1", "lpt1"];
        const FORBIDDEN: &[u8] = b"<>:\"/\\|?*#%";
        let stem = part.split('.').next().unwrap_or(part);
        let is_forbidden = |c: char| match c {
            'a'..='z' | '0'..='9' | '-' => false,
            c if c.is_ascii() => c.is_control() || FORBIDDEN.contains(&(c as u8)),
            c => c.is_control(),
        };
        !part.is_empty()
            && part.len() <= 120
            && !part.ends_with(['.', ' '])
            && !part.starts_with([' ', '.'])
            && !RESERVED.iter().any(|name| name.eq_ignore_ascii_case(stem))
            && !part.chars().any(is_forbidden)
    }

    /// The path, with `/` between its parts.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// All but the last part; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// How many folders it lies in.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// Its address on the web under a base without trailing `/`: `index.html` stays unsaid.
    pub fn permalink(&self, base: &str) -> String {
        permalink(&self.0, base)
    }
}

/// The same for a path below the base.
pub fn permalink(path: &str, base: &str) -> String {
    let folder = path
        .strip_suffix("index.html")
        .filter(|rest| rest.is_empty() || rest.ends_with('/'));
    format!("{base}/{}", folder.unwrap_or(path))
}

impl Borrow<str> for Route {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
