//! Attributes of a page: addresses, ids, what a reader gets to see or hear, and what could run.

use super::Page;
use crate::readback::atlas::Target;
use crate::readback::crossing::id_hash;
use crate::readback::decode;
use crate::readback::inspector::Role;
use crate::readback::markup::{Attribute, Tag};
use crate::rules;

/// What `<meta>` tells machines only.
const TECHNICAL: [&str; 7] = [
    "viewport",
    "theme-color",
    "color-scheme",
    "referrer",
    "robots",
    "format-detection",
    "google-site-verification",
];

/// Relations of `<link>` that a browser follows by itself.
const LOADED: [&str; 10] = [
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
];

impl<'t> Page<'t, '_, '_> {
    /// Looks at one attribute of an element.
    pub(super) fn attribute(&mut self, tag: &Tag<'t>, attribute: &Attribute<'t>) {
        let name = attribute.name.as_ref();
        let mut value = std::mem::take(&mut self.value);
        value.clear();
        if !decode::references(attribute.value, &mut value) {
            self.fault("reference", attribute.value);
        }
        if !value.is_ascii() && value.contains(|c| matches!(c, '\u{2066}'..='\u{2069}')) {
            self.inspector.find(rules::TRACE.id, "isolation", &value);
        }
        // As bytes: the compiler makes a tree of them, and not a list.
        match name.as_bytes() {
            b"class" | b"rel" | b"type" | b"width" | b"height" | b"hreflang" | b"lang" | b"dir"
            | b"charset" | b"viewBox" | b"d" => {}
            b"id" => {
                self.inspector.secrets(&value);
                self.ids.push((id_hash(&value), attribute.value));
            }
            b"style" | b"srcdoc" => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "attribute", name)
            }
            b"href" | b"xlink:href" | b"src" | b"poster" | b"action" | b"formaction"
            | b"background" | b"ping" | b"cite" | b"manifest" | b"longdesc" => {
                self.address(tag, name, &value)
            }
            b"data" if tag.name == "object" => self.address(tag, name, &value),
            b"srcset" | b"imagesrcset" => {
                for candidate in value.split(',') {
                    let address = candidate.split_whitespace().next().unwrap_or_default();
                    self.inspector.address(address, Role::Picture);
                }
            }
            b"for" | b"aria-labelledby" | b"aria-describedby" | b"aria-controls" | b"aria-owns"
            | b"headers" | b"popovertarget" | b"commandfor" | b"list" => {
                for id in value.split_ascii_whitespace() {
                    self.inspector.reference(id);
                }
            }
            b"alt" | b"title" | b"aria-label" | b"aria-description" | b"placeholder" | b"value"
            | b"label" | b"summary" => {
                self.inspector.prose(&value, &[]);
                self.leftovers(&value);
            }
            b"content" => self.meta(tag, &value),
            _ if name.len() > 2 && name.starts_with("on") => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "attribute", name);
            }
            _ if name.starts_with("data-") => {
                self.inspector.prose(&value, &[]);
                self.inspector.encoded(&value);
                if value.contains('/') {
                    self.inspector.path_secrets(&value);
                }
            }
            _ => {}
        }
        self.value = value;
    }

    fn address(&mut self, tag: &Tag<'_>, name: &str, value: &str) {
        let role = match (tag.name.as_ref(), name) {
            ("a" | "area", "href") | (_, "cite") => Role::Link,
            ("link", _) => {
                let relations = tag.get("rel").unwrap_or_default();
                let mut relations = relations.split_ascii_whitespace();
                match relations.any(|own| LOADED.contains(&own.to_ascii_lowercase().as_str())) {
                    true if tag.get("rel") == Some("icon") => Role::Picture,
                    true => Role::Resource,
                    false => Role::Link,
                }
            }
            ("img" | "source" | "image" | "input" | "video", _) => Role::Picture,
            _ => Role::Resource,
        };
        let target = self.inspector.address(value, role);
        if tag.name == "link" && role == Role::Link {
            self.same_page(tag, &target, value);
        }
        if tag.name == "script" && !self.is_own_script(&target) {
            self.inspector
                .find(rules::ACTIVE_CONTENT.id, "script", value);
        }
    }

    /// What search engines are told about a page stays within the campaign: its one address is its
    /// own, and its translations are published beside it.
    fn same_page(&mut self, tag: &Tag<'_>, target: &Target, value: &str) {
        let relations = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
        let mut relations = relations.split_ascii_whitespace();
        let is_known = relations.any(|own| own == "canonical" || own == "alternate");
        if is_known && *target == Target::Foreign {
            self.inspector
                .find(rules::FOREIGN_ORIGIN.id, "canonical", value);
        }
    }

    /// Whether a script is a file of the theme.
    fn is_own_script(&self, target: &Target) -> bool {
        let Target::File(file, _) = target else {
            return false;
        };
        let readback = self.inspector.readback;
        let route = readback.atlas.route(*file);
        let mut assets = readback.site.theme_assets.iter();
        assets.any(|assets| assets.values().any(|own| own == route))
    }

    fn meta(&mut self, tag: &Tag<'_>, value: &str) {
        let kind = tag.get("name").or_else(|| tag.get("property"));
        let kind = kind.unwrap_or_default().to_ascii_lowercase();
        let equivalent = tag.get("http-equiv").unwrap_or_default();
        if equivalent.eq_ignore_ascii_case("refresh") {
            self.is_aside = true;
            if let Some((_, address)) = value.split_once('=') {
                let target = self.inspector.address(address.trim(), Role::Link);
                if target == Target::Foreign {
                    self.inspector
                        .find(rules::FOREIGN_ORIGIN.id, "refresh", address);
                }
            }
            return;
        }
        match kind.as_str() {
            "og:url" | "twitter:url" => {
                if self.inspector.address(value, Role::Link) == Target::Foreign {
                    self.inspector
                        .find(rules::FOREIGN_ORIGIN.id, "canonical", value);
                }
            }
            "generator" => self.inspector.find(rules::TRACE.id, "generator", value),
            "robots" => self.is_aside |= value.contains("noindex"),
            known if TECHNICAL.contains(&known) => {}
            _ if !equivalent.is_empty() => {}
            _ if value.starts_with("http://") || value.starts_with("https://") => {
                self.inspector.address(value, Role::Link);
            }
            _ => {
                self.inspector.prose(value, &[]);
                self.leftovers(value);
            }
        }
    }
}
