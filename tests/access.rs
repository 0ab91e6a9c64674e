//! Every route and who may ask for it: a route that is missing here fails.

use crate::routes::asking::STARTER;
use http::{Method, StatusCode};
use std::collections::BTreeSet;

const ROUTES: &str = include_str!("../crates/web/src/routes.rs");

/// Who asks; members and bodies come with sign-in.
#[derive(Clone, Copy, Debug)]
enum Actor {
    Anonymous,
}

/// A route, an address of it, and what it answers to whom.
type Row = (&'static str, &'static str, &'static [(Actor, u16)]);

const OPEN: &[(Actor, u16)] = &[(Actor::Anonymous, 200)];

/// Everything there is to read is open to anybody: never behind a login.
const MATRIX: [Row; 25] = [
    ("/", "/", OPEN),
    ("/search", "/search?q=edr", OPEN),
    ("/offerings/{slug}", "/offerings/buyboard", OPEN),
    ("/jurisdictions", "/jurisdictions?q=cook", OPEN),
    ("/jurisdictions/{key}", "/jurisdictions/county-17031", OPEN),
    ("/match", "/match?for=county-17031&category=gis", OPEN),
    ("/states/{postal}", "/states/il", OPEN),
    (
        "/organizations/{slug}",
        "/organizations/center-for-internet-security",
        OPEN,
    ),
    ("/categories", "/categories", OPEN),
    ("/categories/{slug}", "/categories/gis", OPEN),
    ("/about", "/about", OPEN),
    ("/accessibility", "/accessibility", OPEN),
    ("/privacy", "/privacy", OPEN),
    ("/api/v1/offerings", "/api/v1/offerings", OPEN),
    (
        "/api/v1/offerings/{slug}",
        "/api/v1/offerings/buyboard",
        OPEN,
    ),
    (
        "/api/v1/jurisdictions",
        "/api/v1/jurisdictions?q=cook",
        OPEN,
    ),
    (
        "/api/v1/jurisdictions/{key}",
        "/api/v1/jurisdictions/county-17031",
        OPEN,
    ),
    (
        "/api/v1/jurisdictions/{key}/answers",
        "/api/v1/jurisdictions/county-17031/answers",
        OPEN,
    ),
    (
        "/api/v1/matches",
        "/api/v1/matches?for=county-17031&category=gis",
        OPEN,
    ),
    ("/api/v1/suggest", "/api/v1/suggest?q=end", OPEN),
    (
        "/assets/{version}/{*path}",
        "/assets/any/interlocal.css",
        OPEN,
    ),
    ("/favicon.ico", "/favicon.ico", OPEN),
    ("/robots.txt", "/robots.txt", OPEN),
    ("/healthz", "/healthz", OPEN),
    ("/readyz", "/readyz", OPEN),
];

/// The addresses and verbs that the route table names.
fn table() -> Vec<(String, Vec<String>)> {
    ROUTES
        .split(".route(")
        .skip(1)
        .map(|rest| {
            let (path, rest) = rest.split_once('"').unwrap().1.split_once('"').unwrap();
            let handlers = rest.split("\n        .").next().unwrap();
            let verbs = ["get(", "post(", "put(", "delete(", "patch(", "any("];
            let named = verbs.iter().filter(|verb| handlers.contains(**verb));
            let verbs = named
                .map(|verb| verb.trim_end_matches('(').to_owned())
                .collect();
            (path.to_owned(), verbs)
        })
        .collect()
}

#[test]
fn every_route_of_the_table_stands_in_the_matrix() {
    let named: BTreeSet<String> = table().into_iter().map(|(path, _)| path).collect();
    let listed: BTreeSet<String> = MATRIX
        .iter()
        .map(|(route, ..)| (*route).to_owned())
        .collect();
    assert!(named.len() > 20, "the route table is read: {named:?}");
    assert_eq!(named, listed);
}

#[test]
fn nothing_can_be_changed_without_an_account() {
    for (path, verbs) in table() {
        assert_eq!(verbs, ["get"], "{path}");
    }
}

#[test]
fn every_route_answers_every_actor_as_the_matrix_says() {
    for (route, path, expected) in MATRIX {
        for (actor, status) in expected {
            let Actor::Anonymous = actor;
            let answer = STARTER.ask(Method::GET, path, &[]);
            assert_eq!(answer.status.as_u16(), *status, "{actor:?} {route}");
            let login = answer.headers.contains_key("www-authenticate");
            assert!(!login, "{route} asks for a login");
            for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
                let answer = STARTER.ask(method, path, &[]);
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{route}");
            }
        }
    }
}
