//! What may not be seen does not exist, and the strip never says more than is on record.

use crate::world::{is_visible, world};
use interlocal_matching::{
    BodyLevel, CategoryMatch, Record, Relation, Source, Status, StripRelation, Visibility, Willing,
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn p4_hidden_records_leave_no_trace(world in world()) {
        let answer = world.answer();
        let mut without = world.clone();
        let mut altered = world.clone();
        for (at, body) in world.candidates.iter().enumerate() {
            without.candidates[at].records.retain(|record| is_visible(&world, record));
            for (record, changed) in body.records.iter().zip(&mut altered.candidates[at].records) {
                if !is_visible(&world, record) {
                    changed.relation = Relation::Offers;
                    changed.status = Status::Active;
                    changed.willing = Some(Willing::AcceptingNow);
                    changed.id = format!("0{}", changed.id);
                    changed.confirmed_on = Some(world.as_of);
                }
            }
        }
        prop_assert_eq!(without.answer(), answer.clone());
        prop_assert_eq!(altered.answer(), answer.clone());
        let mut strangers = world.clone();
        for body in &world.candidates {
            let mut stranger = body.clone();
            stranger.id = interlocal_matching::BodyId::new(format!("0{}", body.id));
            stranger.level = BodyLevel::from("municipality".to_owned());
            stranger.serves_area = false;
            for record in &mut stranger.records {
                record.visibility = Visibility::Orgs(Vec::new());
            }
            strangers.candidates.push(stranger);
        }
        prop_assert_eq!(strangers.answer(), answer);
    }

    #[test]
    fn p5_the_strip_is_always_there_and_never_says_more_than_is_on_record(world in world()) {
        let result = world.result();
        let strip = &result.strip;
        let offices = world.candidates.iter().filter(|c| c.level == BodyLevel::StateCio && c.is_in_state_of(&world.seeker));
        let office = offices.min_by(|a, b| a.id.cmp(&b.id));
        prop_assert!(!strip.text.is_empty());
        prop_assert_eq!(strip.org.as_ref(), office.map(|office| &office.id));
        let Some(office) = office else {
            prop_assert_eq!(strip.relation, StripRelation::NoCioInDirectory);
            return Ok(());
        };
        let visible: Vec<_> = office.records.iter().filter(|r| is_visible(&world, r)).collect();
        let of_need = |r: &Record| matches!(r.category_match, CategoryMatch::Exact | CategoryMatch::Narrower);
        let provides = visible.iter().any(|r| r.relation.provides() && of_need(r));
        let open = |relation: Relation| visible.iter().any(|r| {
            let lasts = r.expires.is_none_or(|day| day >= world.as_of);
            r.relation == relation && of_need(r) && r.status == Status::Active && lasts && !office.opted_out
        });
        let no_within = |days: i64| visible.iter().any(|r| {
            let age = r.confirmed_on.map(|day| (world.as_of - day).num_days());
            let by_body = r.source == Some(Source::ConfirmedByBody);
            r.relation == Relation::DoesNotOffer && by_body && age.is_some_and(|age| age <= days)
        });
        match strip.relation {
            StripRelation::Offers | StripRelation::OffersCheckTerms => prop_assert!(open(Relation::Offers)),
            StripRelation::Brokers | StripRelation::BrokersCheckTerms => prop_assert!(open(Relation::Brokers)),
            StripRelation::OffersButNotToYou => prop_assert!(provides && !strip.because.is_empty()),
            StripRelation::DoesNotOffer => prop_assert!(!provides && no_within(730)),
            StripRelation::NoRecordAsk => prop_assert!(!provides),
            StripRelation::NoCioInDirectory => prop_assert!(false, "there is an office"),
        }
        prop_assert_eq!(strip.note.is_some(), strip.note.is_some() && no_within(i64::MAX) && !provides);
    }

    #[test]
    fn p5_nobody_else_changes_the_strip(world in world()) {
        let mut alone = world.clone();
        alone.candidates.retain(|body| body.level == BodyLevel::StateCio);
        prop_assert_eq!(alone.result().strip, world.result().strip);
    }

    #[test]
    fn p15_names_change_nothing_but_texts(world in world()) {
        let mut renamed = world.clone();
        for body in &mut renamed.candidates {
            body.name = "Aardvark Systems, Platinum Partner".to_owned();
        }
        let cards = |world: &crate::world::World| world.answer().split("\"text\"").last().map(str::to_owned);
        let (mut a, mut b) = (world.result(), renamed.result());
        b.strip.text.clone_from(&a.strip.text);
        for (a, b) in a.excluded.iter_mut().zip(&mut b.excluded) {
            b.name.clone_from(&a.name);
        }
        let written = |r| serde_json::to_string(&r).expect("an answer is written");
        prop_assert_eq!(written(b), written(a));
        prop_assert!(cards(&world).is_some());
    }

    #[test]
    fn ask_cards_name_only_bodies_without_a_visible_record_that_serve_the_area(world in world()) {
        let result = world.result();
        for card in &result.ask_cards {
            let body = world.candidates.iter().find(|c| c.id == card.id).expect("a candidate");
            prop_assert!(body.serves_area && !body.opted_out);
            prop_assert!(!body.records.iter().any(|r| is_visible(&world, r) && r.relation != Relation::DoesNotOffer));
            prop_assert!(!result.cards.iter().any(|shown| shown.level == card.level));
        }
    }

    #[test]
    fn unknowns_are_questions_and_never_reasons(world in world()) {
        for card in world.result().cards {
            for reason in card.why.iter().skip(1).chain(&card.holds_it_back) {
                prop_assert!(!reason.contains("not stated") && !reason.contains("not on record"), "{reason}");
            }
            prop_assert!(card.why.len() <= 3 && card.holds_it_back.len() <= 2);
            let mut asked = card.ask.clone();
            asked.dedup();
            prop_assert_eq!(asked, card.ask);
        }
    }
}
