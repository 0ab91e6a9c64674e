//! The .gov registry is taken in once, and suggests.

use interlocal_catalog::{OrganizationId, PlaceId, policy::Actor};
use interlocal_exchange::dotgov::read;
use interlocal_portal::{
    Error,
    import_dotgov::import_dotgov,
    importing::{Outcome, Report, undo_import},
};
use interlocal_store::Store;
use interlocal_testkit::{now, on_both, places::illinois};

const HEADER: &str = "Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email\r\n";

async fn taken(store: &Store, rows: &str, dry_run: bool) -> Report {
    let list = read("x.csv", format!("{HEADER}{rows}").as_bytes()).unwrap();
    import_dotgov(store, &Actor::Portal, (list, "x.csv", ""), (now(), dry_run))
        .await
        .unwrap()
}

fn counts(report: &Report) -> [usize; 5] {
    Outcome::ALL.map(|outcome| report.count(outcome))
}

#[tokio::test]
async fn each_row_counts_once_and_the_same_file_changes_nothing() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let file = "cookil.gov,County,Cook County,(blank),Chicago,IL,\r\n\
                    court.gov,County,Circuit Court,,Chicago,IL,\r\n\
                    achp.gov,Federal - Executive,Advisory Council,,Washington,DC,\r\n\
                    cook.com,County,Cook County,,Chicago,IL,\r\n";
        let dry = taken(&store, file, true).await;
        assert_eq!(counts(&dry), [2, 0, 0, 1, 1]);
        assert_eq!(store.registered_domain("cookil.gov").await.unwrap(), None);
        assert_eq!(counts(&taken(&store, file, false).await), [2, 0, 0, 1, 1]);
        assert_eq!(counts(&taken(&store, file, false).await), [0, 0, 2, 1, 1]);
        let log = store
            .audit_log(&Default::default(), None, 10)
            .await
            .unwrap();
        assert_eq!(log.len(), 1, "an import that changes nothing is no deed");
        let renamed = file.replace("Cook County,(blank)", "County of Cook,IT");
        assert_eq!(
            counts(&taken(&store, &renamed, false).await),
            [0, 1, 1, 1, 1]
        );
        let cook = PlaceId::new("county-17031");
        let suggests = store.registered_for(&[cook], &[]).await.unwrap();
        assert_eq!(suggests.len(), 1);
        assert_eq!(suggests[0].organization_name, "County of Cook");
        let doubtful = store.registered_domain("court.gov").await.unwrap().unwrap();
        assert_eq!(doubtful.jurisdiction, None);
        assert!(doubtful.doubt.contains("no county"), "{}", doubtful.doubt);
    })
    .await;
}

#[tokio::test]
async fn an_import_is_undone_as_a_whole_and_the_newest_first() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let first = "cookil.gov,County,Cook County,,Chicago,IL,\r\n";
        let second = "cookil.gov,County,County of Cook,,Chicago,IL,\r\n\
                      court.gov,County,Circuit Court,,Chicago,IL,\r\n";
        let first = taken(&store, first, false).await;
        assert_eq!(first.rows[0].line, 2);
        assert_eq!(first.rows[0].why, "suggests Cook County, IL (county-17031)");
        let stood = store.registered_domain("cookil.gov").await.unwrap();
        let second = taken(&store, second, false).await;
        let undo = async |report: &Report| {
            undo_import(&store, &Actor::Portal, report.batch.unwrap(), now()).await
        };
        let early = undo(&first).await;
        assert!(matches!(early, Err(Error::Conflict(_))), "{early:?}");
        assert_eq!(undo(&second).await.unwrap(), 2);
        assert_eq!(store.registered_domain("cookil.gov").await.unwrap(), stood);
        assert_eq!(store.registered_domain("court.gov").await.unwrap(), None);
        assert_eq!(undo(&first).await.unwrap(), 1);
        assert_eq!(store.registered_domain("cookil.gov").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn nobody_but_a_steward_takes_a_list_in() {
    on_both(async |database| {
        let store = database.open().await;
        let list = read("x.csv", HEADER.as_bytes()).unwrap();
        let denied = import_dotgov(
            &store,
            &Actor::Anonymous,
            (list, "x.csv", ""),
            (now(), false),
        )
        .await;
        assert!(matches!(denied, Err(Error::Denied)), "{denied:?}");
    })
    .await;
}

#[tokio::test]
async fn a_domain_is_suggested_with_its_evidence_to_the_body_of_its_government() {
    let world = interlocal_testkit::small_world().await;
    let portal = &world.portal;
    let rows = "boonecountyil.gov,County,Boone County,,Belvidere,IL,\r\n\
                other.gov,County,Cook County,,Chicago,IL,\r\n";
    taken(portal.store(), rows, false).await;
    let body = OrganizationId::new("il-boone-county");
    let known = portal.read_domains(&Actor::Portal, &body).await.unwrap();
    let suggested: Vec<_> = known
        .suggested
        .iter()
        .map(|one| (one.registered.domain.as_str(), one.government.as_deref()))
        .collect();
    assert_eq!(
        suggested,
        [("boonecountyil.gov", Some("Boone County, Illinois"))]
    );
    portal
        .approve_domain(&Actor::Portal, &body, "boonecountyil.gov")
        .await
        .unwrap();
    let known = portal.read_domains(&Actor::Portal, &body).await.unwrap();
    assert_eq!((known.approved.len(), known.suggested.len()), (1, 0));
}
