//! Pixels in memory.

use super::exif::Orientation;

/// Rows of pixels from the top left, each of three bytes (red, green, blue) or four (and alpha).
pub struct Pixels {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
    /// Bytes of a pixel: three or four.
    pub channels: usize,
    /// `width × height × channels` bytes.
    pub data: Vec<u8>,
}

impl Pixels {
    /// Pixels of a picture whose alpha is left out when nothing shines through.
    pub fn of_rgba(width: u32, height: u32, rgba: Vec<u8>) -> Self {
        let is_opaque = rgba
            .iter()
            .skip(3)
            .step_by(4)
            .all(|alpha| *alpha == u8::MAX);
        let (channels, data) = match is_opaque {
            true => (
                3,
                rgba.chunks_exact(4)
                    .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
                    .collect(),
            ),
            false => (4, rgba),
        };
        Self {
            width,
            height,
            channels,
            data,
        }
    }

    /// Bytes of a row.
    pub fn stride(&self) -> usize {
        side(self.width) * self.channels
    }

    /// The same picture the right way up.
    #[must_use]
    pub fn turned(self, orientation: Orientation) -> Self {
        if orientation == Orientation::Upright {
            return self;
        }
        let (width, height) = orientation.seen((self.width, self.height));
        let (last_x, last_y) = (side(self.width) - 1, side(self.height) - 1);
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..side(height) {
            for x in 0..side(width) {
                let (x, y) = match orientation {
                    Orientation::Upright => (x, y),
                    Orientation::FlippedAcross => (last_x - x, y),
                    Orientation::Turned180 => (last_x - x, last_y - y),
                    Orientation::FlippedDown => (x, last_y - y),
                    Orientation::Transposed => (y, x),
                    Orientation::Turned90 => (y, last_y - x),
                    Orientation::Transversed => (last_x - y, last_y - x),
                    Orientation::Turned270 => (last_x - y, x),
                };
                let at = y * self.stride() + x * self.channels;
                data.extend_from_slice(&self.data[at..at + self.channels]);
            }
        }
        Self {
            width,
            height,
            channels: self.channels,
            data,
        }
    }

    /// The red, green and blue of the picture, with its last column and row repeated until both
    /// sides are multiples of `block`.
    pub fn padded_rgb(&self, block: u32) -> Self {
        let (width, height) = (
            self.width.next_multiple_of(block),
            self.height.next_multiple_of(block),
        );
        let mut data = Vec::with_capacity(side(width) * side(height) * 3);
        for y in 0..side(height) {
            let start = y.min(side(self.height) - 1) * self.stride();
            let row = &self.data[start..start + self.stride()];
            for pixel in row.chunks_exact(self.channels) {
                data.extend_from_slice(&pixel[..3]);
            }
            let last = &row[row.len() - self.channels..][..3];
            for _ in self.width..width {
                data.extend_from_slice(last);
            }
        }
        Self {
            width,
            height,
            channels: 3,
            data,
        }
    }
}

/// A side as an index: no picture here is longer than [`super::LONGEST_SIDE`].
pub fn side(length: u32) -> usize {
    usize::try_from(length).expect("a side fits into memory")
}
