//! Whether every address in a site leads to something that is there.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use campaign::model::settings::Settings;
use html5ever::tokenizer::{
    BufferQueue, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::campaign::Files;

/// The addresses of a page and the ids that they can lead to.
#[derive(Default)]
struct Page {
    addresses: Vec<String>,
    ids: BTreeSet<String>,
}

struct Reader(RefCell<Page>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let TagToken(tag) = token {
            let mut page = self.0.borrow_mut();
            for attribute in tag.attrs {
                let value = attribute.value.to_string();
                match &*attribute.name.local {
                    "href" | "src" => page.addresses.push(value),
                    "id" => {
                        page.ids.insert(value);
                    }
                    "content" => page
                        .addresses
                        .extend(value.strip_prefix("0; url=").map(str::to_owned)),
                    _ => {}
                }
            }
        }
        TokenSinkResult::Continue
    }
}

/// Reads HTML, and XML that is like it: sitemaps and feeds.
fn read(text: &str) -> Page {
    let input = BufferQueue::default();
    input.push_back(text.into());
    let tokenizer = Tokenizer::new(Reader(RefCell::default()), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    let locations = text
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next());
    page.addresses.extend(locations.map(str::to_owned));
    page
}

/// The addresses that lead nowhere, each with the file it stands in.
pub fn broken(files: &Files, settings: &Settings) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"))
        .map(|(path, bytes)| (path.as_str(), read(std::str::from_utf8(bytes).unwrap())))
        .collect();
    assert!(!pages.is_empty());
    let mut broken = Vec::new();
    for (path, page) in &pages {
        for address in &page.addresses {
            let Some((target, fragment)) = target(path, address, settings) else {
                continue;
            };
            let is_there = match (target, fragment) {
                (None, _) => false,
                (Some(target), None) => files.contains_key(&target),
                (Some(target), Some(id)) => pages
                    .get(target.as_str())
                    .is_some_and(|page| page.ids.contains(&id)),
            };
            if !is_there {
                broken.push(format!("{path}: {address}"));
            }
        }
    }
    broken
}

/// The file that an address on the page at `path` means, and the id in it; none for an address of
/// another site. The file is none when the address leads out of the output.
fn target(
    path: &str,
    address: &str,
    settings: &Settings,
) -> Option<(Option<String>, Option<String>)> {
    let (address, fragment) = match address.split_once('#') {
        Some((address, fragment)) => (address, Some(decoded(fragment))),
        None => (address, None),
    };
    let absolute = match within(address, settings) {
        Some(route) => route,
        None if address.contains(':') => return None,
        None if address.is_empty() => return Some((Some(path.to_owned()), fragment)),
        None if address.starts_with('/') => in_own_site(path, address, settings),
        None => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{address}")
        }
    };
    Some((resolved(&absolute), fragment))
}

/// The route of an absolute address of the campaign.
fn within(address: &str, settings: &Settings) -> Option<String> {
    let own = settings
        .audiences
        .iter()
        .filter(|audience| audience.own_host);
    let hosts = own.map(|audience| (audience.base_url.as_str(), audience.slug.as_str()));
    hosts
        .chain([(settings.base_url.as_str(), "")])
        .find_map(|(base, folder)| {
            let rest = address.strip_prefix(base)?;
            Some(format!("{folder}/{}", rest.strip_prefix('/')?))
        })
}

/// The route of an address that begins at the root of a host: on a page that is shown anywhere.
fn in_own_site(path: &str, address: &str, settings: &Settings) -> String {
    let mut own = settings
        .audiences
        .iter()
        .filter(|audience| audience.own_host);
    let host = own.find(|audience| path.starts_with(&format!("{}/", audience.slug)));
    let (base, folder) = host.map_or((&settings.base_url, ""), |audience| {
        (&audience.base_url, audience.slug.as_str())
    });
    let (_, rest) = base.split_once("://").unwrap();
    let below = rest.find('/').map_or("", |at| &rest[at..]);
    // What does not lie below the address of the site leads out of it.
    let inside = address.strip_prefix(below).unwrap_or("../..");
    format!("{folder}/{inside}")
}

/// The path without `.` and `..`; a folder means the page in it.
fn resolved(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    if path.ends_with('/') {
        parts.push("index.html");
    }
    Some(decoded(&parts.join("/")))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = |byte: Option<u8>| char::from(byte.unwrap()).to_digit(16).unwrap() as u8;
        bytes.push(match byte {
            b'%' => hex(rest.next()) * 16 + hex(rest.next()),
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}
