//! Everything that is tested as a whole: properties, house rules, the command line.

mod audit;
mod contrast;
mod disk;
mod hosts;
mod publish;
mod report;
mod safety;
mod tree;
