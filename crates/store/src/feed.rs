//! Waiting for the outbox: PostgreSQL notifies, SQLite is told in-process;
//! a poll catches what a lost notification misses.

use crate::{Store, outbox::CHANNEL};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;

/// How long a lost notification can go unseen.
const POLL: Duration = Duration::from_millis(1000);

/// Wakes a follower when the outbox may have grown.
pub struct Feed {
    here: Arc<Notify>,
    listener: Option<sqlx::postgres::PgListener>,
    store: Store,
}

impl Feed {
    /// A feed of the store; `here` is told of commits of this process.
    pub fn new(store: Store, here: Arc<Notify>) -> Self {
        Self {
            here,
            listener: None,
            store,
        }
    }

    /// Waits until something may have happened, at most a second.
    pub async fn wait(&mut self) {
        self.listen().await;
        let here = self.here.notified();
        let elsewhere = async {
            match &mut self.listener {
                Some(listener) => listener.recv().await.is_ok(),
                None => std::future::pending().await,
            }
        };
        let heard = tokio::select! {
            () = here => true,
            heard = elsewhere => heard,
            () = tokio::time::sleep(POLL) => true,
        };
        if !heard {
            self.listener = None;
            tokio::time::sleep(POLL).await;
        }
    }

    /// Opens the listening connection on PostgreSQL; without it the poll remains.
    async fn listen(&mut self) {
        if self.listener.is_some() || !self.store.is_postgres() {
            return;
        }
        let pool = self.store.reader.get_postgres_connection_pool();
        if let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(pool).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            self.listener = Some(listener);
        }
    }
}
