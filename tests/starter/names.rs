//! Every wording of a body resolves to one body.

use interlocal_testkit::starter::{file, whole};
use std::collections::{BTreeMap, BTreeSet};

/// A wording with the state that decides it, the body it stands for, and partners.
struct Wording {
    name: String,
    state: String,
    body: String,
    partners: Vec<String>,
}

fn wordings() -> Vec<Wording> {
    let text = file("body_names.csv").unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(header, ["name", "state", "body", "partners"]);
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| Wording {
        name: row[0].to_owned(),
        state: row[1].to_owned(),
        body: row[2].to_owned(),
        partners: row[3]
            .split(';')
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect(),
    })
    .collect()
}

#[test]
fn every_wording_stands_for_exactly_one_body() {
    let bodies: BTreeSet<String> = whole()
        .organizations
        .iter()
        .map(|body| body.id.to_string())
        .collect();
    let mut seen = BTreeMap::new();
    for wording in wordings() {
        let Wording {
            name,
            state,
            body,
            partners,
        } = wording;
        assert!(
            bodies.contains(&body),
            "“{name}” stands for {body}, which is no body"
        );
        for partner in partners {
            assert!(
                bodies.contains(&partner),
                "“{name}” has the partner {partner}"
            );
        }
        let before = seen.insert((name.clone(), state.clone()), body);
        assert_eq!(before, None, "“{name}” ({state}) stands twice");
    }
    assert_eq!(seen.len(), 378);
    let mut states: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, state) in seen.keys() {
        states.entry(name).or_default().push(state);
    }
    for (name, states) in states {
        let decided = states.len() == 1 || !states.contains(&"");
        assert!(
            decided,
            "“{name}” stands for several bodies and no state decides"
        );
    }
}

#[test]
fn a_body_stands_once() {
    let starter = whole();
    let mut slugs = BTreeSet::new();
    let mut names = BTreeSet::new();
    for body in &starter.organizations {
        assert!(slugs.insert(&body.id), "{} stands twice", body.id);
        assert!(
            names.insert((&body.name, &body.of)),
            "“{}” stands twice",
            body.name
        );
    }
}
