//! From a block of a page to the line in the editor.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::model::percent;
use crate::world::clock;

/// How a line of a source is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The browser follows this address, which the editor has claimed.
    Address(String),
    /// A program was started.
    Started,
    /// Nobody said which editor.
    NoEditor,
    /// The program would not start: why.
    Failed(String),
}

/// Opens `file`, which is a source of the campaign, at `line`: by the address pattern of
/// campaign.toml, else with `$VISUAL`.
pub fn open(file: &Path, line: usize, pattern: Option<&str>) -> Opening {
    let path = file.to_string_lossy();
    if let Some(pattern) = pattern {
        let address = pattern
            .replace("{path}", &percent::encode(&path))
            .replace("{line}", &line.to_string());
        return Opening::Address(address);
    }
    let Some(editor) = clock::variable("VISUAL") else {
        return Opening::NoEditor;
    };
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else {
        return Opening::NoEditor;
    };
    let started = Command::new(program)
        .args(words)
        .args(arguments(program, &path, line))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Err(error) => Opening::Failed(error.to_string()),
        Ok(mut child) => {
            // Somebody has to take note of its end, or it stays in the table of processes.
            std::thread::spawn(move || child.wait());
            Opening::Started
        }
    }
}

/// How editors want to be told a line: most like `vi`, the newer ones `file:line`.
fn arguments(program: &str, path: &str, line: usize) -> Vec<String> {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    match name.trim_end_matches(".exe") {
        "code" | "codium" | "cursor" => vec!["--goto".to_owned(), format!("{path}:{line}")],
        "zed" | "subl" | "hx" => vec![format!("{path}:{line}")],
        _ => vec![format!("+{line}"), path.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_filled_in() {
        let opening = open(
            Path::new("/home/ana/campaña/content/es.md"),
            7,
            Some("vscode://file/{path}:{line}"),
        );
        let expected = "vscode://file//home/ana/campa%C3%B1a/content/es.md:7";
        assert_eq!(opening, Opening::Address(expected.to_owned()));
    }

    #[test]
    fn each_editor_in_its_own_way() {
        assert_eq!(arguments("/usr/bin/code", "a.md", 3), ["--goto", "a.md:3"]);
        assert_eq!(arguments("gvim", "a.md", 3), ["+3", "a.md"]);
    }
}
