//! An inspector: looks through one file and notes what it finds. What kind of file it is, others
//! know ([`super::page`], [`super::plain`]); here is what all texts and addresses are asked.

use std::collections::BTreeSet;

use crate::model::route::Route;
use crate::readback::Readback;
use crate::readback::atlas::{FileId, Owner, Target};
use crate::readback::crossing::{Anchor, id_hash};
use crate::readback::decode;
use crate::readback::finding::Finding;
use crate::readback::hidden::{AUDIENCES, Audiences};
use crate::readback::number::{self, Chain, chains};
use crate::readback::register::{Means, digits};
use crate::rules;

/// What an address in a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A reader may go there.
    Link,
    /// A browser loads it by itself.
    Resource,
    /// A browser loads it as a picture, which may stand in the address itself.
    Picture,
}

/// Schemes of addresses that open another program with what the reader sees in the link.
const SCHEMES: [&str; 4] = ["mailto", "tel", "sms", "geo"];

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

    /// Notes a finding.
    pub fn find(&mut self, rule: &'static str, reason: &'static str, what: &str) {
        let what: String = match what.char_indices().nth(EXCERPT) {
            Some((end, _)) => format!("{}…", &what[..end]),
            None => what.to_owned(),
        };
        self.account.findings.push(Finding {
            rule,
            reason,
            what: what.split_whitespace().collect::<Vec<_>>().join(" "),
            place: None,
        });
    }

    /// What a text says, which stands by itself: secrets and numbers. `breaks` are places where
    /// groups of digits do not belong together.
    pub fn prose(&mut self, text: &str, breaks: &[usize]) {
        self.secrets(text);
        if number::may_hold_digits(text) {
            self.numbers(text, breaks);
        }
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
            let is_near = register.near(&whole).is_some();
            // A number that stands in a source as it stands here was judged there, where it can be
            // told from the number of a case, a law or a book.
            if !is_near && self.readback.is_typed(&whole) {
                return;
            }
            let reason = if is_near { "near" } else { "unregistered" };
            self.find(rules::OUTPUT_NUMBER.id, reason, shown);
            return;
        }
        let near_part = chain
            .parts()
            .find(|(_, digits)| digits.len() >= 7 && register.near(digits).is_some());
        let near_code = || {
            chain
                .lone()
                .filter(|digits| (3..7).contains(&digits.len()))
                .filter(|digits| register.near(digits).is_some())
                .filter(|digits| !self.readback.is_typed(digits))
        };
        if near_part.is_some() || near_code().is_some() {
            self.find(rules::OUTPUT_NUMBER.id, "near", shown);
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

    /// What an address leads to, and whether it may. `address` has its references resolved.
    pub fn address(&mut self, address: &str, role: Role) -> Target {
        let target = self.readback.atlas.resolve(self.route, address);
        match &target {
            Target::File(file, fragment) => {
                if !self.readback.atlas.may_lead(self.owner, *file) {
                    self.find(rules::LEAK.id, "link", address);
                }
                self.account.links.push(*file);
                if let Some(fragment) = fragment {
                    self.anchor(*file, fragment);
                }
            }
            Target::Own(fragment) => self.own_anchors.push(fragment.clone()),
            Target::Nothing(path) => {
                self.find(rules::OUTPUT_LINK.id, "missing", path);
                self.path_secrets(path);
            }
            Target::Foreign if role != Role::Link => {
                self.find(rules::FOREIGN_ORIGIN.id, "resource", address);
            }
            Target::Foreign => self.foreign(address),
            Target::Other(scheme) => self.scheme(scheme, address, role),
        }
        target
    }

    fn anchor(&mut self, file: FileId, id: &str) {
        if file == self.file {
            self.own_anchors.push(id.to_owned());
        } else if !id.is_empty() {
            self.account.anchors.push(Anchor {
                file,
                id: id.to_owned(),
            });
        }
    }

    /// An element of this file refers to another by its id.
    pub fn reference(&mut self, id: &str) {
        self.own_anchors.push(id.to_owned());
    }

    /// A link to another site: its address may tell a secret, or be a number.
    fn foreign(&mut self, address: &str) {
        let mut said = String::new();
        decode::percent(address, &mut said);
        self.secrets(&said);
        if let Some(number) = whatsapp(address) {
            self.dial(&digits(number), Means::Whatsapp, address);
        }
    }

    fn scheme(&mut self, scheme: &str, address: &str, role: Role) {
        let rest = address.split_once(':').map_or("", |(_, rest)| rest);
        match scheme {
            "data" if role == Role::Picture && rest.trim_start().starts_with("image/") => {
                self.encoded(rest);
            }
            "tel" | "sms" if role == Role::Link => {
                let number = rest.split(['?', ';', '&']).next().unwrap_or(rest);
                let is_dialled = number
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || b"+*#-.()".contains(&byte));
                if !is_dialled {
                    self.find(rules::OUTPUT_NUMBER.id, "form", address);
                }
                let means = if scheme == "tel" {
                    Means::Call
                } else {
                    Means::Text
                };
                self.dial(&digits(number), means, address);
            }
            known if role == Role::Link && SCHEMES.contains(&known) => {
                let mut said = String::new();
                decode::percent(rest, &mut said);
                self.secrets(&said);
            }
            _ => self.find(rules::ACTIVE_CONTENT.id, "scheme", address),
        }
    }

    fn dial(&mut self, number: &str, means: Means, address: &str) {
        self.account.dialled.push(number.to_owned());
        let register = &self.readback.register;
        if register.allows(number, means) {
            return;
        }
        let reason = match register.knows(number) {
            // A number whose other form is in the register is dialled as it is there, or not at all.
            true => "means",
            false if register.near(number).is_some() => "near",
            false => "unregistered",
        };
        self.find(rules::OUTPUT_NUMBER.id, reason, address);
    }
}

/// The number in a link to WhatsApp.
pub fn whatsapp(address: &str) -> Option<&str> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    if let Some(number) = rest.strip_prefix("wa.me/") {
        return number.split(['?', '#', '/']).next();
    }
    let query = rest.strip_prefix("api.whatsapp.com/send")?;
    query.split_once("phone=")?.1.split('&').next()
}
