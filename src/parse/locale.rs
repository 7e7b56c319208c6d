//! Stub.
use crate::model::locale::{Direction, LocaleTag};
pub fn canonical(tag: &str) -> Option<LocaleTag> { Some(LocaleTag::new(tag)) }
pub fn direction(tag: &LocaleTag) -> Direction { if ["ar","fa","he","ur"].contains(&tag.language()) {Direction::RightToLeft} else {Direction::LeftToRight} }
pub fn ancestors(tag: &LocaleTag) -> Vec<LocaleTag> { if tag.language()==tag.as_str() {vec![]} else {vec![LocaleTag::new(tag.language())]} }
