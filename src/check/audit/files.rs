//! What stands in the files that pages show: style sheets, scripts, drawings and photographs.

use crate::check::markup::Page;

/// What a script would need to leave something on the device or to tell somebody (visitor safety,
/// S5).
const TRACES: [&str; 12] = [
    "cookie",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches",
    "serviceWorker",
    "sendBeacon",
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "RTCPeerConnection",
];

/// Whether an address leads to another host. Our own are relative, or begin with one `/`.
pub fn is_foreign(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.split([':', '/']).next().unwrap_or_default();
    let has_scheme = address[scheme.len()..].starts_with(':');
    address.starts_with("//") || (has_scheme && !scheme.eq_ignore_ascii_case("data"))
}

/// The addresses that a style sheet asks for.
pub fn addresses_of_sheet(sheet: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (begin, end) in [("url(", &[')'][..]), ("@import", &[';'][..])] {
        let mut rest = sheet;
        while let Some(at) = rest.find(begin) {
            rest = &rest[at + begin.len()..];
            let address = rest.split(end).next().unwrap_or(rest);
            let address = address.trim().trim_start_matches("url(");
            found.push(address.trim_matches(|c: char| "\"' ".contains(c)));
        }
    }
    found
}

/// Whether a style sheet gives links another look once somebody has followed them.
pub fn shows_visited(sheet: &str) -> bool {
    sheet.contains(":visited")
}

/// What a script would leave or send.
pub fn traces_of_script(script: &str) -> impl Iterator<Item = &'static str> + '_ {
    TRACES.into_iter().filter(|word| script.contains(word))
}

/// The addresses that a drawing asks for.
pub fn addresses_of_drawing(drawing: &str) -> Vec<String> {
    let resources = Page::read(drawing).resources;
    resources
        .into_iter()
        .flat_map(|resource| resource.candidates)
        .collect()
}

/// Whether a photograph carries where, when and by whom it was taken (EXIF, XMP, IPTC), in JPEG,
/// PNG, WebP or AVIF.
pub fn has_metadata(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 6] = [
        b"Exif\0\0",
        b"eXIf",
        b"EXIF",
        b"http://ns.adobe.com/xap",
        b"<x:xmpmeta",
        b"Photoshop 3.0\0",
    ];
    MARKS
        .iter()
        .any(|mark| bytes.windows(mark.len()).any(|window| window == *mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_hosts_are_told_from_our_own() {
        let check =
            |address: &str, expected| assert_eq!(is_foreign(address), expected, "{address}");
        check("../assets/a.css", false);
        check("/help/a.css", false);
        check("data:image/png;base64,x", false);
        check("//cdn.example/a.css", true);
        check("https://cdn.example/a.css", true);
        check("a/b:c", false);
    }

    #[test]
    fn style_sheets_ask_for_files() {
        let sheet = "@import \"x.css\";a{background:url('y.svg')}b{src:url(https://z/f.woff)}";
        assert_eq!(
            addresses_of_sheet(sheet),
            ["y.svg", "https://z/f.woff", "x.css"]
        );
    }

    #[test]
    fn traces_and_metadata() {
        assert_eq!(traces_of_script("location.replace(url)").count(), 0);
        assert_eq!(traces_of_script("localStorage.a=1;fetch(b)").count(), 2);
        assert!(has_metadata(b"\xff\xd8\xff\xe1\0\x10Exif\0\0MM"));
        assert!(!has_metadata(b"RIFF....WEBPVP8 "));
    }
}
