//! The policy: what a server says with every file, so that a browser keeps a visit private.
//!
//! This is the one table. The header files of every host, the `meta` elements of the templates,
//! the audit and the tests that start real servers all read it.

use crate::model::audience::Audience;
use crate::model::settings::{Settings, Transport};

/// How a directive of the Content-Security-Policy can reach a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// In a header.
    Header,
    /// In a `meta` element, where CSP 3 §3.3 leaves `frame-ancestors`, `report-uri` and `sandbox`
    /// without effect.
    Meta,
}

/// The directives of the Content-Security-Policy, and whether a `meta` element can hold them.
///
/// Fonts, connections and manifests are refused by `default-src`. Workers have a line of their own,
/// since without one they would follow `script-src` (CSP 3 §6.1.14) and be allowed.
const DIRECTIVES: [(&str, &str, Delivery); 8] = [
    ("default-src", "'none'", Delivery::Meta),
    ("style-src", "'self'", Delivery::Meta),
    ("img-src", "'self' data:", Delivery::Meta),
    ("script-src", "'self'", Delivery::Meta),
    ("worker-src", "'none'", Delivery::Meta),
    ("form-action", "'none'", Delivery::Meta),
    ("base-uri", "'none'", Delivery::Meta),
    ("frame-ancestors", "'none'", Delivery::Header),
];

/// The features of a browser that no page of a campaign uses: those of the Permissions Policy that
/// sense, record, identify, pay or reach another device. Names are those that Chromium 156 knows;
/// others only fill its console with warnings.
const FEATURES: [&str; 34] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// One year, in seconds: the least that browsers' preload lists ask for, and the most that
/// RFC 9111 caches are expected to honour.
const YEAR: u32 = 31_536_000;

/// A header of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// Its value: printable ASCII without `"` and `\`, so that every host's file can quote it.
    pub value: String,
}

/// How long a browser may keep a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Not at all: no copy stays on the device.
    Never,
    /// As long as the server confirms it each time.
    Confirmed,
    /// A year: its name changes with its content.
    Year,
}

impl Freshness {
    /// How long pages of an audience may be kept.
    pub fn of_pages(audience: &Audience) -> Self {
        match audience.discreet {
            true => Self::Never,
            false => Self::Confirmed,
        }
    }

    /// The value of `Cache-Control`.
    pub fn cache_control(self) -> String {
        match self {
            Self::Never => "no-store".to_owned(),
            Self::Confirmed => "public, max-age=0, must-revalidate".to_owned(),
            Self::Year => format!("public, max-age={YEAR}, immutable"),
        }
    }
}

/// The name of the header that [`Freshness`] is sent in.
pub const CACHE_CONTROL: &str = "Cache-Control";

/// The headers that every file is sent with, whatever it is.
pub fn headers(settings: &Settings) -> Vec<Header> {
    let fixed = [
        (
            "Content-Security-Policy",
            content_security_policy(Delivery::Header),
        ),
        ("Referrer-Policy", REFERRER.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Permissions-Policy", permissions_policy()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ];
    // Only the organisation knows whether all of its host speaks TLS, today and for a year to come.
    let transport = match settings.transport {
        Transport::Any => None,
        Transport::Secure => Some(("Strict-Transport-Security", format!("max-age={YEAR}"))),
    };
    fixed
        .into_iter()
        .chain(transport)
        .map(|(name, value)| Header { name, value })
        .collect()
}

/// The policy for other sites' addresses: nobody learns where a visitor came from.
pub const REFERRER: &str = "no-referrer";

/// The Content-Security-Policy as far as `delivery` can carry it.
pub fn content_security_policy(delivery: Delivery) -> String {
    DIRECTIVES
        .iter()
        .filter(|(_, _, least)| delivery == Delivery::Header || *least == Delivery::Meta)
        .map(|(name, sources, _)| format!("{name} {sources}"))
        .collect::<Vec<_>>()
        .join("; ")
}

fn permissions_policy() -> String {
    FEATURES.map(|feature| format!("{feature}=()")).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meta_element_holds_what_it_can() {
        assert_eq!(
            content_security_policy(Delivery::Meta),
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
             worker-src 'none'; form-action 'none'; base-uri 'none'"
        );
        assert!(content_security_policy(Delivery::Header).ends_with("; frame-ancestors 'none'"));
    }

    #[test]
    fn permissions_are_in_the_current_syntax() {
        let policy = permissions_policy();
        assert!(policy.starts_with("accelerometer=(), autoplay=(), "));
        assert!(policy.contains("geolocation=()"));
        assert!(!policy.contains('\''));
    }
}
