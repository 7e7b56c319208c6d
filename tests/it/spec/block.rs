//! What a block means, by what stands behind its fence.

use campaign::compile::Options;
use campaign::model::date::Date;
use campaign::source::Source;

use super::document::Block;
use super::escapes;

/// The folder that stands for the output.
const OUTPUT: &str = "public/";

/// Examples that no test reads.
const EXAMPLES: &[&str] = &["console", "text"];

/// Whether a list of faults must name them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// It must.
    All,
    /// Others may come besides.
    Some,
}

/// What a block means.
pub enum Meaning {
    /// A file of the campaign.
    Source(Source),
    /// A shared file that is not there.
    Without(String),
    /// What the command line says.
    Options(Options),
    /// Faults, one a line.
    Diagnostics(Extent),
    /// What occurs in an output file.
    Output {
        /// The file.
        path: String,
        /// The text.
        text: String,
    },
    /// What occurs in none of these files; without a text, files that are not there.
    Absent {
        /// The files.
        pattern: String,
        /// The texts.
        texts: Vec<String>,
    },
    /// These files and no others.
    Files {
        /// Among which.
        pattern: String,
    },
    /// Nothing.
    Example,
}

/// The day on which the tests take place: the eve of the day against violence against women.
pub fn options() -> Options {
    Options {
        today: "2026-11-24".parse().expect("a day"),
        drafts: false,
        base_url: None,
    }
}

impl Meaning {
    /// What `block` means.
    pub fn of(block: &Block) -> Result<Self, String> {
        let words: Vec<&str> = block.info.split_whitespace().collect();
        Ok(match words[..] {
            [] => Self::Example,
            ["diagnostics"] => Self::Diagnostics(Extent::All),
            ["diagnostics", "some"] => Self::Diagnostics(Extent::Some),
            ["options"] => Self::Options(read_options(&block.text())?),
            [word] if EXAMPLES.contains(&word) => Self::Example,
            ["without", path] => Self::Without(path.to_owned()),
            ["absent", pattern] => Self::Absent {
                pattern: pattern.to_owned(),
                texts: texts(block),
            },
            ["files", pattern] => Self::Files {
                pattern: pattern.to_owned(),
            },
            _ => named_file(block)?,
        })
    }
}

/// `markdown content/T visa/en.md`, with `escaped` behind it or not.
fn named_file(block: &Block) -> Result<Meaning, String> {
    let Some((_, path)) = block.info.split_once(' ') else {
        return Err(format!("no such block: {}", block.info));
    };
    match path.strip_suffix(" escaped") {
        Some(path) => file(path, escapes::decoded(&block.text())?),
        None => file(path, block.text().into_bytes()),
    }
}

fn file(path: &str, bytes: Vec<u8>) -> Result<Meaning, String> {
    if !path.starts_with(OUTPUT) {
        return Ok(Meaning::Source(Source::new(path, bytes)));
    }
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    Ok(Meaning::Output {
        path: path.to_owned(),
        text,
    })
}

fn texts(block: &Block) -> Vec<String> {
    let lines = block.lines.iter().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn read_options(text: &str) -> Result<Options, String> {
    let table: toml::Table = text.parse().map_err(|error| format!("{error}"))?;
    let mut options = options();
    for (key, value) in &table {
        match (key.as_str(), value.as_str(), value.as_bool()) {
            ("date", Some(day), _) => options.today = date(day)?,
            ("base_url", Some(url), _) => options.base_url = Some(url.to_owned()),
            ("drafts", _, Some(drafts)) => options.drafts = drafts,
            _ => return Err(format!("no such option: {key} = {value}")),
        }
    }
    Ok(options)
}

fn date(day: &str) -> Result<Date, String> {
    day.parse().map_err(|_| format!("no day: {day}"))
}
