//! Pages: the portal's answers put into the structs that `pages` renders.

pub mod about;
pub mod account;
pub mod after;
pub mod body_log;
pub mod category;
pub mod domains;
pub mod home;
pub mod join;
pub mod jurisdiction;
pub mod jurisdictions;
pub mod matches;
pub mod members;
mod named;
pub mod offering;
pub mod organization;
mod refused;
mod rows;
pub mod search;
pub mod state;
pub mod steward;
pub mod visit;
