//! The live preview, as a browser, an editor and an attacker meet it: the real program on a copy
//! of the example, over raw sockets.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use campaign::compile::{Options, compile};
use campaign::world::disk;

/// Long enough for a busy machine; nothing waits this long unless it is broken.
const LIMIT: Duration = Duration::from_secs(20);

const PAGE: &str = "/en/about/";
const SOURCE: &str = "content/about/en.md";

/// A preview of a copy of the example campaign, gone when dropped.
struct Preview {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
    log: PathBuf,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Copies the example campaign, which this repository is, to a folder.
pub fn copy_example(to: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir_all(to).unwrap();
    for part in ["campaign.toml", "content", "locales", "themes"] {
        for entry in walkdir::WalkDir::new(root.join(part)) {
            let entry = entry.unwrap();
            let path = to.join(entry.path().strip_prefix(root).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(path).unwrap();
            } else {
                std::fs::copy(entry.path(), path).unwrap();
            }
        }
    }
}

fn command(root: &Path, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_campaign"));
    command
        .args(["serve", "--lang", "en", "--date", "2026-11-24", "--root"])
        .arg(root)
        .args(["--port", &port.to_string()]);
    command
}

impl Preview {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_example(folder.path());
        let command = command(folder.path(), 0);
        Self::start(folder, command)
    }

    fn start(folder: tempfile::TempDir, mut command: Command) -> Self {
        let log = folder.path().join("serve.log");
        let err = std::fs::File::create(folder.path().join("serve.err")).unwrap();
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(err)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| {
                let rest = line.strip_prefix("The site: http://localhost:")?;
                rest.trim_end_matches('/').parse().ok()
            })
            .expect("the address is told");
        let mut file = std::fs::File::create(&log).unwrap();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = writeln!(file, "{line}");
            }
        });
        Self {
            folder,
            child,
            port,
            log,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Sends bytes as they are, and returns the whole answer.
    fn send(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        // A server that refuses early may close before all is sent.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    fn request(&self, line: &str, headers: &[(&str, &str)]) -> Answer {
        let mut text = format!("{line} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            text += &format!("Host: localhost:{}\r\n", self.port);
        }
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        Answer::of(&self.send((text + "\r\n").as_bytes()))
    }

    fn get(&self, path: &str) -> Answer {
        self.request(&format!("GET {path}"), &[])
    }

    /// Waits until the page has, or has no longer, a text.
    fn wait(&self, path: &str, is_so: impl Fn(&Answer) -> bool) -> Duration {
        let start = Instant::now();
        while !is_so(&self.get(path)) {
            assert!(start.elapsed() < LIMIT, "{path} does not change");
            std::thread::sleep(Duration::from_millis(2));
        }
        start.elapsed()
    }

    fn wait_for(&self, path: &str, text: &str) -> Duration {
        self.wait(path, |answer| answer.body.contains(text))
    }

    fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.get(path).body).unwrap()
    }

    fn settle(&self) {
        self.wait("/_campaign/board", |answer| {
            answer.body.contains("\"settled\":true")
        });
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let body = bytes.get(end + 4..).unwrap_or_default();
        Self {
            status: status.unwrap_or_default(),
            headers,
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }

    /// The body without the one marked script.
    fn page(&self) -> String {
        let Some(start) = self.body.find("<script src=\"/_campaign/live.js\"") else {
            return self.body.clone();
        };
        let end = start + self.body[start..].find("</script>").unwrap() + "</script>".len();
        format!("{}{}", &self.body[..start], &self.body[end..])
    }
}

/// What `build` would write for the campaign in `root`.
fn built(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let snapshot = disk::read(root).unwrap().value;
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let compiled = compile(&snapshot, &options).value.unwrap();
    compiled
        .site
        .entries
        .keys()
        .chain(compiled.site.offered.keys())
        .map(|route| {
            let bytes = compiled.render(route).unwrap().value.bytes;
            (route.to_string(), bytes)
        })
        .collect()
}

#[test]
fn shows_what_build_writes_and_one_script() {
    let preview = Preview::new();
    let files = built(preview.folder.path());
    assert!(files.len() > 100);
    for (route, bytes) in &files {
        let answer = preview.get(&format!("/{route}"));
        assert_eq!(answer.status, 200, "{route}");
        let expected = String::from_utf8_lossy(bytes);
        assert!(answer.page() == expected, "{route} differs");
        let scripts = answer.body.matches("/_campaign/").count();
        assert_eq!(scripts, usize::from(route.ends_with(".html")), "{route}");
        if let Some(folder) = route.strip_suffix("index.html") {
            let answer = preview.get(&format!("/{folder}"));
            assert!(answer.page() == expected, "{folder} differs");
        }
    }
    let lost = preview.get("/es/no-such-page/");
    assert_eq!(lost.status, 404);
    assert!(lost.page().as_bytes() == files["es/404.html"]);
    let lost = preview.get("/help/es/x");
    assert!(lost.page().as_bytes() == files["help/es/404.html"]);
    let folder = preview.get("/en/about");
    assert_eq!(folder.status, 307);
    assert_eq!(folder.headers["location"], "/en/about/");
    assert!(!preview.path("public").exists() && !preview.path(".campaign").exists());
}

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

#[test]
fn each_way_of_saving_is_seen() {
    let preview = Preview::new();
    let text = preview.read(SOURCE);
    let new = |mark: &str| format!("{text}\n\n{mark}\n");
    // In place.
    preview.write(SOURCE, &new("SAVE-1"));
    preview.wait_for(PAGE, "SAVE-1");
    // A new file in the place of the old one.
    preview.write("content/about/.en.md.new", &new("SAVE-2"));
    std::fs::rename(
        preview.path("content/about/.en.md.new"),
        preview.path(SOURCE),
    )
    .unwrap();
    preview.wait_for(PAGE, "SAVE-2");
    // The old one moved aside first.
    std::fs::rename(preview.path(SOURCE), preview.path("content/about/en.md~")).unwrap();
    preview.write(SOURCE, &new("SAVE-3"));
    preview.wait_for(PAGE, "SAVE-3");
    // With the time of the old one, as copying does.
    let time = preview.path(SOURCE).metadata().unwrap().modified().unwrap();
    preview.write(SOURCE, &new("SAVE-4"));
    std::fs::File::options()
        .write(true)
        .open(preview.path(SOURCE))
        .unwrap()
        .set_modified(time)
        .unwrap();
    preview.wait_for(PAGE, "SAVE-4");
    // A new page, another name for it, and gone.
    std::fs::create_dir(preview.path("content/extra")).unwrap();
    preview.write(
        "content/extra/en.md",
        "+++\ntitle = \"Extra\"\ndescription = \"Extra\"\nmissing = \"omit\"\n+++\n\nEXTRA\n",
    );
    preview.wait_for("/en/extra/", "EXTRA");
    std::fs::rename(preview.path("content/extra"), preview.path("content/other")).unwrap();
    preview.wait_for("/en/other/", "EXTRA");
    preview.wait("/en/extra/", |answer| answer.status == 404);
    std::fs::remove_dir_all(preview.path("content/other")).unwrap();
    preview.wait("/en/other/", |answer| answer.status == 404);
    // The theme, the messages and the settings.
    let sheet = "themes/faro/assets/faro.css";
    let before = preview.get(PAGE).body;
    preview.write(sheet, &(preview.read(sheet) + "\n/* more */\n"));
    preview.wait(PAGE, |answer| answer.body != before);
    let settings = preview.read("campaign.toml");
    preview.write(
        "campaign.toml",
        &settings.replace("https://example.org", "https://other.example"),
    );
    preview.wait_for(PAGE, "https://other.example/en/about/");
    let expected = built(preview.folder.path());
    for (route, bytes) in &expected {
        assert!(
            preview.get(&format!("/{route}")).page() == String::from_utf8_lossy(bytes),
            "{route}"
        );
    }
}

#[test]
fn rapid_saves_end_on_the_last_and_show_no_half_page() {
    let preview = Preview::new();
    let text = preview.read(SOURCE);
    std::thread::scope(|scope| {
        let saver = scope.spawn(|| {
            for number in 1..=1_000 {
                preview.write(
                    SOURCE,
                    &format!(
                        "{text}\n\nSAVE-{number:04}\n\n{}\n\nEND\n",
                        "word ".repeat(500)
                    ),
                );
                std::thread::sleep(Duration::from_micros(500));
            }
        });
        while !saver.is_finished() {
            let answer = preview.get(PAGE);
            assert_eq!(answer.status, 200);
            assert_eq!(
                answer.body.contains("SAVE-"),
                answer.body.contains("END"),
                "half a page"
            );
            assert!(answer.body.contains("</html>"));
        }
    });
    let took = preview.wait_for(PAGE, "SAVE-1000");
    assert!(took < Duration::from_secs(1), "{took:?}");
}

#[test]
fn a_folder_that_goes_away_comes_back() {
    let preview = Preview::new();
    assert_eq!(preview.get(PAGE).status, 200);
    std::fs::rename(preview.path("content"), preview.path("away")).unwrap();
    preview.wait("/_campaign/board", |answer| {
        answer.body.contains("\"severity\":\"error\"")
    });
    assert_eq!(preview.get(PAGE).status, 200, "the last good page stays");
    std::fs::rename(preview.path("away"), preview.path("content")).unwrap();
    preview.wait("/_campaign/board", |answer| {
        !answer.body.contains("\"severity\":\"error\"")
    });
    preview.write(SOURCE, &(preview.read(SOURCE) + "\n\nBACK-AGAIN\n"));
    preview.wait_for(PAGE, "BACK-AGAIN");
}

#[test]
fn a_fault_keeps_the_page_and_goes_when_it_is_mended() {
    let preview = Preview::new();
    let good = preview.get(PAGE).page();
    let text = preview.read(SOURCE);
    let faults = format!("/_campaign/faults?path={PAGE}");
    preview.write(
        SOURCE,
        &(text.clone() + "\n\n::: <img/src=x/onerror=alert(1)>\n:::\n\nNOT-YET\n"),
    );
    preview.wait(&faults, |answer| {
        answer.body.contains("\"severity\":\"error\"")
    });
    assert!(preview.get(PAGE).page() == good, "the last good page stays");
    let told = preview.json(&faults);
    assert_eq!(told["kept"], true);
    assert_eq!(told["cards"][0]["path"], SOURCE);
    let answer = preview.get(&faults);
    assert_eq!(answer.headers["content-type"], "application/json");
    preview.write(SOURCE, &text);
    preview.wait(&faults, |answer| answer.body.contains("\"cards\":[]"));
    // Settings that cannot be used keep everything.
    let settings = preview.read("campaign.toml");
    preview.write("campaign.toml", "source_locale = ");
    preview.wait(&faults, |answer| answer.body.contains("campaign.toml"));
    assert!(preview.get(PAGE).page() == good);
    preview.write("campaign.toml", &settings);
    preview.wait(&faults, |answer| answer.body.contains("\"cards\":[]"));
    // A template that cannot be rendered too.
    let template = "themes/faro/templates/base.html";
    let markup = preview.read(template);
    preview.write(template, &(markup.clone() + "{% if %}"));
    preview.wait(&faults, |answer| answer.body.contains(template));
    assert!(preview.get(PAGE).page() == good);
    preview.write(template, &markup);
    preview.wait(&faults, |answer| answer.body.contains("\"cards\":[]"));
}

#[cfg(target_os = "linux")]
fn ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_done_while_nothing_changes() {
    let preview = Preview::new();
    preview.settle();
    std::thread::sleep(Duration::from_millis(300));
    let before = ticks(preview.child.id());
    // Reading the sources is no change.
    for _ in 0..20 {
        preview.read(SOURCE);
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(ticks(preview.child.id()) - before <= 2);
    assert_eq!(preview.json("/_campaign/board")["revision"], 1);
}

#[cfg(target_os = "linux")]
#[test]
fn an_exhausted_watch_limit_is_told_and_got_around() {
    let folder = tempfile::tempdir().unwrap();
    copy_example(folder.path());
    let own = command(folder.path(), 0);
    let mut words = vec![own.get_program().to_owned()];
    words.extend(own.get_args().map(ToOwned::to_owned));
    let mut command = Command::new("unshare");
    command
        .args([
            "-Ur",
            "sh",
            "-c",
            "echo 3 > /proc/sys/user/max_inotify_watches && exec \"$@\"",
            "sh",
        ])
        .args(&words);
    let works = Command::new("unshare")
        .args([
            "-Ur",
            "sh",
            "-c",
            "echo 3 > /proc/sys/user/max_inotify_watches",
        ])
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        eprintln!("skipped: this machine has no user namespaces");
        return;
    }
    let preview = Preview::start(folder, command);
    preview.wait("/_campaign/board", |answer| {
        answer.body.contains("\"watching\":\"impaired\"")
    });
    preview.write(SOURCE, &(preview.read(SOURCE) + "\n\nSEEN-ALL-THE-SAME\n"));
    preview.wait_for(PAGE, "SEEN-ALL-THE-SAME");
    let log = std::fs::read_to_string(&preview.log).unwrap();
    assert!(log.contains("does not let more files be watched"), "{log}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once_with_streams_open() {
    let mut preview = Preview::new();
    let session = preview.json("/_campaign/session");
    let token = session["token"].as_str().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    write!(
        stream,
        "GET /_campaign/live?token={token} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
        preview.port
    )
    .unwrap();
    stream.read_exact(&mut [0; 16]).unwrap();
    let process = preview.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &process])
            .status()
            .unwrap()
            .success()
    );
    let start = Instant::now();
    while preview.child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(2));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(preview.child.wait().unwrap().success());
}
