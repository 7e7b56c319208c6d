//! Addresses: whether two links lead to the same place, when one may lead to its page in another
//! language.

/// A destination, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What tells it from others: without the heading on the page and without marks of a language.
    pub key: String,
    /// The host; empty for a page of this campaign.
    host: String,
    /// Whether its host or path names a language, so that the rest of it may be in that language.
    is_localized: bool,
}

/// Labels and path parts that stand for a language.
const LANGUAGES: [&str; 9] = [
    "en", "es", "english", "spanish", "espanol", "español", "en-us", "es-mx", "es-us",
];

impl Address {
    /// The address that a link was written with.
    pub fn new(destination: &str) -> Self {
        let page = destination.split('#').next().unwrap_or_default();
        let (scheme, rest) = page.split_once("://").unwrap_or(("", page));
        let (host, path) = match scheme {
            "" => ("", rest),
            _ => rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len())),
        };
        let mut is_localized = false;
        let mut without_language = |part: &&str| {
            let lower = part.to_lowercase();
            let is_language = LANGUAGES.contains(&lower.as_str());
            is_localized |= is_language;
            !is_language && lower != "www" && !part.is_empty()
        };
        let host: Vec<&str> = host.split('.').filter(&mut without_language).collect();
        let host = host.join(".").to_lowercase();
        // A relative path begins where the page is: its dots and folders count.
        let path: Vec<&str> = match scheme.is_empty() && !rest.starts_with('/') {
            true => path.split('/').filter(|part| !part.is_empty()).collect(),
            false => {
                let (path, query) = path.split_once('?').unwrap_or((path, ""));
                let parts = path.split('/').filter(&mut without_language);
                // A question for a language leaves the path as it is.
                let query = query.split('&').filter(|part| !asks_for_language(part));
                parts.chain(query.filter(|part| !part.is_empty())).collect()
            }
        };
        Self {
            key: format!("{host}/{}", path.join("/")),
            host,
            is_localized,
        }
    }

    /// Whether both may be one page, each in its language.
    pub fn may_be(&self, other: &Self) -> bool {
        self.key == other.key
            || (!self.host.is_empty()
                && self.host == other.host
                && (self.is_localized || other.is_localized))
    }
}

/// Whether a part of a query says which language is wanted: `hl=es`.
fn asks_for_language(part: &str) -> bool {
    let (name, value) = part.split_once('=').unwrap_or((part, ""));
    let names = ["hl", "lang", "language", "locale", "lng"];
    names.contains(&name) || LANGUAGES.contains(&value.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_two_languages_are_one() {
        let check = |one: &str, other: &str, expected: bool| {
            let found = Address::new(one).may_be(&Address::new(other));
            assert_eq!(found, expected, "{one} {other}");
        };
        check("https://www.cdc.gov/a/", "https://www.cdc.gov/es/a/", true);
        check("https://a.gov/help", "https://a.gov/es/ayuda", true);
        check("https://a.gov/help", "https://es.a.gov/ayuda", true);
        check("https://a.gov/help", "https://a.gov/halp", false);
        check("https://a.gov/", "https://b.gov/es/", false);
        check("../visa/#who", "../visa/#quien", true);
        check("../visa/", "../rights/", false);
        check("/contact/", "/es/contact/", true);
        check("/contact/", "/es/rights/", false);
        check(
            "https://a.gov/x?hl=en&id=1",
            "https://a.gov/x?hl=es&id=1",
            true,
        );
        check("https://a.gov/x", "https://a.gov/x?language=es", true);
        check("https://a.gov/x?hl=en", "https://a.gov/y?hl=es", false);
        check("https://a.gov/x?id=1", "https://a.gov/x?id=2", false);
        check("tel:911", "tel:912", false);
    }
}
