//! Work whose time comes by itself: every node looks for it, and a transaction
//! gives each piece to one of them.

use crate::{Error, Portal};
use std::{sync::Arc, time::Duration};

/// How long a node waits before it looks again.
const PAUSE: Duration = Duration::from_secs(5);

impl Portal {
    /// Does what is due until `stopped` completes; faults are logged and tried again.
    pub async fn work(self: Arc<Self>, stopped: impl Future<Output = ()>) {
        tokio::select! {
            () = self.do_due_work_until(stopped) => {}
            () = self.look_after_links() => {}
            () = self.take_files_in() => {}
            () = self.look_after_webhooks() => {}
            () = self.write_downloads() => {}
        }
    }

    async fn do_due_work_until(&self, stopped: impl Future<Output = ()>) {
        tokio::pin!(stopped);
        loop {
            if let Err(error) = self.do_due_work().await {
                tracing::warn!(%error, "work that is due cannot be done now");
            }
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                () = &mut stopped => return,
            }
        }
    }

    /// Asks after links beside the other work, which waits for nobody's server; it may
    /// be left off anywhere.
    async fn look_after_links(&self) {
        if !self.looks_after_links() {
            return std::future::pending().await;
        }
        loop {
            let asked = async { self.check_due_links().await.map(|_| ()) };
            self.job("links", asked).await;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Takes files in beside the other work, as soon as somebody has sent one; what is
    /// left off goes on from its last transaction.
    async fn take_files_in(&self) {
        loop {
            self.job("imports", self.do_due_imports()).await;
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                () = self.imports_wait.notified() => {}
            }
        }
    }

    /// Hands events over beside the other work, which waits for nobody's server.
    async fn look_after_webhooks(&self) {
        loop {
            let sent = async { self.send_due_events().await.map(|_| ()) };
            self.job("webhooks", sent).await;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Writes the files of each night beside the other work; it may be left off
    /// anywhere, for a file stands there whole or not at all.
    async fn write_downloads(&self) {
        if !self.writes_downloads() {
            return std::future::pending().await;
        }
        // Whoever waits for the portal to start goes first.
        tokio::time::sleep(PAUSE).await;
        loop {
            let written = async { self.write_due_downloads().await.map(|_| ()) };
            let fault = self.job("downloads", written).await;
            let pause = if fault.is_some() { PAUSE * 60 } else { PAUSE };
            tokio::time::sleep(pause).await;
        }
    }

    /// Does everything that is due now, once; a piece that fails leaves the others
    /// their turn.
    pub async fn do_due_work(&self) -> Result<(), Error> {
        self.find_providers().await;
        let faults = [
            self.job("mail", self.send_due_mail()).await,
            self.job("accounts", self.sweep_accounts()).await,
            self.job("publishing", self.do_due_publishing()).await,
        ];
        faults.into_iter().flatten().next().map_or(Ok(()), Err)
    }
}
