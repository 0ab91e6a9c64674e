//! Signing in, links, and the account of who has signed in: for anybody, and for
//! nobody but its owner.

use super::{
    actors::Ground,
    row::{Row, get, open, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::Actor;
use interlocal_portal::accounts::invite::Place;
use interlocal_store::MailState;
use interlocal_testkit::people::somebody;

/// Who has no account is sent to sign in.
const OWN: [u16; 7] = [303, 200, 200, 200, 200, 200, 200];
const DONE: [u16; 7] = [303; 7];
const REFUSED: [u16; 7] = [303, 400, 400, 400, 400, 400, 400];
const NOTHING: [u16; 7] = [404; 7];
/// Of somebody else, or of nobody.
const NOBODYS: [u16; 7] = [303, 404, 404, 404, 404, 404, 404];
const NEW: &[(&str, &str)] = &[("name", "Ada"), ("password", "five boxing wizards")];

pub const ROWS: &[Row] = &[
    open("/sign-in", "/sign-in"),
    post(
        "/sign-in",
        "/sign-in",
        &[("email", "{email}"), ("password", "not this one")],
        [400; 7],
    )
    .after(an_address),
    get("/sign-in/code", "/sign-in/code", DONE),
    post(
        "/sign-in/code",
        "/sign-in/code",
        &[("code", "123456")],
        [303, 404, 404, 404, 404, 404, 404],
    ),
    post("/sign-in/{provider}", "/sign-in/nobody", &[], NOTHING),
    get(
        "/auth/{provider}/callback",
        "/auth/nobody/callback",
        NOTHING,
    ),
    post("/sign-out", "/sign-out", &[], DONE),
    open("/sign-up", "/sign-up"),
    post("/sign-up", "/sign-up", &[("email", "{email}")], DONE).after(an_address),
    open("/sign-up/{secret}", "/sign-up/{secret}").after(a_sign_up),
    post("/sign-up/{secret}", "/sign-up/{secret}", NEW, DONE).after(a_sign_up),
    open("/invitations/{secret}", "/invitations/{secret}").after(an_invitation),
    // An invitation is for the address that it names, and for no other account.
    post(
        "/invitations/{secret}",
        "/invitations/{secret}",
        NEW,
        [303, 409, 409, 409, 409, 409, 409],
    )
    .after(an_invitation),
    open("/reset", "/reset"),
    post("/reset", "/reset", &[("email", "{email}")], DONE).after(an_address),
    open("/reset/{secret}", "/reset/{secret}").after(a_reset),
    post("/reset/{secret}", "/reset/{secret}", NEW, DONE).after(a_reset),
    get("/account", "/account", OWN),
    post("/account/name", "/account/name", &[("name", "Ada")], DONE),
    post(
        "/account/email",
        "/account/email",
        &[("email", "{email}")],
        DONE,
    )
    .after(an_address),
    get("/account/email/{secret}", "/account/email/nobody", NOBODYS),
    post(
        "/account/email/{secret}",
        "/account/email/nobody",
        &[],
        NOBODYS,
    ),
    post(
        "/account/password",
        "/account/password",
        &[("password", "five boxing wizards")],
        DONE,
    ),
    post(
        "/account/sessions/end",
        "/account/sessions/end",
        &[("session", "another's")],
        NOBODYS,
    ),
    post(
        "/account/sessions/end-all",
        "/account/sessions/end-all",
        &[],
        DONE,
    ),
    get("/account/second-factor", "/account/second-factor", OWN),
    post(
        "/account/second-factor",
        "/account/second-factor",
        &[("code", "1")],
        REFUSED,
    ),
    post(
        "/account/second-factor/remove",
        "/account/second-factor/remove",
        &[("code", "1")],
        REFUSED,
    ),
    get("/account/tokens", "/account/tokens", OWN),
    // The page that comes back shows the token this once.
    post(
        "/account/tokens",
        "/account/tokens",
        &[("name", "nightly export"), ("days", "30")],
        OWN,
    ),
    post(
        "/account/tokens/revoke",
        "/account/tokens/revoke",
        &[("token", "1000000")],
        NOBODYS,
    ),
    get("/account/data", "/account/data", OWN),
    get("/account/close", "/account/close", OWN),
    post(
        "/account/close",
        "/account/close",
        &[("email", "another@example.gov")],
        REFUSED,
    ),
];

fn an_address(ground: &Ground) -> Vec<(&'static str, String)> {
    let email = format!("new-{}@example.gov", ground.number());
    vec![("email", email)]
}

fn an_invitation(ground: &Ground) -> Vec<(&'static str, String)> {
    let email = format!("invited-{}@example.gov", ground.number());
    let portal = &ground.site.world.portal;
    let email = email.parse().unwrap();
    let invited = portal.invite(&Actor::Portal, &email, &Place::Steward);
    let secret = RUNTIME.block_on(invited).unwrap();
    vec![("secret", secret.expose().to_owned())]
}

fn a_sign_up(ground: &Ground) -> Vec<(&'static str, String)> {
    let email = format!("new-{}@example.gov", ground.number());
    RUNTIME
        .block_on(ground.site.world.portal.sign_up(&email, ""))
        .unwrap();
    mailed(ground, &email, "/sign-up/")
}

fn a_reset(ground: &Ground) -> Vec<(&'static str, String)> {
    let email = format!("known-{}@example.gov", ground.number());
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(async {
        somebody(portal, &email, &[]).await;
        portal.ask_for_reset(&email, "").await.unwrap();
    });
    mailed(ground, &email, "/reset/")
}

/// The secret of the newest link that was mailed.
fn mailed(ground: &Ground, email: &str, folder: &str) -> Vec<(&'static str, String)> {
    let store = ground.site.world.portal.store();
    let mails = RUNTIME
        .block_on(store.mails(MailState::Waiting, 1))
        .unwrap();
    assert_eq!(mails[0].recipient, email);
    let secret = mails[0].body.split(folder).nth(1).unwrap();
    let secret = secret.split_whitespace().next().unwrap();
    vec![("secret", secret.to_owned())]
}
