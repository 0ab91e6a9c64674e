//! What may be tried only so often.

use super::browser::{House, PASSWORD};
use chrono::TimeDelta;
use http::header::RETRY_AFTER;

#[test]
fn five_wrong_passwords_are_enough_for_a_quarter_of_an_hour() {
    let house = House::new(Default::default());
    for email in ["ada@arden.example", "nobody@arden.example"] {
        if email.starts_with("ada") {
            house.signed_up(email);
        }
        for _ in 0..5 {
            assert_eq!(
                house.browser().sign_in(email, "not this one at all").status,
                400
            );
        }
        house.wait(TimeDelta::minutes(5));
        let answer = house.browser().sign_in(email, PASSWORD);
        assert_eq!(answer.status, 429, "{email}");
        assert_eq!(answer.header(RETRY_AFTER), "600", "{email}");
        assert!(
            answer.text().contains("10 minutes") || answer.text().contains("600"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(
        house
            .browser()
            .sign_in("ada@arden.example", PASSWORD)
            .status,
        429
    );
    house.wait(TimeDelta::minutes(15));
    assert_eq!(
        house
            .browser()
            .sign_in("ada@arden.example", PASSWORD)
            .status,
        303
    );
}

#[test]
fn a_right_password_begins_the_count_anew() {
    let house = House::new(Default::default());
    house.signed_up("ada@arden.example");
    for _ in 0..3 {
        for _ in 0..4 {
            house
                .browser()
                .sign_in("ada@arden.example", "not this one at all");
        }
        assert_eq!(
            house
                .browser()
                .sign_in("ada@arden.example", PASSWORD)
                .status,
            303
        );
    }
}

#[test]
fn nobody_is_mailed_more_than_three_links_an_hour() {
    let house = House::new(Default::default());
    for page in ["/sign-up", "/reset", "/reset"] {
        house
            .browser()
            .post(page, &[("email", "ada@arden.example")]);
    }
    let before = house.mails().len();
    for page in ["/sign-up", "/reset"] {
        let answer = house
            .browser()
            .post(page, &[("email", "ada@arden.example")]);
        assert_eq!(answer.status, 429);
    }
    assert_eq!(house.mails().len(), before);
    house.wait(TimeDelta::hours(1));
    let again = house
        .browser()
        .post("/sign-up", &[("email", "ada@arden.example")]);
    assert_eq!(again.status, 303);
}

#[test]
fn a_machine_that_tries_many_addresses_is_throttled_behind_a_proxy() {
    let house = House::new(interlocal_portal::Outside {
        behind_proxy: true,
        ..Default::default()
    });
    let try_from = |machine: &str, number: u32| {
        let email = format!("nobody-{number}@arden.example");
        let fields = [("email", email.as_str())];
        // What the client wrote itself stands before what the proxy added.
        let told = format!("10.0.0.{number}, {machine}");
        let headers = [("x-forwarded-for", told)];
        house.site.send("/reset", &fields, &headers).status.as_u16()
    };
    for number in 0..20 {
        assert_eq!(try_from("192.0.2.7", number), 303);
    }
    assert_eq!(try_from("192.0.2.7", 20), 429);
    assert_eq!(try_from("192.0.2.8", 21), 303);
}
