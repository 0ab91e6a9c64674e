//! Handing over what is due.

use super::{Delivery, KEPT_DAYS, Webhook, signature::signature};
use crate::{Error, Portal};
use chrono::{DateTime, TimeDelta, Utc};
use interlocal_links::{Asking, Posted};
use interlocal_store::{Then, Try, Tx};
use std::sync::Arc;
use tokio::{sync::Semaphore, task::JoinSet};

/// Minutes until an event that was not taken is tried again, after each try.
const PAUSES: [i64; 6] = [1, 4, 16, 64, 256, 1_024];
/// Hours without anything taken after which an event that is given up stops the rest.
const STOPPED_HOURS: i64 = 22;
/// Minutes for which a node has an event to itself.
const LEASE_MINUTES: i64 = 5;
/// Events that a node takes at once.
const TAKEN: u64 = 64;
/// Events that it hands over at the same moment.
const AT_ONCE: usize = 16;
/// The answer of an address that is no longer there.
const GONE: u16 = 410;

/// What came of handing an event over.
struct Tried {
    delivery: Delivery,
    webhook: Webhook,
    posted: Posted,
}

impl Portal {
    /// Hands over events that are due, on this node; gives how many.
    pub async fn send_due_events(&self) -> Result<usize, Error> {
        let now = self.clock.now();
        if !self.store.some_delivery_due(now).await? {
            return Ok(0);
        }
        let tx = self.store.begin().await?;
        let lease = TimeDelta::minutes(LEASE_MINUTES);
        let taken = tx.take_deliveries(now, lease, TAKEN).await?;
        tx.commit().await?;
        let count = taken.len();
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        let mut handed = JoinSet::new();
        for (delivery, webhook) in taken {
            let asking = self.outside.webhooks.asking.clone();
            let turns = Arc::clone(&turns);
            handed.spawn(async move {
                let _turn = turns.acquire_owned().await;
                let posted = hand_over(&asking, &delivery, &webhook, now).await;
                Tried {
                    delivery,
                    webhook,
                    posted,
                }
            });
        }
        while let Some(tried) = handed.join_next().await {
            let tried = tried.map_err(|e| Error::Internal(e.to_string()))?;
            let tx = self.store.begin().await?;
            note(&tx, &tried, self.clock.now()).await?;
            tx.commit().await?;
        }
        Ok(count)
    }

    /// Forgets events that happened long ago.
    pub(crate) async fn sweep_events(&self, tx: &Tx) -> Result<(), Error> {
        let before = self.clock.now() - TimeDelta::days(KEPT_DAYS);
        Ok(tx.sweep_deliveries(before).await?)
    }
}

async fn hand_over(
    asking: &Asking,
    delivery: &Delivery,
    webhook: &Webhook,
    now: DateTime<Utc>,
) -> Posted {
    let timestamp = now.timestamp();
    let event = (delivery.event.as_str(), timestamp);
    let signed = match signature(&webhook.secret, event, &delivery.payload) {
        Ok(signed) => signed,
        Err(fault) => return Posted::NotSent(fault.to_string()),
    };
    let headers = [
        ("webhook-id", delivery.event.clone()),
        ("webhook-timestamp", timestamp.to_string()),
        ("webhook-signature", signed),
    ];
    asking
        .post(&webhook.address, &headers, delivery.payload.clone())
        .await
}

/// Writes down what came of it, and stops telling an address that is lost.
async fn note(tx: &Tx, tried: &Tried, now: DateTime<Utc>) -> Result<(), Error> {
    let Tried {
        delivery, webhook, ..
    } = tried;
    let (status, said, fault) = match &tried.posted {
        Posted::Answered { status, begins } => {
            (Some(*status), plain(begins), fault_of_status(*status))
        }
        Posted::NotSent(why) => (None, String::new(), why.clone()),
        Posted::Silence(why) => (None, String::new(), why.clone()),
    };
    let is_lost = status == Some(GONE) || matches!(tried.posted, Posted::NotSent(_));
    let then = if fault.is_empty() {
        Then::Delivered
    } else {
        match pause_after(delivery.attempts).filter(|_| !is_lost) {
            Some(pause) => Then::Again(now + pause),
            None => Then::GivenUp,
        }
    };
    tracing::info!(delivery = delivery.id, webhook = webhook.id, ?then, %fault, "an event was tried");
    let outcome = Try {
        status,
        said,
        fault: fault.clone(),
        then,
    };
    tx.note_try(delivery.id, &outcome, now).await?;
    let since = match then {
        Then::Delivered => None,
        Then::Again(_) | Then::GivenUp => Some(webhook.failing_since.unwrap_or(now)),
    };
    if since != webhook.failing_since {
        tx.webhook_fails_since(webhook.id, since).await?;
    }
    let Some(since) = since.filter(|_| then == Then::GivenUp) else {
        return Ok(());
    };
    let why = if is_lost {
        format!("It was stopped by itself: {fault}.")
    } else if now - since >= TimeDelta::hours(STOPPED_HOURS) {
        let hours = (now - since).num_hours();
        format!("It was stopped by itself: nothing was taken for {hours} hours.")
    } else {
        return Ok(());
    };
    Ok(tx.stop_webhook(webhook.id, Some((now, &why))).await?)
}

/// What is wrong with an answer; nothing where the event was taken.
fn fault_of_status(status: u16) -> String {
    match status {
        200..=299 => String::new(),
        300..=399 => format!("it answered {status}, and redirects are not followed"),
        GONE => "it answered 410: it is no longer there".to_owned(),
        _ => format!("it answered {status}"),
    }
}

/// How long to wait after so many tries; none gives the event up.
fn pause_after(attempts: i32) -> Option<TimeDelta> {
    let tried = usize::try_from(attempts).ok()?.checked_sub(1)?;
    PAUSES.get(tried).copied().map(TimeDelta::minutes)
}

/// The beginning of an answer as a database keeps it and a page shows it.
fn plain(begins: &str) -> String {
    let shown = begins.chars().take(500);
    shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{fault_of_status, pause_after};
    use chrono::TimeDelta;

    #[test]
    fn an_event_waits_four_times_as_long_each_time_and_is_given_up_after_a_day() {
        let pauses: Vec<TimeDelta> = (1..=7).map_while(pause_after).collect();
        assert_eq!(pauses.len(), 6);
        assert!(pauses.windows(2).all(|two| two[1] == two[0] * 4));
        let whole: TimeDelta = pauses.iter().sum();
        assert!(whole >= TimeDelta::hours(super::STOPPED_HOURS));
        assert!(whole < TimeDelta::days(1));
        assert_eq!(pause_after(0), None);
    }

    #[test]
    fn only_an_answer_of_success_takes_an_event() {
        for status in [200, 202, 204, 299] {
            assert_eq!(fault_of_status(status), "", "{status}");
        }
        for status in [100, 199, 300, 302, 400, 404, 410, 429, 500, 503] {
            assert!(!fault_of_status(status).is_empty(), "{status}");
        }
    }
}
