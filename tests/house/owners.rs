//! Each heavy library has one owner.

use super::workspace::MEMBERS;

/// A library and the members that may name it; the testkit makes databases and
/// asks the router, xtask has a command line, the tests play an authenticator app.
const OWNERS: [(&str, &[&str]); 29] = [
    ("maud", &["interlocal-pages"]),
    ("sea-orm", &["interlocal-store"]),
    (
        "sea-orm-migration",
        &["interlocal-store", "interlocal-migrations"],
    ),
    ("sqlx", &["interlocal-store", "interlocal-testkit"]),
    ("tantivy", &["interlocal-search"]),
    ("axum", &["interlocal-web", "interlocal-testkit"]),
    ("axum-extra", &["interlocal-web"]),
    ("tower-http", &["interlocal-web"]),
    ("csv", &["interlocal-exchange"]),
    ("calamine", &["interlocal-exchange"]),
    ("rust_xlsxwriter", &["interlocal-exchange"]),
    ("zip", &["interlocal-exchange"]),
    ("atom_syndication", &["interlocal-exchange"]),
    ("icalendar", &["interlocal-exchange"]),
    ("governor", &["interlocal-web"]),
    ("clap", &["interlocal", "xtask"]),
    ("figment", &["interlocal"]),
    ("rmcp", &["interlocal"]),
    ("tracing-subscriber", &["interlocal"]),
    ("moka", &["interlocal-portal"]),
    ("psl", &["interlocal-portal"]),
    ("ureq", &["xtask"]),
    ("argon2", &["interlocal-identity"]),
    ("openidconnect", &["interlocal-identity"]),
    ("totp-rs", &["interlocal-identity", "interlocal-tests"]),
    ("lettre", &["interlocal-mail"]),
    ("reqwest", &["interlocal-links"]),
    ("hmac", &["interlocal-portal"]),
    ("base64", &["interlocal-portal", "xtask"]),
];

#[test]
fn each_heavy_library_has_one_owner() {
    for (library, owners) in OWNERS {
        for (name, member) in MEMBERS.iter() {
            let named = member.needs.contains(library) || member.tests_need.contains(library);
            let read_by_tests = ["csv", "calamine", "atom_syndication"].contains(&library);
            let test_data = read_by_tests && name == "interlocal-tests";
            assert!(
                !named || owners.contains(&name.as_str()) || test_data,
                "{name} names {library}"
            );
        }
    }
}
