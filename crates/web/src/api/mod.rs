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
pub mod hooks;
pub mod jurisdictions;
mod listed;
pub mod logged;
pub mod matches;
pub mod memo_draft;
pub mod memo_parts;
pub mod memos;
pub mod offerings;
pub mod portal;
mod shape;
pub mod speaking;
pub mod stars;
pub mod steward;
pub mod suggest;
pub mod templates;
pub mod weighing;
pub mod workspaces;
