//! Everything that is tested as a whole: properties, house rules, the command line.

mod addresses;
mod campaign;
mod cli;
mod disk;
mod example;
mod house;
mod properties;
mod publish;
mod report;
mod sites;
mod tree;
