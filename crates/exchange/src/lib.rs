//! How the trade's things look in a file: worked cases, the starter directory,
//! lists of the field, workbooks. Bytes in, typed rows and faults with their
//! place out, and back. No I/O.

pub mod amount;
pub mod atom;
pub mod calendar;
pub mod cases;
pub mod cell;
pub mod contracts;
pub mod day;
pub mod dcat;
pub mod decode;
pub mod dotgov;
pub mod fault;
pub mod fedramp;
pub mod finding;
pub mod gazetteer;
pub mod hsds;
pub mod json;
pub mod memo;
pub mod ocds;
pub mod package;
pub mod recognize;
pub mod sheet;
pub mod sitemap;
pub mod starter;
pub mod table;
mod web;
pub mod workbook;

pub use cell::Cell;
pub use fault::Fault;
pub use finding::Finding;
