//! Signing in with a password, and what an account shows and does.

use super::browser::{House, PASSWORD};
use crate::routes::asking::words;
use chrono::TimeDelta;

#[test]
fn a_planted_session_is_worth_nothing_after_signing_in() {
    let house = House::new(Default::default());
    let attacker = house.signed_up("eve@arden.example");
    house.signed_up("ada@arden.example");
    let planted = attacker.session().unwrap();
    for secret in [planted.as_str(), "of-nobody"] {
        let victim = house.browser();
        victim.plant(secret);
        assert_eq!(victim.sign_in("ada@arden.example", PASSWORD).status, 303);
        assert_ne!(victim.session().as_deref(), Some(secret));
        let page = words(&victim.get("/account").text());
        assert!(page.contains("ada@arden.example"), "{page}");
    }
    assert_eq!(
        attacker.get("/account").status,
        303,
        "what was planted is over"
    );
}

#[test]
fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let house = House::new(Default::default());
    house.signed_up("ada@arden.example");
    let told = |email| {
        let answer = house.browser().sign_in(email, "not this one at all");
        assert_eq!(answer.status, 400);
        answer.text().replace(email, "…")
    };
    assert_eq!(told("ada@arden.example"), told("nobody@arden.example"));
}

#[test]
fn a_session_ends_when_its_owner_ends_it_here_or_everywhere() {
    let house = House::new(Default::default());
    let [one, two, three] = [
        house.signed_up("ada@arden.example"),
        house.browser(),
        house.browser(),
    ];
    two.sign_in("ada@arden.example", PASSWORD);
    three.sign_in("ada@arden.example", PASSWORD);
    let page = one.get("/account").text();
    assert_eq!(page.matches("name=\"session\"").count(), 3);
    let id = interlocal_portal::accounts::secret::Secret::shown(&two.session().unwrap()).hash();
    assert_eq!(
        one.post("/account/sessions/end", &[("session", &id)])
            .status,
        303
    );
    assert_eq!(two.get("/account").status, 303);
    assert_eq!(three.get("/account").status, 200);
    assert_eq!(one.post("/account/sessions/end-all", &[]).status, 303);
    assert_eq!(three.get("/account").status, 303);
    assert_eq!(one.session(), None, "the cookie is taken back");
}

#[test]
fn a_session_ends_by_itself_when_it_is_not_used() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    house.wait(TimeDelta::hours(11));
    assert_eq!(ada.get("/account").status, 200);
    house.wait(TimeDelta::hours(11));
    assert_eq!(ada.get("/account").status, 200);
    house.wait(TimeDelta::hours(13));
    assert_eq!(ada.get("/account").status, 303);
}

#[test]
fn another_password_takes_the_old_one_and_ends_other_sessions() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    let other = house.browser();
    other.sign_in("ada@arden.example", PASSWORD);
    let new = "quick brown foxes jump";
    let wrong = ada.post(
        "/account/password",
        &[("old_password", "x"), ("password", new)],
    );
    assert_eq!(wrong.status, 400);
    let secret = ada.session();
    let right = ada.post(
        "/account/password",
        &[("old_password", PASSWORD), ("password", new)],
    );
    assert_eq!(right.status, 303);
    assert_ne!(ada.session(), secret);
    assert_eq!(ada.get("/account").status, 200);
    assert_eq!(other.get("/account").status, 303);
}

#[test]
fn a_closed_account_leaves_nothing_but_the_log() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    ada.post("/account/name", &[("name", "Ada Buyer")]);
    let data = ada.get("/account/data").json();
    assert_eq!(data["name"], "Ada Buyer");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert!(
        !data.to_string().contains("argon2"),
        "no hash is handed out"
    );
    assert_eq!(
        ada.post("/account/close", &[("email", "eve@arden.example")])
            .status,
        400
    );
    assert_eq!(
        ada.post("/account/close", &[("email", "ada@arden.example")])
            .status,
        303
    );
    assert_eq!(ada.get("/account").status, 303);
    assert_eq!(
        house
            .browser()
            .sign_in("ada@arden.example", PASSWORD)
            .status,
        400
    );
    house.wait(TimeDelta::hours(1));
    house.signed_up("ada@arden.example");
}

#[test]
fn a_name_is_shown_as_it_was_typed_and_never_runs() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    let name = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    assert_eq!(ada.post("/account/name", &[("name", name)]).status, 303);
    let page = ada.get("/account").text();
    assert!(
        !page.contains("<script>alert") && !page.contains("<img src=x"),
        "{page}"
    );
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    let reflected = house.browser().sign_in("\"><script>alert(1)</script>", "x");
    assert!(!reflected.text().contains("<script>alert"));
}
