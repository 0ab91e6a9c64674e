//! What goes around every call of the API.

pub mod again;
pub mod counted;
pub mod tagged;
pub mod told;
