//! The rows K01–K10 of the faults that watchers had: whatever happens to the files, what is shown is
//! what they hold.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{PAGE, Preview, SOURCE, built, command, copy_example};

/// K01, K07: in place, by another name, moved aside, with an old time; and folders come and go.
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
    let expected = built(preview.folder.path()).unwrap();
    for (route, bytes) in &expected {
        assert!(
            preview.get(&format!("/{route}")).page() == String::from_utf8_lossy(bytes),
            "{route}"
        );
    }
}

/// K01: a folder is new, is looked at while it is empty, and gets its page before it comes under
/// watch, which takes a while where a backup reads all files meanwhile.
#[test]
fn a_page_that_follows_its_new_folder_is_seen() {
    let preview = Preview::new();
    let is_done = AtomicBool::new(false);
    let is_done = &is_done;
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    for name in [SOURCE, "content/about/es.md"] {
                        let _ = std::fs::File::open(preview.path(name));
                    }
                }
            });
        }
        scope.spawn(|| {
            let _done = Finally(|| is_done.store(true, Ordering::Relaxed));
            for number in 0..80_u64 {
                let name = format!("follows-{number}");
                std::fs::create_dir(preview.path(&format!("content/{name}"))).unwrap();
                std::thread::sleep(Duration::from_micros(number * 150));
                preview.write(
                    &format!("content/{name}/en.md"),
                    "+++\ntitle = \"It follows\"\nmissing = \"omit\"\n+++\n\nFOLLOWED\n",
                );
                preview.wait_for(&format!("/en/{name}/"), "FOLLOWED");
            }
        });
    });
}

/// Does something when it is dropped, in a panic too.
struct Finally<F: Fn()>(F);

impl<F: Fn()> Drop for Finally<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// K02: a thousand saves.
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
    // On a free machine within a second of the last; how long a busy one takes is no property.
    preview.wait_for(PAGE, "SAVE-1000");
}

/// K03: moved away and back.
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

/// J06, K08: a fault is told as text, keeps the page, and goes at once.
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
    // What was wrong inside a page before is not told of a text that may be another by now.
    preview.write(SOURCE, &(text.clone() + "\n\n::: for\n"));
    preview.wait(&faults, |answer| answer.body.contains(SOURCE));
    preview.write("campaign.toml", "source_locale = ");
    preview.wait(&faults, |answer| answer.body.contains("campaign.toml"));
    assert!(!preview.get(&faults).body.contains(SOURCE));
    preview.write(SOURCE, &text);
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

/// K09: no work while idle.
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

/// K04: the system does not let more be watched.
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

/// K06: where nothing is told, files are looked at, and that is said.
#[test]
fn looking_instead_of_being_told_is_said_and_works() {
    let folder = tempfile::tempdir().unwrap();
    copy_example(folder.path());
    let mut command = command(folder.path(), 0);
    command.arg("--poll");
    let preview = Preview::start(folder, command);
    assert_eq!(preview.json("/_campaign/board")["watching"], "looking");
    preview.write(SOURCE, &(preview.read(SOURCE) + "\n\nSEEN-BY-LOOKING\n"));
    preview.wait_for(PAGE, "SEEN-BY-LOOKING");
}

/// K05, K10: a flood of events without a change is none, and what changes in it is seen.
#[test]
fn a_flood_of_events_changes_nothing_that_did_not_change() {
    let preview = Preview::new();
    preview.settle();
    let text = preview.read(SOURCE);
    for _ in 0..20_000 {
        let file = std::fs::File::options()
            .write(true)
            .open(preview.path(SOURCE));
        file.unwrap()
            .set_modified(std::time::SystemTime::now())
            .unwrap();
    }
    preview.write(SOURCE, &text);
    assert_eq!(preview.get(PAGE).status, 200);
    preview.write(SOURCE, &(text + "\n\nAFTER-THE-FLOOD\n"));
    preview.wait_for(PAGE, "AFTER-THE-FLOOD");
    preview.settle();
    // One change, however many events: saving in place may be met half way.
    let revision = preview.json("/_campaign/board")["revision"]
        .as_u64()
        .unwrap();
    assert!(revision <= 6, "{revision}");
}

#[test]
fn a_board_sends_its_pages_when_they_are_others() {
    let preview = Preview::new();
    preview.settle();
    let board = preview.json("/_campaign/board");
    let known = format!("/_campaign/board?rows={}", board["rows"].as_str().unwrap());
    assert!(!board["pages"].as_array().unwrap().is_empty());
    let again = preview.json(&known);
    assert_eq!(again["rows"], board["rows"]);
    assert!(again["pages"].is_null());
    let source = preview.read(SOURCE);
    preview.write(
        SOURCE,
        &source.replacen("title = \"", "title = \"Another ", 1),
    );
    preview.wait_for(PAGE, "Another ");
    let other = preview.json(&known);
    assert_ne!(other["rows"], board["rows"]);
    assert!(!other["pages"].as_array().unwrap().is_empty());
}
