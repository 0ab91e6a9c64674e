//! Lists on behalf of a government.

use crate::catalog::{ids, index, offering, today};
use interlocal_search::{Class, ClassCounts, EligibilityClasses, Filters, Query, Sort};
use std::sync::Arc;

fn query(words: &str, classes: &[Class]) -> Query {
    Query {
        eligibility: Some(Arc::new(EligibilityClasses::new(classes.iter().copied()))),
        ..Query::new(words, today())
    }
}

#[test]
fn usable_comes_before_unknown_before_not_usable_whatever_the_score() {
    let best = offering(0, "Radio radio", "gis");
    let middle = offering(1, "Radio of a county", "gis");
    let least = offering(2, "Radio of a county and more", "gis");
    let index = index(vec![best, middle, least]);
    let asked = query("radio", &[Class::NotUsable, Class::Unknown, Class::Usable]);
    let results = index.search(&asked).unwrap();
    assert_eq!(ids(&results), [2, 1, 0]);
    let classes: Vec<Option<Class>> = results.hits.iter().map(|hit| hit.class).collect();
    assert_eq!(
        classes,
        [
            Some(Class::Usable),
            Some(Class::Unknown),
            Some(Class::NotUsable)
        ]
    );
}

#[test]
fn inside_a_class_the_better_fit_comes_first() {
    let index = index(vec![
        offering(0, "Radio of a county and of many more", "gis"),
        offering(1, "Radio", "gis"),
    ]);
    let results = index
        .search(&query("radio", &[Class::Usable, Class::Usable]))
        .unwrap();
    assert_eq!(ids(&results), [1, 0]);
}

#[test]
fn the_filter_keeps_the_usable_and_its_count_says_how_many() {
    let index = index((0..4).map(|id| offering(id, "Radio", "gis")).collect());
    let classes = [
        Class::Usable,
        Class::Unknown,
        Class::Usable,
        Class::NotUsable,
    ];
    let mut asked = query("radio", &classes);
    let expect = ClassCounts {
        usable: 2,
        unknown: 1,
        not_usable: 1,
    };
    assert_eq!(index.search(&asked).unwrap().facets.usable, Some(expect));
    asked.filters = Filters {
        usable: true,
        ..Filters::default()
    };
    let results = index.search(&asked).unwrap();
    assert_eq!((results.total, ids(&results)), (2, vec![0, 2]));
    assert_eq!(
        results.facets.usable,
        Some(expect),
        "its own selection does not change it"
    );
}

#[test]
fn a_rule_set_nobody_judged_is_unknown_never_usable() {
    let index = index(vec![offering(7, "Radio", "gis")]);
    let results = index.search(&query("", &[Class::Usable])).unwrap();
    assert_eq!(results.hits[0].class, Some(Class::Unknown));
}

#[test]
fn another_order_is_kept_as_it_was_asked_for() {
    let index = index(vec![
        offering(0, "Alpha", "gis"),
        offering(1, "Beta", "gis"),
    ]);
    let asked = Query {
        sort: Sort::Name,
        ..query("", &[Class::NotUsable, Class::Usable])
    };
    assert_eq!(ids(&index.search(&asked).unwrap()), [0, 1]);
}

#[test]
fn without_a_government_there_are_no_classes() {
    let index = index(vec![offering(0, "Alpha", "gis")]);
    let asked = Query {
        filters: Filters {
            usable: true,
            ..Filters::default()
        },
        ..Query::new("", today())
    };
    let results = index.search(&asked).unwrap();
    assert_eq!(
        (results.total, results.hits[0].class, results.facets.usable),
        (1, None, None)
    );
}
