//! Runs: digits in a strand that a reader would take for one number to call.
//!
//! Everything of at least seven digits is one, whether or not a telephone could dial it: a number
//! with a wrong digit is what this is for. Dates, years, figures and addresses of the web are taken
//! out first (`mask`); what is left and could as well be something else is a weak find,
//! which counts only when the register has it or a reader's telephone would dial it.

use super::announced::SHORT;
use super::strand::{GAP, Glyph, Setting};

/// Subscriber numbers have seven digits or more wherever campaigns have readers; below that are
/// years, prices and articles of laws.
pub const DIGITS: usize = 7;

/// The most digits of a number: 15 of E.164, and what is dialled before them (00, 011).
pub const LONGEST: usize = 18;

/// How many characters may part two groups of digits: `) - `.
const SEPARATORS: usize = 3;

/// A group of digits, as a range of the strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The first digit.
    pub start: usize,
    /// One past the last digit.
    pub end: usize,
}

/// Groups of digits that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The groups.
    pub groups: Vec<Group>,
}

/// How sure a find is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It reads as a number to call.
    Strong,
    /// It may be something else.
    Weak,
}

/// Every run of the strand, in its order.
pub fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        if !is_digit(glyphs, at) {
            at += 1;
            continue;
        }
        let mut run = Run::default();
        loop {
            let end = (at..glyphs.len())
                .find(|next| !is_digit(glyphs, *next))
                .unwrap_or(glyphs.len());
            run.groups.push(Group { start: at, end });
            at = end;
            match next_group(glyphs, end) {
                Some(next) => at = next,
                None => break,
            }
        }
        runs.push(run);
    }
    runs
}

fn is_digit(glyphs: &[Glyph], at: usize) -> bool {
    glyphs
        .get(at)
        .is_some_and(|glyph| glyph.char.is_ascii_digit())
}

/// Where the next group begins, when only separators stand between.
fn next_group(glyphs: &[Glyph], end: usize) -> Option<usize> {
    let next = (end..glyphs.len().min(end + SEPARATORS + 1)).find(|at| is_digit(glyphs, *at))?;
    let between: Vec<char> = glyphs[end..next].iter().map(|glyph| glyph.char).collect();
    let is_part = match between.as_slice() {
        // A full stop or a comma with a space behind it ends a sentence or a part of a list.
        ['.' | ',' | '/' | ':' | '_'] | [' ', '/', ' '] => true,
        chars => chars.iter().all(|char| " -()+".contains(*char)),
    };
    is_part.then_some(next)
}

impl Run {
    /// The digits of some of its groups.
    pub fn digits(groups: &[Group], glyphs: &[Glyph]) -> String {
        groups
            .iter()
            .flat_map(|group| &glyphs[group.start..group.end])
            .map(|glyph| glyph.char)
            .collect()
    }

    /// Whether these groups may be a short number, written in one or digit by digit: `9-1-1`.
    pub fn is_short(groups: &[Group], glyphs: &[Glyph]) -> bool {
        let lengths = || groups.iter().map(|group| group.end - group.start);
        let is_even = groups.len() == 1
            || lengths().all(|length| length == 1) && !is_counting(groups, glyphs)
            || lengths().all(|length| length > 1) && lengths().sum::<usize>() > 4;
        SHORT.contains(&lengths().sum()) && is_even && !is_amount(groups, glyphs)
    }

    /// What these groups are evidence of; none when they are too short or plainly no number.
    pub fn evidence(groups: &[Group], glyphs: &[Glyph]) -> Option<Evidence> {
        let (first, last) = (groups.first()?, groups.last()?);
        let digits: usize = groups.iter().map(|group| group.end - group.start).sum();
        let is_too_long = groups.iter().any(|group| group.end - group.start > LONGEST);
        if digits < DIGITS || is_too_long || is_counting(groups, glyphs) || is_years(groups, glyphs)
        {
            return None;
        }
        let is_weak = is_code(groups, glyphs)
            || is_letter(first.start.checked_sub(1).map(|at| glyphs[at].char))
            || is_letter(glyphs.get(last.end).map(|glyph| glyph.char))
            || is_amount(groups, glyphs)
            || is_filed(groups, glyphs)
            || is_cited(first.start, glyphs);
        Some(if is_weak {
            Evidence::Weak
        } else {
            Evidence::Strong
        })
    }
}

fn is_letter(char: Option<char>) -> bool {
    char.is_some_and(|char| char.is_alphabetic() || char == '_' || char == '%' || char == '$')
}

fn is_code(groups: &[Group], glyphs: &[Glyph]) -> bool {
    groups
        .iter()
        .flat_map(|group| &glyphs[group.start..group.end])
        .all(|glyph| glyph.setting == Setting::Code)
}

/// `1 2 3 4 5 6 7`: single digits, each one more than the one before.
fn is_counting(groups: &[Group], glyphs: &[Glyph]) -> bool {
    let is_single = groups.iter().all(|group| group.end - group.start == 1);
    is_single
        && groups.windows(2).all(|pair| {
            u32::from(glyphs[pair[0].start].char) + 1 == u32::from(glyphs[pair[1].start].char)
        })
}

/// `2000 2007 2012`.
fn is_years(groups: &[Group], glyphs: &[Glyph]) -> bool {
    groups
        .iter()
        .all(|group| is_year(&glyphs[group.start..group.end]))
}

/// Whether these are the four digits of a year that a campaign may speak of.
pub fn is_year(glyphs: &[Glyph]) -> bool {
    glyphs.len() == 4
        && matches!(
            (glyphs[0].char, glyphs[1].char),
            ('1', '5'..='9') | ('2', '0')
        )
}

/// `1.234.567`, `1 234 567`, `117.0382`: as numbers are written that count something.
fn is_amount(groups: &[Group], glyphs: &[Glyph]) -> bool {
    let between: Vec<&[Glyph]> = groups
        .windows(2)
        .map(|pair| &glyphs[pair[0].end..pair[1].start])
        .collect();
    let separator = between.first().and_then(|glyphs| match glyphs {
        [glyph] if ".,  ".contains(glyph.char) => Some(glyph.char),
        _ => None,
    });
    let Some(separator) = separator else {
        return groups.len() == 1
            && (is_round(groups[0], glyphs) || is_money(groups[0].start, glyphs));
    };
    let is_same = between
        .iter()
        .all(|glyphs| matches!(glyphs, [glyph] if glyph.char == separator));
    let length = |group: &Group| group.end - group.start;
    let in_thousands =
        length(&groups[0]) <= 3 && groups[1..].iter().all(|group| length(group) == 3);
    // Somebody may write a number without its area so, but most often this is a decimal fraction.
    let is_decimal = groups.len() == 2 && separator == '.';
    is_same && (in_thousands || is_decimal) || is_money(groups[0].start, glyphs)
}

/// `20590-0001`, a code of the post in the United States; `5000-10000`, a range; `123/2024`, a file;
/// and groups that stand further apart than those of a number: `100 / 200 / 300`, `1:2:3`.
fn is_filed(groups: &[Group], glyphs: &[Glyph]) -> bool {
    let between = |index: usize| &glyphs[groups[index - 1].end..groups[index].start];
    let is_wide = (1..groups.len()).any(|index| {
        between(index).len() > 1 && between(index).iter().any(|glyph| glyph.char == '/')
    }) || (1..groups.len())
        .any(|index| matches!(between(index), [glyph] if ":_".contains(glyph.char)));
    let [first, second] = groups else {
        return is_wide;
    };
    let length = |group: &Group| group.end - group.start;
    let ends_round = |group: &Group| {
        length(group) >= 4
            && glyphs[group.end - 2..group.end]
                .iter()
                .all(|glyph| glyph.char == '0')
    };
    is_wide
        || match between(1) {
            [glyph] if glyph.char == '-' => {
                (length(first), length(second)) == (5, 4) || ends_round(first) && ends_round(second)
            }
            [glyph] if glyph.char == '/' => is_year(&glyphs[second.start..second.end]),
            _ => false,
        }
}

/// `1000000`: no line ends in so many zeros.
fn is_round(group: Group, glyphs: &[Glyph]) -> bool {
    let zeros = glyphs[group.start..group.end].iter().rev();
    zeros.take_while(|glyph| glyph.char == '0').count() >= ROUND
}

/// From how many zeros at its end on a number counts something.
const ROUND: usize = 5;

fn is_money(start: usize, glyphs: &[Glyph]) -> bool {
    glyphs[..start]
        .iter()
        .rev()
        .find(|glyph| glyph.char != ' ')
        .is_some_and(|glyph| "$€£".contains(glyph.char))
}

/// What stands before a number that a law or a book is found by.
const CITED: [&str; 22] = [
    "§",
    "§§",
    "cfr",
    "usc",
    "isbn",
    "issn",
    "doi",
    "section",
    "sections",
    "sección",
    "secciones",
    "article",
    "articles",
    "artículo",
    "artículos",
    "art",
    "arts",
    "expediente",
    "ein",
    "docket",
    "folio",
    "radicado",
];

fn is_cited(start: usize, glyphs: &[Glyph]) -> bool {
    CITED.contains(&word_before(start, glyphs).as_str())
}

/// The word before a place in the strand, in small letters without full stops.
fn word_before(start: usize, glyphs: &[Glyph]) -> String {
    let before: Vec<char> = glyphs[..start]
        .iter()
        .rev()
        .map(|glyph| glyph.char)
        .skip_while(|char| *char == ' ' || *char == ':')
        .take_while(|char| *char != ' ' && *char != GAP)
        .filter(|char| *char != '.')
        .collect();
    let word: String = before.into_iter().rev().collect();
    word.to_lowercase()
}
