//! PO, the format of GNU gettext: a catalogue written, a translator's file read.
//!
//! Ours, since a fault must be shown at its place: of the crates for this format none keeps places,
//! and some panic at lines that they do not know.

use std::fmt::Write;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::exchange::notes::Notes;
use crate::exchange::{Answer, Catalogue, Entry, Progress, Return};
use crate::model::date::Date;
use crate::rules;
use crate::source::{SourcePath, Span};

/// The field of the header that says how many texts went out.
const COUNT: &str = "X-Campaign-Texts";

/// Writes a catalogue. `today` is the day it is written on.
pub fn write(catalogue: &Catalogue, today: Date) -> String {
    let mut text = format!(
        "# {} → {}\n# {}\nmsgid \"\"\nmsgstr \"\"\n",
        catalogue.source,
        catalogue.target,
        Notes::of(&catalogue.source).head
    );
    let header = [
        ("Project-Id-Version", "campaign".to_owned()),
        ("POT-Creation-Date", format!("{today} 00:00+0000")),
        ("PO-Revision-Date", format!("{today} 00:00+0000")),
        ("Last-Translator", String::new()),
        ("Language-Team", String::new()),
        ("Language", catalogue.target.as_str().replace('-', "_")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
        (COUNT, catalogue.entries.len().to_string()),
    ];
    for (name, value) in header {
        text.push_str(&quoted(&format!("{name}: {value}\n")));
        text.push('\n');
    }
    for entry in &catalogue.entries {
        text.push('\n');
        write_entry(entry, &mut text);
    }
    text
}

fn write_entry(entry: &Entry, text: &mut String) {
    let words = Notes::of(&entry.source);
    let mut notes = vec![words.kind(entry.kind, &entry.name)];
    notes.extend(
        (!entry.fences.is_empty())
            .then(|| format!("{}: {}", words.audience, entry.fences.join(", "))),
    );
    notes.extend(
        (!entry.constants.is_empty())
            .then(|| format!("{}: {}", words.keep, entry.constants.join(" | "))),
    );
    let preview = entry.preview.iter();
    notes.extend(preview.map(|address| format!("{}: {address}", words.preview)));
    for note in notes {
        let _ = writeln!(text, "#. {}", note.replace('\n', " "));
    }
    let _ = writeln!(text, "#: {}:{}", entry.file, entry.line);
    if entry.progress != Progress::Ready {
        text.push_str("#, fuzzy\n");
    }
    let _ = writeln!(
        text,
        "msgctxt {}",
        quoted(&format!("{}#{}", entry.file, entry.id))
    );
    let _ = writeln!(text, "msgid {}", lines(&entry.original));
    let _ = writeln!(text, "msgstr {}", lines(&entry.translation));
}

/// A text as the format writes it: one string a line.
fn lines(text: &str) -> String {
    if !text.contains('\n') {
        return quoted(text);
    }
    let lines = text.split_inclusive('\n').map(quoted);
    std::iter::once("\"\"".to_owned())
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out + "\""
}

/// Reads a translator's file. What can be read is read.
///
/// # Faults
/// BROKEN_EXCHANGE.
pub fn read(path: &SourcePath, text: &str) -> Diagnosed<Return> {
    let mut reader = Reader::new(path);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        reader.line(line.trim(), span);
        at += line.len();
    }
    reader.finish();
    if !reader.has_header && reader.faults.is_empty() {
        reader.fault("header", Span::new(0, 0));
    }
    Diagnosed::new(reader.back, reader.faults)
}

/// The string that further lines add to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Context,
    Id,
    Translation,
    /// Plurals, which no campaign sends out.
    Other,
}

/// An entry as far as it has been read.
#[derive(Default)]
struct Draft {
    span: Option<Span>,
    context: Option<String>,
    id: Option<String>,
    translation: Option<String>,
    is_uncertain: bool,
}

struct Reader<'a> {
    path: &'a SourcePath,
    draft: Draft,
    field: Option<Field>,
    has_header: bool,
    back: Return,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(path: &'a SourcePath) -> Self {
        Self {
            path,
            draft: Draft::default(),
            field: None,
            has_header: false,
            back: Return::default(),
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, reason: &'static str, span: Span) {
        self.faults.push(
            Diagnostic::new(&rules::BROKEN_EXCHANGE)
                .at(Place::new(self.path, span))
                .with("reason", reason),
        );
    }

    fn line(&mut self, line: &str, span: Span) {
        if line.is_empty() {
            return self.finish();
        }
        if let Some(comment) = line.strip_prefix('#') {
            if self.draft.id.is_some() {
                self.finish();
            }
            let mut flags = comment
                .strip_prefix(',')
                .into_iter()
                .flat_map(|flags| flags.split(','));
            self.draft.is_uncertain |= flags.any(|flag| flag.trim() == "fuzzy");
            return;
        }
        if line.starts_with('"') {
            return self.string(line, span);
        }
        let Some((keyword, string)) = line.split_once([' ', '\t']) else {
            return self.fault("line", span);
        };
        let field = match keyword {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgstr" => Field::Translation,
            "msgid_plural" => Field::Other,
            keyword if keyword.starts_with("msgstr[") => Field::Other,
            _ => return self.fault("line", span),
        };
        let begins = field == Field::Context || field == Field::Id && self.draft.context.is_none();
        if begins && self.draft.id.is_some() {
            self.finish();
        }
        if self.content(field).is_some_and(|content| content.is_some()) {
            return self.fault("line", span);
        }
        // A fault is shown at what the translator wrote.
        if self.draft.span.is_none() || field == Field::Translation {
            self.draft.span = Some(span);
        }
        self.field = Some(field);
        self.string(string.trim(), span);
    }

    fn content(&mut self, field: Field) -> Option<&mut Option<String>> {
        match field {
            Field::Context => Some(&mut self.draft.context),
            Field::Id => Some(&mut self.draft.id),
            Field::Translation => Some(&mut self.draft.translation),
            Field::Other => None,
        }
    }

    fn string(&mut self, written: &str, span: Span) {
        let inner = written
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .and_then(unquoted);
        let (Some(field), Some(text)) = (self.field, inner) else {
            return self.fault("string", span);
        };
        if let Some(content) = self.content(field) {
            content.get_or_insert_default().push_str(&text);
        }
    }

    /// Takes the entry that has just ended.
    fn finish(&mut self) {
        self.field = None;
        let draft = std::mem::take(&mut self.draft);
        let Some(span) = draft.span else {
            // A flag above an empty line belongs to nothing.
            return;
        };
        let (Some(id), Some(translation)) = (draft.id, draft.translation) else {
            return self.fault("entry", span);
        };
        if id.is_empty() && draft.context.is_none() {
            return self.header(&translation, span);
        }
        let context = draft.context.unwrap_or_default();
        let id = context.rsplit_once('#').map_or("", |(_, id)| id).to_owned();
        self.back.answers.push(Answer {
            id,
            span,
            translation,
            progress: match draft.is_uncertain {
                true => Progress::Uncertain,
                false => Progress::Ready,
            },
        });
    }

    fn header(&mut self, header: &str, span: Span) {
        self.has_header = true;
        for (name, value) in header.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name {
                "Language" => self.back.target = Some(value.replace('_', "-")),
                COUNT => self.back.count = value.parse().ok(),
                "Content-Type" => {
                    let charset = value.split_once("charset=").map_or("", |(_, name)| name);
                    if !charset.eq_ignore_ascii_case("utf-8") {
                        self.fault("charset", span);
                    }
                }
                _ => {}
            }
        }
    }
}

/// None where a quotation mark stands alone, or for an escape that means nothing in a text.
fn unquoted(written: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = written.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => text.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('\\' | '"') => c,
                _ => return None,
            }),
            c => text.push(c),
        }
    }
    Some(text)
}
