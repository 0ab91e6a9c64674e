//! What every import of listings asks for, and its way into the database.

use super::{print, told};
use crate::command::place::Place;
use clap::Args;
use interlocal_catalog::{CategoryId, OrganizationId, policy::Actor};
use interlocal_portal::importing::{Going, Origin, Parsed, hash_of, import};
use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

/// Where listings go, and what is told of it.
#[derive(Args)]
pub struct Lists {
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// The body whose desk takes the drafts, by its slug; a dry run can do without.
    #[arg(long, value_name = "SLUG")]
    body: Option<String>,
    /// The name of the source: rows of the same source and key are the same. The file's
    /// name without its ending where nothing is said.
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The category of new drafts.
    #[arg(long, value_name = "SLUG", default_value = "purchasing")]
    category: String,
    /// Also write the report into a file that ends in .csv or .json.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    pub place: Place,
}

impl Lists {
    /// The name of the source.
    pub fn source(&self, file: &Path) -> String {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        self.source.clone().unwrap_or_else(|| stem.into_owned())
    }

    /// Takes in what was read, and prints the report.
    pub async fn take(
        &self,
        kind: &'static str,
        file: &Path,
        (bytes, mapping): (&[u8], Option<String>),
        parsed: Parsed,
    ) -> anyhow::Result<()> {
        told::check(self.report.as_deref())?;
        let files = crate::starter::Source::new(self.place.config()?.starter.directory.as_deref());
        let vocabulary = interlocal_exchange::starter::vocabulary(&|name| files.text(name))?;
        let category = CategoryId::new(self.category.as_str());
        anyhow::ensure!(
            vocabulary.get(&category).is_some(),
            "--category: “{category}” is not in the vocabulary"
        );
        let origin = Origin {
            source: self.source(file),
            kind,
            file_name: name_of(file),
            file_hash: hash_of(bytes),
            body: self.body.as_deref().map(OrganizationId::new),
            category,
            mapping,
        };
        let (store, clock) = self.place.store().await?;
        static STOP: AtomicBool = AtomicBool::new(false);
        tokio::spawn(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                STOP.store(true, Ordering::Relaxed);
            }
        });
        let taken = import(
            &store,
            &Actor::Portal,
            (&origin, parsed),
            (clock.now(), self.dry_run),
            &|done, total| {
                bar(done, total);
                match STOP.load(Ordering::Relaxed) {
                    true => Going::Stop,
                    false => Going::On,
                }
            },
        )
        .await;
        store.close().await?;
        let report = taken?;
        told::write(self.report.as_deref(), &report)?;
        let mut out = std::io::stdout().lock();
        print::report(&mut out, &report)?;
        Ok(())
    }
}

/// The file's own name.
pub fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// A progress bar, where somebody sees it.
fn bar(done: usize, total: usize) {
    let mut err = std::io::stderr();
    if !err.is_terminal() || total == 0 {
        return;
    }
    let filled = done * 30 / total;
    let bar: String = (0..30)
        .map(|at| if at < filled { '█' } else { '░' })
        .collect();
    let end = if done == total { "\n" } else { "" };
    // A terminal that takes no progress is no reason to stop.
    let _ = write!(err, "\r{bar} {done} of {total} rows{end}").and_then(|()| err.flush());
}
