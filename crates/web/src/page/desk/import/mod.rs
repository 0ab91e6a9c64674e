//! `/desk/{body}/import` and `/steward/imports`: files become drafts, facts that wait, or
//! entries for everybody.

pub mod columns;
pub mod report;
pub mod sending;

use crate::{form::intake::At, page::visit::Visit};
use interlocal_pages::pages::{Becomes, ImportHead, Intake};
use interlocal_portal::importing::{FileKind, ImportFile};

/// Whose files they are, as pages show it.
fn whose(at: &At, visit: &Visit) -> Intake {
    match at {
        At::Desk(body) => Intake::Desk(visit.body(body)),
        At::Stewards => Intake::Stewards,
    }
}

impl Visit {
    fn import_head(&self, at: &At, file: &ImportFile) -> ImportHead {
        let kind = FileKind::of(&file.kind);
        ImportHead {
            intake: whose(at, self),
            id: file.id,
            file_name: file.file_name.clone(),
            source: at.source(&file.source).to_owned(),
            kind: kind.map_or_else(|| file.kind.clone(), |kind| kind.label().to_owned()),
            becomes: match kind {
                Some(FileKind::Fedramp) => Becomes::Proposals,
                Some(FileKind::Dotgov | FileKind::Jurisdictions) => Becomes::Entries,
                _ => Becomes::Drafts,
            },
        }
    }
}
