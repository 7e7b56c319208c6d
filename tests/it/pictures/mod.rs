//! What is published of a picture, and what is not.

mod files;
mod site;

use std::process::Command;

use campaign::picture::{self, Fault, Format, Motion};
use proptest::prelude::*;

use files::{SECRET, colour, gif, jpeg, png, webp};

/// One picture of each format, stored this way.
fn all(orientation: u16) -> Vec<(Format, Vec<u8>)> {
    vec![
        (Format::Jpeg, jpeg(6, 4, orientation)),
        (Format::Png, png(48, 32, orientation)),
        (Format::Webp, webp(48, 32, orientation)),
        (Format::Gif, gif(48, 32, 1)),
    ]
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// The pixels of a WebP file: width, height and red, green, blue.
fn decoded(webp: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(webp)).unwrap();
    let (width, height) = decoder.dimensions();
    let mut pixels = vec![0; decoder.output_buffer_size().unwrap()];
    decoder.read_image(&mut pixels).unwrap();
    (width, height, pixels)
}

#[test]
fn nothing_of_what_a_picture_says_besides_is_published() {
    for (format, bytes) in all(6) {
        assert!(holds(&bytes, SECRET), "{format:?}");
        let clean = picture::clean(&bytes, format).unwrap();
        let small = picture::resize(&bytes, format, 24).unwrap();
        for made in [&clean, &small] {
            for word in ["SECR", "Jane", "19.4", "Photoshop", "xmpmeta", "adobe"] {
                assert!(!holds(made, word), "{format:?}: {word}");
            }
        }
        assert_eq!(picture::read(&clean, format), picture::read(&bytes, format));
        assert_eq!(
            picture::clean(&clean, format).unwrap(),
            clean,
            "{format:?}: clean stays clean"
        );
    }
}

#[test]
fn a_picture_without_its_metadata_has_the_same_pixels() {
    for orientation in 1..=8 {
        for (format, bytes) in all(orientation) {
            let clean = picture::clean(&bytes, format).unwrap();
            assert_eq!(
                picture::resize(&clean, format, 48),
                picture::resize(&bytes, format, 48),
                "{format:?} {orientation}"
            );
        }
    }
}

/// What exiftool, which knows every format, still finds: sizes and how the pixels are coded.
#[test]
fn exiftool_finds_nothing_that_tells_of_anybody() {
    if Command::new("exiftool").arg("-ver").output().is_err() {
        eprintln!("SKIPPED: exiftool is not installed");
        return;
    }
    const HARMLESS: [&str; 6] = ["ExifTool", "System", "File", "JFIF", "RIFF", "Composite"];
    // Of a profile its numbers stay; of EXIF the orientation.
    const KEPT: [&str; 3] = ["Orientation", "ProfileName", "ExifByteOrder"];
    const PNG: [&str; 7] = [
        "ImageWidth",
        "ImageHeight",
        "BitDepth",
        "ColorType",
        "Compression",
        "Filter",
        "Interlace",
    ];
    let folder = tempfile::tempdir().unwrap();
    for (format, bytes) in all(6) {
        for (kind, made) in [
            ("clean", picture::clean(&bytes, format).unwrap()),
            ("small", picture::resize(&bytes, format, 24).unwrap()),
        ] {
            let file = folder.path().join(format!("{format:?}-{kind}"));
            std::fs::write(&file, made).unwrap();
            let output = Command::new("exiftool")
                .args(["-a", "-G0", "-s"])
                .arg(&file)
                .output()
                .unwrap();
            let told = String::from_utf8(output.stdout).unwrap();
            for line in told.lines() {
                let (group, rest) = line.trim_start_matches('[').split_once(']').unwrap();
                let name = rest.split_once(':').unwrap().0.trim();
                let is_known = HARMLESS.contains(&group)
                    || KEPT.contains(&name)
                    || (group == "PNG" && PNG.contains(&name))
                    || (group == "GIF" && !name.contains("Comment"))
                    || (group == "APP14")
                    || group == "ICC_Profile";
                assert!(is_known, "{format:?} {kind}: {line}");
                assert!(
                    !line.contains("SECR") && !line.contains("Warning"),
                    "{format:?} {kind}: {line}"
                );
                assert!(
                    !name.starts_with("GPS") && !name.contains("Thumbnail"),
                    "{line}"
                );
            }
        }
    }
}

#[test]
fn a_small_picture_stands_the_right_way_up() {
    // Where the corner at the top left of what is stored is seen.
    let corners = [
        (0, 0),
        (1, 0),
        (1, 1),
        (0, 1),
        (0, 0),
        (1, 0),
        (1, 1),
        (0, 1),
    ];
    for (orientation, (right, low)) in (1..=8).zip(corners) {
        for (format, bytes) in all(orientation).into_iter().take(3) {
            let header = picture::read(&bytes, format).unwrap();
            let seen = if orientation < 5 { (48, 32) } else { (32, 48) };
            assert_eq!((header.width, header.height), seen);
            let (width, height, pixels) = decoded(&picture::resize(&bytes, format, 4096).unwrap());
            assert_eq!((width, height), seen, "{format:?} {orientation}");
            let (x, y) = (right * (width - 1), low * (height - 1));
            let at = usize::try_from((y * width + x) * 3).unwrap();
            for (found, expected) in pixels[at..].iter().zip(colour(0, 0, 2, 2)) {
                assert!(
                    found.abs_diff(expected) < 30,
                    "{format:?} {orientation}: {:?}",
                    &pixels[at..at + 3]
                );
            }
        }
    }
}

#[test]
fn a_copy_keeps_colours_to_its_very_edges() {
    for width in [17, 31, 45] {
        let bytes = jpeg(6, 5, 1);
        let (width, height, pixels) =
            decoded(&picture::resize(&bytes, Format::Jpeg, width).unwrap());
        let last = &pixels[pixels.len() - 3..];
        assert!(
            last.iter().all(|value| value.abs_diff(220) < 20),
            "{width}×{height}: {last:?}"
        );
    }
}

#[test]
fn the_same_picture_comes_out_the_same_everywhere() {
    // The digest of what one machine made: another that makes anything else breaks incremental
    // builds and the promise that a build can be verified.
    let made: Vec<String> = all(1)
        .into_iter()
        .map(|(format, bytes)| {
            let small = picture::resize(&bytes, format, 24).unwrap();
            campaign::source::Digest::of(&small).short()
        })
        .collect();
    assert_eq!(made, PINNED);
}

const PINNED: [&str; 4] = ["c8d82c8e", "4b10138b", "4b10138b", "8853146e"];

#[test]
fn what_moves_keeps_moving() {
    let bytes = gif(48, 32, 3);
    assert_eq!(
        picture::read(&bytes, Format::Gif).unwrap().motion,
        Motion::Animated
    );
    let clean = picture::clean(&bytes, Format::Gif).unwrap();
    assert!(holds(&clean, "NETSCAPE2.0"));
    assert_eq!(
        picture::read(&clean, Format::Gif).unwrap().motion,
        Motion::Animated
    );
}

#[test]
fn a_frame_that_lies_outside_its_picture_is_not_seen() {
    let bytes = gif(48, 32, 1);
    let descriptor: &[u8] = &[0x2C, 0, 0, 0, 0, 48, 0, 32, 0];
    let at = bytes
        .windows(9)
        .position(|window| window == descriptor)
        .unwrap();
    for place in [[24, 0, 16, 0], [48, 0, 32, 0], [0xFF; 4]] {
        let mut bytes = bytes.clone();
        bytes[at + 1..at + 5].copy_from_slice(&place);
        let small = picture::resize(&bytes, Format::Gif, 48).unwrap();
        let (width, height, _) = decoded(&small);
        assert_eq!((width, height), (48, 32));
    }
}

#[test]
fn a_picture_that_ends_anywhere_is_a_fault_and_no_panic() {
    for (format, bytes) in all(6) {
        let whole = bytes.len() - SECRET.len();
        for end in 0..whole {
            let part = &bytes[..end];
            assert!(
                picture::read(part, format).is_err(),
                "{format:?} {end} of {whole}"
            );
            assert!(picture::clean(part, format).is_err());
            assert!(picture::resize(part, format, 16).is_err());
        }
        assert_eq!(picture::read(b"", format), Err(Fault::Empty));
    }
}

#[test]
fn a_picture_too_large_for_any_page_is_not_decoded() {
    let mut bytes = png(48, 32, 1);
    bytes[16..24].copy_from_slice(b"\0\0\xc3\x50\0\0\xc3\x50");
    let fault = Fault::Oversized {
        width: 50_000,
        height: 50_000,
    };
    assert_eq!(picture::read(&bytes, Format::Png), Err(fault));
    assert_eq!(picture::resize(&bytes, Format::Png, 480), Err(fault));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_picture_with_changed_bytes_is_no_panic(
        which in 0usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let (format, mut bytes) = all(6).swap_remove(which);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = picture::clean(&bytes, format);
        let _ = picture::resize(&bytes, format, 24);
    }
}
