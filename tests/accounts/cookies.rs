//! Cookies follow the address under which people reach the portal.

use super::browser::{House, PASSWORD};
use crate::routes::asking::{RUNTIME, words};
use http::header::SET_COOKIE;
use interlocal_portal::Outside;
use interlocal_store::NewAccount;

fn house(public_url: &str) -> House {
    House::new(Outside {
        public_url: public_url.parse().unwrap(),
        ..Default::default()
    })
}

fn session_cookie(public_url: &str) -> Vec<String> {
    let house = house(public_url);
    house.signed_up("ada@arden.example");
    let answer = house.browser().sign_in("ada@arden.example", PASSWORD);
    assert_eq!(answer.status, 303, "{public_url}");
    let cookie = answer.header(SET_COOKIE).to_owned();
    let (name, rest) = cookie.split_once('=').unwrap();
    let mut parts: Vec<String> = rest.split("; ").skip(1).map(str::to_owned).collect();
    parts.insert(0, name.to_owned());
    parts
}

#[test]
fn https_binds_the_cookie_to_the_host() {
    let expect = [
        "__Host-interlocal",
        "Path=/",
        "Max-Age=1209600",
        "HttpOnly",
        "SameSite=Lax",
        "Secure",
    ];
    assert_eq!(session_cookie("https://portal.example"), expect);
}

#[test]
fn http_on_this_machine_does_without() {
    let expect = [
        "interlocal_session",
        "Path=/",
        "Max-Age=1209600",
        "HttpOnly",
        "SameSite=Lax",
    ];
    assert_eq!(session_cookie("http://127.0.0.1:8080"), expect);
    assert_eq!(session_cookie("http://localhost:8080"), expect);
}

#[test]
fn any_other_http_refuses_to_sign_in_and_says_why() {
    let house = house("http://portal.example");
    let why = "where anybody on the way could read a password";
    for page in ["/sign-in", "/sign-up", "/reset"] {
        let shown = house.browser().get(page);
        assert!(words(&shown.text()).contains(why), "{page}");
        assert!(!shown.text().contains("type=\"password\""), "{page}");
        let fields = [("email", "ada@arden.example"), ("password", PASSWORD)];
        let sent = house.browser().post(page, &fields);
        assert_eq!(sent.status, 400, "{page}");
        assert!(words(&sent.text()).contains(why), "{page}");
        assert!(!sent.headers.contains_key(SET_COOKIE), "{page}");
    }
    assert!(house.mails().is_empty());
}

#[test]
fn no_session_is_believed_where_it_could_have_been_read() {
    let open = house("http://portal.example");
    let secret = RUNTIME.block_on(async {
        let (portal, now) = (open.portal(), open.portal().now());
        let tx = portal.store().begin().await.unwrap();
        let account = NewAccount {
            email: "ada@arden.example",
            confirmed_at: Some(now),
            ..NewAccount::default()
        };
        let id = tx.add_account(&account, now).await.unwrap();
        tx.commit().await.unwrap();
        portal.session_of(id, &Default::default()).await.unwrap()
    });
    let browser = open.browser();
    browser.plant(secret.expose());
    assert_eq!(browser.get("/account").status, 303);
}
