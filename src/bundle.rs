//! The ground: what the tool brings along, embedded when it is built.

use include_dir::{Dir, include_dir};

use crate::source::{Snapshot, Source};

static FARO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/faro");

/// The default theme, with paths as if it lay in the campaign: `themes/faro/…`.
pub fn themes() -> Snapshot {
    let mut sources = Vec::new();
    collect(&FARO, &mut sources);
    Snapshot::new(sources)
}

fn collect(folder: &Dir<'_>, sources: &mut Vec<Source>) {
    for file in folder.files() {
        let path = format!(
            "themes/faro/{}",
            file.path().to_string_lossy().replace('\\', "/")
        );
        sources.push(Source::new(path.as_str(), file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, sources);
    }
}
