//! The portal itself, started for a measurement on a free port with a folder of
//! its own, and stopped afterwards. It always stands on the same day.

use crate::process::{ask, cargo, run};
use anyhow::{Context, bail};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a start with the starter directory may take.
const START: Duration = Duration::from_secs(120);
/// The day on which the starter directory was checked.
const TODAY: &str = "2026-11-22";

/// A running portal.
pub struct Server {
    address: String,
    child: Child,
    program: PathBuf,
    data: PathBuf,
    _data: Option<TempDir>,
}

/// How the binary is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// As it is delivered.
    Release,
    /// Quickly built.
    Dev,
}

impl Server {
    /// Builds the binary, starts it on an empty folder and waits until it is ready.
    pub fn start(build: Build) -> anyhow::Result<Self> {
        let program = binary(build)?;
        let data = tempfile::Builder::new()
            .prefix("interlocal-data-")
            .tempdir()?;
        let (mut server, _) = Self::timed(&program, data.path())?;
        server._data = Some(data);
        Ok(server)
    }

    /// Starts a binary on a folder that stays; says after what time it was ready.
    pub fn timed(program: &Path, data: &Path) -> anyhow::Result<(Self, Duration)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let began = Instant::now();
        let child = Command::new(program)
            .args(["serve", "--listen", &address, "--data"])
            .arg(data)
            .env("INTERLOCAL__PORTAL__TODAY", TODAY)
            .env("INTERLOCAL__LOG__FILTER", "warn")
            .env("INTERLOCAL__LINKS__CHECK", "false")
            .env("INTERLOCAL__API__PER_MINUTE_BY_ADDRESS", "0")
            .current_dir(crate::repository::root())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("cannot run interlocal")?;
        let mut server = Self {
            address,
            child,
            program: program.to_owned(),
            data: data.to_owned(),
            _data: None,
        };
        server.wait(began)?;
        Ok((server, began.elapsed()))
    }

    /// Asks it to stop as the system does, and waits until it has.
    pub fn stop(mut self) -> anyhow::Result<()> {
        run(Command::new("kill").arg(self.id().to_string()))?;
        let status = self.child.wait()?;
        anyhow::ensure!(status.success(), "interlocal stopped with {status}");
        Ok(())
    }

    /// Invites a steward; gives the path of the link.
    pub fn invite(&self, email: &str) -> anyhow::Result<String> {
        let mut command = Command::new(&self.program);
        command
            .args(["user", "invite", email, "--role", "steward", "--data"])
            .arg(&self.data)
            .env("INTERLOCAL__PORTAL__TODAY", TODAY)
            .current_dir(crate::repository::root());
        let link = ask(&mut command)?;
        let (_, secret) = link
            .rsplit_once("/invitations/")
            .with_context(|| format!("“{link}” is no invitation"))?;
        Ok(format!("/invitations/{secret}"))
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The text that a path answers with; errs on any status but success.
    pub fn get(&self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<String> {
        let request = ureq::get(self.url(path)).query_pairs(fields.iter().copied());
        let mut answer = request
            .call()
            .with_context(|| format!("{path} {fields:?}"))?;
        Ok(answer.body_mut().read_to_string()?)
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn wait(&mut self, began: Instant) -> anyhow::Result<()> {
        while began.elapsed() < START {
            if let Some(status) = self.child.try_wait()? {
                bail!("interlocal ended with {status} instead of serving");
            }
            if self.get("/readyz", &[]).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("interlocal was not ready after {} s", START.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Builds the binary; gives its path.
pub fn binary(build: Build) -> anyhow::Result<PathBuf> {
    let mut command = cargo();
    command.args(["build", "--locked", "--package", "interlocal"]);
    let folder = match build {
        Build::Release => {
            command.arg("--release");
            "release"
        }
        Build::Dev => "debug",
    };
    run(&mut command)?;
    Ok(target().join(folder).join("interlocal"))
}

/// The folder in which cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| crate::repository::root().join("target"), PathBuf::from)
}
