//! What is over is forgotten: sessions, tokens, links, counts of tries, old events.

use super::throttle::LONGEST_MINUTES;
use crate::{Error, Portal};
use chrono::TimeDelta;

/// Minutes between two times of sweeping, over all nodes.
const PAUSE_MINUTES: i64 = 60;
const SWEPT: &str = "accounts_swept_at";

impl Portal {
    /// Forgets what is over, once an hour.
    pub(crate) async fn sweep_accounts(&self) -> Result<(), Error> {
        let now = self.clock.now();
        let is_early = |text: String| {
            let before = text.parse::<chrono::DateTime<chrono::Utc>>();
            before.is_ok_and(|before| now - before < TimeDelta::minutes(PAUSE_MINUTES))
        };
        if self.store.setting(SWEPT).await?.is_some_and(is_early) {
            return Ok(());
        }
        let tx = self.store.begin().await?;
        tx.sweep_passages(now).await?;
        tx.sweep_sessions(now).await?;
        tx.sweep_tokens(now).await?;
        tx.sweep_tries(now - TimeDelta::minutes(LONGEST_MINUTES))
            .await?;
        self.sweep_events(&tx).await?;
        tx.set(SWEPT, &now.to_rfc3339()).await?;
        Ok(tx.commit().await?)
    }
}
