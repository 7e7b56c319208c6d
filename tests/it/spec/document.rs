//! A document: prose, headings, and the blocks below them.

use std::path::{Path, PathBuf};

use super::verdict::Rewriting;

/// A fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// What stands behind the opening fence.
    pub info: String,
    /// The index of its first line in the document.
    pub start: usize,
    /// The lines between the fences.
    pub lines: Vec<String>,
}

impl Block {
    /// The lines as a file has them.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

/// A heading with its blocks: a test.
#[derive(Debug)]
pub struct Spec {
    /// `links.md:40 Anchors`.
    pub name: String,
    /// Why it is known to fail.
    pub todo: Option<String>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A file of `tests/spec/`.
#[derive(Debug)]
pub struct Document {
    path: PathBuf,
    lines: Vec<String>,
    /// The blocks before the first test: they belong to all of them.
    pub shared: Vec<Block>,
    /// The tests.
    pub specs: Vec<Spec>,
}

impl Document {
    /// Reads a document.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let (mut shared, mut specs) = (Vec::new(), Vec::<Spec>::new());
        let mut at = 0;
        while at < lines.len() {
            if let Some(block) = block_at(&lines, at) {
                at = block.start + block.lines.len() + 1;
                match specs.last_mut() {
                    Some(spec) => spec.blocks.push(block),
                    None => shared.push(block),
                }
                continue;
            }
            specs.extend(heading(&lines[at]).map(|title| spec(&file, at, title)));
            at += 1;
        }
        // A heading without blocks is a chapter.
        specs.retain(|spec| !spec.blocks.is_empty());
        Self {
            path: path.to_owned(),
            lines,
            shared,
            specs,
        }
    }

    /// Puts other lines into blocks of the file.
    pub fn overwrite<'a>(&self, rewritings: impl Iterator<Item = &'a Rewriting>) {
        let mut rewritings: Vec<&Rewriting> = rewritings.collect();
        if rewritings.is_empty() {
            return;
        }
        rewritings.sort_by_key(|rewriting| std::cmp::Reverse(rewriting.start));
        let mut lines = self.lines.clone();
        for rewriting in rewritings {
            let end = rewriting.start + rewriting.length;
            lines.splice(rewriting.start..end, rewriting.lines.iter().cloned());
        }
        std::fs::write(&self.path, lines.join("\n") + "\n").unwrap();
    }
}

fn spec(file: &str, line: usize, title: &str) -> Spec {
    let todo = title
        .split_once("(todo: ")
        .map(|(_, why)| why.trim_end_matches(')').to_owned());
    Spec {
        name: format!("{file}:{} {title}", line + 1),
        todo,
        blocks: Vec::new(),
    }
}

/// The title of a heading of level 2 or 3.
fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("## ")
        .or_else(|| line.strip_prefix("### "))
}

/// The block whose opening fence is at this line. A longer fence holds shorter ones.
fn block_at(lines: &[String], at: usize) -> Option<Block> {
    let info = lines[at].trim_start_matches('`');
    let fence = &lines[at][..lines[at].len() - info.len()];
    if fence.len() < 3 {
        return None;
    }
    let start = at + 1;
    let length = lines[start..].iter().position(|line| line == fence);
    let length = length.unwrap_or_else(|| panic!("a block is not closed: line {start}: {info}"));
    Some(Block {
        info: info.trim().to_owned(),
        start,
        lines: lines[start..start + length].to_vec(),
    })
}
