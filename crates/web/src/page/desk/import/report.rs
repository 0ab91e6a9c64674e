//! `/desk/{body}/import/{id}`: the report, and what is done about it.

use super::{
    super::{super::visit::Visit, to},
    FilePath, named,
};
use crate::{
    error::Failure,
    form::{import, posted::Posted},
};
use axum::{
    body::Body,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use interlocal_pages::{
    components::pager::Pager,
    pages::{ImportReportPage, ImportReportRow, ImportTally, ImportWork},
};
use interlocal_portal::importing::{
    FileStage, ImportFile, Outcome, ReportLine,
    files::{PAGE, ReportExport},
};

/// Where a file stands, and its report.
pub async fn show(Path(path): FilePath, visit: Visit) -> Result<Response, Failure> {
    let (body, id) = named(&path)?;
    let portal = &visit.app.portal;
    let file = portal.import_file(&visit.actor(), &body, id).await?;
    if file.stage == FileStage::Columns {
        return Ok(to(&format!("/desk/{body}/import/{id}/columns")));
    }
    let (outcome, number) = import::report(&visit.fields)?;
    let word = outcome.map(Outcome::word);
    let shown = matches!(file.stage, FileStage::Checked | FileStage::Applied);
    let rows = match shown {
        true => portal.import_report(&file, word, number).await?,
        false => Vec::new(),
    };
    let counts = file.counts.iter();
    let counted = counts.filter(|(one, _)| word.is_none_or(|word| word == one));
    let all: u64 = counted.map(|(_, count)| count).sum();
    let pages = all.div_ceil(PAGE).max(1);
    let paged = |number: usize| {
        let number = number.to_string();
        let query = visit.fields.with(&["page"], &[("page", &number)]);
        format!("/desk/{body}/import/{id}?{query}")
    };
    let tallies = file.counts.iter().map(|(one, count)| ImportTally {
        word: one.clone(),
        count: *count,
        chosen: word == Some(one),
    });
    let page = ImportReportPage {
        shell: visit.shell(None),
        head: visit.import_head(&file),
        work: work(&file),
        has_columns: !file.mapping.is_empty(),
        tallies: tallies.collect(),
        rows: rows.into_iter().map(row).collect(),
        pager: Pager {
            page: number as u64,
            page_count: pages,
            previous_href: (number > 1).then(|| paged(number - 1)),
            next_href: ((number as u64) < pages).then(|| paged(number + 1)),
        },
        notes: file.notes,
    };
    Ok(visit.answer(&page))
}

fn work(file: &ImportFile) -> ImportWork {
    match file.stage {
        FileStage::Columns | FileStage::Checking => {
            ImportWork::UnderWay(false, file.done, file.total)
        }
        FileStage::Applying => ImportWork::UnderWay(true, file.done, file.total),
        FileStage::Checked => ImportWork::Checked,
        FileStage::Applied => ImportWork::Applied(file.batch),
        FileStage::Failed => ImportWork::Failed(file.fault.clone()),
    }
}

fn row(line: ReportLine) -> ImportReportRow {
    ImportReportRow {
        line: line.line,
        column: line.column,
        outcome: line.outcome,
        key: line.key,
        listing: line.listing,
        value: line.value,
        why: line.why,
    }
}

/// Has the drafts written.
pub async fn apply(Path(path): FilePath, posted: Posted) -> Result<Response, Failure> {
    let (body, id) = named(&path)?;
    let visit = &posted.visit;
    let portal = &visit.app.portal;
    portal.apply_import(&visit.actor(), &body, id).await?;
    Ok(to(&format!("/desk/{body}/import/{id}")))
}

/// Takes the file off the desk.
pub async fn discard(Path(path): FilePath, posted: Posted) -> Result<Response, Failure> {
    let (body, id) = named(&path)?;
    let visit = &posted.visit;
    let portal = &visit.app.portal;
    portal.discard_import(&visit.actor(), &body, id).await?;
    Ok(to(&format!("/desk/{body}/import")))
}

/// The whole report as CSV.
pub async fn csv(Path(path): FilePath, visit: Visit) -> Result<Response, Failure> {
    download(&path, &visit, false).await
}

/// The whole report as JSON.
pub async fn json(Path(path): FilePath, visit: Visit) -> Result<Response, Failure> {
    download(&path, &visit, true).await
}

/// The report as a file, a piece at a time.
async fn download(path: &(String, String), visit: &Visit, json: bool) -> Result<Response, Failure> {
    let (body, id) = named(path)?;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let wanted = portal.export_import_report(&actor, &body, (id, json));
    let export: ReportExport = wanted.await?;
    let pieces = stream::try_unfold(export, |mut export| async move {
        match export.piece().await {
            Ok(Some(text)) => Ok(Some((text, export))),
            Ok(None) => Ok(None),
            Err(error) => {
                tracing::warn!(%error, "a report ends early");
                Err(error)
            }
        }
    });
    let (media, ending) = match json {
        true => ("application/json", "json"),
        false => ("text/csv; charset=utf-8", "csv"),
    };
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"import-{id}-report.{ending}\""),
        ),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}
