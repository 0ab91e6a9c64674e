//! Lists of a desk as rows, for whom its pages show them.

mod asked;
mod deliveries;
mod imports;
mod listings;
mod own;
mod people;
mod recorded;
mod waiting;
mod webhooks;

pub(super) use deliveries::Deliveries;
pub(super) use listings::Listings;

use super::table::Frame;
use interlocal_catalog::organization::Organization;
use interlocal_exchange::workbook::Column;

/// The frame of a list of a body: `members` at `/desk/{body}/members`.
fn of(
    body: &Organization,
    (what, sheet, columns): (&str, &'static str, &'static [Column]),
) -> Frame {
    Frame {
        file: format!("{}-{what}", body.id),
        title: format!("{sheet}: {}", body.name),
        sheet,
        columns,
        page: format!("/desk/{}/{what}", body.id),
        source: "the desk of the body",
    }
}
