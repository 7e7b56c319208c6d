//! Manners: one question to a host at a time, a pause between, and none any more when the host says
//! that it has too much to do.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Etiquette, host_of};
use crate::world::web::{Answer, Client, Method, Trouble};

/// What came of a question.
pub(super) enum Reply {
    /// An answer.
    Answer(Answer),
    /// The host has too much to do.
    Busy,
    /// None.
    Silence(Trouble),
}

/// Where those who want to ask a host wait.
#[derive(Default)]
struct Queue {
    /// When it was last asked.
    last: Option<Instant>,
    /// Whether it wants to be left alone.
    is_closed: bool,
}

/// Asks hosts, each as it likes to be asked.
pub(super) struct Manners {
    client: Client,
    etiquette: Etiquette,
    queues: Mutex<HashMap<String, Arc<Mutex<Queue>>>>,
}

impl Manners {
    /// Manners of this client.
    pub fn new(client: Client, etiquette: Etiquette) -> Self {
        Self {
            client,
            etiquette,
            queues: Mutex::default(),
        }
    }

    /// Asks, when it is time. A host that says when to come again is asked again then, unless that
    /// is longer than anybody waits for an answer.
    pub fn ask(&self, method: Method, address: &str) -> Reply {
        let queue = self.queue(address);
        // Whoever holds this is the only one who talks to the host.
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..2 {
            if queue.is_closed {
                return Reply::Busy;
            }
            if let Some(last) = queue.last {
                std::thread::sleep(self.etiquette.delay.saturating_sub(last.elapsed()));
            }
            let answer = self.client.ask(method, address);
            queue.last = Some(Instant::now());
            let answer = match answer {
                Ok(answer) if is_busy(&answer) => answer,
                Ok(answer) => return Reply::Answer(answer),
                Err(trouble) => return Reply::Silence(trouble),
            };
            match pause(&answer) {
                Some(pause) if pause <= self.etiquette.patience => std::thread::sleep(pause),
                _ => break,
            }
        }
        queue.is_closed = true;
        Reply::Busy
    }

    fn queue(&self, address: &str) -> Arc<Mutex<Queue>> {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(queues.entry(host_of(address)).or_default())
    }
}

fn is_busy(answer: &Answer) -> bool {
    answer.status == 429 || answer.status == 503 && answer.header("retry-after").is_some()
}

/// How long a host asks to be left alone (RFC 9110 §10.2.3); none when it names a day or nothing.
fn pause(answer: &Answer) -> Option<Duration> {
    let seconds = answer.header("retry-after")?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}
