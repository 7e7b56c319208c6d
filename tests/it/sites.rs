//! Whole small campaigns and, byte for byte, what becomes of them. `SNAPSHOTS=overwrite` writes
//! what they become now; the difference is for whoever reviews it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use campaign::diagnostic::{Diagnostic, Severity};
use campaign::source::{Snapshot, Source};
use campaign::world::disk;

use crate::addresses;
use crate::campaign::{Files, compiled, files};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sites")
        .join(name)
}

/// Every file of the campaign in `root`, which has nothing wrong that would stop a build.
fn built(sources: &Snapshot) -> (Files, Vec<Diagnostic>) {
    let (site, mut faults) = compiled(sources);
    let site = site.expect("the settings are sound");
    let (files, more) = files(&site, |_| true);
    faults.extend(more);
    let errors: Vec<_> = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let broken = addresses::broken(&files, &site.campaign.settings);
    assert!(broken.is_empty(), "{broken:#?}");
    (files, faults)
}

fn read(root: &Path) -> Files {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
    {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).unwrap();
            found.insert(
                path.to_str().unwrap().to_owned(),
                std::fs::read(entry.path()).unwrap(),
            );
        }
    }
    found
}

fn check(name: &str) {
    let root = folder(name);
    let sources = disk::read(&root).unwrap();
    assert_eq!(sources.diagnostics, []);
    let (files, _) = built(&sources.value);
    let expected = root.join("expected");
    if std::env::var_os("SNAPSHOTS").is_some_and(|wish| wish == "overwrite") {
        overwrite(&expected, &files);
    }
    let wanted = read(&expected);
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&files),
        names(&wanted),
        "{name}: other files than expected"
    );
    for (path, bytes) in &files {
        let (one, other) = (
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&wanted[path]),
        );
        let differs = one
            .lines()
            .zip(other.lines())
            .enumerate()
            .find(|(_, (one, other))| one != other);
        assert!(
            *bytes == wanted[path],
            "{name}/expected/{path} differs: {differs:#?}"
        );
    }
}

fn overwrite(folder: &Path, files: &Files) {
    if folder.exists() {
        std::fs::remove_dir_all(folder).unwrap();
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_site_of_two_audiences_with_a_theme_of_its_own() {
    check("plain");
}

#[test]
fn a_site_in_three_languages_with_the_theme_faro() {
    check("faro");
}

/// What a site that somebody brings along needs.
const BROUGHT_ALONG: &str = "\
source_locale = \"en\"
theme = \"faro\"
base_url = \"https://example.org\"
raw_html = \"sanitize\"
[locales]
en = { name = \"English\" }
es = { name = \"Español\" }
[rules]
broken-link = \"warning\"
missing-home = \"off\"
";

#[test]
fn a_site_that_was_brought_along() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/login-help");
    let alternative = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/login-help");
    let Some(root) = [root, alternative].into_iter().find(|root| root.is_dir()) else {
        eprintln!("SKIPPED: ../shared/corpora/login-help is not there");
        return;
    };
    let read = disk::read(&root).unwrap();
    assert_eq!(read.diagnostics, []);
    let settings = Source::new("campaign.toml", BROUGHT_ALONG.as_bytes());
    let sources = Snapshot::new(read.value.iter().cloned().chain([settings]));
    let (files, faults) = built(&sources);
    for locale in ["en", "es"] {
        let pages = files
            .keys()
            .filter(|path| path.starts_with(&format!("{locale}/")) && path.ends_with("index.html"));
        // All of them, the home page that nobody wrote, and no list besides.
        assert_eq!(pages.count(), 56, "{locale}");
    }
    // What leads nowhere is told at its place, and is no link in the page.
    for fault in &faults {
        assert!(fault.place.is_some(), "{fault:?}");
        // Numbers, for want of a register, and what differs between the languages, are warnings.
        let known = [
            "broken-link",
            "facts-differ",
            "structure-differs",
            "typed-number",
        ];
        assert!(known.contains(&fault.rule.id), "{fault:?}");
        assert_ne!(fault.severity, Severity::Error, "{fault:?}");
    }
}
