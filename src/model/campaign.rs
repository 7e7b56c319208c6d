//! The campaign: everything the snapshot means, resolved and typed.

use std::collections::BTreeMap;

use crate::model::hotline::Hotline;
use crate::model::message::Messages;
use crate::model::page::{Page, PageKey};
use crate::model::picture::Pictures;
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
    /// Those of them that are pictures.
    pub pictures: Pictures,
    /// The lines to call, by id.
    pub hotlines: BTreeMap<String, Hotline>,
    /// The words of the interface.
    pub messages: Messages,
    /// The look.
    pub theme: Theme,
}
