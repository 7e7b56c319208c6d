//! Where reports go. The home of anstream, which knows what a stream can show.

use std::io::{self, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};

use super::text::Style;

/// One of the two streams that a command writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// What was asked for.
    Output,
    /// What is said besides.
    Error,
}

impl Stream {
    /// Coloured on a terminal that can show it, unless `NO_COLOR` or the like says otherwise.
    pub fn style(self) -> Style {
        let choice = match self {
            Self::Output => AutoStream::choice(&io::stdout()),
            Self::Error => AutoStream::choice(&io::stderr()),
        };
        match choice {
            ColorChoice::Never => Style::Plain,
            _ => Style::Colour,
        }
    }

    /// Writes `text`. A reader who has gone away, such as `head`, is no failure.
    ///
    /// # Errors
    /// When the stream cannot be written to, for example because a disk is full.
    pub fn write(self, text: &str) -> io::Result<()> {
        let written = match self {
            Self::Output => put(&mut anstream::stdout().lock(), text),
            Self::Error => put(&mut anstream::stderr().lock(), text),
        };
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }
}

fn put(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
