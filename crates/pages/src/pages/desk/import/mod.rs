//! Taking files in at a desk: sending one, saying how its columns are read, and the
//! report of what becomes of its rows.

mod columns;
mod intake;
mod report;
mod sending;

pub use columns::{ImportColumnRow, ImportColumnsPage};
pub use intake::{Becomes, Intake};
pub use report::{ImportReportPage, ImportReportRow, ImportTally, ImportWork};
pub use sending::{ImportBatchRow, ImportDeskPage, ImportFileRow};

/// Which file of whom a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportHead {
    /// Whose it is.
    pub intake: Intake,
    /// The number of the file.
    pub id: i32,
    /// What its sender calls it.
    pub file_name: String,
    /// The source that it is a file of.
    pub source: String,
    /// What it holds.
    pub kind: String,
    /// What its rows become.
    pub becomes: Becomes,
}

impl ImportHead {
    /// The address of a page of the file.
    fn at(&self, rest: &str) -> String {
        format!("{}/{}{rest}", self.intake.files(), self.id)
    }

    fn facts(&self) -> String {
        format!(
            "{} · source “{}” · {}",
            self.file_name, self.source, self.kind
        )
    }
}
