//! What a body sees of the files on its desk, and what it does with them.

use super::{FileStage, ImportBatch, ImportFile, Intake, ReportLine, undo_import};
use crate::{Error, Portal};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, sheet};
use interlocal_store::{Deed, Store};
use std::collections::{HashMap, HashSet};

/// More than a body sends in many years.
const ALL: usize = 50_000;
/// Rows of a report on one page.
pub const PAGE: u64 = 100;
/// Rows of a report in a piece of a download.
const PIECE: u64 = 1_000;

/// What lies on a desk, and what was taken in.
#[derive(Clone, Debug)]
pub struct ImportDesk {
    /// How many files there are.
    pub file_total: u64,
    /// A piece of them, the newest first.
    pub files: Vec<ImportFile>,
    /// How many past imports there are.
    pub batch_total: u64,
    /// A piece of them, the newest first.
    pub batches: Vec<ImportBatch>,
}

/// A report as a file, a piece at a time.
pub struct ReportExport {
    store: Store,
    file: i32,
    behind: u32,
    begun: bool,
    ended: bool,
    json: bool,
}

impl Portal {
    /// A piece of what waits somewhere, and of what was taken in there.
    pub async fn import_desk(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        piece: (usize, usize),
    ) -> Result<ImportDesk, Error> {
        self.import_desk_of(actor, at.into(), piece).await
    }

    /// The same with everything that was ever sent.
    pub(crate) async fn whole_import_desk(
        &self,
        actor: &Actor,
        at: Intake<'_>,
    ) -> Result<ImportDesk, Error> {
        self.import_desk_of(actor, at, (0, ALL)).await
    }

    async fn import_desk_of(
        &self,
        actor: &Actor,
        at: Intake<'_>,
        piece: (usize, usize),
    ) -> Result<ImportDesk, Error> {
        self.look_in(actor, at)?;
        let (file_total, files) = self.store.import_files_of(at.body(), piece).await?;
        let (batch_total, batches) = self.store.batches_of(at.body(), piece).await?;
        Ok(ImportDesk {
            file_total,
            files,
            batch_total,
            batches,
        })
    }

    /// A file that lies there; that of another body is not found.
    pub async fn import_file(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        id: i32,
    ) -> Result<ImportFile, Error> {
        let at = at.into();
        self.look_in(actor, at)?;
        let file = self.store.import_file(id).await?;
        let file = file.filter(|file| file.organization.as_ref() == at.body());
        file.ok_or(Error::NotFound)
    }

    /// A page of the report of a file, from 1: all rows, or those of one outcome.
    pub async fn import_report(
        &self,
        file: &ImportFile,
        outcome: Option<&str>,
        page: usize,
    ) -> Result<Vec<ReportLine>, Error> {
        let before = (page as u64).saturating_sub(1) * PAGE;
        self.import_rows(file, outcome, (before, PAGE)).await
    }

    /// What the listings of some rows are called, by their slugs.
    pub async fn import_titles(
        &self,
        rows: &[ReportLine],
    ) -> Result<HashMap<String, String>, Error> {
        let slugs = rows.iter().map(|row| row.listing.as_str());
        let slugs: HashSet<&str> = slugs.filter(|slug| !slug.is_empty()).collect();
        let slugs: Vec<&str> = slugs.into_iter().collect();
        Ok(self.store.titles(&slugs).await?)
    }

    /// Some rows of the report of a file, after so many: all of them, or those of one
    /// outcome.
    pub async fn import_rows(
        &self,
        file: &ImportFile,
        outcome: Option<&str>,
        (after, most): (u64, u64),
    ) -> Result<Vec<ReportLine>, Error> {
        let part = (after, most);
        Ok(self.store.report_part(file.id, outcome, part).await?)
    }

    /// The whole report of a file, as CSV or JSON.
    pub async fn export_import_report(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        (id, json): (i32, bool),
    ) -> Result<ReportExport, Error> {
        let file = self.import_file(actor, at, id).await?;
        if !matches!(file.stage, FileStage::Checked | FileStage::Applied) {
            return Err(Error::NotFound);
        }
        Ok(ReportExport {
            store: self.store.clone(),
            file: file.id,
            behind: 0,
            begun: false,
            ended: false,
            json,
        })
    }

    /// Has the drafts of a file written, whose report somebody has seen.
    pub async fn apply_import(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        id: i32,
    ) -> Result<(), Error> {
        let at = at.into();
        self.intake_door(actor, at)?;
        self.import_file(actor, at, id).await?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let file = tx.import_file(id).await?.ok_or(Error::NotFound)?;
        match file.stage {
            FileStage::Checked => {}
            FileStage::Applying | FileStage::Applied => return Ok(()),
            _ => {
                return Err(Error::Conflict(
                    "This file has no report yet: look at it first.".to_owned(),
                ));
            }
        }
        tx.write_import_file(&ImportFile {
            stage: FileStage::Applying,
            done: 0,
            sent_by: actor.person().map(|person| person.id),
            changed_at: now,
            leased_until: None,
            ..file
        })
        .await?;
        tx.commit().await?;
        self.imports_wait.notify_one();
        Ok(())
    }

    /// Gives a file up; what was taken in stands.
    pub async fn discard_import(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        id: i32,
    ) -> Result<(), Error> {
        let at = at.into();
        self.intake_door(actor, at)?;
        self.import_file(actor, at, id).await?;
        let tx = self.store.begin().await?;
        let file = tx.import_file(id).await?.ok_or(Error::NotFound)?;
        if file.stage == FileStage::Applying {
            return Err(Error::Conflict(
                "It is being taken in. Undo the import when that is done.".to_owned(),
            ));
        }
        tx.remove_import_file(id).await?;
        let deed = Deed {
            action: "discard_import",
            subject: &file.source,
            reason: &file.file_name,
            body: at.body(),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        tx.commit().await?;
        self.throw_away(&file).await
    }

    /// Undoes an import; gives how many entries stand as they stood.
    pub async fn undo_import_of(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        batch: i32,
    ) -> Result<usize, Error> {
        let at = at.into();
        self.intake_door(actor, at)?;
        let found = self.store.batch(batch).await?;
        let found = found.filter(|found| found.organization.as_ref() == at.body());
        let found = found.ok_or(Error::NotFound)?;
        undo_import(&self.store, actor, found.id, self.clock.now()).await
    }
}

impl ReportExport {
    /// The next piece; none at the end.
    pub async fn piece(&mut self) -> Result<Option<String>, Error> {
        if self.ended {
            return Ok(None);
        }
        let lines = self
            .store
            .report_lines(self.file, None, (self.behind, PIECE));
        let lines = lines.await?;
        self.behind = lines.last().map_or(self.behind, |line| line.place);
        self.ended = (lines.len() as u64) < PIECE;
        let mut text = String::new();
        let first = !std::mem::replace(&mut self.begun, true);
        if first {
            text += &match self.json {
                true => "[".to_owned(),
                false => sheet::line([
                    "line", "column", "outcome", "key", "listing", "value", "why",
                ]),
            };
        }
        for (at, line) in lines.iter().enumerate() {
            if self.json {
                text += if first && at == 0 { "\n" } else { ",\n" };
                text += &as_json(line);
            } else {
                text += &as_csv(line);
            }
        }
        if self.ended && self.json {
            text += "\n]\n";
        }
        Ok(Some(text))
    }
}

fn as_csv(line: &ReportLine) -> String {
    sheet::row(&[
        Cell::Integer(line.line as i64),
        Cell::Integer(line.column as i64),
        Cell::text(line.outcome.as_str()),
        Cell::text(line.key.as_str()),
        Cell::text(line.listing.as_str()),
        Cell::text(line.value.as_str()),
        Cell::text(line.why.as_str()),
    ])
}

fn as_json(line: &ReportLine) -> String {
    serde_json::json!({
        "line": line.line,
        "column": line.column,
        "outcome": line.outcome,
        "key": line.key,
        "listing": line.listing,
        "value": line.value,
        "why": line.why,
    })
    .to_string()
}
