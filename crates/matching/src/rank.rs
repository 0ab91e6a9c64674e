//! The ranking: gates, factors, order, first view.

use crate::{
    ask::ask_cards,
    candidate::{BodyId, Candidate, Seeker},
    explain,
    floor::{FirstView, first_view},
    gate::{GateSet, gates},
    model::Model,
    need::Need,
    order::{Standing, in_order},
    record::{Record, Relation, Source},
    result::{AskCard, Card, Excluded, MatchResult},
    strip::{Strip, strip},
};
use chrono::NaiveDate;

/// What every part of a match looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query<'a> {
    pub(crate) model: &'a Model,
    pub(crate) seeker: &'a Seeker,
    pub(crate) need: &'a Need,
    pub(crate) as_of: NaiveDate,
}

impl Query<'_> {
    /// The records that the seeker may know of; nothing else is ever looked at.
    pub(crate) fn visible<'c>(&self, candidate: &'c Candidate) -> impl Iterator<Item = &'c Record> {
        candidate
            .records
            .iter()
            .filter(|record| record.is_visible_to(&self.seeker.id))
    }

    /// Whether a record is a dated no by the body itself that is not too old;
    /// any other no is read as no record.
    pub(crate) fn is_current_no(&self, record: &Record) -> bool {
        let by_body = record.source == Some(Source::ConfirmedByBody);
        let says_no = record.relation == Relation::DoesNotOffer;
        let age = record.age_days(self.as_of);
        by_body && says_no && age.is_some_and(|days| days <= self.model.no_answer_expires_days)
    }
}

/// Whether the seeker may know of a record of the body; a no that is too old is none.
pub(crate) fn has_record(query: &Query<'_>, candidate: &Candidate) -> bool {
    query
        .visible(candidate)
        .any(|r| r.relation != Relation::DoesNotOffer || query.is_current_no(r))
}

/// An order of candidates. Explanations are written by [`Ranking::result`] and
/// [`Ranking::card`], for as many cards as are shown.
#[derive(Debug)]
pub struct Ranking<'a> {
    query: Query<'a>,
    ranked: Vec<Standing<'a>>,
    view: FirstView,
    strip: Strip,
    excluded: Vec<Excluded>,
    ask_cards: Vec<AskCard>,
}

/// Ranks candidates for a seeker's need on a date. The same input in any order
/// gives the same answer; records the seeker may not see change nothing in it.
pub fn rank<'a>(
    model: &'a Model,
    seeker: &'a Seeker,
    need: &'a Need,
    candidates: &'a [Candidate],
    as_of: NaiveDate,
) -> Ranking<'a> {
    let query = Query {
        model,
        seeker,
        need,
        as_of,
    };
    let mut standings = Vec::new();
    let mut excluded = Vec::new();
    for candidate in candidates.iter().filter(|c| !c.is_same_entity(seeker)) {
        match stand(&query, candidate) {
            Ok(standing) => standings.push(standing),
            Err(failed) if failed.is_empty() => {}
            Err(failed) => excluded.push(Excluded {
                id: candidate.id.clone(),
                gates: failed.to_vec(),
                name: candidate.name.clone(),
                is_near: candidate.is_in_state_of(seeker) || candidate.serves_area,
            }),
        }
    }
    excluded.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let ranked = in_order(&query, standings);
    Ranking {
        view: first_view(&query, &ranked),
        strip: strip(&query, candidates),
        ask_cards: ask_cards(&query, candidates, &ranked),
        query,
        ranked,
        excluded,
    }
}

/// The best of a candidate's records, or the gates that they fail.
fn stand<'a>(query: &Query<'_>, candidate: &'a Candidate) -> Result<Standing<'a>, GateSet> {
    let mut best: Option<Standing<'a>> = None;
    let mut failed = GateSet::default();
    let ranked = |record: &&Record| record.relation != Relation::DoesNotOffer;
    for record in query.visible(candidate).filter(ranked) {
        let report = gates(query, query.need.intent, candidate, record);
        if !report.failed.is_empty() {
            failed = failed.union(report.failed);
            continue;
        }
        let standing = Standing::new(query, candidate, record, report);
        if best.as_ref().is_none_or(|best| standing.is_before(best)) {
            best = Some(standing);
        }
    }
    best.ok_or(failed)
}

impl Ranking<'_> {
    /// The answer, with the cards of the first view and of the first so many of
    /// the others (`usize::MAX` for all).
    pub fn result(&self, more_cards: usize) -> MatchResult {
        let shown = explain::shown(&self.query, &self.first_view());
        let more = self.more();
        let cards = self
            .first_view()
            .into_iter()
            .chain(more.iter().copied().take(more_cards));
        MatchResult {
            strip: self.strip.clone(),
            cards: cards
                .map(|s| explain::card(&self.query, s, &shown.factors))
                .collect(),
            first_view: ids(&self.first_view()),
            more: ids(&more),
            moves: self.view.moves.clone(),
            excluded: self.excluded.clone(),
            ask_cards: self.ask_cards.clone(),
            shared_by_all_shown: shown.factors,
            shared_facts: shown.facts,
        }
    }

    /// The card of one candidate; none where it is not ranked.
    pub fn card(&self, id: &BodyId) -> Option<Card> {
        let standing = self.ranked.iter().find(|s| s.candidate.id == *id)?;
        let shown = explain::shown(&self.query, &self.first_view());
        Some(explain::card(&self.query, standing, &shown.factors))
    }

    fn first_view(&self) -> Vec<&Standing<'_>> {
        self.view
            .places
            .iter()
            .filter_map(|place| self.ranked.get(*place))
            .collect()
    }

    fn more(&self) -> Vec<&Standing<'_>> {
        let places = &self.view.places;
        let others = self.ranked.iter().enumerate();
        others
            .filter(|(place, _)| places.binary_search(place).is_err())
            .map(|(_, standing)| standing)
            .collect()
    }
}

fn ids(standings: &[&Standing<'_>]) -> Vec<BodyId> {
    standings.iter().map(|s| s.candidate.id.clone()).collect()
}
