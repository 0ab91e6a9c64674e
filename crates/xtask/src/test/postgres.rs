//! A PostgreSQL server for the tests: made in a temporary folder, on a free
//! port, as somebody who is not root, and gone afterwards.

mod keeper;

use crate::process::{ask, is_root};
use anyhow::{Context, bail};
use keeper::Keeper;
use std::{
    ffi::OsStr,
    net::TcpListener,
    os::unix::{fs::chown, process::CommandExt},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The variable that names the server to the tests.
pub const TEST_DATABASE_URL: &str = "INTERLOCAL_TEST_DATABASE_URL";

/// Another process may take the free port first.
const ATTEMPTS: usize = 3;

/// The server that the tests use, started here or given.
pub struct Postgres {
    url: String,
    /// Stopped when this is dropped.
    _started: Option<Started>,
}

/// A server of our own.
struct Started {
    server: Child,
    keeper: Keeper,
}

/// The user and group that run the server.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

impl Postgres {
    /// A server that somebody else looks after.
    pub fn given(url: String) -> Self {
        Self {
            url,
            _started: None,
        }
    }

    /// Starts a server with the programs of this folder.
    pub fn start(binaries: &Path) -> anyhow::Result<Self> {
        let owner = if is_root() { Some(somebody()?) } else { None };
        let folder = tempfile::Builder::new()
            .prefix("interlocal-postgres-")
            .tempdir()?;
        if let Some(owner) = owner {
            chown(folder.path(), Some(owner.user), Some(owner.group))?;
        }
        let data = folder.path().join("data");
        let mut initdb = command(binaries, "initdb", owner, folder.path());
        initdb.args(["--no-sync", "--auth=trust", "--username=interlocal"]);
        initdb
            .args(["--encoding=UTF8", "--locale=C"])
            .arg("--pgdata")
            .arg(&data);
        ask(&mut initdb)?;
        for attempt in 1.. {
            let port = free_port()?;
            let mut server = serve(binaries, owner, folder.path(), port)?;
            match wait(binaries, owner, folder.path(), &mut server, port) {
                Ok(()) => {
                    let url = format!("postgres://interlocal@127.0.0.1:{port}/postgres");
                    println!("   {url}");
                    let shell = as_owner("sh", owner, folder.path());
                    let keeper = Keeper::of(folder, shell, &binaries.join("pg_ctl"))?;
                    let started = Some(Started { server, keeper });
                    return Ok(Self {
                        url,
                        _started: started,
                    });
                }
                Err(fault) if attempt == ATTEMPTS => return Err(fault),
                Err(_) => {}
            }
        }
        bail!("PostgreSQL did not start")
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        if let Err(fault) = self.keeper.dismiss() {
            eprintln!("   PostgreSQL was not stopped as it should be: {fault:#}");
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

fn serve(binaries: &Path, owner: Option<Owner>, folder: &Path, port: u16) -> anyhow::Result<Child> {
    let log = std::fs::File::create(folder.join("log"))?;
    let mut server = command(binaries, "postgres", owner, folder);
    server
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder);
    server.args(["-h", "127.0.0.1", "-p", &port.to_string()]);
    for setting in [
        "fsync=off",
        "full_page_writes=off",
        "synchronous_commit=off",
        "max_connections=200",
        "shared_buffers=128MB",
        "timezone=UTC",
    ] {
        server.args(["-c", setting]);
    }
    server
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    // A group of its own: an interrupt at the terminal is the keeper's business.
    let server = server.process_group(0).spawn();
    server.context("cannot run postgres")
}

/// Waits until the server answers; errs with its log when it ends instead.
fn wait(
    binaries: &Path,
    owner: Option<Owner>,
    folder: &Path,
    server: &mut Child,
    port: u16,
) -> anyhow::Result<()> {
    for _ in 0..300 {
        let mut ready = command(binaries, "pg_isready", owner, folder);
        ready.args(["--quiet", "--host=127.0.0.1", "--timeout=1"]);
        let ready = ready.arg(format!("--port={port}")).status()?;
        if let Some(status) = server.try_wait()? {
            let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
            bail!("PostgreSQL ended with {status}: {}", log.trim());
        }
        if ready.success() {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let _ = server.kill();
    let _ = server.wait();
    bail!("PostgreSQL does not answer on port {port}")
}

/// A program of PostgreSQL, run by the owner of the server in its folder.
fn command(binaries: &Path, program: &str, owner: Option<Owner>, folder: &Path) -> Command {
    as_owner(binaries.join(program), owner, folder)
}

fn as_owner(program: impl AsRef<OsStr>, owner: Option<Owner>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env("LC_ALL", "C");
    if let Some(owner) = owner {
        command.uid(owner.user).gid(owner.group);
    }
    command
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// PostgreSQL refuses to be run by root: the user of its package runs it, else nobody.
fn somebody() -> anyhow::Result<Owner> {
    let users = std::fs::read_to_string("/etc/passwd")?;
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|name| owner(&users, name))
        .context("there is neither a user postgres nor nobody to run PostgreSQL")
}

/// A user in the form of `/etc/passwd`.
fn owner(users: &str, name: &str) -> Option<Owner> {
    users.lines().find_map(|line| {
        let mut parts = line.split(':');
        let found = parts.next() == Some(name);
        let user = parts.nth(1)?.parse().ok()?;
        let group = parts.next()?.parse().ok()?;
        found.then_some(Owner { user, group })
    })
}

#[cfg(test)]
mod tests {
    use super::owner;

    #[test]
    fn a_user_is_found_with_the_group() {
        let users = "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:106::/var/lib:/bin/sh\n";
        let found = owner(users, "postgres").unwrap();
        assert_eq!((found.user, found.group), (101, 106));
        assert!(owner(users, "nobody").is_none());
    }
}
