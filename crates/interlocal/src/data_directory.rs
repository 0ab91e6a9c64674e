//! The folder in which the portal keeps what it has: for its own account alone.

use anyhow::Context;
use std::{fs::DirBuilder, path::Path};

/// Makes the folder where there is none. One that is made here is closed to the other
/// accounts of the machine; one that is there already is left as its owner made it.
pub fn data_directory(path: &Path) -> anyhow::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .with_context(|| format!("data.directory: cannot create {}", path.display()))
}
