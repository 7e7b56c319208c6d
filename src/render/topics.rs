//! Topics: the list of all, and the pages of each.

use crate::model::route::Route;
use crate::render::frame::Frame;
use crate::render::page::{Shown, fill_list};
use crate::render::view::{Link, View};

/// The list of all topics of an edition.
pub fn topics(frame: &mut Frame<'_>) -> View {
    let mut view = frame.view("topics", None);
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
    let shown = frame
        .stage
        .topic(&frame.scope, frame.edition, topic, &mut frame.faults);
    view.head.title = frame.tab_title(&shown.title);
    let folder = Route::new([topic.route.folder()]);
    let list = Route::new([folder.folder(), "index.html"]);
    let title = frame.say("topics");
    view.breadcrumbs = vec![
        home(frame),
        Link {
            title,
            url: frame.stage.address(&frame.scope, &list),
        },
    ];
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
