//! The functions that show facts: lines to call, figures and their sources. Each notes which fact it
//! gave, so that the file knows what it carries.

use tera::{TeraResult, Value};

use super::Call;
use crate::diagnostic::{Diagnostic, Rule, closest};
use crate::model::fact::Fact;
use crate::model::hotline::{ChannelKind, Hotline};
use crate::model::opening::{Opening, TimeOfDay};
use crate::render::claim::Extent;
use crate::render::current;
use crate::rules;

/// `hotline(id="nhth")`: a line of the register.
pub fn hotline(call: &Call) -> TeraResult<Value> {
    let id = call.text("id")?;
    let register = &call.stage.campaign.hotlines;
    let Some(hotline) = register.get(&id) else {
        let known = register.keys().map(String::as_str);
        return Err(unknown(call, &rules::UNKNOWN_HOTLINE, &id, known));
    };
    current::mention(Fact::Hotline(id));
    Value::try_from_serializable(&call.stage.hotline(hotline, &call.scope))
}

/// `hotlines(country="MX", language="es", kind="text", hour="03:00", always=true)`: the lines that
/// this audience is offered, in its order; of one country, or with a channel where somebody speaks a
/// language, of a kind, that answers at an hour of every day by its own clock, or day and night, when
/// that is given.
pub fn hotlines(call: &Call) -> TeraResult<Value> {
    let country = optional(call, "country")?;
    let language = optional(call, "language")?;
    let kind = optional(call, "kind")?;
    let always = call.arguments.get::<bool>("always")?.unwrap_or(false);
    if let Some(kind) = kind.filter(|kind| !is_kind(kind)) {
        let known = ChannelKind::ALL.map(ChannelKind::as_str).join(", ");
        let reason = format!("kind is one of {known}, not {kind:?}");
        return Err(tera::Error::message(reason));
    }
    let hour = optional(call, "hour")?;
    let time = hour.and_then(TimeOfDay::parse);
    if let (Some(hour), None) = (hour, time) {
        let reason = format!("hour is a time such as 03:00, not {hour:?}");
        return Err(tera::Error::message(reason));
    }
    let wanted = |hotline: &&Hotline| {
        country.is_none_or(|country| hotline.country == country)
            && hotline.channels.iter().any(|channel| {
                let speaks = |language: &str| {
                    channel.interpreter
                        || channel
                            .languages
                            .iter()
                            .any(|tag| tag.language() == language)
                };
                kind.is_none_or(|kind| channel.kind.as_str() == kind)
                    && language.is_none_or(speaks)
                    && (!always || channel.open.as_ref().is_some_and(Opening::is_always))
                    && time.is_none_or(|time| {
                        let open = channel.open.as_ref();
                        open.is_some_and(|open| open.covers(time))
                    })
            })
    };
    let audience = &call.stage.campaign.settings.audiences[call.scope.audience];
    let lines: Vec<_> = call
        .stage
        .campaign
        .offered(audience)
        .into_iter()
        .filter(wanted)
        .map(|hotline| {
            current::mention(Fact::Hotline(hotline.id.clone()));
            call.stage.hotline(hotline, &call.scope)
        })
        .collect();
    Value::try_from_serializable(&lines)
}

/// A text that may be missing or empty.
fn optional<'a>(call: &'a Call, name: &'static str) -> TeraResult<Option<&'a str>> {
    let value = call.arguments.get::<&str>(name)?;
    Ok(value.filter(|value| !value.is_empty()))
}

fn is_kind(word: &str) -> bool {
    ChannelKind::ALL.iter().any(|kind| kind.as_str() == word)
}

/// `claim(id="forced-labour-2021")`: a figure of the register, with the number that its source has
/// on this page.
pub fn claim(call: &Call) -> TeraResult<Value> {
    let id = call.text("id")?;
    let register = &call.stage.campaign.claims;
    let Some(claim) = register.get(&id) else {
        let known = register.keys().map(String::as_str);
        return Err(unknown(call, &rules::UNKNOWN_CLAIM, &id, known));
    };
    current::mention(Fact::Claim(id.clone()));
    let mut faults = Vec::new();
    let view = call.stage.claim(claim, &call.scope, &mut faults);
    call.complain("id", &id, faults);
    Value::try_from_serializable(&view)
}

/// `claims(of="edition")`: the figures that this page shows, or all pages of the edition.
pub fn claims(call: &Call) -> TeraResult<Value> {
    let extent = extent(call)?;
    let mut faults = Vec::new();
    let views: Vec<_> = call
        .stage
        .claims_of(&call.scope, extent)
        .into_iter()
        .map(|claim| {
            current::mention(Fact::Claim(claim.id.clone()));
            call.stage.claim(claim, &call.scope, &mut faults)
        })
        .collect();
    current::complain("claims(", faults);
    Value::try_from_serializable(&views)
}

/// `sources(of="page")`: where the figures of this page come from, numbered as they are referred
/// to; or those of the whole edition, with those of its lines to call.
pub fn sources(call: &Call) -> TeraResult<Value> {
    let extent = extent(call)?;
    let views = call.stage.sources(&call.scope, extent);
    for fact in call.stage.sourced(&call.scope, extent) {
        current::mention(fact);
    }
    Value::try_from_serializable(&views)
}

fn extent(call: &Call) -> TeraResult<Extent> {
    match call.arguments.get::<&str>("of")?.unwrap_or("page") {
        "page" => Ok(Extent::Page),
        "edition" => Ok(Extent::Edition),
        other => {
            let reason = format!("of is page or edition, not {other:?}");
            Err(tera::Error::message(reason))
        }
    }
}

/// An id that the register does not have.
fn unknown<'a>(
    call: &Call,
    rule: &'static Rule,
    id: &str,
    known: impl Iterator<Item = &'a str>,
) -> tera::Error {
    let nearest = closest(id, known).map(|nearest| format!("id=\"{nearest}\""));
    let fault = Diagnostic::new(rule).with("name", id).suggest(nearest);
    call.complain("id", id, vec![fault]);
    tera::Error::message(format!("the register has no {id:?}"))
}
