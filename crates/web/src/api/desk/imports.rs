//! `/api/v1/desk/{body}/imports`: files that are taken in, what they would do, and what
//! they did.

use super::{
    super::{
        document::call::{Call, FileForm, Group, one_of},
        listed::listed,
        shape::List,
    },
    NumberPath,
};
use crate::{
    App,
    error::Failure,
    form::{
        Faults, Fields,
        cursor::Window,
        import as form,
        sent::{Sender, file::SentList},
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{CategoryId, OrganizationId};
use interlocal_portal::importing::{FileStage, ImportBatch, ImportFile, Outcome, ReportLine};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

const ALL: &str = "/api/v1/desk/{body}/imports";
const ONE: &str = "/api/v1/desk/{body}/imports/{id}";
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

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get(ALL, "listImports")
            .told(
                Group::Imports,
                "Files that lie on the desk, and past imports",
                "For editors. The newest 50 of each.",
            )
            .reading()
            .gives::<ImportsShown>(),
        Call::post(ALL, "sendImport")
            .told(
                Group::Imports,
                "Send a file in",
                "Nothing of it is written before somebody applies it. A contract list waits \
                 until its columns are confirmed, then the portal finds out what it would do; \
                 ask for it until its stage is “checked” or “failed”. At most 50 MB.",
            )
            .importing()
            .takes_file(FORM)
            .makes::<ImportShown>(),
        Call::get(ONE, "readImport")
            .told(
                Group::Imports,
                "Where a file stands",
                "Its stage is columns, checking, checked, applying, applied or failed; done \
                 and total say how far the portal is with it.",
            )
            .reading()
            .gives::<ImportShown>(),
        Call::get(
            "/api/v1/desk/{body}/imports/{id}/report",
            "readImportReport",
        )
        .told(
            Group::Imports,
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
        Call::post("/api/v1/desk/{body}/imports/{id}/apply", "applyImport")
            .told(
                Group::Imports,
                "Have the drafts of a checked file written",
                "The portal does it by and by; ask for the file until its stage is “applied”.",
            )
            .importing()
            .gives::<ImportShown>(),
        Call::delete(ONE, "discardImport")
            .told(
                Group::Imports,
                "Take a file off the desk",
                "What was taken in stands.",
            )
            .importing(),
        Call::post(
            "/api/v1/desk/{body}/import-batches/{batch}/undo",
            "undoImport",
        )
        .told(
            Group::Imports,
            "Undo an import as a whole",
            "As long as nobody has written on what it made, and no later file of its \
                 source was taken in.",
        )
        .importing()
        .gives::<UndoneShown>(),
    ]
}

/// What lies on a desk, and what was taken in.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Imports")]
pub struct ImportsShown {
    /// Files, the newest first.
    files: Vec<ImportShown>,
    /// Past imports, the newest first.
    batches: Vec<BatchShown>,
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
    /// The category of new drafts.
    category: CategoryId,
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

/// A file on a desk.
pub fn shown(file: ImportFile) -> ImportShown {
    let own = format!("{}: ", file.organization);
    let source = file.source.strip_prefix(&own).unwrap_or(&file.source);
    ImportShown {
        id: file.id,
        kind: file.kind,
        source: source.to_owned(),
        category: file.category,
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

fn batch(body: &OrganizationId, one: ImportBatch) -> BatchShown {
    let source = one.source.strip_prefix(&format!("{body}: "));
    BatchShown {
        source: source.unwrap_or(&one.source).to_owned(),
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

/// What lies on a desk.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<ImportsShown>, Failure> {
    let desk = app.portal.import_desk(&caller.actor(), &body).await?;
    let batches = desk.batches.into_iter();
    Ok(Json(ImportsShown {
        files: desk.files.into_iter().map(shown).collect(),
        batches: batches.map(|one| batch(&body, one)).collect(),
    }))
}

/// Lays a file on the desk.
pub async fn send(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    SentList(sent): SentList,
) -> Result<Response, Failure> {
    let actor = sent.sender.importing()?;
    app.portal.import_door(&actor, &body)?;
    let file = form::sent(&sent.fields, sent.file).map_err(Failure::Invalid)?;
    let file = app.portal.send_import(&actor, &body, file).await?;
    let place = [(
        header::LOCATION,
        format!("/api/v1/desk/{body}/imports/{}", file.id),
    )];
    Ok((StatusCode::CREATED, place, Json(shown(file))).into_response())
}

/// Where a file stands.
pub async fn show(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    caller: Caller,
) -> Result<Json<ImportShown>, Failure> {
    let file = app.portal.import_file(&caller.actor(), &body, id).await?;
    Ok(Json(shown(file)))
}

/// A part of its report.
pub async fn report(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    let file = app.portal.import_file(&caller.actor(), &body, id).await?;
    let path = format!("/api/v1/desk/{body}/imports/{id}/report");
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

/// Has its drafts written.
pub async fn apply(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sender: Sender,
) -> Result<Json<ImportShown>, Failure> {
    let actor = sender.importing()?;
    app.portal.apply_import(&actor, &body, id).await?;
    let file = app.portal.import_file(&actor, &body, id).await?;
    Ok(Json(shown(file)))
}

/// Takes a file off the desk.
pub async fn discard(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.importing()?;
    app.portal.discard_import(&actor, &body, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Undoes an import.
pub async fn undo(
    State(app): State<App>,
    Path((body, batch)): NumberPath,
    sender: Sender,
) -> Result<Json<UndoneShown>, Failure> {
    let actor = sender.importing()?;
    let listings = app.portal.undo_import_of(&actor, &body, batch).await?;
    Ok(Json(UndoneShown { listings }))
}
