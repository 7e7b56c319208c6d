//! The rows J01–J12 of the faults that previews had: who may read, and who may give orders.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::{Answer, LIMIT, PAGE, Preview, SOURCE, command, copy_example};

/// J09, J11: no page frames ours, no window reaches it, and nothing stays in the browser.
#[test]
fn every_answer_carries_its_headers() {
    let preview = Preview::new();
    for path in [
        "/en/",
        "/nowhere",
        "/_campaign/",
        "/_campaign/live.js",
        "/robots.txt",
        "/_campaign/x",
    ] {
        let headers = preview.get(path).headers;
        let expected = [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("x-frame-options", "SAMEORIGIN"),
        ];
        for (name, value) in expected {
            assert_eq!(headers[name], value, "{name} of {path}");
        }
        let policy = &headers["content-security-policy"];
        assert!(policy.contains("frame-ancestors"), "{path}: {policy}");
        let is_foreign =
            |name: &&String| name.starts_with("access-control") || *name == "set-cookie";
        assert!(!headers.keys().any(|name| is_foreign(&name)), "{path}");
    }
}

/// J01: Vite's variants, traversal and noise.
#[test]
fn nothing_but_the_site_can_be_read() {
    let preview = Preview::new();
    std::fs::write(preview.path("secret.txt"), "SECRET-7131").unwrap();
    let secret = preview.path("secret.txt").display().to_string();
    let mut paths = vec![
        format!("/@fs{secret}"),
        format!("/@fs/{secret}?raw"),
        format!("/{secret}"),
    ];
    // The variants by which Vite's server was made to give files away (CVE-2025-30208 and later).
    for tail in [
        "",
        "?raw",
        "?raw??",
        "?import&raw??",
        "?url",
        "?inline",
        "?import",
        "#x",
        "?.svg",
        "?.wasm?init",
        "%00",
        ";.html",
        "::$DATA",
        "/.",
    ] {
        for head in [
            "/secret.txt",
            "/../secret.txt",
            "/../../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "//secret.txt",
            "/./secret.txt",
            "/en/../../secret.txt",
            "/en/..%2f..%2fsecret.txt",
            "/%252e%252e%252fsecret.txt",
            "/@fs/secret.txt",
            "/@id/secret.txt",
            "/_campaign/../secret.txt",
            "/_campaign/..%2f..%2fsecret.txt",
            "/campaign.toml",
            "/content/about/en.md",
            "/_campaign/map?path=/../secret.txt",
            "/_campaign/faults?path=%2f..%2fsecret.txt",
        ] {
            paths.push(format!("{head}{tail}"));
        }
    }
    for path in &paths {
        let bytes = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            preview.port
        );
        let answer = String::from_utf8_lossy(&preview.send(bytes.as_bytes())).into_owned();
        assert!(!answer.contains("SECRET-7131"), "{path}");
        assert!(!answer.contains("source_locale"), "{path}");
    }
    // Request lines of random bytes: whatever comes back, the server goes on.
    let mut state = 7u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let alphabet = b"/.%\\?#&=:;@ \t\r\n\0aAzZ09_-~\xc3\xb1\xff<>\"'{}|^`+$!*(),[]";
    for _ in 0..3_000 {
        let length = random() % 60;
        let mut bytes = if random() % 4 == 0 {
            Vec::new()
        } else {
            b"GET /".to_vec()
        };
        bytes.extend(
            (0..length)
                .map(|_| alphabet[usize::try_from(random() % alphabet.len() as u64).unwrap()]),
        );
        bytes.extend(
            format!(
                " HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
                preview.port
            )
            .bytes(),
        );
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_millis(300)))
            .unwrap();
        let _ = stream.write_all(&bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(!String::from_utf8_lossy(&answer).contains("SECRET-7131"));
    }
    assert_eq!(preview.get(PAGE).status, 200);
}

/// J02, J03: a foreign name and a foreign page. What Chromium makes of it is in `tests/browser`.
#[test]
fn other_sites_are_turned_away() {
    let preview = Preview::new();
    let port = preview.port;
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("localhost.:{port}"),
        "localhost:1".to_owned(),
        String::new(),
    ] {
        assert_eq!(
            preview.request("GET /en/", &[("Host", &host)]).status,
            403,
            "{host}"
        );
    }
    let bare = Answer::of(&preview.send(b"GET /en/ HTTP/1.0\r\n\r\n"));
    assert_eq!(bare.status, 403);
    for origin in ["http://evil.example", "null", "http://localhost:1"] {
        assert_eq!(
            preview.request("GET /en/", &[("Origin", origin)]).status,
            403,
            "{origin}"
        );
    }
    assert_eq!(
        preview
            .request("GET /en/", &[("Sec-Fetch-Site", "cross-site")])
            .status,
        403
    );
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW",
    ] {
        assert_eq!(
            preview.request(&format!("{method} /en/"), &[]).status,
            405,
            "{method}"
        );
    }
    let head = preview.request("HEAD /en/", &[]);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

/// J04: news and orders.
#[test]
fn news_and_orders_need_the_token() {
    let preview = Preview::new();
    for path in [
        "/_campaign/live",
        "/_campaign/live?token=",
        "/_campaign/live?token=0123456789abcdef0123456789abcdef",
    ] {
        assert_eq!(preview.get(path).status, 403, "{path}");
    }
    let session = preview.json("/_campaign/session");
    let token = session["token"].as_str().unwrap();
    let foreign = [("Origin", "http://evil.example")];
    assert_eq!(
        preview
            .request(&format!("GET /_campaign/live?token={token}"), &foreign)
            .status,
        403
    );
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    write!(
        stream,
        "GET /_campaign/live?token={token} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
        preview.port
    )
    .unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    let first = lines.find(|line| line.starts_with("data:")).unwrap();
    preview.settle();
    preview.write(SOURCE, &(preview.read(SOURCE) + "\n\nCONFIDENTIAL\n"));
    let mut revision = 0;
    while revision < 2 {
        let line = lines.find(|line| line.starts_with("data:")).unwrap();
        let data: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(&line["data:".len()..]).unwrap();
        assert!(
            data.values()
                .all(|value| value.is_u64() || value.is_boolean()),
            "{line}"
        );
        revision = data["revision"].as_u64().unwrap();
    }
    assert!(first.contains("\"revision\":1"), "{first}");
    let order = |token: &str, body: &str| {
        let text = format!(
            "POST /_campaign/open HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\nX-Campaign-Token: {token}\r\nContent-Length: {}\r\n\r\n{body}",
            preview.port,
            body.len()
        );
        Answer::of(&preview.send(text.as_bytes())).status
    };
    assert_eq!(order("wrong", "{}"), 403);
    assert_eq!(order(token, "{}"), 400);
    assert_eq!(order(token, r#"{"path":"../../etc/passwd","line":1}"#), 404);
    assert_eq!(order(token, &"x".repeat(100_000)), 413);
}

/// J07, J10: clients that want too much, and a port that somebody has.
#[test]
fn the_next_port_is_taken_and_clients_are_bounded() {
    let preview = Preview::new();
    let second = Preview::start(
        {
            let folder = tempfile::tempdir().unwrap();
            copy_example(folder.path());
            folder
        },
        {
            let folder = preview.folder.path().to_owned();
            let mut command = command(&folder, preview.port);
            command.arg("--poll");
            command
        },
    );
    assert!(second.port > preview.port);
    // More than a header may hold.
    let long = format!(
        "GET /en/ HTTP/1.1\r\nHost: localhost:{}\r\nX: {}\r\n\r\n",
        preview.port,
        "x".repeat(1 << 20)
    );
    let refused = Answer::of(&preview.send(long.as_bytes()));
    assert!([0, 400, 431].contains(&refused.status), "{refused:?}");
    // Many who say nothing do not lock the others out for long.
    let silent: Vec<TcpStream> = (0..200)
        .filter_map(|_| TcpStream::connect(("127.0.0.1", preview.port)).ok())
        .collect();
    drop(silent);
    preview.wait(PAGE, |answer| answer.status == 200);
}

/// J05: nobody but this machine is listened to.
#[cfg(target_os = "linux")]
#[test]
fn only_this_machine_is_listened_to() {
    let preview = Preview::new();
    let port = format!(":{:04X}", preview.port);
    let listening = |table: &str| -> Vec<String> {
        let table = std::fs::read_to_string(table).unwrap_or_default();
        let fields = |line: &str| {
            line.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let rows = table.lines().map(fields);
        // The state 0A is LISTEN.
        rows.filter(|row| row.len() > 3 && row[3] == "0A" && row[1].ends_with(&port))
            .map(|row| row[1].trim_end_matches(&port).to_owned())
            .collect()
    };
    assert_eq!(listening("/proc/net/tcp"), ["0100007F"]);
    let second = listening("/proc/net/tcp6");
    let loopback = "00000000000000000000000001000000";
    assert!(
        second.iter().all(|address| address == loopback),
        "{second:?}"
    );
}
