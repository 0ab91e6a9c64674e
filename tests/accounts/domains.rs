//! Who signs in with a confirmed address on a known domain belongs to the body.

use super::browser::{House, PASSWORD};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::{Actor, Role};

const BODY: &str = "ri-division-of-purchases";

#[test]
fn an_address_on_a_known_domain_joins_when_it_is_confirmed_and_when_it_signs_in() {
    let house = House::new(Default::default());
    let role = |email: &str| {
        let store = house.portal().store().clone();
        RUNTIME.block_on(async {
            let account = store.account_by_email(email).await.unwrap().unwrap();
            store
                .roles_of(account.id)
                .await
                .unwrap()
                .get(&BODY.into())
                .copied()
        })
    };
    let approve = |domain| {
        let portal = house.portal();
        RUNTIME
            .block_on(portal.approve_domain(&Actor::Portal, &BODY.into(), domain))
            .unwrap();
    };
    approve("arden.gov");
    house.signed_up("ada@arden.gov");
    assert_eq!(role("ada@arden.gov"), Some(Role::Member));
    house.signed_up("eve@mail.arden.gov");
    assert_eq!(role("eve@mail.arden.gov"), None);
    RUNTIME.block_on(async {
        let store = house.portal().store();
        let tx = store.begin().await.unwrap();
        let ada = tx.account_by_email("ada@arden.gov").await.unwrap().unwrap();
        tx.remove_role(ada.id, &BODY.into()).await.unwrap();
        tx.commit().await.unwrap();
    });
    let browser = house.browser();
    let fields = [("email", "ada@arden.gov"), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &fields).status, 303);
    assert_eq!(role("ada@arden.gov"), Some(Role::Member));
}
