//! What the tests of several crates share: databases, things of the trade to
//! begin with, and a portal on the starter directory. Only tests depend on it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod databases;
pub mod desk;
mod files;
pub mod generator;
pub mod imports;
pub mod memos;
mod movable_clock;
pub mod offerings;
pub mod people;
pub mod places;
pub mod starter;
mod within;
pub mod world;

pub use databases::{Database, on_both};
pub use movable_clock::MovableClock;
pub use within::within;
pub use world::{World, small_world, world};

use chrono::{DateTime, NaiveDate, Utc};
use interlocal_portal::clock::{Clock, FixedClock};
use std::sync::Arc;

/// The day on which tests happen: the one on which the starter directory was checked.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// A clock that stands at noon of [`today`].
pub fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock::noon(today()))
}

/// Noon of [`today`].
pub fn now() -> DateTime<Utc> {
    clock().now()
}
