//! WebP (RFC 9649 §2): a RIFF file of chunks with a name and a length.

use super::exif::Orientation;
use super::format::Format;
use super::profile;
use super::reader::{Reader, length};
use super::{Container, Fault, Header, Motion};

/// The name and the data of a chunk.
pub type Chunk = ([u8; 4], Vec<u8>);

/// Whether something shines through a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alpha {
    /// Nothing.
    Opaque,
    /// Something.
    Transparent,
}

/// What makes the picture, or one frame of it.
const KEPT: [&[u8; 4]; 5] = [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"];

/// Flags of the extended header (§2.7).
const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const IS_ANIMATED: u8 = 0x02;

/// What stands in an ANMF chunk before its own chunks: place, size, duration.
const FRAME_HEADER: usize = 16;

/// A WebP file up to the length that it states.
pub struct Webp<'a> {
    /// Name and data of each chunk that is kept.
    chunks: Vec<([u8; 4], &'a [u8])>,
    size: (u32, u32),
    /// The flags of the extended header, if it has one.
    flags: Option<u8>,
    orientation: Orientation,
    profile: Option<&'a [u8]>,
}

impl<'a> Webp<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut webp = Self {
            chunks: Vec::new(),
            size: (0, 0),
            flags: None,
            orientation: Orientation::Upright,
            profile: None,
        };
        let mut reader = Reader::new(bytes);
        reader.expect(b"RIFF")?;
        let size = reader.u32_le()?;
        let mut chunks = Reader::new(reader.take(length(size))?);
        chunks.expect(b"WEBP")?;
        while !chunks.is_empty() {
            webp.chunk(&mut chunks)?;
        }
        match webp.chunks.is_empty() {
            true => Err(Fault::Malformed),
            false => Ok(webp),
        }
    }

    fn chunk(&mut self, reader: &mut Reader<'a>) -> Result<(), Fault> {
        let (name, data) = chunk(reader)?;
        match &name {
            b"VP8X" => {
                let mut header = Reader::new(data);
                self.flags = Some(header.byte()?);
                header.take(3)?;
                self.size = (header.u24_le()? + 1, header.u24_le()? + 1);
            }
            b"VP8 " if self.flags.is_none() => self.size = lossy_size(data)?,
            b"VP8L" if self.flags.is_none() => self.size = lossless_size(data)?,
            b"EXIF" => self.orientation = Orientation::of_exif(data),
            b"ICCP" => self.profile = Some(data),
            _ => {}
        }
        if KEPT.contains(&&name) {
            self.chunks.push((name, data));
        }
        Ok(())
    }

    fn has(&self, flag: u8) -> bool {
        self.flags.is_some_and(|flags| flags & flag != 0)
    }
}

/// One chunk: its name and data. A data of odd length is followed by a byte that says nothing.
fn chunk<'a>(reader: &mut Reader<'a>) -> Result<([u8; 4], &'a [u8]), Fault> {
    let name = reader.array()?;
    let size = length(reader.u32_le()?);
    let data = reader.take(size)?;
    if size % 2 == 1 && !reader.is_empty() {
        reader.byte()?;
    }
    Ok((name, data))
}

/// RFC 6386 §9.1: three bytes, a start code, then two sizes of fourteen bits.
fn lossy_size(data: &[u8]) -> Result<(u32, u32), Fault> {
    let mut reader = Reader::new(data);
    reader.take(3)?;
    reader.expect(&[0x9D, 0x01, 0x2A])?;
    let mut side = || Ok(u32::from(reader.u16_le()? & 0x3FFF));
    Ok((side()?, side()?))
}

/// RFC 9649 §3.4: a signature, then two sizes of fourteen bits less one.
fn lossless_size(data: &[u8]) -> Result<(u32, u32), Fault> {
    let mut reader = Reader::new(data);
    reader.expect(&[0x2F])?;
    let bits = reader.u32_le()?;
    Ok(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}

impl Container for Webp<'_> {
    fn header(&self) -> Header {
        let (width, height) = self.orientation.seen(self.size);
        Header {
            format: Format::Webp,
            width,
            height,
            motion: match self.has(IS_ANIMATED) {
                true => Motion::Animated,
                false => Motion::Still,
            },
        }
    }

    fn orientation(&self) -> Orientation {
        self.orientation
    }

    fn profile(&self) -> Option<&[u8]> {
        self.profile
    }

    fn clean(&self) -> Vec<u8> {
        let profile = self.profile.and_then(profile::essence);
        let exif = self.orientation.to_tiff();
        let mut chunks = Vec::new();
        if self.flags.is_some() {
            let kept = self.flags.unwrap_or_default() & (HAS_ALPHA | IS_ANIMATED);
            let flags = kept
                | profile.as_ref().map_or(0, |_| HAS_PROFILE)
                | exif.as_ref().map_or(0, |_| HAS_EXIF);
            push_chunk(&mut chunks, b"VP8X", &extended_header(flags, self.size));
        }
        if let Some(profile) = &profile {
            push_chunk(&mut chunks, b"ICCP", profile);
        }
        for (name, data) in &self.chunks {
            match name {
                b"ANMF" => push_chunk(&mut chunks, name, &clean_frame(data)),
                _ => push_chunk(&mut chunks, name, data),
            }
        }
        if let Some(exif) = &exif {
            push_chunk(&mut chunks, b"EXIF", exif);
        }
        riff(&chunks)
    }
}

/// A frame of an animation has chunks of its own.
fn clean_frame(data: &[u8]) -> Vec<u8> {
    let Some((header, rest)) = data.split_at_checked(FRAME_HEADER) else {
        return Vec::new();
    };
    let mut out = header.to_vec();
    let mut reader = Reader::new(rest);
    while let Ok((name, data)) = chunk(&mut reader) {
        if matches!(&name, b"VP8 " | b"VP8L" | b"ALPH") {
            push_chunk(&mut out, &name, data);
        }
    }
    out
}

/// The data of a VP8X chunk.
fn extended_header(flags: u8, (width, height): (u32, u32)) -> Vec<u8> {
    let mut header = vec![flags, 0, 0, 0];
    header.extend(&(width - 1).to_le_bytes()[..3]);
    header.extend(&(height - 1).to_le_bytes()[..3]);
    header
}

fn push_chunk(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let size = u32::try_from(data.len()).expect("a chunk that was read had such a length");
    out.extend_from_slice(name);
    out.extend(size.to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

/// The file around chunks.
fn riff(chunks: &[u8]) -> Vec<u8> {
    let mut out = b"RIFF".to_vec();
    let size = u32::try_from(chunks.len() + 4).expect("a file that was read had such a length");
    out.extend(size.to_le_bytes());
    out.extend_from_slice(b"WEBP");
    out.extend_from_slice(chunks);
    out
}

/// A file of one still picture from the chunks of its frame: an ALPH chunk before VP8, or VP8L.
pub fn file(size: (u32, u32), alpha: Alpha, profile: Option<&[u8]>, frame: &[Chunk]) -> Vec<u8> {
    let mut chunks = Vec::new();
    let flags = match alpha {
        Alpha::Opaque => 0,
        Alpha::Transparent => HAS_ALPHA,
    } | profile.map_or(0, |_| HAS_PROFILE);
    if flags != 0 {
        push_chunk(&mut chunks, b"VP8X", &extended_header(flags, size));
    }
    if let Some(profile) = profile {
        push_chunk(&mut chunks, b"ICCP", profile);
    }
    for (name, data) in frame {
        push_chunk(&mut chunks, name, data);
    }
    riff(&chunks)
}

/// The chunks of the frame in a file of a still picture.
pub fn frame(bytes: &[u8]) -> Result<Vec<Chunk>, Fault> {
    let webp = Webp::read(bytes)?;
    let owned = |(name, data): &([u8; 4], &[u8])| (*name, data.to_vec());
    Ok(webp.chunks.iter().map(owned).collect())
}

/// States another size in a VP8 chunk. The picture keeps its macroblocks, so the size has to have as
/// many of them.
pub fn state_size(data: &mut [u8], (width, height): (u32, u32)) {
    // Behind the frame tag and the start code (RFC 6386 §9.1).
    data[6..8].copy_from_slice(&width.to_le_bytes()[..2]);
    data[8..10].copy_from_slice(&height.to_le_bytes()[..2]);
}
