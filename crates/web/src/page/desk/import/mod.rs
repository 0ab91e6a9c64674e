//! `/desk/{body}/import`: files become drafts.

pub mod columns;
pub mod report;
pub mod sending;

use crate::{error::Failure, page::visit::Visit};
use interlocal_catalog::OrganizationId;
use interlocal_pages::pages::ImportHead;
use interlocal_portal::importing::{FileKind, ImportFile};

/// The body and the file that an address names.
type FilePath = axum::extract::Path<(String, String)>;

fn named((body, id): &(String, String)) -> Result<(OrganizationId, i32), Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    Ok((OrganizationId::new(body.clone()), id))
}

/// The name of a source without the body that stands before it.
fn source_of(body: &OrganizationId, source: &str) -> String {
    let own = format!("{body}: ");
    source.strip_prefix(&own).unwrap_or(source).to_owned()
}

impl Visit {
    fn import_head(&self, file: &ImportFile) -> ImportHead {
        ImportHead {
            body: self.body(&file.organization),
            id: file.id,
            file_name: file.file_name.clone(),
            source: source_of(&file.organization, &file.source),
            kind: match FileKind::of(&file.kind) {
                Some(kind) => kind.label().to_owned(),
                None => file.kind.clone(),
            },
        }
    }
}
