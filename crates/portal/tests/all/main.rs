//! The portal on the starter directory.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod answers;
mod asking;
mod desk_due;
mod dotgov;
mod exporting;
mod hidden;
mod importing;
mod index;
mod jurisdictions;
mod kept_services;
mod links;
mod publishing;
mod saying_no;
mod starter;
mod verdicts;
mod webhooks;
