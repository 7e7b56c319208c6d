//! Pictures in a whole campaign: what a page says of them, and which edition has them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use campaign::cache::{Cache, InMemory};
use campaign::compile::{Compiled, Options, compile};
use campaign::model::route::Route;
use campaign::source::{Digest, Snapshot, Source};
use campaign::world::cache::DiskCache;

use super::files::{SECRET, jpeg, png};

/// A campaign for two audiences in two languages, with a theme that shows a page and nothing else.
const FRAME: [(&str, &str); 6] = [
    (
        "campaign.toml",
        "source_locale = \"en\"\ntheme = \"plain\"\nbase_url = \"https://example.org\"\n\
         [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n\
         [audiences.survivors]\nslug = \"help\"\n[audiences.public]\nslug = \"\"\n",
    ),
    (
        "locales/en/campaign.ftl",
        "campaign-title = Voices\naudience-public = All\naudience-survivors = You\n",
    ),
    (
        "locales/es/campaign.ftl",
        "campaign-title = Voces\naudience-public = Todos\naudience-survivors = Usted\n",
    ),
    ("themes/plain/templates/page.html", "{{ page.content }}"),
    ("themes/plain/templates/chooser.html", ""),
    ("themes/plain/templates/not-found.html", ""),
];

const CREDITED: &str = "credit = \"Ana\"\nlicence = \"CC BY 4.0\"\n\
                        alt = { en = \"A door\", es = \"Una puerta\" }\n";

/// Everything that a build would write, and the ids of the rules that it would report.
struct Built {
    files: BTreeMap<String, Vec<u8>>,
    faults: Vec<String>,
}

impl Built {
    fn page(&self, route: &str) -> &str {
        std::str::from_utf8(&self.files[route]).unwrap()
    }

    fn has(&self, start: &str, end: &str) -> bool {
        self.files
            .keys()
            .any(|route| route.starts_with(start) && route.ends_with(end))
    }
}

fn compiled(sources: &[(&str, &[u8])], faults: &mut Vec<String>) -> Compiled {
    let frame = FRAME.iter().map(|(path, text)| (*path, text.as_bytes()));
    let sources = frame.chain(sources.iter().copied());
    let snapshot = Snapshot::new(sources.map(|(path, bytes)| Source::new(path, bytes)));
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let found = compile(&snapshot, &options);
    faults.extend(
        found
            .diagnostics
            .iter()
            .map(|fault| fault.rule.id.to_owned()),
    );
    found.value.unwrap()
}

fn build(sources: &[(&str, &[u8])]) -> Built {
    let mut faults = Vec::new();
    let compiled = compiled(sources, &mut faults);
    rendered(&compiled, faults)
}

fn rendered(compiled: &Compiled, mut faults: Vec<String>) -> Built {
    let mut files = BTreeMap::new();
    let mut wanted: BTreeSet<Route> = compiled.site.entries.keys().cloned().collect();
    while let Some(route) = wanted.pop_first() {
        let file = compiled.render(&route).unwrap();
        faults.extend(
            file.diagnostics
                .iter()
                .map(|fault| fault.rule.id.to_owned()),
        );
        files.insert(route.to_string(), file.value.bytes);
        let known = |route: &Route| files.contains_key(route.as_str());
        wanted.extend(
            file.value
                .references
                .into_iter()
                .filter(|route| !known(route)),
        );
    }
    faults.sort();
    faults.dedup();
    Built { files, faults }
}

const EN: &str = "+++\ntitle = \"Home\"\n+++\n";

#[test]
fn a_page_offers_a_picture_in_the_sizes_that_screens_have() {
    let photo = jpeg(130, 10, 1);
    let text = format!("{EN}![A **door**](door.jpg)\n\n[whole](door.jpg)\n");
    let built = build(&[
        ("content/en.md", text.as_bytes()),
        ("content/es.md", text.as_bytes()),
        ("content/door.jpg", &photo),
        ("content/door.jpg.toml", CREDITED.as_bytes()),
    ]);
    assert_eq!(built.faults, Vec::<String>::new());
    let digest = Digest::of(&photo).short();
    let expected = format!(
        "<figure><img src=\"../door.{digest}-960.webp\" srcset=\"../door.{digest}-480.webp 480w, \
         ../door.{digest}-960.webp 960w, ../door.{digest}-1040.webp 1040w\" \
         sizes=\"(min-width: 48rem) 44rem, 100vw\" alt=\"A door\" width=\"1040\" height=\"80\" \
         decoding=\"async\"><figcaption><small class=\"credit\">Ana · CC BY 4.0</small>\
         </figcaption></figure>"
    );
    let expected = expected.replace("../door.", "../en/door.");
    let page = built.page("en/index.html");
    assert!(page.contains(&expected), "{page}\n{expected}");
    assert!(built.has("en/", "-480.webp") && built.has("en/", "door.jpg"));
    assert!(!built.has("", ".toml"));
    for (route, bytes) in &built.files {
        assert!(!super::holds(bytes, SECRET), "{route}");
    }
}

#[test]
fn what_stands_for_a_picture_comes_from_the_text_or_the_sidecar() {
    let small = png(8, 8, 1);
    let check = |text: &str, sidecar: &str, faults: &[&str], shown: &str| {
        let text = format!("{EN}{text}\n");
        let built = build(&[
            ("content/en.md", text.as_bytes()),
            ("content/es.md", text.as_bytes()),
            ("content/a.png", &small),
            ("content/a.png.toml", sidecar.as_bytes()),
        ]);
        assert_eq!(built.faults, faults, "{text}{sidecar}");
        let page = built.page("help/es/index.html");
        assert!(page.contains(shown), "{page}");
    };
    let own = "credit = \"a\"\nlicence = \"b\"\n";
    check("![](a.png)", CREDITED, &[], "alt=\"Una puerta\"");
    check("![x](a.png)", CREDITED, &[], "alt=\"x\"");
    check("![x](a.png)", "", &["missing-credit"], "alt=\"x\"");
    check("![](a.png)", own, &["missing-alt"], "alt=\"\"");
    check(
        "![](a.png)",
        &format!("{own}decorative = true"),
        &[],
        "alt=\"\"",
    );
    check(
        "![](a.png)",
        &format!("{own}alt = {{ en = \"x\" }}"),
        &["missing-alt"],
        "alt=\"\"",
    );
    check(
        "![](a.png)",
        &format!("{own}alt = {{ en = \"x\", es = \"  \" }}"),
        &["missing-alt"],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}alt = \"x\""),
        &["invalid-value"],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}alt = {{ fr = \"x\" }}"),
        &["unknown-locale"],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}license = \"x\""),
        &["unknown-key"],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}consent = \"release-on-file\"\ndepicts = [\"office\"]"),
        &[],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}consent = \"yes\""),
        &["invalid-value"],
        "",
    );
    check(
        "![x](a.png)",
        &format!("{own}depicts = [\"Duct tape\", \"chains\"]"),
        &["image-ethics"],
        "",
    );
    check(
        "![x](a.png \"T\")",
        own,
        &[],
        "<figcaption>T <small class=\"credit\">a · b</small></figcaption>",
    );
}

#[test]
fn a_template_gets_a_picture_in_the_widths_it_asks_for() {
    let photo = jpeg(130, 10, 1);
    let template = "{% set i = image(path=\"door.jpg\", widths=[480]) %}{{ i.src }}|{{ i.srcset }}|{{ i.width }}×\
                    {{ i.height }}|{{ i.alt }}|{{ i.credit }}|{{ i.licence }}";
    let built = build(&[
        ("content/en.md", EN.as_bytes()),
        ("content/es.md", EN.as_bytes()),
        ("content/door.jpg", &photo),
        ("content/door.jpg.toml", CREDITED.as_bytes()),
        ("themes/plain/templates/page.html", template.as_bytes()),
    ]);
    assert_eq!(built.faults, Vec::<String>::new());
    let digest = Digest::of(&photo).short();
    let expected = format!("../es/door.{digest}-480.webp||480×37|Una puerta|Ana|CC BY 4.0");
    assert_eq!(built.page("es/index.html"), expected);
    assert!(!built.has("", "-960.webp"), "nobody refers to it");
}

#[test]
fn an_edition_has_only_the_pictures_that_it_shows() {
    let (photo, other) = (jpeg(61, 4, 1), jpeg(62, 4, 1));
    let text = format!(
        "{EN}::: for survivors\n![x](door.jpg)\n:::\n\n::: not-for survivors\n![x](window.jpg)\n:::\n"
    );
    let sources: Vec<(&str, &[u8])> = vec![
        ("content/en.md", text.as_bytes()),
        ("content/es.md", text.as_bytes()),
        ("content/door.jpg", &photo),
        ("content/door.jpg.toml", CREDITED.as_bytes()),
        ("content/window.jpg", &other),
        ("content/window.jpg.toml", CREDITED.as_bytes()),
    ];
    let built = build(&sources);
    assert!(built.has("help/en/door.", "-480.webp") && !built.has("help/en/window.", ""));
    assert!(built.has("en/window.", "-480.webp") && !built.has("en/door.", ""));
    // Another picture for survivors changes no byte of what others get.
    let changed = jpeg(63, 4, 1);
    let mut sources = sources;
    sources[2].1 = &changed;
    let again = build(&sources);
    let others = |built: &Built| {
        let files = built
            .files
            .iter()
            .filter(|(route, _)| !route.starts_with("help/"));
        files
            .map(|(route, bytes)| (route.clone(), bytes.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(others(&built), others(&again));
    assert_ne!(built.files, again.files);
}

#[test]
fn a_file_that_cannot_be_published_says_why() {
    let check = |name: &str, bytes: &[u8], rule: &str| {
        let path = format!("content/{name}");
        let text = format!("{EN}[x]({name})\n");
        let built = build(&[
            ("content/en.md", text.as_bytes()),
            ("content/es.md", text.as_bytes()),
            (&path, bytes),
        ]);
        assert!(
            built.faults.contains(&rule.to_owned()),
            "{name}: {:?}",
            built.faults
        );
        let published = built.files.iter().find(|(route, _)| route.ends_with(name));
        assert!(
            published.is_none_or(|(_, bytes)| bytes.is_empty()),
            "{name}"
        );
    };
    let photo = jpeg(6, 4, 1);
    check("a.jpg", b"", "broken-image");
    check("a.jpg", &photo[..photo.len() / 2], "broken-image");
    check("a.png", &photo, "disguised-file");
    check("a.jpg", b"<html>", "disguised-file");
    check("a.pdf", b"MZ\x90\0", "disguised-file");
    check("a.avif", b"\0\0\0\x1cftypavif", "forbidden-asset");
    check("a.html", b"<script>", "forbidden-asset");
    check(
        "a.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "unsafe-svg",
    );
    let mut large = png(8, 8, 1);
    large[16..24].copy_from_slice(b"\0\0\x80\0\0\0\x80\0");
    check("a.png", &large, "oversized-image");
    check("b.jpg.toml", b"credit = \"x\"", "missing-asset");
}

#[test]
fn a_pdf_that_names_its_author_is_published_with_a_warning() {
    let built = build(&[
        ("content/en.md", format!("{EN}[x](a.pdf)\n").as_bytes()),
        ("content/es.md", format!("{EN}[x](a.pdf)\n").as_bytes()),
        (
            "content/a.pdf",
            b"%PDF-1.4\n1 0 obj << /Author (Jane) >> endobj",
        ),
    ]);
    assert_eq!(built.faults, ["pdf-metadata"]);
    assert!(built.has("en/", "a.pdf"));
}

#[test]
fn a_cache_changes_nothing_but_the_time_it_takes() {
    let photo = jpeg(61, 4, 1);
    let text = format!("{EN}![x](door.jpg)\n");
    let sources: [(&str, &[u8]); 4] = [
        ("content/en.md", text.as_bytes()),
        ("content/es.md", text.as_bytes()),
        ("content/door.jpg", &photo),
        ("content/door.jpg.toml", CREDITED.as_bytes()),
    ];
    let fresh = build(&sources).files;
    let with = |cache: Arc<dyn Cache>| {
        let compiled = compiled(&sources, &mut Vec::new()).with_cache(cache);
        rendered(&compiled, Vec::new()).files
    };
    let memory = Arc::new(InMemory::default());
    assert_eq!(with(memory.clone()), fresh);
    assert_eq!(with(memory), fresh);

    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join(".campaign/cache");
    let files = || {
        let entries = std::fs::read_dir(&folder).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(with(Arc::new(DiskCache::of(root.path()))), fresh);
    let kept = files();
    assert_eq!(kept.len(), 2, "two widths, whatever the number of editions");
    // Cut off, changed, and exchanged for something else.
    for path in &kept {
        let bytes = std::fs::read(path).unwrap();
        let mut changed = bytes.clone();
        *changed.last_mut().unwrap() ^= 1;
        for broken in [&bytes[..bytes.len() - 1], &bytes[..10], b"", &changed] {
            std::fs::write(path, broken).unwrap();
            assert_eq!(with(Arc::new(DiskCache::of(root.path()))), fresh);
            assert_eq!(std::fs::read(path).unwrap(), bytes, "it is written again");
        }
    }
    // What nobody asked for goes; what is not ours stays.
    let cache = DiskCache::of(root.path());
    let stale = Digest::of(b"stale");
    cache.keep(&stale, b"stale");
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    let cache = Arc::new(DiskCache::of(root.path()));
    with(cache.clone());
    cache.sweep();
    assert_eq!(cache.find(&stale), None);
    let mut left = kept;
    left.insert(folder.join("notes.txt"));
    assert_eq!(files(), left);
}
