//! How far a build is: one line on a terminal, once somebody has waited long enough to wonder.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use crate::world::report::{Stream, Voice};

/// After this time a person wonders whether anything happens.
const PATIENCE: Duration = Duration::from_secs(1);

/// Often enough to look alive, seldom enough to cost nothing.
const INTERVAL: Duration = Duration::from_millis(200);

/// A count of files that several threads raise.
#[derive(Default)]
pub struct Progress {
    done: AtomicUsize,
    is_over: Mutex<bool>,
    over: Condvar,
}

impl Progress {
    /// One more file is done.
    pub fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Does `work`, which takes `total` steps, and shows how far it is when that takes long.
    pub fn show<T: Send>(
        &self,
        total: usize,
        voice: &Voice,
        work: impl FnOnce(&Self) -> T + Send,
    ) -> T {
        if !std::io::stderr().is_terminal() {
            return work(self);
        }
        std::thread::scope(|scope| {
            scope.spawn(|| self.watch(total, voice));
            let value = work(self);
            *self
                .is_over
                .lock()
                .expect("no thread panics while it holds the lock") = true;
            self.over.notify_all();
            value
        })
    }

    fn watch(&self, total: usize, voice: &Voice) {
        let mut wait = PATIENCE;
        let mut is_over = self
            .is_over
            .lock()
            .expect("no thread panics while it holds the lock");
        let mut has_written = false;
        while !*is_over {
            let (guard, timeout) = self
                .over
                .wait_timeout(is_over, wait)
                .expect("no thread panics while it holds the lock");
            is_over = guard;
            wait = INTERVAL;
            if timeout.timed_out() && !*is_over {
                let done = self.done.load(Ordering::Relaxed);
                let line = voice.say(
                    "build-progress",
                    &[("done", done.into()), ("total", total.into())],
                );
                // Nothing is lost when the terminal is gone.
                let _ = Stream::Error.write(&format!("\r{line}"));
                has_written = true;
            }
        }
        if has_written {
            let _ = Stream::Error.write("\r\u{1b}[K");
        }
    }
}
