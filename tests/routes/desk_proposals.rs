//! Facts that a source proposes for listings: confirmed by a person, or dismissed.

use super::{
    asking::{RUNTIME, words},
    desk_import::send_list,
    desk_review::{BODY, leads_to, person, site},
};
use http::StatusCode;
use interlocal_catalog::policy::{Actor, Role};
use interlocal_exchange::fedramp;
use interlocal_portal::{
    Error,
    importing::{MARKETPLACE, MarketplaceFile, Outcome, import_fedramp, undo_import},
};
use interlocal_testkit::imports::proposed;

const NAMES: [&str; 2] = ["Boro Cloud, Inc.", "Boro Vault"];

#[test]
fn a_confirmed_fact_goes_into_the_draft_with_its_source_and_waits_no_more() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let id = RUNTIME.block_on(proposed(&site.world.portal, &ada.actor, BODY, NAMES));
    let desk = words(&site.get_as(&ada, &format!("/desk/{BODY}/import")).text());
    assert!(desk.contains("1 fact waits for you to confirm"), "{desk}");
    let list = words(&site.get_as(&ada, &format!("/desk/{BODY}/proposals")).text());
    assert!(
        list.contains("FedRAMP authorized Moderate: Boro Vault"),
        "{list}"
    );
    let draft = format!("/desk/{BODY}/offerings/boro-vault");
    let before = words(&site.get_as(&ada, &draft).text());
    assert!(
        !before.contains("FedRAMP"),
        "the import alone changes nothing: {before}"
    );

    let path = format!("/desk/{BODY}/proposals/{id}");
    let nothing = site.post_as(&ada, &path, &[]);
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    let confirmed = site.post_as(&ada, &path, &[("decision", "confirm")]);
    assert_eq!(leads_to(&confirmed), draft);
    let after = words(&site.get_as(&ada, &draft).text());
    assert!(
        after.contains("FedRAMP authorized Moderate: Boro Vault"),
        "{after}"
    );
    assert!(
        after.contains("FedRAMP marketplace, FR-Boro Vault in not-real.json"),
        "{after}"
    );
    let again = site.post_as(&ada, &path, &[("decision", "confirm")]);
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let list = words(&site.get_as(&ada, &format!("/desk/{BODY}/proposals")).text());
    assert!(list.contains("No fact waits for you."), "{list}");
}

#[test]
fn a_dismissed_fact_comes_again_only_when_its_source_says_something_else() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(proposed(portal, &ada.actor, BODY, NAMES));
    let path = format!("/desk/{BODY}/proposals/{id}");
    leads_to(&site.post_as(&ada, &path, &[("decision", "dismiss")]));
    let import = |level: &str| {
        let file = format!(
            r#"{{"data":{{"Products":[
            {{"id":"FR-Boro Vault","csp":"Boro Cloud","cso":"Boro Vault","status":"Authorized","impact_level":"{level}"}},
            {{"id":"FR-2","csp":"Boro Cloud","cso":"Another Thing","status":"Ready"}},
            {{"id":"FR-3","csp":"Nobody Here","cso":"Nothing Here","status":"Ready"}}]}}}}"#
        );
        let found = fedramp::read("x.json", file.as_bytes()).unwrap();
        let when = (portal.now(), false);
        let file = MarketplaceFile {
            found,
            name: "x.json",
            hash: "",
            source: MARKETPLACE,
            body: None,
        };
        let report = import_fedramp(portal.store(), &Actor::Portal, file, when);
        let report = RUNTIME.block_on(report).unwrap();
        Outcome::ALL.map(|outcome| report.count(outcome))
    };
    assert_eq!(
        import("Moderate"),
        [0, 0, 2, 1, 0],
        "the company and the product, in another writing"
    );
    let list = || words(&site.get_as(&ada, &format!("/desk/{BODY}/proposals")).text());
    assert!(list().contains("No fact waits"), "{}", list());
    assert_eq!(import("High"), [0, 1, 1, 1, 0]);
    assert!(
        list().contains("FedRAMP authorized High: Boro Vault"),
        "{}",
        list()
    );
}

#[test]
fn proposals_of_a_file_are_undone_together_unless_somebody_has_decided_one() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let portal = &site.world.portal;
    let undo = |batch: i32| {
        RUNTIME.block_on(undo_import(
            portal.store(),
            &Actor::Portal,
            batch,
            portal.now(),
        ))
    };
    let waiting = || words(&site.get_as(&ada, &format!("/desk/{BODY}/proposals")).text());
    let id = RUNTIME.block_on(proposed(portal, &ada.actor, BODY, NAMES));
    let batch = || RUNTIME.block_on(portal.store().newest_batch(MARKETPLACE));
    let first = batch().unwrap().unwrap().id;
    let path = format!("/desk/{BODY}/proposals/{id}");
    leads_to(&site.post_as(&ada, &path, &[("decision", "dismiss")]));
    let early = undo(first);
    assert!(matches!(early, Err(Error::Conflict(_))), "{early:?}");

    let changed = r#"{"data":{"Products":[{"id":"FR-Boro Vault","csp":"Boro Cloud",
        "cso":"Boro Vault","status":"Authorized","impact_level":"High"}]}}"#;
    let changed = (changed, "marketplace.json");
    let file = send_list(&site, &ada, changed);
    let report = words(&site.get_as(&ada, &file).text());
    assert!(report.contains("What would be done"), "{report}");
    assert!(report.contains("proposed for boro-vault"), "{report}");
    assert!(waiting().contains("No fact waits"), "{}", waiting());
    leads_to(&site.post_as(&ada, &format!("{file}/apply"), &[]));
    RUNTIME.block_on(portal.do_due_imports()).unwrap();
    assert!(waiting().contains("authorized High"), "{}", waiting());
    let desk = site.get_as(&ada, &format!("/desk/{BODY}/import")).text();
    let batch = desk.split("/imports/").nth(1).unwrap();
    let batch = batch.split('/').next().unwrap();
    let path = format!("/desk/{BODY}/imports/{batch}/undo");
    leads_to(&site.post_as(&ada, &path, &[]));
    assert!(waiting().contains("No fact waits"), "{}", waiting());
}
