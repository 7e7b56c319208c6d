//! PNG (W3C, third edition §5): a signature and chunks with a length, a name and a checksum.

use super::exif::Orientation;
use super::format::Format;
use super::profile;
use super::reader::{Reader, length};
use super::{Container, Fault, Header, Motion};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What makes the picture. Everything else is text, time, thumbnails, or an application's own.
const KEPT: [&[u8; 4]; 11] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"acTL", b"fcTL",
    b"fdAT",
];

/// A PNG file up to its last chunk.
pub struct Png<'a> {
    /// Name and data of each chunk that is kept.
    chunks: Vec<([u8; 4], &'a [u8])>,
    size: (u32, u32),
    orientation: Orientation,
    has_profile: bool,
    /// Unpacked.
    profile: Option<Vec<u8>>,
    motion: Motion,
}

impl<'a> Png<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut png = Self {
            chunks: Vec::new(),
            size: (0, 0),
            orientation: Orientation::Upright,
            has_profile: false,
            profile: None,
            motion: Motion::Still,
        };
        let mut reader = Reader::new(bytes);
        reader.expect(SIGNATURE)?;
        png.chunk(&mut reader)?;
        if png.size == (0, 0) {
            return Err(Fault::Malformed);
        }
        while &png.chunk(&mut reader)? != b"IEND" {}
        if png.has_profile {
            png.profile = super::decode::png_profile(bytes);
        }
        Ok(png)
    }

    /// Reads one chunk and returns its name.
    fn chunk(&mut self, reader: &mut Reader<'a>) -> Result<[u8; 4], Fault> {
        let size = reader.u32_be()?;
        let name: [u8; 4] = reader.array()?;
        let data = reader.take(length(size))?;
        reader.take(4)?;
        match &name {
            b"IHDR" => {
                let mut header = Reader::new(data);
                self.size = (header.u32_be()?, header.u32_be()?);
            }
            b"eXIf" => self.orientation = Orientation::of_exif(data),
            b"iCCP" => self.has_profile = true,
            b"acTL" => self.motion = Motion::Animated,
            _ => {}
        }
        if KEPT.contains(&&name) {
            self.chunks.push((name, data));
        }
        Ok(name)
    }
}

impl Container for Png<'_> {
    fn header(&self) -> Header {
        let (width, height) = self.orientation.seen(self.size);
        Header {
            format: Format::Png,
            width,
            height,
            motion: self.motion,
        }
    }

    fn orientation(&self) -> Orientation {
        self.orientation
    }

    fn profile(&self) -> Option<&[u8]> {
        self.profile.as_deref()
    }

    fn clean(&self) -> Vec<u8> {
        let mut out = SIGNATURE.to_vec();
        for (name, data) in &self.chunks {
            push_chunk(&mut out, name, data);
            if name == b"IHDR" {
                if let Some(profile) = self.profile().and_then(profile::essence) {
                    push_chunk(
                        &mut out,
                        b"iCCP",
                        &[b"i\0\0", &packed(&profile)[..]].concat(),
                    );
                }
                if let Some(tiff) = self.orientation.to_tiff() {
                    push_chunk(&mut out, b"eXIf", &tiff);
                }
            }
        }
        out
    }
}

fn push_chunk(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let size = u32::try_from(data.len()).expect("a chunk that was read had such a length");
    out.extend(size.to_be_bytes());
    let start = out.len();
    out.extend_from_slice(name);
    out.extend_from_slice(data);
    out.extend(checksum(&out[start..]).to_be_bytes());
}

/// CRC-32 as PNG has it (annex D), byte by byte with a table that is made when it is compiled.
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            #[expect(clippy::cast_possible_truncation, reason = "below 256")]
            let mut value = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 {
                    0xEDB8_8320 ^ (value >> 1)
                } else {
                    value >> 1
                };
                bit += 1;
            }
            table[byte] = value;
            byte += 1;
        }
        table
    };
    let step = |crc: u32, byte: &u8| TABLE[usize::from(crc.to_le_bytes()[0] ^ byte)] ^ (crc >> 8);
    !bytes.iter().fold(u32::MAX, step)
}

/// A zlib stream (RFC 1950) of one block that is not compressed: a profile of ours is short.
fn packed(data: &[u8]) -> Vec<u8> {
    let size = u16::try_from(data.len()).expect("a profile of ours is short");
    let mut out = vec![0x78, 0x01, 1];
    out.extend(size.to_le_bytes());
    out.extend((!size).to_le_bytes());
    out.extend_from_slice(data);
    let (mut a, mut b) = (1u32, 0u32);
    for byte in data {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    out.extend(((b << 16) | a).to_be_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_png() {
        // The last chunk of every PNG file.
        assert_eq!(checksum(b"IEND"), 0xAE42_6082);
    }
}
