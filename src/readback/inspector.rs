//! An inspector: looks through one file and notes what it finds. What kind of file it is, others
//! know ([`super::page`], [`super::plain`]); here is what all texts and addresses are asked.

mod address;

use std::collections::BTreeSet;

pub use address::{Role, whatsapp};

use crate::model::route::Route;
use crate::readback::Readback;
use crate::readback::atlas::{FileId, Owner};
use crate::readback::crossing::{Anchor, id_hash};
use crate::readback::decode;
use crate::readback::familiar::{self, Key};
use crate::readback::finding::Finding;
use crate::readback::hidden::{AUDIENCES, Audiences, Gist};
use crate::readback::number::{self, Chain, chains};
use crate::readback::outline::{BlockId, Outline};
use crate::readback::register::digits;
use crate::rules;

/// The longest excerpt of a text in a message, in characters: enough to recognise it.
const EXCERPT: usize = 80;

/// What is kept of one file.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The hashes of the ids in it.
    pub ids: Vec<u64>,
    /// The files that it links to.
    pub links: Vec<FileId>,
    /// The parts of others that it links to.
    pub anchors: Vec<Anchor>,
    /// The numbers that it dials, digits only.
    pub dialled: Vec<String>,
    /// Its title, where it must differ from those of other pages of its edition.
    pub title: Option<String>,
}

/// Somebody who looks through one file.
pub struct Inspector<'a> {
    /// All that is known beforehand.
    pub readback: &'a Readback<'a>,
    /// Which file.
    pub file: FileId,
    /// Whose file.
    pub owner: Owner,
    /// Where it is.
    pub route: &'a Route,
    /// What is kept of it.
    pub account: Account,
    viewers: Viewers,
    /// What it has to show of the text that it is made from.
    pub outline: Option<&'a Outline>,
    /// Its links to parts of itself.
    own_anchors: Vec<String>,
}

/// Who reads a file: which table of secrets counts, and which bits in it.
#[derive(Clone, Copy, Debug)]
enum Viewers {
    Audience(usize, Audiences),
    /// Whoever comes to the front door of the whole site: the audiences that are not discreet.
    Anybody,
}

impl<'a> Inspector<'a> {
    /// An inspector of the file at `route`.
    pub fn new(readback: &'a Readback<'a>, file: FileId) -> Self {
        let owner = readback.atlas.owner(file);
        Self {
            readback,
            file,
            owner,
            route: readback.atlas.route(file),
            viewers: match owner.audience {
                Some(audience) => {
                    Viewers::Audience(audience / AUDIENCES, 1 << (audience % AUDIENCES))
                }
                None => Viewers::Anybody,
            },
            outline: readback.outline(file),
            account: Account::default(),
            own_anchors: Vec::new(),
        }
    }

    /// All that is kept of the file.
    pub fn finish(mut self) -> Account {
        for anchor in std::mem::take(&mut self.own_anchors) {
            let is_there = self.account.ids.contains(&id_hash(&anchor));
            // The beginning of a page needs no id.
            if !is_there && !anchor.is_empty() && anchor != "top" {
                let what = format!("#{anchor}");
                self.find(rules::OUTPUT_LINK.id, "anchor", &what);
            }
        }
        self.account.findings.sort();
        self.account.findings.dedup();
        self.account
    }

    /// The bit of the audience whose file it is.
    pub fn bit(&self) -> Option<Audiences> {
        match self.viewers {
            Viewers::Audience(_, bit) => Some(bit),
            Viewers::Anybody => None,
        }
    }

    /// Notes a finding.
    pub fn find(&mut self, rule: &'static str, reason: &'static str, what: &str) {
        let what: String = match what.char_indices().nth(EXCERPT) {
            Some((end, _)) => format!("{}…", &what[..end]),
            None => what.to_owned(),
        };
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        self.account.findings.push(Finding::new(rule, reason, what));
    }

    /// Notes a number, which is no finding if a source has these digits as they stand here.
    fn find_unless_typed(&mut self, reason: &'static str, shown: &str, digits: &str) {
        self.find(rules::OUTPUT_NUMBER.id, reason, shown);
        if let Some(finding) = self.account.findings.last_mut() {
            finding.unless_typed = Some(digits.to_owned());
        }
    }

    /// What a text says, which stands by itself: secrets and numbers. `breaks` are places where
    /// groups of digits do not belong together.
    pub fn prose(&mut self, text: &str, breaks: &[usize]) {
        self.said(text, breaks);
    }

    /// The same, and what block of the text that this file is made from it is.
    pub fn said(&mut self, text: &str, breaks: &[usize]) -> Option<BlockId> {
        let Viewers::Audience(table, bit) = self.viewers else {
            self.secrets(text);
            self.numbers(text, breaks);
            return None;
        };
        let gist = self.gist(text, breaks, table);
        if gist.readers & bit == 0 {
            self.secrets(text);
        }
        self.outline
            .and_then(|outline| outline.find(gist.words, text, bit))
    }

    /// The gist of a text, of which the numbers are looked at too.
    fn gist(&mut self, text: &str, breaks: &[usize], table: usize) -> Gist {
        let (hidden, familiar) = (&self.readback.hidden[table], &self.readback.familiar);
        if text.len() < familiar::SHORTEST {
            self.numbers(text, breaks);
            return hidden.gist(text);
        }
        let key = Key::new(text, breaks, table);
        if let Some(gist) = familiar.gist(key) {
            return gist;
        }
        let known = self.account.findings.len();
        self.numbers(text, breaks);
        let gist = hidden.gist(text);
        if self.account.findings.len() == known {
            familiar.meet(key, gist);
        }
        gist
    }

    /// Looks for what the readers of this file may not see.
    pub fn secrets(&mut self, text: &str) {
        let leak = match self.viewers {
            Viewers::Audience(table, bits) => self.readback.hidden[table].find(text, bits),
            Viewers::Anybody => {
                let tables = self.readback.hidden.iter().zip(&self.readback.anybody);
                let mut found = tables.map(|(hidden, bits)| hidden.find(text, *bits));
                // A text is a secret only if no table knows somebody who may see it.
                found
                    .next()
                    .flatten()
                    .filter(|_| found.all(|leak| leak.is_some()))
            }
        };
        if let Some(leak) = leak {
            self.find(rules::LEAK.id, "text", &leak.text);
            if let Some(finding) = self.account.findings.last_mut() {
                finding.place = Some(leak.place);
            }
        }
    }

    /// The same for each part of a path.
    pub fn path_secrets(&mut self, path: &str) {
        for part in path.split('/').filter(|part| !part.is_empty()) {
            self.secrets(part.strip_suffix(".html").unwrap_or(part));
        }
    }

    /// A value that may hide a text in base64.
    pub fn encoded(&mut self, value: &str) {
        let mut found = Vec::new();
        decode::base64(value, |text| found.push(text.to_owned()));
        for text in found {
            self.prose(&text, &[]);
        }
    }

    /// Compares every number of a text with the register.
    pub fn numbers(&mut self, text: &str, breaks: &[usize]) {
        if !number::may_hold_digits(text) {
            return;
        }
        let is_break =
            |before: usize, next: usize| breaks.iter().any(|at| (before..=next).contains(at));
        for chain in chains(text, is_break) {
            self.chain(text, &chain);
        }
        let is_number =
            |spelled: &&str| !self.readback.register.is_no_number(&number::keyed(spelled));
        if let Some(spelled) = number::spelled(text).filter(is_number) {
            self.find(rules::OUTPUT_NUMBER.id, "spelled", spelled);
        }
    }

    fn chain(&mut self, text: &str, chain: &Chain) {
        let register = &self.readback.register;
        let whole = chain.digits();
        if register.knows(&whole) || register.is_no_number(&whole) {
            return;
        }
        // A short code is one only where it stands alone; a long number also beside others.
        let known = chain
            .parts()
            .find(|(_, digits)| digits.len() >= 7 && register.knows(digits));
        if let Some((range, _)) = known {
            for rest in chain.without(&range) {
                self.chain(text, &rest);
            }
            return;
        }
        let shown = &text[chain.range()];
        if chain.is_phone() {
            match register.near(&whole) {
                Some(_) => self.find(rules::OUTPUT_NUMBER.id, "near", shown),
                None => self.find_unless_typed("unregistered", shown, &whole),
            }
            return;
        }
        let is_near = |digits: &str| register.near(digits).is_some();
        let mut parts = chain.parts();
        if parts.any(|(_, digits)| digits.len() >= 7 && is_near(&digits)) {
            self.find(rules::OUTPUT_NUMBER.id, "near", shown);
            return;
        }
        let code = chain.lone().filter(|digits| (3..7).contains(&digits.len()));
        if let Some(digits) = code.filter(|digits| is_near(digits)) {
            self.find_unless_typed("near", shown, digits);
        }
    }

    /// A number of which the file says that it is one to call, and of which lines.
    pub fn telephone(&mut self, number: &str, lines: Option<&BTreeSet<String>>) {
        let register = &self.readback.register;
        let own = digits(number);
        let reason = match lines {
            _ if own.is_empty() => return self.prose(number, &[]),
            _ if !register.knows(&own) && register.near(&own).is_some() => "near",
            _ if !register.knows(&own) => "unregistered",
            Some(lines) if !register.is_of(&own, lines) => "line",
            _ => return,
        };
        self.find(rules::OUTPUT_NUMBER.id, reason, number);
    }
}
