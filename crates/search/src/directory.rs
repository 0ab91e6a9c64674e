//! Opens the engine's directory, or makes a new one where it is missing, of an older
//! schema or vocabulary, foreign or corrupt.

use crate::{
    Error, analysis,
    schema::{SCHEMA_VERSION, schema},
};
use interlocal_catalog::category::Vocabulary;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tantivy::{Index, TantivyError};

const PREFIX: &str = "offerings-";

/// Opens or makes the directory inside `parent` that fits this schema and vocabulary.
pub(crate) fn open(parent: &Path, vocabulary: &Vocabulary) -> Result<Index, Error> {
    fs::create_dir_all(parent)?;
    let wanted = parent.join(format!(
        "{PREFIX}v{SCHEMA_VERSION}-{:016x}",
        fingerprint(vocabulary)
    ));
    drop_others(parent, &wanted)?;
    if wanted.exists() {
        match existing(&wanted) {
            Ok(index) => return Ok(index),
            Err(fault @ (Error::Busy | Error::Unavailable(_))) => return Err(fault),
            Err(fault) => {
                tracing::warn!(directory = %wanted.display(), %fault, "search index is rebuilt");
                remove(&wanted)?;
            }
        }
    }
    fs::create_dir_all(&wanted)?;
    let index = Index::create_in_dir(&wanted, schema().0)?;
    analysis::register(index.tokenizers());
    Ok(index)
}

/// An index in memory, for tests and tools.
pub(crate) fn in_memory() -> Index {
    let index = Index::create_in_ram(schema().0);
    analysis::register(index.tokenizers());
    index
}

fn existing(path: &Path) -> Result<Index, Error> {
    let index = Index::open_in_dir(path).map_err(unreadable)?;
    if index.schema() != schema().0 {
        return Err(Error::Engine(
            "the fields are those of another schema".to_owned(),
        ));
    }
    analysis::register(index.tokenizers());
    let damaged = index.validate_checksum().map_err(unreadable)?;
    if !damaged.is_empty() {
        return Err(Error::Engine(format!(
            "{} files are damaged",
            damaged.len()
        )));
    }
    index.reader().map_err(unreadable)?;
    Ok(index)
}

/// A directory of ours that cannot be read as an index is corrupt unless the system
/// refuses the access.
fn unreadable(fault: TantivyError) -> Error {
    let refused = match &fault {
        TantivyError::IoError(io) => io.kind() == std::io::ErrorKind::PermissionDenied,
        _ => false,
    };
    match Error::from(fault) {
        Error::Unavailable(text) if !refused => Error::Engine(text),
        other => other,
    }
}

fn drop_others(parent: &Path, wanted: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(parent)? {
        let path: PathBuf = entry?.path();
        let ours = path
            .file_name()
            .is_some_and(|n| n.to_string_lossy().starts_with(PREFIX));
        if ours && path != wanted {
            tracing::warn!(
                directory = %path.display(),
                "search index of another schema or vocabulary is removed and built anew"
            );
            remove(&path)?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), Error> {
    if path.is_dir() {
        fs::remove_dir_all(path)?
    } else {
        fs::remove_file(path)?
    }
    Ok(())
}

/// FNV-1a over everything of the vocabulary that is written into documents.
fn fingerprint(vocabulary: &Vocabulary) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for category in vocabulary.all() {
        add(category.slug.as_str());
        add(category
            .parent
            .as_ref()
            .map_or("", |parent| parent.as_str()));
        add(&category.name);
        category.synonyms.iter().for_each(|synonym| add(synonym));
        for word in &category.words {
            add(&word.word);
            add(&word.means);
        }
    }
    hash
}
