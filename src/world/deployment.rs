//! A site on a host, file by file, as a reader gets it.

use url::Url;

use crate::model::percent;
use crate::world::web::{Answer, Client, Method, Trouble};

/// How much more than expected is read of a file: enough to see that it holds more.
const SURPLUS: u64 = 1;

/// A site on a host.
#[derive(Clone, Debug)]
pub struct Deployment {
    client: Client,
    /// Its address, without a slash behind.
    address: String,
}

/// What is at the address of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File(Answer),
    /// Nothing.
    Nothing,
    /// The way to another address.
    Redirect(String),
    /// A host that would not say: the status.
    Refusal(u16),
}

impl Deployment {
    /// The site at `address`; none when that is no address of the web without a query.
    pub fn new(address: &str, client: Client) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        let is_site = matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        is_site.then(|| Self {
            client,
            address: url.as_str().trim_end_matches('/').to_owned(),
        })
    }

    /// What is at the address of the file at `path`, which should have `size` bytes.
    ///
    /// # Errors
    /// When there is no whole answer.
    pub fn read(&self, path: &str, size: u64) -> Result<Found, Trouble> {
        let address = self.address_of(path);
        let found = self.ask(&address, path, size)?;
        let Found::Redirect(target) = &found else {
            return Ok(found);
        };
        // Some hosts know a page by its name without the ending, and send readers there.
        match address.strip_suffix(".html") {
            Some(stem) if *target == stem => self.ask(target, path, size),
            _ => Ok(found),
        }
    }

    fn ask(&self, address: &str, path: &str, size: u64) -> Result<Found, Trouble> {
        let limit = size.saturating_add(SURPLUS);
        let answer = self.client.ask(Method::Get(limit), address)?;
        Ok(match answer.status {
            200 => Found::File(answer),
            // A page for what is not there is served as just that.
            404 if path.ends_with("404.html") => Found::File(answer),
            404 | 410 => Found::Nothing,
            status @ 300..400 => match target(address, &answer) {
                Some(target) => Found::Redirect(target),
                None => Found::Refusal(status),
            },
            status => Found::Refusal(status),
        })
    }

    /// Readers come by the address of the folder, and some hosts know the file by no other.
    fn address_of(&self, path: &str) -> String {
        let short = path
            .strip_suffix("index.html")
            .filter(|folder| folder.is_empty() || folder.ends_with('/'))
            .unwrap_or(path);
        format!("{}/{}", self.address, percent::encode(short))
    }
}

/// Where an answer leads, as a whole address.
fn target(address: &str, answer: &Answer) -> Option<String> {
    let location = answer.header("location")?;
    let target = Url::parse(address).ok()?.join(&location).ok()?;
    Some(target.as_str().to_owned())
}
