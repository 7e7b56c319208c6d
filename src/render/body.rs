//! The body of a page: what its document needs to know of the page around it.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Argument as Named, Component, Form, Kind, Literal, Node, Reading};
use crate::model::fact::{Mention, mentions_of};
use crate::model::link::Resolution;
use crate::model::page::Translation;
use crate::model::picture::Sidecar;
use crate::render::claim::Extent;
use crate::render::current::{self, Findings, Scope};
use crate::render::frame::Frame;
use crate::render::markdown::{External, Picture, Surroundings, Target};
use crate::render::messages::{Arguments, Setting, Value as Variable};
use crate::render::stage::Speech;
use crate::render::templates::{Context, Templates, Value};
use crate::rules;
use crate::source::Span;

/// A document on its page.
pub struct Body<'a, 'b> {
    frame: &'b Frame<'a>,
    templates: &'b Templates,
    translation: &'b Translation,
    context: &'b Context,
    /// What came of rendering it.
    pub findings: Findings,
}

impl<'a, 'b> Body<'a, 'b> {
    /// The body of the page that `frame` is made for. Components see `context` as implicits.
    pub fn new(
        frame: &'b Frame<'a>,
        templates: &'b Templates,
        translation: &'b Translation,
        context: &'b Context,
    ) -> Self {
        Self {
            frame,
            templates,
            translation,
            context,
            findings: Findings::default(),
        }
    }

    /// The sources of the figures in a reading, which the theme's component `sources` lists. Empty
    /// where there are none, where the theme has no such component, or where the text has the list
    /// itself.
    pub fn sources(&mut self, reading: Reading<'_>) -> String {
        const NAME: &str = "sources";
        let of_page = Named {
            name: "of".to_owned(),
            value: Literal::String("page".to_owned()),
            span: Span::default(),
        };
        let is_list = |node: &Node| match &node.kind {
            Kind::Component(component) => {
                component.name == NAME
                    && component.arguments.iter().any(|argument| {
                        argument.name == of_page.name && argument.value == of_page.value
                    })
            }
            _ => false,
        };
        let has_figures = !self
            .frame
            .stage
            .claims_of(&self.frame.scope, Extent::Page)
            .is_empty();
        if !has_figures || !self.templates.has_component(NAME) || reading.descendants().any(is_list)
        {
            return String::new();
        }
        let component = Component {
            name: NAME.to_owned(),
            name_span: Span::default(),
            label: None,
            arguments: vec![of_page],
            form: Form::Leaf,
        };
        let node = Node::new(
            Kind::Component(Box::new(component.clone())),
            Span::default(),
            Vec::new(),
        );
        self.component(&node, &component, None)
    }

    fn place(&self, node: &Node) -> Place {
        Place::new(&self.translation.path, node.span)
    }

    fn put(&mut self, faults: Vec<Diagnostic>, node: &Node) {
        let place = self.place(node);
        self.findings
            .faults
            .extend(faults.into_iter().map(|fault| fault.at(place.clone())));
    }
}

impl Surroundings for Body<'_, '_> {
    fn link(&mut self, _: &Node, destination: &str) -> Target {
        let (stage, scope) = (self.frame.stage, &self.frame.scope);
        let edition = self.frame.edition;
        let url = match edition.resolve(&scope.from, destination) {
            Resolution::External => {
                return Target::Href {
                    url: destination.to_owned(),
                    external: External::Yes,
                };
            }
            // The rules on links report it; the text stays.
            Resolution::Missing => return Target::Broken,
            Resolution::Fragment(fragment) => format!("#{fragment}"),
            Resolution::Asset(route) => {
                self.findings.references.insert(route.clone());
                stage.address(scope, &route)
            }
            Resolution::Page { page, fragment } => {
                let address = stage.address(scope, &edition.pages[page].route);
                fragment.map_or_else(
                    || address.clone(),
                    |fragment| format!("{address}#{fragment}"),
                )
            }
        };
        Target::Href {
            url,
            external: External::No,
        }
    }

    fn image(&mut self, node: &Node, destination: &str, alt: &str) -> Option<Picture> {
        let (stage, scope) = (self.frame.stage, &self.frame.scope);
        let Resolution::Asset(route) = self.frame.edition.resolve(&scope.from, destination) else {
            return None;
        };
        let locale = stage.locale(&self.translation.locale);
        let view = stage.picture(scope, &route, locale, |_| true);
        self.findings.references.extend(view.references);
        let sidecar = stage.sidecar(&route);
        let beside = view.alt;
        if alt.is_empty() && beside.is_none() && sidecar.is_some() {
            let fault = Diagnostic::new(&rules::MISSING_ALT)
                .with("destination", destination)
                .with("locale", &locale.tag);
            self.put(vec![fault], node);
        }
        Some(Picture {
            url: view.src,
            srcset: view.srcset,
            width: view.width,
            height: view.height,
            alt: match alt {
                "" => beside.unwrap_or_default(),
                _ => alt.to_owned(),
            },
            credit: sidecar.and_then(Sidecar::credit_line),
        })
    }

    fn message(&mut self, node: &Node, id: &str, arguments: &[Named]) -> String {
        let arguments: Arguments = arguments
            .iter()
            .map(|argument| (argument.name.clone(), variable(&argument.value)))
            .collect();
        let mut faults = Vec::new();
        // The words stand in a text of this language, also where the original stands in.
        let speech = Speech {
            locale: &self.translation.locale,
            audience: Some(&self.frame.edition.edition.audience),
            setting: Setting::Text,
        };
        let text = self
            .frame
            .stage
            .say_with(speech, id, arguments, &mut faults);
        self.put(faults, node);
        text.into_owned()
    }

    fn component(&mut self, node: &Node, component: &Component, body: Option<String>) -> String {
        // The rules on registers report it.
        let is_known = |mention: &Mention| self.frame.stage.campaign.knows(&mention.fact);
        if !mentions_of(component).iter().all(is_known) {
            return String::new();
        }
        let mut implicits = self.context.clone();
        implicits.insert_value("form", Value::from(component.form.as_str()));
        let scope = Scope {
            locale: self.translation.locale.clone(),
            ..self.frame.scope.clone()
        };
        let path = &self.translation.path;
        let (result, mut findings) = current::with(scope, || {
            self.templates
                .component(component, body.as_deref(), &implicits, path)
        });
        let place = self.place(node);
        let complaints = std::mem::take(&mut findings.complaints);
        // What a function complained of is the cause of an error, and stands where the directive does.
        let has_cause = !complaints.is_empty();
        findings.faults.extend(
            complaints
                .into_iter()
                .map(|complaint| complaint.fault.at(place.clone())),
        );
        let html = result.unwrap_or_else(|faults| {
            findings
                .faults
                .extend(faults.into_iter().filter(|_| !has_cause));
            String::new()
        });
        self.findings.absorb(findings);
        html
    }

    fn label(&mut self, id: &str) -> String {
        let mut faults = Vec::new();
        // It stands in the text, whose language may be that of an original.
        let speech = Speech::plain(
            &self.translation.locale,
            Some(&self.frame.edition.edition.audience),
        );
        let text = self.frame.stage.say(speech, id, &mut faults);
        let place = Place::start_of(&self.translation.path);
        self.findings
            .faults
            .extend(faults.into_iter().map(|fault| fault.at(place.clone())));
        text
    }
}

fn variable(literal: &Literal) -> Variable {
    match literal {
        Literal::String(text) => Variable::Text(text.clone()),
        #[expect(clippy::cast_precision_loss, reason = "Fluent's numbers are f64")]
        Literal::Integer(number) => Variable::Number(*number as f64),
        Literal::Float(number) => Variable::Number(*number),
        Literal::Boolean(truth) => Variable::Text(truth.to_string()),
    }
}
