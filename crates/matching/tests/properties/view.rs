//! The first view: every level, at a bounded cost, in the order of the scores.

use crate::world::{weight_sum, world};
use interlocal_catalog::organization::Level;
use interlocal_matching::{BodyId, Card, result::MoveEffect};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn p6_every_level_with_somebody_to_show_is_in_the_first_view(world in world()) {
        let result = world.result();
        let levels = |ids: &[BodyId]| -> BTreeSet<Level> { ids.iter().map(|id| world.level_of(id)).collect() };
        prop_assert_eq!(levels(&result.first_view), levels(&world.key_order()));
    }

    #[test]
    fn p7_the_view_is_small_and_nobody_pays_much_for_it(world in world()) {
        let result = world.result();
        let order = world.key_order();
        let card = |id: &BodyId| -> &Card { result.cards.iter().find(|c| c.id == *id).expect("a card") };
        prop_assert!(result.first_view.len() <= 8);
        prop_assert!(result.moves.len() <= 2);
        let stayed = order.iter().take(6).filter(|id| result.first_view.contains(id)).count();
        prop_assert!(stayed >= order.len().min(4));
        for moved in &result.moves {
            let promoted = card(&moved.promoted);
            prop_assert_eq!(promoted.level, moved.lane);
            let scored_higher = order.iter().take_while(|id| **id != moved.promoted);
            let hidden = scored_higher.filter(|id| result.more.contains(id)).count();
            prop_assert_eq!(moved.scored_higher, hidden);
            match &moved.effect {
                MoveEffect::Displaced { moved_to_more, gap } => {
                    let displaced = card(moved_to_more);
                    prop_assert!(result.more.contains(moved_to_more));
                    prop_assert!(!displaced.factors_bp.dominate(&promoted.factors_bp));
                    let numerators = world.numerator(displaced) - world.numerator(promoted);
                    prop_assert!(numerators <= 1_500 * weight_sum(displaced));
                    prop_assert!((0.0..=15.0).contains(gap));
                }
                MoveEffect::Extended { why_extended } => {
                    prop_assert!(result.first_view.len() > order.len().min(6) - result.moves.len());
                    let reasons = ["dominated", "gap over 15", "no surplus level"];
                    prop_assert!(reasons.contains(&why_extended.as_str()));
                }
            }
        }
        let displaced = result.moves.iter().filter(|m| matches!(m.effect, MoveEffect::Displaced { .. })).count();
        prop_assert_eq!(result.first_view.len(), order.len().min(6) + result.moves.len() - displaced);
        if result.moves.is_empty() {
            prop_assert_eq!(&result.first_view, &order[..order.len().min(6)]);
        }
    }

    #[test]
    fn p7_one_who_makes_room_is_the_last_of_a_level_with_two(world in world()) {
        let result = world.result();
        let order = world.key_order();
        let mut kept: Vec<_> = order.iter().take(6).cloned().collect();
        let has_two = |kept: &[BodyId], id: &BodyId| {
            kept.iter().filter(|other| world.level_of(other) == world.level_of(id)).count() >= 2
        };
        for moved in &result.moves {
            let last = kept.iter().rposition(|id| has_two(&kept, id));
            if let MoveEffect::Displaced { moved_to_more, .. } = &moved.effect {
                let last = last.expect("a level with two");
                prop_assert_eq!(moved_to_more, &kept[last]);
                kept.remove(last);
            } else if matches!(&moved.effect, MoveEffect::Extended { why_extended } if why_extended == "no surplus level") {
                prop_assert_eq!(last, None);
            }
        }
    }

    #[test]
    fn p13_p14_view_and_more_are_all_who_passed_once_each_in_order(world in world()) {
        let result = world.result();
        let order = world.key_order();
        let places = |ids: &[BodyId]| -> Vec<usize> {
            ids.iter().filter_map(|id| order.iter().position(|other| other == id)).collect()
        };
        let (view, more) = (places(&result.first_view), places(&result.more));
        prop_assert!(view.is_sorted() && more.is_sorted());
        let mut all: Vec<_> = view.into_iter().chain(more).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..order.len()).collect::<Vec<_>>());
        for out in &result.excluded {
            prop_assert!(!out.gates.is_empty());
            prop_assert!(!order.contains(&out.id));
        }
        let shown: Vec<_> = result.cards.iter().map(|card| card.id.clone()).collect();
        prop_assert_eq!(shown, [result.first_view, result.more].concat());
    }
}

/// Only the cards that are asked for are written.
#[test]
fn cards_are_written_for_the_first_view_and_so_many_of_the_others() {
    use crate::world::base;
    use interlocal_matching::{Model, cases::read_cases, rank};
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/cases/matching_cases.json"
    );
    let json = std::fs::read_to_string(path).expect("the worked cases can be read");
    let file = read_cases(&json).expect("well formed");
    let case = file.cases.iter().find(|case| case.n == 4).expect("case 4");
    let model = Model::default();
    let ranking = rank(&model, &case.seeker, &case.need, &case.candidates, base());
    assert_eq!(ranking.result(0).cards.len(), 6);
    assert_eq!(ranking.result(1).cards.len(), 7);
    assert_eq!(ranking.result(9).cards.len(), 8);
    let last = ranking.result(9).cards.pop().expect("a card");
    assert_eq!(ranking.card(&last.id), Some(last));
    assert_eq!(ranking.card(&BodyId::from("xa-cio")), None);
}
