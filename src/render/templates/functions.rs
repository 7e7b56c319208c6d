//! The functions that templates may call. Each is bound to the edition of the file that is being
//! rendered, inside components too: see [`crate::render::current`].
//!
//! A fault does not stop the template, so that one build names them all: the function complains
//! and returns the next best thing.

mod registers;

use std::rc::Rc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Diagnostic, closest};
use crate::model::date::Date;
use crate::model::destination::{Destination, classify};
use crate::model::link::Resolution;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::model::site::EditionSite;
use crate::render::current::{self, Held, Scope};
use crate::render::formats::{DateStyle, NumberOptions};
use crate::render::messages::{Arguments, Value as Variable};
use crate::render::stage::Speech;
use crate::rules;

/// Adds every function to `tera`.
pub fn register(tera: &mut Tera) {
    macro_rules! function {
        ($name:literal, $function:path) => {{
            tera.register_function($name, |arguments: Kwargs, _: &State| -> TeraResult<Value> {
                $function(&Call {
                    stage: stage()?,
                    scope: scope()?,
                    arguments,
                })
            });
        }};
    }
    function!("t", message);
    function!("url", url);
    function!("has", has);
    function!("asset", asset);
    function!("image", super::image::image);
    function!("file", file);
    function!("pages", pages);
    function!("date", date);
    function!("number", number);
    function!("hotline", registers::hotline);
    function!("hotlines", registers::hotlines);
    function!("claim", registers::claim);
    function!("claims", registers::claims);
    function!("sources", registers::sources);
}

/// One call of a function.
pub(super) struct Call {
    pub(super) stage: Rc<Held>,
    pub(super) scope: Rc<Scope>,
    pub(super) arguments: Kwargs,
}

impl Call {
    pub(super) fn text(&self, name: &str) -> TeraResult<String> {
        self.arguments.must_get::<&str>(name).map(str::to_owned)
    }

    pub(super) fn edition(&self) -> TeraResult<&EditionSite> {
        let index = self
            .scope
            .edition
            .ok_or_else(|| tera::Error::message("this file belongs to no edition"))?;
        Ok(&self.stage.site.editions[index])
    }

    pub(super) fn complain(&self, name: &str, value: &str, faults: Vec<Diagnostic>) {
        if !faults.is_empty() {
            current::complain(&format!("{name}=\"{value}\""), faults);
        }
    }
}

fn scope() -> TeraResult<Rc<Scope>> {
    current::scope().ok_or_else(|| tera::Error::message("no file is being rendered"))
}

fn stage() -> TeraResult<Rc<Held>> {
    current::stage().ok_or_else(|| tera::Error::message("no file is being rendered"))
}

/// `t(id="nav-home", count=3)`: a message.
fn message(call: &Call) -> TeraResult<Value> {
    let id = call.arguments.must_get::<&str>("id")?;
    let mut arguments = Arguments::new();
    let mut locale = &call.scope.locale;
    for (name, value) in call.arguments.iter() {
        match name.as_str() {
            None | Some("id") => {}
            Some("locale") => {
                let tag = value.as_str().unwrap_or_default();
                let known = call
                    .stage
                    .campaign
                    .settings
                    .locales
                    .iter()
                    .find(|locale| locale.tag.as_str() == tag);
                locale = known
                    .map(|locale| &locale.tag)
                    .ok_or_else(|| unknown_locale(tag))?;
            }
            Some(name) => arguments = arguments.with(name, variable(value)),
        }
    }
    let mut faults = Vec::new();
    let text = call.stage.say_with(
        Speech::plain(locale, call.scope.audience_id.as_ref()),
        id,
        arguments,
        &mut faults,
    );
    call.complain("id", id, faults);
    Ok(Value::from(text))
}

fn unknown_locale(tag: &str) -> tera::Error {
    tera::Error::message(format!("there is no locale {tag:?}"))
}

fn variable(value: &Value) -> Variable {
    match value.as_f64() {
        Some(number) if !value.is_string() => Variable::Number(number),
        _ => Variable::Text(
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned),
        ),
    }
}

/// `url(to="/get-help/")`: the address of a page or file of this edition, relative; with
/// `absolute=true` as somebody types it who has it on paper.
fn url(call: &Call) -> TeraResult<Value> {
    let to = call.text("to")?;
    let is_absolute = call.arguments.get::<bool>("absolute")?.unwrap_or(false);
    let edition = call.edition()?;
    let settings = &call.stage.campaign.settings;
    let audience = &settings.audiences[edition.audience];
    let address_of = |route: &Route| match is_absolute {
        true => call.stage.permalink(audience, route),
        false => call.stage.address(&call.scope, route),
    };
    let address = match edition.resolve(&call.scope.from, &to) {
        Resolution::Page { page, fragment } => {
            if !has_part(call, edition, page, fragment.as_deref()) {
                let fault = Diagnostic::new(&rules::BROKEN_ANCHOR)
                    .with("destination", &to)
                    .with("edition", &edition.edition);
                call.complain("to", &to, vec![fault]);
            }
            let address = address_of(&edition.pages[page].route);
            Some(fragment.map_or_else(
                || address.clone(),
                |fragment| format!("{address}#{fragment}"),
            ))
        }
        Resolution::Asset(route) => {
            current::refer_to(&route);
            Some(address_of(&route))
        }
        Resolution::Fragment(fragment) => Some(format!("#{fragment}")),
        Resolution::External if classify(&to) == Destination::Elsewhere => Some(to.clone()),
        Resolution::External | Resolution::Missing => None,
    };
    if address.is_none() {
        let fault = Diagnostic::new(&rules::BROKEN_LINK)
            .with("destination", &to)
            .with("edition", &edition.edition);
        call.complain("to", &to, vec![fault]);
    }
    Ok(Value::from(address.unwrap_or_default()))
}

/// Whether the text of a page has an id. The top of a page is always there, and what nobody wrote has
/// only what the theme puts there.
fn has_part(call: &Call, edition: &EditionSite, page: usize, fragment: Option<&str>) -> bool {
    let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
        return true;
    };
    let translation = call.stage.campaign.translation(&edition.pages[page]);
    translation.is_none_or(|translation| {
        let reading = translation
            .document()
            .for_audience(&edition.edition.audience);
        reading.ids().contains(fragment)
    })
}

/// `has(to="/get-help/")`: whether this edition has a page.
fn has(call: &Call) -> TeraResult<Value> {
    let to = call.text("to")?;
    let edition = call.edition()?;
    let found = !matches!(
        edition.resolve(&call.scope.from, &to),
        Resolution::Missing | Resolution::External
    );
    Ok(Value::from(found))
}

/// `asset(path="faro.css")`: the address of a file of the theme, with its fingerprint.
fn asset(call: &Call) -> TeraResult<Value> {
    let path = call.text("path")?;
    let assets = &call.stage.site.theme_assets[call.scope.audience];
    let Some(route) = assets.get(&path) else {
        let fault = Diagnostic::new(&rules::MISSING_ASSET)
            .with("destination", &path)
            .suggest(closest(&path, assets.keys().map(String::as_str)));
        call.complain("path", &path, vec![fault]);
        return Ok(Value::from(""));
    };
    current::refer_to(route);
    Ok(Value::from(call.stage.address(&call.scope, route)))
}

/// `file(path="/get-help/card.pdf")`: a file in `content/` to take along: its address, its format as
/// people name it, and its weight in kilobytes, never below one.
fn file(call: &Call) -> TeraResult<Value> {
    let path = call.text("path")?;
    let edition = call.edition()?;
    let Resolution::Asset(route) = edition.resolve(&call.scope.from, &path) else {
        call.complain(
            "path",
            &path,
            vec![Diagnostic::new(&rules::MISSING_ASSET).with("destination", &path)],
        );
        return Ok(Value::from_serializable(
            &serde_json::json!({ "url": "", "format": "", "kilobytes": 0 }),
        ));
    };
    current::refer_to(&route);
    let format = route.as_str().rsplit_once('.').map_or("", |(_, end)| end);
    let bytes = call
        .stage
        .site
        .offered
        .get(&route)
        .map_or(0, |asset| asset.bytes.len());
    Ok(Value::from_serializable(&serde_json::json!({
        "url": call.stage.address(&call.scope, &route),
        "format": format.to_uppercase(),
        "kilobytes": bytes.div_ceil(1000).max(1),
    })))
}

/// `pages(section="/news/", topic="visa", limit=3)`: entries of this edition, as their lists have
/// them.
fn pages(call: &Call) -> TeraResult<Value> {
    let edition = call.edition()?;
    let section = call.arguments.get::<&str>("section")?;
    let topic = call.arguments.get::<&str>("topic")?;
    let limit = call.arguments.get::<usize>("limit")?.unwrap_or(usize::MAX);
    let within = |index: &usize, key: &PageKey| {
        edition.pages[*index].parent == edition.index.get(key).copied()
    };
    let listed: Vec<usize> = match (topic, section) {
        (Some(topic), section) => {
            let key = section.map(|section| PageKey::new(section.trim_matches('/')));
            let pages = edition
                .topics
                .iter()
                .find(|known| known.id == topic)
                .map(|topic| topic.pages.clone());
            let keep = |index: &usize| key.as_ref().is_none_or(|key| within(index, key));
            pages.unwrap_or_default().into_iter().filter(keep).collect()
        }
        (None, section) => edition
            .page(&PageKey::new(section.unwrap_or_default().trim_matches('/')))
            .map_or_else(Vec::new, |page| page.children.clone()),
    };
    let mut faults = Vec::new();
    let entries: Vec<_> = listed
        .into_iter()
        .take(limit)
        .map(|page| call.stage.entry(&call.scope, edition, page, &mut faults))
        .collect();
    current::complain("pages(", faults);
    Value::try_from_serializable(&entries)
}

/// `date(value=page.date, style="long")`: a day in the form of this language.
fn date(call: &Call) -> TeraResult<Value> {
    let text = call.text("value")?;
    let date: Date = text
        .parse()
        .map_err(|_| tera::Error::message(format!("{text:?} is no date of the form 2026-11-24")))?;
    let style = match call.arguments.get::<&str>("style")?.unwrap_or("long") {
        "full" => DateStyle::Full,
        "long" => DateStyle::Long,
        "medium" => DateStyle::Medium,
        "short" => DateStyle::Short,
        other => {
            return Err(tera::Error::message(format!(
                "style is full, long, medium or short, not {other:?}"
            )));
        }
    };
    Ok(Value::from(
        call.stage
            .tongue(&call.scope.locale)
            .formats
            .date(date, style),
    ))
}

/// `number(value=3.5)`: a number in the form of this language.
fn number(call: &Call) -> TeraResult<Value> {
    let number = call.arguments.must_get::<f64>("value")?;
    let formats = &call.stage.tongue(&call.scope.locale).formats;
    Ok(Value::from(
        formats.number(number, &NumberOptions::default()),
    ))
}
