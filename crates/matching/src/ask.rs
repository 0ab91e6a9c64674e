//! Ask cards: where a level has nobody to show, the body that serves the
//! seeker's area is named, to be asked.

use crate::{
    candidate::{BodyLevel, Candidate},
    order::Standing,
    rank::{Query, has_record},
    result::AskCard,
};

/// One card for each level that has nobody to show and somebody to ask. The
/// state CIO's office has the strip instead.
pub(crate) fn ask_cards(
    query: &Query<'_>,
    candidates: &[Candidate],
    ranked: &[Standing<'_>],
) -> Vec<AskCard> {
    let empty = query.model.levels.iter().filter(|level| {
        !ranked
            .iter()
            .any(|standing| standing.candidate.counts_as() == **level)
    });
    empty
        .filter_map(|level| {
            let first = candidates
                .iter()
                .filter(|body| body.counts_as() == *level && may_be_asked(query, body))
                .min_by_key(|body| &body.id)?;
            Some(AskCard {
                id: first.id.clone(),
                name: first.name.clone(),
                level: *level,
            })
        })
        .collect()
}

fn may_be_asked(query: &Query<'_>, body: &Candidate) -> bool {
    body.serves_area
        && body.level != BodyLevel::StateCio
        && !body.opted_out
        && !body.is_same_entity(query.seeker)
        && !has_record(query, body)
}
