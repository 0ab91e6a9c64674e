//! How does a letter leave the house? Through SMTP, or as a file where none is
//! configured. Keeps no queue and decides nothing about trying again.

mod letter;
mod post_office;

pub use letter::{Address, Letter, is_plain};
pub use post_office::{Fault, PostOffice};
