//! The starter directory holds what it says, and a fault in it is found.

mod counts;
mod faults;
mod names;
