//! The home of the decoders: all of them safe Rust, none with code for one kind of processor, so
//! that they make the same pixels everywhere.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::format::Format;
use super::pixels::{Pixels, side};
use super::{Fault, LONGEST_SIDE, MOST_PIXELS};

/// The longest profile that is unpacked: only those of printers, which have no place here, go so far.
const LONGEST_PROFILE: usize = 1 << 20;

/// The pixels of a picture, of its first frame when it has more.
pub fn decode(bytes: &[u8], format: Format) -> Result<Pixels, Fault> {
    let pixels = match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Gif => gif(bytes),
        Format::Webp => webp(bytes),
    }
    .ok_or(Fault::Malformed)?;
    match pixels.data.len() == pixels.stride() * side(pixels.height) {
        true => Ok(pixels),
        false => Err(Fault::Malformed),
    }
}

fn jpeg(bytes: &[u8]) -> Option<Pixels> {
    let longest = side(LONGEST_SIDE);
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGB)
        .set_max_width(longest)
        .set_max_height(longest);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    let data = decoder.decode().ok()?;
    let info = decoder.info()?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    let channels = data.len() / (side(width) * side(height)).max(1);
    let data = match channels {
        1 => data.iter().flat_map(|grey| [*grey; 3]).collect(),
        3 => data,
        _ => return None,
    };
    Some(Pixels {
        width,
        height,
        channels: 3,
        data,
    })
}

fn png(bytes: &[u8]) -> Option<Pixels> {
    // Eight bytes for a pixel: as much as PNG has.
    let bytes_at_most = usize::try_from(MOST_PIXELS * 8).unwrap_or(usize::MAX);
    let limits = png::Limits {
        bytes: bytes_at_most,
    };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut data = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut data).ok()?;
    data.truncate(frame.buffer_size());
    let (width, height) = (frame.width, frame.height);
    let opaque = |data| Pixels {
        width,
        height,
        channels: 3,
        data,
    };
    Some(match frame.color_type {
        png::ColorType::Grayscale => opaque(data.iter().flat_map(|grey| [*grey; 3]).collect()),
        png::ColorType::Rgb => opaque(data),
        png::ColorType::GrayscaleAlpha => {
            let wide = data
                .chunks_exact(2)
                .flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]);
            Pixels::of_rgba(width, height, wide.collect())
        }
        png::ColorType::Rgba => Pixels::of_rgba(width, height, data),
        png::ColorType::Indexed => return None,
    })
}

fn gif(bytes: &[u8]) -> Option<Pixels> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(Cursor::new(bytes)).ok()?;
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    let frame = decoder.read_next_frame().ok()??;
    let mut rgba = vec![0; side(width) * side(height) * 4];
    let stride = side(width) * 4;
    // A frame may stick out, or lie outside altogether.
    let left = (usize::from(frame.left) * 4).min(stride);
    let row_length = usize::from(frame.width) * 4;
    let shown = row_length.min(stride - left);
    let rows = rgba.chunks_exact_mut(stride).skip(usize::from(frame.top));
    for (row, own) in rows.zip(frame.buffer.chunks_exact(row_length.max(1))) {
        row[left..left + shown].copy_from_slice(&own[..shown]);
    }
    Some(Pixels::of_rgba(width, height, rgba))
}

fn webp(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).ok()?;
    let (width, height) = decoder.dimensions();
    let mut data = vec![0; decoder.output_buffer_size()?];
    decoder.read_image(&mut data).ok()?;
    Some(match decoder.has_alpha() {
        true => Pixels::of_rgba(width, height, data),
        false => Pixels {
            width,
            height,
            channels: 3,
            data,
        },
    })
}

/// The colour profile of a PNG file, unpacked.
pub fn png_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let limits = png::Limits {
        bytes: LONGEST_PROFILE,
    };
    let decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    let reader = decoder.read_info().ok()?;
    Some(reader.info().icc_profile.as_deref()?.to_vec())
}
