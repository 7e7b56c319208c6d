//! The web, as a client: one request, one answer, never more than was asked for. The home of ureq.
//!
//! A request tells the host the address that is asked for and nothing else: no referrer, no cookie,
//! no name of a program, no language. Redirects are answers, too: whoever asked decides.

use std::io::{self, Read};
use std::time::Duration;

use rayon::prelude::*;
use ureq::Agent;

/// How many requests are under way at once: enough that slow hosts do not add up, few enough for a
/// telephone that shares its connection.
const LANES: usize = 8;

/// The largest head of an answer that is read; servers themselves stop at a quarter of it.
const HEAD: usize = 1 << 15;

/// Who asks.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Whether it is there.
    Head,
    /// What it holds, up to so many bytes, compression undone.
    Get(u64),
}

/// What a host said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status (RFC 9110 §15).
    pub status: u16,
    /// The fields of its head in their order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// What it holds; one byte more than was wanted where there is more.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The value of a field, whatever the case of its name. Several are one with commas between
    /// (RFC 9110 §5.3).
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self
            .headers
            .iter()
            .filter(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is no address.
    Address,
    /// No host has this name, or this machine has no network.
    Host,
    /// The host did not take the connection, or broke it off.
    Connection,
    /// It took too long.
    Time,
    /// The connection is not secure: the certificate is not that of the host, or has expired.
    Certificate,
    /// This program was built without secure connections.
    NoTls,
    /// The answer makes no sense.
    Protocol,
}

impl Trouble {
    /// The word by which a message selects its wording.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Host => "host",
            Self::Connection => "connection",
            Self::Time => "time",
            Self::Certificate => "certificate",
            Self::NoTls => "no-tls",
            Self::Protocol => "protocol",
        }
    }
}

impl Client {
    /// A client that waits so long for a whole answer.
    pub fn new(patience: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("")
            .max_response_header_size(HEAD)
            .timeout_global(Some(patience))
            .build();
        Self {
            agent: config.new_agent(),
        }
    }

    /// Asks once.
    ///
    /// # Errors
    /// When there is no whole answer.
    pub fn ask(&self, method: Method, address: &str) -> Result<Answer, Trouble> {
        if address.starts_with("https:") && !cfg!(feature = "online") {
            return Err(Trouble::NoTls);
        }
        let response = match method {
            Method::Head => self.agent.head(address).call(),
            // A copy that lies between here and the host says nothing about the host.
            Method::Get(_) => self
                .agent
                .get(address)
                .header("Cache-Control", "no-cache")
                .call(),
        };
        let mut response = response.map_err(|error| trouble(&error))?;
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes());
                (name.as_str().to_owned(), value.trim().to_owned())
            })
            .collect();
        let mut bytes = Vec::new();
        if let Method::Get(limit) = method {
            response
                .body_mut()
                .with_config()
                .limit(u64::MAX)
                .reader()
                .take(limit.saturating_add(1))
                .read_to_end(&mut bytes)
                .map_err(|error| broken(&error))?;
        }
        Ok(Answer {
            status: response.status().as_u16(),
            headers,
            bytes,
        })
    }
}

/// Does `work` for each item, several at once, and returns what came of it in order.
pub fn in_lanes<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let lanes = rayon::ThreadPoolBuilder::new().num_threads(LANES).build();
    let all = || items.par_iter().map(&work).collect();
    // Where no thread can be had, the one that is here does it all.
    lanes.map_or_else(
        |_| items.iter().map(&work).collect(),
        |lanes| lanes.install(all),
    )
}

fn trouble(error: &ureq::Error) -> Trouble {
    match error {
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Trouble::Address,
        ureq::Error::HostNotFound => Trouble::Host,
        ureq::Error::Timeout(_) => Trouble::Time,
        ureq::Error::Tls(_) => Trouble::Certificate,
        #[cfg(feature = "online")]
        ureq::Error::Rustls(_) => Trouble::Certificate,
        ureq::Error::Io(error) => broken(error),
        ureq::Error::ConnectionFailed => Trouble::Connection,
        _ => Trouble::Protocol,
    }
}

fn broken(error: &io::Error) -> Trouble {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<ureq::Error>());
    match (inner, error.kind()) {
        (Some(inner), _) => trouble(inner),
        (None, io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => Trouble::Time,
        // What rustls has to say about a certificate comes as this.
        (None, io::ErrorKind::InvalidData) => Trouble::Certificate,
        (None, _) => Trouble::Connection,
    }
}
