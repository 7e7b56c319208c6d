//! Topics: the list of all, and the pages of each.

use crate::model::route::Route;
use crate::render::frame::{Counterpart, Frame};
use crate::render::page::{Shown, fill_list};
use crate::render::view::{Link, View};

/// The list of all topics of an edition.
pub fn topics(frame: &mut Frame<'_>) -> View {
    let mut view = frame.view("topics", None);
    view.languages = frame.languages(|other| other.topics_route().map(translated));
    view.breadcrumbs = vec![home(frame)];
    view.topics = all(frame);
    let title = frame.say("topics");
    view.head.title = frame.tab_title(&title);
    address(frame, &mut view);
    view
}

/// The part `number` of the pages about a topic.
pub fn topic(frame: &mut Frame<'_>, index: usize, number: usize) -> View {
    let mut view = frame.view("topic", None);
    let topic = &frame.edition.topics[index];
    view.languages = frame.languages(|other| {
        let same = other.topics.iter().find(|other| other.id == topic.id)?;
        Some(translated(same.route.clone()))
    });
    let shown = frame
        .stage
        .topic(&frame.scope, frame.edition, topic, &mut frame.faults);
    view.head.title = frame.tab_title(&shown.title);
    let title = frame.say("topics");
    let list = frame.edition.topics_route().map(|route| Link {
        title,
        url: frame.stage.address(&frame.scope, &route),
    });
    view.breadcrumbs = std::iter::once(home(frame)).chain(list).collect();
    view.topic = Some(shown);
    let size = frame.stage.campaign.settings.paginate_by;
    fill_list(
        frame,
        &Shown {
            entries: &topic.pages,
            size,
            number,
            first: &topic.route,
        },
        &mut view,
    );
    address(frame, &mut view);
    view
}

/// Lists are made anew in each language.
fn translated(route: Route) -> Counterpart {
    Counterpart {
        route,
        is_translated: true,
    }
}

fn all(frame: &mut Frame<'_>) -> Vec<crate::render::view::TopicView> {
    let (stage, edition) = (frame.stage, frame.edition);
    edition
        .topics
        .iter()
        .map(|topic| stage.topic(&frame.scope, edition, topic, &mut frame.faults))
        .collect()
}

fn home(frame: &mut Frame<'_>) -> Link {
    frame
        .stage
        .link_to(&frame.scope, frame.edition, 0, &mut frame.faults)
}

fn address(frame: &Frame<'_>, view: &mut View) {
    let audience = frame.audience();
    view.head.canonical = Some(frame.stage.permalink(audience, &frame.scope.route));
    view.head.robots = (!audience.indexed).then_some("noindex");
}
