//! Who may do what: every verb of every route and what it answers to whom. A
//! route or a verb that stands in no row fails.

mod accounts;
mod actors;
mod api;
mod api_people;
mod api_steward;
mod api_weighing;
mod assignment;
mod desk;
mod files;
mod foreign;
mod forged;
mod memos;
mod reading;
mod row;
mod scripts;
mod speaking;
mod steward;
mod weighing;

use actors::{Ground, Who};
use http::Method;
use row::Row;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

const ROUTES: &str = concat!(
    include_str!("../crates/web/src/routes.rs"),
    include_str!("../crates/web/src/routes/api.rs"),
    include_str!("../crates/web/src/routes/lists.rs"),
    include_str!("../crates/web/src/routes/api/desk.rs"),
    include_str!("../crates/web/src/routes/api/steward.rs")
);
const VERBS: [&str; 5] = ["get", "post", "put", "delete", "patch"];

/// Every row, by the part of the portal it belongs to.
const PARTS: [&[Row]; 13] = [
    api::ROWS,
    api_people::ROWS,
    api_steward::ROWS,
    api_weighing::ROWS,
    reading::ROWS,
    accounts::ROWS,
    steward::ROWS,
    speaking::ROWS,
    desk::ROWS,
    memos::ROWS,
    weighing::ROWS,
    files::CSV,
    files::XLSX,
];

pub fn rows() -> impl Iterator<Item = &'static Row> {
    PARTS.into_iter().flatten()
}

/// The routes of the route table, and their verbs.
static TABLE: LazyLock<BTreeMap<String, BTreeSet<&str>>> = LazyLock::new(|| {
    ROUTES
        .split(".route(")
        .skip(1)
        .map(|rest| {
            let (path, rest) = rest.split_once('"').unwrap().1.split_once('"').unwrap();
            let handlers = rest.split("\n        .").next().unwrap();
            let is_named = |verb: &&str| handlers.contains(&format!("{verb}("));
            (
                path.to_owned(),
                VERBS.into_iter().filter(is_named).collect(),
            )
        })
        .collect()
});

#[test]
fn every_verb_of_every_route_stands_in_the_matrix_once() {
    let named: Vec<(&str, &str)> = TABLE
        .iter()
        .flat_map(|(route, verbs)| verbs.iter().map(|verb| (route.as_str(), *verb)))
        .collect();
    assert!(named.len() > 20, "the route table is read: {named:?}");
    let mut listed: Vec<(&str, &str)> = rows().map(|row| (row.route, row.verb)).collect();
    listed.sort_unstable();
    assert_eq!(named, listed);
}

#[test]
fn every_route_answers_every_actor_as_the_matrix_says() {
    let ground = Ground::new();
    let mut wrong = Vec::new();
    for row in rows() {
        for (who, expected) in Who::ALL.into_iter().zip(row.answers) {
            let answer = ground.ask(row, who);
            if answer.status.as_u16() != expected {
                wrong.push(format!(
                    "{} {} answers {} to {who:?}, not {expected}",
                    row.verb, row.route, answer.status
                ));
            }
            let asked = answer.headers.get("www-authenticate");
            let login = asked.is_some_and(|asked| !asked.as_bytes().starts_with(b"Bearer "));
            assert!(!login, "{} asks for a login of the browser", row.route);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_verb_that_no_row_names_is_not_allowed() {
    let ground = Ground::new();
    for row in rows() {
        let path = ground.filled(row, row.path);
        for verb in VERBS {
            if !TABLE[row.route].contains(verb) {
                let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
                let answer = ground.site.ask(method, &path, &[]);
                assert_eq!(answer.status.as_u16(), 405, "{verb} {path}");
            }
        }
    }
}
