//! The command: its exit code is that of [`campaign::cli::run`].

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(campaign::cli::run(std::env::args_os()))
}
