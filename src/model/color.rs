//! Colours: sRGB as screens show them, OKLCH as designers choose them, and how well one reads on
//! another.
//!
//! Formulas: OKLab by Björn Ottosson (2020, "A perceptual color space for image processing"), as CSS
//! Color 4 §9.2 has it; the transfer function of sRGB (IEC 61966-2-1); relative luminance and
//! contrast ratio of WCAG 2.2. Colours beyond sRGB are clipped channel by channel, which is what
//! browsers do.

use std::fmt;

/// A colour of sRGB with eight bits a channel: the one that reaches the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Color {
    /// Red, green and blue.
    pub channels: [u8; 3],
}

/// A colour as lightness (0 to 1), chroma (0 to about 0.4) and hue (in degrees).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    /// How light it looks.
    pub lightness: f64,
    /// How colourful it looks.
    pub chroma: f64,
    /// Where it lies on the circle.
    pub hue: f64,
}

impl Color {
    /// Reads `#rgb`, `#rrggbb` or `oklch(38% 0.065 220)`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix('#') {
            Some(digits) => hexadecimal(digits),
            None => Oklch::read(text).map(Oklch::to_color),
        }
    }

    /// How light it is, from 0 for black to 1 for white (WCAG 2.2, relative luminance).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How well one colour reads on the other, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour of the same hue and chroma that passes `test` and is nearest in lightness.
    pub fn nearest(self, test: impl Fn(Self) -> bool) -> Option<Self> {
        /// A difference in lightness that nobody sees.
        const STEP: f64 = 0.002;
        let own = self.to_oklch();
        let lighter_or_darker = |step: i32| {
            let distance = f64::from(step) * STEP;
            [own.lightness - distance, own.lightness + distance]
        };
        (0..=500)
            .flat_map(lighter_or_darker)
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| Oklch { lightness, ..own }.to_color())
            .find(|color| test(*color))
    }

    /// The same colour as lightness, chroma and hue.
    pub fn to_oklch(self) -> Oklch {
        let [red, green, blue] = self.linear();
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Oklch {
            lightness,
            chroma: a.hypot(b),
            hue: b.atan2(a).to_degrees().rem_euclid(360.0),
        }
    }

    fn linear(self) -> [f64; 3] {
        self.channels.map(|channel| {
            let value = f64::from(channel) / 255.0;
            match value <= 0.040_45 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        })
    }
}

impl fmt::Display for Color {
    /// Written `#rrggbb`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Oklch {
    /// Reads `oklch(38% 0.065 220)`; lightness also as `0.38`, hue also with `deg`.
    pub fn read(text: &str) -> Option<Self> {
        let inside = text.strip_prefix("oklch(")?.strip_suffix(')')?;
        let mut parts = inside.split_ascii_whitespace();
        let lightness = parts.next()?;
        let lightness = match lightness.strip_suffix('%') {
            Some(percent) => percent.parse::<f64>().ok()? / 100.0,
            None => lightness.parse().ok()?,
        };
        let chroma: f64 = parts.next()?.parse().ok()?;
        let hue: f64 = parts.next()?.trim_end_matches("deg").parse().ok()?;
        let is_whole = parts.next().is_none()
            && (0.0..=1.0).contains(&lightness)
            && (0.0..=1.0).contains(&chroma)
            && hue.is_finite();
        is_whole.then_some(Self {
            lightness,
            chroma,
            hue,
        })
    }

    /// The nearest colour that a screen can show, channel by channel.
    pub fn to_color(self) -> Color {
        let (sine, cosine) = self.hue.to_radians().sin_cos();
        let (a, b) = (self.chroma * cosine, self.chroma * sine);
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ];
        Color {
            channels: linear.map(encoded),
        }
    }
}

/// The transfer function of sRGB, in eight bits.
fn encoded(linear: f64) -> u8 {
    let value = match linear <= 0.003_130_8 {
        true => 12.92 * linear,
        false => 1.055 * linear.powf(1.0 / 2.4) - 0.055,
    };
    // Within the range of u8 after clamping, and rounded.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let channel = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    channel
}

fn hexadecimal(digits: &str) -> Option<Color> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    let channels = match digits.len() {
        6 => [red, green, blue],
        3 => [green & 15, blue >> 4, blue & 15].map(|digit| digit * 17),
        _ => return None,
    };
    Some(Color { channels })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        let check = |text: &str, expected: Option<&str>| {
            let found = Color::read(text).map(|color| color.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("#0a4a5a", Some("#0a4a5a"));
        check("#fA3", Some("#ffaa33"));
        // Values of faro.css, whose hexadecimal twins were made by another program.
        check("oklch(38% 0.065 220)", Some("#0a4a5a"));
        check("oklch(27% 0.035 235)", Some("#142935"));
        check("oklch(82% 0.15 78)", Some("#f9b73f"));
        check("oklch(48% 0.13 38)", Some("#983d1f"));
        check("oklch(1 0 0deg)", Some("#ffffff"));
        for wrong in [
            "",
            "#",
            "#12",
            "#12345g",
            "red",
            "oklch(38%)",
            "oklch(38% 1 2 3)",
            "oklch(NaN 0 0)",
            "#+12",
        ] {
            check(wrong, None);
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |one: &str, two: &str, expected: &str| {
            let ratio = Color::read(one)
                .unwrap()
                .contrast(Color::read(two).unwrap());
            assert_eq!(format!("{ratio:.2}"), expected, "{one} on {two}");
        };
        check("#000", "#fff", "21.00");
        check("#fff", "#fff", "1.00");
        // The well-known borders of 4.5:1 on white.
        check("#767676", "#fff", "4.54");
        check("#777777", "#fff", "4.48");
    }

    #[test]
    fn a_colour_goes_there_and_back() {
        for channel in (0..=255).step_by(15) {
            for channels in [
                [channel, 0, 255 - channel],
                [channel, channel, 40],
                [9, channel, 200],
            ] {
                let color = Color { channels };
                assert_eq!(color.to_oklch().to_color(), color);
            }
        }
    }

    #[test]
    fn the_nearest_shade_keeps_its_hue() {
        let white = Color::read("#fff").unwrap();
        let orange = Color::read("#f9b73f").unwrap();
        let found = orange
            .nearest(|color| color.contrast(white) >= 4.5)
            .unwrap();
        assert!(found.contrast(white) < 4.7, "{found}");
        assert!(
            (found.to_oklch().hue - orange.to_oklch().hue).abs() < 12.0,
            "{found}"
        );
        assert_eq!(orange.nearest(|_| false), None);
        assert_eq!(orange.nearest(|_| true), Some(orange));
    }
}
