//! The broom: what is wanted of the [sweep](super::sweep), said from another thread.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use crate::diagnostic::Diagnosed;
use crate::source::{Snapshot, SourcePath};
use crate::world::server::Preview;

const NO_PANIC: &str = "no thread panics while it holds the lock";

/// What is to be swept.
#[derive(Clone)]
pub struct Order {
    /// What is shown.
    pub preview: Arc<Preview>,
    /// What it was read as.
    pub read: Diagnosed<Snapshot>,
    /// What changed; nothing at first.
    pub news: Option<News>,
}

/// A change, for the terminal.
#[derive(Clone)]
pub struct News {
    /// The files.
    pub files: Vec<SourcePath>,
    /// How long it took until it could be seen.
    pub milliseconds: f64,
}

impl Order {
    /// Whether this is the same order.
    pub fn is_same(&self, other: &Self) -> bool {
        self.preview.revision == other.preview.revision
    }
}

/// Whoever gives orders to a sweep, and whoever carries them out.
#[derive(Default)]
pub struct Broom {
    order: Mutex<Option<Order>>,
    changed: Condvar,
    /// Whether somebody has something more urgent to do.
    halted: AtomicBool,
}

impl Broom {
    /// Has this swept, instead of what was to be swept before.
    pub fn order(&self, order: Order) {
        *self.order.lock().expect(NO_PANIC) = Some(order);
        self.go_on();
    }

    /// Stops the sweep: there is something more urgent to do.
    pub fn halt(&self) {
        self.halted.store(true, Ordering::Relaxed);
    }

    /// Lets it go on where it was.
    pub fn go_on(&self) {
        // Under the lock, so that it is not missed by one who is about to wait.
        let order = self.order.lock().expect(NO_PANIC);
        self.halted.store(false, Ordering::Relaxed);
        drop(order);
        self.changed.notify_all();
    }

    /// Whether there is something more urgent to do.
    pub fn is_halted(&self) -> bool {
        self.halted.load(Ordering::Relaxed)
    }

    /// Waits until there is something to sweep, and nothing more urgent to do.
    pub fn wait(&self) -> Order {
        let order = self.order.lock().expect(NO_PANIC);
        let is_idle = |order: &mut Option<Order>| order.is_none() || self.is_halted();
        let order = self.changed.wait_while(order, is_idle).expect(NO_PANIC);
        Option::clone(&order).expect("one was waited for")
    }

    /// Takes an order off that was carried out, unless there is another by now.
    pub fn finish(&self, done: &Order) {
        let mut order = self.order.lock().expect(NO_PANIC);
        order.take_if(|order| order.is_same(done));
    }
}
