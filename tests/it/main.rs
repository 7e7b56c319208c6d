//! Everything that is tested as a whole: properties, house rules, the command line.

mod markdown;
