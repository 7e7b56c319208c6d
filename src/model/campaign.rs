//! The campaign: everything the snapshot means, resolved and typed.

use std::collections::BTreeMap;

use crate::model::audience::Audience;
use crate::model::claim::Claim;
use crate::model::fact::Fact;
use crate::model::hotline::{Hotline, Status};
use crate::model::message::Messages;
use crate::model::page::{Page, PageKey};
use crate::model::settings::Settings;
use crate::model::theme::Theme;
use crate::source::Source;

/// Everything the snapshot means.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// What campaign.toml says.
    pub settings: Settings,
    /// The pages, by folder.
    pub pages: BTreeMap<PageKey, Page>,
    /// Files in `content/` that are neither pages nor registers, by path under `content/`.
    pub assets: BTreeMap<String, Source>,
    /// The lines to call, by id.
    pub hotlines: BTreeMap<String, Hotline>,
    /// The figures, by id.
    pub claims: BTreeMap<String, Claim>,
    /// The words of the interface.
    pub messages: Messages,
    /// The look.
    pub theme: Theme,
}

impl Campaign {
    /// Whether a register has this fact.
    pub fn knows(&self, fact: &Fact) -> bool {
        match fact {
            Fact::Hotline(id) => self.hotlines.contains_key(id),
            Fact::Claim(id) => self.claims.contains_key(id),
        }
    }

    /// The lines that the pages of an audience offer, in its order: those that campaign.toml names,
    /// else all that somebody answers.
    pub fn offered(&self, audience: &Audience) -> Vec<&Hotline> {
        match &audience.hotlines {
            Some(ids) => ids
                .iter()
                .filter_map(|(id, _)| self.hotlines.get(id))
                .collect(),
            None => self
                .hotlines
                .values()
                .filter(|hotline| hotline.status == Status::Active)
                .collect(),
        }
    }
}
