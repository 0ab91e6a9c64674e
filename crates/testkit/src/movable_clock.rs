//! A clock that a test moves.

use chrono::{DateTime, TimeDelta, Utc};
use interlocal_portal::clock::Clock;
use std::sync::Mutex;

/// A clock that stands still until a test lets time pass.
pub struct MovableClock(Mutex<DateTime<Utc>>);

impl MovableClock {
    /// At noon of the test day.
    pub fn noon() -> Self {
        Self(Mutex::new(crate::now()))
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        *self.0.lock().unwrap() += time;
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}
