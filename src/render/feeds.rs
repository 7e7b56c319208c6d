//! Feeds: the newest pages of an edition for readers and newsrooms, as Atom (RFC 4287) and as JSON
//! Feed 1.1. Summaries only: the text itself stays where its links and its exit control are.

use serde_json::json;

use crate::model::date::Date;
use crate::model::route::Route;
use crate::model::site::EditionPage;
use crate::render::frame::Frame;
use crate::render::xml::Xml;

/// How many entries a feed has: about what feed readers show at first.
const LENGTH: usize = 20;

/// The pages with a date, newest first.
fn newest<'a>(frame: &Frame<'a>) -> Vec<(&'a EditionPage, Date)> {
    let edition = frame.edition;
    let mut dated: Vec<(&EditionPage, Date)> = edition
        .pages
        .iter()
        .filter(|page| page.written_in == edition.edition.locale)
        .filter_map(|page| Some((page, page.front.date?)))
        .collect();
    dated.sort_by(|a, b| (b.1, &a.0.key).cmp(&(a.1, &b.0.key)));
    dated.truncate(LENGTH);
    dated
}

/// A day as a moment: feeds know no days.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

fn last_change(page: &EditionPage, date: Date) -> Date {
    page.front.updated.unwrap_or(date).max(date)
}

/// The Atom feed.
pub fn atom(frame: &mut Frame<'_>) -> Vec<u8> {
    let entries = newest(frame);
    let title = frame.tab_title("");
    let (stage, audience, edition) = (frame.stage, frame.audience(), frame.edition);
    let own = stage.permalink(audience, &Route::new([edition.root.as_str(), "feed.xml"]));
    let home = stage.permalink(audience, &edition.pages[0].route);
    let updated = entries
        .iter()
        .map(|(page, date)| last_change(page, *date))
        .max();
    let mut xml = Xml::new();
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", edition.edition.locale.as_str()),
    ];
    xml.element("feed", &attributes, |xml| {
        xml.text("title", &[], &title);
        xml.text("id", &[], &own);
        xml.empty(
            "link",
            &[
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", &own),
            ],
        );
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &home)],
        );
        xml.text("updated", &[], &updated.map(moment).unwrap_or_default());
        xml.element("author", &[], |xml| xml.text("name", &[], &title));
        for (page, date) in &entries {
            let summary = stage.campaign.summary(edition, page);
            let link = stage.permalink(audience, &page.route);
            xml.element("entry", &[], |xml| {
                xml.text("title", &[], &page.front.title);
                xml.text("id", &[], &link);
                xml.empty(
                    "link",
                    &[("rel", "alternate"), ("type", "text/html"), ("href", &link)],
                );
                xml.text("published", &[], &moment(*date));
                xml.text("updated", &[], &moment(last_change(page, *date)));
                if let Some(description) = summary.description() {
                    xml.text("summary", &[], description);
                }
            });
        }
    });
    xml.into_bytes()
}

/// The JSON feed.
pub fn json_feed(frame: &mut Frame<'_>) -> Vec<u8> {
    let entries = newest(frame);
    let title = frame.tab_title("");
    let (stage, audience, edition) = (frame.stage, frame.audience(), frame.edition);
    let items: Vec<_> = entries
        .iter()
        .map(|(page, date)| {
            let summary = stage.campaign.summary(edition, page);
            let link = stage.permalink(audience, &page.route);
            json!({
                "id": link,
                "url": link,
                "title": page.front.title,
                "content_text": summary.description().unwrap_or(summary.title()),
                "date_published": moment(*date),
                "date_modified": moment(last_change(page, *date)),
            })
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "language": edition.edition.locale.as_str(),
        "home_page_url": stage.permalink(audience, &edition.pages[0].route),
        "feed_url": stage.permalink(audience, &Route::new([edition.root.as_str(), "feed.json"])),
        "items": items,
    });
    let mut bytes = serde_json::to_vec_pretty(&feed).expect("a JSON value serializes");
    bytes.push(b'\n');
    bytes
}
