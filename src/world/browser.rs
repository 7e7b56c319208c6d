//! The reader's browser.

use std::process::{Command, Stdio};

/// Opens `address`, one of ours, in the browser that the system would take. Where that fails the
/// address stands on the terminal.
pub fn open(address: &str) {
    let mut command = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => {
            let mut command = Command::new("rundll32");
            command.arg("url.dll,FileProtocolHandler");
            command
        }
        _ => Command::new("xdg-open"),
    };
    let started = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Ok(mut child) = started {
        // Somebody has to take note of its end, or it stays in the table of processes.
        std::thread::spawn(move || child.wait());
    }
}
