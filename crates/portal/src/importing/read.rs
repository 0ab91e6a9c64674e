//! The bytes of a file as rows and listings.

use super::Parsed;
use crate::Error;
use interlocal_exchange::{
    Fault,
    contracts::{HEADING_WORDS, Mapping, read},
    hsds, ocds,
    recognize::FileKind,
    table::Table,
};

/// Reads the listings of a file; a contract list with how its columns are read, and the
/// name of its source.
pub(super) fn read_listings(
    kind: FileKind,
    (name, bytes): (&str, &[u8]),
    (mapping, source): (&Mapping, &str),
) -> Result<Parsed, Fault> {
    Ok(match kind {
        FileKind::Ocds => Parsed::ocds(ocds::read(name, bytes)?),
        FileKind::Hsds => Parsed::hsds(hsds::read_one(name, bytes)?),
        _ => {
            let table = Table::read(name, bytes, &HEADING_WORDS)?;
            Parsed::contracts(read(&table, mapping), mapping, source)
        }
    })
}

/// Works on the bytes of a file beside what others wait for.
pub(super) async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::Internal(error.to_string()))
}

/// Why a file cannot be read, in words for whoever sent it.
pub(super) fn in_words(fault: &Fault) -> String {
    format!("line {}: {}", fault.line, fault.message)
}
