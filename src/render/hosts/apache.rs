//! `.htaccess`, for Apache 2.4.
//!
//! Each directive is one that shared hosts usually allow (`AllowOverride FileInfo Indexes AuthConfig`
//! or `All`). Headers are set in a section that Apache skips without mod_headers: a page without
//! headers still has its `meta` elements, while an unknown directive would leave readers with
//! error 500.

use std::fmt::Write;

use super::layout::{FEEDS, Layout, MEDIA_TYPES, NotFound, TEXTS};
use crate::model::policy::{CACHE_CONTROL, Freshness};

/// The file `.htaccess`.
pub fn htaccess(layout: &Layout) -> String {
    let mut out = String::new();
    files(&mut out);
    types(&mut out);
    not_found(&mut out, layout);
    headers(&mut out, layout);
    out
}

macro_rules! put {
    ($out:expr, $($argument:tt)*) => {
        writeln!($out, $($argument)*).expect("a text takes any text")
    };
}

fn files(out: &mut String) {
    put!(out, "DirectoryIndex index.html");
    // Lists of files are not for readers; switching them off would need `AllowOverride Options`.
    put!(
        out,
        "<IfModule mod_autoindex.c>\n  IndexIgnore *\n</IfModule>"
    );
    // What other hosts read names every audience.
    put!(
        out,
        "<FilesMatch \"^_(headers|redirects)$\">\n  Require all denied\n</FilesMatch>"
    );
}

fn types(out: &mut String) {
    put!(out, "AddDefaultCharset utf-8");
    put!(out, "<IfModule mod_mime.c>");
    for (extension, media_type) in MEDIA_TYPES {
        put!(out, "  AddType {media_type} .{extension}");
    }
    put!(out, "  AddCharset utf-8 .{}", TEXTS.join(" ."));
    put!(out, "</IfModule>");
    for (file, media_type) in FEEDS {
        put!(
            out,
            "<Files \"{file}\">\n  ForceType \"{media_type}; charset=utf-8\"\n</Files>"
        );
    }
    let texts = TEXTS.map(|text| MEDIA_TYPES.iter().find(|(extension, _)| *extension == text));
    let texts: Vec<&str> = texts
        .iter()
        .flatten()
        .map(|(_, media_type)| *media_type)
        .collect();
    put!(
        out,
        "<IfModule mod_filter.c>\n  <IfModule mod_deflate.c>\n    AddOutputFilterByType DEFLATE {}\n  </IfModule>\n</IfModule>",
        texts.join(" ")
    );
}

/// The deepest folder comes last: of several sections that apply, the last one counts.
fn not_found(out: &mut String, layout: &Layout) {
    for NotFound { folder, page, .. } in layout.not_found().into_iter().rev() {
        match folder == layout.on_host("/") {
            true => put!(out, "ErrorDocument 404 {page}"),
            false => put!(
                out,
                "<If \"%{{REQUEST_URI}} =~ m#^{folder}#\">\n  ErrorDocument 404 {page}\n</If>"
            ),
        }
    }
}

fn headers(out: &mut String, layout: &Layout) {
    put!(out, "<IfModule mod_headers.c>");
    for header in &layout.headers {
        put!(
            out,
            "  Header always set {} \"{}\"",
            header.name,
            header.value
        );
    }
    put!(
        out,
        "  Header always set {CACHE_CONTROL} \"{}\"",
        layout.usual().cache_control()
    );
    for (folder, freshness) in layout.unusual() {
        put!(
            out,
            "  Header always set {CACHE_CONTROL} \"{}\" \"expr=%{{REQUEST_URI}} =~ m#^{folder}#\"",
            freshness.cache_control()
        );
    }
    // A name that leads nowhere today may lead somewhere tomorrow, so only what was found is kept.
    put!(
        out,
        "  <FilesMatch \"\\.[0-9a-f]{{8}}\\.[0-9a-z]+$\">\n    Header always set {CACHE_CONTROL} \"{}\" \"expr=%{{REQUEST_STATUS}} -lt 400\"\n  </FilesMatch>",
        Freshness::Year.cache_control()
    );
    put!(out, "</IfModule>");
}
