//! Pictures as bytes: what kind a file is, what its header says, the same picture without anything
//! that tells who made it and where, and smaller ones.
//!
//! A photo of a shelter that names the shelter's position endangers everybody in it. So no raster
//! image is published as it came: [`clean`] writes its container anew from the parts that make the
//! picture, and [`resize`] makes smaller ones from its pixels alone. Everything here is a function
//! of bytes with integer arithmetic, and gives the same bytes on every machine; all decoders are
//! safe Rust, because a picture is what a stranger sent.

mod decode;
mod encode;
mod exif;
mod format;
mod gif;
mod jpeg;
mod pixels;
mod png;
mod profile;
mod reader;
mod resample;
mod webp;

use crate::diagnostic::Diagnostic;
use crate::rules;

pub use exif::Orientation;
pub use format::Format;
pub use resample::height_at;

/// The part of every cache key that changes when the same picture comes out otherwise.
pub const VERSION: u32 = 1;

/// The most pixels of a picture: cameras that people carry take fewer than 64 million, and four
/// bytes for each of them fit into the memory of an old computer.
pub const MOST_PIXELS: u64 = 64_000_000;

/// The longest side: what WebP can hold (RFC 9649 §2.5).
pub const LONGEST_SIDE: u32 = 16_383;

/// What is wrong with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has no bytes.
    Empty,
    /// It ends before its end.
    Truncated,
    /// It breaks the rules of its format.
    Malformed,
    /// It is larger than [`MOST_PIXELS`] or [`LONGEST_SIDE`].
    Oversized {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
}

impl Fault {
    /// The fault as the rule that it breaks; whoever knows them adds name and place.
    pub fn diagnostic(self) -> Diagnostic {
        let reason = match self {
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::Malformed => "malformed",
            Self::Oversized { width, height } => {
                return Diagnostic::new(&rules::OVERSIZED_IMAGE)
                    .with("width", width)
                    .with("height", height)
                    .with("megapixels", MOST_PIXELS / 1_000_000)
                    .with("side", LONGEST_SIDE);
            }
        };
        Diagnostic::new(&rules::BROKEN_IMAGE).with("reason", reason)
    }
}

/// Whether a picture moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One frame.
    Still,
    /// More than one.
    Animated,
}

/// What the header of a picture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its format.
    pub format: Format,
    /// Across, in pixels, the right way up.
    pub width: u32,
    /// Down, in pixels, the right way up.
    pub height: u32,
    /// Whether it moves.
    pub motion: Motion,
}

/// Reads the header and walks through the whole container, without decoding a pixel.
///
/// # Errors
/// What is wrong with the container.
pub fn read(bytes: &[u8], format: Format) -> Result<Header, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    let header = container(bytes, format)?.header();
    let (width, height) = (header.width, header.height);
    if width == 0 || height == 0 {
        return Err(Fault::Malformed);
    }
    let is_oversized =
        width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
    match is_oversized {
        true => Err(Fault::Oversized { width, height }),
        false => Ok(header),
    }
}

/// The same picture, pixel for pixel, with nothing beside what shows it: its container is written
/// anew from a list of parts that are let through. What stays of the rest is the orientation, and
/// the numbers of a colour profile other than sRGB.
///
/// # Errors
/// What is wrong with the container.
pub fn clean(bytes: &[u8], format: Format) -> Result<Vec<u8>, Fault> {
    read(bytes, format)?;
    Ok(container(bytes, format)?.clean())
}

/// The first frame of the picture at this width, the right way up, as WebP.
///
/// # Errors
/// What is wrong with the picture.
pub fn resize(bytes: &[u8], format: Format, width: u32) -> Result<Vec<u8>, Fault> {
    let header = read(bytes, format)?;
    let container = container(bytes, format)?;
    let pixels = decode::decode(bytes, format)?.turned(container.orientation());
    if (pixels.width, pixels.height) != (header.width, header.height) {
        return Err(Fault::Malformed);
    }
    let small = resample::to_width(pixels, width);
    let profile = container.profile().and_then(profile::essence);
    Ok(encode::webp(&small, format, profile))
}

/// A file that was walked through.
trait Container {
    fn header(&self) -> Header;

    fn orientation(&self) -> Orientation;

    /// Its colour profile, as it is.
    fn profile(&self) -> Option<&[u8]>;

    fn clean(&self) -> Vec<u8>;
}

fn container(bytes: &[u8], format: Format) -> Result<Box<dyn Container + '_>, Fault> {
    Ok(match format {
        Format::Jpeg => Box::new(jpeg::Jpeg::read(bytes)?),
        Format::Png => Box::new(png::Png::read(bytes)?),
        Format::Gif => Box::new(gif::Gif::read(bytes)?),
        Format::Webp => Box::new(webp::Webp::read(bytes)?),
    })
}
