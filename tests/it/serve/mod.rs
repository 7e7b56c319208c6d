//! The live preview, as a browser, an editor and an attacker meet it: the real program on a copy
//! of the example, over raw sockets.

mod edits;
mod fresh;
mod safe;

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
    for part in [
        "campaign.toml",
        "content",
        "locales",
        "themes",
        "translations.lock",
    ] {
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

/// What `build` would write for the campaign in `root`; nothing when its settings are not usable.
fn built(root: &Path) -> Option<BTreeMap<String, Vec<u8>>> {
    let snapshot = disk::read(root).unwrap().value;
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let compiled = compile(&snapshot, &options).value?;
    let files = compiled
        .site
        .entries
        .keys()
        .chain(compiled.site.offered.keys())
        .map(|route| {
            let bytes = compiled.render(route).unwrap().value.bytes;
            (route.to_string(), bytes)
        })
        .collect();
    Some(files)
}

/// J08: what is shown is what is published, and one marked script.
#[test]
fn shows_what_build_writes_and_one_script() {
    let preview = Preview::new();
    let files = built(preview.folder.path()).unwrap();
    assert!(files.len() > 100);
    for (route, bytes) in &files {
        let answer = preview.get(&format!("/{route}"));
        assert_eq!(answer.status, 200, "{route}");
        let expected = String::from_utf8_lossy(bytes);
        assert!(answer.page() == expected, "{route} differs");
        // J12: the script is the preview's alone.
        assert!(!expected.contains("/_campaign/"), "{route}");
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
