//! The index's filter, its counts and its order never disagree with the verdict.

use crate::asking::{search_as, search_for, slugs_of};
use interlocal_catalog::{
    PlaceId, ProgramId,
    access::{AccessRule, AudienceWord, NotStated, StepKind, Steps},
    eligibility::{Judgement, Outcome, judge},
    offering::{Content, Status},
    participation::{OwnWord, Participation, Scope, ScopeWord},
    policy::Actor,
};
use interlocal_portal::{
    Portal,
    search::{Search, SearchAnswer},
};
use interlocal_search::{Class, ClassCounts, Filters};
use interlocal_testkit::{small_world, starter::whole, today, world};
use proptest::{
    prelude::any,
    prop_assert_eq,
    sample::Index,
    test_runner::{Config, TestRunner},
};
use std::collections::BTreeSet;
use tokio::runtime::Runtime;

#[test]
fn the_filter_the_counts_and_the_order_agree_with_the_domains_verdict() {
    let runtime = Runtime::new().unwrap();
    let world = runtime.block_on(world());
    let portal = &world.portal;
    runtime.block_on(take_part(portal));
    let mut runner = TestRunner::new(Config {
        cases: 40,
        failure_persistence: None,
        ..Config::default()
    });
    let snapshot = portal.snapshot();
    let governments = snapshot.directory.jurisdictions();
    let seen = std::sync::Mutex::new(BTreeSet::new());
    runner
        .run(&any::<Index>(), |any| {
            let place = any.get(governments).key.place();
            let all = runtime
                .block_on(portal.search(&Actor::Anonymous, search_as("", &place)))
                .unwrap();
            let classes = judged(portal, &place, &all);
            seen.lock().unwrap().extend(classes.iter().copied());
            let listed: Vec<Class> = all
                .found
                .iter()
                .map(|found| found.hit.class.unwrap())
                .collect();
            prop_assert_eq!(&listed, &classes, "{}", &place);
            prop_assert_eq!(all.found.len(), 332);
            proptest::prop_assert!(listed.is_sorted(), "usable first, then unknown: {}", &place);
            let count = |class| classes.iter().filter(|found| **found == class).count() as u64;
            let counts = ClassCounts {
                usable: count(Class::Usable),
                unknown: count(Class::Unknown),
                not_usable: count(Class::NotUsable),
            };
            prop_assert_eq!(all.results.facets.usable, Some(counts), "{}", &place);
            let usable = Search {
                filters: Filters {
                    usable: true,
                    ..Filters::default()
                },
                ..search_as("", &place)
            };
            let usable = runtime
                .block_on(portal.search(&Actor::Anonymous, usable))
                .unwrap();
            prop_assert_eq!(usable.results.total, counts.usable);
            let expected = &slugs_of(&all)[..usable.found.len()];
            prop_assert_eq!(slugs_of(&usable), expected);
            Ok(())
        })
        .unwrap();
    assert_eq!(seen.into_inner().unwrap().len(), 3, "every class was met");
}

#[tokio::test]
async fn without_a_government_nothing_has_a_class() {
    let world = small_world().await;
    let answer = world
        .portal
        .search(&Actor::Anonymous, search_for(""))
        .await
        .unwrap();
    assert!(answer.found.iter().all(|found| found.hit.class.is_none()));
    assert_eq!(answer.results.facets.usable, None);
}

/// The classes by the domain alone, in the order of the list.
fn judged(portal: &Portal, place: &PlaceId, answer: &SearchAnswer) -> Vec<Class> {
    let snapshot = portal.snapshot();
    let asker = snapshot.directory.asker(place).unwrap();
    let records = &snapshot.register.records;
    let class = |content: &Content| {
        let at = Judgement {
            asker: &asker,
            records,
            as_of: today(),
        };
        let terms = content.terms(Status::Published);
        match judge(&terms, &content.provider, at, content.review_days).outcome {
            Outcome::Yes | Outcome::AfterSteps => Class::Usable,
            Outcome::Unknown => Class::Unknown,
            Outcome::No => Class::NotUsable,
        }
    };
    answer
        .found
        .iter()
        .map(|found| class(&found.judged.edition.content))
        .collect()
}

/// Puts governments on record in every program that a rule speaks of, in different
/// states and with different scopes, so that records have a say in the verdicts.
async fn take_part(portal: &Portal) {
    let rules: Vec<AccessRule> = whole()
        .offerings
        .into_iter()
        .flat_map(|offering| offering.content.rules)
        .collect();
    let programs: BTreeSet<ProgramId> = rules.iter().flat_map(programs_of).collect();
    assert!(
        programs.len() > 20,
        "the rules speak of programs: {}",
        programs.len()
    );
    let snapshot = portal.snapshot();
    let states: Vec<PlaceId> = snapshot
        .directory
        .states()
        .map(|state| state.key.place())
        .collect();
    for (number, program) in programs.into_iter().enumerate() {
        let scope = match number % 3 {
            0 => Scope::NotStated(NotStated::NotStated),
            1 => Scope::Words(vec![ScopeWord::Kinds(AudienceWord::LocalGovernment)]),
            _ => Scope::Words(vec![
                ScopeWord::Own(OwnWord::Own),
                ScopeWord::Kinds(AudienceWord::County),
            ]),
        };
        let record = Participation {
            id: format!("record-{number}"),
            who: states[number % states.len()].clone(),
            program,
            scope,
            done: vec![StepKind::Agreement],
            from: None,
            until: None,
            source: None,
            checked_on: None,
        };
        portal
            .record_participation(&Actor::Portal, &record)
            .await
            .unwrap();
    }
}

fn programs_of(rule: &AccessRule) -> Vec<ProgramId> {
    let steps = match &rule.steps {
        Steps::Listed(steps) => steps.iter().map(|step| step.program.clone()).collect(),
        Steps::NotStated(_) => Vec::new(),
    };
    rule.above
        .iter()
        .map(|above| above.program.clone())
        .chain(steps)
        .collect()
}
