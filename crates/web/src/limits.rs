//! How often the API may be asked, by the holder of a token and from an address.

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::{
    num::NonZeroU32,
    sync::atomic::{AtomicU64, Ordering},
};

/// Requests after which those who have not asked for long are forgotten.
const FORGET_EVERY: u64 = 4_096;

/// Requests a minute; 0 is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerMinute {
    /// From one network address, without a token.
    pub address: u32,
    /// With one token.
    pub token: u32,
}

impl Default for PerMinute {
    fn default() -> Self {
        Self {
            address: 3_000,
            token: 6_000,
        }
    }
}

/// Who is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The holder of a token.
    Token(i32),
    /// Whoever asks from an address.
    Address(String),
}

/// What is left to somebody after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    name: &'static str,
    most: u32,
    rest: u32,
    /// Seconds to wait, where the request was one too many.
    pub wait: Option<u64>,
}

type Counter = RateLimiter<
    String,
    governor::state::keyed::DefaultKeyedStateStore<String>,
    DefaultClock,
    StateInformationMiddleware,
>;

/// The counts of this process.
pub struct Limits {
    address: Option<(u32, Counter)>,
    token: Option<(u32, Counter)>,
    asked: AtomicU64,
}

impl Limits {
    /// Nobody has asked yet.
    pub fn new(per_minute: PerMinute) -> Self {
        Self {
            address: counter(per_minute.address),
            token: counter(per_minute.token),
            asked: AtomicU64::new(0),
        }
    }

    /// What is allowed a minute, by address and by token; none without a limit.
    pub fn per_minute(&self) -> (Option<u32>, Option<u32>) {
        let most = |limit: &Option<(u32, Counter)>| limit.as_ref().map(|(most, _)| *most);
        (most(&self.address), most(&self.token))
    }

    /// Counts a request; none where there is no limit.
    pub fn count(&self, who: &Counted) -> Option<Left> {
        let (name, key, limit) = match who {
            Counted::Token(id) => ("token", id.to_string(), &self.token),
            Counted::Address(from) => ("address", from.clone(), &self.address),
        };
        let (most, counter) = limit.as_ref()?;
        let count = self.asked.fetch_add(1, Ordering::Relaxed);
        if count.is_multiple_of(FORGET_EVERY) {
            counter.retain_recent();
        }
        let (rest, wait) = match counter.check_key(&key) {
            Ok(state) => (state.remaining_burst_capacity(), None),
            Err(too_many) => {
                let wait = too_many.wait_time_from(DefaultClock::default().now());
                (0, Some(wait.as_secs() + 1))
            }
        };
        Some(Left {
            name,
            most: *most,
            rest,
            wait,
        })
    }
}

impl Left {
    /// As the headers `RateLimit-Policy` and `RateLimit` say it.
    pub fn tell(self, headers: &mut HeaderMap) {
        let Self {
            name, most, rest, ..
        } = self;
        let seconds = (u64::from(most - rest.min(most)) * 60).div_ceil(u64::from(most.max(1)));
        for (header, text) in [
            ("ratelimit-policy", format!("\"{name}\";q={most};w=60")),
            ("ratelimit", format!("\"{name}\";r={rest};t={seconds}")),
        ] {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(HeaderName::from_static(header), value);
            }
        }
    }
}

fn counter(per_minute: u32) -> Option<(u32, Counter)> {
    let most = NonZeroU32::new(per_minute)?;
    let counter: DefaultKeyedRateLimiter<String> = RateLimiter::keyed(Quota::per_minute(most));
    Some((per_minute, counter.with_middleware()))
}

#[cfg(test)]
mod tests {
    use super::{Counted, Limits, PerMinute};
    use http::HeaderMap;

    #[test]
    fn each_is_counted_alone_and_told_what_is_left() {
        let limits = Limits::new(PerMinute {
            address: 2,
            token: 0,
        });
        let here = Counted::Address("192.0.2.1".into());
        let told = |who: &Counted| {
            let left = limits.count(who).unwrap();
            let mut headers = HeaderMap::new();
            left.tell(&mut headers);
            let text = headers["ratelimit"].to_str().unwrap().to_owned();
            (text, left.wait.is_some())
        };
        assert_eq!(told(&here), ("\"address\";r=1;t=30".into(), false));
        assert_eq!(told(&here), ("\"address\";r=0;t=60".into(), false));
        assert_eq!(told(&here), ("\"address\";r=0;t=60".into(), true));
        let there = Counted::Address("192.0.2.2".into());
        assert!(!told(&there).1);
        assert_eq!(limits.count(&Counted::Token(1)), None, "0 is no limit");
    }
}
