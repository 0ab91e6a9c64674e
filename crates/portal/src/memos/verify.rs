//! Checking a file that says it is a memo: anybody may.

use crate::{Error, Portal};
use interlocal_catalog::memo::{Checked, check};

/// What came of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// Whether the file is whole.
    pub checked: Checked,
    /// Whether this portal froze a memo under this hash.
    pub ours: bool,
}

impl Portal {
    /// Checks the text of a file.
    pub async fn verify_memo(&self, text: &str) -> Result<Verified, Error> {
        let checked = check(text);
        let ours = match &checked {
            Checked::Whole { memo, sha256 } => {
                self.store.memo_with_hash(sha256).await? == Some(memo.number)
            }
            _ => false,
        };
        Ok(Verified { checked, ours })
    }
}
