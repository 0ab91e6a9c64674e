//! Another address for an account: by a link that is mailed to it, and the old one is told.

use super::browser::{House, PASSWORD};
use crate::routes::asking::words;
use chrono::TimeDelta;
use http::header;

const ADA: &str = "ada@arden.example";
const NEW: &str = "ada@birch.example";

fn wanted<'a>(email: &'a str, password: &'a str) -> [(&'a str, &'a str); 2] {
    [("email", email), ("email_password", password)]
}

#[test]
fn an_address_changes_when_its_link_is_opened_and_the_old_one_is_told() {
    let house = House::new(Default::default());
    let ada = house.signed_up(ADA);
    let elsewhere = house.browser();
    assert_eq!(elsewhere.sign_in(ADA, PASSWORD).status, 303);
    let wrong = ada.post("/account/email", &wanted(NEW, "not my password"));
    assert_eq!(wrong.status, 400);
    assert!(
        wrong.text().contains(&format!("value=\"{NEW}\"")),
        "it stays"
    );
    let asked = ada.post("/account/email", &wanted(" Ada@Birch.example ", PASSWORD));
    assert_eq!(
        (asked.status.as_u16(), asked.header(header::LOCATION)),
        (303, "/account?mailed=yes")
    );
    let page = words(&ada.get("/account?mailed=yes").text());
    assert!(
        page.contains("We have written to the new address"),
        "{page}"
    );
    assert!(
        page.contains(ADA) && !page.contains(NEW),
        "nothing changed yet: {page}"
    );

    let link = house.mailed_link(NEW);
    let eve = house.signed_up("eve@arden.example");
    assert_eq!(eve.get(&link).status, 404, "it is somebody else's");
    assert_eq!(eve.post(&link, &[]).status, 404);
    let nobody = house.browser().get(&link);
    assert!(
        nobody.header(header::LOCATION).starts_with("/sign-in"),
        "{nobody:?}"
    );
    let page = words(&ada.get(&link).text());
    assert!(page.contains(ADA) && page.contains(NEW), "{page}");
    assert_eq!(ada.post(&link, &[]).status, 303);
    let page = words(&ada.get("/account").text());
    assert!(page.contains(NEW) && !page.contains(ADA), "{page}");
    assert_ne!(elsewhere.get("/account").status, 200, "other sessions end");
    assert_eq!(house.browser().sign_in(ADA, PASSWORD).status, 400);
    assert_eq!(house.browser().sign_in(NEW, PASSWORD).status, 303);
    assert_eq!(ada.post(&link, &[]).status, 404, "it is good once");
    let told = house.mails();
    let told = told.iter().find(|mail| mail.recipient == ADA).unwrap();
    assert_eq!(told.subject, "Your address was changed");
    assert!(told.body.contains(NEW), "{}", told.body);
}

#[test]
fn nobody_learns_who_has_an_account_by_asking_for_its_address() {
    let house = House::new(Default::default());
    let ada = house.signed_up(ADA);
    house.signed_up("bo@arden.example");
    let taken = ada.post("/account/email", &wanted("bo@arden.example", PASSWORD));
    let free = ada.post("/account/email", &wanted(NEW, PASSWORD));
    assert_eq!(taken.status, free.status);
    assert_eq!(
        taken.header(header::LOCATION),
        free.header(header::LOCATION)
    );
    let mails = house.mails();
    let mail = mails
        .iter()
        .find(|mail| mail.recipient == "bo@arden.example")
        .unwrap();
    assert_eq!(mail.subject, "An account has this address already");
    assert!(!mail.body.contains("/account/email/"), "{}", mail.body);
    // Who makes an account with the address meanwhile keeps it.
    let link = house.mailed_link(NEW);
    house.signed_up(NEW);
    assert_eq!(ada.post(&link, &[]).status, 409);
    assert!(words(&ada.get("/account").text()).contains(ADA));
}

#[test]
fn a_link_to_a_new_address_is_over_after_a_day_and_a_newer_one_ends_it() {
    let house = House::new(Default::default());
    let ada = house.signed_up(ADA);
    ada.post("/account/email", &wanted(NEW, PASSWORD));
    let first = house.mailed_link(NEW);
    ada.post("/account/email", &wanted("ada@cedar.example", PASSWORD));
    assert_eq!(ada.get(&first).status, 404);
    let second = house.mailed_link("ada@cedar.example");
    assert_eq!(ada.get(&second).status, 200);
    house.wait(TimeDelta::hours(24));
    assert_eq!(house.browser().sign_in(ADA, PASSWORD).status, 303);
    let again = house.browser();
    again.sign_in(ADA, PASSWORD);
    assert_eq!(again.get(&second).status, 404);
}

#[test]
fn addresses_are_not_asked_for_without_end_and_none_adds_a_line() {
    let house = House::new(Default::default());
    let ada = house.signed_up(ADA);
    let before = house.mails().len();
    for odd in [
        "",
        "nobody",
        ADA,
        "a@b.example\r\nBcc: all@b.example",
        "a@b.example, c@d.example",
    ] {
        let answer = ada.post("/account/email", &wanted(odd, PASSWORD));
        assert_eq!(answer.status, 400, "{odd:?}");
    }
    assert_eq!(house.mails().len(), before);
    for number in 0..5 {
        let email = format!("ada{number}@birch.example");
        assert_eq!(
            ada.post("/account/email", &wanted(&email, PASSWORD)).status,
            303
        );
    }
    let answer = ada.post("/account/email", &wanted(NEW, PASSWORD));
    assert_eq!(answer.status, 429);
}
