//! `campaign verify`: the built program, a site that it published, and hosts that hand it out well
//! or badly.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use campaign::compile::{Options, compile};
use campaign::model::host::Folder;
use campaign::render::hosts::{Sent, is_for_host};
use campaign::world::disk;

use crate::cli::{Run, planted, run};
use crate::web::{Host, Question, answer, answer_for_ever, keep_silent};

/// What a host does with one file besides handing it out as it was told; false when it does
/// nothing.
type Mischief = fn(&Site, &str, &mut TcpStream) -> bool;

/// A published site, and what a host was told of it.
struct Site {
    folder: PathBuf,
    sent: Sent,
}

impl Site {
    fn of(root: &Path) -> Self {
        let snapshot = disk::read(root).unwrap().value;
        let options = Options {
            today: "2026-11-24".parse().unwrap(),
            drafts: false,
            base_url: None,
        };
        let compiled = compile(&snapshot, &options).value.unwrap();
        Self {
            folder: root.join("public"),
            sent: Sent::new(&compiled.campaign, &compiled.site, Folder::Site),
        }
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(path)).unwrap_or_default()
    }

    fn headers(&self, path: &str) -> Vec<(String, String)> {
        let sent = self.sent.with(path).into_iter();
        sent.map(|header| (header.name.to_owned(), header.value))
            .collect()
    }

    /// Hands out a file.
    fn hand_out(&self, path: &str, stream: &mut TcpStream) {
        let is_there = self.folder.join(path).is_file() && !is_for_host(path);
        match is_there {
            true => hand(&self.bytes(path), &self.headers(path), stream),
            false => answer(stream, "404 Not Found", &[], b"no"),
        }
    }
}

fn hand(bytes: &[u8], headers: &[(String, String)], stream: &mut TcpStream) {
    answer(stream, "200 OK", &borrowed(headers), bytes);
}

fn borrowed(headers: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = headers.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

fn path_of(question: &Question) -> String {
    let path = question.path.trim_start_matches('/');
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}

/// A published campaign, and a host of it with something of its own in mind.
fn deployed(mischief: Mischief) -> (tempfile::TempDir, Host) {
    let folder = planted();
    assert_eq!(run(folder.path(), &["build", "--quiet"]).status, 0);
    let site = Arc::new(Site::of(folder.path()));
    let host = Host::new(move |question, stream| {
        let path = path_of(question);
        if !mischief(&site, &path, stream) {
            site.hand_out(&path, stream);
        }
    });
    (folder, host)
}

fn verify(folder: &Path, place: &str) -> Run {
    run(folder, &["verify", place, "--timeout", "1"])
}

/// The first lines of what was found, without the words on what to do.
fn faults(told: &Run) -> Vec<&str> {
    let lines = told.error.lines();
    lines.filter(|line| line.starts_with("error")).collect()
}

#[test]
fn a_host_that_hands_out_what_was_published_is_praised_for_it() {
    let (folder, host) = deployed(|_, _, _| false);
    let told = verify(folder.path(), &host.address);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert!(told.output.starts_with("All "), "{}", told.output);
    assert!(
        told.output
            .ends_with(" files are as they were published.\n")
    );
    for question in host.questions() {
        assert_eq!(question.method, "GET");
        for name in ["user-agent", "referer", "cookie", "accept-language"] {
            assert!(!question.headers.contains_key(name), "{question:?}");
        }
    }
}

#[test]
fn a_host_may_compress() {
    let (folder, host) = deployed(|site, path, stream| {
        if !path.ends_with(".html") {
            return false;
        }
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&site.bytes(path)).unwrap();
        let mut headers = site.headers(path);
        headers.push(("Content-Encoding".to_owned(), "gzip".to_owned()));
        hand(&packed.finish().unwrap(), &headers, stream);
        true
    });
    let told = verify(folder.path(), &host.address);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
}

/// One file of one edition is tampered with, and just that is found.
#[test]
fn what_a_host_does_to_a_file_is_named() {
    const VICTIM: &str = "help/es/index.html";
    const CASES: &[(&str, Mischief, &str)] = &[
        (
            "a script is injected",
            |site, path, stream| {
                let page = String::from_utf8(site.bytes(path)).unwrap();
                let page = page.replace("</body>", "<script src=//x.example></script></body>");
                hand(page.as_bytes(), &site.headers(path), stream);
                true
            },
            "error[altered-file]: help/es/index.html holds more than was published.",
        ),
        (
            "one byte is another",
            |site, path, stream| {
                let mut bytes = site.bytes(path);
                let last = bytes.len() - 2;
                bytes[last] ^= 1;
                hand(&bytes, &site.headers(path), stream);
                true
            },
            "error[altered-file]: help/es/index.html is not what was published.",
        ),
        (
            "an older, shorter page is still there",
            |site, path, stream| {
                hand(b"<p>Antes</p>", &site.headers(path), stream);
                true
            },
            "error[altered-file]: help/es/index.html is cut short.",
        ),
        (
            "readers are sent elsewhere",
            |_, _, stream| {
                let headers = [("Location", "https://login.example/")];
                answer(stream, "302 Found", &headers, b"");
                true
            },
            "error[altered-file]: help/es/index.html is not there: the host sends readers to \
             https://login.example/.",
        ),
        (
            "it is gone",
            |_, _, stream| {
                answer(stream, "404 Not Found", &[], b"");
                true
            },
            "error[undeployed-file]: help/es/index.html was published and is not there.",
        ),
        (
            "the host stumbles",
            |_, _, stream| {
                answer(stream, "500 Internal Server Error", &[], b"");
                true
            },
            "error[unanswered-file]: The host does not hand out help/es/index.html (status 500).",
        ),
        (
            "it never ends",
            |site, path, stream| {
                answer_for_ever(stream, &borrowed(&site.headers(path)));
                true
            },
            "error[altered-file]: help/es/index.html holds more than was published.",
        ),
        (
            "it never begins",
            |_, _, stream| {
                keep_silent(stream);
                true
            },
            "error[unanswered-file]: help/es/index.html takes too long.",
        ),
        (
            "copies are kept",
            |site, path, stream| {
                let mut headers = site.headers(path);
                headers.retain(|(name, _)| name != "Cache-Control");
                hand(&site.bytes(path), &headers, stream);
                true
            },
            "error[missing-header]: help/es/index.html comes without the header \
             “Cache-Control: no-store”.",
        ),
        (
            "a header is softened",
            |site, path, stream| {
                let mut headers = site.headers(path);
                for (name, value) in &mut headers {
                    if name == "Referrer-Policy" {
                        *value = "unsafe-url".to_owned();
                    }
                }
                hand(&site.bytes(path), &headers, stream);
                true
            },
            "error[altered-header]: help/es/index.html comes with the header \
             “Referrer-Policy: unsafe-url” instead of “no-referrer”.",
        ),
        (
            "a visitor is marked",
            |site, path, stream| {
                let mut headers = site.headers(path);
                headers.push(("Set-Cookie".to_owned(), "id=7".to_owned()));
                hand(&site.bytes(path), &headers, stream);
                true
            },
            "error[foreign-header]: help/es/index.html comes with the header “set-cookie”, which \
             no campaign sends.",
        ),
    ];
    let folder = planted();
    assert_eq!(run(folder.path(), &["build", "--quiet"]).status, 0);
    let site = Arc::new(Site::of(folder.path()));
    for (what, mischief, expected) in CASES {
        let site = Arc::clone(&site);
        let host = Host::new(move |question, stream| {
            let path = path_of(question);
            if path != VICTIM || !mischief(&site, &path, stream) {
                site.hand_out(&path, stream);
            }
        });
        let told = verify(folder.path(), &host.address);
        let found = faults(&told);
        assert_eq!(
            (told.status, found.as_slice()),
            (1, &[*expected][..]),
            "{what}"
        );
    }
}

#[test]
fn a_file_that_names_every_audience_is_not_for_visitors() {
    let (folder, host) = deployed(|site, path, stream| {
        if is_for_host(path) {
            hand(&site.bytes(path), &site.headers(path), stream);
        }
        is_for_host(path)
    });
    let told = verify(folder.path(), &host.address);
    assert_eq!(told.status, 1);
    let found = faults(&told);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("error[exposed-file]: The host hands out .htaccess and others"));
}

#[test]
fn a_header_that_no_file_has_is_one_fault() {
    let (folder, host) = deployed(|site, path, stream| {
        let is_there = site.folder.join(path).is_file() && !is_for_host(path);
        if is_there {
            let mut headers = site.headers(path);
            headers.retain(|(name, _)| name != "X-Frame-Options");
            hand(&site.bytes(path), &headers, stream);
        }
        is_there
    });
    let told = run(folder.path(), &["verify", &host.address, "--lang", "es"]);
    let found = faults(&told);
    assert_eq!((told.status, found.len()), (1, 1), "{}", told.error);
    assert!(found[0].ends_with("llegan sin el encabezado «X-Frame-Options: DENY»."));
}

#[test]
fn a_host_that_answers_nothing_is_left_alone_after_a_while() {
    let (folder, host) = deployed(|_, path, stream| {
        // The first file is there, so that the host is not taken for down.
        let is_mute = path != "404.html";
        if is_mute {
            keep_silent(stream);
        }
        is_mute
    });
    let told = verify(folder.path(), &host.address);
    assert_eq!(told.status, 1);
    assert!(told.error.contains("[unanswered-file]"), "{}", told.error);
    assert!(told.error.contains("[unverified-files]"), "{}", told.error);
    assert!(host.questions().len() < 40, "{}", host.questions().len());
}

#[test]
fn a_folder_is_compared_with_what_was_published() {
    let folder = planted();
    assert_eq!(run(folder.path(), &["build", "--quiet"]).status, 0);
    let told = run(folder.path(), &["verify", "public"]);
    assert_eq!((told.status, told.error.as_str()), (0, ""));

    let copy = folder.path().join("public");
    std::fs::write(copy.join("help/en/index.html"), "<p>Call 000</p>").unwrap();
    std::fs::remove_file(copy.join("es/index.html")).unwrap();
    std::fs::write(copy.join("help/notes.html"), "<p>Ana</p>").unwrap();
    let told = run(folder.path(), &["verify", "public"]);
    assert_eq!(told.status, 1);
    assert_eq!(
        faults(&told),
        [
            "error[altered-file]: help/en/index.html is not what was published.",
            "error[foreign-file]: help/notes.html is there and was not published.",
            "error[undeployed-file]: es/index.html was published and is not there.",
        ]
    );

    // The folder of an audience alone, with the paths that it has there.
    let arguments = [
        "verify",
        "public/help",
        "--audience",
        "survivors",
        "--format",
        "json",
    ];
    let told = run(folder.path(), &arguments);
    let report: serde_json::Value = serde_json::from_str(&told.output).unwrap();
    let found: Vec<&str> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["message"].as_str().unwrap())
        .collect();
    assert_eq!(
        (told.status, found.as_slice()),
        (
            1,
            &[
                "en/index.html is not what was published.",
                "notes.html is there and was not published."
            ][..]
        )
    );
}

#[test]
fn the_status_tells_a_wrong_command_from_a_silent_host() {
    let folder = planted();
    let told = verify(folder.path(), "public");
    assert_eq!(told.status, 2);
    assert!(
        told.error.contains("Nothing was published"),
        "{}",
        told.error
    );
    assert_eq!(run(folder.path(), &["build", "--quiet"]).status, 0);
    for place in [
        "nowhere",
        "http://example.org/?page=1",
        "ftp://example.org",
        "http://",
    ] {
        assert_eq!(verify(folder.path(), place).status, 2, "{place}");
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let told = verify(folder.path(), &address);
    assert_eq!(told.status, 3);
    assert!(told.error.contains("does not answer"), "{}", told.error);
}
