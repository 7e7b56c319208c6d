//! Words: what a campaign has decided not to write, at its exact place, with what to write instead.
//!
//! What is quoted or in italics is not the author's own word, and the names of laws and
//! organizations stay what they are. A page may say why it needs a word all the same, in its front
//! matter: `words = { "illegal alien" = "the statute's own term is explained" }`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::check::passage::Passages;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::locale::LocaleTag;
use crate::model::message::{Layer, Resource};
use crate::model::words::{Avoided, Words};
use crate::rules;
use crate::source::{SourcePath, Span};

/// A term and where it is written, as it is written.
type Uses<'w> = BTreeMap<&'w str, (&'w Avoided, Vec<(Span, String)>)>;

/// The words to avoid of every language, ready to be looked for.
pub struct Lists<'w>(BTreeMap<&'w LocaleTag, Index<'w>>);

impl<'w> Lists<'w> {
    /// The lists of a campaign.
    pub fn of(campaign: &'w Campaign) -> Self {
        let lists = campaign.words.iter();
        Self(lists.map(|(tag, words)| (tag, Index::new(words))).collect())
    }

    /// Those that a translation writes, each once.
    pub fn check(&self, passages: &Passages<'_>) -> Vec<Diagnostic> {
        let Some(list) = self.0.get(&passages.file.locale) else {
            return Vec::new();
        };
        let mut uses = Uses::new();
        for passage in &passages.all {
            for (term, range) in list.find(passage.own_words()) {
                let written = passage.text[range.clone()].to_owned();
                record(&mut uses, term, passage.place(range), written);
            }
        }
        let excused = passages.file.front.words.keys();
        for word in excused.map(|word| word.to_lowercase()) {
            uses.retain(|_, (term, _)| !term.forms.contains(&word));
        }
        report(&passages.file.path, uses, passages.severity())
    }

    /// Those that the campaign's messages write, each once a file.
    pub fn check_messages(&self, campaign: &Campaign) -> Vec<Diagnostic> {
        let resources = campaign.messages.resources.iter();
        let own = resources.filter(|resource| resource.layer == Layer::Campaign);
        own.filter_map(|resource| Some(check_resource(resource, self.0.get(&resource.locale)?)))
            .flatten()
            .collect()
    }
}

fn check_resource(resource: &Resource, list: &Index<'_>) -> Vec<Diagnostic> {
    let mut uses = Uses::new();
    let definitions = resource.definitions.values();
    for wording in definitions.flat_map(|definition| &definition.wording) {
        for (term, range) in list.find(&wording.text) {
            let written = wording.text[range.clone()].to_owned();
            let span = Span::from(range).shifted(wording.span.start);
            record(&mut uses, term, span, written);
        }
    }
    report(&resource.path, uses, Severity::Warning)
}

fn record<'w>(uses: &mut Uses<'w>, term: &'w Avoided, span: Span, written: String) {
    let known = uses.entry(&term.forms[0]).or_insert((term, Vec::new()));
    known.1.push((span, written));
}

fn report(path: &SourcePath, uses: Uses<'_>, severity: Severity) -> Vec<Diagnostic> {
    uses.into_values()
        .filter_map(|(term, mut places)| {
            places.sort();
            let (first, written) = places.first()?;
            // Of several ways to say it, somebody has to choose.
            let is_one = !term.alternative.contains(',') && *written == term.forms[0];
            let mut fault = Diagnostic::new(&rules::AVOIDED_WORD)
                .at(Place::new(path, *first))
                .with("name", written)
                .with("expected", &term.alternative)
                .with("reason", &term.reason)
                .with("count", places.len())
                .suggest(is_one.then_some(&term.alternative));
            fault.severity = severity;
            let others = places.iter().skip(1);
            Some(fault.also_at(others.map(|(span, _)| Place::new(path, *span))))
        })
        .collect()
}

/// The forms of a list by their first word, so that each word of a text is looked up once.
struct Index<'w> {
    forms: FxHashMap<&'w str, Vec<(&'w str, &'w Avoided)>>,
    allowed: &'w [String],
}

impl<'w> Index<'w> {
    fn new(words: &'w Words) -> Self {
        let mut forms: FxHashMap<&str, Vec<(&str, &Avoided)>> = FxHashMap::default();
        for term in &words.avoided {
            for form in &term.forms {
                forms
                    .entry(first_word(form))
                    .or_default()
                    .push((form, term));
            }
        }
        // The longest first: “child prostitute” before “prostitute”.
        for same in forms.values_mut() {
            same.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        Self {
            forms,
            allowed: &words.allowed,
        }
    }

    /// The terms in a text, and where.
    fn find(&self, text: &str) -> Vec<(&'w Avoided, Range<usize>)> {
        let mut found: Vec<(&Avoided, Range<usize>)> = Vec::new();
        let mut names: Option<Vec<Range<usize>>> = None;
        for (start, word) in words(text) {
            if found.last().is_some_and(|(_, last)| start < last.end) {
                continue;
            }
            let word = match word.contains(char::is_uppercase) {
                true => Cow::Owned(word.to_lowercase()),
                false => Cow::Borrowed(word),
            };
            let mut forms = self.forms.get(&*word).into_iter().flatten();
            let matching = forms.find_map(|(form, term)| {
                Some((*term, start..start + match_at(&text[start..], form)?))
            });
            let Some((term, range)) = matching else {
                continue;
            };
            let names = names.get_or_insert_with(|| self.names(text));
            let is_in_name =
                |name: &Range<usize>| name.start <= range.start && range.end <= name.end;
            if !names.iter().any(is_in_name) {
                found.push((term, range));
            }
        }
        found
    }

    /// Where the text has names that stay what they are.
    fn names(&self, text: &str) -> Vec<Range<usize>> {
        let at = |(start, _): (usize, &str)| {
            let names = self.allowed.iter();
            names.filter_map(move |name| Some(start..start + match_at(&text[start..], name)?))
        };
        words(text).flat_map(at).collect()
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// The words of a text, and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        let word = first_word(&text[start..]);
        end = start + word.len();
        Some((start, word))
    })
}

/// How long the form is at the start of a text, in capitals or not, with any white space between
/// its words; none when it does not stand there as whole words.
fn match_at(text: &str, form: &str) -> Option<usize> {
    let mut rest = text;
    for c in form.chars() {
        if c == ' ' {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
            continue;
        }
        let next = rest.chars().next()?;
        if next != c && !next.to_lowercase().eq(std::iter::once(c)) {
            return None;
        }
        rest = &rest[next.len_utf8()..];
    }
    let is_whole = !rest.starts_with(char::is_alphanumeric);
    is_whole.then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_whole_words_in_any_case() {
        let check = |text: &str, form: &str, expected: Option<usize>| {
            assert_eq!(match_at(text, form), expected, "{text} {form}");
        };
        check("Trata  de\nblancas.", "trata de blancas", Some(17));
        check("rescued", "rescue", None);
        check("TRÁFICO humano", "tráfico humano", Some(15));
        check("trata", "trata de blancas", None);
    }

    #[test]
    fn the_longest_form_counts_and_names_do_not() {
        let term = |forms: &[&str]| Avoided {
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            alternative: String::new(),
            reason: String::new(),
        };
        let words = Words {
            avoided: vec![term(&["rescue"]), term(&["rescue mission"])],
            allowed: vec!["international rescue committee".to_owned()],
            reporting: Vec::new(),
        };
        let text = "The International Rescue Committee; a rescue mission; rescue";
        let found = Index::new(&words).find(text);
        let found: Vec<&str> = found
            .iter()
            .map(|(_, range)| &text[range.clone()])
            .collect();
        assert_eq!(found, ["rescue mission", "rescue"]);
    }
}
