//! `campaign check --online`: the built program, and hosts that still have what is linked to, or
//! not.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{planted, run};
use crate::tree;
use crate::web::{Host, answer, answer_for_ever, keep_silent};

/// A campaign whose home page in English links to these paths of a host.
fn linking(host: &Host, paths: &[&str], settings: &str) -> TempDir {
    let folder = planted();
    let links: Vec<String> = paths
        .iter()
        .map(|path| format!("[{path}]({}{path})\n", host.address))
        .collect();
    let page = format!("+++\ntitle = \"Home\"\n+++\n\n{}", links.join("\n"));
    let toml = std::fs::read_to_string(folder.path().join("campaign.toml")).unwrap();
    let others: String = [
        "unnamed-topic",
        "facts-differ",
        "structure-differs",
        "message-missing-in-locale",
        "unused-message",
    ]
    .map(|rule| format!("{rule} = \"off\"\n"))
    .concat();
    let toml = format!("{toml}[rules]\n{others}[links]\n{settings}");
    tree::plant(
        folder.path(),
        &[("content/en.md", &page), ("campaign.toml", &toml)],
    );
    folder
}

/// What was found, as `severity rule path:line message`.
fn found(folder: &TempDir, more: &[&str]) -> (i32, Vec<String>) {
    let mut arguments = vec!["check", "--online", "--timeout", "1", "--format", "json"];
    arguments.extend(more);
    let told = run(folder.path(), &arguments);
    let report: Value = serde_json::from_str(&told.output).expect(&told.error);
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or_default().to_owned();
    let faults = report["diagnostics"].as_array().unwrap().iter();
    let lines = faults.map(|fault| {
        let [severity, rule, path, message] =
            ["severity", "rule", "path", "message"].map(|key| text(fault, key));
        format!("{severity} {rule} {path}:{} {message}", fault["line"])
    });
    (told.status, lines.collect())
}

/// Where copies of an address are listed.
fn copy_of(address: &str) -> String {
    format!("https://web.archive.org/web/*/{address}")
}

fn a_host_of_all_kinds() -> Host {
    Host::new(|question, stream| {
        let is_head = question.method == "HEAD";
        match question.path.as_str() {
            "/here" | "/new" => answer(stream, "200 OK", &[], b""),
            "/no-head" if is_head => answer(stream, "405 Method Not Allowed", &[], b""),
            "/no-head" => answer(stream, "200 OK", &[], b"a page"),
            "/endless" if is_head => answer(stream, "501 Not Implemented", &[], b""),
            "/endless" => answer_for_ever(stream, &[]),
            "/moved" => answer(stream, "301 Moved", &[("Location", "/new")], b""),
            "/today-elsewhere" => answer(stream, "302 Found", &[("Location", "/new")], b""),
            "/round" => answer(stream, "302 Found", &[("Location", "/and-round")], b""),
            "/and-round" => answer(stream, "302 Found", &[("Location", "/round")], b""),
            "/nowhere" => answer(stream, "301 Moved", &[("Location", "mailto:a@b.org")], b""),
            "/gone" => answer(stream, "410 Gone", &[], b""),
            "/broken" => answer(stream, "500 Oops", &[], b""),
            "/silent" => keep_silent(stream),
            _ => answer(stream, "404 Not Found", &[], b""),
        }
    })
}

#[test]
fn each_link_is_judged_by_what_is_found_there() {
    let host = a_host_of_all_kinds();
    let paths = [
        "/here",
        "/no-head",
        "/endless",
        "/moved",
        "/today-elsewhere",
        "/round",
        "/nowhere",
        "/gone",
        "/missing",
        "/broken",
        "/silent",
        "/here#part",
    ];
    let folder = linking(&host, &paths, "delay = 0\n");
    let (status, faults) = found(&folder, &[]);
    let expected = [
        ("note moved-link", 11, "“A/moved” has moved to A/new."),
        (
            "error dead-link",
            15,
            "“A/round” leads back to itself; a copy may be at B/round.",
        ),
        (
            "warning unreached-link",
            17,
            "“A/nowhere” was not shown (status 301).",
        ),
        (
            "error dead-link",
            19,
            "“A/gone” leads to nothing any more (status 410); a copy may be at B/gone.",
        ),
        (
            "error dead-link",
            21,
            "“A/missing” leads to nothing any more (status 404); a copy may be at B/missing.",
        ),
        (
            "warning unreached-link",
            23,
            "“A/broken” was not shown (status 500).",
        ),
        ("warning unreached-link", 25, "“A/silent” takes too long."),
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|(rule, line, message)| {
            let message = message
                .replace("A/", &format!("{}/", host.address))
                .replace("B/", &copy_of(&format!("{}/", host.address)));
            format!("{rule} content/en.md:{line} {message}")
        })
        .collect();
    assert_eq!((status, faults), (1, expected));
    // A part of a page is nothing that a host is asked for, and no address is asked for twice.
    let asked = host.questions();
    let here = asked.iter().filter(|question| question.path == "/here");
    assert_eq!(here.count(), 1);
    for question in asked {
        for name in ["user-agent", "referer", "cookie", "accept-language"] {
            assert!(!question.headers.contains_key(name), "{question:?}");
        }
    }
}

#[test]
fn what_was_found_is_not_asked_for_again_for_some_days() {
    let host = a_host_of_all_kinds();
    let folder = linking(
        &host,
        &["/here", "/gone", "/broken"],
        "delay = 0\nmax_age_days = 3\n",
    );
    let asked = |date: &str| {
        let before = host.questions().len();
        let first = found(&folder, &["--date", date]);
        let paths: Vec<String> = host.questions()[before..]
            .iter()
            .map(|question| question.path.clone())
            .collect();
        (first, paths)
    };
    let (first, paths) = asked("2026-11-24");
    assert_eq!(paths, ["/broken", "/broken", "/gone", "/gone", "/here"]);
    // What may pass is looked at again; the rest is remembered, with the same verdict.
    let (again, paths) = asked("2026-11-26");
    assert_eq!((&again, paths), (&first, vec!["/broken".to_owned(); 2]));
    let (later, paths) = asked("2026-11-27");
    assert_eq!((&later, paths.len()), (&first, 5));
    // A memory that makes no sense is none.
    std::fs::write(folder.path().join(".campaign/cache/links.json"), "{").unwrap();
    assert_eq!(asked("2026-11-27").1.len(), 5);
}

#[test]
fn a_host_that_asks_for_time_gets_it() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let host = Host::new(|question, stream| match question.path.as_str() {
        "/later" if ASKED.fetch_add(1, Ordering::SeqCst) == 0 => {
            answer(
                stream,
                "429 Too Many Requests",
                &[("Retry-After", "0")],
                b"",
            );
        }
        "/tomorrow" => {
            answer(
                stream,
                "429 Too Many Requests",
                &[("Retry-After", "86400")],
                b"",
            );
        }
        _ => answer(stream, "200 OK", &[], b""),
    });
    let folder = linking(&host, &["/later", "/tomorrow", "/unasked"], "delay = 0\n");
    let (status, faults) = found(&folder, &[]);
    let busy = |path: &str, line: u8| {
        let address = &host.address;
        format!(
            "warning unreached-link content/en.md:{line} “{address}{path}”: the host has too \
             much to do."
        )
    };
    assert_eq!(
        (status, faults),
        (0, vec![busy("/tomorrow", 7), busy("/unasked", 9)])
    );
    let paths: Vec<String> = host.questions().into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["/later", "/later", "/tomorrow"]);
}

#[test]
fn a_campaign_says_which_hosts_matter_how_much() {
    let host = a_host_of_all_kinds();
    let paths = ["/gone", "/private/gone"];
    let settings =
        "delay = 0\nignore = [\"*/private/*\"]\n[links.hosts.\"127.0.0.1\"]\nlevel = \"note\"\n";
    let (status, faults) = found(&linking(&host, &paths, settings), &["--lang", "es"]);
    let address = &host.address;
    let expected = format!(
        "note dead-link content/en.md:5 «{address}/gone» ya no lleva a nada (estado 410); puede \
         que haya una copia en {}.",
        copy_of(&format!("{address}/gone"))
    );
    assert_eq!((status, faults), (0, vec![expected]));
    let asked = host.questions();
    assert!(asked.iter().all(|question| question.path == "/gone"));

    let settings = "[links.hosts.\"127.0.0.1\"]\nlevel = \"off\"\n";
    let before = host.questions().len();
    assert_eq!(
        found(&linking(&host, &paths, settings), &[]),
        (0, Vec::new())
    );
    assert_eq!(host.questions().len(), before);
}

/// Wherever a campaign names another site, the finding stands there.
#[test]
fn links_are_found_in_front_matter_messages_and_directives() {
    let host = a_host_of_all_kinds();
    let folder = linking(&host, &[], "delay = 0\n");
    let gone = |path: &str| format!("{}/gone/{path}", host.address);
    let page = format!(
        "+++\ntitle = \"Rights\"\n# {}\n[extra]\nmap = \"{}\"\n+++\n\n::: for survivors\n\
         [For them]({}).[^1]\n:::\n\n[^1]: See <{}>.\n",
        gone("comment"),
        gone("map"),
        gone("fenced"),
        gone("footnote"),
    );
    let messages = format!(
        "campaign-title = Shores\naudience-survivors = Me\naudience-public = All\n\
         # {}\nmore = Read {{ $title }} at {}.\n",
        gone("comment"),
        gone("message"),
    );
    tree::plant(
        folder.path(),
        &[
            ("content/rights/en.md", &page),
            ("locales/en/all.ftl", &messages),
        ],
    );
    let (_, faults) = found(&folder, &[]);
    let dead = |place: &str, path: &str| {
        let address = gone(path);
        format!(
            "error dead-link {place} “{address}” leads to nothing any more (status 404); a copy may be at {}.",
            copy_of(&address)
        )
    };
    let expected = [
        dead("content/rights/en.md:5", "map"),
        dead("content/rights/en.md:9", "fenced"),
        dead("content/rights/en.md:12", "footnote"),
        dead("locales/en/all.ftl:5", "message"),
    ];
    assert_eq!(faults, expected);
}

/// A source whose copy the register knows is suggested with that copy, where the register names it.
#[test]
fn a_dead_source_is_suggested_with_its_copy() {
    let host = a_host_of_all_kinds();
    let folder = linking(&host, &[], "delay = 0\n");
    let source = format!("{}/report", host.address);
    let register = format!(
        r#"[claim.forced-labor-2021]
value = 27.6
wording = {{ en = "{{ $value }} million", es = "{{ $value }} millones" }}
unit = {{ en = "people in forced labor", es = "de personas en trabajo forzoso" }}
definition = {{ en = "marriage not", es = "no el matrimonio" }}
geography = {{ en = "the world", es = "el mundo" }}
as_of = 2021
source = {{ en = "ILO, Estimates.", es = "OIT, Estimaciones." }}
url = "{source}"
archive = "https://copies.example/7"
accessed = 2026-11-01
review_by = 2027-12-31
"#
    );
    tree::plant(folder.path(), &[("content/claims.toml", &register)]);
    let (_, faults) = found(&folder, &["--date", "2026-11-24"]);
    let dead: Vec<&String> = faults
        .iter()
        .filter(|it| it.contains("dead-link"))
        .collect();
    let expected = format!(
        "error dead-link content/claims.toml:9 “{source}” leads to nothing any more (status 404); \
         a copy may be at https://copies.example/7."
    );
    assert_eq!(dead, [&expected], "{faults:#?}");
    // The copy itself is for whoever reads the report.
    assert!(!faults.iter().any(|fault| fault.contains("unreached-link")));
}

/// Where nobody answers, it is not the links that are at fault.
#[test]
fn a_machine_without_a_network_says_so() {
    let host = Host::new(|_, stream| keep_silent(stream));
    let folder = linking(&host, &["/1", "/2", "/3", "/4"], "delay = 0\n");
    let told = run(folder.path(), &["check", "--online", "--timeout", "1"]);
    assert_eq!(told.status, 3);
    assert!(
        told.error.contains("No other site answers"),
        "{}",
        told.error
    );
    assert!(!told.error.contains("unreached-link"), "{}", told.error);
}

#[test]
fn nobody_is_asked_unless_somebody_says_so() {
    let host = a_host_of_all_kinds();
    let folder = linking(&host, &["/gone"], "delay = 0\n");
    for command in ["check", "build", "audit"] {
        assert_eq!(run(folder.path(), &[command]).status, 0, "{command}");
    }
    assert!(host.questions().is_empty());
}
