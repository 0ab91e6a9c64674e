//! Pages: the portal's answers put into the structs that `pages` renders.

pub mod about;
pub mod account;
pub mod category;
pub mod home;
pub mod jurisdiction;
pub mod jurisdictions;
pub mod matches;
mod named;
pub mod offering;
pub mod organization;
mod refused;
mod rows;
pub mod search;
pub mod state;
pub mod visit;
