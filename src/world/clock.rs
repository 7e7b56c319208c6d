//! The clock and the environment: asked once, at the start of a command.

use std::time::Instant;

use crate::model::date::Date;

/// The day it is, in coordinated universal time: the same on every machine of a team.
/// `SOURCE_DATE_EPOCH` (reproducible-builds.org) says which day to take instead.
pub fn today() -> Date {
    let seconds = variable("SOURCE_DATE_EPOCH").and_then(|text| text.parse().ok());
    let now = seconds
        .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
        .unwrap_or_else(jiff::Timestamp::now);
    let day = jiff::tz::Offset::UTC.to_datetime(now).date();
    Date::new(day.year(), day.month(), day.day()).expect("a day of the clock is a day")
}

/// The moment from which a command is timed.
pub fn start() -> Instant {
    Instant::now()
}

/// A variable of the environment that is set, not empty, and text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
