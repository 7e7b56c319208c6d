//! Everything that is tested as a whole: properties, house rules, the command line.

mod campaign;
mod disk;
mod house;
mod properties;
mod publish;
mod report;
mod tree;
