//! Everything that is tested as a whole: properties, house rules, the command line.

mod disk;
mod markdown;
mod publish;
mod register;
mod report;
mod tree;
