//! Patterns: names and addresses with `*` for any text.

/// Whether `name` is of the form `pattern`, in which `*` stands for any text.
pub fn matches(pattern: &str, name: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(rest) = name.strip_prefix(before) else {
        return false;
    };
    (0..=rest.len())
        .filter(|at| rest.is_char_boundary(*at))
        .any(|at| matches(after, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(matches("survivors/es", "survivors/es"));
        assert!(matches("*/es", "survivors/es"));
        assert!(matches("survivors/*", "survivors/es-MX"));
        assert!(matches("*", "media/en"));
        assert!(!matches("*/es", "survivors/es-MX"));
        assert!(!matches("media", "media/en"));
    }
}
