//! Hosts: the kinds of servers that a site is published on, and what each can hold.

use std::fmt;

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// Netlify, which reads `_headers` and `_redirects`.
    Netlify,
    /// Cloudflare Pages, which reads `_headers`.
    Cloudflare,
    /// Apache, which reads `.htaccess` where its owner allows it.
    Apache,
    /// nginx, whose owner includes a file.
    Nginx,
    /// Caddy, whose owner imports a file.
    Caddy,
    /// GitHub Pages, which sends its own headers and no others.
    GithubPages,
}

impl Host {
    /// Every host, in the order in which help lists them.
    pub const ALL: [Self; 6] = [
        Self::Netlify,
        Self::Cloudflare,
        Self::Apache,
        Self::Nginx,
        Self::Caddy,
        Self::GithubPages,
    ];

    /// Those that a site is made ready for unless campaign.toml names others: the ones that read
    /// a file lying in the published folder.
    pub const USUAL: [Self; 3] = [Self::Netlify, Self::Cloudflare, Self::Apache];

    /// Its name in campaign.toml.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Netlify => "netlify",
            Self::Cloudflare => "cloudflare",
            Self::Apache => "apache",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
            Self::GithubPages => "github-pages",
        }
    }

    /// The host of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|host| host.as_str() == name)
    }

    /// Whether it can be told which headers to send.
    pub const fn sends_headers(self) -> bool {
        !matches!(self, Self::GithubPages)
    }

    /// The files that it reads from the published folder.
    pub const fn files(self) -> &'static [HostFile] {
        match self {
            Self::Netlify => &[HostFile::Headers, HostFile::Redirects],
            Self::Cloudflare => &[HostFile::Headers],
            Self::Apache => &[HostFile::Htaccess],
            Self::Nginx | Self::Caddy | Self::GithubPages => &[],
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A file that hosts read from the folder they publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HostFile {
    /// `_headers`.
    Headers,
    /// `_redirects`.
    Redirects,
    /// `.htaccess`.
    Htaccess,
}

impl HostFile {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
            Self::Htaccess => crate::model::route::HTACCESS,
        }
    }
}

/// The part of the output that is put on a host: all of it, or the folder of one audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The whole output.
    Site,
    /// The folder of an audience, an index into the campaign's audiences.
    Audience(usize),
}
