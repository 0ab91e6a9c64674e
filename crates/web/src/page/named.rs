//! Names for keys and slugs, as pages show them.

use super::visit::Visit;
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId, PlaceId, ProgramId, SupplierId,
    answer::AnswerWord,
    eligibility::{Outcome, Verdict},
    jurisdiction::Jurisdiction,
    offering::Content,
};
use interlocal_pages::{
    components::{
        answer::AnswerMark,
        references::{BodyRef, CategoryRef, PlaceRef, SourceRef},
        verdict::VerdictBadge,
    },
    words::{Asker, Names},
};
use interlocal_portal::Snapshot;

impl Visit {
    /// A body, as it stands now: one that was merged is the one it was merged into.
    pub fn body(&self, id: &OrganizationId) -> BodyRef {
        let id = self.snapshot.directory.canonical(id);
        let known = self.snapshot.directory.organization(id);
        BodyRef {
            slug: id.to_string(),
            name: self.snapshot.directory.organization_name(id).to_owned(),
            website: known.and_then(|body| body.website.clone()),
        }
    }

    /// A category.
    pub fn category(&self, slug: &CategoryId) -> CategoryRef {
        CategoryRef {
            slug: slug.to_string(),
            name: self.app.portal.vocabulary().name(slug).to_owned(),
        }
    }

    /// The category that a category stands under.
    pub fn category_above(&self, slug: &CategoryId) -> Option<CategoryRef> {
        let above = self.app.portal.vocabulary().get(slug)?.parent.as_ref()?;
        Some(self.category(above))
    }

    /// A government.
    pub fn place_ref(&self, place: &PlaceId) -> PlaceRef {
        PlaceRef {
            key: place.to_string(),
            name: self.snapshot.directory.full_name(place),
        }
    }

    /// Kind or legal type of a government: `city`, `county`.
    pub fn kind_label(row: &Jurisdiction) -> String {
        match row.legal_type() {
            "" => row.key.kind().label().to_owned(),
            legal_type => legal_type.to_owned(),
        }
    }

    /// Postal code of the chosen government's state.
    pub fn postal(&self) -> Option<&str> {
        let row = self.snapshot.directory.jurisdiction(self.place()?)?;
        Some(row.state.as_str())
    }

    /// The chosen government as sentences speak of it.
    pub fn asker(&self) -> Option<Asker> {
        let place = self.place()?;
        let row = self.snapshot.directory.jurisdiction(place)?;
        Some(Asker {
            name: self.snapshot.directory.name(place).to_owned(),
            kind: row.key.kind(),
        })
    }

    /// Calls with names for everything that sentences speak of.
    pub fn with_names<T>(&self, speak: impl FnOnce(&Names<'_>) -> T) -> T {
        with_names_of(&self.snapshot, None, speak)
    }
}

/// Names for words about a listing that may not be public yet.
pub fn with_names_of<T>(
    snapshot: &Snapshot,
    own: Option<&Content>,
    speak: impl FnOnce(&Names<'_>) -> T,
) -> T {
    let directory = &snapshot.directory;
    let place = |id: &PlaceId| directory.full_name(id);
    let organization = |id: &OrganizationId| directory.organization_name(id).to_owned();
    let program = |id: &ProgramId| match own {
        Some(own) if own.slug.as_str() == id.as_str() => own.title.clone(),
        _ => snapshot.program_name(id),
    };
    let supplier = |id: &SupplierId| id.to_string();
    let participation = |id: &str| {
        let record = snapshot
            .register
            .records
            .all()
            .find(|record| record.id == id)?;
        let who = directory.full_name(&record.who);
        Some(format!(
            "{who} takes part in {}",
            snapshot.program_name(&record.program)
        ))
    };
    speak(&Names {
        place: &place,
        organization: &organization,
        program: &program,
        supplier: &supplier,
        participation: &participation,
    })
}

/// A source with its date.
pub fn source(words: &str, checked_on: NaiveDate) -> SourceRef {
    SourceRef {
        words: words.to_owned(),
        checked_on,
    }
}

/// The badge of a verdict.
pub fn badge(verdict: &Verdict) -> VerdictBadge {
    VerdictBadge {
        outcome: verdict.outcome,
        step_count: verdict.chain.steps_left().len(),
    }
}

/// The mark of an answer; `steps` where all its evidence takes as many.
pub fn mark(answer: AnswerWord, steps: usize) -> AnswerMark {
    match answer {
        AnswerWord::YesConfirmed => AnswerMark::Yes,
        AnswerWord::AfterSteps => AnswerMark::AfterSteps(steps),
        AnswerWord::Listed => AnswerMark::Listed,
        AnswerWord::No => AnswerMark::No,
        AnswerWord::NotRecorded => AnswerMark::NotRecorded,
    }
}

/// The steps that every one of these verdicts leaves; 0 where they differ.
pub fn common_steps<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> usize {
    let mut counts = verdicts
        .filter(|verdict| verdict.outcome == Outcome::AfterSteps)
        .map(|verdict| verdict.chain.steps_left().len());
    let first = counts.next().unwrap_or(0);
    if counts.all(|count| count == first) {
        first
    } else {
        0
    }
}
