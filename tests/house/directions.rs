//! Which crate may depend on which.

use super::workspace::{MEMBERS, is_member};
use std::collections::{BTreeMap, BTreeSet};

/// A member and the members that it may depend on.
const MAY: [(&str, &[&str]); 16] = [
    ("interlocal-catalog", &[]),
    ("interlocal-matching", &["interlocal-catalog"]),
    (
        "interlocal-pages",
        &["interlocal-catalog", "interlocal-matching"],
    ),
    ("interlocal-exchange", &["interlocal-catalog"]),
    (
        "interlocal-store",
        &["interlocal-catalog", "interlocal-migrations"],
    ),
    ("interlocal-search", &["interlocal-catalog"]),
    ("interlocal-identity", &[]),
    ("interlocal-mail", &[]),
    ("interlocal-links", &[]),
    (
        "interlocal-portal",
        &[
            "interlocal-catalog",
            "interlocal-exchange",
            "interlocal-identity",
            "interlocal-links",
            "interlocal-mail",
            "interlocal-matching",
            "interlocal-search",
            "interlocal-store",
        ],
    ),
    (
        "interlocal-web",
        &[
            "interlocal-catalog",
            "interlocal-pages",
            "interlocal-portal",
        ],
    ),
    (
        "interlocal",
        &[
            "interlocal-catalog",
            "interlocal-exchange",
            "interlocal-matching",
            "interlocal-migrations",
            "interlocal-pages",
            "interlocal-portal",
            "interlocal-search",
            "interlocal-store",
            "interlocal-web",
        ],
    ),
    ("interlocal-migrations", &[]),
    (
        "interlocal-testkit",
        &[
            "interlocal-catalog",
            "interlocal-exchange",
            "interlocal-portal",
            "interlocal-search",
            "interlocal-store",
            "interlocal-web",
        ],
    ),
    ("interlocal-tests", &[]),
    ("xtask", &["interlocal-search"]),
];

#[test]
fn every_arrow_points_the_way_the_house_is_built() {
    let may: BTreeMap<&str, &[&str]> = MAY.into_iter().collect();
    let members: BTreeSet<&str> = MEMBERS.keys().map(String::as_str).collect();
    assert_eq!(
        members,
        may.keys().copied().collect(),
        "the members of the workspace"
    );
    for (name, member) in MEMBERS.iter() {
        for needed in member.needs.iter().filter(|needed| is_member(needed)) {
            assert!(
                may[name.as_str()].contains(&needed.as_str()),
                "{name} depends on {needed}"
            );
        }
    }
}

#[test]
fn only_tests_depend_on_the_testkit() {
    for (name, member) in MEMBERS.iter() {
        assert!(
            !member.needs.contains("interlocal-testkit"),
            "{name} needs the testkit to run"
        );
        if name != "interlocal-tests" {
            let others = member.tests_need.iter().filter(|needed| is_member(needed));
            let others: Vec<&String> = others
                .filter(|needed| *needed != "interlocal-testkit")
                .collect();
            assert!(
                others.is_empty(),
                "the tests of {name} reach past it: {others:?}"
            );
        }
    }
}
