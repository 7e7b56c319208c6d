//! The home of Tera: the theme's templates as something that renders, and its errors as
//! diagnostics at their positions.

use std::collections::BTreeMap;

pub use tera::{Context, Value};
use tera::{ErrorKind, Tera};

use crate::diagnostic::{Diagnosed, Diagnostic, Place, closest};
use crate::model::document::Component;
use crate::model::theme::Theme;
use crate::render::current::Complaint;
use crate::rules;
use crate::source::{SourcePath, Span};

mod arguments;
mod functions;
mod image;

/// The most that one file may hold: a page of a megabyte is already beyond an old telephone, and a
/// template that writes more runs in circles.
const LIMIT: usize = 8 * 1024 * 1024;

/// The templates of a theme.
pub struct Templates {
    tera: Tera,
    /// Why not all of them compiled. If one did not, none renders.
    broken: Vec<Diagnostic>,
    sources: BTreeMap<String, (SourcePath, String)>,
}

impl Templates {
    /// Compiles the templates of `theme`.
    pub fn new(theme: &Theme) -> Diagnosed<Self> {
        let mut faults = Vec::new();
        let mut sources = BTreeMap::new();
        for template in &theme.templates {
            match template.source.text() {
                Ok(text) => {
                    sources.insert(
                        template.name.clone(),
                        (template.source.path.clone(), text.into_owned()),
                    );
                }
                Err(invalid) => faults.push(
                    Diagnostic::new(&rules::INVALID_ENCODING)
                        .at(Place::new(
                            &template.source.path,
                            Span::new(invalid.offset, invalid.offset),
                        ))
                        .with("byte", format!("0x{:02X}", invalid.byte))
                        .with("encoding", ""),
                ),
            }
        }
        let mut tera = Tera::new();
        functions::register(&mut tera);
        let mut templates = Self {
            tera,
            broken: Vec::new(),
            sources,
        };
        let texts: Vec<(&str, &str)> = templates
            .sources
            .iter()
            .map(|(name, (_, text))| (name.as_str(), text.as_str()))
            .collect();
        if let Err(error) = templates.tera.add_raw_templates(texts) {
            let alone = templates.broken_alone();
            templates.broken = match alone.is_empty() {
                true => templates.faults_of(&error),
                false => alone,
            };
            faults.extend(templates.broken.clone());
        }
        Diagnosed::new(templates, faults)
    }

    /// What is wrong with the syntax of each template: Tera tells of the first only.
    fn broken_alone(&self) -> Vec<Diagnostic> {
        let errors = self.sources.iter().filter_map(|(name, (_, text))| {
            let error = Tera::new().add_raw_template(name, text).err()?;
            matches!(error.kind(), ErrorKind::SyntaxError(_)).then_some(error)
        });
        errors.flat_map(|error| self.faults_of(&error)).collect()
    }

    /// The first of these templates that the theme has.
    pub fn first_of<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        names
            .into_iter()
            .find(|name| self.sources.contains_key(&format!("{name}.html")))
    }

    /// Whether the theme has a component of this name.
    pub fn has_component(&self, name: &str) -> bool {
        self.tera.get_component_definition(name).is_some()
    }

    /// Renders a template, named without `.html`.
    ///
    /// # Errors
    /// What is wrong with it, at its position.
    pub fn render(&self, name: &str, context: &Context) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut out = Limited {
            bytes: Vec::with_capacity(16 * 1024),
            is_full: false,
        };
        match self
            .tera
            .render_to(&format!("{name}.html"), context, &mut out)
        {
            _ if out.is_full => Err(vec![self.oversized(name)]),
            Ok(()) => Ok(out.bytes),
            Err(_) if !self.broken.is_empty() => Err(self.broken.clone()),
            Err(error) => Err(self.faults_of(&error)),
        }
    }

    /// Renders a component for Markdown. `place` is where it stands there.
    ///
    /// # Errors
    /// What is wrong with its arguments in Markdown, or with the component in the theme.
    pub fn component(
        &self,
        component: &Component,
        body: Option<&str>,
        implicits: &Context,
        place: &SourcePath,
    ) -> Result<String, Vec<Diagnostic>> {
        if !self.broken.is_empty() {
            return Ok(String::new());
        }
        let name = component.name.replace('-', "_");
        let Some(definition) = self.tera.get_component_definition(&name) else {
            let known: Vec<String> = self
                .tera
                .get_component_names()
                .map(|name| name.replace('_', "-"))
                .collect();
            let built_in = ["for", "not-for", "t"];
            let nearest = closest(
                &component.name,
                known.iter().map(String::as_str).chain(built_in),
            );
            return Err(vec![
                Diagnostic::new(&rules::UNKNOWN_DIRECTIVE)
                    .at(Place::new(place, component.name_span))
                    .with("name", &component.name)
                    .suggest(nearest),
            ]);
        };
        let arguments = arguments::Arguments {
            component,
            definition: &definition,
            path: place,
        };
        let arguments = arguments.context()?;
        // A component may ask for its body however it is written.
        let body = body.unwrap_or_default();
        let html = self
            .tera
            .render_component_with_implicits(&name, &arguments, implicits, Some(body), true)
            .map_err(|error| {
                self.faults_of(&error)
                    .into_iter()
                    .map(|fault| fault.also(Place::new(place, component.name_span)))
                    .collect::<Vec<_>>()
            })?;
        if html.contains(body.trim()) {
            return Ok(html);
        }
        // Somebody wrote it, and nobody would read it.
        Err(vec![
            Diagnostic::new(&rules::BROKEN_DIRECTIVE)
                .at(Place::new(place, component.name_span))
                .with("reason", "body"),
        ])
    }

    /// Gives complaints of functions the places of the calls in the templates.
    pub fn locate(&self, complaints: Vec<Complaint>, otherwise: Option<&Place>) -> Vec<Diagnostic> {
        complaints
            .into_iter()
            .map(|complaint| {
                let mut places = self.places_of(&complaint.call);
                if places.is_empty() {
                    places.extend(otherwise.cloned());
                }
                let mut places = places.into_iter();
                let mut fault = complaint.fault;
                fault.place = places.next();
                fault
            })
            .collect()
    }

    /// Where the text of a call stands in the templates.
    fn places_of(&self, call: &str) -> Vec<Place> {
        let mut places = Vec::new();
        for (path, text) in self.sources.values() {
            places.extend(
                text.match_indices(call)
                    .map(|(at, _)| Place::new(path, Span::new(at, at + call.len()))),
            );
        }
        places
    }

    fn oversized(&self, name: &str) -> Diagnostic {
        let place = self
            .sources
            .get(&format!("{name}.html"))
            .map(|(path, _)| Place::start_of(path));
        let mut fault = Diagnostic::new(&rules::OVERSIZED_OUTPUT)
            .with("name", name)
            .with("limit", LIMIT);
        fault.place = place;
        fault
    }

    fn faults_of(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let mut fault =
                    Diagnostic::new(&rules::BROKEN_TEMPLATE).with("reason", report.message());
                let file = self.sources.get(report.filename());
                fault.place = file.map(|(path, _)| Place::new(path, report.span().range.clone()));
                vec![fault]
            }
            ErrorKind::Msg(reports) => self.faults_of_reports(reports),
            ErrorKind::MissingParent { current, parent } => {
                let mut fault = Diagnostic::new(&rules::MISSING_TEMPLATE).with("name", parent);
                fault.place = self
                    .sources
                    .get(current)
                    .map(|(path, _)| Place::start_of(path));
                vec![fault]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![Diagnostic::new(&rules::MISSING_TEMPLATE).with("name", name)]
            }
            _ => vec![
                Diagnostic::new(&rules::BROKEN_TEMPLATE)
                    .with("reason", first_line(&error.to_string())),
            ],
        }
    }

    /// Several errors at once come as one text, each with a line ` --> file:line:column`.
    fn faults_of_reports(&self, reports: &str) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        let mut reason = first_line(reports);
        for line in reports.lines() {
            let line = line.trim();
            if let Some(position) = line.strip_prefix("--> ") {
                let mut fault = Diagnostic::new(&rules::BROKEN_TEMPLATE).with("reason", &reason);
                fault.place = self.place_of_position(position);
                faults.push(fault);
            } else if let Some(text) = line.strip_prefix("error: ") {
                reason = text.to_owned();
            }
        }
        if faults.is_empty() {
            faults.push(Diagnostic::new(&rules::BROKEN_TEMPLATE).with("reason", reason));
        }
        faults
    }

    /// The place of `file:line:column`.
    fn place_of_position(&self, position: &str) -> Option<Place> {
        let mut parts = position.rsplitn(3, ':');
        let column: usize = parts.next()?.trim().parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let (path, text) = self.sources.get(parts.next()?)?;
        let start: usize = text
            .split_inclusive('\n')
            .take(line.checked_sub(1)?)
            .map(str::len)
            .sum();
        let at = start
            + text[start..]
                .chars()
                .take(column.saturating_sub(1))
                .map(char::len_utf8)
                .sum::<usize>();
        Some(Place::new(path, Span::new(at, at)))
    }
}

fn first_line(text: &str) -> String {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
        .trim();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

/// What a template writes into: it refuses more than [`LIMIT`].
struct Limited {
    bytes: Vec<u8>,
    is_full: bool,
}

impl std::io::Write for Limited {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + buffer.len() > LIMIT {
            self.is_full = true;
            return Err(std::io::ErrorKind::OutOfMemory.into());
        }
        self.bytes.extend_from_slice(buffer);
        Ok(buffer.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
