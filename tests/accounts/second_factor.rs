//! The second factor: shown at every sign-in, good once, asked of whom the
//! configuration names.

use super::browser::{Browser, House, PASSWORD};
use crate::routes::asking::{RUNTIME, words};
use chrono::TimeDelta;
use interlocal_catalog::policy::Role;
use interlocal_portal::{Outside, accounts::second_factor::Asked};
use totp_rs::{Builder, Secret};

const BODY: &str = "ri-division-of-purchases";

/// What an authenticator app with this key shows.
fn code(key: &str, seconds: u64) -> String {
    let key = Secret::try_from_base32(key.replace(' ', "")).unwrap();
    let app = Builder::new()
        .with_secret(key)
        .with_skew(0)
        .build()
        .unwrap();
    app.generate(seconds).to_string()
}

/// Sets it up; gives the key and the recovery codes.
fn set_up(house: &House, browser: &Browser<'_>) -> (String, Vec<String>) {
    let page = browser.get("/account/second-factor").text();
    let key = page
        .split("il-key\">")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    let wrong = browser.post("/account/second-factor", &[("code", "000000")]);
    assert_eq!(wrong.status, 400);
    assert!(
        wrong.text().contains(&key),
        "the key stays until it is in force"
    );
    let shown = code(&key, house.seconds());
    let done = browser.post("/account/second-factor", &[("code", &shown)]);
    assert_eq!(done.status, 200, "{}", done.text());
    let codes = done.text();
    let codes = codes
        .split("<code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned());
    (key, codes.collect())
}

#[test]
fn a_password_alone_opens_nothing_once_it_is_set_up() {
    let house = House::new(Default::default());
    let (key, _) = set_up(&house, &house.signed_up("ada@arden.example"));
    house.wait(TimeDelta::seconds(60));
    let browser = house.browser();
    let came_in = browser.sign_in("ada@arden.example", PASSWORD);
    assert_eq!(
        came_in.header(http::header::LOCATION),
        "/sign-in/code?next=%2F"
    );
    let secret = browser.session();
    for page in ["/account", "/account/data", "/account/close"] {
        let answer = browser.get(page);
        assert_eq!(answer.status, 303, "{page}");
        assert!(
            answer
                .header(http::header::LOCATION)
                .starts_with("/sign-in/code"),
            "{page}"
        );
    }
    for form in [
        "/account/name",
        "/account/password",
        "/account/second-factor/remove",
    ] {
        let shown = code(&key, house.seconds());
        let answer = browser.post(form, &[("name", "Eve"), ("code", &shown)]);
        assert!(
            answer
                .header(http::header::LOCATION)
                .starts_with("/sign-in/code"),
            "{form}"
        );
    }
    assert_eq!(
        browser.post("/sign-in/code", &[("code", "000000")]).status,
        400
    );
    let shown = code(&key, house.seconds());
    assert_eq!(
        browser.post("/sign-in/code", &[("code", &shown)]).status,
        303
    );
    assert_ne!(
        browser.session(),
        secret,
        "the session goes on under a new secret"
    );
    assert_eq!(browser.get("/account").status, 200);
}

#[test]
fn a_code_is_good_once() {
    let house = House::new(Default::default());
    let (key, _) = set_up(&house, &house.signed_up("ada@arden.example"));
    let try_code = |shown: &str| {
        let browser = house.browser();
        browser.sign_in("ada@arden.example", PASSWORD);
        browser
            .post("/sign-in/code", &[("code", shown)])
            .status
            .as_u16()
    };
    let used_to_set_up = code(&key, house.seconds());
    assert_eq!(try_code(&used_to_set_up), 400);
    house.wait(TimeDelta::seconds(60));
    let shown = code(&key, house.seconds());
    assert_eq!(try_code(&shown), 303);
    assert_eq!(try_code(&shown), 400);
    let older = code(&key, house.seconds() - 30);
    assert_eq!(try_code(&older), 400);
}

#[test]
fn a_recovery_code_stands_for_a_lost_device_once() {
    let house = House::new(Default::default());
    let (_, codes) = set_up(&house, &house.signed_up("ada@arden.example"));
    assert_eq!(codes.len(), 10);
    let browser = house.browser();
    browser.sign_in("ada@arden.example", PASSWORD);
    let typed = codes[3].to_uppercase().replace('-', " ");
    assert_eq!(
        browser.post("/sign-in/code", &[("code", &typed)]).status,
        303
    );
    let page = words(&browser.get("/account").text());
    assert!(page.contains("Recovery codes left: 9"), "{page}");
    let again = house.browser();
    again.sign_in("ada@arden.example", PASSWORD);
    assert_eq!(again.post("/sign-in/code", &[("code", &typed)]).status, 400);
    let other = house.signed_up("eve@arden.example");
    set_up(&house, &other);
    let eve = house.browser();
    eve.sign_in("eve@arden.example", PASSWORD);
    assert_eq!(
        eve.post("/sign-in/code", &[("code", &codes[4])]).status,
        400,
        "another's code"
    );
}

#[test]
fn codes_cannot_be_tried_one_after_the_other() {
    let house = House::new(Default::default());
    let (key, _) = set_up(&house, &house.signed_up("ada@arden.example"));
    house.wait(TimeDelta::minutes(20));
    let browser = house.browser();
    browser.sign_in("ada@arden.example", PASSWORD);
    for _ in 0..5 {
        assert_eq!(
            browser.post("/sign-in/code", &[("code", "000000")]).status,
            400
        );
    }
    let shown = code(&key, house.seconds());
    assert_eq!(
        browser.post("/sign-in/code", &[("code", &shown)]).status,
        429
    );
}

#[test]
fn whom_it_is_asked_of_may_nothing_until_it_is_shown() {
    let house = House::new(Outside {
        second_factor_for: vec![Asked::Role(Role::Approver), Asked::Steward],
        ..Default::default()
    });
    let approver = house.signed_up("ada@arden.example");
    let id = RUNTIME.block_on(async {
        let store = house.portal().store();
        let account = store
            .account_by_email("ada@arden.example")
            .await
            .unwrap()
            .unwrap();
        let tx = store.begin().await.unwrap();
        let now = house.portal().now();
        tx.set_role(account.id, &BODY.into(), Role::Approver, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        account.id
    });
    let actor = |browser: &Browser<'_>| {
        let secret =
            interlocal_portal::accounts::secret::Secret::shown(&browser.session().unwrap());
        RUNTIME
            .block_on(house.portal().who(&secret))
            .unwrap()
            .unwrap()
    };
    let before = actor(&approver);
    assert_eq!(before.person.id, id);
    assert!(before.person.roles.is_empty() && before.lacking.is_some());
    let sent = approver.get("/account");
    assert!(
        sent.header(http::header::LOCATION)
            .starts_with("/sign-in/code")
    );
    assert_eq!(
        approver.get("/sign-in/code").header(http::header::LOCATION),
        "/account/second-factor"
    );
    set_up(&house, &approver);
    let after = actor(&approver);
    assert_eq!(after.person.role_in(&BODY.into()), Some(Role::Approver));
    assert_eq!(after.lacking, None);
    let member = house.signed_up("bo@arden.example");
    assert_eq!(
        member.get("/account").status,
        200,
        "it is not asked of others"
    );
}
