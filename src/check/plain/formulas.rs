//! The formulas of readability, each with where it comes from.

/// What the formulas count in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Words.
    pub words: usize,
    /// Sentences; a heading, an item or a cell is one.
    pub sentences: usize,
    /// Syllables.
    pub syllables: usize,
}

#[expect(clippy::cast_precision_loss, reason = "no text has 2^52 words")]
impl Counts {
    fn words_a_sentence(self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    fn syllables_a_word(self) -> f64 {
        self.syllables as f64 / self.words.max(1) as f64
    }

    /// Flesch Reading Ease, for English: higher is easier. R. Flesch, *Journal of Applied
    /// Psychology* 32 (1948).
    pub fn flesch(self) -> f64 {
        206.835 - 1.015 * self.words_a_sentence() - 84.6 * self.syllables_a_word()
    }

    /// Flesch–Kincaid Grade Level, for English: the years of school that a reader needs. J. P.
    /// Kincaid et al., Research Branch Report 8-75 (1975).
    pub fn flesch_kincaid(self) -> f64 {
        0.39 * self.words_a_sentence() + 11.8 * self.syllables_a_word() - 15.59
    }

    /// Fernández-Huerta, for Spanish, as corrected by G. Law (LINGUIST List 22.2332): higher is
    /// easier.
    pub fn fernandez_huerta(self) -> f64 {
        206.84 - 60.0 * self.syllables_a_word() - 1.02 * self.words_a_sentence()
    }

    /// Szigriszt-Pazos, for Spanish, read on the INFLESZ scale (Barrio-Cantalejo 2008): 65 and more
    /// is rather easy, under 40 very hard.
    pub fn szigriszt(self) -> f64 {
        206.835 - 62.3 * self.syllables_a_word() - self.words_a_sentence()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(actual: f64, expected: f64) {
        assert!((actual - expected).abs() < 0.01, "{actual} {expected}");
    }

    #[test]
    fn a_text_of_a_hundred_words() {
        let counts = Counts {
            words: 100,
            sentences: 8,
            syllables: 150,
        };
        check(counts.flesch(), 206.835 - 1.015 * 12.5 - 84.6 * 1.5);
        check(counts.flesch_kincaid(), 6.985);
        check(counts.fernandez_huerta(), 104.09);
        check(counts.szigriszt(), 100.885);
    }
}
