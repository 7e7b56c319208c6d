//! What the counts of an edition mean for each promise.

use super::census::{Census, Count, Fact};
use super::{Evidence, Finding, GUARANTEES, Status};
use crate::check::{addresses, discreet, exit};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::host::Host;
use crate::model::settings::Transport;
use crate::model::site::Site;

/// What was found about every promise.
pub fn findings(campaign: &Campaign, site: &Site, census: &Census) -> Vec<Finding> {
    let edition = census.edition.and_then(|index| site.editions.get(index));
    let audience = edition.map(|edition| &campaign.settings.audiences[edition.audience]);
    let judge = Judge {
        campaign,
        census,
        audience,
        language: edition.map(|edition| edition.edition.locale.language()),
        missing_messages: edition.map_or(0, |edition| {
            exit::missing_messages(campaign, &edition.edition.locale).count()
        }),
    };
    GUARANTEES
        .into_iter()
        .map(|guarantee| judge.finding(guarantee))
        .collect()
}

struct Judge<'a> {
    campaign: &'a Campaign,
    census: &'a Census,
    audience: Option<&'a Audience>,
    language: Option<&'a str>,
    missing_messages: usize,
}

/// To which editions a promise is made.
#[derive(Clone, Copy)]
enum To {
    All,
    WithExit,
    Discreet,
}

impl Judge<'_> {
    fn finding(&self, guarantee: &'static str) -> Finding {
        use Fact as F;
        match guarantee {
            "S1" => self.counted(guarantee, To::WithExit, &[F::Exit]),
            "S4" => self.counted(guarantee, To::All, &[F::Foreign, F::Embedding]),
            "S5" => self.storage(guarantee),
            "S6" => self.counted(guarantee, To::All, &[F::Policy, F::Inline]),
            "S7" => self.counted(guarantee, To::All, &[F::Referrer, F::Links]),
            "S8" => self.words(guarantee),
            "S9" => self.addresses(guarantee),
            "S10" => self.messages(guarantee),
            "S11" => self.counted(guarantee, To::WithExit, &[F::Safety]),
            "S12" => self.counted(guarantee, To::Discreet, &[F::Forms, F::Mail]),
            "S14" => self.visited(guarantee),
            "S16" => self.counted(guarantee, To::All, &[F::Metadata]),
            "S2" | "S17" => plain(guarantee, Status::Held),
            "P1" => self.weight(guarantee),
            "H1" | "H2" | "H5" => self.on_hosts(guarantee),
            "H3" if self.is_made(To::Discreet) => self.on_hosts(guarantee),
            "H4" if self.campaign.settings.transport == Transport::Secure => {
                self.on_hosts(guarantee)
            }
            "H3" | "H4" => plain(guarantee, Status::Off),
            _ => plain(guarantee, Status::Untestable),
        }
    }

    fn is_made(&self, to: To) -> bool {
        match to {
            To::All => true,
            To::WithExit => self
                .audience
                .is_some_and(|audience| audience.exit.is_some()),
            To::Discreet => self.audience.is_some_and(|audience| audience.discreet),
        }
    }

    /// A promise that is kept when none of these was counted.
    fn counted(&self, guarantee: &'static str, to: To, facts: &[Fact]) -> Finding {
        if !self.is_made(to) {
            return plain(guarantee, Status::Off);
        }
        let evidence: Vec<Evidence> = facts.iter().map(|fact| self.evidence(*fact)).collect();
        let status = match evidence.iter().all(|evidence| evidence.count == 0) {
            true => Status::Held,
            false => Status::Broken,
        };
        with_evidence(guarantee, status, evidence)
    }

    fn evidence(&self, fact: Fact) -> Evidence {
        let Count { times, examples } = self.census.count(fact);
        let total = match fact {
            Fact::Metadata | Fact::Visited | Fact::Scripts => self.census.files,
            _ => self.census.pages,
        };
        Evidence {
            fact,
            count: times,
            total,
            examples,
        }
    }

    fn storage(&self, guarantee: &'static str) -> Finding {
        let mut finding = self.counted(guarantee, To::All, &[Fact::Traces]);
        finding.evidence.push(self.evidence(Fact::Scripts));
        finding
    }

    /// In a language whose words nobody has listed, nobody can tell.
    fn words(&self, guarantee: &'static str) -> Finding {
        let is_listed = |language: &str| discreet::words_of(language).is_some();
        match self.language.is_none_or(is_listed) {
            true => self.counted(guarantee, To::Discreet, &[Fact::Words]),
            false => plain(guarantee, Status::Untestable),
        }
    }

    fn addresses(&self, guarantee: &'static str) -> Finding {
        let Some(audience) = self.audience.filter(|audience| audience.discreet) else {
            return plain(guarantee, Status::Off);
        };
        let found: Vec<String> = addresses::words(audience)
            .into_iter()
            .map(|(_, word)| word)
            .collect();
        let evidence = Evidence {
            fact: Fact::Addresses,
            count: found.len(),
            total: 2,
            examples: found,
        };
        decided(guarantee, evidence)
    }

    fn messages(&self, guarantee: &'static str) -> Finding {
        if !self.is_made(To::WithExit) {
            return plain(guarantee, Status::Off);
        }
        let evidence = Evidence {
            fact: Fact::Messages,
            count: self.missing_messages,
            total: crate::model::exit::SAFETY_MESSAGES.len(),
            examples: Vec::new(),
        };
        decided(guarantee, evidence)
    }

    /// A rule for visited links may give them the look of the others.
    fn visited(&self, guarantee: &'static str) -> Finding {
        let mut finding = self.counted(guarantee, To::Discreet, &[Fact::Visited]);
        if finding.status == Status::Broken {
            finding.status = Status::Untestable;
        }
        finding
    }

    fn weight(&self, guarantee: &'static str) -> Finding {
        let Some(budget) = self.audience.and_then(|audience| audience.budget) else {
            return plain(guarantee, Status::Off);
        };
        let mut finding = self.counted(guarantee, To::All, &[Fact::Overweight]);
        let mut measured = |fact, count, total| {
            finding.evidence.push(Evidence {
                fact,
                count,
                total,
                examples: Vec::new(),
            });
        };
        measured(
            Fact::Heaviest,
            self.census.heaviest.kilobytes(),
            budget.kilobytes,
        );
        if let Some(most) = budget.requests {
            measured(Fact::Requests, self.census.busiest, most);
        }
        finding
    }

    /// What a header says, or what only a configured server does.
    fn on_hosts(&self, guarantee: &'static str) -> Finding {
        let hosts = self.campaign.settings.hosts.iter().copied();
        let lost_on: Vec<Host> = hosts.filter(|host| !host.sends_headers()).collect();
        let status = match lost_on.is_empty() {
            true => Status::Held,
            false => Status::Lost,
        };
        Finding {
            lost_on,
            ..plain(guarantee, status)
        }
    }
}

fn decided(guarantee: &'static str, evidence: Evidence) -> Finding {
    let status = match evidence.count {
        0 => Status::Held,
        _ => Status::Broken,
    };
    with_evidence(guarantee, status, vec![evidence])
}

fn plain(guarantee: &'static str, status: Status) -> Finding {
    with_evidence(guarantee, status, Vec::new())
}

fn with_evidence(guarantee: &'static str, status: Status, evidence: Vec<Evidence>) -> Finding {
    Finding {
        guarantee,
        status,
        lost_on: Vec::new(),
        evidence,
    }
}
