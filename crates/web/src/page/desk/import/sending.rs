//! Sending a file, what waits, and undoing what was taken in.

use super::{
    super::{
        super::{
            lists::{tables_called, taken},
            turning::Turning,
            visit::Visit,
        },
        faults, to, with_status,
    },
    whose,
};
use crate::{
    error::Failure,
    form::{
        Fields, import,
        intake::{At, One},
        posted::Posted,
        upload::UploadedList,
    },
};
use axum::{http::StatusCode, response::Response};
use interlocal_pages::{
    pages::{ImportBatchRow, ImportDeskPage, ImportFileRow},
    words::{counted, moment},
};
use interlocal_portal::{
    Error, FieldFault,
    importing::{FileStage, ImportBatch, ImportFile},
};

/// Files, and past imports, on a page.
const PAGE: usize = 50;

/// What stands on the page beside what lies on the desk.
#[derive(Default)]
struct Beside<'a> {
    typed: Fields,
    wrong: &'a [FieldFault],
    refused: Option<String>,
}

/// What waits, and what was taken in.
pub async fn show(at: At, visit: Visit) -> Result<Response, Failure> {
    page(&visit, &at, Beside::default()).await
}

/// Takes a file onto the desk.
pub async fn send(at: At, UploadedList(uploaded): UploadedList) -> Result<Response, Failure> {
    let (visit, actor) = (&uploaded.visit, uploaded.visit.actor());
    let portal = &visit.app.portal;
    portal.intake_door(&actor, at.intake())?;
    let sent = match import::sent(
        at.intake(),
        visit.app.portal.vocabulary(),
        &uploaded.fields,
        uploaded.file,
    ) {
        Ok(sent) => portal.send_import(&actor, at.intake(), sent).await,
        Err(wrong) => Err(Error::Invalid(wrong)),
    };
    match sent {
        Ok(file) if file.stage == FileStage::Columns => {
            Ok(to(&format!("{}/{}/columns", at.page(), file.id)))
        }
        Ok(file) => Ok(to(&format!("{}/{}", at.page(), file.id))),
        Err(Error::Invalid(wrong)) => {
            let beside = Beside {
                typed: uploaded.fields,
                wrong: &wrong,
                refused: None,
            };
            let page = page(visit, &at, beside).await?;
            Ok(with_status(StatusCode::BAD_REQUEST, page))
        }
        Err(other) => Err(other.into()),
    }
}

/// Undoes an import.
pub async fn undo(one: One, posted: Posted) -> Result<Response, Failure> {
    let (at, batch) = (one.at, one.number);
    let visit = &posted.visit;
    let undone = visit
        .app
        .portal
        .undo_import_of(&visit.actor(), at.intake(), batch)
        .await;
    match undone {
        Ok(entries) => Ok(to(&format!(
            "{}?undone={batch}&listings={entries}",
            at.page()
        ))),
        Err(Error::Conflict(why)) => {
            let beside = Beside {
                refused: Some(why),
                ..Beside::default()
            };
            let page = page(visit, &at, beside).await?;
            Ok(with_status(StatusCode::CONFLICT, page))
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, at: &At, beside: Beside<'_>) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let actor = visit.actor();
    portal.look_in(&actor, at.intake())?;
    let turning = Turning::read(&visit.fields, PAGE)?;
    let desk = portal.import_desk(&actor, at.intake(), turning.piece());
    let desk = desk.await?;
    let proposals = match at {
        At::Desk(body) => portal.proposals(&visit.actor(), body).await?.len(),
        At::Stewards => 0,
    };
    let mut files = Vec::new();
    if !desk.files.is_empty() {
        files.extend(taken(&at.page(), "", Some(&at.call())));
    }
    if !desk.batches.is_empty() {
        let called = ("Imports (CSV)", "Imports (Excel)");
        files.extend(tables_called(called, &at.past(), ""));
    }
    let page = ImportDeskPage {
        shell: visit.shell_with(files, None),
        intake: whose(at, visit),
        items: import::questions(at.intake(), &beside.typed, portal.vocabulary()),
        faults: faults(beside.wrong),
        said: said(at, &visit.fields),
        refused: beside.refused,
        proposal_count: proposals as u64,
        pager: turning.pager(
            &visit.fields,
            &at.page(),
            desk.file_total.max(desk.batch_total),
        ),
        files: desk.files.iter().map(|one| file_row(at, one)).collect(),
        batches: desk.batches.iter().map(|one| batch_row(at, one)).collect(),
    };
    Ok(visit.answer(&page))
}

fn said(at: &At, fields: &Fields) -> Option<String> {
    let batch: u32 = fields.last("undone")?.parse().ok()?;
    let count: u64 = fields.last("listings")?.parse().ok()?;
    let stand = match at {
        At::Desk(_) => counted(count, "listing stands", "listings stand"),
        At::Stewards => counted(count, "entry stands", "entries stand"),
    };
    Some(format!("Import {batch} is undone: {stand} as before."))
}

fn file_row(at: &At, file: &ImportFile) -> ImportFileRow {
    let stands = match file.stage {
        FileStage::Columns => "say how its columns are read",
        FileStage::Checking => "is being read",
        FileStage::Checked => "its report can be read",
        FileStage::Applying => "is being taken in",
        FileStage::Applied => "was taken in",
        FileStage::Failed => "cannot be taken in",
    };
    ImportFileRow {
        id: file.id,
        file_name: file.file_name.clone(),
        source: at.source(&file.source).to_owned(),
        stands: stands.to_owned(),
        sent_at: file.sent_at,
    }
}

fn batch_row(at: &At, batch: &ImportBatch) -> ImportBatchRow {
    ImportBatchRow {
        id: batch.id,
        source: at.source(&batch.source).to_owned(),
        file_name: batch.file_name.clone(),
        begun_at: batch.begun_at,
        stands: match (batch.undone_at, batch.finished_at) {
            (Some(at), _) => format!("undone {}", moment(at)),
            (None, Some(_)) => "was taken in".to_owned(),
            (None, None) => "stopped in between".to_owned(),
        },
        undoable: batch.undone_at.is_none(),
    }
}
