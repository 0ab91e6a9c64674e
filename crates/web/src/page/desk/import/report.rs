//! `/desk/{body}/import/{id}`: the report, and what is done about it.

use super::super::{super::visit::Visit, to};
use crate::{
    error::Failure,
    form::{import, intake::One, posted::Posted},
};
use axum::{
    body::Body,
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
    key_in_words,
};
use std::collections::HashMap;

/// Where a file stands, and its report.
pub async fn show(one: One, visit: Visit) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let file = portal
        .import_file(&visit.actor(), one.at.intake(), one.number)
        .await?;
    let here = one.page();
    if file.stage == FileStage::Columns {
        return Ok(to(&format!("{here}/columns")));
    }
    let (outcome, number) = import::report(&visit.fields)?;
    let word = outcome.map(Outcome::word);
    let shown = matches!(file.stage, FileStage::Checked | FileStage::Applied);
    let rows = match shown {
        true => portal.import_report(&file, word, number).await?,
        false => Vec::new(),
    };
    let titles = portal.import_titles(&rows).await?;
    let counts = file.counts.iter();
    let counted = counts.filter(|(one, _)| word.is_none_or(|word| word == one));
    let all: u64 = counted.map(|(_, count)| count).sum();
    let pages = all.div_ceil(PAGE).max(1);
    let paged = |number: usize| {
        let number = number.to_string();
        let query = visit.fields.with(&["page"], &[("page", &number)]);
        format!("{here}?{query}")
    };
    let tallies = file.counts.iter().map(|(one, count)| ImportTally {
        word: one.clone(),
        count: *count,
        chosen: word == Some(one),
    });
    let page = ImportReportPage {
        shell: visit.shell(None),
        head: visit.import_head(&one.at, &file),
        work: work(&file),
        has_columns: !file.mapping.is_empty(),
        tallies: tallies.collect(),
        rows: rows.into_iter().map(|line| row(line, &titles)).collect(),
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

fn row(line: ReportLine, titles: &HashMap<String, String>) -> ImportReportRow {
    ImportReportRow {
        line: line.line,
        column: line.column,
        outcome: line.outcome,
        key: key_in_words(&line.key),
        title: titles.get(&line.listing).cloned().unwrap_or_default(),
        listing: line.listing,
        value: line.value,
        why: line.why,
    }
}

/// Has it taken in.
pub async fn apply(one: One, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal
        .apply_import(&actor, one.at.intake(), one.number)
        .await?;
    Ok(to(&one.page()))
}

/// Gives the file up.
pub async fn discard(one: One, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal
        .discard_import(&actor, one.at.intake(), one.number)
        .await?;
    Ok(to(&one.at.page()))
}

/// The whole report as CSV.
pub async fn csv(one: One, visit: Visit) -> Result<Response, Failure> {
    download(&one, &visit, false).await
}

/// The whole report as JSON.
pub async fn json(one: One, visit: Visit) -> Result<Response, Failure> {
    download(&one, &visit, true).await
}

/// The report as a file, a piece at a time.
async fn download(one: &One, visit: &Visit, json: bool) -> Result<Response, Failure> {
    let (portal, actor, id) = (&visit.app.portal, visit.actor(), one.number);
    let wanted = portal.export_import_report(&actor, one.at.intake(), (id, json));
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
