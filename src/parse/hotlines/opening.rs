//! `open = { days = "mon-fri", from = "09:00", to = "17:00", zone = "America/Mexico_City" }` →
//! opening hours.

use super::required;
use crate::model::opening::{Opening, TimeOfDay, Weekday};
use crate::parse::value::Fields;

/// The opening hours of this key, when they are there and complete.
pub fn parse(fields: &mut Fields<'_>, key: &'static str) -> Option<Opening> {
    let (table, span) = fields.table(key)?;
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let days = read(&mut inner, "days", "\"mon-sun\", \"mon, wed, fri\"", days);
    let from = read(&mut inner, "from", "\"09:00\"", TimeOfDay::parse);
    let to = read(&mut inner, "to", "\"17:30\", \"24:00\"", TimeOfDay::parse);
    let zone = read(&mut inner, "zone", "\"America/Mexico_City\"", zone);
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    Some(Opening {
        days: days?,
        from: from?,
        to: to?,
        zone: zone?,
    })
}

fn read<T>(
    fields: &mut Fields<'_>,
    key: &'static str,
    expected: &str,
    convert: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = required(fields, key, Fields::string)?;
    let value = convert(&text);
    if value.is_none() {
        fields.invalid_entry(key, expected);
    }
    value
}

/// `mon-fri`, `sat`, `mon, wed-fri`: the days in the order of the week, each once.
fn days(text: &str) -> Option<Vec<Weekday>> {
    let mut days = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (Weekday::find(first.trim())?, Weekday::find(last.trim())?);
        let from = Weekday::ALL
            .into_iter()
            .cycle()
            .skip_while(|day| *day != first);
        // `fri-mon` goes over the end of the week.
        for day in from.take(Weekday::ALL.len()) {
            days.push(day);
            if day == last {
                break;
            }
        }
    }
    days.sort();
    days.dedup();
    Some(days)
}

/// A name of the form that the time zone database uses; which names it has changes each year.
fn zone(text: &str) -> Option<String> {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-+".contains(&byte))
    };
    let parts = text.split('/').count();
    let is_zone = text == "UTC" || (2..=3).contains(&parts) && text.split('/').all(is_part);
    is_zone.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_may_go_over_the_end_of_the_week() {
        let check = |text: &str, expected: Option<&str>| {
            let found = days(text).map(|days| {
                let words: Vec<&str> = days.into_iter().map(Weekday::as_str).collect();
                words.join(" ")
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("mon-fri", Some("mon tue wed thu fri"));
        check("fri-mon", Some("mon fri sat sun"));
        check("sat, mon-tue, mon", Some("mon tue sat"));
        check("mon-", None);
        check("Monday", None);
    }

    #[test]
    fn a_day_ends_at_24() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                TimeOfDay::parse(text)
                    .map(|time| time.to_string())
                    .as_deref(),
                expected
            );
        };
        check("00:00", Some("00:00"));
        check("24:00", Some("24:00"));
        check("24:01", None);
        check("9:00", None);
        check("09:60", None);
    }

    #[test]
    fn a_zone_is_a_place() {
        assert!(zone("America/Mexico_City").is_some());
        assert!(zone("America/Argentina/Salta").is_some());
        assert!(zone("UTC").is_some());
        assert!(zone("EST").is_none());
        assert!(zone("mexico").is_none());
    }
}
