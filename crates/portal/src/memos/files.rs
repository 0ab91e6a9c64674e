//! A frozen memo as a file.

use super::read::MemoRead;
use crate::{Error, Portal};
use interlocal_catalog::memo::frozen::file;
use interlocal_exchange::memo::workbook;

impl Portal {
    /// The canonical text with its hash; a draft has none.
    pub fn memo_file(&self, memo: &MemoRead) -> Result<String, Error> {
        let frozen = memo.row.frozen.as_ref().ok_or(Error::NotFound)?;
        Ok(file(&frozen.content, &frozen.sha256))
    }

    /// A workbook of it; a draft has none.
    pub fn memo_workbook(&self, memo: &MemoRead) -> Result<Vec<u8>, Error> {
        let frozen = memo.row.frozen.as_ref().ok_or(Error::NotFound)?;
        let said = memo.frozen.as_ref().ok_or(Error::NotFound)?;
        workbook(said, &frozen.sha256).map_err(|e| Error::Internal(e.to_string()))
    }
}
