//! `image(path="/rights/photo.jpg", widths=[480, 960])`: a picture of `content/` as a template shows it.

use tera::{TeraResult, Value};

use super::functions::Call;
use crate::diagnostic::Diagnostic;
use crate::model::link::Resolution;
use crate::model::picture::WIDTHS;
use crate::render::current;
use crate::render::picture::PictureView;
use crate::rules;

/// The picture: `src`, `srcset`, `width`, `height`, `alt`, `credit` and `licence`. `widths` leaves
/// out copies that the theme has no use for; the picture's own width, where it is smaller than the
/// largest of them, counts as the next larger one.
pub fn image(call: &Call) -> TeraResult<Value> {
    let path = call.text("path")?;
    let widths = widths(call)?;
    let edition = call.edition()?;
    let Resolution::Asset(route) = edition.resolve(&call.scope.from, &path) else {
        let fault = Diagnostic::new(&rules::MISSING_ASSET).with("destination", &path);
        call.complain("path", &path, vec![fault]);
        return Ok(Value::from_serializable(&PictureView::default()));
    };
    let locale = call.stage.locale(&call.scope.locale);
    let is_wanted = |width: u32| match WIDTHS.iter().find(|known| **known >= width) {
        Some(known) => widths.contains(known),
        None => false,
    };
    let view = call.stage.picture(&call.scope, &route, locale, is_wanted);
    view.references.iter().for_each(current::refer_to);
    if view.alt.is_none() && call.stage.sidecar(&route).is_some() {
        let fault = Diagnostic::new(&rules::MISSING_ALT)
            .with("destination", &path)
            .with("locale", &locale.tag);
        call.complain("path", &path, vec![fault]);
    }
    Ok(Value::from_serializable(&view))
}

/// The widths that are asked for, each one that pictures are made in.
fn widths(call: &Call) -> TeraResult<Vec<u32>> {
    let Some(wanted) = call.arguments.get::<Vec<u32>>("widths")? else {
        return Ok(WIDTHS.to_vec());
    };
    match wanted.iter().find(|width| !WIDTHS.contains(width)) {
        None if !wanted.is_empty() => Ok(wanted),
        _ => Err(tera::Error::message(format!(
            "widths are some of {WIDTHS:?}, not {wanted:?}"
        ))),
    }
}
