//! `interlocal mcp`: what the portal knows, for an assistant that speaks the Model
//! Context Protocol over standard input and output. It reads as everybody does.

mod asked;
mod assistant;
mod compare;
mod fault;
mod matches;
mod pipes;
mod search;
mod sheet;
mod told;
mod verdict;
mod words;

use super::place::Place;
use crate::telemetry;
use assistant::Assistant;
use clap::Args;
use rmcp::{ServiceExt, service::ServerInitializeError};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// Answers an assistant until it closes the line. Standard output is the protocol's
/// alone; logs go to standard error.
#[derive(Args)]
pub struct Mcp {
    #[command(flatten)]
    place: Place,
}

impl Mcp {
    pub fn run(self) -> anyhow::Result<()> {
        telemetry::start(&self.place.config()?.log);
        let runtime = tokio::runtime::Runtime::new()?;
        let spoken = {
            let pipes = pipes::open(runtime.handle());
            let spoken = runtime.block_on(self.speak(pipes.ends));
            pipes.written.wait();
            spoken
        };
        runtime.shutdown_background();
        spoken
    }

    async fn speak(self, ends: pipes::Ends) -> anyhow::Result<()> {
        let portal = self.place.portal().await?;
        let stop = CancellationToken::new();
        let follower = tokio::spawn(Arc::clone(&portal).follow(stop.clone().cancelled_owned()));
        let store = portal.store().clone();
        let spoken = match Assistant::new(portal).serve(ends).await {
            Ok(service) => service.waiting().await.map(|_| ()).map_err(Into::into),
            // Whoever opened the line closed it without a word.
            Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
            Err(fault) => Err(fault.into()),
        };
        stop.cancel();
        follower.await?;
        store.close().await?;
        spoken
    }
}
