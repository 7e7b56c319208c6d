//! The readback: a second reader of the output, who does not know how it was made.
//!
//! Before anything is published, every file is read back from its bytes and compared with what the
//! campaign says: the register of lines to call, what each audience may see, which files there
//! are. The reader shares no code with what renders, so that one mistake is not made twice; it
//! knows the sources only as the model holds them.
//!
//! 1. [`Readback::new`] collects what must be known beforehand: the [`register`], the [`atlas`] of
//!    files, and what is [hidden](Hidden) from whom.
//! 2. [`Readback::read`] looks through one file, on any thread, while others are still rendered:
//!    a [`page`] or one of the [`plain`] kinds. Of the file it keeps only what others must be
//!    compared with ([`crossing`]).
//! 3. [`Readback::conclude`] compares files with each other, and says of every [`finding`] which
//!    file it is in and, where that can be [located](locate), which line of the sources it is from.

mod atlas;
mod crossing;
mod decode;
mod elements;
mod familiar;
mod finding;
mod hidden;
mod inspector;
mod keys;
mod locate;
mod markup;
mod number;
mod outline;
mod page;
mod passage;
mod plain;
mod register;
mod sheet;
mod typed;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use memchr::memmem::Finder;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::route::Route;
use crate::model::site::{EditionPage, Site};
use crate::readback::atlas::{Atlas, FileId};
use crate::readback::crossing::Crossing;
use crate::readback::familiar::Familiar;
use crate::readback::finding::{Finding, Findings, Occurrences};
use crate::readback::hidden::{AUDIENCES, Audiences, Hidden};
use crate::readback::inspector::{Account, Inspector};
use crate::readback::keys::Table;
use crate::readback::outline::Outline;
use crate::readback::passage::Gathered;
use crate::readback::plain::Xml;
use crate::readback::register::Register;
use crate::readback::typed::TypedNumbers;
use crate::rules;
use crate::source::SourcePath;

/// Files that no reader of text can look into: pictures, fonts, sound. That they are the files
/// somebody chose, the publisher's manifest tells.
const OPAQUE: [&str; 16] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2", "mp3", "mp4", "ogg",
    "webm", "m4a", "opus", "wav",
];

/// Documents that people write and read, in forms that take an office to open.
const PAPERS: [&str; 8] = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"];

/// Files that hold others, packed.
const PACKED: [&str; 4] = ["gz", "br", "zst", "zip"];

/// What never stands in a file: the tool's name with its version.
const TOOL: [&str; 2] = [
    concat!("campaign ", env!("CARGO_PKG_VERSION")),
    concat!("campaign/", env!("CARGO_PKG_VERSION")),
];

/// What pages have to show, by the text that they are made from.
type Outlines = BTreeMap<SourcePath, Outline>;

/// What is asked of a readback besides the campaign.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Texts that would tell of the machine or its user: paths of folders.
    pub traces: Vec<String>,
}

/// Reads the files of one site.
#[derive(Debug)]
pub struct Readback<'a> {
    campaign: &'a Campaign,
    site: &'a Site,
    atlas: Atlas,
    register: Register,
    /// What is hidden from whom: a table for so many audiences each.
    hidden: Vec<Hidden>,
    /// What pages have to show, for so many audiences each.
    outlines: Vec<Outlines>,
    sources: Table<FileId, SourcePath>,
    /// For each table, the audiences that are not discreet.
    anybody: Vec<Audiences>,
    traces: Vec<Finder<'static>>,
    crossing: Crossing,
    findings: Findings,
    familiar: Familiar,
    /// Numbers that stand in the sources: needed only when one looks like a slip, and never while
    /// files are read.
    typed: OnceLock<TypedNumbers>,
}

impl<'a> Readback<'a> {
    /// A readback of a site of which `selected` are to be read, and what they refer to.
    pub fn new(
        campaign: &'a Campaign,
        site: &'a Site,
        selected: &[&Route],
        options: &Options,
    ) -> Self {
        let mut hidden = Vec::new();
        let mut outlines = Vec::new();
        let groups: Vec<&[Audience]> = campaign.settings.audiences.chunks(AUDIENCES).collect();
        let atlas = Atlas::new(campaign, site, selected);
        for group in &groups {
            let texts = passage::gather(campaign, site, group);
            let (own, of_texts) = rayon::join(
                || self::hidden(campaign, site, group, &texts),
                || self::outlines(campaign, group, &texts),
            );
            hidden.push(own);
            outlines.push(of_texts);
        }
        let needles = options.traces.iter().map(String::as_str).chain(TOOL);
        Self {
            campaign,
            site,
            sources: sources(site, &atlas),
            crossing: Crossing::new(atlas.len()),
            atlas,
            register: Register::new(campaign),
            hidden,
            outlines,
            anybody: groups.iter().map(|group| open(group)).collect(),
            traces: needles
                .map(|needle| Finder::new(needle.as_bytes()).into_owned())
                .collect(),
            findings: Findings::default(),
            familiar: Familiar::default(),
            typed: OnceLock::new(),
        }
    }

    /// Reads one file. Any number of threads may read at once.
    pub fn read(&self, route: &Route, bytes: &[u8]) {
        match self.account(route, bytes) {
            Some((file, mut account)) => {
                let findings = std::mem::take(&mut account.findings);
                self.findings.take(file, findings);
                self.crossing.arrive(file, self.atlas.owner(file), account);
            }
            None => self.findings.take(0, vec![unplanned(route)]),
        }
    }

    /// What is wrong with one file by itself, for whoever looks at that file only.
    pub fn inspect(&self, route: &Route, bytes: &[u8]) -> Vec<Diagnostic> {
        let (file, findings) = match self.account(route, bytes) {
            Some((file, account)) => (file, account.findings),
            None => (0, vec![unplanned(route)]),
        };
        let once = |finding| {
            let occurrences = Occurrences {
                first: file,
                others: 0,
            };
            self.diagnostic(finding, occurrences)
        };
        let is_fault = |finding: &Finding| self.is_fault(finding);
        findings.into_iter().filter(is_fault).map(once).collect()
    }

    /// What a file says; none when nobody planned it, so that nobody can say whose it is.
    fn account(&self, route: &Route, bytes: &[u8]) -> Option<(FileId, Account)> {
        let file = self.atlas.find(route.as_str())?;
        let mut inspector = Inspector::new(self, file);
        inspector.path_secrets(route.as_str().trim_end_matches("index.html"));
        self.look_through(&mut inspector, bytes);
        Some((file, inspector.finish()))
    }

    /// What a file has to show, if it is a page of its own that is made from a text.
    fn outline(&self, file: FileId) -> Option<&Outline> {
        let source = self.sources.get(&file)?;
        let audience = self.atlas.owner(file).audience?;
        self.outlines[audience / AUDIENCES].get(source)
    }

    fn look_through(&self, inspector: &mut Inspector<'_>, bytes: &[u8]) {
        let path = inspector.route.as_str();
        let extension = path.rsplit_once('.').map_or("", |(_, rest)| rest);
        if OPAQUE.contains(&extension) {
            return;
        }
        let unread = match extension {
            paper if PAPERS.contains(&paper) => Some("paper"),
            packed if PACKED.contains(&packed) => Some("packed"),
            _ => None,
        };
        if let Some(reason) = unread {
            inspector.find(rules::UNREAD_FILE.id, reason, "");
            return;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            inspector.find(rules::OUTPUT_STRUCTURE.id, "encoding", "");
            return;
        };
        for trace in &self.traces {
            if trace.find(bytes).is_some() {
                let what = String::from_utf8_lossy(trace.needle());
                inspector.find(rules::TRACE.id, "machine", &what);
            }
        }
        match extension {
            "html" => page::inspect(inspector, text),
            "xml" => plain::xml(inspector, text, Xml::Data),
            "svg" => plain::xml(inspector, text, Xml::Svg),
            "json" | "webmanifest" => plain::json(inspector, text),
            "css" => sheet::css(inspector, text),
            "js" | "mjs" => sheet::script(inspector, text),
            _ => plain::lines(inspector, text),
        }
    }

    /// Everything that was found in the files, and what comparing them with each other finds.
    pub fn conclude(mut self) -> Vec<Diagnostic> {
        let crossing = std::mem::replace(&mut self.crossing, Crossing::new(0));
        crossing.conclude(&self.atlas, self.site, &self.findings);
        self.into_diagnostics()
    }

    /// What was found in the files read so far: for a run of which some file could not be made.
    pub fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        let findings = std::mem::take(&mut self.findings).into_inner();
        let findings: Vec<(Finding, Occurrences)> = findings.into_iter().collect();
        findings
            .into_par_iter()
            .filter(|(finding, _)| self.is_fault(finding))
            .map(|(finding, occurrences)| self.diagnostic(finding, occurrences))
            .collect()
    }

    fn diagnostic(&self, finding: Finding, occurrences: Occurrences) -> Diagnostic {
        let rule = rules::find(finding.rule).expect("findings are named by rules");
        let others = match occurrences.others {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        let mut diagnostic = Diagnostic::new(rule)
            .with("reason", finding.reason)
            .with("output", self.atlas.route(occurrences.first))
            .with("what", &finding.what)
            .with("others", others);
        // Where nothing is registered, nothing can be compared: a campaign may not be so far yet.
        if rule.id == rules::OUTPUT_NUMBER.id && self.register.is_empty() {
            diagnostic.severity = Severity::Warning;
        }
        // A screen reader copes with them, less well; a style sheet may turn the number back.
        if ["headings", "no-heading", "turned"].contains(&finding.reason) {
            diagnostic.severity = Severity::Warning;
        }
        // Somebody chose the file, and can read it.
        if finding.reason == "paper" {
            diagnostic.severity = Severity::Note;
        }
        diagnostic.place = finding
            .place
            .or_else(|| locate::place(self, &finding.what, occurrences.first));
        diagnostic
    }

    /// Whether a finding stays one when the sources are known.
    fn is_fault(&self, finding: &Finding) -> bool {
        let Some(digits) = &finding.unless_typed else {
            return true;
        };
        let typed = self.typed.get_or_init(|| TypedNumbers::new(self.campaign));
        !typed.contain(digits, self.campaign)
    }
}

fn unplanned(route: &Route) -> Finding {
    Finding::new(rules::OUTPUT_STRUCTURE.id, "unplanned", route.to_string())
}

/// What is hidden from some of these audiences, when this is what the texts say.
fn hidden(campaign: &Campaign, site: &Site, group: &[Audience], texts: &[Gathered]) -> Hidden {
    let all = match group.len() {
        AUDIENCES => Audiences::MAX,
        count => (1 << count) - 1,
    };
    let mut names = passage::names(campaign, site, group);
    names.extend(passage::drawings(site, group));
    let passages = || texts.iter().flat_map(|text| &text.passages).chain(&names);
    let open = locate::open_texts(campaign);
    Hidden::new(passages, open.iter().map(|text| &**text), all)
}

/// What pages have to show, by the text that they are made from.
fn outlines(campaign: &Campaign, group: &[Audience], texts: &[Gathered]) -> Outlines {
    let outline = |text: &Gathered| (text.path.clone(), Outline::new(text, campaign, group));
    texts.par_iter().map(outline).collect()
}

/// The text that each page is made from.
fn sources(site: &Site, atlas: &Atlas) -> Table<FileId, SourcePath> {
    let pages = site.editions.iter().flat_map(|edition| &edition.pages);
    let made = |page: &EditionPage| Some((atlas.find(page.route.as_str())?, page.source.clone()?));
    pages.filter_map(made).collect()
}

fn open(audiences: &[Audience]) -> Audiences {
    let bits = audiences.iter().enumerate();
    bits.filter(|(_, audience)| !audience.discreet)
        .fold(0, |open, (index, _)| open | 1 << index)
}
