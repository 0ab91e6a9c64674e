//! Does what an address of the web leads to still answer? Asks with care for whom it
//! asks: never a private network unless it is named, few words, no body. Keeps nothing.

mod asking;
mod names;
mod network;

pub use asking::{Asking, Found};
pub use names::{Names, SystemNames};
pub use network::{Network, is_public};
