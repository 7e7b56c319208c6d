//! What the standard library lacks: the kernel's word on what a file is and whether it is still
//! the same one, opening a regular file without ever waiting, exchanging two folders, and flushing
//! a whole file system at once. The only place that knows `rustix`.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// What kind of thing lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, to whatever.
    SymbolicLink,
    /// A named pipe: opening it could wait for ever.
    Pipe,
    /// A socket.
    Socket,
    /// A device, or what the system calls none of the above.
    Device,
}

impl Kind {
    /// The kind that the system says it is.
    pub fn of(file_type: FileType) -> Self {
        if file_type.is_file() {
            Self::File
        } else if file_type.is_dir() {
            Self::Folder
        } else if file_type.is_symlink() {
            Self::SymbolicLink
        } else {
            Self::special(file_type)
        }
    }

    #[cfg(unix)]
    fn special(file_type: FileType) -> Self {
        use std::os::unix::fs::FileTypeExt;
        if file_type.is_fifo() {
            Self::Pipe
        } else if file_type.is_socket() {
            Self::Socket
        } else {
            Self::Device
        }
    }

    #[cfg(not(unix))]
    fn special(_: FileType) -> Self {
        Self::Device
    }

    /// The word by which a message selects its wording.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Folder => "folder",
            Self::SymbolicLink => "symbolic-link",
            Self::Pipe => "pipe",
            Self::Socket => "socket",
            Self::Device => "device",
        }
    }
}

/// Whether two looks at a path saw the same file with the same content: its identity, its size and
/// when it was last written. Neither a new name for the file nor a removed one changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of the file that `metadata` describes.
    pub fn of(metadata: &Metadata) -> Self {
        let (device, inode) = identity(metadata);
        Self {
            device,
            inode,
            size: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

/// The file system that a file lies on, and its number there.
#[cfg(unix)]
pub fn identity(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Elsewhere the standard library does not tell: size and time have to do.
#[cfg(not(unix))]
pub fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// Whether anything lies at `path`, a dangling link included. Not knowing is not the same as no.
pub fn is_there(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// What changes about a file when it does: the stamp and, where the system keeps it, the time of
/// its last change of any kind, which no program can set back.
#[cfg(unix)]
pub fn glance(metadata: &Metadata) -> (Stamp, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (Stamp::of(metadata), metadata.ctime(), metadata.ctime_nsec())
}

/// Elsewhere the stamp has to do.
#[cfg(not(unix))]
pub fn glance(metadata: &Metadata) -> (Stamp, i64, i64) {
    (Stamp::of(metadata), 0, 0)
}

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// It is something else.
    NotAFile(Kind),
    /// It holds more bytes than the limit: how many it says it has.
    TooLarge(u64),
    /// The system refused.
    Failed(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// What a regular file of at most `limit` bytes holds, and its metadata from before it was read.
/// A pipe does not make it wait, and a symbolic link is not followed.
pub fn read_regular(path: &Path, limit: u64) -> Result<(Vec<u8>, Metadata), Unread> {
    let file = open_at_once(path)?;
    let metadata = file.metadata()?;
    let kind = Kind::of(metadata.file_type());
    if kind != Kind::File {
        return Err(Unread::NotAFile(kind));
    }
    if metadata.len() > limit {
        return Err(Unread::TooLarge(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    // One byte more than allowed tells a file that grows from one that just fits.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Unread::TooLarge(bytes.len() as u64));
    }
    Ok((bytes, metadata))
}

#[cfg(unix)]
fn open_at_once(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open_at_once(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// Whether two names could be exchanged at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Each now has what the other had.
    Done,
    /// This kernel or file system cannot; nothing has changed.
    Unsupported,
}

/// Lets two folders trade names in one step that no other process can see half done.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub fn exchange(one: &Path, other: &Path) -> io::Result<Exchange> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(Exchange::Done),
        // XDEV: overlayfs with a folder from a lower layer. INVAL, NOTSUP: the file system cannot.
        // NOSYS, PERM: an old kernel, or a sandbox that does not know the call.
        Err(Errno::XDEV | Errno::INVAL | Errno::NOTSUP | Errno::NOSYS | Errno::PERM) => {
            Ok(Exchange::Unsupported)
        }
        Err(error) => Err(error.into()),
    }
}

/// Other systems have no such call.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn exchange(_: &Path, _: &Path) -> io::Result<Exchange> {
    Ok(Exchange::Unsupported)
}

/// Waits until everything written to the file system of `folder` has reached the disk: one call
/// instead of one for each of thousands of files.
#[cfg(target_os = "linux")]
pub fn flush_file_system(folder: &Path) -> io::Result<Flush> {
    rustix::fs::syncfs(File::open(folder)?)?;
    Ok(Flush::Done)
}

/// Other systems have no such call.
#[cfg(not(target_os = "linux"))]
pub fn flush_file_system(_: &Path) -> io::Result<Flush> {
    Ok(Flush::Unsupported)
}

/// Whether a whole file system could be flushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flush {
    /// It has been.
    Done,
    /// Each file has to be flushed by itself.
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "for other systems"))]
    Unsupported,
}

/// Waits until one file or folder has reached the disk.
pub fn flush(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
