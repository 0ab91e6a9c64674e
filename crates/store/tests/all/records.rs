//! Dated facts come back as they went in.

use crate::shelf::{BODY, content, publish, with_body};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId, ProgramId,
    access::{AudienceWord, StepKind},
    answer::StatementOfNo,
    participation::{OwnWord, Participation, Scope, ScopeWord},
};
use interlocal_store::{Adoption, Error};
use interlocal_testkit::{on_both, today};

#[tokio::test]
async fn participations_and_adoptions_come_back_as_they_went_in() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let part = Participation {
            id: "p1".to_owned(),
            who: PlaceId::new("state-17"),
            program: ProgramId::new("siem"),
            scope: Scope::Words(vec![
                ScopeWord::Own(OwnWord::Own),
                ScopeWord::Kinds(AudienceWord::County),
            ]),
            done: vec![StepKind::Agreement],
            from: Some(today()),
            until: None,
            source: Some("https://example.org".to_owned()),
            checked_on: Some(today()),
        };
        let tx = store.begin().await.unwrap();
        let offering = publish(&tx, &content("siem")).await.unwrap();
        let uses = |place: &str| Adoption {
            jurisdiction: PlaceId::new(place),
            offering,
            since: None,
            size: None,
            source: "https://example.org".to_owned(),
            checked_on: today(),
        };
        let adoptions = [uses("county-17031"), uses("county-17001")];
        tx.add_participation(&part, None).await.unwrap();
        tx.add_adoptions(&adoptions).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.participations().await.unwrap(), [part]);
        assert_eq!(store.adoptions().await.unwrap(), adoptions);
        let tx = store.begin().await.unwrap();
        let twice = tx.add_adoptions(&adoptions[..1]).await;
        assert!(matches!(twice, Err(Error::Conflict(_))), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn a_statement_of_no_comes_back_as_it_went_in() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let said = StatementOfNo {
            id: "n1".to_owned(),
            by: OrganizationId::new(BODY),
            category: CategoryId::new("cybersecurity"),
            kinds: vec![AudienceWord::LocalGovernment],
            said_on: today(),
        };
        let tx = store.begin().await.unwrap();
        tx.add_statement_of_no(&said).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.statements_of_no().await.unwrap(), [said]);
    })
    .await;
}
