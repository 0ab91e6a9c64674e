//! A file that is written beside its place and moved there when it is whole, and the
//! streams that are written on the way to it.

use interlocal_exchange::package::Scratch;
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// A file on its way to its place; dropped before it is finished, it leaves nothing.
pub struct WholeFile {
    place: PathBuf,
    beside: PathBuf,
    done: bool,
}

impl WholeFile {
    /// A file for this place.
    pub fn at(place: &Path) -> io::Result<(Self, BufWriter<File>)> {
        if let Some(folder) = place
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            fs::create_dir_all(folder)?;
        }
        let mut name = place.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        let beside = place.with_file_name(name);
        let file = BufWriter::new(File::create(&beside)?);
        let place = place.to_owned();
        Ok((
            Self {
                place,
                beside,
                done: false,
            },
            file,
        ))
    }

    /// Moves what was written to its place.
    pub fn finish(mut self, file: BufWriter<File>) -> io::Result<()> {
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&self.beside, &self.place)?;
        self.done = true;
        Ok(())
    }

    /// A folder for streams that are written on the way.
    pub fn streams(&self) -> io::Result<Streams> {
        let mut name = self.beside.clone().into_os_string();
        name.push("s");
        let folder = PathBuf::from(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Streams { folder })
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if !self.done {
            // What is left of it is overwritten the next time.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Streams in a folder that goes with them.
pub struct Streams {
    folder: PathBuf,
}

impl Scratch for Streams {
    type Stream = Stream;

    fn stream(&mut self, table: &str) -> io::Result<Stream> {
        let file = File::options()
            .create_new(true)
            .read(true)
            .write(true)
            .open(self.folder.join(table))?;
        Ok(Stream(BufWriter::with_capacity(64 * 1024, file)))
    }
}

impl Drop for Streams {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A stream that is written, and then read from its beginning.
pub struct Stream(BufWriter<File>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Read for Stream {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.get_mut().read(to)
    }
}

impl Seek for Stream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}
