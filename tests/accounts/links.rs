//! Invitations, sign-ups and new passwords: links that are good once, for a while,
//! for the one they were sent to.

use super::browser::{House, PASSWORD};
use crate::routes::asking::{RUNTIME, words};
use chrono::TimeDelta;
use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::accounts::invite::Place;

const BODY: &str = "ri-division-of-purchases";

fn invited(house: &House, email: &str, place: &Place) -> String {
    let email = email.parse().unwrap();
    let secret = house.portal().invite(&Actor::Portal, &email, place);
    format!(
        "/invitations/{}",
        RUNTIME.block_on(secret).unwrap().expose()
    )
}

#[test]
fn the_first_steward_comes_in_by_an_invitation_that_is_good_once() {
    let house = House::new(Default::default());
    let link = invited(&house, "ada@arden.example", &Place::Steward);
    let browser = house.browser();
    let page = words(&browser.get(&link).text());
    assert!(
        page.contains("ada@arden.example is invited to look after this portal"),
        "{page}"
    );
    let weak = browser.post(&link, &[("name", "Ada"), ("password", "short")]);
    assert_eq!(weak.status, 400);
    assert!(
        weak.text().contains("value=\"Ada\""),
        "what was typed stays"
    );
    let done = browser.post(&link, &[("name", "Ada"), ("password", PASSWORD)]);
    assert_eq!(
        (done.status.as_u16(), done.header(http::header::LOCATION)),
        (303, "/account")
    );
    let account = words(&browser.get("/account").text());
    assert!(
        account.contains("ada@arden.example, a steward of this portal"),
        "{account}"
    );
    assert_eq!(house.browser().get(&link).status, 404);
    let again = house.browser().post(&link, &[("password", PASSWORD)]);
    assert_eq!(again.status, 404);
    assert_eq!(
        house
            .browser()
            .sign_in("ADA@arden.example ", PASSWORD)
            .status,
        303
    );
}

#[test]
fn an_invitation_is_over_after_a_week() {
    let house = House::new(Default::default());
    let link = invited(&house, "ada@arden.example", &Place::Steward);
    house.wait(TimeDelta::days(7));
    assert_eq!(house.browser().get(&link).status, 404);
    assert_eq!(
        house
            .browser()
            .post(&link, &[("password", PASSWORD)])
            .status,
        404
    );
}

#[test]
fn who_has_an_account_accepts_with_it_and_nobody_else_does() {
    let house = House::new(Default::default());
    let place = Place::InBody(BODY.into(), Role::Approver);
    let ada = house.signed_up("ada@arden.example");
    let eve = house.signed_up("eve@arden.example");
    let link = invited(&house, "ada@arden.example", &place);
    let page = words(&house.browser().get(&link).text());
    assert!(
        page.contains("There is an account with this address."),
        "{page}"
    );
    let overtaken = house
        .browser()
        .post(&link, &[("password", "another one of mine")]);
    assert_eq!(overtaken.status, 303);
    assert!(
        overtaken
            .header(http::header::LOCATION)
            .starts_with("/sign-in?next=")
    );
    assert_eq!(eve.post(&link, &[]).status, 409);
    assert_eq!(
        ada.post(&link, &[]).status,
        303,
        "a refused one takes nothing away"
    );
    let account = words(&ada.get("/account").text());
    assert!(account.contains("approver"), "{account}");
    assert!(!words(&eve.get("/account").text()).contains("approver"));
    assert_eq!(ada.post(&link, &[]).status, 404);
}

#[test]
fn an_invitation_never_takes_a_greater_role_away() {
    let house = House::new(Default::default());
    let ada = house.signed_up("ada@arden.example");
    for (role, expect) in [
        (Role::Administrator, "administrator"),
        (Role::Member, "administrator"),
    ] {
        let link = invited(
            &house,
            "ada@arden.example",
            &Place::InBody(BODY.into(), role),
        );
        assert_eq!(ada.post(&link, &[]).status, 303);
        let account = words(&ada.get("/account").text());
        assert!(
            account.contains(&format!("Purchases , {expect}")),
            "{account}"
        );
    }
}

#[test]
fn signing_up_and_asking_for_a_password_tell_nobody_who_has_an_account() {
    let house = House::new(Default::default());
    house.signed_up("ada@arden.example");
    for page in ["/sign-up", "/reset"] {
        let answers = ["ada@arden.example", "nobody@arden.example"].map(|email| {
            let answer = house.browser().post(page, &[("email", email)]);
            (
                answer.status,
                answer.header(http::header::LOCATION).to_owned(),
                answer.bytes,
            )
        });
        assert_eq!(answers[0], answers[1], "{page}");
    }
    let mails = house.mails();
    let told: Vec<_> = mails
        .iter()
        .map(|mail| (mail.recipient.as_str(), mail.subject.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("ada@arden.example", "Choose a new password"),
            ("nobody@arden.example", "Confirm your address"),
            ("ada@arden.example", "You have an account already"),
            ("ada@arden.example", "Confirm your address"),
        ]
    );
}

#[test]
fn a_new_password_ends_every_session_and_every_older_link() {
    let house = House::new(Default::default());
    let before = house.signed_up("ada@arden.example");
    let asked = house.browser();
    asked.post("/reset", &[("email", "ada@arden.example")]);
    let older = house.mailed_link("ada@arden.example");
    asked.post("/reset", &[("email", "Ada@Arden.example")]);
    let link = house.mailed_link("ada@arden.example");
    assert_eq!(house.browser().get(&older).status, 404);
    let new = "quick brown foxes jump";
    assert_eq!(asked.post(&link, &[("password", new)]).status, 303);
    assert_eq!(asked.get("/account").status, 200);
    assert_eq!(before.get("/account").status, 303);
    assert_eq!(
        house.browser().post(&link, &[("password", new)]).status,
        404
    );
    assert_eq!(
        house
            .browser()
            .sign_in("ada@arden.example", PASSWORD)
            .status,
        400
    );
    assert_eq!(
        house.browser().sign_in("ada@arden.example", new).status,
        303
    );
}

#[test]
fn a_link_to_a_new_password_is_over_after_two_hours() {
    let house = House::new(Default::default());
    house.signed_up("ada@arden.example");
    house
        .browser()
        .post("/reset", &[("email", "ada@arden.example")]);
    let link = house.mailed_link("ada@arden.example");
    house.wait(TimeDelta::hours(2));
    assert_eq!(house.browser().get(&link).status, 404);
}
