//! What a file is: by its name, and by its first bytes. A browser believes the one and a system the
//! other, so they have to agree.

/// What may be published beside a page: pictures, sound, film, papers and data that no browser runs.
const ALLOWED: [&str; 23] = [
    "csv", "docx", "epub", "gif", "ics", "jpeg", "jpg", "m4a", "mp3", "mp4", "odt", "ogg", "opus",
    "pdf", "png", "svg", "txt", "vcf", "vtt", "wav", "webm", "webp", "xlsx",
];

/// Why a file with this extension is never published: `avif`, because what it says of its author
/// cannot be taken out of it, or `kind`.
pub fn forbidden(extension: &str) -> Option<&'static str> {
    match extension {
        _ if ALLOWED.contains(&extension) => None,
        "avif" | "heic" | "heif" => Some("avif"),
        _ => Some("kind"),
    }
}

/// How files begin, and what such a file is. Longer beginnings come before shorter ones.
const BEGINNINGS: [(&[u8], &str); 15] = [
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"OggS", "Ogg"),
    (b"\x1a\x45\xdf\xa3", "WebM"),
    (b"ID3", "MP3"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"BEGIN:VCALENDAR", "iCalendar"),
    (b"BEGIN:VCARD", "vCard"),
    (b"WEBVTT", "WebVTT"),
    (b"\0\0\x01\0", "ICO"),
];

/// What a file is if it is not what its extension says; `unknown` when nobody can tell.
pub fn disguised(extension: &str, bytes: &[u8]) -> Option<&'static str> {
    let actual = kind(bytes);
    let expected: &[&str] = match extension {
        "gif" => &["GIF"],
        "jpg" | "jpeg" => &["JPEG"],
        "png" => &["PNG"],
        "webp" => &["WebP"],
        "pdf" => &["PDF"],
        "docx" | "epub" | "odt" | "xlsx" => &["ZIP"],
        "ogg" | "opus" => &["Ogg"],
        "webm" => &["WebM"],
        "mp3" => &["MP3"],
        "m4a" | "mp4" => &["MP4"],
        "wav" => &["WAV"],
        "ics" => &["iCalendar"],
        "vcf" => &["vCard"],
        "vtt" => &["WebVTT"],
        // Texts of any kind.
        _ => &["unknown", "iCalendar", "vCard", "WebVTT"],
    };
    if !expected.contains(&actual) {
        return Some(actual);
    }
    // A text has no zero byte; a program has many.
    (actual == "unknown" && bytes.contains(&0)).then_some("unknown")
}

fn kind(bytes: &[u8]) -> &'static str {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if let Some((_, kind)) = BEGINNINGS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        return kind;
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => "WebP",
        (Some(b"RIFF"), _, Some(b"WAVE")) => "WAV",
        (_, Some(b"ftyp"), Some(b"avif" | b"avis")) => "AVIF",
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1")) => "HEIC",
        (_, Some(b"ftyp"), _) => "MP4",
        // A frame of MPEG audio: eleven bits set, then a version and layer that exist.
        (Some([0xFF, second, ..]), _, _) if second & 0xE6 != 0xE0 && second & 0xE0 == 0xE0 => "MP3",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bytes_have_to_agree() {
        let check = |extension: &str, bytes: &[u8], expected: Option<&str>| {
            assert_eq!(
                disguised(extension, bytes),
                expected,
                "{extension} {bytes:?}"
            );
        };
        check("jpg", b"\xff\xd8\xff\xe0", None);
        check("jpg", b"\x89PNG\r\n\x1a\n", Some("PNG"));
        check("png", b"<script>", Some("unknown"));
        check("pdf", b"%PDF-1.7", None);
        check("pdf", b"MZ\x90", Some("EXE"));
        check("mp3", b"\xff\xfb\x90\x00", None);
        check("docx", b"PK\x03\x04", None);
        check("txt", b"", None);
        check("csv", b"a,b", None);
        check("csv", b"a\0b", Some("unknown"));
        check("txt", b"\xff\xd8\xff\xe0", Some("JPEG"));
        check("mp4", b"\0\0\0\x18ftypisom", None);
        check("jpg", b"\0\0\0\x18ftypheic", Some("HEIC"));
    }
}
