//! The integration tests: the house, several nodes, and what the starter
//! directory must hold.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod access;
mod accounts;
mod browser;
mod cluster;
mod house;
mod journeys;
mod routes;
mod schemathesis;
mod starter;
