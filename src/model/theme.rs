//! A theme: templates, components, assets and messages, as sources.

use crate::model::action::ActionForm;
use crate::model::palette::Palette;
use crate::source::Source;

/// One Tera template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name in Tera: the path under `templates/`, such as `page.html`.
    pub name: String,
    /// The file.
    pub source: Source,
}

/// An asset of the theme: a style sheet, a script, a picture.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its name in `asset()`: the path under `assets/`, such as `faro.css`.
    pub name: String,
    /// The file.
    pub source: Source,
}

/// The look of a campaign.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Its folder in `themes/`.
    pub name: String,
    /// Its templates, those it inherits from another theme after its own.
    pub templates: Vec<Template>,
    /// Its assets, likewise.
    pub assets: Vec<ThemeAsset>,
    /// Its colours, with the campaign's own in their places.
    pub palette: Palette,
    /// How its pages ask for the one thing to do.
    pub actions: Vec<ActionForm>,
}
