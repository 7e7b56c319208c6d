//! Text as words: the form in which what is written in a source and what stands in a file of the
//! output can be compared, whatever the markup, case, punctuation or line breaks between them.
//!
//! Words are never kept, only their hashes, and a sequence of words is known by a hash that rolls
//! over the text (Karp and Rabin 1987): one pass finds every sequence of up to [`LONGEST`] words.

/// The longest sequence of words that is compared at once. Longer texts are compared by all their
/// sequences of this length: with six words, two texts that agree were hardly written twice.
pub const LONGEST: usize = 6;

/// FNV-1a, 64 bits: offset basis and prime.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The base of the rolling polynomial: odd, so that it can be undone modulo 2⁶⁴.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The hash of its letters and digits in lower case.
    pub hash: u64,
    /// Where it ends in the text, in bytes.
    pub end: usize,
}

/// What a byte is to a word: 0 for a separator, 1 for the start of a longer character, else the
/// byte in lower case.
const KINDS: [u8; 256] = kinds();

const LONGER: u8 = 1;

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let own = byte as u8;
        kinds[byte] = match own {
            b'a'..=b'z' | b'0'..=b'9' => own,
            b'A'..=b'Z' => own + 32,
            0x80.. => LONGER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

/// Every word of a text, in its order.
pub fn words(text: &str, mut take: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut hash = BASIS;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match KINDS[usize::from(*byte)] {
            0 => {
                if hash != BASIS {
                    take(Word { hash, end: at });
                    hash = BASIS;
                }
                at += 1;
            }
            LONGER => {
                let character = text[at..].chars().next().unwrap_or(' ');
                if character.is_alphanumeric() {
                    hash = longer(hash, character);
                } else if !is_invisible(character) && hash != BASIS {
                    take(Word { hash, end: at });
                    hash = BASIS;
                }
                at += character.len_utf8();
            }
            lower => {
                hash = (hash ^ u64::from(lower)).wrapping_mul(PRIME);
                at += 1;
            }
        }
    }
    if hash != BASIS {
        take(Word { hash, end: at });
    }
}

fn longer(mut hash: u64, character: char) -> u64 {
    for lower in character.to_lowercase() {
        for byte in lower.encode_utf8(&mut [0; 4]).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
}

/// Marks inside a word that nobody sees: soft hyphen, zero width, direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

const fn rolled(hash: u64, word: u64) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(word)
}

/// Rolls over the words of a text.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// The hash of all words up to each of the last ones; a ring.
    prefixes: [u64; 8],
    count: usize,
}

impl Window {
    /// One more word.
    pub fn push(&mut self, word: u64) {
        let before = self.prefixes[self.count & 7];
        self.count += 1;
        self.prefixes[self.count & 7] = rolled(before, word);
    }

    /// The hash of all words so far.
    pub const fn whole(&self) -> u64 {
        keyed(self.prefixes[self.count & 7], self.count)
    }

    /// The hash of the last `length` words; none when there are fewer.
    pub fn gram(&self, length: usize) -> Option<u64> {
        if length > self.count {
            return None;
        }
        let all = self.prefixes[self.count & 7];
        let before = self.prefixes[(self.count - length) & 7];
        Some(keyed(
            all.wrapping_sub(before.wrapping_mul(POWERS[length])),
            length,
        ))
    }
}

/// The powers of [`BASE`].
const POWERS: [u64; LONGEST + 1] = powers();

const fn powers() -> [u64; LONGEST + 1] {
    let mut powers = [1_u64; LONGEST + 1];
    let mut at = 1;
    while at <= LONGEST {
        powers[at] = powers[at - 1].wrapping_mul(BASE);
        at += 1;
    }
    powers
}

/// Sequences of different lengths never share a hash by construction; the shift spreads the upper
/// bits over the lower ones, by which tables are indexed.
const fn keyed(hash: u64, length: usize) -> u64 {
    let mixed = (hash ^ (length as u64)).wrapping_mul(PRIME | 1 << 50);
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grams(text: &str, length: usize) -> Vec<u64> {
        let mut window = Window::default();
        let mut found = Vec::new();
        words(text, |word| {
            window.push(word.hash);
            found.extend(window.gram(length));
        });
        found
    }

    #[test]
    fn case_punctuation_and_invisible_marks_make_no_difference() {
        let check = |a: &str, b: &str| assert_eq!(grams(a, 3), grams(b, 3), "{a} / {b}");
        check("Llame a la línea", "  llame, A «la» LÍNEA.");
        check("what-police-can-do", "What police can do?");
        check("trata\u{ad}nte de personas", "tratante de\u{a0}personas");
    }

    #[test]
    fn a_sequence_is_known_wherever_it_stands() {
        let needle = grams("keep your papers", 3)[0];
        assert!(grams("You may keep your papers with you", 3).contains(&needle));
        assert!(!grams("You may keep papers your with you", 3).contains(&needle));
        assert!(grams("too short", 3).is_empty());
    }
}
