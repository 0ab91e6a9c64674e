//! Where the starter directory comes from: the binary, or a directory.

use rust_embed::RustEmbed;
use std::path::{Path, PathBuf};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets/starter/"]
struct Embedded;

/// The source of the starter files.
pub struct Source(Option<PathBuf>);

impl Source {
    /// A directory, or the files in the binary.
    pub fn new(directory: Option<&Path>) -> Self {
        Self(directory.map(Path::to_path_buf))
    }

    /// The text of the file with this name, or why it cannot be read.
    pub fn text(&self, name: &str) -> Result<String, String> {
        match &self.0 {
            Some(directory) => {
                let path = directory.join(name);
                std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
            }
            None => {
                let file = Embedded::get(name).ok_or("it is not in the binary")?;
                String::from_utf8(file.data.into_owned()).map_err(|e| e.to_string())
            }
        }
    }
}
