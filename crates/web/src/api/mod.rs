//! The JSON twins of the reading pages.

pub mod answers;
pub mod changes;
pub mod checklist;
pub mod compare;
pub mod jurisdictions;
pub mod matches;
pub mod memos;
pub mod offerings;
mod shape;
pub mod suggest;
pub mod weighing;
