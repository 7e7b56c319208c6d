//! Texts to translators and back: what goes out comes in again, and nothing else changes.

mod catalogue;
mod export;
mod import;
mod messages;

use std::path::Path;

use crate::cli::{Run, run};
use crate::tree;

const SETTINGS: &str = "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
    [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n\
    [audiences.survivors]\nslug = \"help\"\n[audiences.public]\nslug = \"\"\n";

const ENGLISH: &str = "+++\ntitle = \"Rights\"\ndescription = \"What you can ask for.\"\ndate = 2026-11-01\n+++\n\n\
    ## Your pay {#pay}\n\n\
    > Keep *all* papers: at least 18\n> months. See [the law](../law/).\n\n\
    ::: for survivors\n- Call `1`.\n- Rest.\n:::\n\n\
    | Who | When |\n| --- | --- |\n| You | now |\n";

const SPANISH: &str = "+++\r\ntitle = \"Derechos\"\r\n+++\r\n\r\n\
    ## Su pago {#pay}\r\n\r\n\
    > Guarde *todos* los papeles: al menos 18\r\n> meses. Vea [la ley](../law/).\r\n\r\n\
    ::: for survivors\r\n- Llame al `1`.\r\n- Descanse.\r\n:::\r\n\r\n\
    | Quién | Cuándo |\r\n| --- | --- |\r\n| Usted | ahora |\r\n";

/// A campaign of one page that is translated, in a file with line ends of Windows, and one that is
/// not.
fn planted() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let home = "+++\ntitle = \"Home\"\n+++\n\n[Rights](rights/)\n";
    tree::plant(
        folder.path(),
        &[
            ("campaign.toml", SETTINGS),
            ("content/en.md", home),
            (
                "content/es.md",
                &home
                    .replace("Home", "Inicio")
                    .replace("[Rights]", "[Derechos]"),
            ),
            ("content/rights/en.md", ENGLISH),
            ("content/rights/es.md", SPANISH),
            (
                "content/law/en.md",
                "---\ntitle: The law\norder: 2\n---\n\nIt protects “you”.\n\n:t[law]\n",
            ),
            (
                "locales/en/all.ftl",
                "campaign-title = Shores\naudience-survivors = Me\naudience-public = All\nlaw = Law\n",
            ),
            (
                "locales/es/all.ftl",
                "campaign-title = Orillas\naudience-survivors = Yo\naudience-public = Todos\nlaw = Ley\n",
            ),
        ],
    );
    folder
}

/// The campaign with messages that do more than say one thing, and a page that stands in a menu.
fn wordy() -> tempfile::TempDir {
    let folder = planted();
    tree::plant(
        folder.path(),
        &[
            (
                "content/work/en.md",
                "+++\ntitle = \"Your work\"\nnav = { menu = \"main\", title = \"Work\" }\n[extra]\n\
                 hero_title = \"Know your rights at work\"\ncta_to = \"/rights/\"\n+++\n\nIt is paid.\n",
            ),
            (
                "content/work/es.md",
                "+++\ntitle = \"Su trabajo\"\n+++\n\nSe paga.\n",
            ),
            (
                "locales/en/more.ftl",
                "# Of two kinds.\nlines = { $count ->\n    [one] One line of { -org }\n   *[other] { $count } lines of { -org }\n}\n    \
                 .label = Lines\n-org = Shores\nlimit = Under 18\n",
            ),
            (
                "locales/es/more.ftl",
                "lines = { $count ->\n    [one] Una línea de { -org }\n   *[other] { $count } líneas de { -org }\n}\n-org = Orillas\n",
            ),
        ],
    );
    folder
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

/// Exports, lets `work` change the file, and imports.
fn passed(folder: &Path, work: impl Fn(&str) -> String) -> Run {
    let file = folder.join("out.po");
    let _ = std::fs::remove_file(&file);
    let sent = run(
        folder,
        &["translate", "export", "es", "--all", "--output", "out.po"],
    );
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let text = read(folder, "out.po");
    let text = text.as_str();
    let changed = work(text);
    std::fs::write(&file, changed).unwrap();
    run(folder, &["translate", "import", "out.po"])
}
