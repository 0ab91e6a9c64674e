//! How long a start takes on the starter directory.

use crate::server::Server;
use std::{path::Path, time::Duration};

/// The first start of a portal and the one after it.
pub struct Starts {
    /// With an empty folder: everything is loaded.
    pub first: Duration,
    /// With what the first start left.
    pub second: Duration,
}

/// Starts a portal twice.
pub fn measure(program: &Path) -> anyhow::Result<Starts> {
    let folder = tempfile::Builder::new()
        .prefix("interlocal-data-")
        .tempdir()?;
    let (server, first) = Server::timed(program, folder.path())?;
    server.stop()?;
    let (server, second) = Server::timed(program, folder.path())?;
    server.stop()?;
    Ok(Starts { first, second })
}
