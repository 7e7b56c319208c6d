//! Where somebody read a fact: an address of the web, or plain words such as the title of a report.

/// Whether a text names a source: no other kind of address, which a link would follow to a script
/// or into a file of somebody's own machine.
pub fn is_origin(text: &str) -> bool {
    let text: String = text.chars().filter(|char| !char.is_control()).collect();
    let text = text.trim();
    let Some(scheme) = scheme(text) else {
        return !text.is_empty();
    };
    let is_web = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    is_web && ::url::Url::parse(text).is_ok_and(|url| url.has_host())
}

/// The scheme that a text begins with. In plain words a space stands behind a colon.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (is_scheme && !rest.is_empty() && !rest.starts_with(' ')).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::is_origin;

    #[test]
    fn a_source_is_on_the_web_or_in_words() {
        for text in [
            "https://example.org/",
            "ILO: Global Estimates, 2022.",
            "A letter",
            "http://a.b/c d",
        ] {
            assert!(is_origin(text), "{text}");
        }
        for text in [
            "",
            " ",
            "javascript:alert(1)",
            " java\tscript:alert(1)",
            "file:///etc",
            "data:x",
        ] {
            assert!(!is_origin(text), "{text}");
        }
    }
}
