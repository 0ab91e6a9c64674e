//! The Open Contracting Data Standard, 1.0 and 1.1: release and record packages,
//! records and releases in, contracting processes out, one an ocid, merged as the
//! standard says. What the standard does not know is kept and written again.

mod awarded;
mod beyond;
mod edited;
mod extension;
mod fields;
mod gather;
mod merge;
mod offered;
mod party;
mod period;
mod process;
mod stated;
mod term;
mod unfit;
mod versioned;
mod write;

pub use extension::{EXTENSION, EXTENSION_PATH, extensions_used};
pub use gather::{Contracting, Gathered, read};
pub use merge::merged;
pub use offered::Vehicle;
pub use party::Party;
pub use period::Period;
pub use process::{Award, Contract, Lot, Process, Techniques, Worth};
pub use unfit::told;
pub use write::{Package, record_package};

#[cfg(test)]
mod tests;
