//! Opening hours for machines: on which days, from when to when, by the clock of which place.

use std::fmt;

/// A day of the week, Monday first (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// The days in their order.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The word for it in the register.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Monday => "mon",
            Self::Tuesday => "tue",
            Self::Wednesday => "wed",
            Self::Thursday => "thu",
            Self::Friday => "fri",
            Self::Saturday => "sat",
            Self::Sunday => "sun",
        }
    }

    /// The day of this word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.as_str() == word)
    }
}

/// A time of day, from 00:00 to 24:00, the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    /// The start of the day.
    pub const START: Self = Self { minutes: 0 };
    /// The end of the day.
    pub const END: Self = Self { minutes: 24 * 60 };

    /// The time of this hour and minute, if there is one.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let time = Self {
            minutes: hour.checked_mul(60)?.checked_add(minute)?,
        };
        (minute < 60 && time <= Self::END).then_some(time)
    }

    /// The time of a text such as `09:30`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |text: &str| text.parse().ok().filter(|_| text.len() == 2);
        Self::new(number(hour)?, number(minute)?)
    }

    /// The same for readers that know no 24:00: the last minute of the day instead.
    pub fn within_day(self) -> String {
        match self {
            Self::END => "23:59".to_owned(),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for TimeOfDay {
    /// `09:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// When somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The days, in their order.
    pub days: Vec<Weekday>,
    /// From when.
    pub from: TimeOfDay,
    /// Until when; before `from` it means the next day.
    pub to: TimeOfDay,
    /// By the clock of which place: a name of the IANA time zone database.
    pub zone: String,
}

impl Opening {
    /// Whether somebody answers day and night.
    pub fn is_always(&self) -> bool {
        self.days.len() == Weekday::ALL.len()
            && self.from == TimeOfDay::START
            && self.to == TimeOfDay::END
    }

    /// Whether somebody answers at this hour on every day of the week, by the line's own clock.
    pub fn covers(&self, hour: TimeOfDay) -> bool {
        let is_open = match self.from <= self.to {
            true => (self.from..self.to).contains(&hour),
            false => hour >= self.from || hour < self.to,
        };
        self.days.len() == Weekday::ALL.len() && is_open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_may_be_covered_over_midnight() {
        let time = |text| TimeOfDay::parse(text).unwrap();
        let opening = |from, to, days: &[Weekday]| Opening {
            days: days.to_vec(),
            from: time(from),
            to: time(to),
            zone: "UTC".to_owned(),
        };
        let every_day = |from, to| opening(from, to, &Weekday::ALL);
        assert!(every_day("00:00", "24:00").covers(time("23:59")));
        assert!(every_day("20:00", "02:00").covers(time("01:30")));
        assert!(!every_day("20:00", "02:00").covers(time("02:00")));
        assert!(!every_day("09:00", "17:00").covers(time("17:00")));
        let weekdays = opening("00:00", "24:00", &Weekday::ALL[..5]);
        assert!(!weekdays.covers(time("12:00")));
    }
}
