//! Where directives stand in a text.
//!
//! The Markdown engine knows no directives, so it reads a text in which each is masked, byte for
//! byte, by something it passes through unharmed: a directive on a line of its own by a processing
//! instruction, which is a block wherever it stands; one in a line of text by a run of a character
//! that means nothing. All offsets stay those of the file. When the engine comes by a mask, the
//! mark behind it says what stands there.

use super::ranges::Ranges;
use crate::parse::directive::{Directive, openings};
use crate::source::Span;

/// Stands for each byte of a directive in a line of text. `source` texts hold no control
/// characters; to the engine it is neither white space nor punctuation.
const FILLER: u8 = 2;

/// What joins an opener and its closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// So many colons on a line.
    Colons(usize),
    /// The brackets that open at this offset.
    Brackets(usize),
}

/// What stands at a mark.
#[derive(Debug)]
pub(super) enum Content {
    /// The opener of a directive that encloses nodes.
    Open(Fence, Directive),
    /// Its closer.
    Close(Fence),
    /// A directive that stands for itself.
    Whole(Directive),
    /// A directive where none can stand.
    Misplaced,
}

/// A directive in the text.
#[derive(Debug)]
pub(super) struct Mark {
    /// From the first colon to the last bracket, brace or word.
    pub span: Span,
    /// Whether it has a line of its own.
    pub is_line: bool,
    /// Whether it is masked. It is not where the text seemed to be code.
    pub is_masked: bool,
    /// What it is; taken when the engine comes by.
    pub content: Option<Content>,
}

impl Mark {
    /// Whether what stands at the span is of this directive, or of one that is reported already
    /// because it stands where none can, on the same line.
    pub(super) fn speaks_of(&self, span: Span, text: &str) -> bool {
        if self.span.range().contains(&span.start) {
            return true;
        }
        let is_misplaced = matches!(self.content, Some(Content::Misplaced));
        is_misplaced
            && self.span.end <= span.start
            && !text[self.span.end..span.start].contains('\n')
    }
}

/// Whether there is anything in the text that may be a directive: most texts have nothing.
pub(super) fn has_any(text: &str) -> bool {
    text.contains("::") || openings(text).next().is_some()
}

/// What the engine says of the text before directives are masked.
#[derive(Debug, Default)]
pub(super) struct Opaque {
    /// Fenced code: the one place where a line may begin with `:::` and be none of ours.
    pub fenced: Ranges,
    /// Code of all kinds, HTML and autolinks: no directives in lines of text there.
    pub all: Ranges,
}

/// The text with every masked mark overwritten, length for length.
pub(super) fn mask(text: &str, marks: &[Mark]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for mark in marks.iter().filter(|mark| mark.is_masked) {
        let place = &mut bytes[mark.span.range()];
        if mark.is_line {
            instruct(place);
        } else {
            place.fill(FILLER);
        }
    }
    String::from_utf8(bytes).expect("masks cover whole characters with ASCII")
}

/// `<?   ?>` over at least three bytes; `<?>` is complete to the engine, too.
fn instruct(place: &mut [u8]) {
    place.fill(b' ');
    let last = place.len() - 1;
    place[0] = b'<';
    place[1] = b'?';
    place[last - usize::from(last > 2)] = b'?';
    place[last] = b'>';
}
