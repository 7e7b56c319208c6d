//! Everything that is tested as a whole: properties, house rules, the command line.

mod addresses;
mod audit;
mod campaign;
mod cli;
mod contrast;
mod disk;
mod example;
mod hosts;
mod house;
mod lock;
mod markdown;
mod memo;
mod online;
mod pictures;
mod properties;
mod publish;
mod register;
mod report;
mod safety;
mod schema;
mod serve;
mod sites;
mod spec;
mod tree;
mod verify;
mod web;
