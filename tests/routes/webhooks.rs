//! Addresses that are told of events, as their pages show them.

use super::asking::{RUNTIME, Site};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_testkit::{
    people::{somebody, steward},
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";
const OTHER: &str = "center-for-internet-security";
const ADDRESS: &str = "https://hooks.example.org/interlocal";

#[test]
fn a_secret_is_shown_once_and_an_address_of_a_body_is_nothing_to_another_one() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let administrator = |email: &str, body: &str| {
        let roles = [(body, Role::Administrator)];
        RUNTIME.block_on(somebody(&site.world.portal, email, &roles))
    };
    let ada = administrator("ada@it.example", BODY);
    let list = format!("/desk/{BODY}/webhooks");
    let typed = [
        ("address", ADDRESS),
        ("events", "offering.published"),
        ("events", "offering.retired"),
    ];
    let added = site.post_as(&ada, &list, &typed);
    assert_eq!(added.status, StatusCode::OK);
    let html = added.text();
    let (_, rest) = html.split_once("whsec_").expect("the secret is shown");
    let secret = rest.split('<').next().unwrap().to_owned();
    assert_eq!(secret.len(), 44, "32 bytes in base64");
    let id = RUNTIME.block_on(async {
        let store = site.world.portal.store();
        let known = store.webhooks_of(Some(&BODY.into())).await.unwrap();
        known[0].id
    });
    let one = format!("{list}/{id}");
    for path in [&list, &one, &format!("/desk/{BODY}/log")] {
        let page = site.get_as(&ada, path);
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text().contains(ADDRESS), "{path}");
        assert!(!page.text().contains(&secret), "{path} shows the secret");
    }
    // A test event waits until it is handed over.
    let sent = site.post_as(&ada, &one, &[("do", "test")]);
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let html = site.get_as(&ada, &one).text();
    assert!(html.contains("evt_") && html.contains("Waits"), "{html}");
    assert!(html.contains("tried 0 times"), "{html}");
    // The same number under another owner is nothing.
    let bo = administrator("bo@cis.example", OTHER);
    let stew = RUNTIME.block_on(steward(&site.world.portal, "stew@it.example"));
    let others = format!("/desk/{OTHER}/webhooks/{id}");
    let portals = format!("/steward/webhooks/{id}");
    for (who, path) in [(&bo, &others), (&stew, &portals), (&bo, &one)] {
        assert_eq!(site.get_as(who, path).status, StatusCode::NOT_FOUND);
        let removed = site.post_as(who, path, &[("do", "remove")]);
        assert_eq!(removed.status, StatusCode::NOT_FOUND, "{path}");
    }
    // What cannot be as it is stays in its boxes.
    for (address, events, words) in [
        (ADDRESS, "offering.changed", "told already"),
        ("https://10.0.0.1/", "offering.changed", "not public"),
        ("http://hooks.example.org/", "offering.changed", "https://"),
        (
            "https://hooks.example.org/b",
            "offering.bought",
            "at least one",
        ),
    ] {
        let typed = [("address", address), ("events", events)];
        let refused = site.post_as(&ada, &list, &typed);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{address}");
        let html = refused.text();
        assert!(html.contains(words), "{address}: {html}");
        assert!(html.contains(&format!("value=\"{address}\"")), "{html}");
    }
    let nothing = site.post_as(&ada, &one, &[("do", "sing")]);
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    site.post_as(&ada, &one, &[("do", "stop")]);
    let html = site.get_as(&ada, &one).text();
    assert!(html.contains("ada@it.example stopped it."), "{html}");
    assert!(html.contains("Go on"), "{html}");
    let removed = site.post_as(&ada, &one, &[("do", "remove")]);
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert!(!site.get_as(&ada, &list).text().contains(ADDRESS));
}
