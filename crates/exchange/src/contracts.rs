//! Contract lists of purchasing offices: a table and a mapping of its columns in,
//! contract lines with what was noticed out. Nothing of a row is lost: a column
//! without a use is kept under its heading.

mod guess;
mod line;
mod mapping;
mod read;
mod supplier;
mod vehicle;

pub use guess::HEADING_WORDS;
pub use line::ContractLine;
pub use mapping::{Mapping, Use};
pub use read::{ContractList, read};
pub use supplier::{Alike, bare_name, supplier_key};
pub use vehicle::{Vehicle, vehicles};

#[cfg(test)]
mod tests;
