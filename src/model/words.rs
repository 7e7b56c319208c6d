//! Words to avoid: term lists of a language, each term with its reason and what to write instead.

/// A term that should not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avoided {
    /// The term and its other forms, in small letters. The first names it.
    pub forms: Vec<String>,
    /// What to write instead: one way, or several parted by commas.
    pub alternative: String,
    /// Why, as a sentence for whoever wrote it.
    pub reason: String,
}

/// The terms of a locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What to avoid.
    pub avoided: Vec<Avoided>,
    /// Names of laws and organizations that hold such a term and stay what they are, in small
    /// letters.
    pub allowed: Vec<String>,
    /// Words that ask somebody to report to the authorities. One that ends with `*` stands for every
    /// word that begins so; one that begins with `-` is a phrase that means something else.
    pub reporting: Vec<String>,
}
