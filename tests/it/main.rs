//! Everything that is tested as a whole: properties, house rules, the command line.

mod addresses;
mod campaign;
mod disk;
mod example;
mod house;
mod markdown;
mod properties;
mod publish;
mod report;
mod spec;
mod tree;
mod wrong_language;
