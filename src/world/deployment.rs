//! A deployed copy of a site: a folder, or an address on the web.
//!
//! What lies there is only read. Over the web that is plain HTTP/1.1 with nothing kept and no
//! redirect followed: a host that sends readers elsewhere does not serve the file.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A host that says nothing for so long is down for a reader, too.
const PATIENCE: Duration = Duration::from_secs(20);

/// How much more than expected is read of a file before it counts as altered all the same.
const SURPLUS: u64 = 1 << 20;

/// The longest head of an answer that is read: servers themselves stop at a tenth of it.
const HEAD: usize = 1 << 16;

/// Where a copy of a site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deployment {
    /// A folder.
    Folder(PathBuf),
    /// A host on the web.
    Host(Host),
}

/// A host on the web, and the path of the site there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Name and port, as in an address.
    authority: String,
    /// Empty, or with a slash before and none behind.
    path: String,
}

/// A file as it is found there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What it holds; at most a little more than was expected.
    pub bytes: Vec<u8>,
    /// The fields of the answer's head, names in lower case. Empty in a folder.
    pub headers: BTreeMap<String, String>,
}

impl Deployment {
    /// What somebody typed: an address that begins with `http://`, or a folder. None for an
    /// address that this build cannot speak to.
    pub fn parse(place: &str) -> Option<Self> {
        match place.split_once("://") {
            None => Some(Self::Folder(PathBuf::from(place))),
            Some(("http", rest)) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                Some(Self::Host(Host {
                    authority: authority.to_owned(),
                    path: path.trim_end_matches('/').to_owned(),
                }))
            }
            Some(_) => None,
        }
    }

    /// The file at a route of the site; none where nothing is. `size` is what it should have.
    ///
    /// # Errors
    /// When the folder cannot be read or the host does not answer.
    pub fn read(&self, route: &str, size: u64) -> io::Result<Option<Found>> {
        match self {
            Self::Folder(folder) => read_file(&folder.join(route), size),
            Self::Host(host) => host.get(route, size),
        }
    }

    /// The paths of all files there, in order. None where nobody can tell: a host lists nothing.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> io::Result<Option<Vec<String>>> {
        let Self::Folder(folder) = self else {
            return Ok(None);
        };
        let mut paths = Vec::new();
        collect(folder, "", &mut paths)?;
        paths.sort();
        Ok(Some(paths))
    }
}

fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        // Links are not followed: one is no file that was published.
        match entry.file_type()?.is_dir() {
            true => collect(&entry.path(), &format!("{path}/"), paths)?,
            false => paths.push(path),
        }
    }
    Ok(())
}

fn read_file(path: &Path, size: u64) -> io::Result<Option<Found>> {
    match path.symlink_metadata() {
        Ok(meta) if meta.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if is_absence(error.kind()) => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?
        .take(size + SURPLUS)
        .read_to_end(&mut bytes)?;
    Ok(Some(Found {
        bytes,
        headers: BTreeMap::new(),
    }))
}

fn is_absence(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

impl Host {
    fn get(&self, route: &str, size: u64) -> io::Result<Option<Found>> {
        // Readers come by the address of the folder, and some hosts know the file by no other.
        let address = route
            .strip_suffix("index.html")
            .filter(|folder| folder.is_empty() || folder.ends_with('/'))
            .unwrap_or(route);
        let mut stream = self.connect()?;
        let (path, host) = (&self.path, &self.authority);
        write!(
            stream,
            "GET {path}/{} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: identity\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            escaped(address)
        )?;
        let mut answer = Vec::new();
        // Chunks of one byte take six: whatever is longer than that is not the file.
        let limit = HEAD as u64 + (size + SURPLUS) * 6;
        match stream.take(limit).read_to_end(&mut answer) {
            // A host that hangs up after the answer has answered.
            Err(error) if error.kind() == ErrorKind::ConnectionReset && !answer.is_empty() => {}
            result => {
                result?;
            }
        }
        parse(&answer, route)
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let with_port = match self.authority.rsplit_once(':') {
            Some((_, port)) if port.parse::<u16>().is_ok() => self.authority.clone(),
            _ => format!("{}:80", self.authority),
        };
        let mut last = io::Error::from(ErrorKind::AddrNotAvailable);
        for address in with_port.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(stream) => {
                    stream.set_read_timeout(Some(PATIENCE))?;
                    stream.set_write_timeout(Some(PATIENCE))?;
                    return Ok(stream);
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }
}

/// A path as it may stand in a request (RFC 3986 §2).
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// An answer of HTTP/1.1 (RFC 9112).
fn parse(answer: &[u8], route: &str) -> io::Result<Option<Found>> {
    let broken = || io::Error::new(ErrorKind::InvalidData, "no answer of HTTP/1.1");
    let end = answer
        .windows(4)
        .take(HEAD)
        .position(|bytes| bytes == b"\r\n\r\n")
        .ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&answer[..end]);
    let mut lines = head.split("\r\n");
    let status: u16 = lines
        .next()
        .and_then(|line| line.strip_prefix("HTTP/1."))
        .and_then(|line| line.get(2..5)?.parse().ok())
        .ok_or_else(broken)?;
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let is_there = match status {
        200 => true,
        // A page for what is not there is served as just that.
        404 => route.ends_with("404.html"),
        _ => false,
    };
    if !is_there {
        return Ok(None);
    }
    let body = &answer[end + 4..];
    let is_chunked = headers
        .get("transfer-encoding")
        .is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
    let bytes = match is_chunked {
        true => dechunked(body),
        false => body.to_vec(),
    };
    Ok(Some(Found { bytes, headers }))
}

/// The bytes of a body in chunks, as far as they came.
fn dechunked(mut body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    loop {
        let Some(end) = body.windows(2).position(|pair| pair == b"\r\n") else {
            return bytes;
        };
        let line = String::from_utf8_lossy(&body[..end]);
        let size = line.split(';').next().unwrap_or_default().trim().to_owned();
        let size = usize::from_str_radix(&size, 16).unwrap_or(0);
        body = &body[end + 2..];
        let chunk = &body[..size.min(body.len())];
        bytes.extend_from_slice(chunk);
        if size == 0 || body.len() < size + 2 {
            return bytes;
        }
        body = &body[size + 2..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_with_or_without_chunks() {
        let check = |answer: &str, route: &str, expected: Option<&str>| {
            let found = parse(answer.as_bytes(), route).unwrap();
            let text = found.map(|found| String::from_utf8(found.bytes).unwrap());
            assert_eq!(text.as_deref(), expected, "{answer}");
        };
        check("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "x", Some("body"));
        let chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n";
        check(chunks, "x", Some("abcde"));
        check("HTTP/1.1 404 Not Found\r\n\r\nno", "x", None);
        check("HTTP/1.1 404 Not Found\r\n\r\nno", "en/404.html", Some("no"));
        check("HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n", "x", None);
        assert!(parse(b"hello", "x").is_err());
    }

    #[test]
    fn a_place_is_a_folder_or_a_host() {
        let host = Deployment::parse("http://127.0.0.1:8000/site/");
        let expected = Host {
            authority: "127.0.0.1:8000".to_owned(),
            path: "/site".to_owned(),
        };
        assert_eq!(host, Some(Deployment::Host(expected)));
        assert_eq!(Deployment::parse("a/b"), Some(Deployment::Folder("a/b".into())));
        assert_eq!(Deployment::parse("https://example.org"), None);
    }
}
