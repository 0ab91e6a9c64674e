//! Waiting for something that happens elsewhere, without sleeping longer than it takes.

use std::time::{Duration, Instant};

/// How long to rest between two looks.
const LOOK: Duration = Duration::from_millis(5);

/// Looks again and again until `found` gives something, and tells how long it
/// took; panics with `what` when `limit` has passed.
pub async fn within<T>(
    limit: Duration,
    what: &str,
    found: impl AsyncFn() -> Option<T>,
) -> (T, Duration) {
    let began = Instant::now();
    loop {
        if let Some(value) = found().await {
            return (value, began.elapsed());
        }
        assert!(began.elapsed() < limit, "{what}: not within {limit:?}");
        tokio::time::sleep(LOOK).await;
    }
}
