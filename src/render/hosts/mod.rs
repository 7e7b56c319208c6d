//! Hosts: the files that tell a server which headers to send, what to show where nothing is, and
//! what kinds of files there are. All of them say what the one table of [`crate::model::policy`]
//! says.
//!
//! Netlify, Cloudflare Pages and Apache read a file that lies in the published folder. What nginx
//! and Caddy are told must not be published; their owner asks `campaign headers` for it.

mod apache;
mod caddy;
mod layout;
mod netlify;
mod nginx;
mod sent;

use crate::model::campaign::Campaign;
use crate::model::host::{Folder, Host, HostFile};
use crate::model::site::Site;

use layout::Layout;
pub use sent::{Sent, is_for_host};

/// What lies in `folder` for hosts that read `file`.
pub fn published(campaign: &Campaign, site: &Site, folder: Folder, file: HostFile) -> String {
    let layout = Layout::new(campaign, site, folder);
    match file {
        HostFile::Headers => netlify::headers(&layout),
        HostFile::Redirects => netlify::redirects(&layout),
        HostFile::Htaccess => apache::htaccess(&layout),
    }
}

/// What `host` must be told of `folder`; none where it cannot be told anything.
pub fn configuration(
    campaign: &Campaign,
    site: &Site,
    folder: Folder,
    host: Host,
) -> Option<String> {
    let layout = Layout::new(campaign, site, folder);
    match host {
        Host::Netlify | Host::Cloudflare => Some(netlify::headers(&layout)),
        Host::Apache => Some(apache::htaccess(&layout)),
        Host::Nginx => Some(nginx::server(&layout)),
        Host::Caddy => Some(caddy::site(&layout)),
        Host::GithubPages => None,
    }
}
