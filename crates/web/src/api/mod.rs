//! The JSON twins of the reading pages, and a call for each thing that is done at a desk.

pub mod account;
pub mod answers;
pub mod around;
pub mod catalog;
pub mod changes;
pub mod checklist;
pub mod compare;
pub mod desk;
pub mod document;
pub mod jurisdictions;
mod listed;
pub mod matches;
pub mod memos;
pub mod offerings;
mod shape;
pub mod speaking;
pub mod suggest;
pub mod templates;
pub mod weighing;
