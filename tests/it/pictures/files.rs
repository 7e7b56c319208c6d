//! Pictures made here, byte by byte, with everything that cameras and programs put into them.

/// Stands in every piece of metadata: no byte of it may be published.
pub const SECRET: &str = "SECRET-19.4326-99.1332-Jane-Doe";

/// Colours by place: each corner has another.
pub fn colour(x: u32, y: u32, width: u32, height: u32) -> [u8; 3] {
    match (x * 2 < width, y * 2 < height) {
        (true, true) => [200, 40, 40],
        (false, true) => [40, 160, 40],
        (true, false) => [40, 40, 200],
        (false, false) => [220, 220, 220],
    }
}

fn rgb(width: u32, height: u32) -> Vec<u8> {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    places
        .flat_map(|(x, y)| colour(x, y, width, height))
        .collect()
}

/// EXIF with an orientation, an author, a position, and the picture that a camera adds for its
/// screen.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II\x2a\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut entry = [tag.to_le_bytes(), kind.to_le_bytes()].concat();
        entry.extend(count.to_le_bytes());
        entry.extend(value);
        entry
    };
    let count = u32::try_from(SECRET.len()).unwrap();
    let data = 8 + 2 + 3 * 12 + 4;
    let gps = data + count;
    tiff.extend(3u16.to_le_bytes());
    let low = orientation.to_le_bytes();
    tiff.extend(entry(0x0112, 3, 1, [low[0], low[1], 0, 0]));
    tiff.extend(entry(0x013B, 2, count, data.to_le_bytes()));
    tiff.extend(entry(0x8825, 4, 1, gps.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(SECRET.bytes());
    tiff.extend(2u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, (gps + 2 + 24 + 4).to_le_bytes()));
    tiff.extend([0; 4]);
    for number in [19u32, 1, 25, 1, 57, 1] {
        tiff.extend(number.to_le_bytes());
    }
    tiff
}

pub fn xmp() -> Vec<u8> {
    format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='{SECRET}'/></rdf:RDF></x:xmpmeta>"
    )
    .into_bytes()
}

/// A colour profile of a screen with wider colours than sRGB, and the name of its maker.
pub fn profile() -> Vec<u8> {
    let xyz = |values: [i32; 3]| {
        let mut data = b"XYZ \0\0\0\0".to_vec();
        data.extend(values.into_iter().flat_map(i32::to_be_bytes));
        data
    };
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0".to_vec();
    let mut text = b"text\0\0\0\0".to_vec();
    text.extend(SECRET.bytes());
    text.resize(text.len().next_multiple_of(4), 0);
    // Display P3.
    let tags = [
        (b"cprt", text),
        (b"wtpt", xyz([63_190, 65_536, 54_061])),
        (b"rXYZ", xyz([33_759, 15_807, -69])),
        (b"gXYZ", xyz([19_170, 45_371, 2_745])),
        (b"bXYZ", xyz([10_269, 4_358, 51_391])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut header = vec![0; 128];
    header[8..24].copy_from_slice(b"\x02\x10\0\0mntrRGB XYZ ");
    header[36..40].copy_from_slice(b"acsp");
    header[48..52].copy_from_slice(b"SECR");
    header[68..80].copy_from_slice(b"\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d");
    let mut table = 8u32.to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (name, tag) in tags {
        table.extend(name);
        table.extend(u32::try_from(start + data.len()).unwrap().to_be_bytes());
        table.extend(u32::try_from(tag.len()).unwrap().to_be_bytes());
        data.extend(tag);
    }
    let size = u32::try_from(start + data.len()).unwrap();
    header[..4].copy_from_slice(&size.to_be_bytes());
    [header, table, data].concat()
}

/// A JPEG file of flat squares of eight pixels: nothing but the first coefficient of each block.
pub fn jpeg(columns: u16, rows: u16, orientation: u16) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, data: &[u8]| {
        out.extend([0xFF, marker]);
        out.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        out.extend(data);
    };
    segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    segment(0xE1, &[b"Exif\0\0", &exif(orientation)[..]].concat());
    segment(
        0xE1,
        &[b"http://ns.adobe.com/xap/1.0/\0", &xmp()[..]].concat(),
    );
    segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", &profile()[..]].concat());
    let length = u8::try_from(SECRET.len()).unwrap();
    let iptc = [
        b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0",
        &[length + 5][..],
        b"\x1c\x02\x50\0",
        &[length],
        SECRET.as_bytes(),
    ];
    segment(0xED, &iptc.concat());
    segment(0xFE, SECRET.as_bytes());
    segment(0xDB, &[&[0][..], &[1; 64]].concat());
    let size = [(rows * 8).to_be_bytes(), (columns * 8).to_be_bytes()].concat();
    segment(
        0xC0,
        &[&[8], &size[..], b"\x03\x01\x11\0\x02\x11\0\x03\x11\0"].concat(),
    );
    // Twelve categories of four bits; and one code of one bit: “the rest of the block is zero”.
    let categories: Vec<u8> = (0..12).collect();
    segment(
        0xC4,
        &[b"\0\0\0\0\x0c\0\0\0\0\0\0\0\0\0\0\0\0", &categories[..]].concat(),
    );
    segment(0xC4, b"\x10\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    segment(0xDA, b"\x03\x01\0\x02\0\x03\0\0\x3f\0");
    out.extend(scan(columns, rows));
    out.extend([0xFF, 0xD9]);
    // What cameras hide behind the end.
    out.extend(SECRET.bytes());
    out
}

fn scan(columns: u16, rows: u16) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::new();
    let mut push = |value: u32, count: u32| {
        bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
    };
    let mut before = [0i32; 3];
    for (x, y) in (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y))) {
        let [r, g, b] = colour(x.into(), y.into(), columns.into(), rows.into()).map(i32::from);
        let luma = (299 * r + 587 * g + 114 * b) / 1000;
        let values = [luma - 128, (b - luma) * 564 / 1000, (r - luma) * 713 / 1000];
        for (value, before) in values.into_iter().zip(&mut before) {
            let difference = value * 8 - *before;
            *before = value * 8;
            let category = 32 - difference.unsigned_abs().leading_zeros();
            push(category, 4);
            let coded = match difference < 0 {
                true => difference + (1 << category) - 1,
                false => difference,
            };
            push(coded.unsigned_abs(), category);
            push(0, 1);
        }
    }
    let mut out = Vec::new();
    for eight in bits.chunks(8) {
        let byte = (0..8).fold(0, |byte, bit| {
            byte << 1 | u8::from(*eight.get(bit).unwrap_or(&true))
        });
        out.push(byte);
        if byte == 0xFF {
            out.push(0);
        }
    }
    out
}

fn png_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in name.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                0xEDB8_8320 ^ (crc >> 1)
            } else {
                crc >> 1
            };
        }
    }
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], name, data, &(!crc).to_be_bytes()].concat()
}

/// A zlib stream that is not compressed, so that what it hides can be found in it.
fn zlib(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    let mut out = [
        &b"\x78\x01\x01"[..],
        &length.to_le_bytes(),
        &(!length).to_le_bytes(),
        data,
    ]
    .concat();
    let (a, b) = data.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

/// A PNG file with texts, a time, EXIF and a profile.
pub fn png(width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = png::Encoder::new(&mut plain, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&rgb(width, height)).unwrap();
    writer.finish().unwrap();
    let (head, body) = plain.split_at(8 + 25);
    let text = [b"Author\0", SECRET.as_bytes()].concat();
    let international = [b"Title\0\0\0\0\0", SECRET.as_bytes()].concat();
    let compressed = [b"Comment\0\0", &zlib(SECRET.as_bytes())[..]].concat();
    let profile = [SECRET.as_bytes(), b"\0\0", &zlib(&profile())[..]].concat();
    let mut out = head.to_vec();
    out.extend(png_chunk(b"iCCP", &profile));
    out.extend(png_chunk(b"tEXt", &text));
    out.extend(png_chunk(b"iTXt", &international));
    out.extend(png_chunk(b"zTXt", &compressed));
    out.extend(png_chunk(b"tIME", b"\x07\xea\x0b\x18\x0c\0\0"));
    out.extend(png_chunk(b"eXIf", &exif(orientation)));
    out.extend(png_chunk(b"prVt", SECRET.as_bytes()));
    out.extend(body);
    out.extend(SECRET.bytes());
    out
}

/// A WebP file with EXIF, XMP, a profile, and a chunk of an application's own.
pub fn webp(width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut out);
    encoder.set_exif_metadata(exif(orientation));
    encoder.set_xmp_metadata(xmp());
    encoder.set_icc_profile(profile());
    encoder
        .encode(
            &rgb(width, height),
            width,
            height,
            image_webp::ColorType::Rgb8,
        )
        .unwrap();
    out.extend(b"SECR");
    out.extend(u32::try_from(SECRET.len()).unwrap().to_le_bytes());
    out.extend(SECRET.bytes());
    out.resize(out.len().next_multiple_of(2), 0);
    let size = u32::try_from(out.len() - 8).unwrap();
    out[4..8].copy_from_slice(&size.to_le_bytes());
    out.extend(SECRET.bytes());
    out
}

/// A GIF file with a comment, XMP and this many frames.
pub fn gif(width: u16, height: u16, frames: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = gif::Encoder::new(&mut out, width, height, &[]).unwrap();
    encoder.set_repeat(gif::Repeat::Infinite).unwrap();
    encoder
        .write_raw_extension(gif::AnyExtension(0xFE), &[SECRET.as_bytes()])
        .unwrap();
    let name: &[u8] = b"XMP DataXMP";
    encoder
        .write_raw_extension(gif::AnyExtension(0xFF), &[name, SECRET.as_bytes()])
        .unwrap();
    let pixels = rgb(width.into(), height.into());
    let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(x, y)| colour(x, y, 2, 2));
    let indexes: Vec<u8> = pixels
        .chunks(3)
        .map(|pixel| corners.iter().position(|corner| corner == pixel).unwrap())
        .map(|index| u8::try_from(index).unwrap())
        .collect();
    for _ in 0..frames {
        let palette = corners.as_flattened();
        let frame = gif::Frame::from_palette_pixels(width, height, &indexes[..], palette, None);
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    out.extend(SECRET.bytes());
    out
}
