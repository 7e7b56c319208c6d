//! What is asked of every address in a file: whether it leads somewhere, and may.

use super::Inspector;
use crate::readback::atlas::{FileId, Target};
use crate::readback::crossing::Anchor;
use crate::readback::decode;
use crate::readback::register::{Means, digits};
use crate::rules;

/// What an address in a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A reader may go there.
    Link,
    /// A browser loads it by itself.
    Resource,
    /// A browser loads it as a picture, which may stand in the address itself.
    Picture,
}

/// Schemes of addresses that open another program with what the reader sees in the link.
const SCHEMES: [&str; 4] = ["mailto", "tel", "sms", "geo"];

impl Inspector<'_> {
    /// What an address leads to, and whether it may. `address` has its references resolved.
    pub fn address(&mut self, address: &str, role: Role) -> Target {
        let target = self.readback.atlas.resolve(self.route, address);
        match &target {
            Target::File(file, fragment) => {
                if !self.readback.atlas.may_lead(self.owner, *file) {
                    self.find(rules::LEAK.id, "link", address);
                }
                self.account.links.push(*file);
                if let Some(fragment) = fragment {
                    self.anchor(*file, fragment);
                }
            }
            Target::Own(fragment) => self.own_anchors.push(fragment.clone()),
            Target::Nothing(path) => {
                // As it is written: whoever has to mend it looks for that, and one line of a template
                // stands on many pages.
                self.find(rules::OUTPUT_LINK.id, "missing", address);
                self.path_secrets(path);
            }
            Target::Foreign if role != Role::Link => {
                self.find(rules::FOREIGN_ORIGIN.id, "resource", address);
            }
            Target::Foreign => self.foreign(address),
            Target::Other(scheme) => self.scheme(scheme, address, role),
        }
        target
    }

    fn anchor(&mut self, file: FileId, id: &str) {
        if file == self.file {
            self.own_anchors.push(id.to_owned());
        } else if !id.is_empty() {
            self.account.anchors.push(Anchor {
                file,
                id: id.to_owned(),
            });
        }
    }

    /// An element of this file refers to another by its id.
    pub fn reference(&mut self, id: &str) {
        self.own_anchors.push(id.to_owned());
    }

    /// A link to another site: its address may tell a secret, or be a number.
    fn foreign(&mut self, address: &str) {
        let mut said = String::new();
        decode::percent(address, &mut said);
        self.secrets(&said);
        if let Some(number) = whatsapp(address) {
            self.dial(&digits(number), Means::Whatsapp, address);
        }
    }

    fn scheme(&mut self, scheme: &str, address: &str, role: Role) {
        let rest = address.split_once(':').map_or("", |(_, rest)| rest);
        match scheme {
            "data" if role == Role::Picture && rest.trim_start().starts_with("image/") => {
                self.encoded(rest);
            }
            "tel" | "sms" if role == Role::Link => {
                let number = rest.split(['?', ';', '&']).next().unwrap_or(rest);
                let is_dialled = number
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || b"+*#-.()".contains(&byte));
                if !is_dialled {
                    self.find(rules::OUTPUT_NUMBER.id, "form", address);
                }
                let means = if scheme == "tel" {
                    Means::Call
                } else {
                    Means::Text
                };
                self.dial(&digits(number), means, address);
            }
            known if role == Role::Link && SCHEMES.contains(&known) => {
                let mut said = String::new();
                decode::percent(rest, &mut said);
                self.secrets(&said);
            }
            _ => self.find(rules::ACTIVE_CONTENT.id, "scheme", address),
        }
    }

    fn dial(&mut self, number: &str, means: Means, address: &str) {
        self.account.dialled.push(number.to_owned());
        let register = &self.readback.register;
        if register.allows(number, means) {
            return;
        }
        let reason = match register.knows(number) {
            // A number whose other form is in the register is dialled as it is there, or not at all.
            true => "means",
            false if register.near(number).is_some() => "near",
            false => "unregistered",
        };
        self.find(rules::OUTPUT_NUMBER.id, reason, address);
    }
}

/// The number in a link to WhatsApp.
pub fn whatsapp(address: &str) -> Option<&str> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    if let Some(number) = rest.strip_prefix("wa.me/") {
        return number.split(['?', '#', '/']).next();
    }
    let query = rest.strip_prefix("api.whatsapp.com/send")?;
    query.split_once("phone=")?.1.split('&').next()
}
