//! Numbers to call that somebody typed: in Markdown, front matter, messages, templates, and in the
//! texts of the registers. A number belongs into the register and nowhere else, since only there is
//! it checked, dated and mended once for all.
//!
//! Each source becomes a strand of the characters that a reader sees. What plainly is no number to
//! call is taken out (`mask`); what is left is searched for digits that belong together (`run`) and
//! for numbers in letters (`letters`).

mod letters;
mod lexers;
mod markdown;
mod mask;
mod register;
mod run;
mod strand;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::page::Translation;
use crate::model::settings;
use crate::parse::{claims, hotlines};
use crate::rules;
use crate::source::{Digest, Snapshot, Source, SourcePath, Span};

use register::Register;
use run::{Evidence, Group, Run};
use strand::{GAP, Glyph, Strand};

/// The keys of the registers whose values are numbers and addresses by right.
const REGISTERED: [&str; 5] = ["number", "address", "source", "url", "archive"];

/// Keys of campaign.toml: numbers that are none, by their digits, stand on the left.
const NONE: [&str; 0] = [];

/// The fewest digits that anybody calls: `911`.
const SHORTEST: usize = 3;

/// What can stand in place of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Remedy {
    /// A directive.
    Directive,
    /// Whatever the kind of file has for it.
    Other,
}

/// Every number that was typed outside the register.
pub fn check(snapshot: &Snapshot, campaign: &Campaign, memo: &Memo) -> Vec<Diagnostic> {
    let register = Register::new(campaign);
    let finder = Finder {
        digest: register.digest(),
        register,
    };
    let translations: Vec<&Translation> = campaign
        .pages
        .values()
        .flat_map(|page| &page.translations)
        .collect();
    let mut faults: Vec<Diagnostic> = translations
        .par_iter()
        .filter_map(|translation| Some((translation, snapshot.get(translation.path.as_str())?)))
        .flat_map_iter(|(translation, source)| {
            // A file that is as it was, beside a register that is as it was, holds what it held.
            let inputs = [translation.digest.as_bytes(), finder.digest.as_bytes()];
            let found = memo.recall("numbers", Digest::of_all(inputs), || {
                finder.translation(translation, source, campaign)
            });
            found.to_vec()
        })
        .collect();
    let messages = snapshot
        .under("locales")
        .filter(|source| source.path.extension() == Some("ftl"));
    for source in messages {
        faults.extend(finder.file(source, lexers::fluent));
    }
    for template in &campaign.theme.templates {
        faults.extend(finder.file(&template.source, lexers::template));
    }
    let folder = format!("themes/{}/locales", campaign.settings.theme);
    for source in snapshot.under(&folder) {
        faults.extend(finder.file(source, lexers::fluent));
    }
    for path in [hotlines::PATH, claims::PATH] {
        let found = snapshot
            .get(path)
            .map(|source| finder.file(source, |text| lexers::data(text, 0, &REGISTERED)));
        faults.extend(found.into_iter().flatten());
    }
    let settings = snapshot
        .get(settings::PATH)
        .map(|source| finder.file(source, |text| lexers::data(text, 0, &NONE)));
    faults.extend(settings.into_iter().flatten());
    faults
}

struct Finder {
    register: Register,
    digest: Digest,
}

impl Finder {
    fn translation(
        &self,
        translation: &Translation,
        source: &Source,
        campaign: &Campaign,
    ) -> Vec<Diagnostic> {
        let Ok(text) = source.text() else {
            return Vec::new();
        };
        // What is for everybody reads the same for everybody.
        let audiences = match translation.document.is_selective() {
            true => campaign.settings.audiences.as_slice(),
            false => &campaign.settings.audiences[..1],
        };
        let mut faults = Vec::new();
        let mut body = text.len();
        for audience in audiences {
            let reading = translation.document.for_audience(&audience.id);
            let first = reading.blocks().next().map(|block| block.span.start);
            body = body.min(first.unwrap_or(body));
            let strand = markdown::text(reading, &text);
            faults.extend(self.find(strand, &source.path, &text, Remedy::Directive));
        }
        let head = lexers::data(&text[..body], 0, &NONE);
        faults.extend(self.find(head, &source.path, &text, Remedy::Other));
        crate::diagnostic::sort(&mut faults);
        faults
    }

    fn file(&self, source: &Source, read: impl Fn(&str) -> Strand) -> Vec<Diagnostic> {
        let Ok(text) = source.text() else {
            return Vec::new();
        };
        self.find(read(&text), &source.path, &text, Remedy::Other)
    }

    fn find(
        &self,
        mut strand: Strand,
        path: &SourcePath,
        text: &str,
        remedy: Remedy,
    ) -> Vec<Diagnostic> {
        let mut found: Vec<(Span, Option<&str>)> = Vec::new();
        for glyphs in strand.glyphs.split_mut(|glyph| glyph.char == GAP) {
            self.passage(glyphs, &mut found);
        }
        found
            .into_iter()
            .map(|(span, line)| {
                let suggestion = line
                    .filter(|_| remedy == Remedy::Directive)
                    .map(|id| format!(":hotline[{id}]"));
                Diagnostic::new(&rules::TYPED_NUMBER)
                    .at(Place::new(path, span))
                    .with("number", text.get(span.range()).unwrap_or_default())
                    .with("name", line.unwrap_or("none"))
                    .suggest(suggestion)
            })
            .collect()
    }

    /// What is read together. Most passages hold no number at all and are left at once.
    fn passage<'a>(&'a self, glyphs: &mut [Glyph], found: &mut Vec<(Span, Option<&'a str>)>) {
        let mut lettered = letters::spoken(glyphs);
        let digits = glyphs.iter().filter(|glyph| glyph.char.is_ascii_digit());
        if digits.count() >= SHORTEST {
            mask::mask(glyphs);
            for run in run::runs(glyphs) {
                self.run(&run.groups, glyphs, found);
            }
            lettered.extend(letters::vanity(glyphs));
        }
        for number in lettered {
            if !self.register.is_allowed(&number.digits) {
                let span = span(glyphs, number.start, number.end);
                found.push((span, self.register.line(&number.digits)));
            }
        }
    }

    /// What groups of digits hold: first the lines of the register, wherever among them they are,
    /// then numbers that nobody knows in what is left.
    fn run<'a>(
        &'a self,
        groups: &[Group],
        glyphs: &[Glyph],
        found: &mut Vec<(Span, Option<&'a str>)>,
    ) {
        let ranges = (0..groups.len())
            .flat_map(|from| (from + 1..=groups.len()).rev().map(move |to| (from, to)));
        for (from, to) in ranges {
            let digits = Run::digits(&groups[from..to], glyphs);
            let is_announced = || register::is_announced(groups[from].start, glyphs);
            let Some(line) = self.register.exact(&digits, is_announced) else {
                continue;
            };
            let (start, end) = (groups[from].start, groups[to - 1].end);
            found.push((span(glyphs, start, end), Some(line)));
            self.run(&groups[..from], glyphs, found);
            return self.run(&groups[to..], glyphs, found);
        }
        let digits = Run::digits(groups, glyphs);
        let is_number = match Run::evidence(groups, glyphs) {
            None => false,
            Some(_) if self.register.is_allowed(&digits) => false,
            Some(Evidence::Strong) => true,
            Some(Evidence::Weak) => self.register.is_dialled(&digits),
        };
        if let (true, Some(first), Some(last)) = (is_number, groups.first(), groups.last()) {
            found.push((span(glyphs, first.start, last.end), None));
        }
    }
}

/// The bytes from one character of a strand to another, with the sign or bracket that belongs to
/// them.
fn span(glyphs: &[Glyph], start: usize, end: usize) -> Span {
    let has_bracket = glyphs[start..end].iter().any(|glyph| glyph.char == ')');
    let belongs = |glyph: &Glyph| glyph.char == '+' || glyph.char == '(' && has_bracket;
    let before = start.checked_sub(1).map(|at| glyphs[at]).filter(belongs);
    let spans = || {
        let glyphs = glyphs[start..end].iter().chain(&before);
        glyphs.map(|glyph| glyph.span)
    };
    Span::new(
        spans().map(|span| span.start).min().unwrap_or_default(),
        spans().map(|span| span.end).max().unwrap_or_default(),
    )
}
