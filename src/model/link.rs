//! Links: what a destination in Markdown or a template means in one edition, and how one file of
//! the output names another.

use crate::model::page::PageKey;
use crate::model::percent;
use crate::model::route::Route;
use crate::model::site::{EditionSite, Site};

/// What a destination leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A page of the edition, an index into its pages, and a heading on it.
    Page {
        /// The page.
        page: usize,
        /// The id behind `#`, without it.
        fragment: Option<String>,
    },
    /// A heading on the same page.
    Fragment(String),
    /// A file beside a page.
    Asset(Route),
    /// An address outside the site, as it was written.
    External,
    /// Nothing that this edition has.
    Missing,
}

impl EditionSite {
    /// What `destination`, written on the page `from`, leads to. A path is that of a folder or file
    /// in `content/`, from its root or relative to the page's folder.
    pub fn resolve(&self, from: &PageKey, destination: &str) -> Resolution {
        if has_scheme(destination) {
            return Resolution::External;
        }
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(percent::decode(fragment).into_owned())),
            None => (destination, None),
        };
        if path.is_empty() {
            return fragment.map_or(Resolution::Missing, Resolution::Fragment);
        }
        let Some(path) = absolute(from, &percent::decode(path)) else {
            return Resolution::Missing;
        };
        if let Some(page) = self.index.get(path.as_str()) {
            return Resolution::Page {
                page: *page,
                fragment,
            };
        }
        if let Some(route) = self.assets.get(&path) {
            return Resolution::Asset(route.clone());
        }
        // `../visa/en.md`, as an editor completes it, means the page and not the file.
        let folder = path
            .strip_suffix(".md")
            .map(|stem| stem.rsplit_once('/').map_or("", |(folder, _)| folder));
        match folder.and_then(|folder| self.index.get(folder)) {
            Some(page) => Resolution::Page {
                page: *page,
                fragment,
            },
            None => Resolution::Missing,
        }
    }
}

impl Site {
    /// How a file of an audience at `from` names another file of the same audience: relative, so
    /// that the folder works under any path and from disk. `root` is the audience's folder.
    pub fn relative(from: &Route, to: &Route, root: &str) -> String {
        // The front door lies in no audience's folder.
        let root = match below(from, root) == from.as_str() {
            true => "",
            false => root,
        };
        let (up, down) = (from.depth() - depth_of(root), below(to, root));
        let mut address = String::with_capacity("../".len() * up + down.len());
        (0..up).for_each(|_| address.push_str("../"));
        address.push_str(down);
        address
    }
}

/// A route without the folder it lies in.
pub fn below<'a>(route: &'a Route, root: &str) -> &'a str {
    if root.is_empty() {
        return route.as_str();
    }
    route
        .as_str()
        .strip_prefix(root)
        .map_or(route.as_str(), |rest| rest.trim_start_matches('/'))
}

/// The path of an absolute address, without a trailing slash: `/help` of `https://example.org/help`.
pub fn path_of(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme.find('/').map_or_else(String::new, |at| {
        after_scheme[at..].trim_end_matches('/').to_owned()
    })
}

fn depth_of(root: &str) -> usize {
    if root.is_empty() {
        0
    } else {
        root.matches('/').count() + 1
    }
}

/// Whether a destination begins with the name of a scheme (RFC 3986 §3.1).
fn has_scheme(destination: &str) -> bool {
    destination.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// The path under `content/` that `path` means on the page `from`; none when it leads out of it.
fn absolute(from: &PageKey, path: &str) -> Option<String> {
    let from = match path.starts_with('/') {
        true => "",
        false => from.as_str(),
    };
    let mut folder = String::with_capacity(from.len() + 1 + path.len());
    folder.push_str(from);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if folder.is_empty() => return None,
            ".." => folder.truncate(folder.rfind('/').unwrap_or(0)),
            _ => {
                if !folder.is_empty() {
                    folder.push('/');
                }
                folder.push_str(part);
            }
        }
    }
    Some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_content() {
        let from = PageKey::new("rights/visa");
        let check = |path: &str, expected: Option<&str>| {
            assert_eq!(absolute(&from, path).as_deref(), expected, "{path}")
        };
        check("../legal-aid/", Some("rights/legal-aid"));
        check("/get-help/", Some("get-help"));
        check("./form.pdf", Some("rights/visa/form.pdf"));
        check("../../../etc", None);
    }

    #[test]
    fn a_file_names_another_of_its_audience() {
        let check = |from: &str, to: &str, root: &str, expected: &str| {
            assert_eq!(
                Site::relative(&Route::new([from]), &Route::new([to]), root),
                expected
            );
        };
        check(
            "help/es/index.html",
            "help/es/visa/index.html",
            "help",
            "../es/visa/index.html",
        );
        check(
            "help/index.html",
            "help/es/index.html",
            "help",
            "es/index.html",
        );
        check(
            "es/a/b/index.html",
            "assets/faro.css",
            "",
            "../../../assets/faro.css",
        );
    }

    #[test]
    fn percent_signs_are_resolved_once() {
        assert_eq!(percent::decode("a%20b%C3%B1%zz%2525"), "a bñ%zz%25");
    }
}
