//! The board as one page: what each edition has and lacks, then every page in every edition.

use std::fmt::Write;

use super::text::{sign, word};
use super::{MARK, Progress};
use crate::model::board::Row;
use crate::model::gate::Verdict;
use crate::model::state::State;
use crate::world::report::document::{self, escaped, put};
use crate::world::report::voice::Voice;

/// The board as HTML.
pub fn html(progress: &Progress<'_>, voice: &Voice) -> String {
    let say = |id: &str| escaped(&voice.say(id, &[]));
    let title = voice.say("status-title", &[]);
    let mut out = document::opening(MARK, voice.language().tag(), &title);
    put!(
        out,
        "<main>\n<h1>{}</h1>\n<p>{}</p>",
        escaped(&title),
        progress.date
    );
    editions(&mut out, progress, voice);
    put!(out, "<h2 id=\"pages\">{}</h2>", say("status-pages"));
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"pages\">\n<table class=\"narrow\">\n<thead><tr><th scope=\"col\">{}</th>",
        say("status-page")
    );
    for edition in &progress.editions {
        put!(
            out,
            "<th scope=\"col\">{}</th>",
            escaped(&progress.name(*edition))
        );
    }
    put!(out, "</tr></thead>\n<tbody>");
    for row in &progress.board.rows {
        page(&mut out, progress, row, voice);
    }
    put!(out, "</tbody>\n</table>\n</div>");
    if progress.foreign > 0 {
        let text = voice.say("status-foreign", &[("count", progress.foreign.into())]);
        put!(out, "<p class=\"broken\">{}</p>", escaped(&text));
    }
    lagging(&mut out, progress, voice);
    put!(out, "</main>\n</body>\n</html>");
    out
}

/// What each edition has, and what is demanded of it.
fn editions(out: &mut String, progress: &Progress<'_>, voice: &Voice) {
    let say = |id: &str| escaped(&voice.say(id, &[]));
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">\n<table class=\"narrow\">\n<thead><tr><th scope=\"col\">{0}</th><th scope=\"col\">{1}</th><th scope=\"col\">{2}</th></tr></thead>\n<tbody>",
        say("status-edition"),
        say("status-pages"),
        say("status-demands")
    );
    for edition in &progress.editions {
        let tally = progress.tally(*edition).into_iter();
        let counts: Vec<String> = tally
            .map(|(state, count)| {
                let id = format!("status-count-{}", state.as_str());
                let text = voice.say(&id, &[("count", count.into())]);
                format!(
                    "<p class=\"{}\">{} {}</p>",
                    class(state),
                    mark(state),
                    escaped(&text)
                )
            })
            .collect();
        let verdicts = progress.board.verdicts[*edition].iter();
        let verdicts: Vec<String> = verdicts.map(|own| demand(own, voice)).collect();
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(&progress.name(*edition)),
            counts.concat(),
            verdicts.concat()
        );
    }
    put!(out, "</tbody>\n</table>\n</div>");
}

/// One demand, and whether it is met.
fn demand(verdict: &Verdict, voice: &Voice) -> String {
    let (class, sign) = match verdict.unmet.is_empty() {
        true => ("held", "✓"),
        false => ("broken", "✗"),
    };
    let id = format!("status-gate-{}", verdict.demand.as_str());
    let text = voice.say(&id, &[("count", verdict.unmet.len().into())]);
    format!(
        "<p class=\"{class}\"><span aria-hidden=\"true\">{sign}</span> {}</p>",
        escaped(&text)
    )
}

fn page(out: &mut String, progress: &Progress<'_>, row: &Row<'_>, voice: &Voice) {
    put!(
        out,
        "<tr><th scope=\"row\">/{}</th>",
        escaped(row.key.as_str())
    );
    for edition in &progress.editions {
        match row.cells[*edition] {
            None => put!(out, "<td></td>"),
            Some(cell) => put!(
                out,
                "<td class=\"{}\">{} {}</td>",
                class(cell.state),
                mark(cell.state),
                escaped(&word(cell.state, voice))
            ),
        }
    }
    put!(out, "</tr>");
}

/// The files with texts that lag behind, and how many.
fn lagging(out: &mut String, progress: &Progress<'_>, voice: &Voice) {
    let standings = progress.board.standings.iter();
    let lagging: Vec<_> = standings
        .map(|(file, standing)| (file, standing.lagging().len() + standing.removed))
        .filter(|(_, count)| *count > 0)
        .collect();
    if lagging.is_empty() {
        return;
    }
    put!(
        out,
        "<h2>{}</h2>\n<ul>",
        escaped(&voice.say("status-lagging", &[]))
    );
    for (file, count) in lagging {
        let text = voice.say("status-texts", &[("count", count.into())]);
        put!(
            out,
            "<li><code>{}</code>: {}</li>",
            escaped(file.as_str()),
            escaped(&text)
        );
    }
    put!(out, "</ul>");
}

fn mark(state: State) -> String {
    format!("<span aria-hidden=\"true\">{}</span>", sign(state))
}

/// The class of a state in the style that all reports share.
fn class(state: State) -> &'static str {
    match state {
        State::Original | State::Reviewed => "held",
        State::Missing | State::Outdated | State::WrongLanguage => "broken",
        State::Machine | State::Draft => "untestable",
        State::Translated | State::Absent => "off",
    }
}
