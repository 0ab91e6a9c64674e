//! What people set aside, with an account and without one, and weigh together.

use super::{
    asking::{Answer, RUNTIME, Site, words},
    memos::{BODY, member, publish, service, site, to},
};
use crate::accounts::browser::{House, PASSWORD};
use http::{Method, StatusCode, header};
use interlocal_catalog::{
    offering::Content,
    policy::{Actor, Role, Visibility},
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    offerings::offering,
    people::{Somebody, somebody},
};

const OTHER_BODY: &str = "center-for-internet-security";
const COOKIE: &str = "interlocal_shortlist";

/// What the browser is told to keep.
fn kept(answer: &Answer) -> Option<String> {
    answer
        .headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|line| line.to_str().unwrap().strip_prefix("interlocal_shortlist="))
        .map(|rest| rest.split(';').next().unwrap().to_owned())
        .next()
}

fn change(site: &Site, cookie: &str, word: &str, slug: &str) -> Answer {
    let headers = [("cookie", format!("{COOKIE}={cookie}"))];
    let fields = [(word, slug), ("next", "/search?q=walrus")];
    site.send("/shortlist", &fields, &headers)
}

fn shown(site: &Site, cookie: &str, path: &str) -> String {
    let cookie = format!("{COOKIE}={cookie}");
    site.ask(Method::GET, path, &[("cookie", &cookie)]).text()
}

#[test]
fn a_visitor_sets_offerings_aside_in_the_browser() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let first = change(&site, "", "add", "walrus");
    assert_eq!(to(&first), "/search?q=walrus");
    assert_eq!(kept(&first).as_deref(), Some("walrus"));
    let second = change(&site, "walrus", "add", "heron");
    assert_eq!(kept(&second).as_deref(), Some("walrus.heron"));
    let list = words(&shown(&site, "walrus.heron", "/shortlist"));
    assert!(
        list.contains("2 offerings") && list.contains("The heron service"),
        "{list}"
    );
    assert!(shown(&site, "walrus", "/offerings/walrus").contains("On your shortlist"));
    assert!(shown(&site, "", "/offerings/walrus").contains("☆"));
    let results = words(&shown(&site, "walrus", "/search?q=walrus"));
    assert!(results.contains("★ On your shortlist"), "{results}");
    let calendar = shown(&site, "walrus", "/shortlist.ics");
    assert!(
        calendar.contains("UID:walrus-review@") && !calendar.contains("heron"),
        "{calendar}"
    );
    let third = change(&site, "walrus.heron", "remove", "walrus");
    assert_eq!(kept(&third).as_deref(), Some("heron"));
    for (word, slug, status) in [
        ("add", "never-was", 404),
        ("add", "../../x", 404),
        ("steal", "walrus", 404),
        ("note", "walrus", 303),
    ] {
        assert_eq!(
            change(&site, "", word, slug).status.as_u16(),
            status,
            "{word} {slug}"
        );
    }
    let away = site.send(
        "/shortlist",
        &[("add", "walrus"), ("next", "//evil.example/")],
        &[],
    );
    assert_eq!(to(&away), "/shortlist?done=saved");
}

#[test]
fn what_a_visitor_set_aside_survives_sign_in() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let both = |who: &Somebody, cookie: &str| {
        let cookie = format!("{}; {COOKIE}={cookie}", super::asking::cookie(who));
        let headers = [
            ("cookie", cookie.clone()),
            ("origin", "http://127.0.0.1:8080".to_owned()),
        ];
        let fields = [("form_token", who.form_token.as_str()), ("add", "heron")];
        (
            site.ask(Method::GET, "/shortlist", &[("cookie", &cookie)]),
            site.send("/shortlist", &fields, &headers),
        )
    };
    let (list, added) = both(&ada, "walrus");
    assert!(words(&list.text()).contains("The walrus service"));
    assert_eq!(
        kept(&added).as_deref(),
        Some(""),
        "the browser keeps nothing more"
    );
    let list = words(&site.get_as(&ada, "/shortlist").text());
    assert!(
        list.contains("The walrus service") && list.contains("The heron service"),
        "{list}"
    );
    let note = [
        ("note", "walrus"),
        ("note-walrus", "Ask for <b>references</b>."),
    ];
    to(&site.post_as(&ada, "/shortlist", &note));
    let list = site.get_as(&ada, "/shortlist").text();
    assert!(
        list.contains("Ask for &lt;b&gt;references&lt;/b&gt;."),
        "{list}"
    );
    let bo = member(&site, "bo@arden.example", BODY);
    assert!(
        !site.get_as(&bo, "/shortlist").text().contains("walrus"),
        "it is one's own"
    );
}

#[test]
fn who_signs_in_takes_what_the_browser_kept_into_the_account() {
    let house = House::new(Default::default());
    let portal = house.portal();
    let snapshot = portal.snapshot();
    let body = snapshot
        .directory
        .organizations()
        .map(|body| &body.id)
        .min();
    let content = offering("walrus", body.unwrap().as_str());
    let publication = Publication {
        content: &content,
        aliases: &[],
        reason: "",
    };
    RUNTIME
        .block_on(portal.publish(&Actor::Portal, publication))
        .unwrap();
    house.signed_up("cy@arden.example");
    let browser = house.browser();
    let star = [("add", "walrus")];
    assert_eq!(browser.post("/shortlist", &star).status, 303);
    let list = words(&browser.get("/shortlist").text());
    assert!(list.contains("It is kept in this browser"), "{list}");
    assert!(list.contains("1 offering"), "{list}");
    assert_eq!(browser.sign_in("cy@arden.example", PASSWORD).status, 303);
    let elsewhere = house.browser();
    elsewhere.sign_in("cy@arden.example", PASSWORD);
    for browser in [browser, elsewhere] {
        let list = words(&browser.get("/shortlist").text());
        assert!(
            list.contains("walrus") && list.contains("1 offering"),
            "{list}"
        );
    }
}

#[test]
fn people_of_a_body_weigh_options_together() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let bo = member(&site, "bo@arden.example", BODY);
    let begin = [("body", BODY), ("title", "Watching"), ("o", "walrus")];
    let place = to(&site.post_as(&ada, "/workspaces", &begin));
    let untitled = [("body", BODY), ("title", " "), ("o", "walrus")];
    let refused = site.post_as(&ada, "/workspaces", &untitled);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let add = [
        ("do", "add"),
        ("slug", "https://portal.example/offerings/heron?for=x"),
    ];
    to(&site.post_as(&bo, &format!("{place}/items"), &add));
    let page = site.get_as(&bo, &place).text();
    let items: Vec<String> = page
        .split("id=\"item-")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(items.len(), 2, "{page}");
    let say = |who: &Somebody, item: &str, opinion: &str, comment: &str| {
        let (opinion_name, comment_name) = (format!("opinion-{item}"), format!("comment-{item}"));
        let fields = [
            ("item", item),
            (&*opinion_name, opinion),
            (&*comment_name, comment),
        ];
        site.post_as(who, &format!("{place}/say"), &fields)
    };
    to(&say(&ada, &items[0], "yes", "It answers <fast>."));
    to(&say(&bo, &items[0], "no", "It is far."));
    to(&say(&bo, &items[0], "maybe", "It is near after all."));
    assert_eq!(
        say(&bo, &items[0], "perhaps", "").status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(say(&bo, "999", "yes", "").status, StatusCode::NOT_FOUND);
    let html = site.get_as(&ada, &place).text();
    assert!(html.contains("It answers &lt;fast&gt;."), "{html}");
    let page = words(&html);
    assert!(page.contains("1 yes, 1 maybe, 0 no"), "{page}");
    assert!(
        page.contains("It is near after all.") && !page.contains("It is far."),
        "{page}"
    );
    let memo = super::asking::link(&html, "Start a decision memo");
    assert!(memo.contains("o=walrus&o=heron"), "{memo}");
    let listed = words(&site.get_as(&bo, "/shortlist").text());
    assert!(listed.contains("Watching"), "{listed}");

    let mal = member(&site, "mal@boro.example", OTHER_BODY);
    assert_eq!(site.get_as(&mal, &place).status, StatusCode::NOT_FOUND);
    assert_eq!(say(&mal, &items[0], "no", "").status, StatusCode::NOT_FOUND);
    let remove = [("do", "remove"), ("item", items[0].as_str())];
    let theirs = site.post_as(&mal, &format!("{place}/items"), &remove);
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    to(&site.post_as(&ada, &format!("{place}/items"), &remove));
    assert!(!site.get_as(&ada, &place).text().contains("It answers"));
    to(&site.post_as(&ada, &format!("{place}/discard"), &[]));
    assert_eq!(site.get_as(&ada, &place).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_link_of_a_workspace_shows_what_its_reader_may_see() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [
        ("body", BODY),
        ("title", "Watching"),
        ("o", "walrus"),
        ("o", "heron"),
    ];
    let place = to(&site.post_as(&ada, "/workspaces", &begin));
    let link = |site: &Site, word: &str| {
        to(&site.post_as(&ada, &format!("{place}/link"), &[("do", word)]));
        let page = site.get_as(&ada, &place).text();
        let rest = page.split("/workspaces/shared/").nth(1).unwrap_or_default();
        format!(
            "/workspaces/shared/{}",
            rest.split(['"', '<']).next().unwrap()
        )
    };
    let shared = link(&site, "open");
    let page = site.page(&shared);
    assert!(words(&page).contains("The heron service"));
    assert!(
        !page.contains("<form class=\"il-form\""),
        "a reader has no forms"
    );
    let hidden = Content {
        visibility: Visibility::VerifiedGovernments,
        ..service("heron")
    };
    publish(&site, &hidden);
    let page = words(&site.page(&shared));
    assert!(
        !page.contains("heron") && page.contains("1 option"),
        "{page}"
    );
    let other = [(OTHER_BODY, Role::Member)];
    let mal = RUNTIME.block_on(somebody(&site.world.portal, "mal@boro.example", &other));
    assert!(words(&site.get_as(&mal, &shared).text()).contains("The heron service"));
    let second = link(&site, "open");
    assert_eq!(site.get(&shared).status, StatusCode::NOT_FOUND);
    link(&site, "close");
    assert_eq!(site.get(&second).status, StatusCode::NOT_FOUND);
    assert!(
        !words(&shown(&site, "heron.walrus", "/shortlist")).contains("heron"),
        "nor is it on a visitor's list"
    );
}

/// The button that puts an offering into the tray, or takes it out.
fn tray_button(word: &str, slug: &str) -> String {
    format!("form=\"compare-these\" name=\"{word}\" value=\"{slug}\"")
}

#[test]
fn a_shortlist_puts_each_of_its_offerings_into_the_tray_and_compares_them_all() {
    let site = site();
    let slugs = ["walrus", "heron", "otter", "lynx", "ibex"];
    for slug in slugs {
        publish(&site, &service(slug));
    }
    let one = shown(&site, "walrus", "/shortlist");
    assert!(one.contains(&tray_button("add", "walrus")), "{one}");
    assert!(one.contains("id=\"o-walrus\""), "{one}");
    assert!(!words(&one).contains("Compare these"), "{one}");
    let add = [("add", "walrus"), ("back", "/shortlist"), ("to_row", "yes")];
    let added = site.send("/compare/tray", &add, &[]);
    assert_eq!(to(&added), "/shortlist#o-walrus");
    let cookie = format!("{COOKIE}=walrus.heron; interlocal_compare=walrus");
    let two = site
        .ask(Method::GET, "/shortlist", &[("cookie", &cookie)])
        .text();
    assert!(two.contains(&tray_button("remove", "walrus")), "{two}");
    assert!(two.contains(&tray_button("add", "heron")), "{two}");
    let all = super::asking::link(&two, "Compare these 2");
    assert_eq!(all, "/compare?o=walrus&o=heron");
    let five = shown(&site, &slugs.join("."), "/shortlist");
    assert!(!words(&five).contains("Compare these"), "{five}");
    assert!(words(&five).contains("Compare up to 4"), "{five}");
}

#[test]
fn a_workspace_puts_each_of_its_options_into_the_tray_and_compares_them_all() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [
        ("body", BODY),
        ("title", "Watching"),
        ("o", "walrus"),
        ("o", "heron"),
    ];
    let place = to(&site.post_as(&ada, "/workspaces", &begin));
    to(&site.post_as(&ada, &format!("{place}/link"), &[("do", "open")]));
    let own = site.get_as(&ada, &place).text();
    let rest = own.split("/workspaces/shared/").nth(1).unwrap();
    let secret = rest.split(['"', '<']).next().unwrap();
    let shared = site.page(&format!("/workspaces/shared/{secret}"));
    for page in [own, shared] {
        for slug in ["walrus", "heron"] {
            assert!(page.contains(&tray_button("add", slug)), "{page}");
            assert!(page.contains(&format!("name=\"add\" value=\"{slug}\"")));
        }
        let all = super::asking::link(&page, "Compare these 2");
        assert!(all.starts_with("/compare?o=walrus&o=heron"), "{all}");
        assert!(page.contains("form=\"stars\""), "{page}");
    }
    to(&site.post_as(&ada, "/shortlist", &[("add", "walrus")]));
    let own = words(&site.get_as(&ada, &place).text());
    assert!(own.contains("★ On your shortlist"), "{own}");
}

#[test]
fn a_shortlist_and_a_workspace_have_their_twins_in_json() {
    let site = site();
    publish(&site, &service("walrus"));
    let cookie = format!("{COOKIE}=walrus");
    let path = "/api/v1/shortlist?for=county-17031";
    let visitor = site.ask(Method::GET, path, &[("cookie", &cookie)]).json();
    assert_eq!(visitor["for"], "county-17031");
    assert_eq!(visitor["items"][0]["slug"], "walrus");
    assert_eq!(visitor["items"][0]["verdict"]["outcome"], "yes");
    assert_eq!(site.json(path)["items"].as_array().unwrap().len(), 0);
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [("body", BODY), ("title", "Watching"), ("o", "walrus")];
    let place = to(&site.post_as(&ada, "/workspaces", &begin));
    let html = site.get_as(&ada, &place).text();
    assert!(html.contains(&format!("href=\"/api/v1{place}\"")), "{html}");
    let rest = html.split("id=\"item-").nth(1).unwrap();
    let item = rest.split('"').next().unwrap();
    let (opinion, comment) = (format!("opinion-{item}"), format!("comment-{item}"));
    let say = [
        ("item", item),
        (opinion.as_str(), "maybe"),
        (comment.as_str(), "Ask for references."),
    ];
    to(&site.post_as(&ada, &format!("{place}/say"), &say));
    let own = site.get_as(&ada, &format!("/api/v1{place}")).json();
    assert_eq!(own["title"], "Watching");
    assert_eq!(own["items"][0]["opinions"]["maybe"], 1);
    assert_eq!(
        own["items"][0]["voices"][0]["comment"],
        "Ask for references."
    );
    let list = site.get_as(&ada, "/api/v1/shortlist").json();
    assert_eq!(list["workspaces"][0]["url"], place.as_str());
    to(&site.post_as(&ada, &format!("{place}/link"), &[("do", "open")]));
    let own = site.get_as(&ada, &format!("/api/v1{place}")).json();
    let link = own["link"].as_str().unwrap();
    let secret = link.rsplit('/').next().unwrap();
    publish(
        &site,
        &Content {
            visibility: Visibility::VerifiedGovernments,
            ..service("walrus")
        },
    );
    let shared = site.json(&format!("/api/v1/workspaces/shared/{secret}"));
    assert_eq!(shared["items"].as_array().unwrap().len(), 0);
    assert_eq!(shared["link"], serde_json::Value::Null);
}

#[test]
fn an_option_is_added_by_words_of_its_title() {
    let site = site();
    for slug in ["walrus", "walrus-two", "heron"] {
        publish(&site, &service(slug));
    }
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [("body", BODY), ("title", "Watching"), ("o", "heron")];
    let workspace = to(&site.post_as(&ada, "/workspaces", &begin));
    let begin = [
        ("body", BODY),
        ("title", "Watching"),
        ("for", "state-17"),
        ("o", "heron"),
    ];
    let memo = to(&site.post_as(&ada, "/memos/new", &begin));
    let add = |place: &str, version: &str, words: &str, key: &str| {
        let path = match place == memo {
            true => format!("{place}/options"),
            false => format!("{place}/items"),
        };
        let fields = [
            ("do", "add"),
            ("version", version),
            ("slug", words),
            ("slug_key", key),
        ];
        site.post_as(&ada, &path, &fields)
    };
    for place in [&workspace, &memo] {
        for unknown in ["", "no such thing"] {
            let refused = add(place, "1", unknown, "");
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{unknown}");
            assert!(refused.text().contains("href=\"#slug\""));
        }
        let several = add(place, "1", "walrus", "").text();
        // A slug is a name too, and names one alone.
        assert_eq!(several, "");
        let several = add(place, "2", "the walrus", "");
        assert_eq!(several.status, StatusCode::BAD_REQUEST);
        let several = several.text();
        assert!(several.contains("value=\"the walrus\""), "{several}");
        assert!(
            several.contains("name=\"slug_key\" value=\"walrus-two\""),
            "{several}"
        );
        to(&add(place, "2", "the walrus", "walrus-two"));
        let page = words(&site.get_as(&ada, place).text());
        assert!(page.contains("The walrus-two service"), "{page}");
    }
    let mal = member(&site, "mal@boro.example", OTHER_BODY);
    let fields = [("do", "add"), ("version", "3"), ("slug", "the walrus")];
    for path in [format!("{workspace}/items"), format!("{memo}/options")] {
        let theirs = site.post_as(&mal, &path, &fields);
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{path}");
    }
}
