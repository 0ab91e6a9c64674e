//! `interlocal import list` and `interlocal import undo NUMBER`.

use crate::command::place::Place;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_portal::importing::undo_import;
use std::io::Write;

/// Lists imports.
#[derive(Args)]
pub struct List {
    /// How many at most.
    #[arg(long, default_value_t = 20)]
    limit: u64,
    #[command(flatten)]
    place: Place,
}

impl List {
    pub async fn run(self) -> anyhow::Result<()> {
        let (store, _) = self.place.store().await?;
        let batches = store.batches(self.limit).await;
        store.close().await?;
        let mut out = std::io::stdout().lock();
        for batch in batches? {
            let state = match (batch.undone_at, batch.finished_at) {
                (Some(at), _) => format!("undone {}", at.format("%Y-%m-%d %H:%M")),
                (None, Some(at)) => format!("finished {}", at.format("%Y-%m-%d %H:%M")),
                (None, None) => "stopped: import the same file again to go on".to_owned(),
            };
            let (id, kind, source, file) = (batch.id, batch.kind, batch.source, batch.file_name);
            writeln!(out, "{id}\t{kind}\t{source}\t{file}\t{state}")?;
        }
        Ok(())
    }
}

/// Undoes an import.
#[derive(Args)]
pub struct Undo {
    /// The number of the import.
    number: i32,
    #[command(flatten)]
    place: Place,
}

impl Undo {
    pub async fn run(self) -> anyhow::Result<()> {
        let (store, clock) = self.place.store().await?;
        let known = store.batch(self.number).await;
        if matches!(known, Ok(None)) {
            store.close().await?;
            anyhow::bail!(
                "there is no import {}: `interlocal import list` names those that there are",
                self.number
            );
        }
        let undone = undo_import(&store, &Actor::Portal, self.number, clock.now()).await;
        store.close().await?;
        let listings = undone?;
        writeln!(
            std::io::stdout(),
            "import {} is undone: {listings} listings or other entries stand as they stood",
            self.number
        )?;
        Ok(())
    }
}
