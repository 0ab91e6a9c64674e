//! Who somebody is: accounts, sessions, and what they belong to.

pub mod public_url;
pub mod secret;
pub mod sessions;
