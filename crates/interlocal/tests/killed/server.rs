//! A real server in a process of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running `interlocal serve`.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
}

impl Server {
    /// Starts it on a database and a data directory; comes back when it serves.
    pub fn start(database: &str, data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_interlocal"))
            .args(["serve", "--empty", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("INTERLOCAL__DATABASE__URL", database)
            .env(
                "INTERLOCAL__PORTAL__TODAY",
                interlocal_testkit::today().to_string(),
            )
            .env("INTERLOCAL__LOG__FILTER", "error")
            .env("INTERLOCAL__LINKS__CHECK", "false")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .find_map(|line| {
                let line = line.unwrap();
                let (_, rest) = line.split_once(" on http://")?;
                Some(format!("http://{}", rest.split_whitespace().next()?))
            })
            .expect("the server ended before it served");
        // Whatever it says later must find somebody who reads.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// Strikes it as a power cut does, in the middle of whatever it does.
    pub fn strike(&self) {
        self.signal("-KILL");
    }

    /// Waits until a server that was struck has ended.
    pub fn ended(mut self) {
        let status = self.child.wait().unwrap();
        assert!(!status.success(), "it did not end by itself");
    }

    /// Ends it as its operator does.
    pub fn stop(mut self) {
        self.signal("-TERM");
        assert!(
            self.child.wait().unwrap().success(),
            "it stops without a fault"
        );
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.unwrap().success());
    }
}
