//! A picture as a page names it: its copies, its size, and what stands for it.

use serde::Serialize;

use crate::model::locale::Locale;
use crate::model::picture::{Picture, Sidecar};
use crate::model::route::Route;
use crate::model::site::PlacedPicture;
use crate::render::current::Scope;
use crate::render::stage::Stage;

/// The copy that a browser gets which knows no others: sharp enough on a phone, and not much data.
const PLAIN: u32 = 960;

/// All that a template may see of a picture.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PictureView {
    /// Where it is; empty when there is none.
    pub src: String,
    /// Its copies with their widths, ready for `srcset`; empty when it has one size.
    pub srcset: String,
    /// Across, in pixels.
    pub width: Option<u32>,
    /// Down, in pixels.
    pub height: Option<u32>,
    /// What stands for it in the language of the file; none when nobody wrote it.
    pub alt: Option<String>,
    /// Whose work it is.
    pub credit: Option<String>,
    /// Under which terms it is shown.
    pub licence: Option<String>,
    /// The files that have to be there.
    #[serde(skip)]
    pub references: Vec<Route>,
}

impl Stage {
    /// The picture at `route`, in the copies that `is_wanted` lets through by their width.
    pub fn picture(
        &self,
        scope: &Scope,
        route: &Route,
        locale: &Locale,
        is_wanted: impl Fn(u32) -> bool,
    ) -> PictureView {
        let Some(placed) = self.site.pictures.get(route) else {
            // A file that is no picture, or one that is at fault.
            return PictureView {
                src: self.address(scope, route),
                references: vec![route.clone()],
                ..PictureView::default()
            };
        };
        let picture = &self.campaign.pictures[&placed.name];
        let sidecar = &picture.sidecar;
        let copies: Vec<&(u32, Route)> = placed
            .copies
            .iter()
            .filter(|(width, _)| is_wanted(*width))
            .collect();
        let plain = copies
            .iter()
            .rfind(|(width, _)| *width <= PLAIN)
            .or(copies.first());
        let (width, height) = shown_size(picture, &copies);
        PictureView {
            src: self.address(scope, plain.map_or(route, |(_, copy)| copy)),
            srcset: self.srcset(scope, &copies),
            width: Some(width),
            height: Some(height),
            alt: sidecar.alt(locale).map(str::to_owned),
            credit: sidecar.credit.clone(),
            licence: sidecar.licence.clone(),
            references: match copies.is_empty() {
                true => vec![route.clone()],
                false => copies.iter().map(|(_, copy)| copy.clone()).collect(),
            },
        }
    }

    fn srcset(&self, scope: &Scope, copies: &[&(u32, Route)]) -> String {
        if copies.len() < 2 {
            return String::new();
        }
        let candidates: Vec<String> = copies
            .iter()
            .map(|(width, copy)| format!("{} {width}w", in_srcset(&self.address(scope, copy))))
            .collect();
        candidates.join(", ")
    }

    /// What is known of the picture at a route.
    pub fn sidecar(&self, route: &Route) -> Option<&Sidecar> {
        let placed: &PlacedPicture = self.site.pictures.get(route)?;
        Some(&self.campaign.pictures[&placed.name].sidecar)
    }
}

/// A space or a comma would end an address in `srcset`.
fn in_srcset(address: &str) -> String {
    address.replace(' ', "%20").replace(',', "%2C")
}

/// The size of the largest copy, or of the picture itself.
fn shown_size(picture: &Picture, copies: &[&(u32, Route)]) -> (u32, u32) {
    let Some((width, _)) = copies.last() else {
        return (picture.width, picture.height);
    };
    let size = (picture.width, picture.height);
    (*width, crate::picture::height_at(*width, size))
}
