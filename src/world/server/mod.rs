//! Preview → browser: every edition at one address, as `build` would write it.
//!
//! The server answers from what lies on its [`Desk`] and knows the disk only by the names of
//! sources. It listens to this machine alone ([`guard`]), speaks HTTP/1.1, and bounds what a
//! client can make it hold. The home of axum, hyper and tokio.
//!
//! ```text
//! /es/…             a file of the site, looked up among its routes    address, page, media
//! /_campaign/       the workbench and its scripts                     own, board, map, editor
//! /_campaign/live   that there is news                                live
//! ```

mod address;
mod board;
mod desk;
mod editor;
pub mod guard;
mod live;
mod map;
mod media;
mod own;
mod page;

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

pub use desk::{Desk, Kept, Preview, Pulse, Swept};
pub use page::with_script;

use crate::world::report::Voice;

/// The port unless another is asked for: nothing well known uses it.
pub const PORT: u16 = 4545;

/// Ports that are tried one after the other: nobody runs more previews at once.
const TRIES: u16 = 50;

/// Connections at once. A browser has six, and one for the live channel.
const CONNECTIONS: usize = 128;

/// A client has this long to say what it wants; it is on the same machine.
const HEADER_TIME: Duration = Duration::from_secs(10);

/// The most that a request line and its headers may hold: the bound of most servers.
const HEADER_SIZE: usize = 16 * 1024;

/// The most headers of a request.
const HEADERS: usize = 64;

/// The most that an order may hold: a path and a number.
const BODY_SIZE: usize = 8 * 1024;

/// Where the server listens.
pub struct Server {
    listeners: Vec<TcpListener>,
    /// The port.
    pub port: u16,
}

impl Server {
    /// Listens at `port` of this machine, or at the next one that is free. At 0 the system chooses.
    ///
    /// # Errors
    /// When none is free.
    pub fn bind(port: u16) -> io::Result<Self> {
        let mut last = io::Error::from(io::ErrorKind::AddrInUse);
        for step in 0..TRIES {
            let tried = match port {
                0 => 0,
                port => port.checked_add(step).ok_or(last)?,
            };
            match Self::bind_one(tried) {
                Ok(server) => return Ok(server),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// Both of the addresses that `localhost` may mean, so that nobody else answers at one of them.
    fn bind_one(port: u16) -> io::Result<Self> {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
            Ok(second) => listeners.push(second),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
            // A machine without IPv6.
            Err(_) => {}
        }
        Ok(Self { listeners, port })
    }

    /// The address to open in a browser.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Serves what lies on `desk` until somebody interrupts the program.
    ///
    /// # Errors
    /// When the system would not.
    pub fn run(self, desk: Arc<Desk>, voice: Voice) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let app = Arc::new(App {
            desk,
            voice,
            port: self.port,
        });
        let outcome = runtime.block_on(serve(self.listeners, app));
        // Streams that are still open are cut off.
        runtime.shutdown_background();
        outcome
    }
}

struct App {
    desk: Arc<Desk>,
    voice: Voice,
    port: u16,
}

async fn serve(listeners: Vec<TcpListener>, app: Arc<App>) -> io::Result<()> {
    let router = Router::new().fallback(answer).with_state(app);
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    for listener in listeners {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::spawn(accept(listener, router.clone(), Arc::clone(&room)));
    }
    tokio::signal::ctrl_c().await
}

async fn accept(listener: tokio::net::TcpListener, router: Router, room: Arc<Semaphore>) {
    /// Out of file handles, say: trying again at once would only burn time.
    const PAUSE: Duration = Duration::from_millis(50);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // Where there is no room the connection is closed, which the client can see.
        let Ok(place) = Arc::clone(&room).try_acquire_owned() else {
            continue;
        };
        let router = router.clone();
        tokio::spawn(async move {
            converse(stream, router).await;
            drop(place);
        });
    }
}

async fn converse(stream: TcpStream, router: Router) {
    // Answers are whole; waiting for more to send would only delay them.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .max_buf_size(HEADER_SIZE)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // What a client does wrong concerns nobody but the client.
    let _ = connection.await;
}

async fn answer(State(app): State<Arc<App>>, request: Request) -> Response {
    let mut response =
        match guard::admit(request.method(), request.uri(), request.headers(), app.port) {
            Ok(()) => admitted(&app, request).await,
            Err(status) => own::status(status),
        };
    guard::protect(response.headers_mut());
    response
}

async fn admitted(app: &Arc<App>, request: Request) -> Response {
    let preview = app.desk.fresh().await;
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    if head.method == Method::POST {
        let body = tokio::time::timeout(HEADER_TIME, axum::body::to_bytes(body, BODY_SIZE)).await;
        return match body {
            Ok(Ok(body)) => own::open(&app.desk, &preview, &head.headers, &body),
            Ok(Err(_)) => own::status(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => own::status(StatusCode::REQUEST_TIMEOUT),
        };
    }
    if path == guard::OWN.trim_end_matches('/') {
        return page::redirect(guard::OWN);
    }
    let (app, uri) = (Arc::clone(app), head.uri.clone());
    let answer = move || match uri.path().strip_prefix(guard::OWN) {
        Some(name) => own::answer(&app.desk, &preview, &app.voice, name, &uri),
        None => page::answer(&app.desk, &preview, uri.path()),
    };
    // A picture takes as long as a hundred pages, and so does a large board: none of them waits.
    let answered = tokio::task::spawn_blocking(answer).await;
    answered.unwrap_or_else(|_| own::status(StatusCode::INTERNAL_SERVER_ERROR))
}
