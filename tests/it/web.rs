//! A host on this machine that does what it is told, good or bad: for what asks the web.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the host does when it is asked.
pub type Conduct = Arc<dyn Fn(&Question, &mut TcpStream) + Send + Sync>;

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Question {
    pub method: String,
    pub path: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
}

/// A host at an address of its own, there as long as the test runs.
pub struct Host {
    pub address: String,
    questions: Arc<Mutex<Vec<Question>>>,
}

impl Host {
    pub fn new(conduct: impl Fn(&Question, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let questions: Arc<Mutex<Vec<Question>>> = Arc::default();
        let conduct: Conduct = Arc::new(conduct);
        let heard = Arc::clone(&questions);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (conduct, heard) = (Arc::clone(&conduct), Arc::clone(&heard));
                std::thread::spawn(move || {
                    let mut stream = stream.unwrap();
                    let Some(question) = read(&stream) else {
                        return;
                    };
                    heard.lock().unwrap().push(question.clone());
                    conduct(&question, &mut stream);
                });
            }
        });
        Self { address, questions }
    }

    /// What it was asked, in order.
    pub fn questions(&self) -> Vec<Question> {
        self.questions.lock().unwrap().clone()
    }
}

fn read(stream: &TcpStream) -> Option<Question> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let mut words = first.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let headers = lines
        .map_while(|line| line.ok().filter(|line| !line.is_empty()))
        .filter_map(|line| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_ascii_lowercase(), value.to_owned()))
        })
        .collect();
    Some(Question {
        method,
        path,
        headers,
    })
}

/// Answers with a status, fields and a body, and hangs up.
pub fn answer(stream: &mut TcpStream, status: &str, headers: &[(&str, &str)], body: &[u8]) {
    let mut head = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Length: {}\r\n\r\n", body.len());
    // Whoever asked may have heard enough.
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body);
}

/// Answers with a body that never ends, until nobody listens.
pub fn answer_for_ever(stream: &mut TcpStream, headers: &[(&str, &str)]) {
    let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n");
    for (name, value) in headers {
        let _ = stream.write_all(format!("{name}: {value}\r\n").as_bytes());
    }
    let _ = stream.write_all(b"\r\n");
    while stream.write_all(&[b'x'; 4096]).is_ok() {}
}

/// Says nothing until whoever asked hangs up.
pub fn keep_silent(stream: &mut TcpStream) {
    let mut byte = [0];
    let _ = std::io::Read::read(stream, &mut byte);
}
