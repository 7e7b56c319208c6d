//! JSON-LD: the lines to call of a page, as search engines and assistants read them (schema.org,
//! `ContactPoint`). What they repeat to people comes from the register then, and not from a guess.
//!
//! A discreet page has none, since it would name its subject; nor has one that search engines are
//! asked to leave out. A line that nobody confirmed for too long is not passed on.

use serde_json::{Value, json};

use crate::model::fact::Fact;
use crate::model::hotline::{Channel, ChannelKind, Hotline, Localized, Status, in_locale};
use crate::model::opening::{Opening, Weekday};
use crate::model::site::EditionPage;
use crate::render::frame::Frame;

/// What a page tells machines about its lines, as the text of a `script` element; none when there
/// is nothing to tell.
pub fn linked_data(frame: &Frame<'_>, page: &EditionPage) -> Option<String> {
    let audience = frame.audience();
    if audience.discreet || !audience.indexed {
        return None;
    }
    let campaign = &frame.stage.campaign;
    let lines: Vec<Value> = campaign
        .summary(frame.edition, page)
        .facts()
        .iter()
        .filter_map(|fact| match fact {
            Fact::Hotline(id) => campaign.hotlines.get(id),
            Fact::Claim(_) => None,
        })
        .filter(|line| line.status == Status::Active && !line.is_stale(frame.stage.today))
        .map(|line| organization(frame, line))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let data = json!({ "@context": "https://schema.org", "@graph": lines });
    // Nothing in a text may end the element that it stands in.
    Some(data.to_string().replace('<', "\\u003c"))
}

fn organization(frame: &Frame<'_>, line: &Hotline) -> Value {
    let locale = frame.stage.locale(frame.locale());
    let text = |text: &Localized| in_locale(text, &locale.chain()).map(str::to_owned);
    let name = text(&line.name).unwrap_or_else(|| line.id.clone());
    let points: Vec<Value> = line
        .channels
        .iter()
        .filter_map(|channel| contact_point(line, channel, &name))
        .collect();
    let kind = match line.government {
        true => "GovernmentOrganization",
        false => "Organization",
    };
    let mut organization = json!({ "@type": kind, "name": name, "contactPoint": points });
    if let Some(operator) = text(&line.operator) {
        organization["description"] = json!(operator);
    }
    organization
}

/// A way to reach a line; none for a door, which is no contact point.
fn contact_point(line: &Hotline, channel: &Channel, name: &str) -> Option<Value> {
    let languages: Vec<&str> = channel.languages.iter().map(|tag| tag.as_str()).collect();
    let mut point = json!({
        "@type": "ContactPoint",
        "name": name,
        "contactType": channel.kind.as_str(),
        "areaServed": line.reachable_from,
        "availableLanguage": languages,
    });
    match channel.kind {
        ChannelKind::InPerson => return None,
        ChannelKind::Email => point["email"] = json!(channel.display),
        ChannelKind::Chat | ChannelKind::Web => point["url"] = json!(channel.href),
        ChannelKind::Voice | ChannelKind::Text | ChannelKind::Whatsapp | ChannelKind::Tty => {
            point["telephone"] = json!(channel.dial);
        }
    }
    if channel.free && channel.kind == ChannelKind::Voice {
        point["contactOption"] = json!("TollFree");
    }
    if let Some(open) = &channel.open {
        point["hoursAvailable"] = hours(open);
    }
    Some(point)
}

fn hours(open: &Opening) -> Value {
    let days: Vec<&str> = open.days.iter().map(|day| name(*day)).collect();
    json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": open.from.to_string(),
        "closes": open.to.within_day(),
    })
}

/// The name of a day in schema.org.
fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
