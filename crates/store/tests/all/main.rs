//! The store, on SQLite and on PostgreSQL.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod accounts;
mod directory;
mod drafts;
mod editions;
mod faults;
mod joining;
mod memos;
mod offerings;
mod outbox;
mod questions;
mod recorded;
mod records;
mod rule_sets;
mod settings;
mod shelf;
mod tokens;
mod watching;
mod web_links;
mod weighing;
