//! Changes: what a text of an original said when its translation was made.

use crate::model::lock::Record;
use crate::model::text::{Text, are_alike};

/// For each text that a translation was not made from, the text among `earlier` that it was made
/// from in its place: one that the original no longer has. None for a text that is new.
///
/// Where both versions are built in the same way, the place tells; elsewhere texts of one kind are
/// taken in their order.
pub fn predecessors<'a, 'b>(
    now: &'a [Text],
    earlier: &'b [Text],
    record: &Record,
) -> Vec<(&'a Text, Option<&'b Text>)> {
    let unseen = record.unseen(now);
    let is_unseen = |text: &&Text| unseen.iter().any(|own| std::ptr::eq(*own, *text));
    let is_gone = |text: &&Text| {
        record.times(text.digest) > 0 && !now.iter().any(|own| own.digest == text.digest)
    };
    if are_alike(now, earlier) {
        let both = now.iter().zip(earlier);
        return both
            .filter(|(text, _)| is_unseen(text))
            .map(|(text, before)| (text, Some(before).filter(is_gone)))
            .collect();
    }
    let mut gone: Vec<&Text> = earlier.iter().filter(is_gone).collect();
    let mut take = |text: &Text| {
        let at = gone.iter().position(|own| own.kind == text.kind)?;
        Some(gone.remove(at))
    };
    unseen
        .iter()
        .copied()
        .map(|text| (text, take(text)))
        .collect()
}

/// Whether a version of the original has every text that the translation was made from and the
/// original no longer has.
pub fn holds_what_is_gone(now: &[Text], earlier: &[Text], record: &Record) -> bool {
    let is_in = |texts: &[Text], digest| texts.iter().any(|text| text.digest == digest);
    let mut gone = record.seen.keys().filter(|digest| !is_in(now, **digest));
    gone.all(|digest| is_in(earlier, *digest))
}
