//! What a body records it takes away itself, and nobody else does; what is for
//! verified governments alone stays so at whatever status.

use crate::shelf::{BODY, content, publish, with_body};
use interlocal_catalog::{
    access::AudienceWord,
    answer::StatementOfNo,
    participation::{OwnWord, Participation, Scope, ScopeWord},
    policy::Visibility,
};
use interlocal_store::Adoption;
use interlocal_testkit::{now, on_both, today};

#[tokio::test]
async fn a_body_takes_away_what_it_recorded_and_nobody_else_does() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let part = Participation {
            id: "p1".to_owned(),
            who: "state-17".into(),
            program: "siem".into(),
            scope: Scope::Words(vec![ScopeWord::Own(OwnWord::Own)]),
            done: Vec::new(),
            from: None,
            until: None,
            source: None,
            checked_on: None,
        };
        let (body, other) = (BODY.into(), "another-body".into());
        let tx = store.begin().await.unwrap();
        let offering = publish(&tx, &content("siem")).await.unwrap();
        let uses = Adoption {
            jurisdiction: "state-17".into(),
            offering,
            since: None,
            size: None,
            source: "minutes".to_owned(),
            checked_on: today(),
        };
        let since = Adoption {
            since: Some(today()),
            ..uses.clone()
        };
        tx.add_participation(&part, Some(&body)).await.unwrap();
        tx.add_adoptions(std::slice::from_ref(&uses)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store.adoptions_by(&body).await.unwrap().is_empty());
        let tx = store.begin().await.unwrap();
        tx.put_adoption(&since, &body).await.unwrap();
        assert!(!tx.remove_participation("p1", &other).await.unwrap());
        let place = &since.jurisdiction;
        assert!(!tx.remove_adoption(place, offering, &other).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(store.participations_by(&body).await.unwrap(), ["p1"]);
        assert_eq!(
            store.adoptions_by(&body).await.unwrap(),
            std::slice::from_ref(&since)
        );
        assert_eq!(
            store.adoptions().await.unwrap(),
            std::slice::from_ref(&since),
            "in the place of the other"
        );
        let tx = store.begin().await.unwrap();
        assert!(tx.remove_participation("p1", &body).await.unwrap());
        assert!(tx.remove_adoption(place, offering, &body).await.unwrap());
        tx.commit().await.unwrap();
        assert!(store.participations().await.unwrap().is_empty());
        assert!(store.adoptions().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_statement_that_was_taken_back_counts_no_more() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let said = StatementOfNo {
            id: "n1".to_owned(),
            by: BODY.into(),
            category: "gis".into(),
            kinds: vec![AudienceWord::Township],
            said_on: today(),
        };
        let tx = store.begin().await.unwrap();
        tx.add_statement_of_no(&said).await.unwrap();
        let another = "another-body".into();
        assert!(
            !tx.take_back_statement("n1", &another, today())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert_eq!(store.statements_of_no().await.unwrap(), [said]);
        let tx = store.begin().await.unwrap();
        assert!(
            tx.take_back_statement("n1", &BODY.into(), today())
                .await
                .unwrap()
        );
        assert!(
            !tx.take_back_statement("n1", &BODY.into(), today())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert!(store.statements_of_no().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_restricted_is_hidden_under_each_of_its_slugs() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        publish(&tx, &content("open")).await.unwrap();
        let number = tx
            .number_rule_set(&crate::shelf::rules(&content("open")), "all")
            .await
            .unwrap();
        let id = tx
            .add_offering(&content("closed"), number, &["closed-before".into()], now())
            .await
            .unwrap();
        tx.show_offering_to(id, Visibility::VerifiedGovernments)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let hidden = store.hidden_offerings().await.unwrap();
        let slugs = ["closed".into(), "closed-before".into()];
        assert_eq!(hidden, slugs.into_iter().collect());
        let tx = store.begin().await.unwrap();
        let row = tx.offering(&"closed".into()).await.unwrap().unwrap();
        assert_eq!(row.visibility, Visibility::VerifiedGovernments);
        tx.show_offering_to(id, Visibility::Public).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store.hidden_offerings().await.unwrap().is_empty());
    })
    .await;
}
