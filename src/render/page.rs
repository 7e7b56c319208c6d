//! A page: its document in the frame of its edition.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Heading, Reading};
use crate::model::link::Resolution;
use crate::model::list::{list_pages, numbered};
use crate::model::page::{PageKey, Translation};
use crate::model::route::Route;
use crate::model::site::EditionPage;
use crate::render::body::Body;
use crate::render::current::Findings;
use crate::render::frame::Frame;
use crate::render::linked_data::linked_data;
use crate::render::picture::PictureView;
use crate::render::templates::{Context, Templates, Value};
use crate::render::view::{
    AlternateView, HeadView, HeadingView, LawView, OriginalView, PageView, PagerView, Property,
    View,
};
use crate::rules;

/// How many words a reader reads in a minute, of plain text on a screen.
const WORDS_A_MINUTE: usize = 200;

/// The context of a page and of the part `number` of its list.
pub fn context(
    frame: &mut Frame<'_>,
    templates: &Templates,
    page: usize,
    number: usize,
) -> (Context, Findings) {
    let planned = &frame.edition.pages[page];
    let kind = kind_of(planned);
    let mut view = frame.view(kind, Some(page));
    let translation = frame.stage.campaign.translation(planned);
    let reading = translation.map(|translation| {
        translation
            .document()
            .for_audience(&frame.edition.edition.audience)
    });
    let title = frame
        .stage
        .link_to(&frame.scope, frame.edition, page, &mut frame.faults)
        .title;
    let image = image(frame, planned, translation);
    let mut page_view = page_view(frame, planned, translation, reading, title.clone());
    page_view.image = image.clone();
    neighbours(frame, planned, page, &mut view);
    list(frame, planned, number, &mut view);
    head(frame, planned, &title, number, &mut view.head);
    let largest = image.as_ref().and_then(|image| image.references.last());
    if let Some(route) = largest.filter(|_| !frame.audience().discreet) {
        view.head.open_graph.push(Property {
            property: "og:image",
            content: frame.stage.permalink(frame.audience(), route),
        });
    }
    let missing = missing_template(planned, translation, templates);
    frame.faults.extend(missing);
    let mut context = Context::new();
    insert_view(&mut context, &view);
    context.insert_value("page", Value::from_serializable(&page_view));
    let (content, mut findings) = match (translation, reading) {
        (Some(translation), Some(reading)) => {
            let mut body = Body::new(frame, templates, translation, &context);
            let mut html = crate::render::markdown::render(reading, &mut body);
            html += &body.sources(reading);
            (html, body.findings)
        }
        _ => (String::new(), Findings::default()),
    };
    findings
        .references
        .extend(image.into_iter().flat_map(|image| image.references));
    if let Some(page) = context.remove("page") {
        context.insert_value("page", with_content(page, &content));
    }
    (context, findings)
}

/// The picture that stands for a page. One that is not there is reported by the rules on links.
fn image(
    frame: &Frame<'_>,
    page: &EditionPage,
    translation: Option<&Translation>,
) -> Option<PictureView> {
    let image = translation?.front.image.as_ref()?;
    let Resolution::Asset(route) = frame.edition.resolve(&page.key, image) else {
        return None;
    };
    let locale = frame.stage.locale(frame.locale());
    Some(frame.stage.picture(&frame.scope, &route, locale, |_| true))
}

/// The fields of a view as variables of a template.
pub fn insert_view(context: &mut Context, view: &View) {
    let fields = Value::from_serializable(view).into_map();
    for (name, value) in fields.into_iter().flatten() {
        if let Some(name) = name.as_str() {
            context.insert_value(name.to_owned(), value);
        }
    }
}

/// A fault where a page chooses a template that the theme does not have.
fn missing_template(
    page: &EditionPage,
    translation: Option<&Translation>,
    templates: &Templates,
) -> Option<Diagnostic> {
    let name = page.front.template.as_deref()?;
    let translation = translation.filter(|_| templates.first_of([name]).is_none())?;
    let stated = translation.front.spans.get("template").copied();
    let place = Place::new(&translation.path, stated.unwrap_or_default());
    Some(
        Diagnostic::new(&rules::MISSING_TEMPLATE)
            .at(place)
            .with("name", name),
    )
}

fn with_content(page: Value, content: &str) -> Value {
    let mut map = page.into_map().unwrap_or_default();
    map.insert("content".into(), Value::safe_string(content));
    Value::from(map)
}

/// Which kind of page it is, as templates are told.
pub fn kind_of(page: &EditionPage) -> &'static str {
    if page.key == PageKey::new("") {
        return "home";
    }
    if page.children.is_empty() {
        "page"
    } else {
        "section"
    }
}

fn page_view(
    frame: &mut Frame<'_>,
    page: &EditionPage,
    translation: Option<&Translation>,
    reading: Option<Reading<'_>>,
    title: String,
) -> PageView {
    let words = reading.map_or(0, Reading::words);
    let day = |date: crate::model::date::Date| date.to_string();
    PageView {
        key: page.key.to_string(),
        title,
        description: frame
            .stage
            .campaign
            .summary(frame.edition, page)
            .description()
            .map(str::to_owned),
        url: frame.stage.address(&frame.scope, &page.route),
        permalink: frame.stage.permalink(frame.audience(), &page.route),
        toc: reading.map_or_else(Vec::new, |reading| {
            let view = |heading: Heading| HeadingView {
                id: heading.id,
                text: heading.text,
                level: heading.level,
            };
            reading.headings().into_iter().map(view).collect()
        }),
        date: page.front.date.map(day),
        updated: page.front.updated.map(day),
        reviewed_on: translation
            .and_then(|translation| translation.front.reviewed_on)
            .map(day),
        law: translation
            .and_then(|translation| translation.front.law.as_ref())
            .map(|law| LawView {
                as_of: law.as_of.to_string(),
                countries: law
                    .countries
                    .iter()
                    .map(|code| {
                        frame
                            .stage
                            .country(code, frame.locale())
                            .unwrap_or_else(|| code.clone())
                    })
                    .collect(),
            }),
        topics: frame.stage.topics_of(
            &frame.scope,
            frame.edition,
            &page.front.topics,
            &mut frame.faults,
        ),
        words,
        minutes: words.div_ceil(WORDS_A_MINUTE).max(1),
        image: None,
        extra: page.front.extra.clone(),
        original: original(frame, page),
    }
}

/// Set when the original stands in for a missing translation.
fn original(frame: &Frame<'_>, page: &EditionPage) -> Option<OriginalView> {
    if page.written_in == *frame.locale() {
        return None;
    }
    let locale = frame.stage.locale(&page.written_in);
    let route = original_route(frame, page);
    Some(OriginalView {
        locale: locale.tag.to_string(),
        dir: locale.direction.as_str(),
        name: locale.name.clone(),
        url: route.map(|route| frame.stage.address(&frame.scope, route)),
    })
}

fn original_route<'a>(frame: &Frame<'a>, page: &EditionPage) -> Option<&'a Route> {
    let edition = frame.stage.site.editions.iter().find(|other| {
        other.audience == frame.edition.audience && other.edition.locale == page.written_in
    })?;
    edition.page(&page.key).map(|page| &page.route)
}

fn neighbours(frame: &mut Frame<'_>, planned: &EditionPage, page: usize, view: &mut View) {
    let (stage, edition) = (frame.stage, frame.edition);
    for above in frame.above(page) {
        view.breadcrumbs
            .push(stage.link_to(&frame.scope, edition, above, &mut frame.faults));
    }
    view.previous = planned
        .previous
        .map(|page| stage.link_to(&frame.scope, edition, page, &mut frame.faults));
    view.next = planned
        .next
        .map(|page| stage.link_to(&frame.scope, edition, page, &mut frame.faults));
}

fn list(frame: &mut Frame<'_>, page: &EditionPage, number: usize, view: &mut View) {
    let size = page
        .front
        .paginate_by
        .or(frame.stage.campaign.settings.paginate_by);
    let shown = Shown {
        entries: &page.children,
        size,
        number,
        first: &page.route,
    };
    fill_list(frame, &shown, view);
}

/// The part of a list that a file shows.
pub struct Shown<'a> {
    /// The whole list: indexes into the edition's pages.
    pub entries: &'a [usize],
    /// How many entries a file shows; all of them when none.
    pub size: Option<usize>,
    /// Which part, from 1.
    pub number: usize,
    /// Where the first part is.
    pub first: &'a Route,
}

/// Fills in the entries of a list and where its other parts are.
pub fn fill_list(frame: &mut Frame<'_>, shown: &Shown<'_>, view: &mut View) {
    let size = shown.size.unwrap_or(usize::MAX);
    let from = (shown.number - 1).saturating_mul(size);
    let (stage, edition) = (frame.stage, frame.edition);
    view.children = shown
        .entries
        .iter()
        .skip(from)
        .take(size)
        .map(|page| stage.entry(&frame.scope, edition, *page, &mut frame.faults))
        .collect();
    let total_pages = list_pages(shown.entries.len(), shown.size);
    if total_pages > 1 {
        let address = |number: usize| stage.address(&frame.scope, &numbered(shown.first, number));
        view.pager = Some(PagerView {
            number: shown.number,
            total_pages,
            total_entries: shown.entries.len(),
            previous: (shown.number > 1).then(|| address(shown.number - 1)),
            next: (shown.number < total_pages).then(|| address(shown.number + 1)),
        });
    }
}

fn head(
    frame: &mut Frame<'_>,
    page: &EditionPage,
    title: &str,
    number: usize,
    head: &mut HeadView,
) {
    let audience = frame.audience();
    head.title = frame.tab_title(title);
    let campaign = &frame.stage.campaign;
    head.description = campaign
        .summary(frame.edition, page)
        .description()
        .map(str::to_owned)
        .unwrap_or_default();
    // The original that stands in for a translation has one address only: its own.
    let own = original_route(frame, page)
        .filter(|_| page.written_in != *frame.locale())
        .unwrap_or(&page.route);
    let canonical = frame.stage.permalink(audience, &numbered(own, number));
    head.robots = (!audience.indexed).then_some("noindex");
    if number == 1 && page.alternates.len() > 1 {
        head.alternates = page
            .alternates
            .iter()
            .map(|other| AlternateView {
                hreflang: other.locale.to_string(),
                href: frame.stage.permalink(audience, &other.route),
            })
            .collect();
        let default = frame.stage.default_alternate(page);
        head.alternates.push(AlternateView {
            hreflang: "x-default".to_owned(),
            href: frame.stage.permalink(audience, &default.route),
        });
    }
    head.linked_data = linked_data(frame, page);
    if !audience.discreet {
        head.open_graph = open_graph(frame, page, title, &canonical);
    }
    head.canonical = Some(canonical);
}

fn open_graph(
    frame: &mut Frame<'_>,
    page: &EditionPage,
    title: &str,
    canonical: &str,
) -> Vec<Property> {
    let site = frame.tab_title("");
    let is_article = page.front.date.is_some();
    let mut properties = vec![
        Property {
            property: "og:title",
            content: title.to_owned(),
        },
        Property {
            property: "og:type",
            content: if is_article { "article" } else { "website" }.to_owned(),
        },
        Property {
            property: "og:url",
            content: canonical.to_owned(),
        },
        Property {
            property: "og:site_name",
            content: site,
        },
        Property {
            property: "og:locale",
            content: page.written_in.as_str().replace('-', "_"),
        },
    ];
    if let Some(description) = frame
        .stage
        .campaign
        .summary(frame.edition, page)
        .description()
    {
        properties.push(Property {
            property: "og:description",
            content: description.to_owned(),
        });
    }
    properties
}
