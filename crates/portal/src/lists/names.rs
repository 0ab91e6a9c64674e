//! Cells for what rows name by key or slug: the name for people, the key for programs.

use super::table::Row;
use crate::{Judged, Portal, Snapshot};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId,
    access::AudienceWord,
    eligibility::{StepLeft, Verdict},
    participation::{Scope, ScopeWord},
};
use interlocal_exchange::Cell;

impl Portal {
    /// The address of a page of the portal.
    pub(super) fn led(&self, path: &str) -> Cell {
        Cell::address(self.public_url().of(path))
    }

    /// Name and slug of a category.
    pub(super) fn category_cells(&self, slug: &CategoryId) -> [Cell; 2] {
        let name = self.vocabulary().name(slug);
        [Cell::text(name), Cell::text(slug.as_str())]
    }

    /// Title, slug, provider and its slug, and the verdict with its steps.
    pub(super) fn offering_cells(&self, snapshot: &Snapshot, judged: &Judged) -> Row {
        let content = &judged.edition.content;
        let mut cells = vec![
            Cell::text(content.title.as_str()),
            Cell::text(judged.shelved.slug.as_str()),
        ];
        cells.extend(body_cells(snapshot, &content.provider));
        let verdict = judged.verdict.as_ref();
        cells.push(Cell::maybe(verdict.map(|verdict| verdict.outcome.word())));
        cells.push(Cell::maybe(verdict.map(steps)));
        cells
    }
}

/// Name and slug of a body as it stands now.
pub(super) fn body_cells(snapshot: &Snapshot, id: &OrganizationId) -> [Cell; 2] {
    let id = snapshot.directory.canonical(id);
    let name = snapshot.directory.organization_name(id);
    [Cell::text(name), Cell::text(id.as_str())]
}

/// Name and key of a government.
pub(super) fn place_cells(snapshot: &Snapshot, place: &PlaceId) -> [Cell; 2] {
    let name = snapshot.directory.full_name(place);
    [Cell::Text(name), Cell::text(place.as_str())]
}

/// The steps that a verdict leaves, in words.
pub(super) fn steps(verdict: &Verdict) -> String {
    let left = verdict.chain.steps_left().iter().map(step);
    left.collect::<Vec<_>>().join("; ")
}

fn step(step: &StepLeft) -> String {
    let mut words = step.kind.word().to_owned();
    if step.renewal {
        words += ", again";
    }
    match &step.fee_usd {
        Some(Some(fee)) => words += &format!(", fee {fee} USD"),
        Some(None) => words += ", fee by a population that is not known",
        None => {}
    }
    words
}

/// Kinds of governments, in the plural.
pub(super) fn kinds(kinds: &[AudienceWord]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.plural()).collect();
    words.join("; ")
}

/// For whom a participation counts.
pub(super) fn scope(scope: &Scope) -> String {
    match scope {
        Scope::NotStated(_) => "not stated".to_owned(),
        Scope::Words(words) => {
            let words: Vec<&str> = words
                .iter()
                .map(|word| match word {
                    ScopeWord::Own(_) => "itself",
                    ScopeWord::Kinds(kinds) => kinds.plural(),
                })
                .collect();
            words.join("; ")
        }
    }
}

/// `yes` or `no`.
pub(super) fn yes(is_so: bool) -> Cell {
    Cell::text(if is_so { "yes" } else { "no" })
}
