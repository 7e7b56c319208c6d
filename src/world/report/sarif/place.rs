//! Where a result stands, as SARIF writes it.

use serde::Serialize;

use super::Text;
use crate::model::percent;
use crate::world::report::location::{Location, Region};

/// A place in a file, with what it is when it is a related one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
    physical_location: Physical,
}

impl SarifLocation {
    pub fn new(location: &Location) -> Self {
        Self {
            message: None,
            physical_location: Physical {
                artifact_location: Artifact::new(location.path),
                region: location.region.map(SarifRegion::from),
            },
        }
    }

    /// The same place, called `label`.
    pub fn called(self, label: &str) -> Self {
        Self {
            message: Some(Text::new(label)),
            ..self
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion>,
}

/// A file.
#[derive(Serialize)]
pub(super) struct Artifact {
    uri: String,
}

impl Artifact {
    pub fn new(path: &str) -> Self {
        Self {
            uri: percent::encode(path),
        }
    }
}

/// A part of a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

impl From<Region> for SarifRegion {
    fn from(Region { span, start, end }: Region) -> Self {
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_offset: span.start,
            byte_length: span.end - span.start,
        }
    }
}
