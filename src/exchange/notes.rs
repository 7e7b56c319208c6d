//! What translators are told beside each text, in the language of the original: that one they read.

use crate::exchange::EntryKind;
use crate::model::document::UnitKind;
use crate::model::locale::LocaleTag;

/// The words of the notes, in one language.
pub struct Notes {
    /// What stands before the audiences of a text.
    pub audience: &'static str,
    /// What stands before what must stay.
    pub keep: &'static str,
    /// What stands before the address of the preview.
    pub preview: &'static str,
    /// The head of a file.
    pub head: &'static str,
    kinds: &'static Kinds,
}

/// What a text is.
struct Kinds {
    title: &'static str,
    description: &'static str,
    label: &'static str,
    extra: &'static str,
    message: &'static str,
    heading: &'static str,
    paragraph: &'static str,
    item: &'static str,
    cell: &'static str,
    term: &'static str,
    details: &'static str,
    directive: &'static str,
    argument: &'static str,
}

const ENGLISH: Notes = Notes {
    audience: "Audience",
    keep: "Keep",
    preview: "Preview",
    head: "A text may stay empty. What “Keep” names must stand in the translation, too.",
    kinds: &Kinds {
        title: "title of the page",
        description: "description of the page, for lists and search engines",
        label: "name of the page in a menu: short",
        extra: "text of the page's template",
        message: "message of the interface",
        heading: "heading of level",
        paragraph: "paragraph",
        item: "item of a list",
        cell: "cell of a table",
        term: "term of a list of definitions",
        details: "what a term means",
        directive: "label of a directive",
        argument: "text in the braces of a directive",
    },
};

const SPANISH: Notes = Notes {
    audience: "Público",
    keep: "Conservar",
    preview: "Vista previa",
    head: "Un texto puede quedar vacío. Lo que dice «Conservar» también debe estar en la traducción.",
    kinds: &Kinds {
        title: "título de la página",
        description: "descripción de la página, para listas y buscadores",
        label: "nombre de la página en un menú: breve",
        extra: "texto de la plantilla de la página",
        message: "mensaje de la interfaz",
        heading: "encabezado de nivel",
        paragraph: "párrafo",
        item: "punto de una lista",
        cell: "celda de una tabla",
        term: "término de una lista de definiciones",
        details: "lo que significa un término",
        directive: "rótulo de una directiva",
        argument: "texto entre las llaves de una directiva",
    },
};

impl Notes {
    /// The notes for who translates from this language: in Spanish from Spanish, else in English.
    pub fn of(original: &LocaleTag) -> &'static Self {
        match original.language() {
            "es" => &SPANISH,
            _ => &ENGLISH,
        }
    }

    /// What a text is. `name` is that of a message or of a text for the template.
    pub fn kind(&self, kind: EntryKind, name: &str) -> String {
        let kinds = self.kinds;
        let named = |what: &str| format!("{what}: {name}");
        match kind {
            EntryKind::Title => kinds.title.to_owned(),
            EntryKind::Description => kinds.description.to_owned(),
            EntryKind::Label => kinds.label.to_owned(),
            EntryKind::Extra => named(kinds.extra),
            EntryKind::Message => named(kinds.message),
            EntryKind::Unit(UnitKind::Heading(level)) => format!("{} {level}", kinds.heading),
            EntryKind::Unit(UnitKind::Paragraph) => kinds.paragraph.to_owned(),
            EntryKind::Unit(UnitKind::Item) => kinds.item.to_owned(),
            EntryKind::Unit(UnitKind::Cell) => kinds.cell.to_owned(),
            EntryKind::Unit(UnitKind::Term) => kinds.term.to_owned(),
            EntryKind::Unit(UnitKind::Details) => kinds.details.to_owned(),
            EntryKind::Unit(UnitKind::Label) => kinds.directive.to_owned(),
            EntryKind::Unit(UnitKind::Argument) => kinds.argument.to_owned(),
        }
    }
}
