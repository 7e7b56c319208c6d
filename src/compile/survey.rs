//! A look at everything: what the rules over the whole campaign find, and what every file comes to.
//!
//! It is taken step by step, so that whoever has something more urgent to do can stop in between.
//! What a step looks at is mostly what it was the last time, and then nothing is worked out again.

use std::sync::Arc;

use crate::check;
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Step};
use crate::memo::Memo;
use crate::model::page::Page;
use crate::model::route::Route;
use crate::model::site::Recipe;
use crate::source::Digest;

/// A look at everything.
pub struct Survey<'a> {
    compiled: &'a Compiled,
    memo: &'a Memo,
    /// The digest of all that any file may be made from but the text of one page.
    common: Digest,
}

/// What a file comes to.
pub struct Look {
    /// The digest of its bytes.
    pub digest: Digest,
    /// What is wrong with it.
    pub faults: Vec<Diagnostic>,
}

impl<'a> Survey<'a> {
    /// Prepares a look at a campaign.
    pub fn new(compiled: &'a Compiled, memo: &'a Memo) -> Self {
        let campaign = &compiled.campaign;
        // Any file may show the outline of a page, and a template may ask whether it has a heading
        // of some id.
        let pages = campaign.pages.values();
        let seen = pages.map(|page| memo.recall("seen of bodies", page.digest(), || seen(page)));
        let seen: Vec<Arc<Digest>> = seen.collect();
        let common = [campaign.outside, campaign.beside, compiled.asked];
        let inputs = common.iter().chain(seen.iter().map(AsRef::as_ref));
        Self {
            compiled,
            memo,
            common: Digest::of_all(inputs.map(Digest::as_bytes)),
        }
    }

    /// The steps of [`Compiled::check`]; what they find has the severities of the rules still.
    pub fn steps(&self) -> Vec<Step<'a>> {
        let Compiled {
            campaign,
            site,
            today,
            ..
        } = self.compiled;
        check::steps(campaign, site, *today, self.memo)
    }

    /// What the file at `route` comes to; none when the site has no such file.
    pub fn look(&self, route: &Route) -> Option<Arc<Look>> {
        let entry = self.compiled.site.entries.get(route)?;
        let text = match entry.recipe {
            Recipe::Page { edition, page, .. } => {
                let planned = &self.compiled.site.editions[edition].pages[page];
                self.compiled.campaign.translation(planned)
            }
            _ => None,
        };
        let text = text.map_or(&[][..], |translation| translation.digest.as_bytes());
        let inputs = [self.common.as_bytes(), route.as_str().as_bytes(), text];
        let look = self.memo.recall("look", Digest::of_all(inputs), || {
            let file = self.compiled.render(route)?;
            Some(Arc::new(Look {
                digest: Digest::of(&file.value.bytes),
                faults: file.diagnostics,
            }))
        });
        Option::clone(&look)
    }
}

/// The digest of what other files may see of a page's bodies, and of what can be linked to inside.
fn seen(page: &Page) -> Digest {
    let bodies = page.translations.iter().flat_map(|translation| {
        translation.body.outlines.iter().map(|(audience, outline)| {
            let ids = translation.document().for_audience(audience).ids();
            format!("{outline:?}{ids:?}")
        })
    });
    let bodies: Vec<String> = bodies.collect();
    Digest::of_all(bodies.iter().map(String::as_bytes))
}
