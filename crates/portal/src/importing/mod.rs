//! Taking files of the field in: each listing that a file wants becomes a draft on
//! the desk of a body, never more. It works on the database alone, so that it can run
//! beside a portal that serves.

mod apply;
mod contracts;
mod decide;
mod fedramp;
pub mod files;
mod hsds;
mod intake;
mod ocds;
mod proposals;
mod read;
mod send;
mod undo;
mod work;
mod write;

pub use apply::{Going, Watched, import, import_watched};
pub use fedramp::{MarketplaceFile, SOURCE as MARKETPLACE, import_fedramp};
pub use intake::Intake;
pub use interlocal_exchange::{
    contracts::{Mapping, Use},
    day::DayOrder,
    recognize::FileKind,
};
pub use interlocal_store::{FileStage, ImportBatch, ImportFile, Proposal, ReportLine};
pub use send::{Column, Columns, LARGEST, Sent};
pub use undo::undo_import;

use interlocal_catalog::{
    CategoryId, OrganizationId,
    details::ContractVehicle,
    line_item::LineItem,
    offering::{CostModel, OfferingKind, Term},
};
use interlocal_exchange::Finding;
use serde::Serialize;

/// Where a file comes from and where its drafts go.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The source: rows of the same source and key are the same.
    pub source: String,
    /// What the file holds: `contracts`, `ocds`, `hsds`.
    pub kind: &'static str,
    /// The file's name.
    pub file_name: String,
    /// The hash of its bytes.
    pub file_hash: String,
    /// The body whose desk takes the drafts; a dry run may do without.
    pub body: Option<OrganizationId>,
    /// The category of new drafts.
    pub category: CategoryId,
    /// How the columns of the source are read, to be kept for its next file.
    pub mapping: Option<String>,
}

/// What a file holds, ready to be taken in.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Its rows.
    pub rows: Vec<FileRow>,
    /// The listings that they make.
    pub entries: Vec<Entry>,
    /// What was noticed while it was read.
    pub findings: Vec<Finding>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

/// A row of a file.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Its key among those of its source.
    pub key: String,
    /// Its line.
    pub line: u64,
    /// The row as it was read, as JSON.
    pub content: String,
    /// Why a person should look at it; none where nobody need.
    pub doubts: Vec<Finding>,
}

/// A listing that a file wants.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its key among those of its source.
    #[serde(skip)]
    pub key: String,
    /// The rows that make it.
    #[serde(skip)]
    pub rows: Vec<usize>,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// What it is, in a few sentences.
    pub summary: String,
    /// How one joins, in the source's words.
    pub how_to_join: String,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// Its own page.
    pub url: String,
    /// The area in the source's words.
    pub area_words: String,
    /// Private contractors.
    pub suppliers: Vec<String>,
    /// First and last day.
    pub term: Term,
    /// Facts of a contract vehicle.
    pub contract: Option<ContractVehicle>,
    /// Its lines; where one says no more than the rest does, none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineItem>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is new.
    Created,
    /// Something of it changed.
    Changed,
    /// It stands as it stood.
    Unchanged,
    /// A person should look.
    Doubtful,
    /// It was not taken.
    Refused,
}

impl Outcome {
    /// Every outcome, in the order of reports.
    pub const ALL: [Self; 5] = [
        Self::Created,
        Self::Changed,
        Self::Unchanged,
        Self::Doubtful,
        Self::Refused,
    ];

    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Doubtful => "doubtful",
            Self::Refused => "refused",
        }
    }
}

/// A row of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// Its line in the file.
    pub line: u64,
    /// Its column, from 1; 0 where it is the whole row.
    pub column: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// Its key among those of its source.
    pub key: String,
    /// The slug of the listing that it belongs to; empty where there is none yet.
    pub listing: String,
    /// What that listing is called; empty where nothing says it.
    pub title: String,
    /// The value at fault.
    pub value: String,
    /// Why, and how to mend it; empty where nothing is to be said.
    pub why: String,
}

/// What became of a file; every row counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The batch by which it can be undone; none on a dry run or where nothing was new.
    pub batch: Option<i32>,
    /// The rows, in the order of the file.
    pub rows: Vec<Reported>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
    /// Whether all of it was taken; false where the reader stopped it.
    pub whole: bool,
}

impl Report {
    /// How many rows came out so.
    pub fn count(&self, outcome: Outcome) -> usize {
        let rows = self.rows.iter();
        rows.filter(|row| row.outcome == outcome).count()
    }
}

/// A key as people read it: the parts that say something, as in `7 · Boro Tools` for a
/// contract number, no contract above it, and a supplier.
pub fn key_in_words(key: &str) -> String {
    let parts = key.split('|').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The hash of a text, in hex.
pub fn hash_of(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::key_in_words;

    #[test]
    fn a_key_is_read_by_its_parts_that_say_something() {
        for (key, expect) in [
            (" |  | aec group inc", "aec group inc"),
            ("7 | 44 | boro tools #2", "7 · 44 · boro tools #2"),
            ("9 |  | ", "9"),
            ("ocds-x-1", "ocds-x-1"),
            ("", ""),
        ] {
            assert_eq!(key_in_words(key), expect, "{key}");
        }
    }
}
