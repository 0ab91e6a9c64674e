//! Requests, domains and what the registry says come back as they went in.

use crate::shelf::{BODY, with_body};
use chrono::TimeDelta;
use interlocal_catalog::{OrganizationId, PlaceId, policy::Role};
use interlocal_store::{
    ApprovedDomain, Decision, Error, NewAccount, RegisteredDomain, Store, Wanted,
};
use interlocal_testkit::{now, on_both, places::illinois};

async fn with_people(
    database: &interlocal_testkit::Database,
    emails: &[&str],
) -> (Store, Vec<i32>) {
    let store = with_body(database).await;
    let tx = store.begin().await.unwrap();
    tx.add_jurisdictions(&illinois()).await.unwrap();
    let mut ids = Vec::new();
    for email in emails {
        let account = NewAccount {
            email,
            confirmed_at: Some(now()),
            ..NewAccount::default()
        };
        ids.push(tx.add_account(&account, now()).await.unwrap());
    }
    tx.commit().await.unwrap();
    (store, ids)
}

#[tokio::test]
async fn a_person_has_one_open_request_for_a_body_and_may_ask_again_once_it_was_decided() {
    on_both(async |database| {
        let (store, people) = with_people(&database, &["ada@arden.example"]).await;
        let body = OrganizationId::new(BODY);
        let wanted = Wanted::Body(body.clone());
        let tx = store.begin().await.unwrap();
        tx.add_join_request(people[0], &wanted, "I work here", now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let again = tx
            .add_join_request(people[0], &wanted, "hello?", now())
            .await;
        assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
        drop(tx);
        let open = store.open_requests_of(&body).await.unwrap();
        assert_eq!(open.len(), 1);
        let (request, account) = &open[0];
        assert_eq!(account.email, "ada@arden.example");
        assert_eq!(request.message, "I work here");
        let decision = Decision {
            at: now(),
            granted: false,
            by: "steward@portal.example".to_owned(),
            words: "ask your clerk".to_owned(),
        };
        let tx = store.begin().await.unwrap();
        tx.decide_request(request, &decision).await.unwrap();
        tx.add_join_request(people[0], &wanted, "I asked", now() + TimeDelta::hours(1))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let all = store.join_requests_of(people[0]).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].decision, None);
        assert_eq!(all[1].decision, Some(decision));
    })
    .await;
}

#[tokio::test]
async fn a_request_for_a_government_waits_for_a_steward() {
    on_both(async |database| {
        let (store, people) = with_people(&database, &["ada@arden.example"]).await;
        let wanted = Wanted::Government(PlaceId::new("county-17031"));
        let tx = store.begin().await.unwrap();
        tx.add_join_request(people[0], &wanted, "the county", now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let open = store.open_government_requests().await.unwrap();
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].0.wanted, wanted);
        let nobody = Wanted::Government(PlaceId::new("county-99999"));
        let tx = store.begin().await.unwrap();
        let unknown = tx.add_join_request(people[0], &nobody, "x", now()).await;
        assert!(matches!(unknown, Err(Error::Conflict(_))), "{unknown:?}");
    })
    .await;
}

#[tokio::test]
async fn a_domain_belongs_to_one_body_and_finds_exactly_the_addresses_on_it() {
    on_both(async |database| {
        let emails = ["ada@arden.gov", "eve@mail.arden.gov", "bob@xarden.gov"];
        let (store, people) = with_people(&database, &emails).await;
        let body = OrganizationId::new(BODY);
        let domain = "arden.gov".parse().unwrap();
        let approved = ApprovedDomain {
            domain: "arden.gov".to_owned(),
            body: body.clone(),
            approved_at: now(),
            approved_by: "steward@portal.example".to_owned(),
        };
        let tx = store.begin().await.unwrap();
        tx.approve_domain(&approved).await.unwrap();
        let found = tx.people_at(&domain).await.unwrap();
        let found: Vec<i32> = found.iter().map(|account| account.id).collect();
        assert_eq!(found, people[..1]);
        assert_eq!(
            tx.body_of_domain(&domain).await.unwrap(),
            Some(body.clone())
        );
        tx.commit().await.unwrap();
        assert_eq!(
            store.domains_of(&body).await.unwrap(),
            std::slice::from_ref(&approved)
        );
        let tx = store.begin().await.unwrap();
        let twice = tx.approve_domain(&approved).await;
        assert!(matches!(twice, Err(Error::Conflict(_))), "{twice:?}");
        drop(tx);
        let tx = store.begin().await.unwrap();
        let other = OrganizationId::new("other");
        assert!(!tx.take_back_domain(&domain, &other).await.unwrap());
        assert!(tx.take_back_domain(&domain, &body).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(store.domains_of(&body).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn what_the_registry_says_is_replaced_by_what_it_says_later() {
    on_both(async |database| {
        let store = database.open().await;
        let first = RegisteredDomain {
            domain: "arden.gov".to_owned(),
            kind: "City".to_owned(),
            organization_name: "City of Arden".to_owned(),
            state: "IL".to_owned(),
            jurisdiction: Some(PlaceId::new("municipality-1700001")),
            ..RegisteredDomain::default()
        };
        let later = RegisteredDomain {
            city: "Arden".to_owned(),
            jurisdiction: None,
            doubt: "two of that name".to_owned(),
            ..first.clone()
        };
        for row in [&first, &later] {
            let tx = store.begin().await.unwrap();
            tx.keep_registered_domains(&[row], now()).await.unwrap();
            tx.commit().await.unwrap();
            let read = store.registered_domain("arden.gov").await.unwrap();
            assert_eq!(read.as_ref(), Some(row));
        }
        let place = PlaceId::new("municipality-1700001");
        assert_eq!(store.registered_for(&[place], &[]).await.unwrap(), []);
        let named = ["arden.gov".to_owned()];
        assert_eq!(store.registered_for(&[], &named).await.unwrap(), [later]);
    })
    .await;
}

#[tokio::test]
async fn who_is_in_two_bodies_that_become_one_keeps_the_role_that_may_more() {
    on_both(async |database| {
        let emails = ["ada@arden.example", "bob@arden.example"];
        let (store, people) = with_people(&database, &emails).await;
        let into = OrganizationId::new(BODY);
        let from = OrganizationId::new("twin");
        let tx = store.begin().await.unwrap();
        tx.add_organization(&interlocal_testkit::places::body("twin", "state-17"))
            .await
            .unwrap();
        for (person, body, role) in [
            (people[0], &from, Role::Approver),
            (people[0], &into, Role::Member),
            (people[1], &from, Role::Member),
            (people[1], &into, Role::Administrator),
        ] {
            tx.set_role(person, body, role, now()).await.unwrap();
        }
        let wanted = [Wanted::Body(from.clone()), Wanted::Body(into.clone())];
        for body in &wanted {
            tx.add_join_request(people[0], body, "x", now())
                .await
                .unwrap();
        }
        tx.move_people(&from, &into, now()).await.unwrap();
        tx.mark_merged(&from, &into, now()).await.unwrap();
        tx.commit().await.unwrap();
        let roles: Vec<Role> = store
            .people_of(&into)
            .await
            .unwrap()
            .into_iter()
            .map(|(_, role)| role)
            .collect();
        assert_eq!(roles, [Role::Approver, Role::Administrator]);
        assert_eq!(store.people_of(&from).await.unwrap(), []);
        assert_eq!(store.open_requests_of(&into).await.unwrap().len(), 1);
        assert_eq!(store.merged_bodies().await.unwrap().get(&from), Some(&into));
        let standing = store.organizations().await.unwrap();
        assert!(standing.iter().all(|body| body.id != from));
    })
    .await;
}
