//! Visits to other sites: each address once, politely, and not again for some days.
//!
//! Hosts are visited at the same time, but one host is asked one thing after another, with a pause
//! between, and left alone when it asks for that.

mod manners;
mod memory;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use url::Url;

use self::manners::{Manners, Reply};
use self::memory::Memory;
use crate::model::date::Date;
use crate::model::visit::Visit;
use crate::world::web::{Client, Method, Trouble, in_lanes};

/// How many redirects are followed: as many as browsers do.
const HOPS: usize = 20;

/// How to visit.
#[derive(Clone, Copy, Debug)]
pub struct Etiquette {
    /// How long to wait for an answer.
    pub patience: Duration,
    /// How long to pause between two questions to one host.
    pub delay: Duration,
    /// The day it is.
    pub today: Date,
    /// For how many days what was found holds.
    pub max_age_days: u32,
}

/// What is found at each of these addresses. What was found lately is taken from the campaign's
/// folder `.campaign`, where what is found now is kept, too.
pub fn visit(root: &Path, addresses: &[&str], etiquette: Etiquette) -> BTreeMap<String, Visit> {
    let memory = Memory::of(root);
    let mut visits: BTreeMap<String, Visit> = BTreeMap::new();
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        match memory.recall(address, etiquette) {
            Some(visit) => drop(visits.insert((*address).to_owned(), visit)),
            None => hosts.entry(host_of(address)).or_default().push(address),
        }
    }
    let hosts: Vec<Vec<&str>> = hosts.into_values().collect();
    let visitor = Visitor {
        manners: Manners::new(Client::new(etiquette.patience), etiquette),
    };
    let found = in_lanes(&hosts, |addresses| {
        let one = |address: &&str| ((*address).to_owned(), visitor.visit(address));
        addresses.iter().map(one).collect::<Vec<_>>()
    });
    let found: BTreeMap<String, Visit> = found.into_iter().flatten().collect();
    memory.keep(addresses, &found, etiquette.today);
    visits.extend(found);
    visits
}

fn host_of(address: &str) -> String {
    let url = Url::parse(address).ok();
    let host = url.as_ref().and_then(Url::host_str);
    host.unwrap_or_default().to_owned()
}

struct Visitor {
    manners: Manners,
}

impl Visitor {
    fn visit(&self, address: &str) -> Visit {
        let mut here = address.to_owned();
        // Where it has moved for good: as far as the first hop that is for now only.
        let mut moved = None;
        let mut is_for_good = true;
        for _ in 0..=HOPS {
            let answer = match self.reach(&here) {
                Reply::Answer(answer) => answer,
                Reply::Busy => return Visit::Busy,
                Reply::Silence(trouble) => return Visit::Unanswered(trouble.as_str().to_owned()),
            };
            match answer.status {
                200..=299 => return moved.map_or(Visit::Alive, Visit::Moved),
                404 | 410 => return Visit::Dead(answer.status),
                status @ (301 | 302 | 303 | 307 | 308) => {
                    let location = answer.header("location").unwrap_or_default();
                    let Some(next) = next(&here, &location) else {
                        return Visit::Refused(status);
                    };
                    is_for_good &= matches!(status, 301 | 308);
                    if is_for_good {
                        moved = Some(next.clone());
                    }
                    here = next;
                }
                status => return Visit::Refused(status),
            }
        }
        Visit::Loop
    }

    /// Asks whether something is there; where that is not understood, for the thing itself, of which
    /// next to nothing is read.
    fn reach(&self, address: &str) -> Reply {
        let reply = self.manners.ask(Method::Head, address);
        let is_clear = match &reply {
            Reply::Answer(answer) => answer.status < 400,
            Reply::Busy => true,
            Reply::Silence(trouble) => !matches!(trouble, Trouble::Protocol | Trouble::Connection),
        };
        match is_clear {
            true => reply,
            false => self.manners.ask(Method::Get(0), address),
        }
    }
}

/// Where a redirect leads, if that is on the web.
fn next(here: &str, location: &str) -> Option<String> {
    let mut next = Url::parse(here).ok()?.join(location).ok()?;
    next.set_fragment(None);
    matches!(next.scheme(), "http" | "https").then(|| next.as_str().to_owned())
}
