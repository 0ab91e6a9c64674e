//! The port to time.

use chrono::{DateTime, NaiveDate, Utc};

/// What time it is.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> DateTime<Utc>;

    /// The day now, in UTC.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The clock of the machine.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still, for tests, screenshots and benchmarks.
pub struct FixedClock(pub DateTime<Utc>);

impl FixedClock {
    /// Noon of a day.
    pub fn noon(day: NaiveDate) -> Self {
        Self(DateTime::from_naive_utc_and_offset(
            day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::hours(12),
            Utc,
        ))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}
