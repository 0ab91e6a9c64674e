//! Every count equals the list it promises.

use crate::catalog::{index, offering, today};
use interlocal_catalog::{
    CategoryId,
    offering::{CostModel, OfferingKind},
    organization::Level,
};
use interlocal_search::{
    Class, EligibilityClasses, FacetCount, Facets, Filters, Index, OfferingDoc, Query,
};
use proptest::prelude::*;
use std::sync::Arc;

type Values = fn(&mut Filters) -> &mut Vec<String>;
type Counts = fn(&Facets) -> &Vec<FacetCount>;

const GROUPS: [(Values, Counts); 6] = [
    (|f| &mut f.category, |f| &f.category),
    (|f| &mut f.kind, |f| &f.kind),
    (|f| &mut f.level, |f| &f.level),
    (|f| &mut f.state, |f| &f.state),
    (|f| &mut f.cost_model, |f| &f.cost_model),
    (|f| &mut f.agreement, |f| &f.agreement),
];

fn check(index: &Index, query: &Query) {
    let results = index.search(query).unwrap();
    for (values, counts) in GROUPS {
        let picked = values(&mut query.filters.clone()).clone();
        for facet in counts(&results.facets) {
            let mut other = query.clone();
            *values(&mut other.filters) = vec![facet.value.clone()];
            let listed = index.search(&other).unwrap().total;
            assert_eq!(facet.count, listed, "{facet:?} of {:?}", query.filters);
            assert_eq!(facet.selected, picked.contains(&facet.value));
        }
        for value in picked {
            assert!(
                counts(&results.facets)
                    .iter()
                    .any(|facet| facet.value == value)
            );
        }
    }
    if let Some(classes) = results.facets.usable {
        let mut other = query.clone();
        other.filters.usable = true;
        assert_eq!(classes.usable, index.search(&other).unwrap().total);
        other.filters.usable = false;
        let all = index.search(&other).unwrap().total;
        assert_eq!(classes.usable + classes.unknown + classes.not_usable, all);
    }
}

fn pick<T: Clone + std::fmt::Debug + 'static>(from: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(from)
}

fn some_of(from: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(pick(from).prop_map(str::to_owned), 0..3)
}

const CATEGORIES: &[&str] = &[
    "cybersecurity",
    "endpoint-detection",
    "incident-response",
    "land-mobile-radio",
    "gis",
];
const STATES: &[&str] = &["ALL", "OH", "IL", "KY"];

prop_compose! {
    fn any_offering()(
        title in pick(&["County radio", "County map", "Radio and map", "Endpoint detection"]),
        category in pick(CATEGORIES),
        kind in pick(&OfferingKind::ALL),
        level in pick(&Level::ALL),
        states in some_of(STATES),
        cost_model in pick(&[CostModel::Free, CostModel::Grant, CostModel::NotStated]),
        agreements in some_of(&["agreement", "membership", "registration"]),
        rule_set in 0_u32..6,
        hidden in prop::bool::weighted(0.2),
    ) -> OfferingDoc {
        OfferingDoc {
            category: CategoryId::new(category),
            kind, level, states, cost_model, agreements, rule_set,
            visibility: if hidden { "verified" } else { "public" }.to_owned(),
            ..offering(0, title, category)
        }
    }
}

prop_compose! {
    fn any_filters()(
        category in some_of(&["cybersecurity", "endpoint-detection", "gis", "nowhere"]),
        kind in some_of(&["service", "contract"]),
        level in some_of(&["state", "local"]),
        state in some_of(&["ALL", "OH", "IL", "TX"]),
        cost_model in some_of(&["free", "grant"]),
        agreement in some_of(&["agreement", "membership"]),
        usable in any::<bool>(),
    ) -> Filters {
        Filters { category, kind, level, state, cost_model, agreement, provider: vec![], usable }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_facet_count_equals_the_list_with_that_value_picked(
        offerings in prop::collection::vec(any_offering(), 1..40),
        filters in prop::collection::vec(any_filters(), 3),
        words in pick(&["", "radio", "county map", "edr"]),
        eligible in any::<bool>(),
    ) {
        let numbered = (1..).zip(offerings).map(|(id, offering)| OfferingDoc { id, ..offering });
        let index = index(numbered.collect());
        let classes = Class::ALL.into_iter().cycle().take(5);
        for filters in filters.into_iter().chain([Filters::default()]) {
            let mut query = Query { filters, ..Query::new(words, today()) };
            if eligible {
                query.eligibility = Some(Arc::new(EligibilityClasses::new(classes.clone())));
            }
            check(&index, &query);
        }
    }
}

#[test]
fn a_state_counts_what_covers_every_state_and_all_counts_those_alone() {
    let states = |id, states: &[&str]| OfferingDoc {
        states: states.iter().map(|state| (*state).to_owned()).collect(),
        ..offering(id, "Radio", "gis")
    };
    let index = index(vec![
        states(1, &["OH"]),
        states(2, &["ALL"]),
        states(3, &["IL", "OH"]),
    ]);
    let results = index.search(&Query::new("", today())).unwrap();
    let counts: Vec<(&str, u64)> = results
        .facets
        .state
        .iter()
        .map(|facet| (&*facet.value, facet.count))
        .collect();
    assert_eq!(counts, [("OH", 3), ("IL", 2), ("ALL", 1)]);
}

#[test]
fn a_first_level_category_stands_for_its_children() {
    let index = index(vec![
        offering(1, "One", "cybersecurity"),
        offering(2, "Two", "endpoint-detection"),
        offering(3, "Three", "gis"),
    ]);
    let filters = Filters {
        category: vec!["cybersecurity".to_owned()],
        ..Filters::default()
    };
    let results = index
        .search(&Query {
            filters,
            ..Query::new("", today())
        })
        .unwrap();
    assert_eq!(results.total, 2);
    let counts: Vec<(&str, u64)> = results
        .facets
        .category
        .iter()
        .map(|facet| (&*facet.value, facet.count))
        .collect();
    assert_eq!(
        counts,
        [("cybersecurity", 2), ("endpoint-detection", 1), ("gis", 1)]
    );
}

#[test]
fn one_provider_can_be_listed_alone() {
    let index = index(vec![offering(1, "One", "gis"), offering(2, "Two", "gis")]);
    let filters = Filters {
        provider: vec!["body-2".to_owned()],
        ..Filters::default()
    };
    let results = index
        .search(&Query {
            filters,
            ..Query::new("", today())
        })
        .unwrap();
    assert_eq!((results.total, results.hits[0].id), (1, 2));
}
