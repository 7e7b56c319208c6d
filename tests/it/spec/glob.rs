//! Names of several files: `*` is a part of a name, `**` any number of folders, `**/` none too.

/// Whether `pattern` is a name of `path`.
pub fn matches(pattern: &str, path: &str) -> bool {
    match pattern.find('*') {
        None => pattern == path,
        Some(at) => {
            let Some(rest) = path.strip_prefix(&pattern[..at]) else {
                return false;
            };
            let (after, crosses) = match pattern[at..].strip_prefix("**") {
                Some(after) => (after, true),
                None => (&pattern[at + 1..], false),
            };
            if crosses
                && after
                    .strip_prefix('/')
                    .is_some_and(|after| matches(after, rest))
            {
                return true;
            }
            let end = match crosses {
                true => rest.len(),
                false => rest.find('/').unwrap_or(rest.len()),
            };
            (0..=end)
                .filter(|skipped| rest.is_char_boundary(*skipped))
                .any(|skipped| matches(after, &rest[skipped..]))
        }
    }
}

#[test]
fn stars_stay_in_a_folder_and_double_stars_do_not() {
    let check = |pattern: &str, path: &str, expected: bool| {
        assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
    };
    check("public/**", "public/en/index.html", true);
    check("public/**/index.html", "public/index.html", true);
    check("public/*", "public/en/index.html", false);
    check("public/*/index.html", "public/en/index.html", true);
    check("public/assets/*.css", "public/assets/a.1f.css", true);
    check("public/en/**", "public/es/index.html", false);
}
