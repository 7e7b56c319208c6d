//! The server's own files under `/_campaign/`: the workbench, the scripts, and what they ask for.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::address::{self, Found};
use super::board::board;
use super::desk::{Desk, Preview};
use super::editor::{self, Opening};
use super::media::media_type;
use super::{live, map, page};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::settings;
use crate::render::escape::push_escaped;
use crate::world::report::{Card, Voice, cards};

/// What the workbench and the scripts may do: talk to this server and nobody else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

const FILES: [(&str, &str); 8] = [
    ("align.js", include_str!("assets/align.js")),
    ("compare.js", include_str!("assets/compare.js")),
    ("element.js", include_str!("assets/element.js")),
    ("live.js", include_str!("assets/live.js")),
    ("morph.js", include_str!("assets/morph.js")),
    ("worker.js", include_str!("assets/worker.js")),
    ("workbench.css", include_str!("assets/workbench.css")),
    ("workbench.js", include_str!("assets/workbench.js")),
];

const WORKBENCH: &str = include_str!("assets/workbench.html");

/// What the scripts say, by the ids of the messages without `serve-`.
const WORDS: [&str; 34] = [
    "absent",
    "all-well",
    "close",
    "editor-failed",
    "editor-missing",
    "elsewhere",
    "errors",
    "exit",
    "exit-normal",
    "exit-single",
    "fix",
    "further",
    "impaired",
    "kept",
    "leads",
    "left",
    "left-out",
    "looking",
    "machine",
    "missing",
    "more",
    "no-exit",
    "nothing-changed",
    "offline",
    "only-here",
    "open-source",
    "original",
    "outdated",
    "reviewed",
    "there",
    "translated",
    "warnings",
    "why",
    "working",
];

/// Answers a request for one of the server's own files, named without `/_campaign/`.
pub fn answer(desk: &Desk, preview: &Preview, voice: &Voice, name: &str, uri: &Uri) -> Response {
    let path = parameter(uri, "path");
    match name {
        "" => text("workbench.html", in_words(WORKBENCH, voice)),
        "session" => json(&Session { token: &desk.token }),
        "words" => json(&words(voice)),
        "board" => {
            let known = parameter(uri, "rows");
            json(&board(desk, preview, voice, known.as_deref()))
        }
        "faults" => json(&faults(
            desk,
            preview,
            voice,
            path.as_deref().unwrap_or("/"),
        )),
        "map" => json(&path.and_then(|path| find_map(preview, &path))),
        "live" if parameter(uri, "token").is_some_and(|token| is_token(desk, &token)) => {
            live::stream(desk)
        }
        "live" => status(StatusCode::FORBIDDEN),
        name => match FILES.iter().find(|(known, _)| *known == name) {
            Some((_, file)) => text(name, (*file).to_owned()),
            None => status(StatusCode::NOT_FOUND),
        },
    }
}

/// Opens a line of a source in the editor, as the workbench asked.
pub fn open(desk: &Desk, preview: &Preview, headers: &HeaderMap, body: &[u8]) -> Response {
    let token = headers.get("x-campaign-token");
    let is_allowed = token
        .and_then(|token| token.to_str().ok())
        .is_some_and(|token| is_token(desk, token));
    if !is_allowed {
        return status(StatusCode::FORBIDDEN);
    }
    let Ok(order) = serde_json::from_slice::<Order>(body) else {
        return status(StatusCode::BAD_REQUEST);
    };
    // Only what is a source can be opened, by the path that the snapshot knows it by.
    let Some(source) = preview.snapshot.get(&order.path) else {
        return status(StatusCode::NOT_FOUND);
    };
    let compiled = preview.compiled.as_ref();
    let pattern = compiled.and_then(|compiled| compiled.campaign.settings.editor.as_deref());
    let file = desk.root.join(source.path.as_str());
    let (outcome, detail) = match editor::open(&file, order.line.max(1), pattern) {
        Opening::Address(address) => ("address", address),
        Opening::Started => ("started", String::new()),
        Opening::NoEditor => ("missing", String::new()),
        Opening::Failed(reason) => ("failed", reason),
    };
    json(&Opened { outcome, detail })
}

#[derive(Deserialize)]
struct Order {
    path: String,
    line: usize,
}

#[derive(Serialize)]
struct Opened {
    outcome: &'static str,
    detail: String,
}

#[derive(Serialize)]
struct Session<'a> {
    token: &'a str,
}

#[derive(Serialize)]
struct Faults {
    revision: u64,
    kept: bool,
    cards: Vec<Card>,
}

/// Whether this is the token; as long as it takes whichever byte is wrong.
fn is_token(desk: &Desk, token: &str) -> bool {
    let (own, given) = (desk.token.as_bytes(), token.as_bytes());
    own.len() == given.len() && own.iter().zip(given).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// What is wrong with the page at an address, and with what all pages hang on.
fn faults(desk: &Desk, preview: &Preview, voice: &Voice, path: &str) -> Faults {
    // The settings and the theme: what is wrong there is wrong on every page, and comes first,
    // because what else is wrong may only follow from it.
    let of_all = |fault: &&Diagnostic| {
        let place = fault.place.as_ref().map(|place| place.path.as_str());
        fault.severity == Severity::Error
            && place.is_none_or(|path| path == settings::PATH || path.starts_with("themes/"))
    };
    let mut all: Vec<Diagnostic> = match &preview.compiled {
        None => preview.faults.clone(),
        Some(_) => preview.faults.iter().filter(of_all).cloned().collect(),
    };
    let mut kept = false;
    if let Some(compiled) = &preview.compiled
        && let Found::File(route) = address::find(&compiled.site, path)
    {
        let shown = page::show(desk, preview, compiled, &route);
        kept = shown.is_kept;
        let further = shown
            .faults
            .into_iter()
            .filter(|fault| !all.contains(fault));
        all.extend(further.collect::<Vec<_>>());
    }
    Faults {
        revision: preview.revision,
        kept,
        cards: cards(&all, &preview.snapshot, voice),
    }
}

fn find_map(preview: &Preview, path: &str) -> Option<map::Map> {
    let compiled = preview.compiled.as_ref()?;
    match address::find(&compiled.site, path) {
        Found::File(route) => map::map(compiled, &preview.snapshot, &route),
        _ => None,
    }
}

fn words(voice: &Voice) -> std::collections::BTreeMap<&'static str, String> {
    WORDS
        .into_iter()
        .map(|word| (word, voice.say(&format!("serve-{word}"), &[])))
        .collect()
}

/// A page of ours with a message in the place of each `{{id}}`.
fn in_words(page: &str, voice: &Voice) -> String {
    let mut parts = page.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once("}}").unwrap_or((part, ""));
        match id {
            "lang" => out.push_str(voice.language().tag()),
            id => push_escaped(&mut out, &voice.say(id, &[])),
        }
        out.push_str(rest);
    }
    out
}

/// A parameter of the request, percent-decoded.
fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query()?.split('&');
    let value = pairs
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)?
        .1;
    address::decode(&format!("/{value}"))
}

fn json(value: &impl Serialize) -> Response {
    let text = serde_json::to_string(value).expect("texts, numbers and lists have a form in JSON");
    with_type("application/json", text)
}

fn text(name: &str, text: String) -> Response {
    with_type(media_type(name), text)
}

fn with_type(media: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    response
}

/// An answer without words: a program asked.
pub fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
