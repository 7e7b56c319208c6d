//! Numbers to call that somebody typed: in Markdown, front matter, messages, templates, and in the
//! texts of the registers. A number belongs into the register and nowhere else, since only there is
//! it checked, dated and mended once for all.
//!
//! Each source becomes a strand of the characters that a reader sees. What plainly is no number to
//! call is taken out (`mask`); what is left is searched for digits that belong together (`run`) and
//! for numbers in letters (`spoken`, `letters`).

mod announced;
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

use crate::diagnostic::{Diagnostic, Place, Severity, Step};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::page::Translation;
use crate::model::settings;
use crate::parse::shelf::Shelf;
use crate::parse::{claims, hotlines};
use crate::rules;
use crate::source::{Digest, Snapshot, Source, SourcePath, Span};

use announced::Short;
use register::Register;
use run::{Evidence, Group, Run};
use strand::{GAP, Glyph, Strand};

/// The keys of the registers whose values are numbers by right.
const OWN_KEYS: [&str; 3] = ["number", "value", "upper"];

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

/// Every number that was typed outside the register, in steps: shelf by shelf, then what else there
/// is.
pub fn steps<'a>(
    snapshot: &'a Snapshot,
    campaign: &'a Campaign,
    shelves: &'a [Arc<Shelf>],
    memo: &'a Memo,
) -> Vec<Step<'a>> {
    let finder = Arc::new(Finder::new(snapshot, campaign));
    let shelves = shelves.iter().map(|shelf| {
        let finder = Arc::clone(&finder);
        Box::new(move || finder.shelf(shelf, snapshot, campaign, memo)) as Step<'a>
    });
    let mut steps: Vec<Step<'a>> = shelves.collect();
    steps.push(Box::new(move || finder.files(snapshot, campaign, memo)));
    steps
}

/// The numbers that were typed in one translation.
pub fn of_translation(
    translation: &Translation,
    snapshot: &Snapshot,
    campaign: &Campaign,
) -> Vec<Diagnostic> {
    let source = snapshot.get(translation.path.as_str());
    source.map_or_else(Vec::new, |source| {
        Finder::new(snapshot, campaign).translation(translation, source, campaign)
    })
}

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

struct Finder {
    register: Register,
    severity: Severity,
    digest: Digest,
}

impl Finder {
    fn new(snapshot: &Snapshot, campaign: &Campaign) -> Self {
        let register = Register::new(campaign);
        // A site brought along has its numbers where its authors put them, and no register that
        // they could contradict: it is told what to do, and can be published meanwhile.
        let severity = match snapshot.get(hotlines::PATH) {
            Some(_) => Severity::Error,
            None => Severity::Warning,
        };
        let digest = register.digest();
        Self {
            digest: Digest::of_all([digest.as_bytes(), severity.as_str().as_bytes()]),
            register,
            severity,
        }
    }

    /// What a shelf holds. Files that are as they were, beside a register that is as it was, hold
    /// what they held.
    fn shelf(
        &self,
        shelf: &Shelf,
        snapshot: &Snapshot,
        campaign: &Campaign,
        memo: &Memo,
    ) -> Vec<Diagnostic> {
        let inputs = [shelf.digest.as_bytes(), self.digest.as_bytes()];
        let found = memo.recall("numbers of shelves", Digest::of_all(inputs), || {
            self.translations(shelf, snapshot, campaign, memo)
        });
        let found = found.iter().flat_map(|found| found.iter());
        found.cloned().collect()
    }

    /// What the translations of a shelf hold, one by one.
    fn translations(
        &self,
        shelf: &Shelf,
        snapshot: &Snapshot,
        campaign: &Campaign,
        memo: &Memo,
    ) -> Vec<Arc<Vec<Diagnostic>>> {
        let translations = shelf.pages.iter().flat_map(|page| &page.translations);
        translations
            .filter_map(|translation| {
                let source = snapshot.get(translation.path.as_str())?;
                let inputs = [translation.digest.as_bytes(), self.digest.as_bytes()];
                Some(memo.recall("numbers", Digest::of_all(inputs), || {
                    self.translation(translation, source, campaign)
                }))
            })
            .collect()
    }

    fn translation(
        &self,
        translation: &Translation,
        source: &Source,
        campaign: &Campaign,
    ) -> Vec<Diagnostic> {
        let Ok(text) = source.text() else {
            return Vec::new();
        };
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        let mut body = text.len();
        for audience in &campaign.settings.audiences {
            let reading = translation.document().for_audience(&audience.id);
            for block in reading.blocks_and_notes() {
                body = body.min(block.span.start);
                let written = text.get(block.span.range()).unwrap_or_default();
                // What is for everybody reads the same for everybody.
                let is_new = block.is_selective() || seen.insert(block.span);
                if is_new && hints::may_hold_number(written) {
                    let strand = markdown::text(reading, block, &text);
                    faults.extend(self.find(strand, &source.path, &text, Remedy::Directive));
                }
            }
        }
        let head = lexers::head(&text[..body]);
        faults.extend(self.find(head, &source.path, &text, Remedy::Other));
        crate::diagnostic::sort(&mut faults);
        faults
    }

    /// What the other files hold.
    fn files(&self, snapshot: &Snapshot, campaign: &Campaign, memo: &Memo) -> Vec<Diagnostic> {
        let files: Vec<(&Source, Lexer)> = files(snapshot, campaign);
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
        self.find(strand, &source.path, &text, Remedy::Other)
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
                let written = text.get(span.range()).unwrap_or_default();
                let mut fault = Diagnostic::new(&rules::TYPED_NUMBER)
                    .at(Place::new(path, span))
                    .with("number", shortened(written))
                    .with("name", line.unwrap_or("none"))
                    .suggest(suggestion);
                fault.severity = self.severity;
                fault
            })
            .collect()
    }

    /// What is read together. Most passages hold no number at all and are left at once.
    fn passage<'a>(&'a self, glyphs: &mut [Glyph], found: &mut Vec<(Span, Option<&'a str>)>) {
        mask::lower(glyphs);
        let mut lettered = spoken::spoken(glyphs);
        let digits = glyphs.iter().filter(|glyph| glyph.char.is_ascii_digit());
        let holds_digits = digits.count() >= SHORTEST;
        if holds_digits {
            mask::mask(glyphs);
            lettered.extend(letters::vanity(glyphs));
        }
        for number in lettered {
            if !self.register.is_allowed(&number.digits) {
                let span = span(glyphs, number.start, number.end);
                found.push((span, self.register.line(&number.digits)));
            }
            mask::blank(glyphs, number.start, number.end);
        }
        if holds_digits {
            for run in run::runs(glyphs) {
                self.run(&run.groups, glyphs, found);
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
        let mut rest = groups;
        let mut from = 0;
        while from < rest.len() {
            let Some((count, line)) = self.line_at(&rest[from..], glyphs) else {
                from += 1;
                continue;
            };
            self.unknown(&rest[..from], glyphs, found);
            let (start, end) = (rest[from].start, rest[from + count - 1].end);
            found.push((span(glyphs, start, end), Some(line)));
            rest = &rest[from + count..];
            from = 0;
        }
        self.unknown(rest, glyphs, found);
    }

    /// The line of the register that begins with the first of these groups, the longest if there
    /// are several, and of how many groups it is.
    fn line_at<'a>(&'a self, groups: &[Group], glyphs: &[Glyph]) -> Option<(usize, &'a str)> {
        // More groups than a number has digits hold no number.
        let most = groups.len().min(run::LONGEST);
        (1..=most).rev().find_map(|count| {
            let digits = Run::digits(&groups[..count], glyphs);
            let short = short(&groups[..count], glyphs);
            let is_meant = || short.is_announced() || short.is_alone() && !short.is_counted();
            Some((count, self.register.exact(&digits, is_meant)?))
        })
    }

    /// A number that no line has, when these groups look like one.
    fn unknown<'a>(
        &'a self,
        groups: &[Group],
        glyphs: &[Glyph],
        found: &mut Vec<(Span, Option<&'a str>)>,
    ) {
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
            return;
        };
        let digits = Run::digits(groups, glyphs);
        let is_number = match Run::evidence(groups, glyphs) {
            None => {
                let short = short(groups, glyphs);
                Run::is_short(groups, glyphs)
                    && short.is_announced()
                    && !short.is_counted()
                    && !self.register.is_allowed(&digits)
            }
            Some(_) if self.register.is_allowed(&digits) => false,
            Some(Evidence::Strong) => true,
            Some(Evidence::Weak) => self.register.is_dialled(&digits),
        };
        if is_number {
            found.push((span(glyphs, first.start, last.end), None));
        }
    }
}

/// The place of groups of which there is one at least.
fn short<'a>(groups: &[Group], glyphs: &'a [Glyph]) -> Short<'a> {
    Short {
        glyphs,
        start: groups[0].start,
        end: groups[groups.len() - 1].end,
    }
}

/// What fits into a message: many numbers in a row are one find.
fn shortened(written: &str) -> String {
    let mut chars = written.chars();
    let start: String = chars.by_ref().take(SHOWN).collect();
    match chars.next() {
        Some(_) => format!("{start}…"),
        None => start,
    }
}

/// How many characters of a find a message shows: the longest numbers, split by markup.
const SHOWN: usize = 80;

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
