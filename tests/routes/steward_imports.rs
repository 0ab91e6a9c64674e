//! Files that concern every body: stewards see what they would do, take them in, and
//! undo that.

use super::{
    asking::{RUNTIME, Site, words},
    desk_import::send_to,
    desk_review::{leads_to, person, site},
};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_testkit::people::{Somebody, steward};

const FILES: &str = "/steward/imports";
const REGISTRY: &str = "Domain name,Domain type,Organization name,Suborganization name,City,State\n\
    cookil.gov,County,Cook County,=cmd(),Chicago,IL\n\
    court.gov,County,Circuit Court,,Chicago,IL\n\
    cook.com,County,Cook County,,Chicago,IL\n";

fn works(site: &Site) {
    RUNTIME
        .block_on(site.world.portal.do_due_imports())
        .unwrap();
}

fn seen(site: &Site, who: &Somebody, path: &str) -> String {
    let answer = site.get_as(who, path);
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    words(&answer.text())
}

#[test]
fn the_registry_is_looked_at_taken_in_and_undone() {
    let site = site();
    let sue = RUNTIME.block_on(steward(&site.world.portal, "sue@portal.example"));
    let sent = send_to(&site, &sue, FILES, &[], ("full.csv", REGISTRY.as_bytes()));
    let file = leads_to(&sent);
    works(&site);
    let report = seen(&site, &sue, &file);
    for said in [
        "What would be done",
        "Registry of .gov domains",
        "suggests Cook County, IL (county-17031)",
        "Created: 1",
        "Doubtful: 1",
        "Refused: 1",
    ] {
        assert!(report.contains(said), "{said}: {report}");
    }
    let csv = site.get_as(&sue, &format!("{file}/report.csv")).text();
    assert!(csv.contains("2,0,created,cookil.gov"), "{csv}");
    let store = site.world.portal.store();
    let stands = || RUNTIME.block_on(store.registered_domain("cookil.gov"));
    assert_eq!(stands().unwrap(), None, "nothing is written yet");

    leads_to(&site.post_as(&sue, &format!("{file}/apply"), &[]));
    works(&site);
    assert!(stands().unwrap().is_some());
    let done = seen(&site, &sue, &file);
    assert!(done.contains("The file was taken in as import"), "{done}");
    let list = site.get_as(&sue, FILES).text();
    let batch = list.split("/steward/past-imports/").nth(1).unwrap();
    let batch = batch.split('/').next().unwrap();
    let undo = format!("/steward/past-imports/{batch}/undo");
    let back = leads_to(&site.post_as(&sue, &undo, &[]));
    assert_eq!(stands().unwrap(), None);
    let said = seen(&site, &sue, &back);
    assert!(said.contains("2 entries stand as before"), "{said}");
}

#[test]
fn a_list_of_a_body_is_not_for_stewards_and_their_files_are_not_for_bodies() {
    let site = site();
    let sue = RUNTIME.block_on(steward(&site.world.portal, "sue@portal.example"));
    let ada = person(&site, "ada", Role::Editor);
    let list = ("list.csv", b"contract,company\n7,Boro\n".as_slice());
    let sent = send_to(&site, &sue, FILES, &[], list);
    assert_eq!(sent.status, StatusCode::BAD_REQUEST);
    let said = words(&sent.text());
    assert!(
        said.contains("which bodies take in at their desks"),
        "{said}"
    );
    let sent = send_to(&site, &sue, FILES, &[], ("full.csv", REGISTRY.as_bytes()));
    let file = leads_to(&sent);
    works(&site);
    let id = file.rsplit('/').next().unwrap();
    let desk = format!("/desk/{}/import/{id}", super::desk_review::BODY);
    assert_eq!(site.get_as(&ada, &desk).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get_as(&ada, &file).status, StatusCode::NOT_FOUND);
    assert_eq!(
        send_to(&site, &ada, FILES, &[], ("full.csv", REGISTRY.as_bytes())).status,
        StatusCode::NOT_FOUND
    );
}
