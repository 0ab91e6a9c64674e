//! `/desk/{body}/import/{id}/columns`

use super::super::{super::visit::Visit, faults, to, with_status};
use crate::{
    error::Failure,
    form::{import, intake::One, posted::Posted},
};
use axum::{http::StatusCode, response::Response};
use interlocal_pages::pages::{ImportColumnRow, ImportColumnsPage};
use interlocal_portal::{
    Error, FieldFault,
    importing::{FileStage, Mapping, Use},
};

/// How the columns are read.
pub async fn show(one: One, visit: Visit) -> Result<Response, Failure> {
    page(&visit, &one, None, &[]).await
}

/// Says how the columns are read.
pub async fn save(one: One, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (portal, id) = (&visit.app.portal, one.number);
    let at = one.at.intake();
    let file = portal.import_file(&visit.actor(), at, id).await?;
    if file.stage == FileStage::Applied || file.mapping.is_empty() {
        return Err(Failure::NotFound);
    }
    let (mapping, wrong) = import::mapping(&fields);
    let saved = match wrong.is_empty() {
        true => portal.map_import(&visit.actor(), at, (id, &mapping)).await,
        false => Err(Error::Invalid(wrong)),
    };
    match saved {
        Ok(()) => Ok(to(&one.page())),
        Err(Error::Invalid(wrong)) => {
            let page = page(&visit, &one, Some(mapping), &wrong).await?;
            Ok(with_status(StatusCode::BAD_REQUEST, page))
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    one: &One,
    typed: Option<Mapping>,
    wrong: &[FieldFault],
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let found = portal
        .import_columns(&visit.actor(), one.at.intake(), one.number)
        .await?;
    let mapping = typed.unwrap_or(found.mapping);
    let columns = found.columns.into_iter().map(|column| {
        let chosen = mapping.of(&column.name);
        let uses = Use::ALL.map(|one| {
            let (word, label) = (one.word().to_owned(), one.label().to_owned());
            (word, label, one == chosen)
        });
        ImportColumnRow {
            name: column.name,
            samples: column.samples,
            uses: uses.to_vec(),
        }
    });
    let page = ImportColumnsPage {
        shell: visit.shell(None),
        head: visit.import_head(&one.at, &found.file),
        columns: columns.collect(),
        items: import::list_questions(&mapping),
        missing: found.missing,
        new: found.new,
        faults: faults(wrong),
    };
    Ok(visit.answer(&page))
}
