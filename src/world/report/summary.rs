//! What a build says when it is done.

use std::time::Duration;

use super::voice::Voice;

/// What a build did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many editions were made.
    pub editions: usize,
    /// How many pages they have in all.
    pub pages: usize,
    /// How many files they have in all.
    pub files: usize,
    /// How large these are together.
    pub bytes: u64,
    /// How many files already were as they should be.
    pub unchanged: usize,
    /// How many warnings there were.
    pub warnings: usize,
    /// How long it took.
    pub elapsed: Duration,
}

/// The summary in one line, and in a second what is worth a look; ends with a line break.
pub fn summary(summary: &Summary, voice: &Voice) -> String {
    let size = size(summary.bytes);
    let seconds = format!("{:.2}", summary.elapsed.as_secs_f64());
    let first = voice.say(
        "build-summary",
        &[
            ("editions", summary.editions.into()),
            ("pages", summary.pages.into()),
            ("files", summary.files.into()),
            ("size", size.as_str().into()),
            ("seconds", seconds.as_str().into()),
        ],
    );
    let mut second = Vec::new();
    if summary.unchanged > 0 {
        second.push(voice.say("build-unchanged", &[("count", summary.unchanged.into())]));
    }
    if summary.warnings > 0 {
        second.push(voice.say("tally-warnings", &[("count", summary.warnings.into())]) + ".");
    }
    if second.is_empty() {
        return first + "\n";
    }
    format!("{first}\n{}\n", second.join(" "))
}

/// A size as people read it, in decimal units as disks and data plans are sold.
fn size(bytes: u64) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let Some((unit, name)) = units.into_iter().find(|(unit, _)| bytes >= *unit) else {
        return format!("{bytes} B");
    };
    let tenths = bytes / (unit / 10);
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        let check = |bytes, expected| assert_eq!(size(bytes), expected);
        check(0, "0 B");
        check(999, "999 B");
        check(1_000, "1.0 kB");
        check(3_149_999, "3.1 MB");
        check(999_999_999, "999.9 MB");
        check(12_000_000_000, "12.0 GB");
    }
}
