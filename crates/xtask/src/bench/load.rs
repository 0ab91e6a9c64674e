//! A number of requests from one or several clients, each as fast as it is answered;
//! fewer where they would take too long.

use super::client::Client;
use std::{
    ops::Range,
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

/// No more requests are begun after this.
const LONGEST: Duration = Duration::from_secs(20);

/// How long the answers took.
pub struct Times {
    sorted: Vec<Duration>,
    whole: Duration,
}

impl Times {
    /// What so many of a hundred answers took at most.
    pub fn percentile(&self, percent: usize) -> Duration {
        let last = self.sorted.len().saturating_sub(1);
        let at = (self.sorted.len() * percent)
            .div_ceil(100)
            .saturating_sub(1)
            .min(last);
        self.sorted.get(at).copied().unwrap_or_default()
    }

    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.sorted.len() as f64 / self.whole.as_secs_f64()
    }
}

/// Asks for the paths of these numbers; errs on the first answer that is no success.
pub fn run(
    address: &str,
    clients: usize,
    numbers: Range<usize>,
    path: &(dyn Fn(usize) -> String + Sync),
) -> anyhow::Result<Times> {
    let next = AtomicUsize::new(numbers.start);
    let began = Instant::now();
    let one = || -> anyhow::Result<Vec<Duration>> {
        let client = Client::new(address);
        let mut times = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= numbers.end || began.elapsed() > LONGEST {
                return Ok(times);
            }
            times.push(client.time(&path(number))?);
        }
    };
    let parts: Vec<anyhow::Result<Vec<Duration>>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients).map(|_| scope.spawn(one)).collect();
        let died = |_| Err(anyhow::anyhow!("a client died"));
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(died))
            .collect()
    });
    let whole = began.elapsed();
    let mut sorted = Vec::new();
    for part in parts {
        sorted.extend(part?);
    }
    sorted.sort();
    Ok(Times { sorted, whole })
}

#[cfg(test)]
mod tests {
    use super::Times;
    use std::time::Duration;

    fn check(count: u64, percent: usize, expect: u64) {
        let times = Times {
            sorted: (1..=count).map(Duration::from_millis).collect(),
            whole: Duration::from_secs(1),
        };
        assert_eq!(
            times.percentile(percent),
            Duration::from_millis(expect),
            "{percent} of {count}"
        );
    }

    #[test]
    fn a_percentile_is_the_least_time_that_so_many_answers_kept_to() {
        check(300, 50, 150);
        check(300, 99, 297);
        check(1, 99, 1);
        check(3, 50, 2);
    }
}
