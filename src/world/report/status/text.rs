//! The board for a person at a terminal: what each edition has, then the pages where something is
//! left to do.

use super::Progress;
use crate::model::board::Row;
use crate::model::gate::Verdict;
use crate::model::state::State;
use crate::world::report::escape::escape;
use crate::world::report::voice::Voice;

/// The board as text.
pub fn text(progress: &Progress<'_>, voice: &Voice) -> String {
    let mut lines = editions(progress, voice);
    lines.push(String::new());
    let (open, done): (Vec<&Row<'_>>, Vec<&Row<'_>>) = progress
        .board
        .rows
        .iter()
        .partition(|row| is_open(progress, row));
    if !open.is_empty() {
        lines.extend(table(progress, &open, voice));
        lines.push(String::new());
    }
    let mut others = messages(progress, voice);
    others.extend(untracked(progress, voice));
    others.extend(foreign(progress, voice));
    others.extend(unreadable(progress, voice));
    let arguments = [
        ("open", open.len().into()),
        ("done", done.len().into()),
        ("others", others.len().into()),
    ];
    lines.push(voice.say("status-pages-left", &arguments));
    lines.extend(others);
    lines.join("\n") + "\n"
}

/// One line an edition: its pages by state, and what is demanded of it.
fn editions(progress: &Progress<'_>, voice: &Voice) -> Vec<String> {
    let names: Vec<String> = progress
        .editions
        .iter()
        .map(|at| progress.name(*at))
        .collect();
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0);
    let line = |(edition, name): (&usize, &String)| {
        let tally = progress.tally(*edition).into_iter();
        let counts: Vec<String> = tally
            .map(|(state, count)| voice.say(&count_of(state), &[("count", count.into())]))
            .collect();
        let gates = progress.board.verdicts[*edition].iter();
        let gates: Vec<String> = gates.map(|verdict| gate(verdict, voice)).collect();
        let gates = match gates.is_empty() {
            true => String::new(),
            false => format!("  [{}]", gates.join(", ")),
        };
        format!("{:width$}  {}{gates}", escape(name), counts.join(", "))
    };
    progress.editions.iter().zip(&names).map(line).collect()
}

fn count_of(state: State) -> String {
    format!("status-count-{}", state.as_str())
}

fn gate(verdict: &Verdict, voice: &Voice) -> String {
    let name = voice.say(&format!("status-demand-{}", verdict.demand.as_str()), &[]);
    match verdict.unmet.len() {
        0 => format!("✓ {name}"),
        count => format!("✗ {name}: {count}"),
    }
}

/// Whether something is left to do on a page, in one of the editions that are shown: it is not
/// there, or not as far as is demanded.
fn is_open(progress: &Progress<'_>, row: &Row<'_>) -> bool {
    let mut editions = progress.editions.iter();
    editions.any(|at| {
        let Some(cell) = row.cells[*at] else {
            return false;
        };
        let file = cell.translation.unwrap_or(cell.original);
        let mut verdicts = progress.board.verdicts[*at].iter();
        matches!(
            cell.state,
            State::Missing | State::Draft | State::Outdated | State::WrongLanguage | State::Machine
        ) || verdicts.any(|verdict| verdict.unmet.contains(&file.path))
    })
}

/// A table with a column an edition, whose cells are signs, and the legend below.
fn table(progress: &Progress<'_>, rows: &[&Row<'_>], voice: &Voice) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, edition) in progress.editions.iter().enumerate() {
        let name = progress.name(*edition);
        lines.push(format!("{}┌ {}", "│ ".repeat(number), escape(&name)));
    }
    let mut known: Vec<State> = Vec::new();
    for row in rows {
        let signs = progress
            .editions
            .iter()
            .map(|edition| match row.cells[*edition] {
                None => " ",
                Some(cell) => {
                    known.push(cell.state);
                    sign(cell.state)
                }
            });
        let signs: Vec<&str> = signs.collect();
        lines.push(format!(
            "{}  /{}",
            signs.join(" "),
            escape(row.key.as_str())
        ));
    }
    let legend = State::ALL.into_iter().filter(|state| known.contains(state));
    let legend: Vec<String> = legend
        .map(|state| format!("{} {}", sign(state), word(state, voice)))
        .collect();
    lines.push(String::new());
    lines.push(legend.join("   "));
    lines
}

/// The word for a state.
pub(super) fn word(state: State, voice: &Voice) -> String {
    voice.say(&format!("status-{}", state.as_str()), &[])
}

/// A sign for a state, one column wide.
pub(super) fn sign(state: State) -> &'static str {
    match state {
        State::Original => "·",
        State::Reviewed => "✓",
        State::Translated => "t",
        State::Machine => "m",
        State::Outdated => "!",
        State::WrongLanguage => "≠",
        State::Draft => "d",
        State::Missing => "–",
        State::Absent => "○",
    }
}

/// The languages whose messages are older than their originals.
fn messages(progress: &Progress<'_>, voice: &Voice) -> Vec<String> {
    let stale = progress.phrases.iter().filter_map(|phrases| {
        let count = progress.board.standings.get(&phrases.folder)?.unseen.len();
        (count > 0).then(|| {
            let folder = phrases.folder.as_str();
            let arguments = [("folder", folder.into()), ("count", count.into())];
            voice.say("status-messages", &arguments)
        })
    });
    stale.collect()
}

/// That some pages only look translated.
fn foreign(progress: &Progress<'_>, voice: &Voice) -> Option<String> {
    let count = progress.foreign;
    (count > 0).then(|| voice.say("status-foreign", &[("count", count.into())]))
}

/// That the record of what was translated cannot all be read.
fn unreadable(progress: &Progress<'_>, voice: &Voice) -> Option<String> {
    let count = progress.unreadable;
    (count > 0).then(|| voice.say("status-unreadable", &[("count", count.into())]))
}

/// That nobody keeps track of some translations, and what to do.
fn untracked(progress: &Progress<'_>, voice: &Voice) -> Option<String> {
    let standings = progress.board.standings.values();
    let count = standings
        .filter(|standing| !standing.is_tracked && standing.state != State::Draft)
        .count();
    (count > 0).then(|| voice.say("status-untracked", &[("count", count.into())]))
}
