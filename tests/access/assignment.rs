//! Fields that no form has – status, role, whose it is, who approved it – sent with every
//! form all the same: what comes of it is what comes of the form without them.

use super::{
    actors::{Ground, OTHER_BODY, Who, fill},
    row::Row,
    rows,
};
use crate::routes::asking::RUNTIME;
use std::collections::BTreeMap;

/// What somebody might hope to set.
const HOPED_FOR: [(&str, &str); 19] = [
    ("status", "published"),
    ("stage", "published"),
    ("is_steward", "1"),
    ("steward", "yes"),
    ("role", "administrator"),
    ("provider", OTHER_BODY),
    ("organization", OTHER_BODY),
    ("body", OTHER_BODY),
    ("slug", "evil"),
    ("id", "1"),
    ("person", "1"),
    ("person_id", "1"),
    ("owner", "1"),
    ("submitted_by", "1"),
    ("approved_by", "1"),
    ("approved_at", "2026-01-01T00:00:00Z"),
    ("confirmed_at", "2026-01-01T00:00:00Z"),
    ("edition", "1"),
    ("checked_on", "2020-01-01"),
];

/// Fields that a form does have beside those of its row.
const ITS_OWN: [(&str, &str); 3] = [
    ("/ask", "organization"),
    ("/join", "body"),
    ("/steward/bodies", "slug"),
];

/// What must not depend on them.
const SUMMARY: [&str; 8] = [
    "select role || ' in ' || organization, count(*) from membership group by 1",
    "select 'steward ' || is_steward || ' closed ' || (disabled_at is not null), count(*) \
     from person group by 1",
    "select status || ' of ' || provider, count(*) from offering group by 1",
    "select stage || ' approved ' || (approved_at is not null), count(*) from draft group by 1",
    "select kind || ' ' || level, count(*) from organization group by 1",
    "select domain || ' of ' || organization, count(*) from email_domain group by 1",
    "select organization || ' ' || (reply is not null), count(*) from question group by 1",
    "select action, count(*) from audit group by 1",
];

/// Runs every form of the matrix, as somebody who may send it; gives the answers and
/// what stands afterwards.
fn run(with: bool) -> (Vec<String>, Vec<BTreeMap<String, i64>>) {
    let ground = Ground::new();
    let mut answers = Vec::new();
    for row in rows().filter(|row| row.verb == "post") {
        answers.push(format!("{} {}", row.route, send(&ground, row, with)));
    }
    let world = &ground.site.world;
    let mut stands: Vec<_> = SUMMARY
        .iter()
        .map(|query| RUNTIME.block_on(world.counted(query)))
        .collect();
    stands.push(RUNTIME.block_on(world.kept()));
    (answers, stands)
}

fn send(ground: &Ground, row: &Row, with: bool) -> u16 {
    let done = |(_, status): &(Who, u16)| *status == 303;
    let roles = Who::ALL.into_iter().zip(row.answers).skip(2);
    let who = roles.clone().find(done).map_or(Who::Member, |(who, _)| who);
    let person = ground.person(who).unwrap();
    let words = (row.prepare)(ground);
    let mut fields: Vec<(&str, String)> = Vec::new();
    if with {
        let hoped_for = HOPED_FOR.iter().filter(|(name, _)| {
            let known = row.fields.iter().any(|(known, _)| known == name);
            !known && !ITS_OWN.contains(&(row.route, name))
        });
        fields.extend(hoped_for.map(|(name, value)| (*name, (*value).to_owned())));
    }
    fields.extend(
        row.fields
            .iter()
            .map(|(name, value)| (*name, fill(value, &words))),
    );
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let path = fill(row.path, &words);
    ground.site.post_as(&person, &path, &fields).status.as_u16()
}

#[test]
fn fields_that_a_form_does_not_have_change_nothing() {
    let (plain, stands) = run(false);
    let (hopeful, stands_then) = run(true);
    assert_eq!(hopeful, plain);
    for (then, plain) in stands_then.iter().zip(&stands) {
        let other = then
            .iter()
            .filter(|(word, count)| plain.get(*word) != Some(count));
        assert_eq!(other.collect::<Vec<_>>(), [], "of {} words", plain.len());
        assert_eq!(then.len(), plain.len());
    }
    assert!(
        plain
            .iter()
            .filter(|answer| answer.ends_with(" 303"))
            .count()
            > 30,
        "{plain:?}"
    );
}
