//! Which way up a picture is: the one thing that is read from EXIF, and the one that may be written.

use super::Fault;
use super::reader::{Reader, length};

/// How a picture is stored: EXIF 2.32 §4.6.4, tag 274.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// As it is seen.
    #[default]
    Upright,
    /// Left and right exchanged.
    FlippedAcross,
    /// Upside down.
    Turned180,
    /// Top and bottom exchanged.
    FlippedDown,
    /// Rows and columns exchanged.
    Transposed,
    /// To be turned a quarter clockwise.
    Turned90,
    /// Rows and columns exchanged, and upside down.
    Transversed,
    /// To be turned a quarter counterclockwise.
    Turned270,
}

const TAG: u16 = 274;
const SHORT: u16 = 3;

impl Orientation {
    const ALL: [Self; 8] = [
        Self::Upright,
        Self::FlippedAcross,
        Self::Turned180,
        Self::FlippedDown,
        Self::Transposed,
        Self::Turned90,
        Self::Transversed,
        Self::Turned270,
    ];

    /// What an EXIF block says; upright when it says nothing that can be read.
    pub fn of_exif(exif: &[u8]) -> Self {
        let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
        let number = find(tiff).unwrap_or(1);
        let index = usize::from(number).wrapping_sub(1);
        Self::ALL.get(index).copied().unwrap_or_default()
    }

    /// A TIFF structure that says this and nothing else; none when there is nothing to say.
    pub fn to_tiff(self) -> Option<Vec<u8>> {
        let number = Self::ALL.iter().position(|other| *other == self)? + 1;
        if number == 1 {
            return None;
        }
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01".to_vec();
        tiff.extend(TAG.to_be_bytes());
        tiff.extend(SHORT.to_be_bytes());
        tiff.extend([0, 0, 0, 1, 0, u8::try_from(number).ok()?, 0, 0]);
        tiff.extend([0; 4]);
        Some(tiff)
    }

    /// Whether width and height are exchanged.
    pub fn is_sideways(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::Turned90 | Self::Transversed | Self::Turned270
        )
    }

    /// The size of what is seen, from the size of what is stored.
    pub fn seen(self, (width, height): (u32, u32)) -> (u32, u32) {
        match self.is_sideways() {
            true => (height, width),
            false => (width, height),
        }
    }
}

/// The number under the tag in the first directory of a TIFF structure.
fn find(tiff: &[u8]) -> Result<u16, Fault> {
    let is_big = match tiff.get(..4) {
        Some(b"MM\0\x2a") => true,
        Some(b"II\x2a\0") => false,
        _ => return Err(Fault::Malformed),
    };
    let short = |reader: &mut Reader<'_>| match is_big {
        true => reader.u16_be(),
        false => reader.u16_le(),
    };
    let mut reader = Reader::new(&tiff[4..]);
    let offset = match is_big {
        true => reader.u32_be()?,
        false => reader.u32_le()?,
    };
    let mut reader = Reader::new(tiff.get(length(offset)..).ok_or(Fault::Truncated)?);
    for _ in 0..short(&mut reader)? {
        let mut entry = Reader::new(reader.take(12)?);
        let (tag, kind) = (short(&mut entry)?, short(&mut entry)?);
        entry.take(4)?;
        if (tag, kind) == (TAG, SHORT) {
            return short(&mut entry);
        }
    }
    Ok(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for orientation in Orientation::ALL {
            let tiff = orientation.to_tiff().unwrap_or_default();
            assert_eq!(Orientation::of_exif(&tiff), orientation);
            for end in 0..tiff.len() {
                Orientation::of_exif(&tiff[..end]);
            }
        }
        assert_eq!(
            Orientation::of_exif(b"II\x2a\0\xff\xff\xff\xff"),
            Orientation::Upright
        );
    }
}
