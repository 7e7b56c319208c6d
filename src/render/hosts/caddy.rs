//! What Caddy (2.6 or later) is told, to be imported in the block of the site.

use std::fmt::Write;

use super::layout::{FEEDS, HIDDEN, Layout, MEDIA_TYPES, NotFound, TEXTS};
use crate::model::policy::{CACHE_CONTROL, Freshness};

macro_rules! put {
    ($out:expr, $($argument:tt)*) => {
        writeln!($out, $($argument)*).expect("a text takes any text")
    };
}

/// The lines for the block of the site.
pub fn site(layout: &Layout) -> String {
    let mut out = String::new();
    put!(out, "encode gzip");
    put!(out, "header {{");
    for header in &layout.headers {
        put!(out, "\t{} \"{}\"", header.name, header.value);
    }
    put!(out, "}}");
    caching(&mut out, layout);
    types(&mut out);
    // What other hosts read names every audience.
    let hidden = HIDDEN.map(|name| format!("*/{name}")).join(" ");
    put!(
        out,
        "@campaign_hidden path {hidden}\nerror @campaign_hidden 404"
    );
    put!(out, "file_server");
    not_found(&mut out, layout);
    out
}

/// The paths of `Cache-Control`, no two of which overlap.
fn caching(out: &mut String, layout: &Layout) {
    let assets = match layout.assets() {
        folders if folders.is_empty() => String::new(),
        folders => format!("\tnot path {}*\n", folders.join("* ")),
    };
    let unusual: Vec<(String, Freshness)> = layout.unusual().collect();
    let others: String = unusual
        .iter()
        .map(|(folder, _)| format!("\tnot path {folder}*\n"))
        .collect();
    let root = (layout.on_host("/"), layout.usual());
    pages(out, "usual", &root, &format!("{assets}{others}"));
    for (index, folder) in unusual.iter().enumerate() {
        pages(out, &index.to_string(), folder, &assets);
    }
    for folder in layout.assets() {
        put!(
            out,
            "header {folder}* {CACHE_CONTROL} \"{}\"",
            Freshness::Year.cache_control()
        );
    }
}

fn pages(out: &mut String, name: &str, (folder, freshness): &(String, Freshness), but: &str) {
    put!(out, "@campaign_pages_{name} {{\n\tpath {folder}*\n{but}}}");
    put!(
        out,
        "header @campaign_pages_{name} {CACHE_CONTROL} \"{}\"",
        freshness.cache_control()
    );
}

/// The media types, which Caddy otherwise takes from whatever the machine knows.
fn types(out: &mut String) {
    for (extension, media_type) in MEDIA_TYPES {
        let charset = match TEXTS.contains(&extension) {
            true => "; charset=utf-8",
            false => "",
        };
        let value = format!("{media_type}{charset}");
        put_type(out, extension, &format!("*.{extension}"), &value);
    }
    for (file, media_type) in FEEDS {
        let name = file.replace('.', "_");
        let value = format!("{media_type}; charset=utf-8");
        put_type(out, &name, &format!("*/{file}"), &value);
    }
}

/// Deferred, so that it comes after the file server's own idea; an error is never sent with it.
fn put_type(out: &mut String, name: &str, pattern: &str, value: &str) {
    put!(out, "@campaign_{name} path {pattern}");
    put!(
        out,
        "header @campaign_{name} {{\n\tdefer\n\tContent-Type \"{value}\"\n}}"
    );
}

/// Headers that were set before the error stay. What was not found is not kept like what would have
/// been there.
fn not_found(out: &mut String, layout: &Layout) {
    put!(out, "handle_errors {{");
    put!(
        out,
        "\t@campaign_missing expression {{http.error.status_code}} == 404"
    );
    put!(out, "\thandle @campaign_missing {{");
    for NotFound {
        folder,
        page,
        pages,
    } in layout.not_found()
    {
        put!(out, "\t\thandle {folder}* {{");
        put!(out, "\t\t\trewrite * {page}");
        put!(
            out,
            "\t\t\theader Content-Type \"text/html; charset=utf-8\""
        );
        put!(
            out,
            "\t\t\theader {CACHE_CONTROL} \"{}\"",
            pages.cache_control()
        );
        put!(out, "\t\t\tfile_server\n\t\t}}");
    }
    put!(out, "\t}}\n}}");
}
