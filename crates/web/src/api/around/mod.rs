//! What goes around every call of the API.

pub mod again;
pub mod counted;
mod held;
pub mod tagged;
pub mod told;
pub mod twin;
