//! The files of a theme → [`Theme`]: those in the campaign's `themes/` before those of the theme of
//! the same name that the tool brings.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::action::ActionForm;
use crate::model::palette::{Palette, SHEET};
use crate::model::settings::{self, Settings};
use crate::model::theme::{Template, Theme, ThemeAsset};
use crate::parse::value::Fields;
use crate::parse::{actions, palette, text, toml};
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// The theme that the settings name. `bundled` are the themes that the tool brings, with paths as
/// if they lay in the campaign.
pub fn parse(snapshot: &Snapshot, bundled: &Snapshot, settings: &Settings) -> Diagnosed<Theme> {
    let folder = format!("themes/{}", settings.theme);
    let mut sources: Vec<&Source> = snapshot.under(&folder).collect();
    if sources.is_empty() {
        sources = bundled.under(&folder).collect();
    }
    if sources.is_empty() {
        let settings_path = SourcePath::new(settings::PATH);
        let fault = Diagnostic::new(&rules::UNKNOWN_THEME)
            .at(Place::new(&settings_path, settings.theme_span))
            .with("name", &settings.theme);
        return Diagnosed::new(Theme::default(), vec![fault]);
    }
    let below = |kind: &str| {
        let prefix = format!("{folder}/{kind}/");
        sources
            .iter()
            .filter_map(move |source| {
                Some((
                    source.path.as_str().strip_prefix(&prefix)?.to_owned(),
                    (*source).clone(),
                ))
            })
            .collect::<Vec<_>>()
    };
    let mut faults = Vec::new();
    let manifest = format!("{folder}/theme.toml");
    let manifest = sources
        .iter()
        .find(|source| source.path.as_str() == manifest);
    let (palette, actions) = manifest.map_or_else(Default::default, |source| {
        self::manifest(source).split_into(&mut faults)
    });
    let own = palette::known_to_theme(&settings.colors, &palette.tokens).split_into(&mut faults);
    let palette = Palette { own, ..palette };
    let theme = Theme {
        name: settings.theme.clone(),
        templates: below("templates")
            .into_iter()
            .map(|(name, source)| Template { name, source })
            .collect(),
        assets: below("assets")
            .into_iter()
            .map(|(name, source)| ThemeAsset { name, source })
            .chain(sheet(&palette, &folder))
            .collect(),
        palette,
        actions,
    };
    Diagnosed::new(theme, faults)
}

/// What a theme.toml declares. Other keys of the file are the theme's own.
fn manifest(source: &Source) -> Diagnosed<(Palette, Vec<ActionForm>)> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    let mut fields = Fields::new(&table, &source.path, Span::default(), &mut faults);
    let declared = (
        palette::of_theme(&mut fields),
        actions::of_theme(&mut fields),
    );
    Diagnosed::new(declared, faults)
}

/// The style sheet of the campaign's own colours, as if the theme had it.
fn sheet(palette: &Palette, folder: &str) -> Option<ThemeAsset> {
    let text = palette.sheet()?;
    let path = format!("{folder}/assets/{SHEET}");
    Some(ThemeAsset {
        name: SHEET.to_owned(),
        source: Source::new(path.as_str(), text.into_bytes()),
    })
}

/// The Fluent files of the theme: locale folder and source.
pub fn messages<'a>(snapshot: &'a Snapshot, bundled: &'a Snapshot, theme: &str) -> Vec<&'a Source> {
    let folder = format!("themes/{theme}");
    let own = snapshot.under(&folder).next().is_some();
    let from = if own { snapshot } else { bundled };
    from.under(&format!("{folder}/locales")).collect()
}
