//! The index through its public API, on small catalogs of the trade.

#![allow(clippy::unwrap_used)]

mod catalog;
mod durability;
mod eligibility;
mod facets;
mod finding;
mod places;
mod suggesting;
mod words;
