//! Publishing: the output folder is the whole old site or the whole new one, and nothing that
//! campaign did not write is ever touched.

use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use campaign::model::route::Route;
use campaign::world::publish::{
    Category, Change, Durability, Method, Options, Outcome, Placement, Publication, PublishError,
    Refusal, Target,
};
use tempfile::TempDir;

use crate::tree::{self, plant};

type Site<'a> = &'a [(&'a str, &'a str)];

const OLD: Site = &[
    ("index.html", "front door"),
    ("help/es/index.html", "ayuda"),
    ("help/es/visa/index.html", "visa T"),
    ("media/en/index.html", "press"),
];
const NEW: Site = &[
    ("index.html", "front door"),
    ("help/es/index.html", "ayuda, otra vez"),
    ("help/en/index.html", "help"),
];

/// A folder that holds a campaign and somebody's photographs.
struct Yard {
    folder: TempDir,
    method: Method,
}

impl Yard {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        plant(
            folder.path(),
            &[
                ("campaign/campaign.toml", ""),
                ("campaign/content/en.md", "Hello"),
                ("campaign/themes/faro/theme.toml", ""),
                ("campaign/.git/HEAD", "main"),
                ("campaign/notes.txt", "mine"),
                ("photos/wedding.jpg", "irreplaceable"),
            ],
        );
        let method = Method::Exchange;
        Self { folder, method }
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    fn public(&self) -> PathBuf {
        self.path("campaign/public")
    }

    fn target(&self, output: impl Into<PathBuf>) -> Target {
        Target {
            root: self.path("campaign"),
            output: output.into(),
        }
    }

    fn begin(&self, output: impl Into<PathBuf>) -> Result<Publication, PublishError> {
        let options = Options {
            durability: Durability::Fast,
            method: self.method,
        };
        Publication::begin_with(&self.target(output), options)
    }

    fn publish(&self, output: impl Into<PathBuf>, site: Site) -> Result<Outcome, PublishError> {
        let publication = self.begin(output)?;
        for (path, text) in site {
            publication.write(&Route::new([*path]), text.as_bytes())?;
        }
        publication.commit()
    }

    /// That `public/` is this site, and nothing is left beside it.
    fn check(&self, site: Site) {
        let expected = site
            .iter()
            .map(|(path, text)| ((*path).into(), (*text).into()));
        assert_eq!(tree::files(&self.public()), expected.collect());
        self.check_tidy();
    }

    fn check_tidy(&self) {
        let tree = tree::of(self.folder.path());
        let left: Vec<_> = tree
            .keys()
            .filter(|path| path.contains(".campaign-") || path.ends_with("journal.json"))
            .collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}

fn refusal(result: Result<impl Sized, PublishError>) -> Refusal {
    let error = result.err().expect("it is refused");
    assert_eq!(error.category(), Category::Usage, "{error}");
    match error {
        PublishError::Refused { reason, .. } => reason,
        other => panic!("{other}"),
    }
}

fn inode_and_time(path: &Path) -> (u64, i64, i64) {
    let metadata = path.metadata().unwrap();
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
}

#[test]
fn a_harmful_output_is_refused_and_nothing_is_touched() {
    let yard = Yard::new();
    let root = yard.path("campaign");
    plant(&root, &[("full/file", "mine"), ("file", "mine")]);
    plant(yard.folder.path(), &[("empty/inner/.keep", "")]);
    std::fs::remove_file(yard.path("empty/inner/.keep")).unwrap();
    symlink(yard.path("empty"), root.join("link")).unwrap();
    symlink(yard.path("empty"), yard.path("link")).unwrap();
    symlink("nowhere", root.join("dangling")).unwrap();
    symlink(&root, yard.path("alias")).unwrap();
    let canonical = root.canonicalize().unwrap();
    let sources = |name: &str| Refusal::InsideSources(canonical.join(name));
    let link = |name: &str| Refusal::SymbolicLink(canonical.join(name));
    let home = std::env::home_dir().unwrap();
    let cases = [
        (PathBuf::new(), Refusal::EmptyPath),
        ("~".into(), Refusal::HomeShorthand),
        ("~/site".into(), Refusal::HomeShorthand),
        ("/".into(), Refusal::FileSystemRoot),
        (home, Refusal::HomeFolder),
        (root.clone(), Refusal::CampaignRoot),
        (root.join("."), Refusal::CampaignRoot),
        (root.join("content/.."), Refusal::CampaignRoot),
        (root.join("missing/.."), Refusal::CampaignRoot),
        (
            yard.path("alias/."),
            Refusal::SymbolicLink(yard.path("alias")),
        ),
        (yard.path("alias/content"), sources("content")),
        (root.join(".."), Refusal::HoldsCampaign),
        (yard.path("photos/../"), Refusal::HoldsCampaign),
        (root.join("content"), sources("content")),
        (root.join("content/site"), sources("content")),
        (root.join("public/../content"), sources("content")),
        (root.join("Content"), sources("Content")),
        (root.join("locales"), sources("locales")),
        (root.join("themes/faro"), sources("themes")),
        (root.join("src"), sources("src")),
        (root.join("tests/out"), sources("tests")),
        (root.join(".git"), sources(".git")),
        (root.join(".campaign/site"), sources(".campaign")),
        (root.join("file"), Refusal::NotAFolder),
        (root.join("full"), Refusal::NotOurs),
        (yard.path("photos"), Refusal::NotOurs),
        (yard.path("empty"), Refusal::NotOurs),
        (root.join("link"), link("link")),
        (root.join("link/site"), link("link")),
        (root.join("dangling"), link("dangling")),
    ];
    let before = tree::of(yard.folder.path());
    for (output, expected) in cases {
        let found = refusal(yard.begin(&output));
        assert_eq!(found, expected, "{output:?}");
        assert_eq!(tree::of(yard.folder.path()), before, "{output:?}");
    }
    let outside = refusal(yard.begin(yard.path("link")));
    assert!(matches!(outside, Refusal::SymbolicLink(_)));
}

#[test]
fn both_paths_are_named() {
    let yard = Yard::new();
    let error = yard.begin(yard.path("photos")).unwrap_err().to_string();
    for path in ["campaign", "photos"] {
        assert!(error.contains(&format!("{:?}", yard.path(path))), "{error}");
    }
}

#[test]
fn a_missing_or_empty_folder_is_filled() {
    let yard = Yard::new();
    std::fs::create_dir(yard.path("empty")).unwrap();
    for output in [
        "campaign/public",
        "campaign/a/b/public",
        "empty",
        "elsewhere/site",
    ] {
        let outcome = yard.publish(yard.path(output), OLD).unwrap();
        assert_eq!(
            (outcome.files, outcome.unchanged, outcome.removed),
            (4, 0, 0)
        );
        assert_eq!(outcome.bytes, 26);
        assert_eq!(tree::files(&yard.path(output)).len(), 4);
    }
    yard.check(OLD);
}

#[test]
fn the_new_site_takes_the_place_of_the_old_in_each_way() {
    for (method, placement) in [
        (Method::Exchange, Placement::Exchanged),
        (Method::Rename, Placement::Renamed),
        (Method::Copy, Placement::Copied),
    ] {
        let yard = Yard {
            method,
            ..Yard::new()
        };
        assert_eq!(
            yard.publish(yard.public(), OLD).unwrap().placement,
            Placement::New
        );
        yard.check(OLD);
        let kept = inode_and_time(&yard.public().join("index.html"));
        let outcome = yard.publish(yard.public(), NEW).unwrap();
        assert_eq!(outcome.placement, placement);
        assert_eq!(
            (outcome.files, outcome.unchanged, outcome.removed),
            (3, 1, 2)
        );
        assert!(outcome.kept.is_empty());
        yard.check(NEW);
        assert_eq!(inode_and_time(&yard.public().join("index.html")), kept);
        yard.publish(yard.public(), OLD).unwrap();
        yard.check(OLD);
        assert!(
            !yard.public().join("help/en").exists(),
            "an emptied folder goes too"
        );
    }
}

#[test]
fn the_same_site_again_changes_nothing_at_all() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    let folder = inode_and_time(&yard.public());
    let outcome = yard.publish(yard.public(), OLD).unwrap();
    assert_eq!(
        (outcome.placement, outcome.unchanged),
        (Placement::Unchanged, 4)
    );
    assert_eq!(inode_and_time(&yard.public()), folder);
    yard.check(OLD);
    std::fs::remove_file(yard.public().join("index.html")).unwrap();
    yard.publish(yard.public(), OLD).unwrap();
    yard.check(OLD);
}

#[test]
fn what_somebody_put_among_the_files_stops_the_build() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    let check = |path: &str, change: Change| {
        let before = tree::of(yard.folder.path());
        let Refusal::Foreign { files, total } = refusal(yard.publish(yard.public(), NEW)) else {
            panic!("{path}");
        };
        assert_eq!(
            (files[0].path.as_str(), files[0].change, total),
            (path, change, 1)
        );
        assert_eq!(tree::of(yard.folder.path()), before, "{path}");
    };
    let public = yard.public();

    plant(&public, &[("help/mine.txt", "mine")]);
    check("help/mine.txt", Change::Added);
    std::fs::remove_file(public.join("help/mine.txt")).unwrap();

    std::fs::create_dir(public.join("mine")).unwrap();
    check("mine", Change::Added);
    std::fs::remove_dir(public.join("mine")).unwrap();

    symlink("/etc/passwd", public.join("users")).unwrap();
    check("users", Change::Added);
    std::fs::remove_file(public.join("users")).unwrap();

    // The same size, and the same time.
    let page = public.join("index.html");
    let time = page.metadata().unwrap().modified().unwrap();
    plant(&public, &[("index.html", "FRONT DOOR")]);
    std::fs::File::open(&page)
        .unwrap()
        .set_modified(time)
        .unwrap();
    check("index.html", Change::Edited);

    std::fs::remove_file(&page).unwrap();
    symlink("/etc/passwd", &page).unwrap();
    check("index.html", Change::Edited);

    std::fs::remove_file(&page).unwrap();
    yard.publish(yard.public(), NEW).unwrap();
    yard.check(NEW);
}

#[test]
fn at_most_ten_foreign_files_are_named() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    for number in 10..35 {
        plant(&yard.public(), &[(&format!("{number}.txt"), "mine")]);
    }
    let Refusal::Foreign { files, total } = refusal(yard.begin(yard.public())) else {
        panic!();
    };
    assert_eq!((files.len(), total), (10, 25));
    assert_eq!(
        (files[0].path.as_str(), files[9].path.as_str()),
        ("10.txt", "19.txt")
    );
}

#[test]
fn a_site_whose_record_is_lost_is_not_ours() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    std::fs::remove_dir_all(yard.path("campaign/.campaign")).unwrap();
    assert_eq!(refusal(yard.begin(yard.public())), Refusal::NotOurs);
    yard.check(OLD);
}

#[test]
fn a_campaign_may_be_moved_with_its_site() {
    let mut yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::rename(yard.path("campaign"), folder.path().join("campaign")).unwrap();
    yard.folder = folder;
    yard.publish(yard.public(), NEW).unwrap();
    yard.check(NEW);
}

#[test]
fn what_changes_during_the_build_stops_the_swap() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    let check = |change: &dyn Fn(), expected: &str| {
        let publication = yard.begin(yard.public()).unwrap();
        for (path, text) in NEW {
            publication
                .write(&Route::new([*path]), text.as_bytes())
                .unwrap();
        }
        change();
        let before = tree::files(&yard.public());
        let reason = refusal(publication.commit()).to_string();
        assert!(reason.contains(expected), "{reason}");
        assert_eq!(tree::files(&yard.public()), before);
        yard.check_tidy();
    };
    let public = yard.public();
    check(&|| plant(&public, &[("mine.txt", "mine")]), "mine.txt");
    std::fs::remove_file(public.join("mine.txt")).unwrap();
    // The file is in the new site too, by a second name.
    check(
        &|| plant(&public, &[("index.html", "edited")]),
        "index.html",
    );
    plant(&public, &[("index.html", "front door")]);
    let replace_with_link = || {
        std::fs::rename(&public, yard.path("moved")).unwrap();
        symlink(yard.path("moved"), &public).unwrap();
    };
    check(&replace_with_link, "symbolic link");
    assert_eq!(tree::files(&yard.path("moved")).len(), OLD.len());
}

#[test]
fn a_folder_that_flickers_between_itself_and_a_link_harms_nobody() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    // Somebody's copy of a part of the site: equal files, which only their place sets apart.
    plant(
        yard.folder.path(),
        &[
            ("copy/index.html", "ayuda"),
            ("copy/visa/index.html", "visa T"),
        ],
    );
    let copy = tree::of(&yard.path("copy"));
    let (folder, away) = (yard.public().join("help/es"), yard.path("away"));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                if std::fs::rename(&folder, &away).is_err() {
                    continue;
                }
                let linked = symlink(yard.path("copy"), &folder).is_ok();
                if linked && std::fs::symlink_metadata(&folder).is_ok_and(|it| it.is_symlink()) {
                    let _ = std::fs::remove_file(&folder);
                }
                if std::fs::rename(&away, &folder).is_err() {
                    let _ = std::fs::remove_dir_all(&away);
                }
            }
        });
        for round in 0..200 {
            let _ = yard.publish(yard.public(), if round % 2 == 0 { NEW } else { OLD });
            assert_eq!(tree::of(&yard.path("copy")), copy);
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_publication_that_is_dropped_leaves_everything_as_it_was() {
    let yard = Yard::new();
    drop(yard.begin(yard.path("campaign/a/b")).unwrap());
    assert!(!yard.path("campaign/a").exists());
    yard.publish(yard.public(), OLD).unwrap();
    let before = tree::of(&yard.public());
    let publication = yard.begin(yard.public()).unwrap();
    publication
        .write(&Route::new(["index.html"]), b"new")
        .unwrap();
    assert_eq!(tree::of(&yard.public()), before);
    drop(publication);
    yard.check(OLD);
}

#[test]
fn a_route_is_written_once() {
    let yard = Yard::new();
    let publication = yard.begin(yard.public()).unwrap();
    let route = Route::new(["index.html"]);
    publication.write(&route, b"one").unwrap();
    let error = publication.write(&route, b"two").unwrap_err();
    assert_eq!(error.category(), Category::Environment);
}

#[test]
fn many_threads_write_one_site() {
    let yard = Yard::new();
    let publication = yard.begin(yard.public()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let publication = &publication;
            scope.spawn(move || {
                for page in 0..50 {
                    let path = format!("es/{page}/{thread}/index.html");
                    publication
                        .write(&Route::new([&*path]), path.as_bytes())
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(publication.commit().unwrap().files, 400);
    assert!(
        tree::files(&yard.public())
            .iter()
            .all(|(path, text)| path == text)
    );
}

#[test]
fn one_build_at_a_time() {
    let yard = Yard::new();
    let first = yard.begin(yard.public()).unwrap();
    let error = yard.begin(yard.public()).unwrap_err();
    assert_eq!(error.category(), Category::Environment);
    let PublishError::Busy { process, .. } = error else {
        panic!("{error}");
    };
    assert_eq!(process, Some(std::process::id()));
    drop(first);
    yard.publish(yard.public(), OLD).unwrap();
}

#[test]
fn of_eight_builds_at_once_each_is_whole_or_busy() {
    let yard = Yard::new();
    yard.publish(yard.public(), OLD).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let yard = &yard;
            scope.spawn(move || {
                for round in 0..10 {
                    let site = if (thread + round) % 2 == 0 { OLD } else { NEW };
                    match yard.publish(yard.public(), site) {
                        Ok(_) | Err(PublishError::Busy { .. }) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
    });
    yard.publish(yard.public(), NEW).unwrap();
    yard.check(NEW);
}

/// Puts the yard into a state that a kill leaves: folders, and the journal that names them.
fn leave_behind(yard: &Yard, progress: &str) {
    let records = yard.path("campaign/.campaign/outputs");
    let record = std::fs::read_dir(records).unwrap().next().unwrap().unwrap();
    let journal = format!(
        r#"{{"staging":".campaign-staging-1","aside":".campaign-aside-1","made_parents":0,"progress":"{progress}"}}"#
    );
    std::fs::write(record.path().join("journal.json"), journal).unwrap();
}

#[test]
fn what_a_killed_build_left_is_made_good_by_the_next() {
    type Kill = (&'static str, fn(&Yard));
    let kills: [Kill; 4] = [
        ("staging", |yard| {
            plant(&yard.path("campaign/.campaign-staging-1"), &NEW[..1]);
        }),
        // Between the two renames.
        ("staging", |yard| {
            plant(&yard.path("campaign/.campaign-staging-1"), NEW);
            std::fs::rename(yard.public(), yard.path("campaign/.campaign-aside-1")).unwrap();
        }),
        ("copying", |yard| {
            plant(&yard.path("campaign/.campaign-staging-1"), NEW);
            plant(
                &yard.path("campaign/.campaign-aside-1"),
                &[("index.html", "fro")],
            );
        }),
        ("copied", |yard| {
            plant(&yard.path("campaign/.campaign-staging-1"), NEW);
            plant(&yard.path("campaign/.campaign-aside-1"), OLD);
            std::fs::remove_dir_all(yard.public().join("help")).unwrap();
        }),
    ];
    for (progress, kill) in kills {
        let yard = Yard::new();
        yard.publish(yard.public(), OLD).unwrap();
        leave_behind(&yard, progress);
        kill(&yard);
        drop(yard.begin(yard.public()).unwrap());
        yard.check(OLD);
        yard.publish(yard.public(), NEW).unwrap();
        yard.check(NEW);
    }
}

/// A file system of its own at a folder, for as long as this value lives.
struct Mount(PathBuf);

impl Mount {
    /// None where this process may not mount.
    fn new(at: PathBuf, arguments: &[&str]) -> Option<Self> {
        std::fs::create_dir_all(&at).unwrap();
        let done = Command::new("mount").args(arguments).arg(&at).output();
        if done.is_ok_and(|done| done.status.success()) {
            return Some(Self(at));
        }
        eprintln!("skipped: mounting needs root");
        None
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_named_and_the_old_site_stays() {
    let yard = Yard::new();
    let at = yard.path("small");
    let Some(_mount) = Mount::new(at.clone(), &["-t", "tmpfs", "-o", "size=400k", "tmpfs"]) else {
        return;
    };
    let output = at.join("public");
    yard.publish(&output, OLD).unwrap();
    let before = tree::of(&at);
    let publication = yard.begin(&output).unwrap();
    let page = vec![b'x'; 20_000];
    let error = (0..100)
        .find_map(|number| {
            let route = Route::new([&*format!("es/{number}/index.html")]);
            publication.write(&route, &page).err()
        })
        .expect("the disk fills up");
    assert!(error.is_disk_full());
    assert!(
        error
            .to_string()
            .starts_with("disk full while writing \"es/"),
        "{error}"
    );
    drop(publication);
    assert_eq!(tree::of(&at), before);
    yard.publish(&output, NEW).unwrap();
    assert_eq!(tree::files(&output).len(), NEW.len());
}

#[test]
fn a_mounted_folder_is_refused_and_one_inside_it_is_not() {
    let yard = Yard::new();
    let at = yard.path("mounted");
    let Some(_mount) = Mount::new(at.clone(), &["-t", "tmpfs", "tmpfs"]) else {
        return;
    };
    assert_eq!(refusal(yard.begin(&at)), Refusal::MountPoint);
    yard.publish(at.join("public"), OLD).unwrap();
    yard.publish(at.join("public"), NEW).unwrap();
    assert_eq!(tree::files(&at).len(), NEW.len());
}

#[test]
fn a_file_system_for_reading_only_is_an_error_of_the_machine() {
    let yard = Yard::new();
    let at = yard.path("mounted");
    let Some(_mount) = Mount::new(at.clone(), &["-t", "tmpfs", "tmpfs"]) else {
        return;
    };
    yard.publish(at.join("public"), OLD).unwrap();
    let remount = ["-o", "remount,ro"];
    assert!(
        Command::new("mount")
            .args(remount)
            .arg(&at)
            .status()
            .unwrap()
            .success()
    );
    let error = yard.publish(at.join("public"), NEW).unwrap_err();
    assert_eq!(error.category(), Category::Environment);
    assert!(
        error.to_string().contains("mounted/.campaign-staging"),
        "{error}"
    );
    assert_eq!(tree::files(&at).len(), OLD.len());
    yard.check_tidy();
}

/// In a container a site that came with the image lies in a lower layer, whose folders cannot be
/// renamed.
#[test]
fn a_site_from_a_container_image_is_replaced() {
    let yard = Yard::new();
    let base = yard.path("base");
    let Some(_mount) = Mount::new(base.clone(), &["-t", "tmpfs", "tmpfs"]) else {
        return;
    };
    for layer in ["upper", "work"] {
        std::fs::create_dir(base.join(layer)).unwrap();
    }
    let lower = base.join("lower");
    plant(&lower, &[("campaign.toml", ""), ("content/en.md", "")]);
    let target = |root: PathBuf| Target {
        output: root.join("public"),
        root,
    };
    let publish = |root: PathBuf, site: Site| {
        let publication = Publication::begin(&target(root)).unwrap();
        for (path, text) in site {
            publication
                .write(&Route::new([*path]), text.as_bytes())
                .unwrap();
        }
        publication.commit().unwrap()
    };
    publish(lower.clone(), OLD);
    let layers = format!(
        "lowerdir={},upperdir={},workdir={}",
        lower.display(),
        base.join("upper").display(),
        base.join("work").display()
    );
    let merged = base.join("merged");
    let Some(_overlay) = Mount::new(merged.clone(), &["-t", "overlay", "-o", &layers, "overlay"])
    else {
        return;
    };
    let outcome = publish(merged.clone(), NEW);
    assert_eq!(outcome.placement, Placement::Copied);
    assert_eq!(tree::files(&merged.join("public")).len(), NEW.len());
    let outcome = publish(merged.clone(), OLD);
    assert_eq!(outcome.placement, Placement::Exchanged);
    assert_eq!(tree::files(&merged.join("public")).len(), OLD.len());
    assert_eq!(tree::files(&lower.join("public")).len(), OLD.len());
}
