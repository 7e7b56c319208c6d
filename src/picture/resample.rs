//! A picture made smaller.
//!
//! Each side is resampled on its own with the cubic filter of Mitchell and Netravali
//! (“Reconstruction Filters in Computer Graphics”, SIGGRAPH 1988) with B = C = 1/3, widened to the
//! pixels that fall together, so that fine patterns do not turn into coarse ones. Weights are whole
//! numbers, so that every machine makes the same picture.

use super::pixels::{Pixels, side};

/// Weights are multiples of 2⁻¹⁴: sums of them times a byte stay far below 2³¹.
const PRECISION: u32 = 14;

/// Pixels that go into one, and with what weight.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

/// The picture at this width and the height that keeps its shape; as it is when it is not wider.
pub fn to_width(pixels: Pixels, width: u32) -> Pixels {
    if width == 0 || width >= pixels.width {
        return pixels;
    }
    let height = height_at(width, (pixels.width, pixels.height));
    let mut pixels = pixels;
    if pixels.channels == 4 {
        premultiply(&mut pixels.data);
    }
    let narrow = across(&pixels, width);
    let mut small = down(&narrow, height);
    if small.channels == 4 {
        unpremultiply(&mut small.data);
    }
    small
}

/// The height of a picture of this size at another width, to the nearest pixel.
pub fn height_at(width: u32, (full_width, full_height): (u32, u32)) -> u32 {
    let (width, full_width) = (u64::from(width), u64::from(full_width));
    let height = (u64::from(full_height) * width + full_width / 2) / full_width;
    u32::try_from(height.max(1)).expect("smaller than it was")
}

fn across(pixels: &Pixels, width: u32) -> Pixels {
    let taps = taps(side(pixels.width), side(width));
    let channels = pixels.channels;
    let mut data = Vec::with_capacity(side(width) * side(pixels.height) * channels);
    for row in pixels.data.chunks_exact(pixels.stride()) {
        for tap in &taps {
            let mut sums = [ROUND; 4];
            let reach = row[tap.first * channels..].chunks_exact(channels);
            for (pixel, weight) in reach.zip(&tap.weights) {
                for (sum, value) in sums.iter_mut().zip(pixel) {
                    *sum += i32::from(*value) * weight;
                }
            }
            data.extend(sums[..channels].iter().map(|sum| byte(*sum)));
        }
    }
    Pixels {
        width,
        height: pixels.height,
        channels,
        data,
    }
}

fn down(pixels: &Pixels, height: u32) -> Pixels {
    let stride = pixels.stride();
    let mut data = Vec::with_capacity(stride * side(height));
    let mut sums = vec![0; stride];
    for tap in taps(side(pixels.height), side(height)) {
        sums.fill(ROUND);
        let rows = pixels.data[tap.first * stride..].chunks_exact(stride);
        for (row, weight) in rows.zip(&tap.weights) {
            for (sum, value) in sums.iter_mut().zip(row) {
                *sum += i32::from(*value) * weight;
            }
        }
        data.extend(sums.iter().map(|sum| byte(*sum)));
    }
    Pixels {
        width: pixels.width,
        height,
        channels: pixels.channels,
        data,
    }
}

const ROUND: i32 = 1 << (PRECISION - 1);

fn byte(sum: i32) -> u8 {
    u8::try_from((sum >> PRECISION).clamp(0, 255)).expect("clamped to a byte")
}

/// For each of `to` pixels, which of `from` go into it.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides have fourteen bits, and weights fifteen"
)]
fn taps(from: usize, to: usize) -> Vec<Taps> {
    let scale = from as f64 / to as f64;
    let make = |index: usize| {
        let centre = (index as f64 + 0.5) * scale;
        let first = (centre - 2.0 * scale).floor().max(0.0) as usize;
        let end = ((centre + 2.0 * scale).ceil() as usize).min(from);
        let at = |pixel: usize| mitchell((pixel as f64 + 0.5 - centre) / scale);
        let total: f64 = (first..end).map(at).sum();
        let one = f64::from(1 << PRECISION);
        let mut weights: Vec<i32> = (first..end)
            .map(|pixel| (at(pixel) / total * one).round() as i32)
            .collect();
        // What rounding took or gave goes to the middle, so that a plain surface stays as it is.
        let rest = (1 << PRECISION) - weights.iter().sum::<i32>();
        let middle = weights.len() / 2;
        weights[middle] += rest;
        Taps { first, weights }
    };
    (0..to).map(make).collect()
}

/// The filter, by the distance from its centre in pixels of the smaller picture.
fn mitchell(distance: f64) -> f64 {
    let x = distance.abs();
    match x {
        _ if x < 1.0 => (7.0 * x * x * x - 12.0 * x * x + 16.0 / 3.0) / 6.0,
        _ if x < 2.0 => (-7.0 / 3.0 * x * x * x + 12.0 * x * x - 20.0 * x + 32.0 / 3.0) / 6.0,
        _ => 0.0,
    }
}

/// Colours weighed by their alpha: what cannot be seen must not colour what can.
fn premultiply(rgba: &mut [u8]) {
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for value in &mut pixel[..3] {
            *value = narrow((u32::from(*value) * alpha + 127) / 255);
        }
    }
}

fn unpremultiply(rgba: &mut [u8]) {
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for value in &mut pixel[..3] {
            *value = match alpha {
                0 => 0,
                _ => narrow((u32::from(*value) * 255 + alpha / 2) / alpha),
            };
        }
    }
}

fn narrow(value: u32) -> u8 {
    u8::try_from(value.min(255)).expect("at most 255")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_surface_stays_as_it_is() {
        for (from, to) in [(1000, 480), (481, 480), (16_383, 480), (7, 3), (2, 1)] {
            for tap in taps(from, to) {
                assert_eq!(tap.weights.iter().sum::<i32>(), 1 << PRECISION);
                assert!(tap.first + tap.weights.len() <= from);
            }
        }
    }

    #[test]
    fn the_shape_stays() {
        assert_eq!(height_at(480, (4000, 3000)), 360);
        assert_eq!(height_at(480, (16_000, 1)), 1);
    }
}
