//! A list of words and what of it a text holds.

/// A list of words.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Each as a sequence of folded words, the last of which may be a beginning only.
    wanted: Vec<Entry>,
    /// Phrases that mean something else.
    harmless: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    parts: Vec<String>,
    is_beginning: bool,
}

impl Words {
    /// Reads a list: one word or phrase a line, `#` before remarks, `-` before harmless phrases.
    pub fn read(text: &str) -> Self {
        let mut words = Self::default();
        for line in text.lines().map(str::trim) {
            match line.strip_prefix('-') {
                _ if line.is_empty() || line.starts_with('#') => {}
                Some(harmless) => words.harmless.push(Entry::new(harmless)),
                None => words.wanted.push(Entry::new(line)),
            }
        }
        // The longest first, so that a phrase is told whole and counts before its words.
        words
            .wanted
            .sort_by_key(|entry| std::cmp::Reverse(entry.parts.len()));
        words
    }

    /// The first word or phrase of the list in `text`, as the text has it.
    pub fn find(&self, text: &str) -> Option<String> {
        let words: Vec<(&str, String)> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| (word, folded(word)))
            .collect();
        (0..words.len()).find_map(|at| {
            let entry = self.wanted.iter().find(|entry| entry.is_at(&words, at))?;
            let is_phrase = entry.parts.len() > 1;
            let is_harmless = !is_phrase && self.is_harmless(&words, at);
            let found: Vec<&str> = words[at..at + entry.parts.len()]
                .iter()
                .map(|(word, _)| *word)
                .collect();
            (!is_harmless).then(|| found.join(" "))
        })
    }

    /// Whether the word at `at` belongs to a harmless phrase.
    fn is_harmless(&self, words: &[(&str, String)], at: usize) -> bool {
        self.harmless.iter().any(|phrase| {
            let length = phrase.parts.len();
            (at.saturating_sub(length - 1)..=at).any(|start| phrase.is_at(words, start))
        })
    }
}

impl Entry {
    fn new(text: &str) -> Self {
        let text = text.trim();
        let parts = text.trim_end_matches('*').split_whitespace();
        Self {
            parts: parts.map(folded).collect(),
            is_beginning: text.ends_with('*'),
        }
    }

    fn is_at(&self, words: &[(&str, String)], at: usize) -> bool {
        let Some(found) = words.get(at..at + self.parts.len()) else {
            return false;
        };
        let last = self.parts.len().saturating_sub(1);
        !self.parts.is_empty()
            && self
                .parts
                .iter()
                .zip(found)
                .enumerate()
                .all(
                    |(index, (part, (_, word)))| match self.is_beginning && index == last {
                        true => word.starts_with(part.as_str()),
                        false => word == part,
                    },
                )
    }
}

/// Small letters without accents, as far as the languages with lists have them.
fn folded(word: &str) -> String {
    word.to_lowercase()
        .chars()
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::discreet::{words_of, words_of_all};

    #[test]
    fn words_are_found_whatever_their_ending_case_and_accents() {
        let english = words_of("en").unwrap();
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(english.find(text).as_deref(), expected, "{text}");
        };
        check("Know your rights · Guide", None);
        check("Human Trafficking: the signs", Some("Trafficking"));
        check("What forced labor is", Some("forced labor"));
        check("A labor of love", None);
        let spanish = words_of("es").unwrap();
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(spanish.find(text).as_deref(), expected, "{text}");
        };
        check("Para VÍCTIMAS", Some("VÍCTIMAS"));
        check("De qué se trata", None);
        check("Trata de dormir", None);
        check("Trata de personas", Some("Trata de personas"));
        check("La trata en la frontera", Some("trata"));
        check("Tratamiento", None);
    }

    #[test]
    fn addresses_are_made_of_words() {
        let words = words_of_all();
        assert_eq!(
            words
                .find("help/es/visa-para-victimas/index.html")
                .as_deref(),
            Some("victimas")
        );
        assert_eq!(words.find("help/en/your-rights/index.html"), None);
        assert!(words_of("nv").is_none());
    }
}
