//! The ground: a file of the project as a value, and every file at one moment.
//!
//! A [`Source`] never changes; an edit makes another one with another [`Digest`]. Everything the
//! pipeline may know of the disk is a [`Snapshot`], so `parse`, `plan` and `render` are functions
//! of it and nothing else.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Bound, Range};
use std::sync::Arc;

/// A path relative to the campaign's root, with `/` between its parts on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes `path` as it is: parts joined by `/`, no leading `/`.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The whole path, such as `content/rights/en.md`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part, such as `en.md`.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// All but the last part, without a trailing `/`; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What follows the last `.` of the file name, if any.
    pub fn extension(&self) -> Option<&str> {
        self.file_name()
            .rsplit_once('.')
            .map(|(_, extension)| extension)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for SourcePath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}

/// A range of bytes in a source, start inclusive, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same range, `offset` bytes further on: from a part of a file to the file.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self {
            start: self.start + offset,
            end: self.end + offset,
        }
    }

    /// As a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The one content hash of the project: BLAKE3, 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of several inputs in their order. Where one ends and the next begins counts.
    pub fn of_all<'a>(inputs: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for input in inputs {
            hasher.update(&(input.len() as u64).to_le_bytes());
            hasher.update(input);
        }
        Self(*hasher.finalize().as_bytes())
    }

    /// The bytes of the digest, as an input of another.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The first eight hexadecimal digits: enough to tell two versions of one asset apart.
    pub fn short(&self) -> String {
        self.0[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A file of the campaign: where it is, what it holds, and the digest of that.
#[derive(Clone)]
pub struct Source {
    /// Where it lies under the root.
    pub path: SourcePath,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// The digest of `bytes`.
    pub digest: Digest,
}

impl Source {
    /// A source of these bytes at this path.
    pub fn new(path: impl Into<SourcePath>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self {
            path: path.into(),
            digest: Digest::of(&bytes),
            bytes,
        }
    }
}

/// Two sources are the same when they lie at one place and hold the same: what has one digest does.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest && self.path == other.path
    }
}

impl Eq for Source {}

/// The first byte of a source that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidByte {
    /// How many bytes come before it.
    pub offset: usize,
    /// The byte.
    pub byte: u8,
}

impl Source {
    /// The text of the source, as every parser and every report sees it: without a byte order mark
    /// and with `\n` at the end of lines, so that what an editor does to a file changes nothing.
    /// Spans are ranges of this text.
    ///
    /// # Errors
    /// The first byte that is not UTF-8.
    pub fn text(&self) -> Result<Cow<'_, str>, InvalidByte> {
        let bytes = self
            .bytes
            .strip_prefix("\u{feff}".as_bytes())
            .unwrap_or(&self.bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| InvalidByte {
            offset: error.valid_up_to(),
            byte: bytes[error.valid_up_to()],
        })?;
        if text.contains("\r\n") {
            return Ok(Cow::Owned(text.replace("\r\n", "\n")));
        }
        Ok(Cow::Borrowed(text))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.path, self.bytes.len())
    }
}

/// Every source at one moment, by path. A clone is the same snapshot, and costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    sources: Arc<BTreeMap<SourcePath, Source>>,
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sources, &other.sources) || self.sources == other.sources
    }
}

impl Eq for Snapshot {}

impl Snapshot {
    /// A snapshot of these sources. Of two with one path, the last counts.
    pub fn new(sources: impl IntoIterator<Item = Source>) -> Self {
        let sources = sources.into_iter();
        let by_path = sources.map(|source| (source.path.clone(), source));
        Self {
            sources: Arc::new(by_path.collect()),
        }
    }

    /// The source at this path.
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.sources.get(path)
    }

    /// The same snapshot after changes: a source that is new or another one now, or none where one
    /// is gone.
    #[must_use]
    pub fn with(&self, changes: impl IntoIterator<Item = (SourcePath, Option<Source>)>) -> Self {
        let mut sources = BTreeMap::clone(&self.sources);
        for (path, source) in changes {
            match source {
                Some(source) => sources.insert(path, source),
                None => sources.remove(&path),
            };
        }
        Self {
            sources: Arc::new(sources),
        }
    }

    /// All sources in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// The sources in `folder` (no trailing `/`) and below it, in the order of their paths.
    pub fn under(&self, folder: &str) -> impl Iterator<Item = &Source> {
        let prefix = format!("{folder}/");
        self.sources
            .range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded))
            .map(|(_, source)| source)
            .take_while(move |source| source.path.as_str().starts_with(&prefix))
    }
}
