//! Whether the compiled CLDR data knows a language.
//!
//! ICU4X never says that it does not: it falls back, in the end on `und`, whose months are called
//! M01 to M12. Where data was found is in the metadata of the answer.

use icu_datetime::provider::Baked;
use icu_datetime::provider::names::DatetimeNamesMonthGregorianV1;
use icu_provider::prelude::icu_locale_core::Locale as Tag;
use icu_provider::prelude::*;

/// The key of months written in full. Every language that CLDR covers at all has them, and none
/// has those of `und`.
const WIDE: &DataMarkerAttributes = DataMarkerAttributes::from_str_or_panic("5");

/// Whether there are formats and plural rules for this language.
pub fn knows(tag: &Tag) -> bool {
    let locale = DataLocale::from(tag);
    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(WIDE, &locale);
    let request = DataRequest {
        id,
        ..DataRequest::default()
    };
    if locale.is_unknown() {
        return false;
    }
    let answer: Result<DataResponse<DatetimeNamesMonthGregorianV1>, _> = Baked.load(request);
    answer.is_ok_and(|answer| {
        let source = answer.metadata.locale;
        source.is_none_or(|locale| !locale.is_unknown())
    })
}
