//! A decision memo from its first word to the frozen file.

use super::asking::{Answer, RUNTIME, Site, words};
use http::StatusCode;
use interlocal_catalog::{
    NaiveDate,
    offering::{Content, CostModel, Term},
    policy::{Actor, Role, Visibility},
};
use interlocal_portal::{desk::withdraw::TakingBack, publish::Publication};
use interlocal_testkit::{
    memos::{begun, frozen},
    offerings::{offering, open_within},
    people::{Somebody, somebody},
    small_world,
};

pub const BODY: &str = "il-department-of-innovation-and-technology";
const OTHER_BODY: &str = "center-for-internet-security";

pub fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

pub fn member(site: &Site, email: &str, body: &str) -> Somebody {
    RUNTIME.block_on(somebody(&site.world.portal, email, &[(body, Role::Member)]))
}

pub fn publish(site: &Site, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "",
    };
    RUNTIME
        .block_on(site.world.portal.publish(&Actor::Portal, publication))
        .unwrap();
}

pub fn service(slug: &str) -> Content {
    Content {
        title: format!("The {slug} service"),
        rules: vec![open_within("state-17")],
        ..offering(slug, BODY)
    }
}

/// Where a form leads.
pub fn to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header(http::header::LOCATION).to_owned()
}

/// A frozen memo of the body on these offerings; its address.
pub fn frozen_memo(site: &Site, options: &[&str]) -> String {
    frozen_memo_for(site, "state-17", options)
}

fn frozen_memo_for(site: &Site, government: &str, options: &[&str]) -> String {
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(async {
        let id = begun(portal, &Actor::Portal, (BODY, government), options).await;
        frozen(portal, &Actor::Portal, id).await;
        id
    });
    format!("/memos/{id}")
}

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> String {
    let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1);
    rest.unwrap_or_else(|| panic!("no field {name}"))
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

/// The first name of a field that begins so.
fn field(html: &str, begins: &str) -> String {
    let rest = html.split(&format!("name=\"{begins}")).nth(1).unwrap();
    format!("{begins}{}", rest.split('"').next().unwrap())
}

#[test]
fn a_memo_is_written_approved_and_frozen_by_people_of_its_body() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let form = site.get_as(&ada, "/memos/new?o=walrus&o=heron&for=county-17031");
    assert!(words(&form.text()).contains("The heron service"));
    let begin = [
        ("body", BODY),
        ("for", "county-17031"),
        ("title", "Watching our computers"),
        ("need", "120 computers, day and night."),
        ("o", "walrus"),
        ("o", "heron"),
    ];
    let memo = to(&site.post_as(&ada, "/memos/new", &begin));
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("A draft. It decides nothing"), "{page}");
    assert!(
        page.contains("Cook County lies in the area served."),
        "{page}"
    );

    let freeze = site.get_as(&ada, &format!("{memo}/freeze")).text();
    assert!(words(&freeze).contains("Say whether “The walrus service” is chosen"));
    assert!(!freeze.contains("Freeze it for good"));
    let early = site.post_as(&ada, &format!("{memo}/freeze"), &[("version", "1")]);
    assert_eq!(early.status, StatusCode::BAD_REQUEST);

    let edit = site.get_as(&ada, &format!("{memo}/edit")).text();
    assert!(words(&edit).contains("BidBuy"), "the entry of Illinois");
    let rule = field(&edit, "rule-");
    let said = [
        ("version", "1"),
        ("title", "Watching our computers"),
        ("need", "120 computers, day and night."),
        ("years", "3"),
        ("q-endpoint", "1,200"),
        ("q-tb", "4.5"),
        ("choice-walrus", "chosen"),
        ("why-walrus", "It answers within an hour."),
        ("price-walrus", "Quote 17 of November 2, 2026."),
        ("choice-heron", "not_chosen"),
        ("why-heron", "It sleeps at night."),
        (rule.as_str(), "No contract there watches computers."),
    ];
    let wrong: Vec<(&str, &str)> = said
        .iter()
        .map(|(name, value)| (*name, if *name == "q-tb" { "many" } else { *value }))
        .collect();
    let refused = site.post_as(&ada, &format!("{memo}/edit"), &wrong);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let refused = refused.text();
    assert!(refused.contains("href=\"#q-tb\""), "{refused}");
    assert!(
        refused.contains("It answers within an hour."),
        "typed words stay"
    );
    to(&site.post_as(&ada, &format!("{memo}/edit"), &said));
    let stale = site.post_as(&ada, &format!("{memo}/edit"), &said);
    assert_eq!(stale.status, StatusCode::CONFLICT);

    let bo = member(&site, "bo@arden.example", BODY);
    let page = site.get_as(&bo, &memo).text();
    let approve = [
        ("version", &*hidden(&page, "version")),
        ("decision", "approved"),
        ("name", "Bo Officer"),
        ("comment", "Within the budget."),
    ];
    to(&site.post_as(&bo, &format!("{memo}/approvals"), &approve));
    let nameless = [("version", "2"), ("decision", "approved"), ("name", " ")];
    let nameless = site.post_as(&bo, &format!("{memo}/approvals"), &nameless);
    assert_eq!(nameless.status, StatusCode::BAD_REQUEST);

    let ask = site.get_as(&ada, &format!("{memo}/freeze")).text();
    assert!(words(&ask).contains("1 approval"), "{}", words(&ask));
    let version = hidden(&ask, "version");
    to(&site.post_as(&ada, &format!("{memo}/freeze"), &[("version", &version)]));
    let page = site.get_as(&ada, &memo).text();
    let page = words(&page);
    for said in [
        "Frozen on November 22, 2026",
        "120 computers, day and night.",
        "1,200 endpoints, 4.5 TB",
        "It answers within an hour.",
        "It sleeps at night.",
        "Quote 17 of November 2, 2026.",
        "No contract there watches computers.",
        "Bo Officer",
        "Within the budget.",
        "Cook County lies in the area served.",
        "Nothing that the memo relies on has changed",
        "SHA-256 of this memo",
    ] {
        assert!(page.contains(said), "“{said}” is missing: {page}");
    }
    assert!(words(&site.get_as(&bo, "/memos").text()).contains("Frozen on November 22, 2026"));
}

#[test]
fn what_is_frozen_takes_no_change_and_a_draft_has_no_file() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus"]);
    for (form, fields) in [
        ("/edit", vec![("version", "2"), ("title", "Other")]),
        (
            "/options",
            vec![("version", "2"), ("do", "remove"), ("slug", "walrus")],
        ),
        (
            "/approvals",
            vec![("version", "2"), ("decision", "approved"), ("name", "Ada")],
        ),
        ("/freeze", vec![("version", "2")]),
        ("/discard", vec![("version", "2")]),
        ("/attachments/1/remove", vec![]),
    ] {
        let answer = site.post_as(&ada, &format!("{memo}{form}"), &fields);
        assert_eq!(answer.status, StatusCode::CONFLICT, "{form}");
    }
    let portal = &site.world.portal;
    let draft = begun(portal, &Actor::Portal, (BODY, "state-17"), &["walrus"]);
    let draft = RUNTIME.block_on(draft);
    for ending in [".json", ".xlsx"] {
        let answer = site.get_as(&ada, &format!("/memos/{draft}{ending}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{ending}");
    }
    let link = site.post_as(&ada, &format!("/memos/{draft}/link"), &[("do", "open")]);
    assert_eq!(link.status, StatusCode::CONFLICT);
}

#[test]
fn another_bodys_memo_answers_like_none() {
    let site = site();
    publish(&site, &service("walrus"));
    let memo = frozen_memo(&site, &["walrus"]);
    let mal = member(&site, "mal@boro.example", OTHER_BODY);
    for rest in ["", ".json", ".xlsx", "/edit", "/freeze", "/attachments/1"] {
        let theirs = site.get_as(&mal, &format!("{memo}{rest}"));
        let none = site.get_as(&mal, &format!("/memos/999{rest}"));
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{rest}");
        let shown = |answer: &Answer| {
            let number = memo.rsplit('/').next().unwrap();
            let text = answer.text();
            let text = text.replace(&format!("%2Fmemos%2F{number}"), "MEMO");
            let text = text.replace("%2Fmemos%2F999", "MEMO");
            text.replace(&memo, "MEMO").replace("/memos/999", "MEMO")
        };
        assert_eq!(shown(&theirs), shown(&none), "{rest}");
    }
    assert!(
        !site
            .get_as(&mal, "/memos")
            .text()
            .contains("Endpoint detection")
    );
    let begin = [("body", BODY), ("for", "state-17"), ("title", "Not ours")];
    let theirs = site.post_as(&mal, "/memos/new", &begin);
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_script_in_any_text_is_text_everywhere() {
    const SCRIPT: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let site = site();
    publish(
        &site,
        &Content {
            title: SCRIPT.to_owned(),
            ..service("walrus")
        },
    );
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [
        ("body", BODY),
        ("for", "state-17"),
        ("title", SCRIPT),
        ("need", SCRIPT),
        ("o", "walrus"),
    ];
    let memo = to(&site.post_as(&ada, "/memos/new", &begin));
    let edit = site.get_as(&ada, &format!("{memo}/edit")).text();
    let rule = field(&edit, "rule-");
    let said = [
        ("version", "1"),
        ("title", SCRIPT),
        ("need", SCRIPT),
        ("choice-walrus", "chosen"),
        ("why-walrus", SCRIPT),
        ("price-walrus", SCRIPT),
        (rule.as_str(), SCRIPT),
    ];
    to(&site.post_as(&ada, &format!("{memo}/edit"), &said));
    let say = [
        ("version", "2"),
        ("decision", "declined"),
        ("name", SCRIPT),
        ("comment", SCRIPT),
    ];
    to(&site.post_as(&ada, &format!("{memo}/approvals"), &say));
    let clean = |path: &str| {
        let html = site.get_as(&ada, path).text();
        assert!(!html.contains("<script>alert"), "{path}: {html}");
        assert!(!html.contains("<img src=x"), "{path}");
        html
    };
    for rest in ["", "/edit", "/freeze"] {
        clean(&format!("{memo}{rest}"));
    }
    to(&site.post_as(&ada, &format!("{memo}/freeze"), &[("version", "2")]));
    assert!(clean(&memo).contains("&lt;script&gt;alert(1)"));
    clean("/memos");
    to(&site.post_as(&ada, &format!("{memo}/link"), &[("do", "open")]));
    let page = clean(&memo);
    let shared = page.split("/memos/shared/").nth(1).unwrap();
    let shared = format!("/memos/shared/{}", shared.split(['"', '<']).next().unwrap());
    clean(&shared);
    let file = site.get_as(&ada, &format!("{memo}.json"));
    let verified = site.post_as(&ada, "/memos/verify", &[("text", &file.text())]);
    assert_eq!(verified.status, StatusCode::OK);
    assert!(!verified.text().contains("<script>alert"));
}

#[test]
fn a_memo_tells_what_changed_since_and_stays_as_it_was() {
    let site = site();
    let before = service("walrus");
    publish(&site, &before);
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo_for(&site, "county-17031", &["walrus", "heron"]);
    let file = site.get_as(&ada, &format!("{memo}.json")).bytes;
    let since = |site: &Site| {
        let html = site.get_as(&ada, &memo).text();
        let part = html.split("id=\"since\"").nth(1).unwrap();
        words(&format!("<{}", part.split("id=\"need\"").next().unwrap()))
    };
    assert!(since(&site).contains("Nothing that the memo relies on"));
    publish(
        &site,
        &Content {
            cost_model: CostModel::MemberFee,
            term: Term {
                starts_on: None,
                ends_on: NaiveDate::from_ymd_opt(2027, 1, 31),
            },
            rules: vec![open_within("state-39")],
            ..before
        },
    );
    let told = since(&site);
    assert!(
        told.contains("Changed: Price, term and who may use it"),
        "{told}"
    );
    assert!(told.contains("Membership fee"), "{told}");
    assert!(told.contains("2027"), "{told}");
    assert!(told.contains("The answer was Yes and is now No"), "{told}");
    let back = TakingBack {
        reason: "It has ended.".to_owned(),
        successor: None,
    };
    RUNTIME
        .block_on(
            site.world
                .portal
                .withdraw(&Actor::Portal, &BODY.into(), &"heron".into(), back),
        )
        .unwrap();
    assert!(since(&site).contains("Withdrawn"), "{}", since(&site));
    assert_eq!(site.get_as(&ada, &format!("{memo}.json")).bytes, file);
    let verified = site.send(
        "/memos/verify",
        &[("text", &String::from_utf8(file).unwrap())],
        &[],
    );
    assert!(words(&verified.text()).contains("It is the memo that this portal froze."));
}

#[test]
fn the_link_of_a_memo_opens_it_until_it_is_taken_back_or_what_it_names_is_for_few() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus"]);
    let link = |site: &Site, word: &str| -> String {
        to(&site.post_as(&ada, &format!("{memo}/link"), &[("do", word)]));
        let page = site.get_as(&ada, &memo).text();
        let rest = page.split("/memos/shared/").nth(1).unwrap_or_default();
        format!("/memos/shared/{}", rest.split(['"', '<']).next().unwrap())
    };
    let first = link(&site, "open");
    let page = site.page(&first);
    assert!(words(&page).contains("Endpoint detection"));
    assert!(
        !page.contains("Take the link back"),
        "a reader has no controls"
    );
    assert_eq!(
        site.get(&format!("{first}.json")).bytes,
        site.get_as(&ada, &format!("{memo}.json")).bytes
    );
    let second = link(&site, "open");
    assert_eq!(site.get(&first).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&second).status, StatusCode::OK);

    publish(
        &site,
        &Content {
            visibility: Visibility::VerifiedGovernments,
            ..service("walrus")
        },
    );
    for ending in ["", ".json", ".xlsx"] {
        let hidden = site.get(&format!("{second}{ending}"));
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{ending}");
    }
    let mal = member(&site, "mal@boro.example", OTHER_BODY);
    assert_eq!(site.get_as(&mal, &second).status, StatusCode::OK);
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(
        page.contains("shows to verified governments alone"),
        "{page}"
    );
    link(&site, "close");
    assert_eq!(site.get_as(&mal, &second).status, StatusCode::NOT_FOUND);
}

#[test]
fn an_approval_before_a_change_says_so_and_a_newer_edition_is_taken_on_request() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let portal = &site.world.portal;
    let id = begun(portal, &ada.actor, (BODY, "state-17"), &["walrus"]);
    let memo = format!("/memos/{}", RUNTIME.block_on(id));
    let say = [
        ("version", "1"),
        ("decision", "approved"),
        ("name", "Ada Clerk"),
    ];
    to(&site.post_as(&ada, &format!("{memo}/approvals"), &say));
    publish(
        &site,
        &Content {
            summary: "It watches more now.".to_owned(),
            ..service("walrus")
        },
    );
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("edition 1"), "{page}");
    assert!(page.contains("a newer edition stands"), "{page}");
    let renew = [("version", "1"), ("do", "renew"), ("slug", "walrus")];
    to(&site.post_as(&ada, &format!("{memo}/options"), &renew));
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("edition 2"), "{page}");
    assert!(page.contains("Approved before the last change"), "{page}");
    let late = site.post_as(&ada, &format!("{memo}/approvals"), &say);
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[test]
fn an_adoption_is_recorded_in_one_step_after_the_memo() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus", "heron"]);
    let page = site.get_as(&ada, &memo).text();
    assert!(page.contains("name=\"since-walrus\""), "{page}");
    assert!(
        !page.contains("name=\"since-heron\""),
        "what was not chosen is not adopted"
    );
    let heron = site.post_as(&ada, &format!("{memo}/adopt"), &[("slug", "heron")]);
    assert_eq!(heron.status, StatusCode::NOT_FOUND);
    let ahead = [("slug", "walrus"), ("since-walrus", "2027-06-01")];
    let ahead = site.post_as(&ada, &format!("{memo}/adopt"), &ahead);
    assert_eq!(ahead.status, StatusCode::BAD_REQUEST);
    assert!(ahead.text().contains("href=\"#since-walrus\""));
    let other = [("slug", "walrus"), ("size-walrus", "tb")];
    let other = site.post_as(&ada, &format!("{memo}/adopt"), &other);
    assert_eq!(other.status, StatusCode::BAD_REQUEST, "nobody stated it");
    assert!(other.text().contains("href=\"#size-walrus\""));
    let since = [
        ("slug", "walrus"),
        ("since-walrus", "2026-11-01"),
        ("size-walrus", "endpoint"),
    ];
    to(&site.post_as(&ada, &format!("{memo}/adopt"), &since));
    let users = words(&site.page("/offerings/walrus"));
    assert!(users.contains("120 endpoints"), "{users}");
    assert!(users.contains("decision memo"), "{users}");
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("on record for Illinois"), "{page}");
}

#[test]
fn a_memo_begins_from_a_comparison_at_the_size_that_is_remembered() {
    let site = site();
    publish(&site, &service("walrus"));
    publish(&site, &service("heron"));
    let compare = site.page("/compare?o=walrus&o=heron&for=county-17031");
    let begin = super::asking::link(&compare, "Start a decision memo");
    assert_eq!(begin, "/memos/new?o=walrus&o=heron&for=county-17031");
    let ada = member(&site, "ada@arden.example", BODY);
    let cookies = format!(
        "{}; interlocal_size=endpoints=120&years=5",
        super::asking::cookie(&ada)
    );
    let fields = [
        ("form_token", ada.form_token.as_str()),
        ("body", BODY),
        ("for", "county-17031"),
        ("title", "Watching"),
        ("o", "walrus"),
    ];
    let memo = to(&site.send("/memos/new", &fields, &[("cookie", cookies)]));
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("120 endpoints"), "{page}");
    assert!(page.contains("5 years"), "{page}");
}

/// What a draft of a memo says, with these quantities.
fn with_quantities<'a>(quantities: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("version", "1"),
        ("title", "Watching"),
        ("need", "Somebody awake."),
        ("years", "3"),
        ("choice-walrus", "chosen"),
        ("why-walrus", "It is awake."),
    ];
    fields.extend(quantities);
    fields
}

#[test]
fn quantities_of_a_memo_are_typed_as_for_a_comparison() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let portal = &site.world.portal;
    let id = begun(portal, &Actor::Portal, (BODY, "state-17"), &["walrus"]);
    let memo = format!("/memos/{}", RUNTIME.block_on(id));
    let edit = format!("{memo}/edit");
    for wrong in ["0.12345", "2 per device", "-1", "many"] {
        let typed = with_quantities(&[("q-device", wrong)]);
        let refused = site.post_as(&ada, &edit, &typed);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
        let compare = site.get(&format!(
            "/compare?o=walrus&devices={}",
            wrong.replace(' ', "+")
        ));
        assert_eq!(compare.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let typed = with_quantities(&[
        ("q-user", "1,200"),
        ("q-device", "1.5 per user"),
        ("q-tb", "0.1234"),
    ]);
    to(&site.post_as(&ada, &edit, &typed));
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("1,200 users"), "{page}");
    assert!(page.contains("1.5 devices per user"), "{page}");
    assert!(page.contains("0.1234 TB"), "{page}");
    let form = site.get_as(&ada, &edit).text();
    assert!(form.contains("value=\"1.5 per user\""), "{form}");
}

#[test]
fn a_memo_that_states_several_quantities_lets_one_choose_the_size_of_the_adoption() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let portal = &site.world.portal;
    let id = begun(portal, &Actor::Portal, (BODY, "state-17"), &["walrus"]);
    let id = RUNTIME.block_on(id);
    let memo = format!("/memos/{id}");
    let edit = site.get_as(&ada, &format!("{memo}/edit")).text();
    let rule = field(&edit, "rule-");
    let mut typed = with_quantities(&[("q-user", "80"), ("q-device", "1.5 per user")]);
    typed.push((&rule, "Nothing there."));
    to(&site.post_as(&ada, &format!("{memo}/edit"), &typed));
    to(&site.post_as(&ada, &format!("{memo}/freeze"), &[("version", "2")]));
    let page = site.get_as(&ada, &memo).text();
    for choice in ["State no size", "80 users", "120 devices"] {
        assert!(words(&page).contains(choice), "{choice}: {page}");
    }
    let wrong = [
        ("slug", "walrus"),
        ("since-walrus", "last fall"),
        ("size-walrus", "device"),
    ];
    let refused = site.post_as(&ada, &format!("{memo}/adopt"), &wrong);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let refused = refused.text();
    assert!(refused.contains("value=\"last fall\""), "{refused}");
    assert!(refused.contains("value=\"device\" selected"), "{refused}");
    let device = [("slug", "walrus"), ("size-walrus", "device")];
    to(&site.post_as(&ada, &format!("{memo}/adopt"), &device));
    let users = words(&site.page("/offerings/walrus"));
    assert!(users.contains("120 devices"), "{users}");
}

#[test]
fn a_memo_begins_for_a_government_by_its_name() {
    let site = site();
    let ada = member(&site, "ada@arden.example", BODY);
    let form = site.get_as(&ada, "/memos/new?for=county-17031").text();
    assert!(
        form.contains("value=\"Cook County, Illinois (county-17031)\""),
        "{form}"
    );
    assert!(
        form.contains("data-name=\"/api/v1/jurisdictions\""),
        "{form}"
    );
    let begin = |name: &str, key: &str| {
        let fields = [
            ("body", BODY),
            ("title", "Watching"),
            ("need", "Somebody awake."),
            ("for", name),
            ("for_key", key),
        ];
        site.post_as(&ada, "/memos/new", &fields)
    };
    let several = begin("Cook County", "");
    assert_eq!(several.status, StatusCode::BAD_REQUEST);
    let several = several.text();
    assert!(words(&several).contains("“Cook County” may mean several; choose one below"));
    assert!(
        several.contains("name=\"for_key\" value=\"county-27031\""),
        "{several}"
    );
    for kept in [
        "value=\"Cook County\"",
        "Somebody awake.",
        "value=\"Watching\"",
    ] {
        assert!(several.contains(kept), "{kept}: {several}");
    }
    for (name, key, found) in [
        ("Cook County", "county-27031", "Cook County, Minnesota"),
        ("Cook County, Illinois", "", "Cook County, Illinois"),
        (
            "Cook County, Illinois (county-17031)",
            "",
            "Cook County, Illinois",
        ),
        ("county-17031", "", "Cook County, Illinois"),
    ] {
        let memo = to(&begin(name, key));
        let page = words(&site.get_as(&ada, &memo).text());
        assert!(page.contains(&format!("Decided for {found}")), "{page}");
    }
    for nobody in ["Nowhere at all", ""] {
        let refused = begin(nobody, "");
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let refused = refused.text();
        assert!(refused.contains("href=\"#for\""), "{refused}");
        assert!(
            refused.contains(&format!("value=\"{nobody}\"")),
            "{refused}"
        );
    }
}

#[test]
fn a_memo_says_that_nothing_is_charged_and_what_the_way_in_costs() {
    let site = site();
    let mut free = service("walrus");
    free.cost_model = CostModel::Free;
    publish(&site, &free);
    let mut member = service("heron");
    member.cost_model = CostModel::MemberFee;
    member.rules = serde_json::from_value(serde_json::json!([{
        "id": "r1",
        "area": "everywhere",
        "kinds": ["local_government"],
        "steps": [{
            "kind": "membership",
            "in": "the-program",
            "fee": {"per": "year", "bands": [{"min": 0, "max": null, "usd": 250}]},
        }],
    }]))
    .unwrap();
    publish(&site, &member);
    publish(&site, &service("otter"));
    let ada = super::memos::member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo_for(&site, "county-17031", &["walrus", "heron", "otter"]);
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("The provider charges nothing."), "{page}");
    assert!(page.contains("In total over 3 years: $750"), "{page}");
    assert_eq!(page.matches("Price not published").count(), 1, "{page}");
}
