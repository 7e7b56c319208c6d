//! The safety report for people: one page, first in English, then in Spanish. It stands for itself,
//! asks for nothing outside it, and can be printed.

use std::fmt::Write;

use super::MARK;
use crate::check::audit::{Audit, EditionAudit, Evidence, Finding, GUARANTEES, Status};
use crate::world::report::document::{self, escaped, put};
use crate::world::report::language::Language;
use crate::world::report::voice::Voice;

/// The report as HTML.
pub fn html(audit: &Audit, voices: &[Voice]) -> String {
    let mut out = String::new();
    let titles: Vec<String> = voices
        .iter()
        .map(|voice| {
            let title = say(voice, "audit-title");
            format!("<span lang=\"{}\">{title}</span>", voice.language().tag())
        })
        .collect();
    let plain: Vec<String> = voices
        .iter()
        .map(|voice| say(voice, "audit-title"))
        .collect();
    let title = format!("{} · {}", plain.join(" · "), audit.base_url);
    out.push_str(&document::opening(MARK, Language::English.tag(), &title));
    put!(out, "<header>");
    put!(
        out,
        "<h1>{}</h1>\n<nav aria-label=\"{}\">\n<ul>",
        titles.join(" · "),
        languages(voices)
    );
    for voice in voices {
        let (tag, name) = (voice.language().tag(), say(voice, "audit-language"));
        put!(
            out,
            "<li><a href=\"#{tag}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a></li>"
        );
    }
    put!(out, "</ul>\n</nav>\n</header>\n<main>");
    for voice in voices {
        language(&mut out, audit, voice);
    }
    put!(out, "</main>\n</body>\n</html>");
    out
}

fn languages(voices: &[Voice]) -> String {
    let names: Vec<String> = voices
        .iter()
        .map(|voice| say(voice, "audit-language"))
        .collect();
    names.join(" · ")
}

fn language(out: &mut String, audit: &Audit, voice: &Voice) {
    let tag = voice.language().tag();
    put!(
        out,
        "<section id=\"{tag}\" lang=\"{tag}\" aria-labelledby=\"{tag}-title\">"
    );
    put!(
        out,
        "<h2 id=\"{tag}-title\">{}</h2>",
        say(voice, "audit-title")
    );
    put!(out, "<p>{}</p>\n<dl>", say(voice, "audit-intro"));
    let hosts: Vec<&str> = audit.hosts.iter().map(|host| host.as_str()).collect();
    let facts = [
        ("audit-address", audit.base_url.clone()),
        ("audit-date", audit.date.clone()),
        ("audit-hosts", hosts.join(", ")),
    ];
    for (id, value) in facts {
        put!(
            out,
            "<dt>{}</dt><dd>{}</dd>",
            say(voice, id),
            escaped(&value)
        );
    }
    put!(out, "</dl>");
    let errors = voice.say("audit-errors", &[("count", audit.errors.into())]);
    put!(out, "<p>{}</p>", escaped(&errors));
    meanings(out, audit, voice);
    summary(out, audit, voice);
    for (index, edition) in audit.editions.iter().enumerate() {
        details(out, edition, &format!("{tag}-{index}"), voice);
    }
    put!(out, "</section>");
}

fn meanings(out: &mut String, audit: &Audit, voice: &Voice) {
    put!(out, "<h3>{}</h3>\n<dl>", say(voice, "audit-meaning"));
    let tally = audit.tally();
    for status in Status::ALL {
        let means = say(voice, &format!("audit-{}.means", status.as_str()));
        let count = tally.get(&status).copied().unwrap_or_default();
        put!(
            out,
            "<dt>{} ({count})</dt><dd>{means}</dd>",
            word(status, voice)
        );
    }
    put!(out, "</dl>");
}

/// Promises down, editions across.
fn summary(out: &mut String, audit: &Audit, voice: &Voice) {
    let tag = voice.language().tag();
    put!(
        out,
        "<h3 id=\"{tag}-summary\">{}</h3>",
        say(voice, "audit-summary")
    );
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{tag}-summary\">"
    );
    put!(
        out,
        "<table class=\"summary\">\n<caption>{}</caption>",
        say(voice, "audit-summary-caption")
    );
    put!(
        out,
        "<thead><tr><th scope=\"col\">{}</th>",
        say(voice, "audit-guarantee")
    );
    for edition in &audit.editions {
        put!(out, "<th scope=\"col\">{}</th>", name_of(edition, voice));
    }
    put!(out, "</tr></thead>\n<tbody>");
    for (row, guarantee) in GUARANTEES.into_iter().enumerate() {
        put!(out, "<tr>{}", heading(guarantee, voice));
        for edition in &audit.editions {
            put!(
                out,
                "<td>{}</td>",
                word(edition.findings[row].status, voice)
            );
        }
        put!(out, "</tr>");
    }
    put!(out, "</tbody>\n</table>\n</div>");
}

/// What was counted in one edition: only promises that were made to it and that counting can tell
/// about.
fn details(out: &mut String, edition: &EditionAudit, id: &str, voice: &Voice) {
    put!(out, "<h3 id=\"{id}\">{}</h3>", name_of(edition, voice));
    let pages = voice.say("audit-pages", &[("count", edition.pages.into())]);
    put!(out, "<p>{}</p>", escaped(&pages));
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table>\n<thead><tr>"
    );
    for heading in ["audit-guarantee", "audit-status", "audit-evidence"] {
        put!(out, "<th scope=\"col\">{}</th>", say(voice, heading));
    }
    put!(out, "</tr></thead>\n<tbody>");
    let is_telling =
        |finding: &&Finding| !finding.evidence.is_empty() || !finding.lost_on.is_empty();
    for finding in edition.findings.iter().filter(is_telling) {
        put!(
            out,
            "<tr>{}<td>{}</td><td>",
            heading(finding.guarantee, voice),
            word(finding.status, voice)
        );
        for evidence in &finding.evidence {
            put!(out, "<p>{}</p>", counted(evidence, voice));
        }
        if !finding.lost_on.is_empty() {
            let hosts: Vec<&str> = finding.lost_on.iter().map(|host| host.as_str()).collect();
            let hosts = hosts.join(", ");
            let lost = voice.say("audit-lost-on", &[("hosts", hosts.as_str().into())]);
            put!(out, "<p>{}</p>", escaped(&lost));
        }
        put!(out, "</td></tr>");
    }
    put!(out, "</tbody>\n</table>\n</div>");
}

fn heading(guarantee: &str, voice: &Voice) -> String {
    let name = say(voice, &format!("audit-{guarantee}"));
    let how = say(voice, &format!("audit-{guarantee}.how"));
    format!("<th scope=\"row\">{guarantee} {name} <small>{how}</small></th>")
}

fn counted(evidence: &Evidence, voice: &Voice) -> String {
    let id = format!("audit-fact-{}", evidence.fact.as_str());
    let arguments = [
        ("count", evidence.count.into()),
        ("total", evidence.total.into()),
    ];
    let mut text = escaped(&voice.say(&id, &arguments));
    if !evidence.examples.is_empty() {
        let examples: Vec<String> = evidence
            .examples
            .iter()
            .map(|example| format!("<code>{}</code>", escaped(example)))
            .collect();
        let label = say(voice, "audit-examples");
        text.push_str(&format!(" ({label} {})", examples.join(", ")));
    }
    text
}

fn word(status: Status, voice: &Voice) -> String {
    let sign = match status {
        Status::Held => "✓",
        Status::Broken => "✗",
        Status::Lost => "△",
        Status::Untestable => "?",
        Status::Off => "–",
    };
    let class = status.as_str();
    let text = say(voice, &format!("audit-{class}"));
    format!("<span class=\"{class}\"><span aria-hidden=\"true\">{sign}</span> {text}</span>")
}

fn name_of(edition: &EditionAudit, voice: &Voice) -> String {
    match edition.name.as_str() {
        "/" => say(voice, "audit-front-door"),
        name => escaped(&voice.say("audit-edition", &[("name", name.into())])),
    }
}

fn say(voice: &Voice, id: &str) -> String {
    escaped(&voice.say(id, &[]))
}
