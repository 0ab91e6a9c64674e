//! Programs of others that tests start: a provider, a mail server.

use crate::browser::{folder, program};
use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

/// A program of `tests/browser` that runs until this is dropped.
pub struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Running {
    /// Starts it; gives it and the first line that it says.
    pub fn start(file: &str, arguments: &[&str]) -> (Self, String) {
        let mut child = Command::new(program("INTERLOCAL_TEST_NODE", "node"))
            .arg(file)
            .args(arguments)
            .current_dir(folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, lines };
        let first = running.line();
        assert!(
            !first.is_empty(),
            "{file} does not start: run `cargo xtask test`, or `npm ci --ignore-scripts` in tests/browser"
        );
        (running, first)
    }

    /// The next line that it says.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
