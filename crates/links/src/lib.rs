//! Does what an address of the web leads to still answer? Asks with care for whom it
//! asks: never a private network unless it is named, few words, no body. With the same
//! care it hands a text over to an address that somebody gave. Keeps nothing.

mod asking;
mod names;
mod network;
mod posting;

pub use asking::{Asking, Found};
pub use names::{Names, SystemNames};
pub use network::{Network, is_public};
pub use posting::Posted;
