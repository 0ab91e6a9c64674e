//! `/desk/{body}/import` and `/desk/{body}/imports/{batch}/undo`

use super::{
    super::{
        super::{
            lists::{tables_called, taken},
            visit::Visit,
        },
        faults, to, with_status,
    },
    FilePath, named, source_of,
};
use crate::{
    error::Failure,
    form::{Fields, import, posted::Posted, upload::UploadedList},
};
use axum::{extract::Path, http::StatusCode, response::Response};
use interlocal_catalog::{OrganizationId, policy::Role};
use interlocal_pages::{
    pages::{ImportBatchRow, ImportDeskPage, ImportFileRow},
    words::{counted, moment},
};
use interlocal_portal::{
    Error, FieldFault,
    importing::{FileStage, ImportBatch, ImportFile},
};

/// What stands on the page beside what lies on the desk.
#[derive(Default)]
struct Beside<'a> {
    typed: Fields,
    wrong: &'a [FieldFault],
    refused: Option<String>,
}

/// The import desk.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    page(&visit, &body, Beside::default()).await
}

/// Takes a file onto the desk.
pub async fn send(
    Path(body): Path<String>,
    UploadedList(uploaded): UploadedList,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let (visit, actor) = (&uploaded.visit, uploaded.visit.actor());
    let portal = &visit.app.portal;
    portal.desk_door(&actor, &body, Role::Editor)?;
    let sent = match import::sent(&uploaded.fields, uploaded.file) {
        Ok(sent) => portal.send_import(&actor, &body, sent).await,
        Err(wrong) => Err(Error::Invalid(wrong)),
    };
    match sent {
        Ok(file) if file.stage == FileStage::Columns => {
            Ok(to(&format!("/desk/{body}/import/{}/columns", file.id)))
        }
        Ok(file) => Ok(to(&format!("/desk/{body}/import/{}", file.id))),
        Err(Error::Invalid(wrong)) => {
            let beside = Beside {
                typed: uploaded.fields,
                wrong: &wrong,
                refused: None,
            };
            let page = page(visit, &body, beside).await?;
            Ok(with_status(StatusCode::BAD_REQUEST, page))
        }
        Err(other) => Err(other.into()),
    }
}

/// Undoes an import.
pub async fn undo(Path(path): FilePath, posted: Posted) -> Result<Response, Failure> {
    let (body, batch) = named(&path)?;
    let visit = &posted.visit;
    let undone = visit
        .app
        .portal
        .undo_import_of(&visit.actor(), &body, batch)
        .await;
    match undone {
        Ok(listings) => Ok(to(&format!(
            "/desk/{body}/import?undone={batch}&listings={listings}"
        ))),
        Err(Error::Conflict(why)) => {
            let beside = Beside {
                refused: Some(why),
                ..Beside::default()
            };
            let page = page(visit, &body, beside).await?;
            Ok(with_status(StatusCode::CONFLICT, page))
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    body: &OrganizationId,
    beside: Beside<'_>,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let desk = portal.import_desk(&visit.actor(), body).await?;
    let mut files = Vec::new();
    if !desk.files.is_empty() {
        let twin = format!("/api/v1/desk/{body}/imports");
        files.extend(taken(&format!("/desk/{body}/import"), "", Some(&twin)));
    }
    if !desk.batches.is_empty() {
        let called = ("Imports (CSV)", "Imports (Excel)");
        files.extend(tables_called(called, &format!("/desk/{body}/imports"), ""));
    }
    let page = ImportDeskPage {
        shell: visit.shell_with(files, None),
        body: visit.body(body),
        items: import::questions(&beside.typed, portal.vocabulary()),
        faults: faults(beside.wrong),
        said: said(&visit.fields),
        refused: beside.refused,
        proposal_count: portal.proposals(&visit.actor(), body).await?.len() as u64,
        files: desk.files.iter().map(file_row).collect(),
        batches: desk
            .batches
            .iter()
            .map(|one| batch_row(body, one))
            .collect(),
    };
    Ok(visit.answer(&page))
}

fn said(fields: &Fields) -> Option<String> {
    let batch: u32 = fields.last("undone")?.parse().ok()?;
    let listings: u64 = fields.last("listings")?.parse().ok()?;
    let listings = counted(listings, "listing stands", "listings stand");
    Some(format!("Import {batch} is undone: {listings} as before."))
}

fn file_row(file: &ImportFile) -> ImportFileRow {
    let stands = match file.stage {
        FileStage::Columns => "say how its columns are read",
        FileStage::Checking => "is being read",
        FileStage::Checked => "its report can be read",
        FileStage::Applying => "its drafts are being written",
        FileStage::Applied => "was taken in",
        FileStage::Failed => "cannot be taken in",
    };
    ImportFileRow {
        id: file.id,
        file_name: file.file_name.clone(),
        source: source_of(&file.organization, &file.source),
        stands: stands.to_owned(),
        sent_at: file.sent_at,
    }
}

fn batch_row(body: &OrganizationId, batch: &ImportBatch) -> ImportBatchRow {
    ImportBatchRow {
        id: batch.id,
        source: source_of(body, &batch.source),
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
