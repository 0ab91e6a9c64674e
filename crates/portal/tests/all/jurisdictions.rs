//! Governments of a Gazetteer file.

use interlocal_catalog::policy::Actor;
use interlocal_exchange::gazetteer::read;
use interlocal_portal::{
    import_jurisdictions::import_jurisdictions,
    importing::{Outcome, Report},
};
use interlocal_store::Store;
use interlocal_testkit::{now, on_both, places::illinois};

const FILE: &str = "USPS\tGEOID\tANSICODE\tNAME\tLSAD\tFUNCSTAT\tINTPTLAT\tINTPTLONG\n\
    IL\t1799991\t0\tArden city\t25\tA\t41.5\t-88.5\n\
    IL\t1799990\t0\tNowhere CDP\t57\tS\t41.5\t-88.5\n\
    OH\t3999991\t0\tBoro village\t47\tA\t40\t-83\n\
    IL\t99\t0\tCole\t25\tA\t41\t-88\n";

async fn taken(store: &Store, text: &str, dry_run: bool) -> [usize; 5] {
    let found = read("x.txt", text.as_bytes()).unwrap();
    let when = (now(), dry_run);
    let report: Report = import_jurisdictions(store, &Actor::Portal, found, when)
        .await
        .unwrap();
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
