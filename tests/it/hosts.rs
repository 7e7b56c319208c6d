//! Real servers with the files that are made for them: every header of the table on every kind of
//! file, and the right page where nothing is.
//!
//! nginx, Apache and Caddy are packages of Debian, which `tests/run` installs. Where one is missing
//! its test says so and passes.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use campaign::compile::{Compiled, Options, compile};
use campaign::model::policy::{self, Freshness};
use campaign::world::disk;

use crate::serve::copy_example;
use crate::tree;

/// The longest that a server may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(10);

/// A published example campaign under an address with or without a path.
struct Site {
    folder: tempfile::TempDir,
    base: &'static str,
    compiled: Compiled,
}

impl Site {
    /// The example campaign, published into `www<base>` of a new folder.
    fn publish(base: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // A server that gives up its rights must still be able to read.
        Command::new("chmod")
            .arg("755")
            .arg(folder.path())
            .status()
            .unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let snapshot = disk::read(root).unwrap().value;
        let options = Options {
            today: "2026-11-24".parse().unwrap(),
            drafts: false,
            base_url: Some(format!("https://example.org{base}")),
        };
        let compiled = compile(&snapshot, &options).value.unwrap();
        let site = Self {
            folder,
            base,
            compiled,
        };
        site.build();
        site
    }

    /// Publishes it, as somebody would who then puts the folder on a host.
    fn build(&self) {
        copy_example(&self.folder.path().join("campaign"));
        let output = self.campaign("build");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
    }

    /// What the program says to a command about this site.
    fn campaign(&self, command: &str) -> Output {
        let place = self.www().join(self.base.trim_start_matches('/'));
        Command::new(env!("CARGO_BIN_EXE_campaign"))
            .args(command.split(' '))
            .args(["--lang", "en", "--date", "2026-11-24", "--quiet", "--root"])
            .arg(self.folder.path().join("campaign"))
            .args(["--base-url", &format!("https://example.org{}", self.base)])
            .arg("--output")
            .arg(place)
            .output()
            .unwrap()
    }

    fn www(&self) -> PathBuf {
        self.folder.path().join("www")
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// What `campaign headers` prints.
    fn configuration(&self, host: &str) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_campaign"))
            .args(["headers", host, "--root", env!("CARGO_MANIFEST_DIR")])
            .args(["--base-url", &format!("https://example.org{}", self.base)])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// The path of an asset of an audience, such as `.css`.
    fn asset(&self, slug: &str, ending: &str) -> String {
        let prefix = format!("{slug}assets/");
        let mut routes = self
            .compiled
            .site
            .offered
            .keys()
            .map(|route| route.as_str());
        let found = routes.find(|route| route.starts_with(&prefix) && route.ends_with(ending));
        format!("/{}", found.unwrap())
    }
}

/// A server that runs until it is dropped.
struct Server {
    process: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        // In its own group, so that its workers end with it.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, Vec<String>>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let values = self.headers.get(&name.to_ascii_lowercase());
        let values = values.unwrap_or_else(|| panic!("{name} is sent: {:?}", self.headers));
        assert_eq!(values.len(), 1, "{name} is sent once: {values:?}");
        &values[0]
    }
}

impl Server {
    fn start(site: &Site, port: u16, command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt;
        let log = std::fs::File::create(site.folder.path().join("log")).unwrap();
        let process = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut server = Self { process, port };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let has_ended = server.process.try_wait().unwrap().is_some();
            if has_ended || start.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(site.folder.path().join("log")).unwrap();
                panic!("the server does not answer: {log}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    fn get(&self, path: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines
            .next()
            .unwrap()
            .split(' ')
            .nth(1)
            .unwrap()
            .parse()
            .unwrap();
        let mut headers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in lines {
            let (name, value) = line.split_once(':').unwrap();
            let values = headers.entry(name.to_ascii_lowercase()).or_default();
            values.push(value.trim().to_owned());
        }
        Answer {
            status,
            headers,
            body: body.to_owned(),
        }
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Whether `program` is there; says so when it is not.
fn is_installed(program: &str) -> bool {
    let found = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .any(|folder| Path::new(folder).join(program).exists());
    if !found {
        // Past the capture of the test runner: nobody should take this for a test that ran.
        let _ = writeln!(std::io::stderr(), "skipped: {program} is not installed");
    }
    found
}

fn program(name: &str) -> Command {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let path = folders
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists());
    Command::new(path.unwrap())
}

fn nginx(site: &Site) -> Server {
    let port = free_port();
    let folder = site.folder.path().display().to_string();
    let snippet = site.file("campaign.conf", &site.configuration("nginx"));
    let user = if tree::is_root() { "user root;" } else { "" };
    let text = format!(
        "{user} daemon off; pid {folder}/pid; error_log {folder}/error.log;
         events {{ worker_connections 64; }}
         http {{
           access_log off;
           client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
           uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
           server {{ listen 127.0.0.1:{port}; root {}; include {}; }}
         }}",
        site.www().display(),
        snippet.display()
    );
    let configuration = site.file("nginx.conf", &text);
    Server::start(site, port, program("nginx").arg("-c").arg(configuration))
}

fn apache(site: &Site) -> Server {
    let port = free_port();
    let folder = site.folder.path().display().to_string();
    let modules: String = [
        "mpm_event",
        "authz_core",
        "dir",
        "mime",
        "headers",
        "filter",
        "deflate",
        "autoindex",
    ]
    .iter()
    .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
    .collect();
    let types = site.file("mime.types", "");
    let text = format!(
        "ServerRoot {folder}
         ServerName localhost
         Listen 127.0.0.1:{port}
         PidFile {folder}/pid
         ErrorLog {folder}/error.log
         {modules}
         TypesConfig {}
         DocumentRoot {www}
         <Directory {www}>
           AllowOverride FileInfo Indexes AuthConfig
           Require all granted
         </Directory>
         <Files \".ht*\">
           Require all denied
         </Files>",
        types.display(),
        www = site.www().display()
    );
    let configuration = site.file("apache.conf", &text);
    let mut command = program("apache2");
    command
        .arg("-f")
        .arg(configuration)
        .args(["-D", "FOREGROUND"]);
    Server::start(site, port, &mut command)
}

fn caddy(site: &Site) -> Server {
    let port = free_port();
    let snippet = site.file("campaign.caddy", &site.configuration("caddy"));
    let text = format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port}, http://localhost:{port} {{\n\troot * {}\n\timport {}\n}}\n",
        site.www().display(),
        snippet.display()
    );
    let configuration = site.file("Caddyfile", &text);
    let mut command = program("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(configuration)
        .env("HOME", site.folder.path())
        .env("XDG_DATA_HOME", site.folder.path())
        .env("XDG_CONFIG_HOME", site.folder.path());
    Server::start(site, port, &mut command)
}

/// Everything that must hold on any host.
fn examine(site: &Site, server: &Server) {
    let css = site.asset("", ".css");
    let svg = site.asset("", ".svg");
    let discreet_css = site.asset("help/", ".css");
    let never = Freshness::Never;
    let confirmed = Freshness::Confirmed;
    let year = Freshness::Year;
    let html = "text/html; charset=utf-8";
    let cases: Vec<(&str, u16, Freshness, &str)> = vec![
        ("/", 200, confirmed, html),
        ("/en/", 200, confirmed, html),
        ("/en/index.html", 200, confirmed, html),
        ("/help/", 200, never, html),
        ("/help/es/", 200, never, html),
        ("/help/es/index.html", 200, never, html),
        ("/help/es/404.html", 200, never, html),
        ("/help/es/nada/", 404, never, html),
        ("/help/es/nada.css", 404, never, html),
        ("/help/nothing", 404, never, html),
        ("/media/en/nothing", 404, confirmed, html),
        ("/nothing/at/all", 404, confirmed, html),
        ("/assets/missing.01234567.css", 404, confirmed, html),
        ("/help/assets/missing.01234567.css", 404, never, html),
        ("/_headers", 404, confirmed, html),
        ("/media/_redirects", 404, confirmed, html),
        ("/help/_headers", 404, never, html),
        ("/help/.htaccess", 404, never, html),
        (&css, 200, year, "text/css; charset=utf-8"),
        (&discreet_css, 200, year, "text/css; charset=utf-8"),
        (&svg, 200, year, "image/svg+xml; charset=utf-8"),
        (
            "/en/feed.json",
            200,
            confirmed,
            "application/feed+json; charset=utf-8",
        ),
        (
            "/media/es/feed.xml",
            200,
            confirmed,
            "application/atom+xml; charset=utf-8",
        ),
        ("/robots.txt", 200, confirmed, "text/plain; charset=utf-8"),
        (
            "/sitemap.xml",
            200,
            confirmed,
            "application/xml; charset=utf-8",
        ),
    ];
    for (path, status, freshness, media_type) in cases {
        let answer = server.get(&format!("{}{path}", site.base));
        // Apache says that the file is there, and that nobody may have it.
        let is_for_host = path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with(['_', '.']));
        let is_refused = is_for_host && answer.status == 403;
        assert!(
            answer.status == status || is_refused,
            "{path}: {}",
            answer.status
        );
        for header in policy::headers(&site.compiled.campaign.settings) {
            assert_eq!(answer.header(header.name), header.value, "{path}");
        }
        assert_eq!(
            answer.header(policy::CACHE_CONTROL),
            freshness.cache_control(),
            "{path}"
        );
        let found = answer.header("content-type").to_ascii_lowercase();
        if !is_refused {
            assert_eq!(found, media_type, "{path}");
        }
    }
    let language = |path: &str| {
        let body = server.get(&format!("{}{path}", site.base)).body;
        let rest = body.split_once("<html lang=\"").expect("a page of ours").1;
        rest.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(language("/help/es/nada"), "es");
    assert_eq!(language("/help/en/nothing"), "en");
    assert_eq!(language("/providers/es/nada/mas"), "es");
    assert_eq!(language("/nothing"), "en");
}

fn hold(server: fn(&Site) -> Server, program: &str) {
    if !is_installed(program) {
        return;
    }
    for base in ["", "/two/shores"] {
        let site = Site::publish(base);
        let server = server(&site);
        examine(&site, &server);
        verify(&site, &server);
    }
}

/// What a visitor gets is what was published, as the program itself sees it.
fn verify(site: &Site, server: &Server) {
    let address = format!("http://127.0.0.1:{}{}", server.port, site.base);
    let output = site.campaign(&format!("verify {address}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    // And it would have seen a digit.
    let page = site
        .www()
        .join(site.base.trim_start_matches('/'))
        .join("help/es/index.html");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text.replacen('8', "9", 1)).unwrap();
    let output = site.campaign(&format!("verify {address}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("help/es/index.html is not what was published"),
        "{told}"
    );
}

#[test]
fn nginx_sends_every_header_with_every_file() {
    hold(nginx, "nginx");
}

#[test]
fn apache_sends_every_header_with_every_file() {
    hold(apache, "apache2");
}

#[test]
fn caddy_sends_every_header_with_every_file() {
    hold(caddy, "caddy");
}

/// The rules of a `_headers` file: a pattern and its headers.
fn rules(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        match line
            .strip_prefix("  ")
            .and_then(|line| line.split_once(": "))
        {
            None => rules.push((line.to_owned(), Vec::new())),
            Some((name, value)) => {
                let (_, headers) = rules.last_mut().unwrap();
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    rules
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => path.starts_with(prefix),
        None => pattern == path,
    }
}

#[test]
fn no_two_rules_of_a_headers_file_give_one_header_to_one_path() {
    let site = Site::publish("");
    let folders = ["", "help/", "migrants/", "media/", "providers/"];
    for folder in folders {
        let text = std::fs::read_to_string(site.www().join(format!("{folder}_headers"))).unwrap();
        let rules = rules(&text);
        assert!(rules.len() < 100, "Cloudflare Pages reads a hundred rules");
        assert!(
            text.lines().all(|line| line.len() < 2000),
            "and 2000 characters a line"
        );
        let table = &site.compiled.site;
        for route in table.entries.keys().chain(table.offered.keys()) {
            let Some(below) = route.as_str().strip_prefix(folder) else {
                continue;
            };
            let path = format!("/{}", below.strip_suffix("index.html").unwrap_or(below));
            let mut sent: BTreeMap<String, String> = BTreeMap::new();
            for (_, headers) in rules.iter().filter(|(pattern, _)| matches(pattern, &path)) {
                for (name, value) in headers {
                    let twice = sent.insert(name.clone(), value.clone());
                    assert_eq!(twice, None, "{folder} {path}: {name}");
                }
            }
            for header in policy::headers(&site.compiled.campaign.settings) {
                assert_eq!(sent[header.name], header.value, "{folder} {path}");
            }
            let is_discreet = route.as_str().starts_with("help/");
            let expected = match () {
                () if route.as_str().contains("assets/") => Freshness::Year,
                () if is_discreet => Freshness::Never,
                () => Freshness::Confirmed,
            };
            if path.ends_with('/') || path.ends_with(".html") || expected == Freshness::Year {
                assert_eq!(
                    sent["Cache-Control"],
                    expected.cache_control(),
                    "{folder} {path}"
                );
            }
        }
    }
}

#[test]
fn hosts_that_were_not_asked_for_get_no_file() {
    let check = |hosts: &str, expected: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let settings = format!(
            "source_locale = \"en\"\nbase_url = \"https://example.org\"\n{hosts}\n[locales.en]\nname = \"English\"\n"
        );
        tree::plant(
            folder.path(),
            &[
                ("campaign.toml", &settings),
                ("content/en.md", "+++\ntitle = \"Home\"\n+++\n"),
                ("locales/en/a.ftl", "campaign-title = C\n"),
            ],
        );
        let snapshot = disk::read(folder.path()).unwrap().value;
        let options = Options {
            today: "2026-11-24".parse().unwrap(),
            drafts: false,
            base_url: None,
        };
        let compiled = compile(&snapshot, &options).value.unwrap();
        let routes: Vec<&str> = compiled
            .site
            .entries
            .keys()
            .map(|route| route.as_str())
            .collect();
        let found: Vec<&str> = routes
            .into_iter()
            .filter(|route| route.starts_with(['.', '_']))
            .collect();
        assert_eq!(found, expected, "{hosts}");
    };
    check("", &[".htaccess", "_headers", "_redirects"]);
    check("hosts = [\"apache\"]", &[".htaccess"]);
    check("hosts = [\"cloudflare\", \"nginx\"]", &["_headers"]);
    check("hosts = [\"github-pages\"]", &[]);
}
