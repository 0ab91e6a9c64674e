//! The port to where documents lie: a folder, or memory for tests.

use std::{
    collections::HashMap,
    fmt, fs, io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

/// Where bytes are kept by the hex of their hash.
pub trait KeepsDocuments: Send + Sync + fmt::Debug {
    /// Keeps bytes; the same again changes nothing.
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()>;
    /// The bytes with this hash.
    fn get(&self, sha256: &str) -> io::Result<Vec<u8>>;
    /// Throws the bytes with this hash away; none changes nothing.
    fn remove(&self, sha256: &str) -> io::Result<()>;
}

/// The place of the portal's documents; in memory unless a folder is given.
#[derive(Clone, Debug)]
pub struct Documents(Arc<dyn KeepsDocuments>);

impl Documents {
    /// In a folder, which every node must share.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self(Arc::new(Folder(folder)))
    }

    pub(crate) fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.put(sha256, bytes)
    }

    pub(crate) fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        self.0.get(sha256)
    }

    pub(crate) fn remove(&self, sha256: &str) -> io::Result<()> {
        self.0.remove(sha256)
    }
}

impl Default for Documents {
    fn default() -> Self {
        Self(Arc::new(Memory::default()))
    }
}

/// A folder: `ab/cd…` for the hash `abcd…`.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn place(&self, sha256: &str) -> io::Result<PathBuf> {
        let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit());
        match sha256.split_at_checked(2) {
            Some((first, rest)) if is_hash => Ok(self.0.join(first).join(rest)),
            _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "is no hash")),
        }
    }
}

impl KeepsDocuments for Folder {
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.place(sha256)?;
        if place.exists() {
            return Ok(());
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        // Whoever reads finds the whole file or none.
        let beside = place.with_extension(format!("{}.new", std::process::id()));
        fs::write(&beside, bytes)?;
        fs::rename(&beside, &place)
    }

    fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        fs::read(self.place(sha256)?)
    }

    fn remove(&self, sha256: &str) -> io::Result<()> {
        match fs::remove_file(self.place(sha256)?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

#[derive(Debug, Default)]
struct Memory(Mutex<HashMap<String, Vec<u8>>>);

impl KeepsDocuments for Memory {
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(sha256.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(sha256)
            .cloned()
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn remove(&self, sha256: &str) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.remove(sha256);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Folder, KeepsDocuments};

    #[test]
    fn nothing_but_a_hash_leads_into_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Folder(folder.path().to_path_buf());
        let hash = "ab".repeat(32);
        kept.put(&hash, b"words").unwrap();
        assert_eq!(kept.get(&hash).unwrap(), b"words");
        kept.remove(&hash).unwrap();
        kept.remove(&hash).unwrap();
        assert!(kept.get(&hash).is_err());
        for path in ["../../etc/passwd", "", "ab/../..", &"é".repeat(32)] {
            assert!(kept.put(path, b"x").is_err(), "{path}");
            assert!(kept.get(path).is_err(), "{path}");
            assert!(kept.remove(path).is_err(), "{path}");
        }
    }
}
