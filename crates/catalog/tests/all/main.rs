//! The ground: eligibility as properties over small worlds, and tables of
//! keys, names, terms, fees and answers.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod answers;
mod cost_properties;
mod fees;
mod fold;
mod keys;
mod names;
mod narrower;
mod rule_order;
mod sources;
mod standing;
mod terms;
mod unknown_facts;
mod worked_costs;
mod world;
