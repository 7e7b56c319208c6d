//! What a browser asks for → a file of the site. Only names are compared: an address is looked up
//! among the routes of the site and never becomes a path on the disk.

use crate::model::campaign::Campaign;
use crate::model::route::Route;
use crate::model::site::{Recipe, Site};

/// What lies at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File(Route),
    /// A folder that was asked for without its `/`: its address.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// What lies at the path of a request, percent-encoded as it came.
pub fn find(site: &Site, path: &str) -> Found {
    let Some(name) = decode(path) else {
        return Found::Nothing;
    };
    let wanted = match name.is_empty() || name.ends_with('/') {
        true => format!("{name}index.html"),
        false => name.clone(),
    };
    if let Some(route) = site.find(&wanted) {
        return Found::File(route.clone());
    }
    match site.find(&format!("{name}/index.html")) {
        Some(_) if !name.is_empty() && !name.ends_with('/') => Found::Folder(format!("{path}/")),
        _ => Found::Nothing,
    }
}

/// What the edition around an address shows where nothing is: that of the longest folder that the
/// address lies in, else any of the audience, else the first.
pub fn not_found(site: &Site, campaign: &Campaign, path: &str) -> Option<Route> {
    let name = decode(path).unwrap_or_default();
    let lies_in = |folder: &str| {
        folder.is_empty()
            || name
                .strip_prefix(folder)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let rank = |index: usize| {
        let edition = &site.editions[index];
        let slug = &campaign.settings.audiences[edition.audience].slug;
        match () {
            () if lies_in(&edition.root) => 2 + edition.root.len(),
            () if lies_in(slug) && !slug.is_empty() => 1,
            () => 0,
        }
    };
    let pages = site
        .entries
        .iter()
        .filter_map(|(route, entry)| match entry.recipe {
            Recipe::NotFound { edition } => Some((rank(edition), edition, route)),
            _ => None,
        });
    let best = pages.max_by_key(|(rank, edition, _)| (*rank, std::cmp::Reverse(*edition)));
    best.map(|(_, _, route)| route.clone())
}

/// The path without its first `/`, percent-decoded once; none when it is no text.
pub fn decode(path: &str) -> Option<String> {
    let path = path.strip_prefix('/')?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).expect("two hexadecimal digits are a byte"));
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        let check = |path, expected: Option<&str>| assert_eq!(decode(path).as_deref(), expected);
        check("/", Some(""));
        check("/es/a%20b/", Some("es/a b/"));
        check("/%2e%2e%2f", Some("../"));
        check("/%252e", Some("%2e"));
        check("/%c3%b1", Some("ñ"));
        check("/%ff", None);
        check("/%4", None);
        check("/%zz", None);
        check("*", None);
    }
}
