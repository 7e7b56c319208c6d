//! Everything that is tested as a whole: properties, house rules, the command line.

mod disk;
mod memo;
mod publish;
mod report;
mod serve;
mod tree;
