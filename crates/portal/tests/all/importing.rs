//! Contract lists, processes and services become drafts, again and again, and can be
//! undone.

use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId,
    line_item::LineItem,
    offering::{Content, Status},
    policy::Actor,
};
use interlocal_exchange::{
    contracts::{HEADING_WORDS, Mapping, read},
    ocds,
    table::Table,
};
use interlocal_portal::{
    Error,
    importing::{Going, Origin, Outcome, Parsed, Report, hash_of, import, undo_import},
};
use interlocal_store::{Draft, Store};
use interlocal_testkit::{
    Database, now, on_both,
    places::{body, illinois},
};
use std::sync::atomic::{AtomicUsize, Ordering};

const LIST: &str = "contract,company,service,expiration\n\
    7,Boro Tools,Tools,6/30/26\n\
    7,Cole Works,Tools,6/30/27\n\
    8,Arden Paint,Paint,12/31/9999\n\
    9,Dell Marsh,Fences,11/31/2026\n\
    ,,Nobody,\n";

async fn opened(database: &Database) -> Store {
    let store = database.open().await;
    let tx = store.begin().await.unwrap();
    tx.add_jurisdictions(&illinois()).await.unwrap();
    tx.add_organizations(&[body("arden", "county-17031"), body("boro", "county-17031")])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

fn origin(text: &str) -> Origin {
    Origin {
        source: "statewide list".into(),
        kind: "contracts",
        file_name: "list.csv".into(),
        file_hash: hash_of(text.as_bytes()),
        body: Some(OrganizationId::new("arden")),
        category: CategoryId::new("purchasing"),
        mapping: Some("{}".into()),
    }
}

fn parsed(text: &str) -> Parsed {
    let table = Table::read("list.csv", text.as_bytes(), &HEADING_WORDS).unwrap();
    let mapping = Mapping::guess(&table);
    Parsed::contracts(read(&table, &mapping), &mapping, "statewide list")
}

async fn taken(store: &Store, text: &str, dry_run: bool) -> Report {
    let (origin, parsed) = (origin(text), parsed(text));
    let when = (now(), dry_run);
    import(store, &Actor::Portal, (&origin, parsed), when, &|_, _| {
        Going::On
    })
    .await
    .unwrap()
}

fn counts(report: &Report) -> [usize; 5] {
    [
        Outcome::Created,
        Outcome::Changed,
        Outcome::Unchanged,
        Outcome::Doubtful,
        Outcome::Refused,
    ]
    .map(|outcome| report.count(outcome))
}

async fn drafts(store: &Store) -> Vec<Draft> {
    let rows = store.desk(&OrganizationId::new("arden")).await.unwrap();
    rows.into_iter().filter_map(|row| row.draft).collect()
}

async fn draft(store: &Store, slug: &str) -> Draft {
    let all = drafts(store).await;
    all.into_iter()
        .find(|draft| draft.content.slug.as_str() == slug)
        .unwrap()
}

/// Publishes the draft as its body would.
async fn published(store: &Store, slug: &str) -> Content {
    let content = draft(store, slug).await.content;
    let tx = store.begin().await.unwrap();
    let row = tx.offering(&content.slug).await.unwrap().unwrap();
    let edition = tx
        .freeze_edition(row.id, &content, false, now())
        .await
        .unwrap();
    let set = row.rule_set;
    tx.move_offering(&row, Status::Published, Some(edition), set, now())
        .await
        .unwrap();
    tx.remove_draft(row.id).await.unwrap();
    tx.commit().await.unwrap();
    content
}

#[tokio::test]
async fn every_row_counts_once_and_the_same_file_changes_nothing() {
    on_both(async |database| {
        let store = opened(&database).await;
        let dry = taken(&store, LIST, true).await;
        assert_eq!(counts(&dry), [3, 0, 0, 1, 1]);
        assert!(dry.batch.is_none() && drafts(&store).await.is_empty());
        let first = taken(&store, LIST, false).await;
        assert_eq!(counts(&first), [3, 0, 0, 1, 1]);
        let doubtful = first
            .rows
            .iter()
            .find(|row| row.outcome == Outcome::Doubtful);
        let doubtful = doubtful.unwrap();
        assert_eq!((doubtful.line, doubtful.column), (5, 4));
        assert_eq!(doubtful.value, "11/31/2026");
        assert!(doubtful.why.contains("6/30/2026"), "{}", doubtful.why);
        assert_eq!(drafts(&store).await.len(), 3);
        let tools = draft(&store, "tools").await.content;
        assert_eq!(tools.suppliers, ["Boro Tools", "Cole Works"]);
        assert_eq!(tools.term.ends_on.unwrap().to_string(), "2027-06-30");
        assert_eq!(tools.details.contract.unwrap().number, "7");
        let lines: Vec<String> = tools.details.lines.iter().map(LineItem::words).collect();
        assert_eq!(
            lines,
            [
                "Boro Tools, No. 7, Tools, until 2026-06-30",
                "Cole Works, No. 7, Tools, until 2027-06-30"
            ]
        );
        let fences = draft(&store, "fences").await.content.details.lines;
        assert_eq!(fences.len(), 1, "its last day is in words");
        let paint = draft(&store, "paint").await.content.details.lines;
        assert_eq!(
            paint.len(),
            1,
            "that it never ends is said by the line alone"
        );
        assert_eq!(draft(&store, "paint").await.content.term.ends_on, None);
        let again = taken(&store, LIST, false).await;
        assert_eq!(counts(&again), [0, 0, 3, 1, 1]);
        assert_eq!(
            again.batch, None,
            "an import that changes nothing is no batch"
        );
        assert_eq!(
            store.mapping("statewide list").await.unwrap().unwrap(),
            "{}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_later_file_rewrites_drafts_that_nobody_has_touched_and_no_others() {
    on_both(async |database| {
        let store = opened(&database).await;
        taken(&store, LIST, false).await;
        let mut touched = draft(&store, "paint").await;
        touched.content.summary = "Ours".into();
        let tx = store.begin().await.unwrap();
        tx.write_draft(&touched, now()).await.unwrap();
        tx.commit().await.unwrap();
        let later = LIST
            .replace("Cole Works,Tools,6/30/27", "Cole Works,Tools,6/30/28")
            .replace("Arden Paint", "Arden Paints");
        let report = taken(&store, &later, false).await;
        assert_eq!(counts(&report), [0, 1, 1, 2, 1]);
        let why = &report
            .rows
            .iter()
            .find(|row| row.listing == "paint")
            .unwrap()
            .why;
        assert!(why.contains("somebody has written on the draft"), "{why}");
        assert_eq!(draft(&store, "paint").await.content.summary, "Ours");
        let tools = draft(&store, "tools").await.content;
        assert_eq!(tools.term.ends_on.unwrap().to_string(), "2028-06-30");
        let note = report
            .notes
            .iter()
            .find(|note| note.contains("earlier files had"));
        assert!(note.unwrap().ends_with("has not: 1"), "{:?}", report.notes);
    })
    .await;
}

#[tokio::test]
async fn what_a_body_has_published_stays_and_gets_a_draft_beside_it() {
    on_both(async |database| {
        let store = opened(&database).await;
        taken(&store, LIST, false).await;
        let before = published(&store, "tools").await;
        let later = LIST.replace(
            "7,Cole Works,Tools,6/30/27\n",
            "7,Elm Supply,Hammers,6/30/29\n",
        );
        let report = taken(&store, &later, false).await;
        let proposed = draft(&store, "tools").await.content;
        assert_eq!(proposed.suppliers, ["Boro Tools", "Elm Supply"]);
        assert_eq!(proposed.term.ends_on.unwrap().to_string(), "2029-06-30");
        let row = store
            .offering(&OfferingId::from("tools"))
            .await
            .unwrap()
            .unwrap();
        let edition = store.editions(row.edition.as_slice()).await.unwrap();
        assert_eq!(
            (row.status, &edition[0].content),
            (Status::Published, &before)
        );
        undo_import(&store, &Actor::Portal, report.batch.unwrap(), now())
            .await
            .unwrap();
        assert!(
            drafts(&store)
                .await
                .iter()
                .all(|d| d.content.slug != before.slug)
        );
    })
    .await;
}

#[tokio::test]
async fn an_import_is_undone_as_a_whole_as_long_as_nobody_has_written_on_it() {
    on_both(async |database| {
        let store = opened(&database).await;
        let first = taken(&store, LIST, false).await.batch.unwrap();
        let later = LIST.replace("Boro Tools", "Boro Tool Works");
        let second = taken(&store, &later, false).await.batch.unwrap();
        let undo = async |batch| undo_import(&store, &Actor::Portal, batch, now()).await;
        let fault = undo(first).await.unwrap_err().to_string();
        assert!(fault.contains("undo that one first"), "{fault}");
        assert_eq!(undo(second).await.unwrap(), 1);
        let tools = draft(&store, "tools").await.content;
        assert_eq!(tools.suppliers, ["Boro Tools", "Cole Works"]);
        let again = taken(&store, LIST, true).await;
        assert_eq!(
            counts(&again),
            [0, 0, 3, 1, 1],
            "as it stood before the second"
        );
        let mut touched = draft(&store, "paint").await;
        touched.content.summary = "Ours".into();
        let tx = store.begin().await.unwrap();
        tx.write_draft(&touched, now()).await.unwrap();
        tx.commit().await.unwrap();
        let fault = undo(first).await.unwrap_err().to_string();
        assert!(fault.contains("so it stays: paint"), "{fault}");
        assert_eq!(drafts(&store).await.len(), 3);
        assert!(undo(second).await.is_err(), "twice");
    })
    .await;
}

#[tokio::test]
async fn an_undone_import_leaves_nothing_and_can_be_taken_in_again() {
    on_both(async |database| {
        let store = opened(&database).await;
        let batch = taken(&store, LIST, false).await.batch.unwrap();
        assert_eq!(
            undo_import(&store, &Actor::Portal, batch, now())
                .await
                .unwrap(),
            3
        );
        assert!(
            store
                .desk(&OrganizationId::new("arden"))
                .await
                .unwrap()
                .is_empty()
        );
        assert!(store.slugs().await.unwrap().is_empty());
        assert_eq!(counts(&taken(&store, LIST, false).await), [3, 0, 0, 1, 1]);
    })
    .await;
}

#[tokio::test]
async fn a_large_file_that_was_stopped_goes_on_from_there_as_the_same_import() {
    on_both(async |database| {
        let store = opened(&database).await;
        let mut text = "contract,company,service,expiration\n".to_owned();
        for number in 0..6_000 {
            let contract = number / 3;
            text += &format!("C{contract},Supplier {number},Service {contract},6/30/27\n");
        }
        let parts = AtomicUsize::new(0);
        let stop = |_, _| match parts.fetch_add(1, Ordering::Relaxed) {
            0 => Going::On,
            _ => Going::Stop,
        };
        let origin = origin(&text);
        let when = (now(), false);
        let part = import(
            &store,
            &Actor::Portal,
            (&origin, parsed(&text)),
            when,
            &stop,
        )
        .await
        .unwrap();
        assert!(!part.whole);
        assert_eq!(part.count(Outcome::Created), 1_998);
        let open = store.batch(part.batch.unwrap()).await.unwrap().unwrap();
        assert_eq!(open.finished_at, None);
        let rest = taken(&store, &text, false).await;
        assert_eq!(rest.batch, part.batch);
        assert_eq!(counts(&rest), [4_002, 0, 1_998, 0, 0]);
        let batch = store.batch(rest.batch.unwrap()).await.unwrap().unwrap();
        assert!(batch.finished_at.is_some());
        assert_eq!(drafts(&store).await.len(), 2_000);
    })
    .await;
}

#[tokio::test]
async fn what_a_body_lists_already_is_doubtful_and_other_desks_stay_closed() {
    on_both(async |database| {
        let store = opened(&database).await;
        taken(&store, LIST, false).await;
        let mut other = origin(LIST);
        other.source = "another list".into();
        let when = (now(), false);
        let going = |_, _| Going::On;
        let report = import(&store, &Actor::Portal, (&other, parsed(LIST)), when, &going)
            .await
            .unwrap();
        assert_eq!(counts(&report), [0, 0, 0, 4, 1]);
        assert!(
            report.rows[0]
                .why
                .contains("the listing tools has the same contract number")
        );
        for actor in [Actor::Anonymous] {
            let answer = import(&store, &actor, (&other, parsed(LIST)), when, &going).await;
            assert!(matches!(answer, Err(Error::Denied)));
            let answer = undo_import(&store, &actor, 1, now()).await;
            assert!(matches!(answer, Err(Error::Denied)));
        }
        other.body = Some(OrganizationId::new("nobody"));
        let answer = import(&store, &Actor::Portal, (&other, parsed(LIST)), when, &going).await;
        assert!(matches!(answer, Err(Error::Invalid(_))));
        other.body = None;
        let answer = import(&store, &Actor::Portal, (&other, parsed(LIST)), when, &going).await;
        assert!(matches!(answer, Err(Error::Invalid(_))));
    })
    .await;
}

#[tokio::test]
async fn a_contracting_process_becomes_a_draft_without_invented_days() {
    on_both(async |database| {
        let store = opened(&database).await;
        let text = r#"{"ocid":"ocds-x-1","id":"1","date":"2026-01-01","tag":["award"],
            "tender":{"id":"t","title":"Hand tools","lots":[{"id":"1","contractPeriod":{"durationInDays":900}}]},
            "awards":[{"id":"a","suppliers":[{"id":"1","name":"Boro Tools"}]}]}"#;
        let mut origin = origin(text);
        (origin.kind, origin.source) = ("ocds", "registry".into());
        let parsed = || Parsed::ocds(ocds::read("x.json", text.as_bytes()).unwrap());
        let when = (now(), false);
        let going = |_, _| Going::On;
        import(&store, &Actor::Portal, (&origin, parsed()), when, &going)
            .await
            .unwrap();
        let made = draft(&store, "hand-tools").await.content;
        assert_eq!(made.suppliers, ["Boro Tools"]);
        assert_eq!((made.term.starts_on, made.term.ends_on), (None, None));
        let again = import(&store, &Actor::Portal, (&origin, parsed()), when, &going)
            .await
            .unwrap();
        assert_eq!(counts(&again), [0, 0, 1, 0, 0]);
    })
    .await;
}
