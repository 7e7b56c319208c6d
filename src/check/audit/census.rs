//! The census of an edition: how often something is against a promise, and where.

use std::collections::{BTreeMap, BTreeSet};

use super::files;
use crate::check::markup::{Anchor, Page};
use crate::check::output::{Cost, Inspector, Loaded, Subject};
use crate::model::audience::Audience;
use crate::model::policy::{self, Delivery};
use crate::model::route::Route;
use crate::model::site::{EditionSite, Recipe};

/// How many places the report names for one fact.
const EXAMPLES: usize = 3;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Pages on which something comes before the exit, or the exit is not what it should be.
    Exit,
    /// Files of other hosts that a page asks for.
    Foreign,
    /// Frames, other bases, and links that connect in advance.
    Embedding,
    /// Words of scripts that store or send.
    Traces,
    /// Scripts.
    Scripts,
    /// Pages whose Content-Security-Policy is not the one of the table, or comes too late.
    Policy,
    /// Scripts, styles and handlers in the page itself.
    Inline,
    /// Pages that tell other sites where a visitor comes from.
    Referrer,
    /// Links to other sites that would tell it without the page's own word.
    Links,
    /// Words that tell the subject.
    Words,
    /// Words that tell the subject in host or folder.
    Addresses,
    /// Messages about safety that are missing.
    Messages,
    /// Pages without a link to the page about safety.
    Safety,
    /// Forms.
    Forms,
    /// Mail links.
    Mail,
    /// Style sheets in which a visited link looks different.
    Visited,
    /// Photographs with metadata.
    Metadata,
    /// Pages over their budget.
    Overweight,
    /// The kilobytes of the heaviest page, of those it may have.
    Heaviest,
    /// The requests of the page with most of them, of those it may have.
    Requests,
}

impl Fact {
    /// Its name in JSON and in the ids of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Foreign => "foreign",
            Self::Embedding => "embedding",
            Self::Traces => "traces",
            Self::Scripts => "scripts",
            Self::Policy => "policy",
            Self::Inline => "inline",
            Self::Referrer => "referrer",
            Self::Links => "links",
            Self::Words => "words",
            Self::Addresses => "addresses",
            Self::Messages => "messages",
            Self::Safety => "safety",
            Self::Forms => "forms",
            Self::Mail => "mail",
            Self::Visited => "visited",
            Self::Metadata => "metadata",
            Self::Overweight => "overweight",
            Self::Heaviest => "heaviest",
            Self::Requests => "requests",
        }
    }
}

/// How often, and a few places.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// How often.
    pub times: usize,
    /// Where, the first few.
    pub examples: Vec<String>,
}

/// What a page is looked at with.
#[derive(Clone, Copy)]
pub struct Witness<'a> {
    /// Weighs pages and knows words.
    pub inspector: &'a Inspector,
    /// Gives the files that a page shows.
    pub load: &'a dyn Fn(&Route) -> Option<Loaded>,
}

/// The counts of one edition, or of the front door.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// `survivors/es`; `/` for the front door.
    pub name: String,
    /// The edition, an index into the site's; none for the front door.
    pub edition: Option<usize>,
    /// How many pages were looked at.
    pub pages: usize,
    /// How many files that they show.
    pub files: usize,
    /// The dearest page in bytes.
    pub heaviest: Cost,
    /// The dearest page in requests.
    pub busiest: usize,
    counts: BTreeMap<Fact, Count>,
    seen: BTreeSet<Route>,
}

impl Census {
    /// A census that has counted nothing.
    pub fn new(name: String, edition: Option<usize>) -> Self {
        Self {
            name,
            edition,
            ..Self::default()
        }
    }

    /// What was counted of a fact.
    pub fn count(&self, fact: Fact) -> Count {
        self.counts.get(&fact).cloned().unwrap_or_default()
    }

    /// Counts `times` of a fact at a place.
    pub fn add(&mut self, fact: Fact, times: usize, place: &str) {
        if times == 0 {
            return;
        }
        let count = self.counts.entry(fact).or_default();
        count.times += times;
        if count.examples.len() < EXAMPLES && !count.examples.iter().any(|known| known == place) {
            count.examples.push(place.to_owned());
        }
    }

    /// Looks at a rendered page.
    pub fn look(&mut self, subject: Subject<'_>, bytes: &[u8], witness: Witness<'_>) {
        let page = Page::read(&String::from_utf8_lossy(bytes));
        self.pages += 1;
        self.privacy(subject, &page);
        self.links(subject, &page);
        if let Some(audience) = subject.audience() {
            self.exit(subject, audience, &page);
            self.discretion(subject, audience, bytes, witness);
            self.weight(subject, audience, bytes, &page, witness);
        }
        for resource in &page.resources {
            for address in &resource.candidates {
                let foreign = usize::from(files::is_foreign(address));
                self.add(Fact::Foreign, foreign, subject.route.as_str());
                if let Some(route) = subject.target(address) {
                    self.file(&route, witness);
                }
            }
        }
    }

    fn privacy(&mut self, subject: Subject<'_>, page: &Page) {
        let place = subject.route.as_str();
        let expected = policy::content_security_policy(Delivery::Meta);
        let is_ours = page.policies == [expected] && !page.is_policy_late;
        self.add(Fact::Policy, usize::from(!is_ours), place);
        self.add(Fact::Inline, page.inline, place);
        self.add(Fact::Embedding, page.frames + page.hints, place);
        let referrer = page.metas.get("referrer").map(String::as_str);
        let tells = referrer != Some(policy::REFERRER);
        self.add(Fact::Referrer, usize::from(tells), place);
        self.add(Fact::Forms, page.forms, place);
    }

    fn links(&mut self, subject: Subject<'_>, page: &Page) {
        let place = subject.route.as_str();
        let begins = |anchor: &Anchor, scheme: &str| {
            let start = anchor.href.get(..scheme.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        let is_outside = |anchor: &&Anchor| begins(anchor, "https:") || begins(anchor, "http:");
        let tells = |anchor: &&Anchor| !has_word(&anchor.rel, "noreferrer");
        let leaking = page.anchors.iter().filter(is_outside).filter(tells);
        self.add(Fact::Links, leaking.count(), place);
        let mails = page
            .anchors
            .iter()
            .filter(|anchor| begins(anchor, "mailto:"));
        self.add(Fact::Mail, mails.count(), place);
    }

    /// A page that leads elsewhere at once is no place to leave from.
    fn exit(&mut self, subject: Subject<'_>, audience: &Audience, page: &Page) {
        let is_redirect = matches!(subject.entry.recipe, Recipe::Redirect { .. });
        let Some(exit) = audience.exit.as_ref().filter(|_| !is_redirect) else {
            return;
        };
        let place = subject.route.as_str();
        let own = subject.edition().map(|edition| &edition.edition.locale);
        let targets = exit.targets.iter();
        let urls: Vec<&str> = targets
            .filter(|(locale, _)| own.is_none_or(|own| own == *locale))
            .map(|(_, target)| target.url.as_str())
            .collect();
        self.add(
            Fact::Exit,
            usize::from(!leads_out_first(page, &urls)),
            place,
        );
        let editions = subject.site.editions.iter();
        let is_meant = |edition: &&EditionSite| {
            edition.edition.audience == audience.id
                && own.is_none_or(|own| *own == edition.edition.locale)
        };
        let safety_pages: Vec<&Route> = editions
            .filter(is_meant)
            .filter_map(|edition| Some(&edition.page(exit.safety_page.as_ref()?)?.route))
            .collect();
        let is_there = safety_pages.contains(&subject.route)
            || page.anchors.iter().any(|anchor| {
                let target = subject.target(&anchor.href);
                target.is_some_and(|target| safety_pages.contains(&&target))
            });
        self.add(Fact::Safety, usize::from(!is_there), place);
    }

    fn discretion(
        &mut self,
        subject: Subject<'_>,
        audience: &Audience,
        bytes: &[u8],
        witness: Witness<'_>,
    ) {
        if audience.discreet {
            let words = witness.inspector.topic_words(subject, bytes);
            self.add(Fact::Words, words, subject.route.as_str());
        }
    }

    fn weight(
        &mut self,
        subject: Subject<'_>,
        audience: &Audience,
        bytes: &[u8],
        page: &Page,
        witness: Witness<'_>,
    ) {
        let cost = witness.inspector.cost(subject, bytes, page, witness.load);
        if cost.bytes > self.heaviest.bytes {
            self.heaviest = cost;
        }
        self.busiest = self.busiest.max(cost.requests);
        let over = audience
            .budget
            .is_some_and(|budget| !cost.is_within(budget));
        self.add(Fact::Overweight, usize::from(over), subject.route.as_str());
    }

    /// Looks at a file that a page shows, once.
    fn file(&mut self, route: &Route, witness: Witness<'_>) {
        if !self.seen.insert(route.clone()) {
            return;
        }
        let Some(loaded) = (witness.load)(route) else {
            return;
        };
        self.files += 1;
        let place = route.as_str();
        let text = String::from_utf8_lossy(&loaded.bytes);
        match place.rsplit('.').next().unwrap_or_default() {
            "css" => {
                let addresses = files::addresses_of_sheet(&text);
                let foreign = addresses
                    .iter()
                    .filter(|address| files::is_foreign(address));
                self.add(Fact::Foreign, foreign.count(), place);
                self.add(
                    Fact::Visited,
                    usize::from(files::shows_visited(&text)),
                    place,
                );
            }
            "js" => {
                self.add(Fact::Scripts, 1, place);
                for word in files::traces_of_script(&text) {
                    self.add(Fact::Traces, 1, &format!("{place}: {word}"));
                }
            }
            "svg" => {
                let addresses = files::addresses_of_drawing(&text);
                let foreign = addresses
                    .iter()
                    .filter(|address| files::is_foreign(address));
                self.add(Fact::Foreign, foreign.count(), place);
            }
            _ => self.add(
                Fact::Metadata,
                usize::from(files::has_metadata(&loaded.bytes)),
                place,
            ),
        }
        for reference in &loaded.references {
            self.file(reference, witness);
        }
    }
}

fn has_word(value: &str, word: &str) -> bool {
    value
        .split_ascii_whitespace()
        .any(|found| found.eq_ignore_ascii_case(word))
}

/// Whether the first link of a page that leads off it is its exit, as it should be, and stands there
/// a second time as the button.
fn leads_out_first(page: &Page, urls: &[&str]) -> bool {
    let is_exit = |anchor: &&Anchor| {
        urls.contains(&anchor.href.as_str())
            && has_word(&anchor.rel, "nofollow")
            && has_word(&anchor.rel, "noreferrer")
            && anchor.referrer.eq_ignore_ascii_case(policy::REFERRER)
    };
    let mut leading_off = page
        .anchors
        .iter()
        .filter(|anchor| !anchor.href.starts_with('#'));
    let is_first = leading_off.next().is_some_and(|anchor| is_exit(&anchor));
    is_first && page.anchors.iter().filter(is_exit).count() >= 2
}
