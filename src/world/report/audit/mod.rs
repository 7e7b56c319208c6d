//! The safety report: an [`Audit`] in English and Spanish, for a board or a donor to read or for a
//! program.
//!
//! Both languages are in one document, so that nobody has to believe somebody else's summary of
//! it.

mod html;
mod json;

use crate::check::audit::Audit;

use super::language::Language;
use super::voice::Voice;

/// Both languages of the report, in this order.
const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

/// Whom the report is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuditFormat {
    /// People: one page without anything outside it.
    #[default]
    Html,
    /// Programs.
    Json,
}

impl AuditFormat {
    /// Both, in the order in which help lists them.
    pub const ALL: [Self; 2] = [Self::Html, Self::Json];

    /// The word for it after `--format`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// What the first line of every report says, so that a report is only ever written over a report.
pub const MARK: &str = "campaign audit";

/// Writes the report.
pub fn audit(format: AuditFormat, audit: &Audit) -> String {
    let voices = LANGUAGES.map(Voice::new);
    match format {
        AuditFormat::Html => html::html(audit, &voices),
        AuditFormat::Json => json::json(audit, &voices),
    }
}
