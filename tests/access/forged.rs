//! Forms that no page of the portal sent: refused before anything is read of them.

use super::{
    actors::{Ground, Who},
    row::Row,
    rows,
};
use crate::routes::asking::{RUNTIME, cookie};
use http::Method;

/// A forgery: what it is, its headers beside the cookie, and its token.
type Forgery<'a> = (&'a str, &'a [(&'a str, &'a str)], Option<&'a str>);

#[test]
fn a_form_of_another_site_or_another_session_changes_nothing_anywhere() {
    let ground = Ground::new();
    let victim = ground.person(Who::Steward).unwrap();
    let other = ground.person(Who::Steward).unwrap();
    let own = Some(victim.form_token.as_str());
    let forgeries: [Forgery<'_>; 6] = [
        ("another origin", &[("origin", "https://evil.example")], own),
        ("no origin at all", &[("origin", "null")], own),
        (
            "an origin that begins alike",
            &[("origin", "http://127.0.0.1:8080.evil.example")],
            own,
        ),
        ("another site", &[("sec-fetch-site", "cross-site")], own),
        ("no token", &[], None),
        ("another session's token", &[], Some(&other.form_token)),
    ];
    let mut tried = 0;
    for row in rows().filter(|row| row.verb != "get") {
        let words = (row.prepare)(&ground);
        let before = RUNTIME.block_on(ground.site.world.kept());
        for (what, headers, token) in forgeries {
            let mut headers: Vec<(&str, String)> = headers
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect();
            headers.push(("cookie", cookie(&victim)));
            let status = send(&ground, row, &words, &headers, token);
            // A route that takes files refuses a form without one before it reads it.
            let takes_files = row.answers.contains(&415);
            assert!(
                status == 403 || (takes_files && status == 415),
                "{} answers {status} to {what}",
                row.route
            );
        }
        let after = RUNTIME.block_on(ground.site.world.kept());
        assert_eq!(after, before, "{} stored something", row.route);
        tried += 1;
    }
    assert!(tried > 0, "the matrix has forms");
}

fn send(
    ground: &Ground,
    row: &Row,
    words: &[(&'static str, String)],
    headers: &[(&str, String)],
    token: Option<&str>,
) -> u16 {
    let filled = |text| super::actors::fill(text, words);
    let fields: Vec<(String, String)> = row
        .fields
        .iter()
        .map(|(name, value)| (filled(name), filled(value)))
        .collect();
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend(token.map(|token| ("form_token", token)));
    let path = super::actors::fill(row.path, words);
    let Some(sent) = row.sent else {
        return ground.site.send(&path, &fields, headers).status.as_u16();
    };
    let mut headers = headers.to_vec();
    headers.push(("content-type", super::actors::media_of(row.path).to_owned()));
    headers.push(("if-match", filled(sent.made_for)));
    headers.extend(token.map(|token| ("x-form-token", token.to_owned())));
    let method = Method::from_bytes(row.verb.to_uppercase().as_bytes()).unwrap();
    let body = filled(sent.body).into_bytes();
    let answer = ground.site.send_with(method, &path, body, &headers);
    answer.status.as_u16()
}
