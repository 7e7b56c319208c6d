//! The live channel: server-sent events that say that there is news, and nothing of what it is.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::desk::Desk;

/// Often enough that a browser finds out that the server is gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A stream of news: first how things stand, then each time that they change. Whoever is slow gets
/// the last news only.
pub fn stream(desk: &Desk) -> Response {
    let news = desk.listen();
    let events = stream::unfold((news, true), |(mut news, is_first)| async move {
        if !is_first {
            news.changed().await.ok()?;
        }
        let pulse = *news.borrow_and_update();
        let data = serde_json::to_string(&pulse).expect("numbers have a form in JSON");
        let event = Event::default().event("pulse").data(data);
        Some((Ok::<_, Infallible>(event), (news, false)))
    });
    Sse::new(events)
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response()
}
