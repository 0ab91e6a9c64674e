//! The work on files at desks: finding out what would be done, and doing it. Every
//! node looks for it; a transaction gives each file to one of them for a while, so
//! that another goes on where one was stopped.

use super::{
    FileStage, Going, ImportFile, MarketplaceFile, Origin, Outcome, Parsed, Report, ReportLine,
    Watched,
    apply::LEASE_MINUTES,
    import_fedramp, import_watched,
    read::{beside, in_words, read_listings},
    send::mapping_of,
};
use crate::{
    Error, Portal, import_dotgov::import_dotgov, import_jurisdictions::import_jurisdictions,
};
use chrono::TimeDelta;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Fault, dotgov, fedramp, gazetteer, recognize::FileKind};
use std::sync::Arc;

/// Days after which a file that nobody goes on with is thrown away.
const KEPT_DAYS: i64 = 14;

impl Portal {
    /// Works on every file that waits, one after the other, and throws away those that
    /// were left.
    pub async fn do_due_imports(&self) -> Result<(), Error> {
        self.throw_away_left().await?;
        // Looking first spares everybody else a turn at the database every few seconds.
        while self.store.has_import_work().await? {
            let now = self.clock.now();
            let tx = self.store.begin().await?;
            let until = now + TimeDelta::minutes(LEASE_MINUTES);
            let Some(file) = tx.take_import_file(now, until).await? else {
                return Ok(());
            };
            tx.commit().await?;
            let done = match self.work_on(&file).await {
                Err(Error::Unavailable(why)) => return Err(Error::Unavailable(why)),
                done => done,
            };
            self.note_outcome(&file, done).await?;
        }
        Ok(())
    }

    /// Reads a file and takes it in, or finds out what that would do.
    async fn work_on(&self, file: &ImportFile) -> Result<Report, Error> {
        let actor = self.sender_of(file).await?;
        let kind = FileKind::of(&file.kind)
            .ok_or_else(|| Error::Internal(format!("“{}” is no kind of file", file.kind)))?;
        let (name, bytes) = (file.file_name.clone(), self.import_bytes(file).await?);
        let when = (self.clock.now(), file.stage == FileStage::Checking);
        let (own_name, hash) = (file.file_name.as_str(), file.sha256.as_str());
        match kind {
            FileKind::Fedramp => {
                let found = read_beside(move || fedramp::read(&name, &bytes)).await?;
                let found = MarketplaceFile {
                    found,
                    name: own_name,
                    hash,
                    source: &file.source,
                    body: file.organization.as_ref(),
                };
                import_fedramp(&self.store, &actor, found, when).await
            }
            FileKind::Dotgov => {
                let list = read_beside(move || dotgov::read(&name, &bytes)).await?;
                import_dotgov(&self.store, &actor, (list, own_name, hash), when).await
            }
            FileKind::Jurisdictions => {
                let found = read_beside(move || gazetteer::read(&name, &bytes)).await?;
                import_jurisdictions(&self.store, &actor, (found, own_name, hash), when).await
            }
            FileKind::Contracts | FileKind::Ocds | FileKind::Hsds => {
                let mapping = mapping_of(file)?;
                let source = source_as_named(file);
                let parsed =
                    read_beside(move || read_listings(kind, (&name, &bytes), (&mapping, &source)));
                self.work_on_listings((file, kind), &actor, parsed.await?)
                    .await
            }
        }
    }

    async fn work_on_listings(
        &self,
        (file, kind): (&ImportFile, FileKind),
        actor: &Actor,
        parsed: Parsed,
    ) -> Result<Report, Error> {
        let origin = Origin {
            source: file.source.clone(),
            kind: kind.word(),
            file_name: file.file_name.clone(),
            file_hash: file.sha256.clone(),
            body: file.organization.clone(),
            category: file.category.clone(),
            mapping: (!file.mapping.is_empty()).then(|| file.mapping.clone()),
        };
        let watched = Watched {
            file: file.id,
            clock: &*self.clock,
        };
        let dry_run = file.stage == FileStage::Checking;
        import_watched(
            &self.store,
            actor,
            (&origin, parsed),
            (self.clock.now(), dry_run),
            (&|_, _| Going::On, Some(watched)),
        )
        .await
    }

    /// Whoever sent a file, as they stand now.
    async fn sender_of(&self, file: &ImportFile) -> Result<Actor, Error> {
        let Some(id) = file.sent_by else {
            return Ok(Actor::Portal);
        };
        let account = self.store.account(id).await?;
        let account = account.filter(|account| account.disabled_at.is_none());
        let account = account.ok_or(Error::Denied)?;
        Ok(Actor::Person(Arc::new(self.person(account).await?)))
    }

    /// Writes down how the work on a file ended.
    async fn note_outcome(
        &self,
        file: &ImportFile,
        done: Result<Report, Error>,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        // Whoever gave it up meanwhile wants to hear nothing of it.
        let Some(stands) = tx.import_file(file.id).await? else {
            return Ok(());
        };
        let mut after = ImportFile {
            changed_at: now,
            leased_until: None,
            ..stands
        };
        match done {
            Ok(report) => {
                tx.keep_report(file.id, &lines(&report)).await?;
                after.stage = match file.stage {
                    FileStage::Applying => FileStage::Applied,
                    _ => FileStage::Checked,
                };
                after.counts = Outcome::ALL
                    .map(|one| (one.word().to_owned(), report.count(one) as u64))
                    .to_vec();
                after.total = after
                    .total
                    .max(u32::try_from(report.rows.len()).unwrap_or(u32::MAX));
                after.done = after.total;
                after.batch = report.batch;
                after.notes = report.notes;
                after.fault.clear();
            }
            Err(error) => {
                tracing::warn!(%error, file = file.id, "a file cannot be taken in");
                after.stage = FileStage::Failed;
                after.fault = said(&error);
            }
        }
        let applied = after.stage == FileStage::Applied;
        tx.write_import_file(&after).await?;
        tx.commit().await?;
        if applied {
            self.throw_away(&after).await?;
        }
        Ok(())
    }

    /// Throws the bytes of a file away, unless another file has the same.
    pub(super) async fn throw_away(&self, file: &ImportFile) -> Result<(), Error> {
        if self.store.needs_import_bytes(&file.sha256).await? {
            return Ok(());
        }
        let shelf = self.outside.imports.clone();
        let key = file.sha256.clone();
        beside(move || shelf.remove(&key))
            .await?
            .map_err(|error| Error::Unavailable(format!("imports: {error}")))
    }

    async fn throw_away_left(&self) -> Result<(), Error> {
        let since = self.clock.now() - TimeDelta::days(KEPT_DAYS);
        for file in self.store.import_files_left(since).await? {
            let tx = self.store.begin().await?;
            tx.remove_import_file(file.id).await?;
            tx.commit().await?;
            self.throw_away(&file).await?;
        }
        Ok(())
    }
}

/// Reads a file beside what others wait for; why it cannot be read is for whoever sent it.
async fn read_beside<T: Send + 'static>(
    read: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Error> {
    let found = beside(read).await?;
    found.map_err(|fault| Error::Conflict(in_words(&fault)))
}

/// The rows of a report as they are kept.
fn lines(report: &Report) -> Vec<ReportLine> {
    let rows = report.rows.iter().zip(1..);
    rows.map(|(row, place)| ReportLine {
        place,
        line: row.line,
        column: row.column,
        outcome: row.outcome.word().to_owned(),
        key: row.key.clone(),
        listing: row.listing.clone(),
        value: row.value.clone(),
        why: row.why.clone(),
    })
    .collect()
}

/// Why a file cannot be taken in, for whoever sent it; nothing internal.
fn said(error: &Error) -> String {
    match error {
        Error::Conflict(why) => why.clone(),
        Error::Invalid(faults) => {
            let faults = faults.iter().map(|fault| fault.message.clone());
            faults.collect::<Vec<_>>().join("; ")
        }
        Error::Denied | Error::NotFound | Error::RoleMissing(_) => {
            "whoever sent it may no longer write for this body".to_owned()
        }
        _ => "the portal made a mistake, which is in its log; nothing of what was not done yet was written".to_owned(),
    }
}

/// The source of a file as the person who sent it calls it.
fn source_as_named(file: &ImportFile) -> String {
    let own = file.organization.as_ref().map(|body| format!("{body}: "));
    let source = own.and_then(|own| file.source.strip_prefix(&own));
    source.unwrap_or(&file.source).to_owned()
}
