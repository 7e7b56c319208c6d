//! Literate specifications: the documents in `tests/spec/` are the reference manual of a
//! campaign's files, and every heading in them that has blocks is a test.
//!
//! A test is a small campaign. Its fenced blocks are the files and what must come of them:
//!
//! | block begins with | is |
//! | --- | --- |
//! | `markdown content/en.md` | a file of the campaign; the first word is for the eye only |
//! | `markdown content/en.md escaped` | the same, with `\r`, `\xF3`, `\u{202E}` and `\(abc\)*40` |
//! | `without content/es.md` | a shared file that this test does not have |
//! | `options` | `date`, `drafts` and `base_url`, as the command line would give them |
//! | `diagnostics` | every fault, one a line; `diagnostics some` need not be all |
//! | `html public/en/index.html` | what occurs in an output file; `…` on a line of its own is anything |
//! | `absent public/en/**` | texts that occur in none of these files; empty: there is no such file |
//! | `files public/**` | exactly these files are there |
//!
//! Blocks before the first test belong to every test of the document. A test without
//! `diagnostics` has none. `## Title (todo: why)` is known to fail. `SNAPSHOTS=overwrite` writes
//! `diagnostics` blocks anew; `SPEC=links` runs only what has this in its document or title.

mod block;
mod document;
mod escapes;
mod glob;
mod outcome;
mod rules;
mod verdict;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rayon::prelude::*;

use document::{Document, Spec};
use verdict::Verdict;

/// Where the documents lie.
const FOLDER: &str = "tests/spec";

/// Every document, by name.
fn documents() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    paths.sort();
    paths.iter().map(|path| Document::read(path)).collect()
}

#[test]
fn every_specification_holds() {
    let documents = documents();
    let wanted = std::env::var("SPEC").unwrap_or_default();
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|word| word == "overwrite");
    let (mut run, mut failures, mut todo) = (0, Vec::new(), Vec::new());
    for document in &documents {
        let specs: Vec<&Spec> = document
            .specs
            .iter()
            .filter(|spec| spec.name.contains(&wanted))
            .collect();
        let verdicts: Vec<Verdict> = specs.par_iter().map(|spec| judge(document, spec)).collect();
        run += specs.len();
        for (spec, verdict) in specs.iter().zip(&verdicts) {
            match (&spec.todo, verdict.complaints.is_empty()) {
                (None, true) => {}
                (None, false) => failures.push(format!("{}\n{verdict}", spec.name)),
                (Some(why), false) => todo.push(format!("{}: {why}", spec.name)),
                (Some(_), true) => failures.push(format!("{}\nholds: no todo any more", spec.name)),
            }
        }
        if overwrite {
            let settled = specs
                .iter()
                .zip(&verdicts)
                .filter(|(spec, _)| spec.todo.is_none());
            document.overwrite(settled.flat_map(|(_, verdict)| &verdict.rewritings));
        }
    }
    println!("{run} specifications, {} to do", todo.len());
    todo.iter().for_each(|spec| println!("to do: {spec}"));
    assert!(
        failures.is_empty(),
        "{} of {run} specifications fail\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

/// Runs one test. A panic of the program is a failure of this test, not of all.
fn judge(document: &Document, spec: &Spec) -> Verdict {
    catch_unwind(AssertUnwindSafe(|| Verdict::of(&document.shared, spec)))
        .unwrap_or_else(|_| Verdict::complaint("the program panicked"))
}

#[test]
fn every_rule_is_specified() {
    assert_eq!(rules::unspecified(&documents()), Vec::<&str>::new());
}
