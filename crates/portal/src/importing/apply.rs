//! Taking a file in: what would be done, or doing it, in transactions of a thousand
//! rows where it is large. What is done stays done; the same file goes on from there.

use super::{
    Entry, FileRow, Origin, Outcome, Parsed, Report, Reported,
    decide::{Decision, Known, decide},
    hash_of,
    write::{Beside, Pen, Slugs, write},
};
use crate::{Error, clock::Clock};
use chrono::{DateTime, TimeDelta, Utc};
use interlocal_catalog::policy::{self, Action, Actor};
use interlocal_exchange::{Finding, finding::Weight};
use interlocal_store::{Before, ImportedListing, ImportedRow, NewBatch, Store, Tx};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// Rows above which a file is taken in several transactions.
const LARGE: usize = 5_000;
/// Rows of one transaction of a large file.
const AT_ONCE: usize = 1_000;

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// On.
    On,
    /// Stop behind the transaction that was just finished.
    Stop,
}

/// Told how many rows of how many are done; says whether to go on.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) -> Going + Send + Sync);

/// A file at a desk, whose progress is noted for whoever waits there.
pub struct Watched<'a> {
    /// Its row.
    pub file: i32,
    /// Says how late it is.
    pub clock: &'a dyn Clock,
}

/// Minutes for which a node has the work on a file to itself.
pub(super) const LEASE_MINUTES: i64 = 5;

impl Watched<'_> {
    async fn note(&self, tx: &Tx, progress: (usize, usize)) -> Result<(), Error> {
        let until = self.clock.now() + TimeDelta::minutes(LEASE_MINUTES);
        Ok(tx.note_import_progress(self.file, progress, until).await?)
    }
}

/// Takes a file in; nothing is written on a dry run.
pub async fn import(
    store: &Store,
    actor: &Actor,
    file: (&Origin, Parsed),
    when: (DateTime<Utc>, bool),
    progress: Progress<'_>,
) -> Result<Report, Error> {
    import_watched(store, actor, file, when, (progress, None)).await
}

/// The same, with the progress noted beside what it wrote.
pub async fn import_watched(
    store: &Store,
    actor: &Actor,
    (origin, parsed): (&Origin, Parsed),
    (at, dry_run): (DateTime<Utc>, bool),
    (progress, watched): (Progress<'_>, Option<Watched<'_>>),
) -> Result<Report, Error> {
    let allowed = match &origin.body {
        Some(body) => policy::may(actor, Action::Import(body)),
        None => dry_run && policy::may(actor, Action::ImportForAll),
    };
    if !allowed {
        return Err(match (&origin.body, dry_run) {
            (None, false) => Error::field("body", "name the body whose desk takes the drafts"),
            _ => Error::Denied,
        });
    }
    if let Some(body) = &origin.body {
        let bodies = store.organizations().await?;
        if !bodies.iter().any(|known| known.id == *body) {
            return Err(Error::field("body", format!("“{body}” is no known body")));
        }
        let newest = store.newest_batch(&origin.source).await?;
        if newest.is_some_and(|newest| newest.organization.as_ref() != Some(body)) {
            let why = "is the source of another body; give it a name of its own";
            return Err(Error::field("source", format!("“{}” {why}", origin.source)));
        }
    }
    let mut work = Work::begin(store, actor, origin, (at, dry_run)).await?;
    let total = parsed.rows.len();
    let most = if total > LARGE { AT_ONCE } else { total.max(1) };
    let mut done = 0;
    let mut stopped = false;
    let mut entries = parsed.entries.as_slice();
    while let Some((part, rest)) = take(entries, most) {
        entries = rest;
        let tx = store.begin().await?;
        for entry in part {
            work.entry(&tx, entry, &parsed.rows).await?;
            done += entry.rows.len();
        }
        work.flush(&tx).await?;
        if entries.is_empty() {
            work.finish(&tx).await?;
        }
        if dry_run {
            drop(tx);
            if let Some(watched) = &watched {
                let tx = store.begin().await?;
                watched.note(&tx, (done, total)).await?;
                tx.commit().await?;
            }
        } else {
            if let Some(watched) = &watched {
                watched.note(&tx, (done, total)).await?;
            }
            tx.commit().await?;
        }
        if progress(done, total) == Going::Stop && !entries.is_empty() {
            stopped = true;
            break;
        }
    }
    let mut notes = parsed.notes.clone();
    let told = parsed.findings.iter();
    let told = told.filter(|finding| finding.weight == Weight::Note);
    notes.extend(told.map(ToString::to_string));
    let gone = work.hashes.keys().filter(|key| !work.seen.contains(*key));
    match gone.count() {
        gone if gone > 0 && !stopped => notes.push(format!(
            "rows of this source that earlier files had and this one has not: {gone}"
        )),
        _ => {}
    }
    let mut rows = work.reported;
    rows.extend(refused(&parsed));
    rows.extend(doubtful(&parsed));
    rows.sort_by_key(|row| row.line);
    Ok(Report {
        batch: work.batch,
        rows,
        notes,
        whole: !stopped,
    })
}

/// Entries with at most so many rows together, at least one, and the rest.
fn take(entries: &[Entry], most: usize) -> Option<(&[Entry], &[Entry])> {
    if entries.is_empty() {
        return None;
    }
    let mut rows = 0;
    let fitting = entries.iter().take_while(|entry| {
        rows += entry.rows.len();
        rows <= most
    });
    Some(entries.split_at(fitting.count().max(1)))
}

/// Rows that could not be read.
fn refused(parsed: &Parsed) -> impl Iterator<Item = Reported> {
    let refused = parsed.findings.iter();
    let refused = refused.filter(|finding| finding.weight == Weight::Refused);
    refused.map(|finding| Reported {
        line: finding.line,
        column: finding.column,
        outcome: Outcome::Refused,
        key: finding.field.clone(),
        listing: String::new(),
        title: String::new(),
        value: finding.value.clone(),
        why: format!("{}; {}", finding.what, finding.mend),
    })
}

/// What is doubtful and belongs to no row: a field of the whole file, a row of a table
/// that makes no listing.
fn doubtful(parsed: &Parsed) -> impl Iterator<Item = Reported> {
    let of_rows: HashSet<&Finding> = parsed.rows.iter().flat_map(|row| &row.doubts).collect();
    let doubtful = parsed.findings.iter();
    let doubtful = doubtful
        .filter(move |finding| finding.weight == Weight::Doubtful && !of_rows.contains(finding));
    doubtful.map(|finding| Reported {
        line: finding.line,
        column: finding.column,
        outcome: Outcome::Doubtful,
        key: finding.field.clone(),
        listing: String::new(),
        title: String::new(),
        value: finding.value.clone(),
        why: format!("{}; {}", finding.what, finding.mend),
    })
}

/// Why a row is doubtful; where its line does not say it, with the fields that lead there.
fn why(finding: &Finding) -> String {
    let (what, mend) = (&finding.what, &finding.mend);
    match finding.field.contains('/') {
        true => format!("{}: {what}; {mend}", finding.field),
        false => format!("{what}; {mend}"),
    }
}

/// What is under way.
struct Work<'a> {
    store: &'a Store,
    actor: &'a Actor,
    origin: &'a Origin,
    at: DateTime<Utc>,
    dry_run: bool,
    hashes: HashMap<String, String>,
    listings: HashMap<String, ImportedListing>,
    known: Known,
    slugs: Slugs,
    beside: Beside,
    batch: Option<i32>,
    reported: Vec<Reported>,
    seen: HashSet<String>,
}

impl<'a> Work<'a> {
    async fn begin(
        store: &'a Store,
        actor: &'a Actor,
        origin: &'a Origin,
        (at, dry_run): (DateTime<Utc>, bool),
    ) -> Result<Self, Error> {
        let newest = store.newest_batch(&origin.source).await?;
        let open = newest.filter(|batch| {
            batch.finished_at.is_none()
                && batch.file_hash == origin.file_hash
                && batch.organization == origin.body
        });
        Ok(Self {
            store,
            actor,
            origin,
            at,
            dry_run,
            hashes: store.row_hashes(&origin.source).await?,
            listings: store.imported_listings(&origin.source).await?,
            known: match &origin.body {
                Some(body) => Known::of(store, body).await?,
                None => Known::default(),
            },
            slugs: Slugs::new(store.slugs().await?),
            beside: Beside::default(),
            batch: open.map(|batch| batch.id),
            reported: Vec::new(),
            seen: HashSet::new(),
        })
    }

    async fn entry(&mut self, tx: &Tx, entry: &Entry, rows: &[FileRow]) -> Result<(), Error> {
        let before = self.listings.get(&entry.key).cloned();
        let decision = decide(self.store, tx, entry, before.as_ref(), &self.known).await?;
        let own: Vec<&FileRow> = entry.rows.iter().filter_map(|at| rows.get(*at)).collect();
        let doubt = match &decision {
            Decision::Doubt(_, why) => why.clone(),
            _ => String::new(),
        };
        let mut fresh = Vec::new();
        let mut outcomes = Vec::with_capacity(own.len());
        for row in &own {
            let hash = hash_of(row.content.as_bytes());
            let outcome = match self.hashes.get(&row.key) {
                Some(known) if *known == hash => Outcome::Unchanged,
                Some(_) => Outcome::Changed,
                None => Outcome::Created,
            };
            if outcome != Outcome::Unchanged && doubt.is_empty() {
                fresh.push(ImportedRow {
                    key: row.key.clone(),
                    hash,
                    content: row.content.clone(),
                });
            }
            outcomes.push(outcome);
        }
        let nothing = matches!(decision, Decision::Nothing(_) | Decision::Doubt(..));
        let slug = match &decision {
            Decision::Nothing(slug) | Decision::Doubt(slug, _) => slug.to_string(),
            Decision::Rewrite(row, _) | Decision::Propose(row, _) => row.slug.to_string(),
            Decision::Create => String::new(),
        };
        let slug = match (&self.origin.body, self.dry_run) {
            (Some(body), false) if !nothing || !fresh.is_empty() => {
                let batch = self.batch(tx).await?;
                self.keep(tx, fresh).await?;
                let pen = Pen {
                    origin: self.origin,
                    body,
                    actor: self.actor,
                    at: self.at,
                    batch,
                };
                let kept = (before.as_ref(), &mut self.slugs, &mut self.beside);
                write(tx, &pen, entry, decision, kept).await?.to_string()
            }
            _ => slug,
        };
        for (row, outcome) in own.into_iter().zip(outcomes) {
            self.seen.insert(row.key.clone());
            let first = row.doubts.first();
            let reasons = row.doubts.iter().map(why);
            let mut reasons: Vec<String> = reasons.collect();
            if !doubt.is_empty() {
                reasons.push(doubt.clone());
            }
            self.reported.push(Reported {
                line: row.line,
                column: first.map_or(0, |finding| finding.column),
                outcome: if reasons.is_empty() {
                    outcome
                } else {
                    Outcome::Doubtful
                },
                key: row.key.clone(),
                listing: slug.clone(),
                title: entry.title.clone(),
                value: first
                    .map(|finding| finding.value.clone())
                    .unwrap_or_default(),
                why: reasons.join(" / "),
            });
        }
        Ok(())
    }

    /// The batch, which begins with the first thing that is written.
    async fn batch(&mut self, tx: &Tx) -> Result<i32, Error> {
        if let Some(batch) = self.batch {
            return Ok(batch);
        }
        let new = NewBatch {
            source: &self.origin.source,
            kind: self.origin.kind,
            file_name: &self.origin.file_name,
            file_hash: &self.origin.file_hash,
            organization: self.origin.body.as_ref(),
            begun_by: self.actor.audit_name(),
        };
        let batch = tx.begin_batch(&new, self.at).await?;
        self.batch = Some(batch);
        Ok(batch)
    }

    /// Keeps rows, and what stood there before, until the transaction ends.
    async fn keep(&mut self, tx: &Tx, fresh: Vec<ImportedRow>) -> Result<(), Error> {
        let is_known = |row: &&ImportedRow| self.hashes.contains_key(&row.key);
        let changed: Vec<&str> = fresh.iter().filter(is_known).map(|row| &*row.key).collect();
        let stood = match changed.is_empty() {
            true => Vec::new(),
            false => tx.rows_with(&self.origin.source, &changed).await?,
        };
        let before = &mut self.beside.before;
        before.extend(stood.into_iter().map(|row| Before {
            subject: "row".to_owned(),
            content: json!({"hash": row.hash, "content": row.content}).to_string(),
            key: row.key,
        }));
        let new = fresh
            .iter()
            .filter(|row| !self.hashes.contains_key(&row.key));
        before.extend(new.map(|row| Before {
            subject: "row".to_owned(),
            key: row.key.clone(),
            content: "null".to_owned(),
        }));
        self.beside.rows.extend(fresh);
        Ok(())
    }

    /// Writes what was kept until now.
    async fn flush(&mut self, tx: &Tx) -> Result<(), Error> {
        let (Some(body), Some(batch), false) = (&self.origin.body, self.batch, self.dry_run) else {
            return Ok(());
        };
        let pen = Pen {
            origin: self.origin,
            body,
            actor: self.actor,
            at: self.at,
            batch,
        };
        self.beside.flush(tx, &pen).await
    }

    async fn finish(&self, tx: &Tx) -> Result<(), Error> {
        if self.dry_run {
            return Ok(());
        }
        if let Some(mapping) = &self.origin.mapping {
            tx.keep_mapping(&self.origin.source, mapping, self.at)
                .await?;
        }
        if let Some(batch) = self.batch {
            tx.finish_batch(batch, self.at).await?;
        }
        Ok(())
    }
}
