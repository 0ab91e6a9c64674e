//! Things of one body, asked for at the desk of another: who administers the other
//! finds nothing of them there and changes nothing, whatever the address or the form.

use super::{
    actors::{BODY, Ground, OTHER_BODY, Who, fill},
    row::Row,
    rows,
};
use crate::routes::asking::RUNTIME;

/// Whether a route names a thing of the body, in its address or in its form.
fn names_a_thing(row: &Row) -> bool {
    row.route
        .strip_prefix("/desk/{body}/")
        .is_some_and(|rest| rest.contains('{') || rest.ends_with("/remove"))
}

#[test]
fn at_the_desk_of_another_body_there_is_nothing_of_this_one() {
    let ground = Ground::new();
    let eve = ground.person(Who::Outsider).unwrap();
    let mut tried = 0;
    for row in rows().filter(|row| names_a_thing(row)) {
        let words = (row.prepare)(&ground);
        let path = fill(row.path, &words).replacen(BODY, OTHER_BODY, 1);
        let fields: Vec<(&str, String)> = row
            .fields
            .iter()
            .map(|(name, value)| (*name, fill(value, &words)))
            .collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let before = RUNTIME.block_on(ground.site.world.written());
        let answer = match row.verb {
            "get" => ground.site.get_as(&eve, &path),
            _ => ground.site.post_as(&eve, &path, &fields),
        };
        // A route that takes files refuses a form without one before it reads it.
        let status = answer.status.as_u16();
        let takes_files = status == 415 && row.answers.contains(&415);
        assert!(
            status == 404 || takes_files,
            "{} {path} answers {status}",
            row.verb
        );
        let after = RUNTIME.block_on(ground.site.world.written());
        assert_eq!(after, before, "{} {path} wrote something", row.verb);
        tried += 1;
    }
    assert!(tried > 25, "the matrix names things of a body: {tried}");
}
