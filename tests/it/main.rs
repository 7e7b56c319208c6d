//! Everything that is tested as a whole: properties, house rules, the command line.

mod disk;
mod markdown;
mod mutation;
mod publish;
mod report;
mod tree;
