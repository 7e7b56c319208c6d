//! Colour profiles (ICC.1:2022): which numbers of them a picture needs.
//!
//! A profile can name its maker, a camera's owner, and the moment it was made. What a browser needs
//! of the profile of a screen or camera is where red, green, blue and white lie and the three
//! curves: a profile is written anew from these. One that says sRGB says nothing, since that is what
//! a picture without profile means; one of another kind (for printers, say) is left out.

use super::reader::{Reader, length};

/// The tags that stay: primaries, white, curves, and the adaptation of white.
const TAGS: [&[u8; 4]; 8] = [
    b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"rTRC", b"gTRC", b"bTRC", b"chad",
];

/// The tags without which the rest is of no use.
const NEEDED: usize = 7;

const HEADER: usize = 128;

/// The longest curve: 4096 entries, as the profiles of scanners have.
const LONGEST_TAG: usize = 12 + 2 * 4096;

/// Where red, green and blue of sRGB lie (IEC 61966-2-1, adapted to D50), in 1/65536.
const SRGB: [[i32; 3]; 3] = [
    [28_583, 14_581, 912],
    [25_238, 46_981, 6_363],
    [9_376, 3_972, 46_800],
];

/// How far the numbers of two profiles for the same colours lie apart: makers round differently.
const NEARLY: i32 = 200;

/// The essence of a profile; none when it says sRGB or nothing that can be used.
pub fn essence(icc: &[u8]) -> Option<Vec<u8>> {
    if icc.get(36..40)? != b"acsp" || icc.get(16..20)? != b"RGB " {
        return None;
    }
    let tags = tags(icc)?;
    let has = |name: &[u8; 4]| tags.iter().any(|(known, _)| known == name);
    if !TAGS[..NEEDED].iter().all(|name| has(name)) || is_srgb(&tags) {
        return None;
    }
    Some(write(icc, &tags))
}

type Tag<'a> = ([u8; 4], &'a [u8]);

fn tags(icc: &[u8]) -> Option<Vec<Tag<'_>>> {
    let mut reader = Reader::new(icc.get(HEADER..)?);
    let mut found = Vec::new();
    for _ in 0..reader.u32_be().ok()? {
        let name: [u8; 4] = reader.array().ok()?;
        let start = length(reader.u32_be().ok()?);
        let size = length(reader.u32_be().ok()?);
        if !TAGS.contains(&&name) || found.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let data = icc.get(start..start.checked_add(size)?)?;
        found.push((name, numbers(data)?));
    }
    found.sort_unstable();
    Some(found)
}

/// The data of a tag, exactly as long as its type says: behind it anything could stand.
fn numbers(data: &[u8]) -> Option<&[u8]> {
    let size = match data.get(..4)? {
        b"XYZ " => 8 + 12,
        b"sf32" => 8 + 36,
        b"curv" => 12 + 2 * length(u32::from_be_bytes(data.get(8..12)?.try_into().ok()?)),
        b"para" => 12 + 4 * *[1, 3, 4, 5, 7].get(usize::from(*data.get(9)?))?,
        _ => return None,
    };
    (size <= LONGEST_TAG).then(|| data.get(..size)).flatten()
}

fn is_srgb(tags: &[Tag<'_>]) -> bool {
    let find = |name: &[u8; 4]| tags.iter().find(|(known, _)| known == name);
    let is_near = |(name, expected): (&[u8; 4], &[i32; 3])| {
        let data = find(name).map_or(&[][..], |(_, data)| data);
        data.get(8..).is_some_and(|values| {
            values
                .chunks_exact(4)
                .zip(expected)
                .all(|(value, expected)| {
                    let value = i32::from_be_bytes([value[0], value[1], value[2], value[3]]);
                    value.abs_diff(*expected) < NEARLY.unsigned_abs()
                })
        })
    };
    TAGS[..3].iter().copied().zip(&SRGB).all(is_near)
        && find(b"rTRC").is_some_and(|(_, curve)| is_srgb_curve(curve))
}

/// Whether a curve runs as that of sRGB does: 0.5 stands for 0.214.
fn is_srgb_curve(curve: &[u8]) -> bool {
    match curve.get(..4) {
        // The form of sRGB's own formula, with its exponent of 2.4.
        Some(b"para") => curve.get(9) == Some(&3) && curve.get(12..14) == Some(&[0, 2]),
        Some(b"curv") => {
            let values = &curve[12..];
            match values.len() / 2 {
                // One number is an exponent in 1/256: 2.2 is what a careful eye cannot tell apart.
                1 => (0x0220..=0x0240).contains(&u16::from_be_bytes([values[0], values[1]])),
                0 => false,
                count => {
                    let at = count / 2 * 2;
                    let middle = u16::from_be_bytes([values[at], values[at + 1]]);
                    (13_300..=14_700).contains(&middle)
                }
            }
        }
        _ => false,
    }
}

fn write(icc: &[u8], tags: &[Tag<'_>]) -> Vec<u8> {
    let mut header = vec![0; HEADER];
    // Version, class, colours, connection space, signature, intent and white point of the space.
    for range in [8..24, 36..40, 64..80] {
        header[range.clone()].copy_from_slice(&icc[range]);
    }
    let mut table = Vec::new();
    let mut data = Vec::new();
    let start = HEADER + 4 + 12 * tags.len();
    let number = |value: usize| u32::try_from(value).expect("a short profile").to_be_bytes();
    table.extend(number(tags.len()));
    for (name, tag) in tags {
        table.extend_from_slice(name);
        table.extend(number(start + data.len()));
        table.extend(number(tag.len()));
        data.extend_from_slice(tag);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    header[..4].copy_from_slice(&number(start + data.len()));
    [header, table, data].concat()
}
