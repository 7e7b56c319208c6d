//! A file of the output: the bytes one recipe yields.

use std::collections::BTreeSet;

use crate::model::fact::Fact;
use crate::model::route::Route;

/// The bytes of a file, and the offered files that have to be there with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Assets that it refers to.
    pub references: BTreeSet<Route>,
    /// Facts of the registers that it shows.
    pub facts: BTreeSet<Fact>,
}
