//! Joining a body, its people and its known domains, over HTTP.

use super::asking::{Answer, RUNTIME, Site, words};
use http::StatusCode;
use interlocal_catalog::{OrganizationId, policy::Role};
use interlocal_testkit::{
    now,
    people::{Somebody, somebody, steward},
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";
const OTHER: &str = "center-for-internet-security";

fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

fn person(site: &Site, email: &str, roles: &[(&str, Role)]) -> Somebody {
    RUNTIME.block_on(somebody(&site.world.portal, email, roles))
}

fn role(site: &Site, who: &Somebody, body: &str) -> Option<Role> {
    let store = site.world.portal.store();
    let roles = RUNTIME.block_on(store.roles_of(who.id)).unwrap();
    roles.get(&OrganizationId::new(body)).copied()
}

fn desk(rest: &str) -> String {
    format!("/desk/{BODY}/{rest}")
}

fn goes_to(answer: &Answer, path: &str) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.header(http::header::LOCATION);
    assert!(to.starts_with(path), "{to}");
}

#[test]
fn nobody_raises_their_own_role_by_what_they_send() {
    let site = site();
    let member = person(&site, "member@arden.example", &[(BODY, Role::Member)]);
    let own = desk(&format!("members/{}/role", member.id));
    let answer = site.post_as(&member, &own, &[("role", "administrator")]);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let sent = [
        ("name", "Ada"),
        ("role", "administrator"),
        ("is_steward", "true"),
        ("steward", "yes"),
    ];
    site.post_as(&member, "/account/name", &sent);
    let ask = [
        ("body", OTHER),
        ("message", "let me in"),
        ("role", "administrator"),
        ("granted", "true"),
    ];
    goes_to(&site.post_as(&member, "/join", &ask), "/join");
    assert_eq!(role(&site, &member, BODY), Some(Role::Member));
    assert_eq!(role(&site, &member, OTHER), None);
    let account = RUNTIME.block_on(site.world.portal.store().account(member.id));
    assert!(!account.unwrap().unwrap().is_steward);
}

#[test]
fn an_administrator_reaches_nobody_of_another_body() {
    let site = site();
    let admin = person(&site, "admin@arden.example", &[(BODY, Role::Administrator)]);
    let theirs = person(&site, "other@arden.example", &[(OTHER, Role::Member)]);
    let asker = person(&site, "asker@arden.example", &[]);
    let ask = [("body", OTHER), ("message", "I work there")];
    goes_to(&site.post_as(&asker, "/join", &ask), "/join");
    let request = RUNTIME
        .block_on(site.world.portal.store().join_requests_of(asker.id))
        .unwrap()[0]
        .id;
    for (path, fields) in [
        (format!("members/{}/role", theirs.id), ("role", "editor")),
        (format!("members/{}/remove", theirs.id), ("x", "")),
        (format!("requests/{request}"), ("answer", "grant")),
        ("domains/remove".to_owned(), ("domain", "cis.arden.example")),
    ] {
        let answer = site.post_as(&admin, &desk(&path), &[fields]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    for rest in ["members", "domains", "log", "log.csv"] {
        let answer = site.get_as(&admin, &format!("/desk/{OTHER}/{rest}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{rest}");
    }
    assert_eq!(role(&site, &theirs, OTHER), Some(Role::Member));
    assert_eq!(role(&site, &asker, OTHER), None);
}

#[test]
fn the_last_administrator_stays_unless_a_steward_takes_them_away() {
    let site = site();
    let admin = person(&site, "admin@arden.example", &[(BODY, Role::Administrator)]);
    let second = person(
        &site,
        "second@arden.example",
        &[(BODY, Role::Administrator)],
    );
    let demote = |who: &Somebody| desk(&format!("members/{}/role", who.id));
    let editor = [("role", "editor")];
    goes_to(
        &site.post_as(&admin, &demote(&second), &editor),
        &desk("members"),
    );
    for (path, fields) in [
        (demote(&admin), &editor[..]),
        (desk(&format!("members/{}/remove", admin.id)), &[]),
    ] {
        let answer = site.post_as(&admin, &path, fields);
        assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
        assert!(answer.text().contains("keeps at least one administrator"));
    }
    assert_eq!(role(&site, &admin, BODY), Some(Role::Administrator));
    let steward = RUNTIME.block_on(steward(&site.world.portal, "s@arden.example"));
    goes_to(
        &site.post_as(&steward, &demote(&admin), &editor),
        &desk("members"),
    );
    assert_eq!(role(&site, &admin, BODY), Some(Role::Editor));
}

#[test]
fn a_request_is_granted_as_a_member_only_or_refused_with_a_word() {
    let site = site();
    let admin = person(&site, "admin@arden.example", &[(BODY, Role::Administrator)]);
    let asker = person(&site, "asker@arden.example", &[]);
    let message = "<script>alert(1)</script> I run the help desk";
    let ask = [("body", BODY), ("message", message)];
    goes_to(&site.post_as(&asker, "/join", &ask), "/join");
    let twice = site.post_as(&asker, "/join", &ask);
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let open = site.get_as(&asker, &format!("/join?body={BODY}")).text();
    assert!(words(&open).contains("You asked on November 22, 2026"));
    assert!(
        !open.contains("name=\"message\""),
        "there is nothing to ask"
    );
    let page = site.get_as(&admin, &desk("members")).text();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; I run"));
    assert!(!page.contains("<script>alert"));
    let request = RUNTIME
        .block_on(site.world.portal.store().join_requests_of(asker.id))
        .unwrap()[0]
        .id;
    let decide = desk(&format!("requests/{request}"));
    let refused = site.post_as(&admin, &decide, &[("answer", "refuse")]);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(words(&refused.text()).contains("say why not"));
    let granted = [("answer", "grant"), ("role", "administrator")];
    goes_to(&site.post_as(&admin, &decide, &granted), &desk("members"));
    assert_eq!(role(&site, &asker, BODY), Some(Role::Member));
    let again = site.post_as(&admin, &decide, &granted);
    assert_eq!(again.status, StatusCode::NOT_FOUND, "it is decided");
    let own = words(&site.get_as(&asker, "/join").text());
    assert!(own.contains("granted"), "{own}");
}

#[test]
fn an_invitation_names_its_faults_and_keeps_what_was_typed() {
    let site = site();
    let admin = person(&site, "admin@arden.example", &[(BODY, Role::Administrator)]);
    let typed = [("email", "not an address"), ("role", "king")];
    let answer = site.post_as(&admin, &desk("members"), &typed);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let page = answer.text();
    for part in [
        "href=\"#email\"",
        "href=\"#role\"",
        "value=\"not an address\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let typed = [("email", "new@arden.example"), ("role", "editor")];
    goes_to(
        &site.post_as(&admin, &desk("members"), &typed),
        &desk("members"),
    );
    let waiting = site.world.portal.store();
    let waiting = RUNTIME.block_on(waiting.mails(interlocal_store::MailState::Waiting, 10));
    let mail = &waiting.unwrap()[0];
    assert_eq!(mail.recipient, "new@arden.example");
    let link = mail.body.split_whitespace();
    let mut link = link.filter_map(|word| word.split_once("/invitations/"));
    let link = format!("/invitations/{}", link.next_back().unwrap().1);
    assert_eq!(site.get(&link).status, StatusCode::OK);

    let page = site.get_as(&admin, &desk("members")).text();
    assert!(words(&page).contains("new@arden.example As editor, by admin@arden.example"));
    let prefix = desk("invitations/");
    let rest = page.split(&format!("action=\"{prefix}")).nth(1).unwrap();
    let id = rest.split('"').next().unwrap();
    assert!(!link.contains(id), "the page does not show the secret");
    let take_back = format!("{prefix}{id}");
    let other = person(&site, "o@boro.example", &[(OTHER, Role::Administrator)]);
    let theirs = format!("/desk/{OTHER}/invitations/{id}");
    assert_eq!(
        site.post_as(&other, &theirs, &[]).status,
        StatusCode::NOT_FOUND
    );
    goes_to(&site.post_as(&admin, &take_back, &[]), &desk("members"));
    assert_eq!(site.get(&link).status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.post_as(&admin, &take_back, &[]).status,
        StatusCode::NOT_FOUND
    );
    let page = site.get_as(&admin, &desk("members")).text();
    assert!(!page.contains("new@arden.example"));
}

#[test]
fn a_known_domain_lets_in_exactly_its_own_addresses_and_nobody_who_was_taken_out() {
    let site = site();
    let portal = &site.world.portal;
    let admin = person(&site, "admin@doit.example", &[(BODY, Role::Administrator)]);
    let on_it = person(&site, "ada@arden.gov", &[]);
    let below = person(&site, "eve@mail.arden.gov", &[]);
    for refused in ["gmail.com", "k12.ca.us", "co.uk", "not a domain", "arden"] {
        let answer = site.post_as(&admin, &desk("domains"), &[("domain", refused)]);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{refused}");
        assert!(answer.text().contains("href=\"#domain\""), "{refused}");
    }
    let domain = [("domain", "ARDEN.gov")];
    goes_to(
        &site.post_as(&admin, &desk("domains"), &domain),
        &desk("domains"),
    );
    assert_eq!(
        role(&site, &on_it, BODY),
        Some(Role::Member),
        "who was there joins"
    );
    assert_eq!(role(&site, &below, BODY), None);
    let other = person(&site, "o@arden.example", &[(OTHER, Role::Administrator)]);
    let theirs = format!("/desk/{OTHER}/domains");
    let taken = site.post_as(&other, &theirs, &domain);
    assert_eq!(
        taken.status,
        StatusCode::BAD_REQUEST,
        "it is another body's"
    );
    let remove = desk(&format!("members/{}/remove", on_it.id));
    goes_to(&site.post_as(&admin, &remove, &[]), &desk("members"));
    goes_to(
        &site.post_as(&admin, &desk("domains/remove"), &domain),
        &desk("domains"),
    );
    goes_to(
        &site.post_as(&admin, &desk("domains"), &domain),
        &desk("domains"),
    );
    assert_eq!(
        role(&site, &on_it, BODY),
        None,
        "who was taken out stays out"
    );
    let log = RUNTIME
        .block_on(portal.store().audit_log(&Default::default(), None, 20))
        .unwrap();
    let joined = log.iter().find(|entry| entry.action == "join_by_domain");
    assert_eq!(joined.unwrap().subject, "ada@arden.gov");
}

#[test]
fn a_government_that_is_no_body_becomes_one_when_a_steward_grants_it() {
    let site = site();
    let asker = person(&site, "clerk@arden.example", &[]);
    let page = site.get_as(&asker, "/join?q=cook+county+illinois").text();
    assert!(page.contains("/join?government=county-17031"), "{page}");
    let ask = [
        ("government", "county-17031"),
        ("message", "I am the clerk"),
    ];
    goes_to(&site.post_as(&asker, "/join", &ask), "/join");
    let steward = RUNTIME.block_on(steward(&site.world.portal, "s@arden.example"));
    let page = words(&site.get_as(&steward, "/steward/requests").text());
    assert!(page.contains("Cook County, Illinois"), "{page}");
    let request = RUNTIME
        .block_on(site.world.portal.store().join_requests_of(asker.id))
        .unwrap()[0]
        .id;
    let path = format!("/steward/requests/{request}");
    let grant = [("answer", "grant"), ("role", "administrator")];
    goes_to(&site.post_as(&steward, &path, &grant), "/steward/requests");
    let body = "cook-county-illinois";
    assert_eq!(role(&site, &asker, body), Some(Role::Administrator));
    assert!(
        site.page(&format!("/organizations/{body}"))
            .contains("Cook County")
    );
    let second = person(&site, "second@arden.example", &[]);
    goes_to(&site.post_as(&second, "/join", &ask), "/join");
    let open = RUNTIME.block_on(site.world.portal.store().open_requests_of(&body.into()));
    assert_eq!(open.unwrap().len(), 1, "the next one asks the body itself");
}

#[test]
fn who_has_not_confirmed_the_address_joins_nothing() {
    let site = site();
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(async {
        let tx = portal.store().begin().await.unwrap();
        let new = interlocal_store::NewAccount {
            email: "new@arden.gov",
            ..Default::default()
        };
        let id = tx.add_account(&new, now()).await.unwrap();
        tx.commit().await.unwrap();
        id
    });
    let who = RUNTIME.block_on(async {
        let secret = portal.session_of(id, &Default::default()).await.unwrap();
        let signed_in = portal.who(&secret).await.unwrap().unwrap();
        Somebody {
            id,
            secret,
            form_token: signed_in.form_token.clone(),
            actor: signed_in.actor(),
        }
    });
    let admin = person(&site, "admin@doit.example", &[(BODY, Role::Administrator)]);
    let domain = [("domain", "arden.gov")];
    goes_to(
        &site.post_as(&admin, &desk("domains"), &domain),
        &desk("domains"),
    );
    assert_eq!(role(&site, &who, BODY), None);
    let ask = [("body", BODY), ("message", "let me in")];
    let answer = site.post_as(&who, "/join", &ask);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}
