//! Lists of stewards as rows, for whom their pages show them.

mod bodies;
mod log;
mod mail;
mod people;
mod said;

pub(super) use log::Logged;
pub(super) use mail::Letters;
pub(super) use people::People;

use super::table::Frame;
use interlocal_exchange::workbook::Column;

/// The frame of a list of stewards: `jobs` at `/steward/jobs`.
pub(super) fn of((what, sheet, columns): (&str, &'static str, &'static [Column])) -> Frame {
    Frame {
        file: what.to_owned(),
        title: sheet.to_owned(),
        sheet,
        columns,
        page: format!("/steward/{what}"),
        source: "the records of the portal",
    }
}
