//! The order is a fixed function of what is known, not of how it was read.

use crate::world::{World, twins, world};
use chrono::{Datelike, Days};
use interlocal_matching::{BodyId, Record};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// The answer with the candidates and their records in another order.
fn shuffled(world: &World, turn: usize) -> World {
    let mut other = world.clone();
    other.candidates.reverse();
    let count = other.candidates.len().max(1);
    other.candidates.rotate_left(turn % count);
    for candidate in &mut other.candidates {
        candidate.records.reverse();
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn p1_p2_equal_input_in_any_order_gives_the_same_answer(world in world(), turn in 0_usize..40) {
        let mut world = world;
        for body in &mut world.candidates {
            let twin = body.records.first().cloned();
            body.records.extend(twin.map(|twin| Record { id: format!("0{}", twin.id), ..twin }));
        }
        let result = world.result();
        prop_assert_eq!(&world.result(), &result);
        prop_assert_eq!(&shuffled(&world, turn).result(), &result);
        prop_assert_eq!(&shuffled(&world, turn).answer(), &world.answer());
    }

    #[test]
    fn p2_twins_stand_in_the_order_of_their_hash(world in twins(), turn in 0_usize..40) {
        prop_assert_eq!(shuffled(&world, turn).answer(), world.answer());
        let week = world.as_of.iso_week();
        let hash = |id: &BodyId| {
            let text = format!("seeker|backup|{}-{}|{id}", week.year(), week.week());
            Sha256::digest(text)
        };
        let order = world.key_order();
        let mut sorted = order.clone();
        sorted.sort_by_key(hash);
        prop_assert_eq!(order, sorted);
    }

    #[test]
    fn p11_taking_one_away_leaves_the_order_of_the_others(world in world(), which in any::<prop::sample::Index>()) {
        prop_assume!(!world.candidates.is_empty());
        let mut without = world.clone();
        let gone = without.candidates.remove(which.index(world.candidates.len())).id;
        let mut expected = world.key_order();
        expected.retain(|id| *id != gone);
        prop_assert_eq!(without.key_order(), expected);
    }

    #[test]
    fn p12_who_dominates_stands_before(world in world()) {
        let cards = world.result().cards;
        let order = world.key_order();
        let place = |id: &BodyId| order.iter().position(|other| other == id);
        for a in &cards {
            for b in &cards {
                if a.factors_bp.dominate(&b.factors_bp) {
                    prop_assert!(place(&a.id) < place(&b.id), "{} dominates {}", a.id, b.id);
                }
            }
        }
    }

    #[test]
    fn p16_ids_matter_only_between_equals(world in world()) {
        let mut renamed = world.clone();
        for candidate in &mut renamed.candidates {
            candidate.id = BodyId::new(format!("x{}", candidate.id));
        }
        let scores = |world: &World| {
            let cards = world.result().cards;
            let mut merits: Vec<_> = cards.iter().map(|c| (c.score.to_bits(), c.confidence.to_bits(), c.factors_bp)).collect();
            merits.sort_by_key(|(score, confidence, factors)| {
                let factors: Vec<_> = factors.iter().map(|(_, v)| (v.low, v.point, v.high)).collect();
                (*score, *confidence, factors)
            });
            merits
        };
        prop_assert_eq!(scores(&renamed), scores(&world));
        let before = world.key_order();
        let after = renamed.key_order();
        let result = world.result();
        let merit = |id: &BodyId| result.cards.iter().find(|c| c.id == *id).map(|c| (c.score, c.confidence));
        for (a, b) in before.iter().zip(&after) {
            let b = BodyId::new(b.as_str().trim_start_matches('x'));
            prop_assert_eq!(merit(a), merit(&b));
        }
    }

    #[test]
    fn p17_the_date_acts_only_through_ages_and_the_week(world in world(), weeks in 1_u64..300) {
        let mut later = world.clone();
        let shift = Days::new(7 * weeks);
        later.as_of = later.as_of + shift;
        for record in later.candidates.iter_mut().flat_map(|c| &mut c.records) {
            record.expires = record.expires.map(|day| day + shift);
            record.confirmed_on = record.confirmed_on.map(|day| day + shift);
        }
        let facts = |world: &World| {
            let result = world.result();
            let mut cards: Vec<_> = result.cards.iter().map(|c| (c.id.clone(), c.factors_bp, c.score.to_bits())).collect();
            cards.sort_by(|a, b| a.0.cmp(&b.0));
            (cards, result.excluded, result.ask_cards, result.strip.relation)
        };
        prop_assert_eq!(facts(&later), facts(&world));
    }
}
