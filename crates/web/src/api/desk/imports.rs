//! `/api/v1/desk/{body}/imports` and `/api/v1/steward/imports`: files that are taken in, what they would do, and what
//! they did.

use super::super::{
    document::call::{Call, FileForm, Group, one_of},
    listed::listed,
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::{
        Faults, Fields,
        cursor::Window,
        import as form,
        intake::{At, One},
        sent::{Sender, file::SentList},
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::CategoryId;
use interlocal_portal::importing::{FileStage, ImportBatch, ImportFile, Outcome, ReportLine};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Files, and past imports, of a part, and at most.
const DESK_PART: (usize, usize) = (50, 500);
/// Rows of a part of a report.
const PART: (usize, usize) = (100, 1_000);

const FORM: FileForm = FileForm {
    fields: &[
        (
            "source",
            "The name of the source, the same for every file of the same list; left out, \
             the file’s name",
            false,
            "statewide contracts",
        ),
        (
            "kind",
            "What it holds: contracts, ocds, hsds or fedramp; left out, found out by its bytes",
            false,
            "contracts",
        ),
        (
            "category",
            "The slug of the category of new drafts; left out, purchasing",
            false,
            "purchasing",
        ),
    ],
    file: "contracts.csv",
    needed: true,
    bare: true,
};

const KIND_FOR_ALL: FileForm = FileForm {
    fields: &[(
        "kind",
        "What it holds: fedramp, dotgov or jurisdictions; left out, found out by its bytes",
        false,
        "dotgov",
    )],
    file: "current-full.csv",
    needed: true,
    bare: true,
};

/// Calls of the same kind at a desk and for stewards: their addresses and names.
struct Calls {
    all: &'static str,
    one: &'static str,
    report: &'static str,
    apply: &'static str,
    undo: &'static str,
    names: [&'static str; 7],
    group: Group,
    form: FileForm,
    about: &'static str,
}

const AT_DESKS: Calls = Calls {
    all: "/api/v1/desk/{body}/imports",
    one: "/api/v1/desk/{body}/imports/{id}",
    report: "/api/v1/desk/{body}/imports/{id}/report",
    apply: "/api/v1/desk/{body}/imports/{id}/apply",
    undo: "/api/v1/desk/{body}/import-batches/{id}/undo",
    names: [
        "listImports",
        "sendImport",
        "readImport",
        "readImportReport",
        "applyImport",
        "discardImport",
        "undoImport",
    ],
    group: Group::Imports,
    form: FORM,
    about: "Nothing of it is written before somebody applies it. A contract list waits \
            until its columns are confirmed, then the portal finds out what it would do; \
            ask for it until its stage is “checked” or “failed”. At most 50 MB.",
};

const FOR_ALL: Calls = Calls {
    all: "/api/v1/steward/imports",
    one: "/api/v1/steward/imports/{id}",
    report: "/api/v1/steward/imports/{id}/report",
    apply: "/api/v1/steward/imports/{id}/apply",
    undo: "/api/v1/steward/import-batches/{id}/undo",
    names: [
        "listImportsForAll",
        "sendImportForAll",
        "readImportForAll",
        "readImportReportForAll",
        "applyImportForAll",
        "discardImportForAll",
        "undoImportForAll",
    ],
    group: Group::Steward,
    form: KIND_FOR_ALL,
    about: "The FedRAMP marketplace, the .gov registry or a Gazetteer file of the Census \
            Bureau. Nothing of it is written before somebody applies it; ask for it until \
            its stage is “checked” or “failed”. At most 50 MB.",
};

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    [AT_DESKS, FOR_ALL]
        .into_iter()
        .flat_map(Calls::told)
        .collect()
}

impl Calls {
    fn told(self) -> Vec<Call> {
        let [list, send, read, report, apply, discard, undo] = self.names;
        let group = self.group;
        vec![
            Call::get(self.all, list)
                .told(group, "Files that wait, and past imports", "")
                .reading()
                .in_parts(500)
                .gives::<ImportsShown>(),
            Call::post(self.all, send)
                .told(group, "Send a file in", self.about)
                .importing()
                .takes_file(self.form)
                .makes::<ImportShown>(),
            Call::get(self.one, read)
                .told(
                    group,
                    "Where a file stands",
                    "Its stage is columns, checking, checked, applying, applied or failed; \
                     done and total say how far the portal is with it.",
                )
                .reading()
                .gives::<ImportShown>(),
            Call::get(self.report, report)
                .told(
                    group,
                    "What a file would do, or did, row by row",
                    "With line, column, value and how to mend it.",
                )
                .reading()
                .query(
                    "outcome",
                    one_of(&Outcome::ALL.map(Outcome::word)),
                    "Rows that came out so",
                )
                .in_parts(1_000)
                .or(409, "There is no report yet")
                .gives::<List<RowShown>>(),
            Call::post(self.apply, apply)
                .told(
                    group,
                    "Have a checked file taken in",
                    "The portal does it by and by; ask for the file until its stage is “applied”.",
                )
                .importing()
                .gives::<ImportShown>(),
            Call::delete(self.one, discard)
                .told(group, "Give a file up", "What was taken in stands.")
                .importing(),
            Call::post(self.undo, undo)
                .told(
                    group,
                    "Undo an import as a whole",
                    "As long as nobody has written on what it made, and no later file of its \
                     source was taken in.",
                )
                .importing()
                .gives::<UndoneShown>(),
        ]
    }
}

/// What lies on a desk, and what was taken in.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Imports")]
pub struct ImportsShown {
    /// How many files there are.
    file_total: u64,
    /// A part of them, the newest first.
    files: Vec<ImportShown>,
    /// How many past imports there are.
    batch_total: u64,
    /// A part of them, the newest first.
    batches: Vec<BatchShown>,
    /// Where both lists go on; null at the end of the longer one.
    next: Option<String>,
}

/// A file on a desk.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Import")]
pub struct ImportShown {
    /// Its number.
    id: i32,
    /// What it holds.
    kind: String,
    /// The source that it is a file of.
    source: String,
    /// The category of new drafts; null where the file makes none.
    category: Option<CategoryId>,
    /// What its sender calls it.
    file_name: String,
    /// The hash of its bytes.
    sha256: String,
    /// Bytes.
    size: u64,
    /// Where it stands.
    stage: &'static str,
    /// Rows that are done.
    done: u32,
    /// Rows that it has, as far as that is known.
    total: u32,
    /// How many rows came out how.
    counts: BTreeMap<String, u64>,
    /// What is to be known of it.
    notes: Vec<String>,
    /// Why it cannot be taken in; empty where it can.
    fault: String,
    /// The batch that it became, by which it can be undone.
    batch: Option<i32>,
    /// When it was sent.
    sent_at: DateTime<Utc>,
}

/// A past import.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportBatch")]
pub struct BatchShown {
    /// Its number.
    id: i32,
    /// The source.
    source: String,
    /// What the file held.
    kind: String,
    /// The file's name.
    file_name: String,
    /// When it was begun.
    begun_at: DateTime<Utc>,
    /// When it was finished.
    finished_at: Option<DateTime<Utc>>,
    /// When it was undone.
    undone_at: Option<DateTime<Utc>>,
}

/// A row of a report.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportRow")]
pub struct RowShown {
    /// Its line in the file.
    line: u64,
    /// Its column, from 1; 0 where it is the whole row.
    column: u64,
    /// What became of it.
    outcome: String,
    /// Its key among those of its source.
    key: String,
    /// The slug of the listing that it belongs to; empty where there is none.
    listing: String,
    /// The value at fault.
    value: String,
    /// Why, and how to mend it; empty where nothing is to be said.
    why: String,
}

/// What was undone.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UndoneImport")]
pub struct UndoneShown {
    /// How many listings stand as they stood before.
    listings: usize,
}

/// A file that waits.
pub fn shown(at: &At, file: ImportFile) -> ImportShown {
    ImportShown {
        id: file.id,
        kind: file.kind,
        source: at.source(&file.source).to_owned(),
        category: matches!(at, At::Desk(_)).then_some(file.category),
        file_name: file.file_name,
        sha256: file.sha256,
        size: file.size,
        stage: file.stage.word(),
        done: file.done,
        total: file.total,
        counts: file.counts.into_iter().collect(),
        notes: file.notes,
        fault: file.fault,
        batch: file.batch,
        sent_at: file.sent_at,
    }
}

fn batch(at: &At, one: ImportBatch) -> BatchShown {
    BatchShown {
        source: at.source(&one.source).to_owned(),
        id: one.id,
        kind: one.kind,
        file_name: one.file_name,
        begun_at: one.begun_at,
        finished_at: one.finished_at,
        undone_at: one.undone_at,
    }
}

fn row(line: ReportLine) -> RowShown {
    RowShown {
        line: line.line,
        column: line.column,
        outcome: line.outcome,
        key: line.key,
        listing: line.listing,
        value: line.value,
        why: line.why,
    }
}

/// What waits, and what was taken in.
pub async fn list(
    State(app): State<App>,
    at: At,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    let (actor, path) = (caller.actor(), at.call());
    app.portal.look_in(&actor, at.intake())?;
    let window = Window::of(&fields, &path, DESK_PART)?;
    let piece = (window.offset, window.limit);
    let desk = app.portal.import_desk(&actor, at.intake(), piece).await?;
    let (files, batches) = (desk.files.into_iter(), desk.batches.into_iter());
    let shown = ImportsShown {
        file_total: desk.file_total,
        files: files.map(|one| self::shown(&at, one)).collect(),
        batch_total: desk.batch_total,
        batches: batches.map(|one| batch(&at, one)).collect(),
        next: window.next(&fields, &path, desk.file_total.max(desk.batch_total)),
    };
    Ok(listed(shown.next.as_deref(), &shown))
}

/// Takes a file onto the desk.
pub async fn send(
    State(app): State<App>,
    at: At,
    SentList(sent): SentList,
) -> Result<Response, Failure> {
    let actor = sent.sender.importing()?;
    app.portal.intake_door(&actor, at.intake())?;
    let vocabulary = app.portal.vocabulary();
    let file = form::sent(at.intake(), vocabulary, &sent.fields, sent.file);
    let file = file.map_err(Failure::Invalid)?;
    let file = app.portal.send_import(&actor, at.intake(), file).await?;
    let place = [(header::LOCATION, format!("{}/{}", at.call(), file.id))];
    Ok((StatusCode::CREATED, place, Json(shown(&at, file))).into_response())
}

/// Where a file stands.
pub async fn show(
    State(app): State<App>,
    one: One,
    caller: Caller,
) -> Result<Json<ImportShown>, Failure> {
    let (portal, actor) = (&app.portal, caller.actor());
    let file = portal.import_file(&actor, one.at.intake(), one.number);
    Ok(Json(shown(&one.at, file.await?)))
}

/// A part of its report.
pub async fn report(
    State(app): State<App>,
    one: One,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    let (portal, actor) = (&app.portal, caller.actor());
    let file = portal.import_file(&actor, one.at.intake(), one.number);
    let file = file.await?;
    let path = format!("{}/{}/report", one.at.call(), one.number);
    let mut faults = Faults::default();
    let words = faults.words(&fields, "outcome", &Outcome::ALL.map(Outcome::word));
    let window = Window::read(&fields, &path, PART, &mut faults);
    faults.end()?;
    if !matches!(file.stage, FileStage::Checked | FileStage::Applied) {
        return Err(Failure::Conflict(
            "There is no report yet: ask for the file until its stage is “checked”.".to_owned(),
        ));
    }
    let word = words.last().map(String::as_str);
    let counts = file.counts.iter();
    let counted = counts.filter(|(one, _)| word.is_none_or(|word| word == one));
    let total: u64 = counted.map(|(_, count)| count).sum();
    let part = (window.offset as u64, window.limit as u64);
    let rows = app.portal.import_rows(&file, word, part).await?;
    let next = window.next(&fields, &path, total);
    let list = List::part(total, rows.into_iter().map(row).collect(), next.clone());
    Ok(listed(next.as_deref(), &list))
}

/// Has it taken in.
pub async fn apply(
    State(app): State<App>,
    one: One,
    sender: Sender,
) -> Result<Json<ImportShown>, Failure> {
    let (actor, at) = (sender.importing()?, one.at.intake());
    app.portal.apply_import(&actor, at, one.number).await?;
    let file = app.portal.import_file(&actor, at, one.number).await?;
    Ok(Json(shown(&one.at, file)))
}

/// Gives a file up.
pub async fn discard(
    State(app): State<App>,
    one: One,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let (actor, at) = (sender.importing()?, one.at.intake());
    app.portal.discard_import(&actor, at, one.number).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Undoes an import.
pub async fn undo(
    State(app): State<App>,
    one: One,
    sender: Sender,
) -> Result<Json<UndoneShown>, Failure> {
    let (actor, at) = (sender.importing()?, one.at.intake());
    let listings = app.portal.undo_import_of(&actor, at, one.number).await?;
    Ok(Json(UndoneShown { listings }))
}
