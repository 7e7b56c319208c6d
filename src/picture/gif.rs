//! GIF89a: a header, then blocks. Everything of any length is a row of sub-blocks.

use super::exif::Orientation;
use super::format::Format;
use super::reader::Reader;
use super::{Container, Fault, Header, Motion};

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const TRAILER: u8 = 0x3B;
const GRAPHIC_CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

/// The applications that say how often an animation runs; others (XMP, ICC) are not let through.
const LOOPS: [&[u8]; 2] = [b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0"];

/// The bytes of a loop block after its name: a sub-block of three, and its end.
const LOOP_LENGTH: usize = 5;

/// A GIF file up to its trailer.
pub struct Gif<'a> {
    /// Header and blocks that are kept, as they stand in the file.
    parts: Vec<&'a [u8]>,
    size: (u32, u32),
    frames: usize,
}

impl<'a> Gif<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut reader = Reader::new(bytes);
        reader.take(6)?;
        let size = (u32::from(reader.u16_le()?), u32::from(reader.u16_le()?));
        let flags = reader.byte()?;
        reader.take(2 + table_length(flags))?;
        let mut gif = Self {
            parts: vec![between(bytes, reader)],
            size,
            frames: 0,
        };
        while gif.block(&mut reader)? != TRAILER {}
        match gif.frames {
            0 => Err(Fault::Malformed),
            _ => Ok(gif),
        }
    }

    /// Reads one block and returns what it is.
    fn block(&mut self, reader: &mut Reader<'a>) -> Result<u8, Fault> {
        let start = reader.rest();
        let kind = reader.byte()?;
        let is_kept = match kind {
            TRAILER => true,
            IMAGE => {
                self.frames += 1;
                let descriptor = reader.take(9)?;
                reader.take(table_length(descriptor[8]) + 1)?;
                sub_blocks(reader)?;
                true
            }
            EXTENSION => {
                let label = reader.byte()?;
                let body = reader.rest();
                sub_blocks(reader)?;
                let length = between(body, *reader).len();
                let is_loop =
                    |name: &&[u8]| body.starts_with(name) && length == name.len() + LOOP_LENGTH;
                label == GRAPHIC_CONTROL || (label == APPLICATION && LOOPS.iter().any(is_loop))
            }
            _ => return Err(Fault::Malformed),
        };
        if is_kept {
            self.parts.push(between(start, *reader));
        }
        Ok(kind)
    }
}

/// How many bytes the table of colours has that these flags announce.
fn table_length(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

fn sub_blocks(reader: &mut Reader<'_>) -> Result<(), Fault> {
    loop {
        match reader.byte()? {
            0 => return Ok(()),
            length => reader.take(usize::from(length))?,
        };
    }
}

/// What was read since `start`.
fn between<'a>(start: &'a [u8], reader: Reader<'a>) -> &'a [u8] {
    &start[..start.len() - reader.rest().len()]
}

impl Container for Gif<'_> {
    fn header(&self) -> Header {
        Header {
            format: Format::Gif,
            width: self.size.0,
            height: self.size.1,
            motion: match self.frames {
                1 => Motion::Still,
                _ => Motion::Animated,
            },
        }
    }

    fn orientation(&self) -> Orientation {
        Orientation::Upright
    }

    fn profile(&self) -> Option<&[u8]> {
        None
    }

    fn clean(&self) -> Vec<u8> {
        self.parts.concat()
    }
}
