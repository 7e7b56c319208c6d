//! The campaign that a command works on: read, compiled, and its faults reported.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::command::{Failure, Manner, Status};
use crate::compile::{self, Compiled, Options, compile};
use crate::diagnostic::{self, Diagnosed, Diagnostic, Severity};
use crate::memo::Memo;
use crate::model::date::Date;
use crate::model::settings;
use crate::readback;
use crate::source::Snapshot;
use crate::world::cache::DiskCache;
use crate::world::report::{Format, Stream, report};
use crate::world::{clock, disk};

/// The longest folder that stands in texts by chance: `/`, `/root`.
const SHORTEST_FOLDER: usize = 5;

/// What every command that looks at a campaign can be asked for.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The folder to start looking for campaign.toml from.
    pub folder: PathBuf,
    /// The editions that matter, as names with `*`; all when empty.
    pub editions: Vec<String>,
    /// Whether drafts are part of it.
    pub drafts: bool,
    /// The day to work for instead of today.
    pub date: Option<String>,
    /// The address to publish under instead of the campaign's.
    pub base_url: Option<String>,
}

/// A campaign on disk and what it means.
pub struct Project {
    /// Its folder.
    pub root: PathBuf,
    /// Its sources.
    pub snapshot: Snapshot,
    /// What they mean; none when campaign.toml is not usable.
    pub compiled: Option<Compiled>,
    /// What is wrong with them.
    pub faults: Vec<Diagnostic>,
    /// What earlier commands made of them and took long.
    pub cache: Arc<DiskCache>,
}

impl Project {
    /// Reads and compiles the campaign around the request's folder.
    ///
    /// # Errors
    /// When there is no campaign, it cannot be read, or the request makes no sense.
    pub fn open(request: &Request) -> Result<Self, Failure> {
        Self::open_with(request, compile)
    }

    /// The same without the rules over the whole campaign, for commands that tell nothing of what
    /// they find.
    ///
    /// # Errors
    /// When there is no campaign, it cannot be read, or the request makes no sense.
    pub fn prepare(request: &Request) -> Result<Self, Failure> {
        Self::open_with(request, |snapshot, options| {
            compile::prepare(snapshot, options, &Memo::default())
        })
    }

    /// The same, with another way to compile.
    ///
    /// # Errors
    /// When there is no campaign, it cannot be read, or the request makes no sense.
    pub fn open_with(
        request: &Request,
        compile: impl FnOnce(&Snapshot, &Options) -> Diagnosed<Option<Compiled>>,
    ) -> Result<Self, Failure> {
        let (root, options) = locate(request)?;
        let read = disk::read(&root)?;
        let mut faults = read.diagnostics;
        let compiled = compile(&read.value, &options).split_into(&mut faults);
        let cache = Arc::new(DiskCache::of(&root));
        let compiled = compiled.map(|compiled| compiled.with_cache(cache.clone()));
        Ok(Self {
            root,
            snapshot: read.value,
            compiled,
            faults,
            cache,
        })
    }

    /// What tells of this machine and must not stand in the output.
    pub fn traces(&self) -> readback::Options {
        let root = self
            .root
            .canonicalize()
            .unwrap_or_else(|_| self.root.clone());
        let folders = [Some(root.display().to_string()), clock::variable("HOME")];
        readback::Options {
            // The root of everything is the start of every path.
            traces: folders
                .into_iter()
                .flatten()
                .filter(|folder| folder.len() > SHORTEST_FOLDER)
                .collect(),
        }
    }

    /// Whether anything found so far stops a build.
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }

    /// Tells what is wrong, and says how the command ends because of it.
    pub fn report(&mut self, manner: &Manner) -> Status {
        diagnostic::sort(&mut self.faults);
        if manner.quiet {
            self.faults
                .retain(|fault| fault.severity == Severity::Error);
        }
        let stream = match manner.format {
            Format::Text => Stream::Error,
            _ => Stream::Output,
        };
        let text = report(
            manner.format,
            &self.faults,
            &self.snapshot,
            &manner.voice,
            stream.style(),
        );
        if stream.write(&text).is_err() {
            return Status::Machine;
        }
        self.status()
    }

    /// 2 when campaign.toml is at fault: without it nothing else could be looked at.
    fn status(&self) -> Status {
        let is_settings = |fault: &Diagnostic| {
            fault.severity == Severity::Error
                && fault
                    .place
                    .as_ref()
                    .is_none_or(|place| place.path.as_str() == settings::PATH)
        };
        match () {
            () if !self.has_errors() => Status::Done,
            () if self.compiled.is_none() && self.faults.iter().any(is_settings) => Status::Usage,
            () => Status::Faults,
        }
    }
}

/// The folder of the campaign around the request's folder, and what is asked of the pipeline.
///
/// # Errors
/// When there is no campaign, or the request makes no sense.
pub fn locate(request: &Request) -> Result<(PathBuf, Options), Failure> {
    let options = options(request)?;
    let root = disk::find_root(&request.folder)
        .ok_or_else(|| Failure::usage("no-campaign", [("folder", shown(&request.folder))]))?;
    Ok((root, options))
}

fn options(request: &Request) -> Result<Options, Failure> {
    let today = match &request.date {
        None => clock::today(),
        Some(text) => parse_date(text)?,
    };
    if let Some(address) = request
        .base_url
        .as_ref()
        .filter(|address| !is_address(address))
    {
        return Err(Failure::usage(
            "invalid-address",
            [("value", address.clone())],
        ));
    }
    Ok(Options {
        today,
        drafts: request.drafts,
        base_url: request.base_url.clone(),
    })
}

fn parse_date(text: &str) -> Result<Date, Failure> {
    text.parse()
        .map_err(|_| Failure::usage("invalid-date", [("value", text.to_owned())]))
}

fn is_address(text: &str) -> bool {
    crate::parse::settings::is_base_url(text)
}

fn shown(path: &Path) -> String {
    path.canonicalize()
        .unwrap_or_else(|_| path.to_path_buf())
        .display()
        .to_string()
}
