//! Who made a translation, and who read it.

use crate::check::passage::Passages;
use crate::diagnostic::Diagnostic;
use crate::model::front_matter::{Origin, is_same_person};
use crate::rules;

/// What is wrong with how a translation came about.
pub fn check(translation: &Passages<'_>) -> Vec<Diagnostic> {
    let front = &translation.file.front;
    let place = |key: &str| translation.place(front.spans.get(key).copied().unwrap_or_default());
    let severity = translation.severity();
    let mut faults = Vec::new();
    if front.origin == Some(Origin::Machine) {
        let mut fault = Diagnostic::new(&rules::MACHINE_TRANSLATION).at(place("origin"));
        fault.severity = severity;
        faults.push(fault);
    }
    match (&front.reviewed_by, &front.translated_by) {
        (None, _) if front.critical => {
            faults.push(
                Diagnostic::new(&rules::UNREVIEWED_TRANSLATION)
                    .at(place("title"))
                    .with("count", 0),
            );
        }
        (Some(reader), Some(writer)) if is_same_person(reader, writer) => {
            let mut fault = Diagnostic::new(&rules::REVIEWED_BY_TRANSLATOR)
                .at(place("reviewed_by"))
                .also(place("translated_by"))
                .with("name", reader);
            fault.severity = severity;
            faults.push(fault);
        }
        _ => {}
    }
    faults
}
