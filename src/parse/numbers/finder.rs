//! The finder: what of the characters that a reader sees is a number to call and should not be
//! there.

use super::announced::Short;
use super::register::Register;
use super::run::{Evidence, Group, Run};
use super::strand::{GAP, Glyph, Strand};
use super::{letters, mask, run, spoken};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::rules;
use crate::source::{SourcePath, Span};

/// The fewest digits that anybody calls: `911`.
pub const SHORTEST: usize = 3;

/// What can stand in place of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// A directive.
    Directive,
    /// Whatever the kind of file has for it.
    Other,
}

/// What numbers are held against, and how bad one is that is not among them.
pub struct Finder {
    /// The register.
    pub register: Register,
    /// How bad it is.
    pub severity: Severity,
}

impl Finder {
    /// The numbers of a strand, whose places are in this text.
    pub fn find(
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
