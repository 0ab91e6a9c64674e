//! A zip archive that is written entry by entry and never held in memory. Its entries
//! bear no time, so that equal contents make equal bytes.

use std::io::{self, Read, Seek, Write};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// An archive on its way into a file.
pub struct Archive<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Archive<W> {
    /// An archive that is written into this.
    pub fn into_writer(to: W) -> Self {
        Self(ZipWriter::new(to))
    }

    /// Begins an entry; what is written next stands in it.
    pub fn entry(&mut self, name: &str) -> io::Result<&mut impl Write> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .large_file(true)
            .unix_permissions(0o644);
        self.0.start_file(name, options).map_err(io::Error::other)?;
        Ok(&mut self.0)
    }

    /// Adds an entry with everything that a reader gives.
    pub fn copy(&mut self, name: &str, from: &mut impl Read) -> io::Result<u64> {
        let to = self.entry(name)?;
        io::copy(from, to)
    }

    /// Ends the archive.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish().map_err(io::Error::other)
    }
}

/// Bytes of an archive at most, unpacked, where all of it is held in memory.
const MOST: u64 = 512 * 1024 * 1024;

/// The names of the entries of an archive.
pub fn names(from: impl Read + Seek) -> io::Result<Vec<String>> {
    let archive = ZipArchive::new(from).map_err(io::Error::other)?;
    let names = archive.file_names();
    names
        .map(|name| Ok(name.map_err(io::Error::other)?.into_owned()))
        .collect()
}

/// Every entry of a small archive: name and bytes, in their order.
pub fn files(from: impl Read + Seek) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(from).map_err(io::Error::other)?;
    let mut found = Vec::new();
    let mut left = MOST;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(io::Error::other)?;
        let name = entry.name().map_err(io::Error::other)?.into_owned();
        let mut bytes = Vec::new();
        entry.take(left + 1).read_to_end(&mut bytes)?;
        let too_large = || io::Error::other("it is too large when it is unpacked");
        left = left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        found.push((name, bytes));
    }
    Ok(found)
}
