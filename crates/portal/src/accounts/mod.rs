//! Who somebody is: accounts, sessions, and what they belong to.

pub mod account;
pub mod address;
pub mod close;
pub mod invite;
pub mod password;
pub mod providers;
pub mod public_url;
pub mod reset;
pub mod second_factor;
pub mod secret;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;
mod sweep;
pub(crate) mod throttle;
pub mod welcome;
