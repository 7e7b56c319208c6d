//! What is shown equals a build from scratch after any sequence of edits.

use proptest::prelude::*;

use super::{Preview, built};

/// What somebody does in the campaign's folder.
#[derive(Clone, Debug)]
enum Edit {
    /// Saves a file with something more at its end.
    Save(usize, &'static str),
    /// The same, by another file that takes its place.
    SaveByRename(usize, &'static str),
    /// Deletes a file.
    Delete(usize),
    /// Gives a page's folder another name.
    MoveFolder(usize),
    /// Makes a page, in one language or two.
    NewPage(usize, bool),
}

/// Files of every kind that a campaign is made of.
const FILES: [&str; 9] = [
    "campaign.toml",
    "content/about/en.md",
    "content/about/es.md",
    "content/signs/es.md",
    "content/hotlines.toml",
    "content/claims.toml",
    "locales/en/campaign.ftl",
    "themes/faro/templates/base.html",
    "themes/faro/assets/faro.css",
];

const FOLDERS: [&str; 3] = ["content/about", "content/signs", "content/adolescents"];

fn edit() -> impl Strategy<Value = Edit> {
    let words = || {
        prop::sample::select(vec![
            "\n",
            "\n\nMore words.\n",
            "\n# more\n",
            "\n::: for\n",
            "\n[x]\n",
        ])
    };
    prop_oneof![
        4 => (any::<usize>(), words()).prop_map(|(which, text)| Edit::Save(which, text)),
        3 => (any::<usize>(), words()).prop_map(|(which, text)| Edit::SaveByRename(which, text)),
        1 => any::<usize>().prop_map(Edit::Delete),
        1 => any::<usize>().prop_map(Edit::MoveFolder),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(number, both)| Edit::NewPage(number % 3, both)),
    ]
}

fn apply(preview: &Preview, edit: &Edit) {
    let more = |which: &usize, text: &str| {
        let name = FILES[which % FILES.len()];
        let whole = std::fs::read_to_string(preview.path(name)).ok()? + text;
        preview
            .path(name)
            .parent()?
            .is_dir()
            .then_some((name, whole))
    };
    match edit {
        Edit::Save(which, text) => {
            if let Some((name, text)) = more(which, text) {
                preview.write(name, &text);
            }
        }
        Edit::SaveByRename(which, text) => {
            if let Some((name, text)) = more(which, text) {
                let new = preview.path(&format!("{name}~"));
                std::fs::write(&new, text).unwrap();
                std::fs::rename(new, preview.path(name)).unwrap();
            }
        }
        Edit::Delete(which) => {
            // Without campaign.toml, the last good site stays: that is another test.
            let _ = std::fs::remove_file(preview.path(FILES[1 + which % (FILES.len() - 1)]));
        }
        Edit::MoveFolder(which) => {
            let folder = FOLDERS[which % FOLDERS.len()];
            let (from, to) = (
                preview.path(folder),
                preview.path(&format!("{folder}-moved")),
            );
            let _ = match from.is_dir() {
                true => std::fs::rename(from, to),
                false => std::fs::rename(to, from),
            };
        }
        Edit::NewPage(number, is_both) => {
            let folder = format!("content/new-{number}");
            std::fs::create_dir_all(preview.path(&folder)).unwrap();
            let languages = if *is_both {
                &["en", "es"][..]
            } else {
                &["en"][..]
            };
            for language in languages {
                let text = "+++\ntitle = \"New\"\ndescription = \"New.\"\n+++\n\nNew words.\n";
                preview.write(&format!("{folder}/{language}.md"), text);
            }
        }
    }
}

/// Whether every file of the site is shown as a build from scratch writes it, or as it was before
/// its source broke.
fn is_fresh(preview: &Preview) -> Result<(), String> {
    let Some(files) = built(preview.folder.path()) else {
        return Ok(());
    };
    for (route, bytes) in &files {
        let answer = preview.get(&format!("/{route}"));
        // What cannot be rendered, and was not looked at lately, is a page of the preview's own.
        let is_said = bytes.is_empty() && answer.status == 500;
        if is_said || answer.page() == String::from_utf8_lossy(bytes) {
            continue;
        }
        let told = preview.json(&format!("/_campaign/faults?path=/{route}"));
        if told["kept"] != true {
            return Err(format!("/{route} differs"));
        }
    }
    Ok(())
}

proptest! {
    // A case compares a hundred pages and more after each of its edits.
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_ends_as_a_build_from_scratch(edits in prop::collection::vec(edit(), 2..8)) {
        let preview = Preview::new();
        for edit in &edits {
            apply(&preview, edit);
            // No event has to be waited for: it must come to this, and before long.
            let start = std::time::Instant::now();
            let mut state = is_fresh(&preview);
            while state.is_err() && start.elapsed() < super::LIMIT {
                state = is_fresh(&preview);
            }
            prop_assert!(state.is_ok(), "{state:?} after {edit:?}");
        }
    }
}
