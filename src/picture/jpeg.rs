//! JPEG (ITU-T T.81 annex B): a row of segments, each a marker with a length, and after the start of
//! a scan its data up to the next marker.

use super::exif::Orientation;
use super::format::Format;
use super::profile;
use super::reader::Reader;
use super::{Container, Fault, Header, Motion};

const START_OF_IMAGE: u8 = 0xD8;
const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
const RESTARTS: std::ops::RangeInclusive<u8> = 0xD0..=0xD7;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;

const JFIF: &[u8] = b"JFIF\0";
const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const ADOBE: &[u8] = b"Adobe";

/// A JPEG file up to its end; what a camera hides behind that is not part of it.
pub struct Jpeg<'a> {
    /// Tables, frames and scans: the marker, and what follows it in the file.
    parts: Vec<(u8, &'a [u8])>,
    size: (u32, u32),
    orientation: Orientation,
    profile: Option<Vec<u8>>,
    has_jfif: bool,
    /// How Adobe's programs mixed the colours: without it some files show false ones.
    adobe_transform: Option<u8>,
}

impl<'a> Jpeg<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut jpeg = Self {
            parts: Vec::new(),
            size: (0, 0),
            orientation: Orientation::Upright,
            profile: None,
            has_jfif: false,
            adobe_transform: None,
        };
        let mut reader = Reader::new(bytes);
        reader.expect(&[0xFF, START_OF_IMAGE])?;
        while jpeg.segment(&mut reader)? != END_OF_IMAGE {}
        match jpeg.size {
            (0, _) | (_, 0) => Err(Fault::Malformed),
            _ => Ok(jpeg),
        }
    }

    /// Reads one segment and returns its marker.
    fn segment(&mut self, reader: &mut Reader<'a>) -> Result<u8, Fault> {
        reader.expect(&[0xFF])?;
        let mut marker = reader.byte()?;
        // Any number of 0xFF may stand before a marker (B.1.1.2).
        while marker == 0xFF {
            marker = reader.byte()?;
        }
        if marker == END_OF_IMAGE {
            return Ok(marker);
        }
        if marker < 0xC0 || marker == START_OF_IMAGE || RESTARTS.contains(&marker) {
            return Err(Fault::Malformed);
        }
        let start = reader.rest();
        let length = usize::from(reader.u16_be()?);
        let payload = reader.take(length.checked_sub(2).ok_or(Fault::Malformed)?)?;
        let mut end = length;
        if marker == START_OF_SCAN {
            let scan = scan_length(reader.rest())?;
            reader.take(scan)?;
            end += scan;
        }
        match marker {
            APP0 if payload.starts_with(JFIF) => self.has_jfif = true,
            APP1 => self.read_exif(payload),
            APP2 => self.read_profile(payload),
            APP14 => self.read_adobe(payload),
            // Other applications' segments, and comments.
            0xE0..=0xEF | 0xFE => {}
            _ => {
                if is_frame(marker) {
                    self.read_frame(payload)?;
                }
                self.parts.push((marker, &start[..end]));
            }
        }
        Ok(marker)
    }

    fn read_frame(&mut self, payload: &[u8]) -> Result<(), Fault> {
        let mut reader = Reader::new(payload);
        reader.byte()?;
        let height = reader.u16_be()?;
        self.size = (u32::from(reader.u16_be()?), u32::from(height));
        Ok(())
    }

    fn read_exif(&mut self, payload: &[u8]) {
        if let Some(exif) = payload.strip_prefix(EXIF) {
            self.orientation = Orientation::of_exif(exif);
        }
    }

    /// A profile may be spread over several segments, in order.
    fn read_profile(&mut self, payload: &[u8]) {
        if let Some(part) = payload.strip_prefix(ICC).and_then(|rest| rest.get(2..)) {
            self.profile.get_or_insert_default().extend(part);
        }
    }

    fn read_adobe(&mut self, payload: &[u8]) {
        if payload.starts_with(ADOBE) {
            self.adobe_transform = payload.get(11).copied();
        }
    }
}

impl Container for Jpeg<'_> {
    fn header(&self) -> Header {
        let (width, height) = self.orientation.seen(self.size);
        Header {
            format: Format::Jpeg,
            width,
            height,
            motion: Motion::Still,
        }
    }

    fn orientation(&self) -> Orientation {
        self.orientation
    }

    fn profile(&self) -> Option<&[u8]> {
        self.profile.as_deref()
    }

    fn clean(&self) -> Vec<u8> {
        let mut out = vec![0xFF, START_OF_IMAGE];
        if self.has_jfif {
            // Version 1.1, square pixels, no thumbnail.
            let head = [JFIF, &[1, 1, 0, 0, 1, 0, 1, 0, 0]].concat();
            push_segment(&mut out, APP0, &head);
        }
        if let Some(tiff) = self.orientation.to_tiff() {
            push_segment(&mut out, APP1, &[EXIF, &tiff].concat());
        }
        if let Some(profile) = self.profile().and_then(profile::essence) {
            push_segment(&mut out, APP2, &[ICC, &[1, 1], &profile].concat());
        }
        if let Some(transform) = self.adobe_transform {
            push_segment(
                &mut out,
                APP14,
                &[ADOBE, &[0, 100, 0, 0, 0, 0, transform]].concat(),
            );
        }
        for (marker, part) in &self.parts {
            out.extend([0xFF, *marker]);
            out.extend_from_slice(part);
        }
        out.extend([0xFF, END_OF_IMAGE]);
        out
    }
}

fn push_segment(out: &mut Vec<u8>, marker: u8, payload: &[u8]) {
    let length = u16::try_from(payload.len() + 2).expect("a segment of ours is short");
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(payload);
}

/// Whether a marker begins a frame (table B.1): C4, C8 and CC of the row mean something else.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// How many bytes of data a scan has: up to the next marker that does not belong to it.
fn scan_length(data: &[u8]) -> Result<usize, Fault> {
    let mut at = 0;
    loop {
        let found = data[at..].iter().position(|byte| *byte == 0xFF);
        at += found.ok_or(Fault::Truncated)?;
        match data.get(at + 1) {
            None => return Err(Fault::Truncated),
            // A stuffed byte, a restart, or padding before a marker.
            Some(0) => at += 2,
            Some(next) if RESTARTS.contains(next) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return Ok(at),
        }
    }
}
