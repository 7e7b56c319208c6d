//! Language tags: their canonical form, which way they run, and what stands in for them.

use icu_locale::{Direction as ScriptDirection, LocaleDirectionality, LocaleExpander};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer};

use crate::model::locale::{Direction, LocaleTag};

/// The longest language subtag of the registry. BCP 47 keeps longer ones for registrations that
/// have never been made, so `index` or `draft` is a word and not a language.
const LANGUAGE_LENGTH: usize = 3;

/// The canonical form of a BCP 47 tag (`ES-mx` is `es-MX`, `iw` is `he`); none for what is no tag
/// of a language. Whether anybody has data on the language does not matter.
pub fn canonical(tag: &str) -> Option<LocaleTag> {
    let mut locale = Locale::try_from_str(tag).ok()?;
    let language = locale.id.language;
    if language.is_unknown() || language.as_str().len() > LANGUAGE_LENGTH {
        return None;
    }
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(LocaleTag::new(locale.to_string()))
}

/// Which way the tag's script runs; left to right when nobody knows.
pub fn direction(tag: &LocaleTag) -> Direction {
    let known = identifier(tag).and_then(|id| LocaleDirectionality::new_extended().get(&id));
    match known {
        Some(ScriptDirection::RightToLeft) => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// The tags that are less precise, nearest first: `es` for `es-MX`. As RFC 4647 §3.4 cuts them
/// off, but only as long as the script stays: who reads `zh-Hant` does not read `zh`.
pub fn ancestors(tag: &LocaleTag) -> Vec<LocaleTag> {
    let script = script(tag);
    let mut found = Vec::new();
    let mut rest = tag.as_str();
    while let Some((shorter, _)) = rest.rsplit_once('-') {
        rest = shorter;
        // A single letter opens an extension, which goes as a whole.
        if shorter
            .rsplit('-')
            .next()
            .is_some_and(|last| last.len() == 1)
        {
            continue;
        }
        let ancestor = LocaleTag::new(shorter);
        if self::script(&ancestor) == script {
            found.push(ancestor);
        }
    }
    found
}

fn identifier(tag: &LocaleTag) -> Option<LanguageIdentifier> {
    Locale::try_from_str(tag.as_str())
        .ok()
        .map(|locale| locale.id)
}

fn script(tag: &LocaleTag) -> Option<String> {
    let mut id = identifier(tag)?;
    LocaleExpander::new_extended().maximize(&mut id);
    id.script.map(|script| script.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_any_shape_take_their_canonical_form() {
        fn check(written: &str, canonical_form: Option<&str>) {
            let found = canonical(written);
            assert_eq!(
                found.as_ref().map(LocaleTag::as_str),
                canonical_form,
                "{written}"
            );
        }
        check("en", Some("en"));
        check("ES-mx", Some("es-MX"));
        check("es-419", Some("es-419"));
        check("ar", Some("ar"));
        check("fa", Some("fa"));
        check("mix", Some("mix"));
        check("nv", Some("nv"));
        check("nhe", Some("nhe"));
        check("ypk", Some("ypk"));
        check("zh-hant", Some("zh-Hant"));
        check("iw", Some("he"));
        check("", None);
        check("und", None);
        check("index", None);
        check("survivors", None);
        check("es-", None);
        check("español", None);
    }

    #[test]
    fn the_script_tells_the_direction() {
        fn check(tag: &str, expected: Direction) {
            assert_eq!(direction(&LocaleTag::new(tag)), expected, "{tag}");
        }
        check("en", Direction::LeftToRight);
        check("ar", Direction::RightToLeft);
        check("fa", Direction::RightToLeft);
        check("he", Direction::RightToLeft);
        check("ckb", Direction::RightToLeft);
        check("az-Arab", Direction::RightToLeft);
        check("mix", Direction::LeftToRight);
        check("nv", Direction::LeftToRight);
    }

    #[test]
    fn ancestors_keep_the_script() {
        fn check(tag: &str, expected: &[&str]) {
            let found = ancestors(&LocaleTag::new(tag));
            let found: Vec<&str> = found.iter().map(LocaleTag::as_str).collect();
            assert_eq!(found, expected, "{tag}");
        }
        check("es", &[]);
        check("es-MX", &["es"]);
        check("mix-MX", &["mix"]);
        check("zh-Hant", &[]);
        check("zh-Hant-TW", &["zh-Hant"]);
        check("zh-Hans-CN", &["zh-Hans", "zh"]);
        check("es-MX-u-hc-h12", &["es-MX-u-hc", "es-MX", "es"]);
    }
}
