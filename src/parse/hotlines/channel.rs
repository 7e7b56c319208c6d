//! A way to reach a line: a number that can be dialled, or an address.

use super::{opening, required};
use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::hotline::{Channel, ChannelKind};
use crate::model::locale::{Locale, LocaleTag};
use crate::parse::phone::{self, Refusal, Use};
use crate::parse::value::{Fields, Table};
use crate::parse::{locale, localized};
use crate::rules;
use crate::source::Span;

/// The channel that a table of the register describes; none when it leads nowhere.
pub fn parse(
    table: &Table,
    place: &Place,
    country: &str,
    locales: &[Locale],
) -> Diagnosed<Option<Channel>> {
    let kinds = ChannelKind::ALL.map(|kind| (kind.as_str(), kind));
    let mut faults = Vec::new();
    let mut fields = Fields::new(table, &place.path, place.span, &mut faults);
    let kind = required(&mut fields, "kind", |fields, key| {
        fields.choice(key, &kinds)
    });
    let keyword = fields.string("keyword");
    let hours = localized::read(&mut fields, "hours", locales);
    let open = opening::parse(&mut fields, "open");
    let cost = localized::read(&mut fields, "cost", locales);
    let languages = languages(&mut fields);
    let interpreter = fields.boolean("interpreter").unwrap_or(false);
    let free = fields.boolean("free").unwrap_or(false);
    let reach = kind.and_then(|kind| reach(&mut fields, kind, country, keyword.as_deref()));
    if kind.is_none() {
        // Which of them it should have cannot be said.
        fields.entry("number");
        fields.entry("address");
    }
    fields.finish();
    let channel = kind.zip(reach).map(|(kind, reach)| Channel {
        kind,
        display: reach.display,
        href: reach.href,
        dial: reach.dial,
        hours,
        open,
        keyword,
        languages,
        interpreter,
        free,
        cost,
        span: place.span,
    });
    Diagnosed::new(channel, faults)
}

fn languages(fields: &mut Fields<'_>) -> Vec<LocaleTag> {
    let mut languages = Vec::new();
    for (tag, span) in fields.strings("languages").unwrap_or_default() {
        match locale::canonical(&tag) {
            Some(tag) => languages.push(tag),
            None => fields.refuse("languages", &tag, span, "\"es\", \"nah\"…"),
        }
    }
    languages
}

/// What is shown of a channel, where its link leads, and what a telephone dials.
struct Reach {
    display: String,
    href: Option<String>,
    dial: Option<String>,
}

impl Reach {
    fn address(display: impl Into<String>, href: Option<String>) -> Self {
        Self {
            display: display.into(),
            href,
            dial: None,
        }
    }
}

fn reach(
    fields: &mut Fields<'_>,
    kind: ChannelKind,
    country: &str,
    keyword: Option<&str>,
) -> Option<Reach> {
    match kind {
        ChannelKind::Email => email(fields),
        ChannelKind::Chat | ChannelKind::Web => web(fields),
        ChannelKind::InPerson => {
            required(fields, "address", Fields::string).map(|address| Reach::address(address, None))
        }
        ChannelKind::Voice | ChannelKind::Text | ChannelKind::Whatsapp | ChannelKind::Tty => {
            number(fields, kind, country, keyword)
        }
    }
}

fn email(fields: &mut Fields<'_>) -> Option<Reach> {
    let text = required(fields, "address", Fields::string)?;
    if !is_mail_address(&text) {
        fields.invalid_entry("address", "\"help@example.org\"");
        return None;
    }
    let href = format!("mailto:{text}");
    Some(Reach::address(text, Some(href)))
}

/// Whether a text can be written to, as far as its form can tell.
fn is_mail_address(text: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._+-".contains(c))
    };
    text.split_once('@')
        .is_some_and(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
}

fn web(fields: &mut Fields<'_>) -> Option<Reach> {
    let text = required(fields, "address", Fields::string)?;
    if !::url::Url::parse(&text).is_ok_and(|url| url.scheme() == "https") {
        fields.invalid_entry("address", "\"https://…\"");
        return None;
    }
    let shown = text.trim_start_matches("https://").trim_end_matches('/');
    Some(Reach::address(shown, Some(text.clone())))
}

fn number(
    fields: &mut Fields<'_>,
    kind: ChannelKind,
    country: &str,
    keyword: Option<&str>,
) -> Option<Reach> {
    let text = required(fields, "number", Fields::string)?;
    let purpose = match kind {
        ChannelKind::Text => Use::Text,
        _ => Use::Call,
    };
    let number = match phone::parse(&text, country, purpose) {
        Ok(number) => number,
        Err(refusal) => {
            let place = Place::new(fields.path(), span_of(fields, "number"));
            fields.fault(refused(&text, country, refusal).at(place));
            return None;
        }
    };
    // A short code has no form that a link could dial from abroad; at home it dials as it is.
    let href = match kind {
        ChannelKind::Text => {
            // The message that a text line expects (RFC 5724).
            let body = keyword.map_or_else(String::new, |word| format!("?body={word}"));
            format!("sms:{}{body}", number.dial)
        }
        ChannelKind::Whatsapp => format!("https://wa.me/{}", number.dial.trim_start_matches('+')),
        _ => format!("tel:{}", number.dial),
    };
    Some(Reach {
        display: number.national,
        href: Some(href),
        dial: Some(number.dial),
    })
}

fn refused(text: &str, country: &str, refusal: Refusal) -> Diagnostic {
    let (rule, now) = match refusal {
        Refusal::Impossible => (&rules::INVALID_NUMBER, None),
        Refusal::Obsolete(now) => (&rules::OBSOLETE_PREFIX, Some(now)),
    };
    Diagnostic::new(rule)
        .with("number", text)
        .with("country", country)
        .suggest(now.map(|now| format!("\"{now}\"")))
}

fn span_of(fields: &mut Fields<'_>, key: &'static str) -> Span {
    fields
        .entry(key)
        .map_or_else(Span::default, |entry| entry.value.span)
}
