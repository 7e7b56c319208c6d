//! The campaign: everything the snapshot means, resolved and typed.

use std::collections::BTreeMap;

use crate::model::hotline::Hotline;
use crate::model::locale::LocaleTag;
use crate::model::message::Messages;
use crate::model::page::{Page, PageKey};
use crate::model::settings::Settings;
use crate::model::theme::Theme;
use crate::model::words::Words;
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
    /// The words to avoid in each locale.
    pub words: BTreeMap<LocaleTag, Words>,
    /// The words of the interface.
    pub messages: Messages,
    /// The look.
    pub theme: Theme,
}
