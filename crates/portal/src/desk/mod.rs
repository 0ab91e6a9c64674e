//! What bodies do at their desk, and what others tell them there.

pub mod allowed;
pub mod ask;
pub mod claim;
pub mod participations;
pub mod questions;
pub mod reports;
pub mod statements;
