//! Names of languages and pages, as somebody types them.

use std::collections::BTreeSet;

use crate::command::Failure;
use crate::compile::Compiled;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::parse::locale::canonical;

/// The language of this name.
pub fn target(name: &str, compiled: &Compiled) -> Result<LocaleTag, Failure> {
    let locales = &compiled.campaign.settings.locales;
    let tag = canonical(name).filter(|tag| locales.iter().any(|locale| locale.tag == *tag));
    tag.ok_or_else(|| {
        let known: Vec<&str> = locales.iter().map(|locale| locale.tag.as_str()).collect();
        let arguments = [("name", name.to_owned()), ("known", known.join(", "))];
        Failure::usage("unknown-locale-name", arguments)
    })
}

/// The pages of these folders, however somebody typed them: `content/rights/`, `/rights`.
pub fn pages(names: &[String], compiled: &Compiled) -> Result<BTreeSet<PageKey>, Failure> {
    names
        .iter()
        .map(|name| {
            let folder = name
                .strip_prefix("content")
                .unwrap_or(name)
                .trim_matches('/');
            let key = PageKey::new(folder);
            match compiled.campaign.pages.contains_key(&key) {
                true => Ok(key),
                false => Err(Failure::usage(
                    "unknown-page-name",
                    [("name", name.clone())],
                )),
            }
        })
        .collect()
}
