//! `hotlines.json`: the lines to call of an edition, for the directories of others.
//!
//! It is what an API of Open Referral's Human Services Data Specification 3.0 (HSDS) answers to a
//! request for services: one page with all of them. Each line is a service, its numbers are phones
//! with the types of RFC 6350, and ids are made of the campaign's address and the line's id, so
//! that they stay the same from build to build.

use serde_json::{Map, Value, json};

use crate::diagnostic::Diagnosed;
use crate::model::fact::Fact;
use crate::model::hotline::{Channel, ChannelKind, Hotline, Localized, Status, in_locale};
use crate::model::opening::Opening;
use crate::render::file::File;
use crate::render::formats::DateStyle;
use crate::render::frame::Frame;
use crate::render::messages::Arguments;
use crate::render::stage::Speech;
use crate::source::Digest;

/// The file.
pub fn file(frame: &mut Frame<'_>) -> Diagnosed<File> {
    let lines = frame.stage.lines(frame.edition);
    let facts = lines
        .iter()
        .map(|line| Fact::Hotline(line.id.clone()))
        .collect();
    let writer = Writer { frame };
    let services: Vec<Value> = lines.iter().map(|line| writer.service(line)).collect();
    let page = json!({
        "total_items": services.len(),
        "total_pages": 1,
        "page_number": 1,
        "size": services.len(),
        "first_page": true,
        "last_page": true,
        "empty": services.is_empty(),
        "contents": services,
    });
    let mut bytes = page.to_string().into_bytes();
    bytes.push(b'\n');
    let file = File {
        bytes,
        facts,
        ..File::default()
    };
    Diagnosed::new(file, std::mem::take(&mut frame.faults))
}

struct Writer<'a, 'b> {
    frame: &'b Frame<'a>,
}

impl Writer<'_, '_> {
    fn text(&self, text: &Localized) -> Option<String> {
        let locale = self.frame.stage.locale(self.frame.locale());
        in_locale(text, &locale.chain()).map(str::to_owned)
    }

    /// An id of the form that HSDS asks for. The same thing has the same id in each language.
    fn id(&self, thing: &str) -> String {
        let base = &self.frame.stage.campaign.settings.base_url;
        uuid(&Digest::of(format!("{base}/{thing}").as_bytes()))
    }

    fn service(&self, line: &Hotline) -> Value {
        let thing = format!("hotline/{}", line.id);
        let mut service = Map::new();
        let mut put = |key: &str, value: Value| {
            if !value.is_null() {
                service.insert(key.to_owned(), value);
            }
        };
        put("id", json!(self.id(&thing)));
        put(
            "name",
            json!(self.text(&line.name).unwrap_or_else(|| line.id.clone())),
        );
        put("status", json!(status(line.status)));
        put("description", json!(self.text(&line.data_sharing)));
        put("url", json!(address(line, ChannelKind::Web)));
        put("email", json!(address(line, ChannelKind::Email)));
        put("interpretation_services", json!(self.interpreters(line)));
        put("assured_date", json!(line.verified_on.to_string()));
        put("alert", json!(self.alert(line)));
        put("fees_description", json!(self.costs(line)));
        put("organization", self.organization(line, &thing));
        put("service_areas", self.areas(line, &thing));
        put("languages", self.languages(&line.channels, &thing));
        put("schedules", self.schedules(line, &thing));
        put("phones", self.phones(line, &thing));
        Value::Object(service)
    }

    /// What a stale confirmation says on every other artifact.
    fn alert(&self, line: &Hotline) -> Option<String> {
        let stage = self.frame.stage;
        if !line.is_stale(stage.today) {
            return None;
        }
        let formats = &stage.tongue(self.frame.locale()).formats;
        let date = formats.date(line.verified_on, DateStyle::Long);
        Some(self.say("directory-unverified", Arguments::new().with("date", date)))
    }

    /// That somebody interprets, on one of the channels.
    fn interpreters(&self, line: &Hotline) -> Option<String> {
        let interprets = line.channels.iter().any(|channel| channel.interpreter);
        interprets.then(|| self.say("directory-interpreter", Arguments::new()))
    }

    /// A message of the tool, whose variables are all given.
    fn say(&self, id: &str, arguments: Arguments) -> String {
        let speech = Speech::plain(self.frame.locale(), self.frame.scope.audience_id.as_ref());
        let mut faults = Vec::new();
        self.frame
            .stage
            .say_with(speech, id, arguments, &mut faults)
            .into_owned()
    }

    fn costs(&self, line: &Hotline) -> Option<String> {
        let costs: Vec<String> = line
            .channels
            .iter()
            .filter_map(|channel| self.text(&channel.cost))
            .collect();
        (!costs.is_empty()).then(|| costs.join(" "))
    }

    fn organization(&self, line: &Hotline, thing: &str) -> Value {
        let Some(operator) = self.text(&line.operator) else {
            return Value::Null;
        };
        let mut organization = json!({
            "id": self.id(&format!("{thing}/operator")),
            "name": operator,
            "description": operator,
        });
        if line.government {
            organization["legal_status"] = json!("government organization");
        }
        organization
    }

    fn areas(&self, line: &Hotline, thing: &str) -> Value {
        line.reachable_from
            .iter()
            .map(|country| {
                json!({
                    "id": self.id(&format!("{thing}/area/{country}")),
                    "name": country,
                })
            })
            .collect()
    }

    /// The languages that somebody speaks, without those of interpreters.
    fn languages(&self, channels: &[Channel], thing: &str) -> Value {
        let mut tags: Vec<_> = channels
            .iter()
            .flat_map(|channel| &channel.languages)
            .collect();
        tags.sort();
        tags.dedup();
        tags.into_iter()
            .map(|tag| {
                json!({
                    "id": self.id(&format!("{thing}/language/{tag}")),
                    "name": self.frame.stage.spoken(tag, self.frame.locale()).name,
                    "code": tag.language(),
                })
            })
            .collect()
    }

    fn phones(&self, line: &Hotline, thing: &str) -> Value {
        let mut phones = Vec::new();
        for (index, channel) in line.channels.iter().enumerate() {
            let (Some(kind), Some(dial)) = (phone_type(channel.kind), &channel.dial) else {
                continue;
            };
            let own = format!("{thing}/phone/{index}");
            let mut phone = json!({
                "id": self.id(&own),
                "number": dial,
                "type": kind,
                "languages": self.languages(std::slice::from_ref(channel), &own),
            });
            if let Some(note) = self.note(channel) {
                phone["description"] = json!(note);
            }
            phones.push(phone);
        }
        Value::Array(phones)
    }

    /// What a number does not say: WhatsApp, the word to send, the hours.
    fn note(&self, channel: &Channel) -> Option<String> {
        let app = (channel.kind == ChannelKind::Whatsapp).then(|| "WhatsApp".to_owned());
        let notes: Vec<String> = [app, channel.keyword.clone(), self.text(&channel.hours)]
            .into_iter()
            .flatten()
            .collect();
        (!notes.is_empty()).then(|| notes.join("; "))
    }

    fn schedules(&self, line: &Hotline, thing: &str) -> Value {
        let mut openings: Vec<(&Opening, usize)> = Vec::new();
        for (index, channel) in line.channels.iter().enumerate() {
            if let Some(open) = &channel.open
                && !openings.iter().any(|(known, _)| *known == open)
            {
                openings.push((open, index));
            }
        }
        openings
            .into_iter()
            .map(|(open, index)| {
                let days: Vec<String> = open
                    .days
                    .iter()
                    .map(|day| day.as_str()[..2].to_ascii_uppercase())
                    .collect();
                // An offset from UTC would be wrong for half the year in some places: the name of
                // the zone stands in the notes.
                json!({
                    "id": self.id(&format!("{thing}/schedule/{index}")),
                    "freq": "WEEKLY",
                    "byday": days.join(","),
                    "opens_at": open.from.to_string(),
                    "closes_at": open.to.within_day(),
                    "notes": open.zone,
                })
            })
            .collect()
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Paused => "temporarily closed",
        Status::Closed => "defunct",
    }
}

/// The address of the first channel of a kind, without the scheme of a mail.
fn address(line: &Hotline, kind: ChannelKind) -> Option<String> {
    let channel = line.channels.iter().find(|channel| channel.kind == kind)?;
    let href = channel.href.as_deref()?;
    Some(href.trim_start_matches("mailto:").to_owned())
}

/// The type of a phone (RFC 6350 §6.4.1).
fn phone_type(kind: ChannelKind) -> Option<&'static str> {
    match kind {
        ChannelKind::Voice => Some("voice"),
        ChannelKind::Text | ChannelKind::Whatsapp => Some("text"),
        ChannelKind::Tty => Some("textphone"),
        ChannelKind::Chat | ChannelKind::Email | ChannelKind::Web | ChannelKind::InPerson => None,
    }
}

/// A UUID of version 8 (RFC 9562 §5.8): 122 bits of the digest.
fn uuid(digest: &Digest) -> String {
    let hex = digest.to_string();
    format!(
        "{}-{}-8{}-a{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[13..16],
        &hex[17..20],
        &hex[20..32]
    )
}
