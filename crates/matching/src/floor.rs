//! The level floor: every level with somebody to show is shown, at a bounded
//! cost, and never over one who is better however the unknowns turn out.

use crate::{
    order::Standing,
    rank::Query,
    result::{Move, MoveEffect},
    score::rounded,
};

/// Places in the key order that make up the first view, and what was moved for it.
#[derive(Debug)]
pub(crate) struct FirstView {
    pub(crate) places: Vec<usize>,
    pub(crate) moves: Vec<Move>,
}

/// Takes the first n and makes room for each level that is missing among them.
pub(crate) fn first_view(query: &Query<'_>, ranked: &[Standing<'_>]) -> FirstView {
    let level = |place: usize| ranked.get(place).map(|s| s.candidate.counts_as());
    let mut kept: Vec<usize> = (0..ranked.len().min(query.model.first_view_n)).collect();
    let mut promoted: Vec<usize> = Vec::new();
    let mut moves = Vec::new();
    for lane in &query.model.levels {
        if kept.iter().any(|place| level(*place) == Some(*lane)) {
            continue;
        }
        let best = ranked
            .iter()
            .enumerate()
            .find(|(_, s)| s.candidate.counts_as() == *lane);
        let Some((best_place, best)) = best else {
            continue;
        };
        let surplus = kept.iter().rposition(|place| {
            kept.iter()
                .filter(|other| level(**other) == level(*place))
                .count()
                >= 2
        });
        let last = surplus.and_then(|at| Some((at, ranked.get(*kept.get(at)?)?)));
        let effect = effect(query, best, last.map(|(_, standing)| standing));
        if let (MoveEffect::Displaced { .. }, Some((at, _))) = (&effect, last) {
            kept.remove(at);
        }
        promoted.push(best_place);
        moves.push((
            best_place,
            Move {
                lane: *lane,
                promoted: best.candidate.id.clone(),
                effect,
                scored_higher: 0,
            },
        ));
    }
    let mut places = kept;
    places.append(&mut promoted);
    places.sort_unstable();
    let moves = moves.into_iter().map(|(place, moved)| Move {
        scored_higher: place - places.iter().filter(|shown| **shown < place).count(),
        ..moved
    });
    FirstView {
        moves: moves.collect(),
        places,
    }
}

fn effect(query: &Query<'_>, best: &Standing<'_>, last: Option<&Standing<'_>>) -> MoveEffect {
    let delta = query.model.delta_points;
    match last {
        None => MoveEffect::Extended {
            why_extended: "no surplus level".to_owned(),
        },
        Some(last) if last.factors.dominate(&best.factors) => MoveEffect::Extended {
            why_extended: "dominated".to_owned(),
        },
        Some(last) if !last.score.is_within(delta, &best.score) => MoveEffect::Extended {
            why_extended: format!("gap over {delta}"),
        },
        Some(last) => MoveEffect::Displaced {
            moved_to_more: last.candidate.id.clone(),
            gap: rounded(last.score.gap_above(&best.score), 1),
        },
    }
}
