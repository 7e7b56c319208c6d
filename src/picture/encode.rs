//! Pixels → WebP: the home of the encoder.
//!
//! Of the two ways that WebP has, a photograph is much smaller by the one that loses a little
//! (VP8), and a drawing by the one that loses nothing (VP8L): the shorter file is taken. The
//! encoder for VP8 is the only one in safe Rust that is free to use; libwebp would make the file a
//! sixth smaller, but is C.

use image_webp::{ColorType, EncoderParams, WebPEncoder};

use super::format::Format;
use super::pixels::Pixels;
use super::webp::{self, Alpha, Chunk};

/// Of the encoder's hundred steps. Measured on photographs: below 85 flat surfaces show blocks, and
/// above 90 a file is no smaller than JPEG at the quality of its own that looks the same.
const QUALITY: u8 = 88;

/// The side of a macroblock of VP8 (RFC 6386 §2).
const MACROBLOCK: u32 = 16;

/// A WebP file of these pixels. What came as JPEG is a photograph; of everything else the shorter of
/// both ways is taken.
pub fn webp(pixels: &Pixels, from: Format, profile: Option<Vec<u8>>) -> Vec<u8> {
    let size = (pixels.width, pixels.height);
    let alpha = match pixels.channels {
        4 => Alpha::Transparent,
        _ => Alpha::Opaque,
    };
    let profile = profile.as_deref();
    let photograph = webp::file(size, alpha, profile, &lossy(pixels));
    if from == Format::Jpeg {
        return photograph;
    }
    let drawing = webp::file(size, alpha, profile, &frame(pixels, Loss::None));
    match drawing.len() <= photograph.len() {
        true => drawing,
        false => photograph,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loss {
    None,
    Some,
}

/// The chunks of a picture that loses a little. The encoder fills what a side lacks to whole
/// macroblocks with black, which bleeds into the picture, so it gets whole ones, and the true size
/// is stated afterwards.
fn lossy(pixels: &Pixels) -> Vec<Chunk> {
    let mut frame_of_colours = frame(&pixels.padded_rgb(MACROBLOCK), Loss::Some);
    for (name, data) in &mut frame_of_colours {
        if name == b"VP8 " {
            webp::state_size(data, (pixels.width, pixels.height));
        }
    }
    if pixels.channels == 3 {
        return frame_of_colours;
    }
    // Alpha has a chunk of its own, which knows no macroblocks.
    let mut chunks = frame(pixels, Loss::Some);
    chunks.retain(|(name, _)| name == b"ALPH");
    chunks.extend(frame_of_colours);
    chunks
}

/// The chunks that the encoder makes.
fn frame(pixels: &Pixels, loss: Loss) -> Vec<Chunk> {
    let mut params = EncoderParams::default();
    params.use_lossy = loss == Loss::Some;
    params.lossy_quality = QUALITY;
    let mut file = Vec::new();
    let mut encoder = WebPEncoder::new(&mut file);
    encoder.set_params(params);
    let colours = match pixels.channels {
        4 => ColorType::Rgba8,
        _ => ColorType::Rgb8,
    };
    encoder
        .encode(&pixels.data, pixels.width, pixels.height, colours)
        .expect("writing to memory does not fail, and both sides are in the limits of WebP");
    webp::frame(&file).expect("the encoder writes WebP")
}
