//! The answer sheet of a jurisdiction: every category, with its evidence.

use crate::{Error, Judged, Portal, Snapshot, standings::Standings};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId,
    answer::{
        AnswerWord, CategoryFit, Class, Nearness, OfferingRow, STATEMENT_VALID_DAYS, StatementOfNo,
        StatementRow, fold,
    },
    eligibility::Asker,
    organization::Level,
    policy::Actor,
};
use interlocal_store::MomentsOfNo;
use std::{collections::HashMap, sync::Arc};

/// The answer of one category.
pub struct CategoryAnswer {
    /// The category.
    pub category: CategoryId,
    /// The answer.
    pub answer: AnswerWord,
    /// The class that decided.
    pub decided_by: Class,
    /// The offerings that decide, first in line first; at most a few of them.
    pub offerings: Vec<Judged>,
    /// The statements that decide.
    pub statements: Vec<StatementOfNo>,
    /// How many rows decide.
    pub decided_count: usize,
    /// The office to ask where nothing is recorded.
    pub ask: Option<OrganizationId>,
}

/// A category of the first level with those under it.
pub struct SheetRow {
    /// The first-level category.
    pub answer: CategoryAnswer,
    /// The second level.
    pub children: Vec<CategoryAnswer>,
}

/// An answer, and what decides it.
pub(crate) struct Ground {
    /// The answer.
    pub answer: AnswerWord,
    /// Rows of the offerings that decide.
    pub offerings: Vec<i32>,
}

/// Offerings shown as evidence of one answer.
const EVIDENCE: usize = 3;

/// Who asks, and everything that is the same for each category.
struct Inquiry<'a> {
    snapshot: &'a Snapshot,
    asker: Asker,
    standings: Arc<Standings>,
    own_cio: Option<OrganizationId>,
    nearness: HashMap<&'a OrganizationId, Nearness>,
}

/// An answer before its evidence is read.
struct Bare<'a> {
    answer: CategoryAnswer,
    evidence: Vec<&'a str>,
}

impl Portal {
    /// The answers of every category for a jurisdiction; the evidence is read with one query.
    pub async fn answer_sheet(
        &self,
        actor: &Actor,
        place: &PlaceId,
    ) -> Result<Vec<SheetRow>, Error> {
        let snapshot = self.view(actor);
        let inquiry = self.inquiry(&snapshot, named(&snapshot, place)?)?;
        let mut bare: Vec<Bare<'_>> = self
            .vocabulary
            .all()
            .iter()
            .map(|category| self.answer(&inquiry, &category.slug))
            .collect();
        self.read_evidence(&snapshot, place, &mut bare).await?;
        let mut rows: Vec<SheetRow> = Vec::new();
        for (category, bare) in self.vocabulary.all().iter().zip(bare) {
            match (&category.parent, rows.last_mut()) {
                (Some(_), Some(row)) => row.children.push(bare.answer),
                _ => rows.push(SheetRow {
                    answer: bare.answer,
                    children: Vec::new(),
                }),
            }
        }
        Ok(rows)
    }

    /// The words of answers alone, without evidence, for any asker.
    pub(crate) fn answer_words(
        &self,
        snapshot: &Snapshot,
        asker: Asker,
        categories: &[CategoryId],
    ) -> Result<Vec<AnswerWord>, Error> {
        let inquiry = self.inquiry(snapshot, asker)?;
        Ok(categories
            .iter()
            .map(|category| self.answer(&inquiry, category).answer.answer)
            .collect())
    }

    /// The answers with what decides them, for any asker.
    pub(crate) fn answer_grounds(
        &self,
        snapshot: &Snapshot,
        asker: Asker,
        categories: &[CategoryId],
    ) -> Result<Vec<Ground>, Error> {
        let inquiry = self.inquiry(snapshot, asker)?;
        let grounds = categories.iter().map(|category| {
            let bare = self.answer(&inquiry, category);
            let slugs = bare.evidence.iter();
            let found = slugs.filter_map(|slug| {
                let slug = interlocal_catalog::OfferingId::new(*slug);
                Some(snapshot.shelf.by_slug(&slug)?.id)
            });
            Ground {
                answer: bare.answer.answer,
                offerings: found.collect(),
            }
        });
        Ok(grounds.collect())
    }

    /// The answer of one category.
    pub async fn answer_for(
        &self,
        actor: &Actor,
        place: &PlaceId,
        category: &CategoryId,
    ) -> Result<CategoryAnswer, Error> {
        let snapshot = self.view(actor);
        let inquiry = self.inquiry(&snapshot, named(&snapshot, place)?)?;
        let mut bare = vec![self.answer(&inquiry, category)];
        self.read_evidence(&snapshot, place, &mut bare).await?;
        bare.pop().map(|bare| bare.answer).ok_or(Error::NotFound)
    }

    /// For each category, when a no that counts for the asker was said or taken back
    /// last.
    pub(crate) fn nos_changed(
        &self,
        snapshot: &Snapshot,
        asker: Asker,
        categories: &[&CategoryId],
        said: &[MomentsOfNo],
    ) -> Result<Vec<Option<DateTime<Utc>>>, Error> {
        let inquiry = self.inquiry(snapshot, asker)?;
        let counts = |one: &&MomentsOfNo, category: &CategoryId| {
            let statement = &one.statement;
            let row = [inquiry.row(statement, CategoryFit::Within)];
            let kinds = &inquiry.asker.own().kinds;
            self.vocabulary.within(&statement.category, category)
                && fold(&[], &row, kinds, statement.said_on, STATEMENT_VALID_DAYS).decided_by
                    == Class::No
        };
        let changed = categories.iter().map(|category| {
            let said = said.iter().filter(|one| counts(one, category));
            said.map(MomentsOfNo::changed_at).max()
        });
        Ok(changed.collect())
    }

    fn inquiry<'a>(&self, snapshot: &'a Snapshot, asker: Asker) -> Result<Inquiry<'a>, Error> {
        let standings = self.standings_of(snapshot, &asker).ok_or(Error::NotFound)?;
        let own_cio = own_cio(snapshot, &asker);
        let nearness = snapshot
            .directory
            .organizations()
            .map(|body| {
                let serves = body.serves.iter().any(|place| asker.places.contains(place));
                let nearness = if own_cio.as_ref() == Some(&body.id) {
                    Nearness::OwnCio
                } else if serves && body.level != Level::State {
                    Nearness::Serves
                } else {
                    Nearness::Other
                };
                (&body.id, nearness)
            })
            .collect();
        Ok(Inquiry {
            snapshot,
            asker,
            standings,
            own_cio,
            nearness,
        })
    }

    fn answer<'a>(&self, inquiry: &Inquiry<'a>, category: &CategoryId) -> Bare<'a> {
        let today = self.clock.today();
        let vocabulary = &self.vocabulary;
        let fit = |known: &CategoryId| {
            if vocabulary.within(known, category) {
                CategoryFit::Within
            } else if vocabulary.within(category, known) {
                CategoryFit::Wider
            } else {
                CategoryFit::Other
            }
        };
        let near = |body: &OrganizationId| {
            inquiry
                .nearness
                .get(body)
                .copied()
                .unwrap_or(Nearness::Other)
        };
        let shelf = &inquiry.snapshot.shelf;
        let related = std::iter::once(category)
            .chain(vocabulary.children(category).map(|child| &child.slug))
            .chain(
                vocabulary
                    .get(category)
                    .and_then(|known| known.parent.as_ref()),
            );
        let own_cio = inquiry.own_cio.as_ref();
        let rows: Vec<OfferingRow<'a>> = related
            .flat_map(|slug| {
                let fit = fit(slug);
                shelf
                    .in_category(slug)
                    .iter()
                    .map(move |shelved| (fit, shelved))
            })
            .filter_map(|(fit, shelved)| {
                let rules = inquiry.standings.of(shelved.rule_set)?;
                // Most of a large catalog is for other places and says nothing here.
                if rules.elsewhere && own_cio != Some(&shelved.provider) {
                    return None;
                }
                Some(OfferingRow {
                    id: shelved.slug.as_str(),
                    fit,
                    provider: near(&shelved.provider),
                    checked_on: shelved.checked_on,
                    standing: shelved.standing(rules, today),
                    confidence: shelved.confidence(today),
                })
            })
            .collect();
        let all = inquiry.snapshot.register.statements.iter();
        let statements: Vec<StatementRow<'a>> = all
            .map(|statement| inquiry.row(statement, fit(&statement.category)))
            .collect();
        let kinds = &inquiry.asker.own().kinds;
        let answer = fold(&rows, &statements, kinds, today, STATEMENT_VALID_DAYS);
        let shown: Vec<&'a str> = answer.shown_first;
        let said = |id: &&&str| statements.iter().find(|row| row.statement.id == **id);
        Bare {
            answer: CategoryAnswer {
                category: category.clone(),
                answer: answer.answer,
                decided_by: answer.decided_by,
                offerings: Vec::new(),
                statements: shown
                    .iter()
                    .filter_map(|id| said(&id))
                    .map(|row| row.statement.clone())
                    .collect(),
                decided_count: shown.len(),
                ask: inquiry.own_cio.clone().filter(|_| answer.ask),
            },
            evidence: shown,
        }
    }

    async fn read_evidence(
        &self,
        snapshot: &Snapshot,
        place: &PlaceId,
        answers: &mut [Bare<'_>],
    ) -> Result<(), Error> {
        let shelved = |slug: &str| {
            let slug = interlocal_catalog::OfferingId::new(slug);
            snapshot.shelf.by_slug(&slug).cloned()
        };
        let first = |bare: &Bare<'_>| -> Vec<_> {
            bare.evidence
                .iter()
                .filter_map(|slug| shelved(slug))
                .take(EVIDENCE)
                .collect()
        };
        let mut wanted: Vec<_> = answers.iter().flat_map(&first).collect();
        wanted.sort_by_key(|shelved| shelved.id);
        wanted.dedup_by_key(|shelved| shelved.id);
        let judged: HashMap<i32, Judged> = self
            .judged(snapshot, &wanted, Some(place))
            .await?
            .into_iter()
            .map(|judged| (judged.shelved.id, judged))
            .collect();
        for bare in answers {
            bare.answer.offerings = first(bare)
                .iter()
                .filter_map(|s| judged.get(&s.id).cloned())
                .collect();
        }
        Ok(())
    }
}

impl Inquiry<'_> {
    /// A statement as who asks looks at it.
    fn row<'s>(&self, statement: &'s StatementOfNo, fit: CategoryFit) -> StatementRow<'s> {
        let body = self.snapshot.directory.organization(&statement.by);
        let nearness = self.nearness.get(&statement.by).copied();
        let places = &self.asker.places;
        StatementRow {
            statement,
            fit,
            by: nearness.unwrap_or(Nearness::Other),
            serves: body.is_some_and(|body| body.serves.iter().any(|one| places.contains(one))),
        }
    }
}

/// The government with this key, as the rules look at it.
fn named(snapshot: &Snapshot, place: &PlaceId) -> Result<Asker, Error> {
    snapshot.directory.asker(place).ok_or(Error::NotFound)
}

/// The CIO office of the state that a government lies in.
pub(crate) fn own_cio(snapshot: &Snapshot, asker: &Asker) -> Option<OrganizationId> {
    let head = asker.bodies.last()?.rows.first()?;
    snapshot
        .directory
        .cio_office(head)
        .map(|office| office.organization.clone())
}
