//! The files of `content/` that are neither pages nor registers: what may be published beside a
//! page, and what a picture's sidecar says of it.

mod kind;
mod pdf;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::picture::{Medium, Picture, Pictures, Sidecar};
use crate::model::route::Route;
use crate::parse::{Settled, sidecar, svg};
use crate::picture::{self, Fault, Format, Motion};
use crate::rules;
use crate::source::{Digest, Source};

/// What a sidecar is called beside its picture: `photo.jpg.toml`.
const SIDECAR: &str = ".toml";

/// The files that may be published.
#[derive(Debug, Default)]
pub struct Assets {
    /// All of them, by path under `content/`; drawings rewritten. A file that is at fault is here
    /// without its bytes, so that nobody is told that it is missing.
    pub files: BTreeMap<String, Source>,
    /// Those that are pictures.
    pub pictures: Pictures,
}

/// Looks at each file: its name, what it is, and what it says of its author.
pub fn parse(sources: &[&Source], settled: &Settled<'_>) -> Diagnosed<Assets> {
    let mut faults = Vec::new();
    let names: BTreeMap<&str, &Source> = sources
        .iter()
        .filter_map(|source| Some((name_of(source)?, *source)))
        .collect();
    let (sidecars, others): (Vec<_>, Vec<_>) = names
        .into_iter()
        .partition(|(name, _)| pictured(name).is_some());
    let mut described: BTreeMap<&str, Sidecar> = BTreeMap::new();
    for (name, source) in sidecars {
        let picture = pictured(name).unwrap_or_default();
        let sidecar = sidecar::parse(source, settled.settings).split_into(&mut faults);
        if others.iter().any(|(other, _)| *other == picture) {
            described.insert(picture, sidecar);
        } else {
            let fault = Diagnostic::new(&rules::MISSING_ASSET).at(Place::start_of(&source.path));
            faults.push(fault.with("destination", picture));
        }
    }
    let looked_at: Vec<_> = others
        .par_iter()
        .map(|(name, source)| {
            // A file that is as it was is what it was.
            let inputs = Digest::of_all([name.as_bytes(), source.digest.as_bytes()]);
            let looked = settled
                .memo
                .recall("asset", inputs, || look_at(name, source));
            (*name, looked)
        })
        .collect();
    let mut assets = Assets::default();
    for (name, looked) in looked_at {
        faults.extend(looked.diagnostics.iter().cloned());
        let Some((source, shape)) = looked.value.clone() else {
            continue;
        };
        if let Some(shape) = shape {
            let sidecar = described.remove(name).unwrap_or_default();
            if shape.medium != Medium::Drawing {
                faults.extend(uncredited(&source, &sidecar));
            }
            assets
                .pictures
                .insert(name.to_owned(), shape.picture(sidecar));
        }
        assets.files.insert(name.to_owned(), source);
    }
    Diagnosed::new(assets, faults)
}

/// The path under `content/`.
fn name_of(source: &Source) -> Option<&str> {
    source.path.as_str().strip_prefix("content/")
}

/// The picture that a file of this name says something of.
fn pictured(name: &str) -> Option<&str> {
    let picture = name.strip_suffix(SIDECAR)?;
    let extension = picture.rsplit_once('.')?.1.to_ascii_lowercase();
    let is_picture = extension == "svg" || Format::of_extension(&extension).is_some();
    is_picture.then_some(picture)
}

/// How large a picture is, and how it can be published.
#[derive(Clone, Copy)]
struct Shape {
    medium: Medium,
    width: u32,
    height: u32,
}

impl Shape {
    fn picture(self, sidecar: Sidecar) -> Picture {
        Picture {
            medium: self.medium,
            width: self.width,
            height: self.height,
            sidecar,
        }
    }
}

/// The file as it may be published; none when not even its name may.
fn look_at(name: &str, source: &Source) -> Diagnosed<Option<(Source, Option<Shape>)>> {
    let start = Place::start_of(&source.path);
    let refused = |fault: Diagnostic| Diagnosed::new(None, vec![fault.at(start.clone())]);
    if let Some(part) = name.split('/').find(|part| !Route::is_safe_part(part)) {
        return refused(Diagnostic::new(&rules::UNSAFE_NAME).with("name", part));
    }
    let file_name = source.path.file_name();
    let extension = source
        .path
        .extension()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if let Some(reason) = kind::forbidden(&extension) {
        let fault = Diagnostic::new(&rules::FORBIDDEN_ASSET).with("name", file_name);
        return refused(fault.with("reason", reason));
    }
    let without_bytes = |fault: Diagnostic| {
        let empty = Source::new(source.path.clone(), Vec::new());
        Diagnosed::new(Some((empty, None)), vec![fault.at(start.clone())])
    };
    let format = Format::of_extension(&extension);
    if format.is_some() && source.bytes.is_empty() {
        return without_bytes(broken(file_name, Fault::Empty));
    }
    if let Some(actual) = kind::disguised(&extension, &source.bytes) {
        let fault = Diagnostic::new(&rules::DISGUISED_FILE).with("name", file_name);
        return without_bytes(fault.with("kind", actual));
    }
    if let Some(format) = format {
        return match picture::read(&source.bytes, format) {
            Err(fault) => without_bytes(broken(file_name, fault)),
            Ok(header) => Diagnosed::clean(Some((source.clone(), Some(Shape::of(header))))),
        };
    }
    match extension.as_str() {
        "svg" => svg::parse(source).map(|drawing| {
            let shape = Shape {
                medium: Medium::Drawing,
                width: drawing.width,
                height: drawing.height,
            };
            Some((Source::new(source.path.clone(), drawing.bytes), Some(shape)))
        }),
        "pdf" => Diagnosed::new(Some((source.clone(), None)), pdf::check(source)),
        _ => Diagnosed::clean(Some((source.clone(), None))),
    }
}

impl Shape {
    fn of(header: picture::Header) -> Self {
        Self {
            medium: match header.motion {
                Motion::Still => Medium::Still,
                Motion::Animated => Medium::Animated,
            },
            width: header.width,
            height: header.height,
        }
    }
}

fn broken(name: &str, fault: Fault) -> Diagnostic {
    fault.diagnostic().with("name", name)
}

/// A photograph belongs to somebody.
fn uncredited(source: &Source, sidecar: &Sidecar) -> Option<Diagnostic> {
    let lacks = match (&sidecar.credit, &sidecar.licence) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => "credit",
        (Some(_), None) => "licence",
        (None, None) => "both",
    };
    let fault = Diagnostic::new(&rules::MISSING_CREDIT).at(Place::start_of(&source.path));
    Some(
        fault
            .with("name", source.path.file_name())
            .with("lacks", lacks),
    )
}
