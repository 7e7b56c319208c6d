//! The languages that the tool itself speaks.

/// A language of the tool's own words, whatever languages the campaign has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Spanish for `es` and its regional forms, in BCP 47 (`es-MX`) or POSIX (`es_MX.UTF-8`)
    /// spelling; English for everything else.
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("es") {
            Self::Spanish
        } else {
            Self::English
        }
    }

    /// The language that the environment asks for: as POSIX has it, the first of `LC_ALL`,
    /// `LC_MESSAGES` and `LANG` that is set and not empty.
    pub fn from_environment(
        lc_all: Option<&str>,
        lc_messages: Option<&str>,
        lang: Option<&str>,
    ) -> Self {
        [lc_all, lc_messages, lang]
            .into_iter()
            .flatten()
            .find(|value| !value.is_empty())
            .map_or(Self::English, Self::from_tag)
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, Spanish};

    #[test]
    fn tags() {
        let check = |tag, language| assert_eq!(Language::from_tag(tag), language, "{tag}");
        check("es", Spanish);
        check("ES-mx", Spanish);
        check("es_MX.UTF-8", Spanish);
        check("es@euro", Spanish);
        check("est", English);
        check("fr", English);
        check("C", English);
        check("", English);
    }

    #[test]
    fn the_environment() {
        let es = Some("es_MX.UTF-8");
        let en = Some("en_US.UTF-8");
        let check = |all, messages, lang, language| {
            assert_eq!(
                Language::from_environment(all, messages, lang),
                language,
                "{all:?} {messages:?} {lang:?}"
            );
        };
        check(None, None, es, Spanish);
        check(None, en, es, English);
        check(es, en, en, Spanish);
        check(Some(""), None, es, Spanish);
        check(Some("C"), None, es, English);
        check(None, None, None, English);
    }
}
