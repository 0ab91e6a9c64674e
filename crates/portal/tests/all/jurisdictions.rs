//! Governments of a Gazetteer file.

use chrono::TimeDelta;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::gazetteer::read;
use interlocal_portal::{
    Error,
    import_jurisdictions::import_jurisdictions,
    importing::{Outcome, Report, undo_import},
};
use interlocal_store::Store;
use interlocal_testkit::{
    now, on_both,
    places::{body, illinois},
};

const FILE: &str = "USPS\tGEOID\tANSICODE\tNAME\tLSAD\tFUNCSTAT\tINTPTLAT\tINTPTLONG\n\
    IL\t1799991\t0\tArden city\t25\tA\t41.5\t-88.5\n\
    IL\t1799990\t0\tNowhere CDP\t57\tS\t41.5\t-88.5\n\
    OH\t3999991\t0\tBoro village\t47\tA\t40\t-83\n\
    IL\t99\t0\tCole\t25\tA\t41\t-88\n";

async fn reported(store: &Store, text: &str, dry_run: bool) -> Report {
    let found = read("x.txt", text.as_bytes()).unwrap();
    let (when, file) = ((now(), dry_run), (found, "x.txt", "hash"));
    import_jurisdictions(store, &Actor::Portal, file, when)
        .await
        .unwrap()
}

async fn taken(store: &Store, text: &str, dry_run: bool) -> [usize; 5] {
    let report = reported(store, text, dry_run).await;
    [
        Outcome::Created,
        Outcome::Changed,
        Outcome::Unchanged,
        Outcome::Doubtful,
        Outcome::Refused,
    ]
    .map(|outcome| report.count(outcome))
}

#[tokio::test]
async fn new_governments_are_added_and_names_follow_the_file() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let before = store.jurisdictions().await.unwrap().len();
        assert_eq!(taken(&store, FILE, true).await, [1, 0, 0, 1, 1]);
        assert_eq!(store.jurisdictions().await.unwrap().len(), before);
        assert_eq!(taken(&store, FILE, false).await, [1, 0, 0, 1, 1]);
        assert_eq!(taken(&store, FILE, false).await, [0, 0, 1, 1, 1]);
        let renamed = FILE.replace("Arden city", "Arden town");
        assert_eq!(taken(&store, &renamed, false).await, [0, 1, 0, 1, 1]);
        let all = store.jurisdictions().await.unwrap();
        let arden = all.iter().find(|row| row.key.geoid() == "1799991").unwrap();
        assert_eq!(
            (arden.name.as_str(), arden.state.as_str()),
            ("Arden town", "IL")
        );
        assert!(arden.point.is_some() && arden.parent.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_government_changed_when_an_import_touched_it_and_no_other_did() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let (arden, other) = ("municipality-1799991", "county-17031");
        let changed = async || {
            let found = store.governments_changed(&[arden, other]).await.unwrap();
            (found.get(arden).copied(), found.get(other).copied())
        };
        assert_eq!(changed().await, (None, None));
        let taken = async |text: &str, at| {
            let found = read("x.txt", text.as_bytes()).unwrap();
            let file = (found, "x.txt", "hash");
            let report = import_jurisdictions(&store, &Actor::Portal, file, (at, false)).await;
            report.unwrap()
        };
        taken(FILE, now()).await;
        assert_eq!(changed().await, (Some(now()), None));
        let later = now() + TimeDelta::days(3);
        taken(FILE, later).await;
        assert_eq!(
            changed().await,
            (Some(now()), None),
            "the same again is no change"
        );
        let renamed = FILE.replace("Arden city", "Arden town");
        let batch = taken(&renamed, later).await.batch.unwrap();
        assert_eq!(changed().await, (Some(later), None));
        let last = now() + TimeDelta::days(9);
        undo_import(&store, &Actor::Portal, batch, last)
            .await
            .unwrap();
        assert_eq!(
            changed().await,
            (Some(last), None),
            "it is as it was, again"
        );
    })
    .await;
}

#[tokio::test]
async fn an_import_of_governments_is_undone_the_newest_first_and_as_long_as_none_is_in_use() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let undo = async |batch: i32| undo_import(&store, &Actor::Portal, batch, now()).await;
        let before = store.jurisdictions().await.unwrap();
        let first = reported(&store, FILE, false).await.batch.unwrap();
        let after_first = store.jurisdictions().await.unwrap();
        let renamed = FILE.replace("Arden city", "Arden town");
        let second = reported(&store, &renamed, false).await.batch.unwrap();
        assert!(matches!(undo(first).await, Err(Error::Conflict(_))));
        assert_eq!(undo(second).await.unwrap(), 1);
        assert_eq!(store.jurisdictions().await.unwrap(), after_first);

        let tx = store.begin().await.unwrap();
        tx.add_organizations(&[body("arden", "municipality-1799991")])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let Err(Error::Conflict(why)) = undo(first).await else {
            panic!("a government with a body stays");
        };
        assert!(why.contains("municipality-1799991"), "{why}");
        assert_eq!(store.jurisdictions().await.unwrap(), after_first);
        assert_ne!(before, after_first);
    })
    .await;
}

#[tokio::test]
async fn governments_that_nobody_needs_are_gone_after_the_undoing() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.add_jurisdictions(&illinois()).await.unwrap();
        tx.commit().await.unwrap();
        let before = store.jurisdictions().await.unwrap();
        let batch = reported(&store, FILE, false).await.batch.unwrap();
        undo_import(&store, &Actor::Portal, batch, now())
            .await
            .unwrap();
        assert_eq!(store.jurisdictions().await.unwrap(), before);
        assert_eq!(taken(&store, FILE, false).await, [1, 0, 0, 1, 1]);
    })
    .await;
}
