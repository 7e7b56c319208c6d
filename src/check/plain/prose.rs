//! What a formula counts of a page: its words and sentences, without what nobody reads aloud.

use crate::check::plain::formulas::Counts;
use crate::model::document::Reading;
use crate::source::Span;

/// The prose of a page.
pub struct Prose {
    /// What the formulas count.
    pub counts: Counts,
    /// Each sentence: how many words it has, and the block that it stands in.
    sentences: Vec<(usize, Span)>,
}

impl Prose {
    /// The prose of a reading, with syllables counted as its language speaks them.
    pub fn of(reading: Reading<'_>, syllables: fn(&str) -> usize) -> Self {
        let mut prose = Self {
            counts: Counts::default(),
            sentences: Vec::new(),
        };
        for run in reading.runs() {
            for sentence in sentences(&run.text) {
                prose.sentence(sentence, run.span, syllables);
            }
        }
        prose
    }

    fn sentence(&mut self, text: &str, span: Span, syllables: fn(&str) -> usize) {
        let words: Vec<&str> = text
            .split_whitespace()
            .filter(|word| is_word(word))
            .map(letters)
            .collect();
        if words.is_empty() {
            return;
        }
        self.counts.words += words.len();
        self.counts.sentences += 1;
        self.counts.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        self.sentences.push((words.len(), span));
    }

    /// The blocks of the longest sentences, the longest first.
    pub fn longest(&self, count: usize) -> Vec<Span> {
        let mut sentences = self.sentences.clone();
        sentences.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut spans: Vec<Span> = Vec::new();
        for (_, span) in sentences {
            if !spans.contains(&span) && spans.len() < count {
                spans.push(span);
            }
        }
        spans
    }
}

/// A text at its full stops, question and exclamation marks. A mark inside a word or number parts
/// nothing.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if end <= start {
            continue;
        }
        let is_mark = matches!(c, '.' | '!' | '?' | '…');
        let rest = text[end..].trim_start_matches(['"', '”', '»', ')', '’']);
        if is_mark && (rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            let end = text.len() - rest.len();
            found.push(&text[start..end]);
            start = end;
        }
    }
    found.push(&text[start..]);
    found.retain(|sentence| sentence.contains(char::is_alphanumeric));
    found
}

/// What has letters and is no address.
fn is_word(token: &str) -> bool {
    token.contains(char::is_alphabetic)
        && !token.contains("://")
        && !token.contains('@')
        && !token.starts_with("www.")
}

fn letters(token: &str) -> &str {
    token.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_mark_inside_a_number_parts_nothing() {
        assert_eq!(sentences("Son 27.6 millones. ¿Y ahora? Sí").len(), 3);
        assert_eq!(sentences("«No.» Eso dijo.").len(), 2);
    }
}
