//! A report as one HTML page, which stands for itself, asks for nothing outside it, and can be
//! printed: what every such report begins with.

/// What differs does so in words and signs, not in colour alone. Both schemes are 7:1 or better.
const STYLE: &str = "
:root{color-scheme:light dark;--paper:#fff;--ink:#17242c;--soft:#3d4f59;--line:#c3ccd1;--good:#0b5138;--bad:#8c1d18;--part:#6b4000}
@media (prefers-color-scheme:dark){:root{--paper:#10181d;--ink:#eef2f4;--soft:#c2cdd3;--line:#46545c;--good:#8fe0bd;--bad:#ffb4ab;--part:#ffd08a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
h1,h2,h3{line-height:1.2}
h2{margin-top:3rem;border-top:4px solid;padding-top:1rem}
h3{margin-top:2.5rem}
a{color:inherit}
:focus-visible{outline:3px solid;outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}
dd{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:start;color:var(--soft);padding-block:.5rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
th small{display:block;font-weight:400;color:var(--soft);max-width:36rem}
td p{margin:0}
.held{color:var(--good)}.broken{color:var(--bad);font-weight:700}.lost,.untestable{color:var(--part)}.off{color:var(--soft)}
.summary td{white-space:nowrap}
tbody th{min-width:18rem}.narrow tbody th{min-width:7rem}
code{overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}.scroll{overflow:visible}}
";

/// The page up to where its own content begins. `mark` tells reports from other files, `tag` is the
/// language of its title.
pub fn opening(mark: &str, tag: &str, title: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<!-- {mark} -->\n<html lang=\"{tag}\" dir=\"ltr\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(title)
    )
}

/// A text as HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// Writes a line of a page into a text.
macro_rules! put {
    ($out:expr, $($argument:tt)*) => {
        writeln!($out, $($argument)*).expect("a text takes any text")
    };
}
pub(super) use put;
