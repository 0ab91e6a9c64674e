//! Pages of a steward.

pub mod announcements;
pub mod audit;
pub mod bodies;
pub mod consider;
pub mod home;
pub mod mail;
pub mod merge;
pub mod people;
pub mod requests;
