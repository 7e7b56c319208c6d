//! `campaign serve`: every edition at one address, fresh while somebody edits.
//!
//! One thread works ([`session`]), another serves. Neither touches what was published.

mod broom;
mod session;
mod sweep;
mod telling;

use std::sync::Arc;

use crate::command::project::locate;
use crate::command::{Failure, Manner, Request, Status};
use crate::world::report::Voice;
use crate::world::server::{self, Server};
use crate::world::watch;
use crate::world::{browser, clock};
use session::Session;

/// What a preview is asked for.
#[derive(Clone, Debug)]
pub struct Serve {
    /// The campaign and what of it.
    pub request: Request,
    /// The port to listen at instead of the usual one.
    pub port: Option<u16>,
    /// What happens to the browser.
    pub browser: Browser,
    /// How changes are found out.
    pub watching: watch::Manner,
}

/// What happens to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// It opens the preview.
    Open,
    /// Nothing.
    Leave,
}

/// Serves until it is interrupted.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(serve: &Serve, manner: &Arc<Manner>) -> Result<Status, Failure> {
    let start = clock::start();
    let (root, options) = locate(&serve.request)?;
    let asked = serve.port.unwrap_or(server::PORT);
    let server = Server::bind(asked).map_err(|error| cannot_listen(asked, &error))?;
    let watching = serve.watching.clone();
    let session = Session::open(root, options, &serve.request.editions, watching, manner)?;
    let desk = session.desk();
    telling::started(&server, asked, &session, start, manner);
    if serve.browser == Browser::Open {
        browser::open(&server.address());
    }
    std::thread::spawn(move || session.work());
    let address = server.address();
    let voice = Voice::new(manner.voice.language());
    server.run(desk, voice).map_err(|error| {
        let arguments = [("address", address), ("reason", error.to_string())];
        Failure::machine("cannot-listen", arguments)
    })?;
    Ok(Status::Done)
}

fn cannot_listen(port: u16, error: &std::io::Error) -> Failure {
    let arguments = [
        ("address", format!("localhost:{port}")),
        ("reason", error.to_string()),
    ];
    Failure::machine("cannot-listen", arguments)
}
