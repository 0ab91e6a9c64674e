//! Taking files in at a desk: sending one, saying how its columns are read, and the
//! report of what becomes of its rows.

mod columns;
mod report;
mod sending;

pub use columns::{ImportColumnRow, ImportColumnsPage};
pub use report::{ImportReportPage, ImportReportRow, ImportTally, ImportWork};
pub use sending::{ImportBatchRow, ImportDeskPage, ImportFileRow};

use crate::{components::references::BodyRef, href};

/// Which file of which body a page is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportHead {
    /// The body.
    pub body: BodyRef,
    /// The number of the file.
    pub id: i32,
    /// What its sender calls it.
    pub file_name: String,
    /// The source that it is a file of.
    pub source: String,
    /// What it holds.
    pub kind: String,
}

impl ImportHead {
    /// The address of a page of the file.
    fn at(&self, rest: &str) -> String {
        let body = href::escape(&self.body.slug);
        format!("/desk/{body}/import/{}{rest}", self.id)
    }

    fn facts(&self) -> String {
        format!(
            "{} · source “{}” · {}",
            self.file_name, self.source, self.kind
        )
    }
}
