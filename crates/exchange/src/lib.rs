//! How the trade's things look in a file: worked cases and the starter
//! directory. Bytes in, typed rows and faults with their place out. No I/O.

pub mod cases;
pub mod decode;
pub mod dotgov;
pub mod fault;
pub mod sheet;
pub mod starter;

pub use fault::Fault;
