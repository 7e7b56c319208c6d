//! Reading a campaign's folder: what becomes a source, what is passed over, what is reported.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use campaign::diagnostic::Diagnosed;
use campaign::source::Snapshot;
use campaign::world::disk;

use crate::tree::{self, plant};

/// Reads `root` within ten seconds, which is long enough unless something waits for ever.
fn read(root: &Path) -> Diagnosed<Snapshot> {
    let (sender, receiver) = mpsc::channel();
    let root = root.to_path_buf();
    std::thread::spawn(move || sender.send(disk::read(&root)));
    let read = receiver.recv_timeout(Duration::from_secs(10));
    read.expect("reading comes to an end").unwrap()
}

fn paths(read: &Diagnosed<Snapshot>) -> Vec<&str> {
    read.value
        .iter()
        .map(|source| source.path.as_str())
        .collect()
}

/// `rule path argument=value …` for each fault.
fn faults(read: &Diagnosed<Snapshot>) -> Vec<String> {
    let describe = |fault: &campaign::diagnostic::Diagnostic| {
        let path = &fault.place.as_ref().unwrap().path;
        let arguments: Vec<_> = fault
            .arguments
            .iter()
            .filter(|(name, value)| *name != "name" || value != path.as_str())
            .map(|(name, value)| format!(" {name}={value}"))
            .collect();
        format!("{} {path}{}", fault.rule.id, arguments.concat())
    };
    read.diagnostics.iter().map(describe).collect()
}

#[test]
fn a_campaign_is_read_and_nothing_else() {
    let root = tempfile::tempdir().unwrap();
    plant(
        root.path(),
        &[
            ("campaign.toml", "theme = 'faro'"),
            ("translations.lock", ""),
            ("content/en.md", "Hello"),
            ("content/rights/en.md", "Rights"),
            ("content/rights/photo.jpg", "\u{0}"),
            ("locales/es/main.ftl", "a = b"),
            ("themes/faro/theme.toml", ""),
            ("README.md", "no"),
            ("notes/en.md", "no"),
            ("public/index.html", "no"),
            ("content/.env", "no"),
            ("content/.git/config", "no"),
            ("content/en.md~", "no"),
            ("content/#en.md#", "no"),
            ("content/en.md.swp", "no"),
            ("content/Thumbs.db", "no"),
            ("content/desktop.ini", "no"),
            ("themes/faro/node_modules/x/index.js", "no"),
        ],
    );
    symlink("someone@host.123", root.path().join("content/.#en.md")).unwrap();
    let read = read(root.path());
    assert_eq!(faults(&read), [""; 0]);
    assert_eq!(
        paths(&read),
        [
            "campaign.toml",
            "content/en.md",
            "content/rights/en.md",
            "content/rights/photo.jpg",
            "locales/es/main.ftl",
            "themes/faro/theme.toml",
            "translations.lock",
        ]
    );
    assert_eq!(&*read.value.get("content/en.md").unwrap().bytes, b"Hello");
}

#[test]
fn links_are_reported_and_never_followed() {
    let yard = tempfile::tempdir().unwrap();
    let root = yard.path().join("campaign");
    plant(
        yard.path(),
        &[("secret/key", "s"), ("campaign/content/en.md", "Hello")],
    );
    symlink("/etc/passwd", root.join("content/users.md")).unwrap();
    symlink("../../secret", root.join("content/secret")).unwrap();
    symlink("..", root.join("content/parent")).unwrap();
    symlink("loop", root.join("content/loop")).unwrap();
    symlink("nowhere", root.join("content/dangling")).unwrap();
    symlink("../secret", root.join("themes")).unwrap();
    symlink("../secret/key", root.join("campaign.toml")).unwrap();
    let read = read(&root);
    assert_eq!(paths(&read), ["content/en.md"]);
    assert_eq!(
        faults(&read),
        [
            "symbolic-link campaign.toml",
            "symbolic-link content/dangling",
            "symbolic-link content/loop",
            "symbolic-link content/parent",
            "symbolic-link content/secret",
            "symbolic-link content/users.md",
            "symbolic-link themes",
        ]
    );
}

#[test]
fn what_is_no_file_is_reported_without_waiting_for_it() {
    let root = tempfile::tempdir().unwrap();
    let content = root.path().join("content");
    plant(
        root.path(),
        &[
            ("content/en.md", "Hello"),
            ("locales", "a file"),
            ("themes/a", ""),
        ],
    );
    std::fs::create_dir(root.path().join("campaign.toml")).unwrap();
    let _socket = UnixListener::bind(content.join("socket")).unwrap();
    let made = Command::new("mkfifo").arg(content.join("pipe.md")).status();
    assert!(made.unwrap().success());
    let read = read(root.path());
    assert_eq!(paths(&read), ["content/en.md", "themes/a"]);
    assert_eq!(
        faults(&read),
        [
            "unreadable-file campaign.toml reason=folder",
            "unreadable-file content/pipe.md reason=pipe",
            "unreadable-file content/socket reason=socket",
            "unreadable-file locales reason=file",
        ]
    );
}

#[test]
fn a_name_that_is_not_utf8_is_reported_once() {
    let root = tempfile::tempdir().unwrap();
    let content = root.path().join("content");
    let folder = content.join(OsStr::from_bytes(b"rights\xff"));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("en.md"), "").unwrap();
    std::fs::write(content.join(OsStr::from_bytes(b"informaci\xf3n.md")), "").unwrap();
    let read = read(root.path());
    assert_eq!(paths(&read), [""; 0]);
    assert_eq!(
        faults(&read),
        [
            "unsafe-name content/informaci\u{fffd}n.md",
            "unsafe-name content/rights\u{fffd}",
        ]
    );
}

#[test]
fn what_may_not_be_read_is_reported() {
    if tree::is_root() {
        eprintln!("skipped: root may read everything");
        return;
    }
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    plant(
        root.path(),
        &[("content/en.md", ""), ("content/shut/en.md", "")],
    );
    let close = |path: &str| {
        let closed = std::fs::Permissions::from_mode(0o000);
        std::fs::set_permissions(root.path().join(path), closed).unwrap();
    };
    close("content/en.md");
    close("content/shut");
    assert_eq!(
        faults(&read(root.path())),
        [
            "unreadable-file content/en.md reason=permission-denied",
            "unreadable-file content/shut reason=permission-denied",
        ]
    );
}

#[test]
fn files_that_come_and_go_are_sources_or_faults() {
    let root = tempfile::tempdir().unwrap();
    let content = root.path().join("content");
    let (stop, stopped) = mpsc::channel::<()>();
    let coming_and_going = content.clone();
    let other = std::thread::spawn(move || {
        while stopped.try_recv() == Err(mpsc::TryRecvError::Empty) {
            plant(
                &coming_and_going,
                &[("a/en.md", "A"), ("b/en.md", "B"), ("c.md", "C")],
            );
            std::fs::remove_dir_all(&coming_and_going).unwrap();
        }
    });
    for _ in 0..300 {
        let read = read(root.path());
        assert!(
            faults(&read)
                .iter()
                .all(|fault| fault.starts_with("unreadable-file content"))
        );
    }
    drop(stop);
    other.join().unwrap();
}

#[test]
fn only_a_root_that_cannot_be_listed_is_an_error() {
    let yard = tempfile::tempdir().unwrap();
    plant(yard.path(), &[("file", "")]);
    assert!(disk::read(&yard.path().join("nowhere")).is_err());
    assert!(disk::read(&yard.path().join("file")).is_err());
    assert_eq!(
        disk::read(yard.path()).unwrap(),
        Diagnosed::clean(Snapshot::default())
    );
}

#[test]
fn the_root_is_the_nearest_folder_with_a_campaign() {
    let yard = tempfile::tempdir().unwrap();
    let path = yard.path().canonicalize().unwrap();
    plant(
        &path,
        &[
            ("campaign.toml", ""),
            ("content/rights/en.md", ""),
            ("inner/campaign.toml", ""),
            ("inner/content/en.md", ""),
        ],
    );
    let find = |inside: &str| disk::find_root(&path.join(inside));
    assert_eq!(find("content/rights"), Some(path.clone()));
    assert_eq!(find("content/rights/.."), Some(path.clone()));
    assert_eq!(find(""), Some(path.clone()));
    assert_eq!(find("inner/content"), Some(path.join("inner")));
    assert_eq!(find("nowhere"), None);
    std::fs::remove_file(path.join("campaign.toml")).unwrap();
    assert_eq!(find("content"), None);
}
