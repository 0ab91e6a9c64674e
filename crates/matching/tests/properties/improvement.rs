//! Knowing more, and being better, never hurts.

use crate::world::{World, weight_sum, weighted, world};
use interlocal_matching::{
    BodyId, Candidate, Card, CategoryMatch, CrossState, Eligibility, EligibilityVerdict, Factor,
    Model, Placement, Regime, Relation, Source, Status, Willing,
};
use proptest::prelude::*;

/// One fact of a candidate made better, the same in all its records.
fn improve(world: &World, body: &mut Candidate, fact: usize) {
    let seeks_apart = world.need.placement == Placement::Apart;
    for record in &mut body.records {
        match fact {
            0 => record.willing = Some(Willing::AcceptingNow),
            1 => record.ready = Model::default().readiness_items,
            2 => record.source = Some(Source::ConfirmedByBody),
            3 => record.confirmed_on = Some(world.as_of),
            4 => record.eligible = Eligibility::Verdict(EligibilityVerdict::Pass),
            5 => record.size_range = Some((Some(1), None)),
            6 => record.regimes = [("CJIS".to_owned(), Some(Regime::Attested))].into(),
            7 => record.category_match = CategoryMatch::Exact,
            8 => record.site_distance_mi = Some(150.0),
            9 => record.pref_match = Some(1.0),
            10 => record.status = Status::Active,
            11 => record.expires = None,
            12 => record.customer_pops.push(18_500),
            _ => {}
        }
    }
    match fact {
        13 => body.agreements += 1,
        14 => body.memberships += 1,
        15 => body.serves_area = true,
        16 => body.cross_state = Some(CrossState::Permitted),
        17 => body.distance_mi = Some(if seeks_apart { 150.0 } else { 1.0 }),
        18 => body.pop = Some(18_500),
        19 => body.opted_out = false,
        _ => {}
    }
}

fn card(world: &World, id: &BodyId) -> Option<Card> {
    world.result().cards.into_iter().find(|card| card.id == *id)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn p3_improving_a_fact_never_lowers_and_never_drops_from_the_view(
        world in world(), which in any::<prop::sample::Index>(), fact in 0_usize..20,
    ) {
        prop_assume!(!world.candidates.is_empty());
        let at = which.index(world.candidates.len());
        let mut better = world.clone();
        improve(&world, &mut better.candidates[at], fact);
        let id = &world.candidates[at].id;
        let (before, after) = (world.key_order(), better.key_order());
        if let Some(place) = before.iter().position(|other| other == id) {
            let now = after.iter().position(|other| other == id).expect("still ranked");
            for lower in &before[place + 1..] {
                let theirs = after.iter().position(|other| other == lower);
                prop_assert!(theirs > Some(now), "{lower} overtook {id} by fact {fact}");
            }
            if world.result().first_view.contains(id) {
                prop_assert!(better.result().first_view.contains(id), "{id} dropped by fact {fact}");
            }
        }
    }

    #[test]
    fn p8_points_add_up_and_the_score_lies_in_its_range(world in world()) {
        let model = Model::default();
        for card in world.result().cards {
            let point = weighted(&card, |v| v.point);
            let (low, high) = (weighted(&card, |v| v.low), weighted(&card, |v| v.high));
            prop_assert!(low <= point && point <= high);
            let exact = |x: u64| x as f64 / (100 * weight_sum(&card)) as f64;
            prop_assert!((exact(point) - card.score).abs() < 0.006);
            prop_assert!((exact(low) - card.range[0]).abs() < 0.006);
            prop_assert!((exact(high) - card.range[1]).abs() < 0.006);
            let sum: f64 = card.points.0.iter().map(|(_, points)| points).sum();
            prop_assert!((sum - card.score).abs() < 0.05, "{sum} is not {}", card.score);
            let confidence = 10_000 - (high - low) / weight_sum(&card);
            prop_assert_eq!((card.confidence * 10_000.0).round() as u64, confidence);
            for (_, value) in card.factors_bp.iter() {
                prop_assert!(value.low <= value.point && value.point <= value.high && value.high <= 10_000);
            }
            prop_assert_eq!(card.band, model.bands.of(card.score));
        }
    }

    #[test]
    fn p9_resolving_an_unknown_stays_inside_the_range(
        world in world(), which in any::<prop::sample::Index>(), fact in 0_usize..9, worth in 0_usize..3,
    ) {
        prop_assume!(!world.candidates.is_empty());
        let at = which.index(world.candidates.len());
        let mut world = world.clone();
        world.candidates[at].records.truncate(1);
        let mut known = world.clone();
        let resolved = resolve(&world, &mut known.candidates[at], fact, worth);
        let id = &world.candidates[at].id;
        if let (true, Some(before), Some(after)) = (resolved, card(&world, id), card(&known, id)) {
            prop_assert!(weighted(&after, |v| v.point) >= weighted(&before, |v| v.low), "fact {fact}");
            prop_assert!(weighted(&after, |v| v.point) <= weighted(&before, |v| v.high), "fact {fact}");
            if worth == 2 {
                let place = |world: &World| world.key_order().iter().position(|other| other == id);
                prop_assert!(place(&known) <= place(&world), "fact {fact}");
            }
        }
    }

    #[test]
    fn p10_what_is_unknown_never_excludes(world in world()) {
        let mut silent = world.clone();
        for body in &mut silent.candidates {
            body.cross_state = None;
            body.pop = None;
            body.distance_mi = None;
            for record in &mut body.records {
                record.eligible = Eligibility::NotStated;
                record.regimes.clear();
                record.size_range = None;
                record.willing = None;
                record.confirmed_on = None;
                record.site_distance_mi = None;
                record.expires = None;
                record.status = Status::Active;
            }
            body.opted_out = false;
        }
        let result = silent.result();
        prop_assert_eq!(&result.excluded, &[]);
        for body in &silent.candidates {
            let mut visible = body.records.iter().filter(|r| r.is_visible_to(&silent.seeker.id));
            let has_record = visible.any(|r| r.relation != Relation::DoesNotOffer);
            let shown = result.cards.iter().any(|card| card.id == body.id);
            prop_assert_eq!(shown, has_record);
        }
        for card in &result.cards {
            let unknown = card.factors_bp.iter().any(|(f, v)| f != Factor::Need && !v.is_known());
            prop_assert!(!unknown || !card.ask.is_empty());
        }
    }
}

/// Fills in one fact that was unknown, as bad, middling or good; says whether it was.
fn resolve(world: &World, body: &mut Candidate, fact: usize, worth: usize) -> bool {
    let Some(record) = body.records.first_mut() else {
        return false;
    };
    let pick = |values: [f64; 3]| values[worth];
    match fact {
        0 if record.willing.is_none() => {
            record.willing = Some([Willing::Open, Willing::Open, Willing::AcceptingNow][worth]);
        }
        1 if record.eligible == Eligibility::NotStated => {
            record.eligible = Eligibility::Verdict(EligibilityVerdict::Pass);
        }
        2 if record.regime("CJIS").is_none() => {
            let state = [Regime::Partial, Regime::Partial, Regime::Attested][worth];
            record.regimes.insert("CJIS".to_owned(), Some(state));
        }
        3 if record.site_distance_mi.is_none() => {
            record.site_distance_mi = Some(pick([1.0, 60.0, 150.0]));
        }
        4 if body.distance_mi.is_none() => {
            let near = world.need.placement == Placement::Near;
            body.distance_mi = Some(pick(if near {
                [300.0, 40.0, 0.0]
            } else {
                [1.0, 60.0, 150.0]
            }));
        }
        5 if body.pop.is_none() => body.pop = Some([1_000_000, 40_000, 18_500][worth]),
        6 if record.customer_pops.is_empty() && record.size_range.is_none() => {
            record
                .customer_pops
                .push([1_000_000, 40_000, 18_500][worth]);
        }
        7 if record.size_range.is_none() && record.customer_pops.is_empty() => {
            record.size_range = Some((None, Some(100_000)));
        }
        8 if body.cross_state.is_none() => body.cross_state = Some(CrossState::Permitted),
        _ => return false,
    }
    true
}
