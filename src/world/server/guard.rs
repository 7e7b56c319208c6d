//! Who may ask for what. A preview shows drafts, so no page of another site may read it through
//! somebody's browser, and a browser must not be talked into giving orders.

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};

/// The folder of the server's own files.
pub const OWN: &str = "/_campaign/";

/// The one address that takes orders.
pub const OPEN: &str = "/_campaign/open";

/// Whether a request may be answered.
///
/// # Errors
/// The status that refuses it.
pub fn admit(method: &Method, uri: &Uri, headers: &HeaderMap, port: u16) -> Result<(), StatusCode> {
    let is_order = uri.path() == OPEN;
    let is_allowed = match *method {
        Method::GET | Method::HEAD => !is_order,
        Method::POST => is_order,
        _ => false,
    };
    if !is_allowed {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    if !is_ours(uri, headers, port) || is_from_elsewhere(uri, headers, port) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(())
}

/// Whether the request names this server. A foreign name that leads here is an attack (DNS
/// rebinding): to the browser its page and ours are one site.
fn is_ours(uri: &Uri, headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let is_loopback = |name: &str| names(port).any(|known| known.eq_ignore_ascii_case(name));
    host.to_str().is_ok_and(is_loopback)
        && uri
            .authority()
            .is_none_or(|authority| is_loopback(authority.as_str()))
}

/// Whether a page of another site made the browser ask. Following a link to here is fine.
fn is_from_elsewhere(uri: &Uri, headers: &HeaderMap, port: u16) -> bool {
    let says = |name: &str, words: &[&str]| {
        headers
            .get(name)
            .is_some_and(|value| words.iter().any(|word| value == word))
    };
    if let Some(origin) = headers.get(header::ORIGIN) {
        let is_known = names(port).any(|name| origin == format!("http://{name}").as_str());
        if !is_known {
            return true;
        }
    }
    let is_visit = says("sec-fetch-mode", &["navigate"])
        && says("sec-fetch-dest", &["document"])
        && uri.path() != OPEN;
    headers.contains_key("sec-fetch-site")
        && !says("sec-fetch-site", &["same-origin", "none"])
        && !is_visit
}

/// The names that lead here and nowhere else, with the port.
fn names(port: u16) -> impl Iterator<Item = String> {
    ["localhost", "127.0.0.1", "[::1]"]
        .into_iter()
        .map(move |host| match port {
            80 => host.to_owned(),
            port => format!("{host}:{port}"),
        })
}

/// What every answer says.
pub fn protect(headers: &mut HeaderMap) {
    let fixed = [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "no-referrer"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Pages bring their own policy along; who may frame them cannot be said there.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("frame-ancestors 'self'"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: Method, uri: &str, headers: &[(&str, &str)], expected: u16) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name: axum::http::HeaderName = name.parse().unwrap();
            map.append(name, value.parse().unwrap());
        }
        let status = admit(&method, &uri.parse().unwrap(), &map, 4321)
            .map_or_else(|status| status.as_u16(), |()| 200);
        assert_eq!(status, expected, "{method} {uri} {headers:?}");
    }

    #[test]
    fn only_our_own_names() {
        for host in [
            "localhost:4321",
            "127.0.0.1:4321",
            "[::1]:4321",
            "LOCALHOST:4321",
        ] {
            check(Method::GET, "/", &[("host", host)], 200);
        }
        for host in [
            "evil.example",
            "evil.example:4321",
            "localhost",
            "localhost:80",
            "localhost.:4321",
            "localhost.evil:4321",
            "a.localhost:4321",
            "127.0.0.1.evil:4321",
            "127.1:4321",
            "",
        ] {
            check(Method::GET, "/", &[("host", host)], 403);
        }
        check(Method::GET, "/", &[], 403);
        let twice = [("host", "localhost:4321"), ("host", "localhost:4321")];
        check(Method::GET, "/", &twice, 403);
        let absolute = "http://evil.example/";
        check(Method::GET, absolute, &[("host", "localhost:4321")], 403);
    }

    #[test]
    fn only_our_own_pages() {
        let check = |uri: &str, headers: &[(&str, &str)], expected| {
            let headers = [&[("host", "localhost:4321")], headers].concat();
            check(Method::GET, uri, &headers, expected);
        };
        check("/", &[("origin", "http://localhost:4321")], 200);
        check("/", &[("origin", "https://localhost:4321")], 403);
        check("/", &[("origin", "http://localhost:3000")], 403);
        check("/", &[("origin", "null")], 403);
        check("/", &[("sec-fetch-site", "same-origin")], 200);
        check("/", &[("sec-fetch-site", "none")], 200);
        check("/", &[("sec-fetch-site", "cross-site")], 403);
        check("/", &[("sec-fetch-site", "same-site")], 403);
        let visit = |dest| {
            [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", dest),
            ]
        };
        check("/", &visit("document"), 200);
        check("/", &visit("iframe"), 403);
    }

    #[test]
    fn only_reading_and_one_order() {
        let host = [("host", "localhost:4321")];
        check(Method::HEAD, "/", &host, 200);
        check(Method::POST, OPEN, &host, 200);
        check(Method::GET, OPEN, &host, 405);
        for method in [
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::OPTIONS,
            Method::TRACE,
        ] {
            check(method, "/", &host, 405);
        }
    }
}
