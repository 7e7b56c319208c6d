//! Numbers to call that somebody typed: in Markdown, front matter, messages, templates, and in the
//! texts of the registers. A number belongs into the register and nowhere else, since only there is
//! it checked, dated and mended once for all.
//!
//! Each source becomes a strand of the characters that a reader sees. What plainly is no number to
//! call is taken out (`mask`); what is left is searched for digits that belong together (`run`) and
//! for numbers in letters (`spoken`, `letters`). The `finder` puts these together.

mod announced;
mod finder;
mod hints;
mod letters;
mod lexers;
mod markdown;
mod mask;
mod register;
mod run;
mod spoken;
mod strand;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::page::Translation;
use crate::model::settings;
use crate::parse::shelf::Shelf;
use crate::parse::{claims, hotlines};
use crate::source::{Digest, Snapshot, Source};

use finder::{Finder, Remedy};
use register::Register;

/// The keys of the registers whose values are numbers by right.
const OWN_KEYS: [&str; 3] = ["number", "value", "upper"];

/// How a file that is no Markdown is read.
#[derive(Clone, Copy)]
enum Lexer {
    Fluent,
    Template,
    Toml,
}

/// The files besides translations in which somebody could type a number.
fn files<'a>(snapshot: &'a Snapshot, campaign: &'a Campaign) -> Vec<(&'a Source, Lexer)> {
    let of_theme = format!("themes/{}/locales", campaign.settings.theme);
    let messages = snapshot
        .under("locales")
        .chain(snapshot.under(&of_theme))
        .filter(|source| source.path.extension() == Some("ftl"))
        .map(|source| (source, Lexer::Fluent));
    let templates = campaign.theme.templates.iter();
    let templates = templates.map(|template| (&template.source, Lexer::Template));
    let registers = [settings::PATH, hotlines::PATH, claims::PATH]
        .into_iter()
        .filter_map(|path| Some((snapshot.get(path)?, Lexer::Toml)));
    messages.chain(templates).chain(registers).collect()
}

/// A search of all texts for numbers that were typed outside the register.
pub struct Search<'a> {
    snapshot: &'a Snapshot,
    campaign: &'a Campaign,
    finder: Finder,
    /// The digest of what decides whether digits are a number that should not be there.
    digest: Digest,
}

impl<'a> Search<'a> {
    /// A search of the texts of a campaign, which this snapshot means.
    pub fn new(snapshot: &'a Snapshot, campaign: &'a Campaign) -> Self {
        let register = Register::new(campaign);
        // A site brought along has its numbers where its authors put them, and no register that
        // they could contradict: it is told what to do, and can be published meanwhile.
        let severity = match snapshot.get(hotlines::PATH) {
            Some(_) => Severity::Error,
            None => Severity::Warning,
        };
        let digest = register.digest();
        Self {
            snapshot,
            campaign,
            digest: Digest::of_all([digest.as_bytes(), severity.as_str().as_bytes()]),
            finder: Finder { register, severity },
        }
    }

    /// What a shelf holds. Files that are as they were, beside a register that is as it was, hold
    /// what they held.
    pub fn shelf(&self, shelf: &Shelf, memo: &Memo) -> Vec<Diagnostic> {
        let inputs = [shelf.digest.as_bytes(), self.digest.as_bytes()];
        let found = memo.recall("numbers of shelves", Digest::of_all(inputs), || {
            self.translations(shelf, memo)
        });
        let found = found.iter().flat_map(|found| found.iter());
        found.cloned().collect()
    }

    /// What the translations of a shelf hold, one by one.
    fn translations(&self, shelf: &Shelf, memo: &Memo) -> Vec<Arc<Vec<Diagnostic>>> {
        let translations = shelf.pages.iter().flat_map(|page| &page.translations);
        translations
            .map(|translation| {
                let inputs = [translation.digest.as_bytes(), self.digest.as_bytes()];
                memo.recall("numbers", Digest::of_all(inputs), || {
                    self.translation(translation)
                })
            })
            .collect()
    }

    /// What one translation holds.
    pub fn translation(&self, translation: &Translation) -> Vec<Diagnostic> {
        let Some(source) = self.snapshot.get(translation.path.as_str()) else {
            return Vec::new();
        };
        let Ok(text) = source.text() else {
            return Vec::new();
        };
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        let mut body = text.len();
        for audience in &self.campaign.settings.audiences {
            let reading = translation.document().for_audience(&audience.id);
            for block in reading.blocks_and_notes() {
                body = body.min(block.span.start);
                let written = text.get(block.span.range()).unwrap_or_default();
                // What is for everybody reads the same for everybody.
                let is_new = block.is_selective() || seen.insert(block.span);
                if is_new && hints::may_hold_number(written) {
                    let strand = markdown::text(reading, block, &text);
                    faults.extend(
                        self.finder
                            .find(strand, &source.path, &text, Remedy::Directive),
                    );
                }
            }
        }
        let head = lexers::head(&text[..body]);
        faults.extend(self.finder.find(head, &source.path, &text, Remedy::Other));
        crate::diagnostic::sort(&mut faults);
        faults
    }

    /// What the other files hold.
    pub fn files(&self, memo: &Memo) -> Vec<Diagnostic> {
        let files: Vec<(&Source, Lexer)> = files(self.snapshot, self.campaign);
        files
            .par_iter()
            .flat_map_iter(|(source, lexer)| {
                let inputs = [
                    source.path.as_str().as_bytes(),
                    source.digest.as_bytes(),
                    self.digest.as_bytes(),
                ];
                let found = memo.recall("numbers of files", Digest::of_all(inputs), || {
                    self.file(source, *lexer)
                });
                found.to_vec()
            })
            .collect()
    }

    fn file(&self, source: &Source, lexer: Lexer) -> Vec<Diagnostic> {
        let Ok(text) = source.text() else {
            return Vec::new();
        };
        let strand = match lexer {
            Lexer::Fluent => lexers::fluent(&text),
            Lexer::Template => lexers::template(&text),
            Lexer::Toml => lexers::toml(&text, &source.path, &OWN_KEYS),
        };
        self.finder.find(strand, &source.path, &text, Remedy::Other)
    }
}
