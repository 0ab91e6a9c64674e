//! Governments, bodies and offices come back as they went in.

use interlocal_catalog::{
    OrganizationId, PlaceId,
    jurisdiction::Jurisdiction,
    organization::{BodyKind, CioOffice, Level, Organization},
    point::Point,
};
use interlocal_store::Error;
use interlocal_testkit::{
    on_both,
    places::{body, government, illinois, key, lying_in},
    today,
};

fn governments() -> Vec<Jurisdiction> {
    let mut rows = illinois();
    rows.push(Jurisdiction {
        population: None,
        population_year: None,
        point: None,
        government: false,
        one_government_with: Some(key("municipality-1714000")),
        status_note: Some("“one” government; it's told".to_owned()),
        ..lying_in("state-17", government("county-17001", "Adams County", "IL"))
    });
    rows.push(Jurisdiction {
        point: Some(Point {
            lat: -14.270_972_123_456_7,
            lon: -170.132_217,
        }),
        ..government(
            "school-district-1709930",
            "Chicago Public Schools District 299",
            "IL",
        )
    });
    rows
}

#[tokio::test]
async fn governments_come_back_as_they_went_in() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&governments()).await.unwrap();
        tx.commit().await.unwrap();
        let mut read = store.jurisdictions().await.unwrap();
        let mut written = governments();
        read.sort_by(|a, b| a.key.cmp(&b.key));
        written.sort_by(|a, b| a.key.cmp(&b.key));
        assert_eq!(read, written);
    })
    .await;
}

#[tokio::test]
async fn more_governments_than_one_statement_takes_are_added() {
    on_both(async |database| {
        let many: Vec<Jurisdiction> = (0..7_000)
            .map(|n| government(&format!("township-17{n:08}"), "Some township", "IL"))
            .collect();
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&many).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.jurisdictions().await.unwrap().len(), 7_000);
    })
    .await;
}

#[tokio::test]
async fn bodies_and_cio_offices_come_back_as_they_went_in() {
    on_both(async |database| {
        let office = Organization {
            aliases: vec!["DoIT".to_owned(), "a \"quoted\" name".to_owned()],
            kind: BodyKind::StateCioOffice,
            level: Level::State,
            state_cio: true,
            of: Some(PlaceId::new("state-17")),
            website: Some("https://example.org".to_owned()),
            ..body("il-doit", "state-17")
        };
        let known = CioOffice {
            jurisdiction: PlaceId::new("state-17"),
            organization: OrganizationId::new("il-doit"),
            serves_local_government: "yes".to_owned(),
            local_contract_access: "partial".to_owned(),
            portal_name: "BidBuy".to_owned(),
            portal_url: String::new(),
            purchasing_office: Some(OrganizationId::new("il-consortium")),
            note: "A note.".to_owned(),
            source: "https://example.org/source".to_owned(),
            source_confidence: "high".to_owned(),
            checked_on: today(),
        };
        let bodies = vec![body("il-consortium", "county-17031"), office];
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_organizations(&bodies).await.unwrap();
        tx.add_cio_offices(std::slice::from_ref(&known))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut read = store.organizations().await.unwrap();
        read.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(read, bodies);
        assert_eq!(store.cio_offices().await.unwrap(), vec![known]);
    })
    .await;
}

#[tokio::test]
async fn a_government_that_stands_already_conflicts_and_nothing_of_the_write_stands() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        tx.add_organizations(&[body("il-consortium", "state-17")])
            .await
            .unwrap();
        let again = tx.add_jurisdictions(&illinois()).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
        drop(tx);
        assert_eq!(store.jurisdictions().await.unwrap().len(), 3);
        assert_eq!(store.organizations().await.unwrap(), Vec::new());
    })
    .await;
}
