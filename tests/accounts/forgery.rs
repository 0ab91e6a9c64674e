//! Forms that no page of this portal sent.

use super::browser::House;
use crate::routes::asking::RUNTIME;
use interlocal_testkit::people::somebody;

#[test]
fn a_form_from_another_site_is_refused_and_changes_nothing() {
    let house = House::new(Default::default());
    let ada = RUNTIME.block_on(somebody(house.portal(), "ada@arden.example", &[]));
    let cookie = format!("interlocal_session={}", ada.secret.expose());
    let rename = |token: &str, headers: &[(&str, &str)]| {
        let mut all = vec![("cookie", cookie.clone())];
        all.extend(
            headers
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        let fields = [("name", "Eve"), ("form_token", token)];
        house
            .site
            .send("/account/name", &fields, &all)
            .status
            .as_u16()
    };
    let token = ada.form_token.clone();
    assert_eq!(rename("", &[]), 403);
    assert_eq!(
        rename("guessed", &[("origin", "http://127.0.0.1:8080")]),
        403
    );
    assert_eq!(rename(&token, &[("origin", "https://evil.example")]), 403);
    assert_eq!(rename(&token, &[("origin", "null")]), 403);
    assert_eq!(rename(&token, &[("sec-fetch-site", "cross-site")]), 403);
    assert_eq!(rename(&token, &[("sec-fetch-site", "same-site")]), 403);
    let account = RUNTIME
        .block_on(house.portal().store().account(ada.id))
        .unwrap();
    assert_eq!(account.unwrap().name, "");
    assert_eq!(rename(&token, &[("origin", "http://127.0.0.1:8080")]), 303);
}

#[test]
fn nobody_is_signed_in_by_another_sites_form() {
    let house = House::new(Default::default());
    house.signed_up("eve@arden.example");
    let fields = [
        ("email", "eve@arden.example"),
        ("password", super::browser::PASSWORD),
    ];
    let headers = [("origin", "https://evil.example".to_owned())];
    let answer = house.site.send("/sign-in", &fields, &headers);
    assert_eq!(answer.status, 403);
    assert!(!answer.headers.contains_key("set-cookie"));
}

#[test]
fn no_form_gives_a_role() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    let greedy = [
        ("name", "Ada"),
        ("is_steward", "true"),
        ("steward", "1"),
        ("role", "administrator"),
        ("roles", "administrator"),
        ("email", "root@arden.example"),
    ];
    assert_eq!(ada.post("/account/name", &greedy).status, 303);
    let data = ada.get("/account/data").json();
    assert_eq!(data["steward"], false);
    assert_eq!(data["email"], "ada@arden.example");
    assert_eq!(data["roles"].as_array().unwrap().len(), 0);
}
