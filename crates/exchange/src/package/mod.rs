//! The catalog as a tabular data package: a `datapackage.json` that says what each
//! column is, and one CSV file a table. Nothing is lost on the way: what is read from a
//! package equals what was written into it.
//!
//! Lists and objects stand in their cells as JSON, as the specification of tables has
//! it. Text that a spreadsheet would take for a formula begins with an apostrophe, which
//! is taken off again when a package is read ([`crate::sheet`]). What the columns of a
//! row cannot say – a text that is there but empty, a field of a later version – makes
//! the whole row stand as JSON in its last column, `exactly`.

mod content;
mod descriptor;
mod edition_tables;
mod read;
mod rows;
mod table;
mod tables;
mod write;
mod zipped;

pub use descriptor::{About, Written, resource};
pub use read::{Part, read};
pub use rows::{Adopted, MergedBody, Offered, Origin, Stated};
pub use table::{Column, Kind, Reference, Row, Table};
pub use tables::TABLES;
pub use write::{Scratch, Tables, archive, finish};
pub use zipped::{Archive, files, names};

#[cfg(test)]
mod tests;
