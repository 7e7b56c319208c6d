//! Long lists: how many files one takes, and where they are.

use crate::model::route::Route;

/// The folder of the further parts of a list.
const FOLDER: &str = "page";

/// How many parts a list of `entries` has.
pub fn list_pages(entries: usize, paginate_by: Option<usize>) -> usize {
    paginate_by.map_or(1, |size| entries.div_ceil(size.max(1)).max(1))
}

/// The route of a part of a list, from that of its first part.
pub fn numbered(first: &Route, number: usize) -> Route {
    if number == 1 {
        return first.clone();
    }
    Route::new([first.folder(), FOLDER, &number.to_string(), "index.html"])
}
