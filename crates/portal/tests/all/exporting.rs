//! The whole public catalog as files, and back.

use interlocal_catalog::{
    OfferingId, ProgramId,
    offering::{Content, OfferingKind},
    participation::{OwnWord, Participation, Scope, ScopeWord},
    policy::{Actor, Visibility},
    restriction::RestrictableField,
};
use interlocal_exchange::{
    ocds,
    package::{Part, files, read},
};
use interlocal_portal::{
    Adoption, Error, Portal,
    accounts::public_url::PublicUrl,
    directory::Directory,
    exporting::{Exporting, export_hsds, export_ocds, export_package},
    importing::{Going, Origin, Parsed, hash_of, import},
    publish::Publication,
    restoring::{Restored, restore_package},
};
use interlocal_store::{Edition, Store, Topic};
use interlocal_testkit::{
    Database, now,
    offerings::{offering, open_within},
    small_world, today,
    world::vocabulary,
};
use serde_json::json;
use std::{fs::File, path::Path};

const BODY: &str = "il-department-of-innovation-and-technology";

pub async fn package(store: &Store, place: &Path) {
    let url: PublicUrl = "https://portal.example".parse().unwrap();
    let from = Exporting {
        store,
        public_url: &url,
        directory: &Directory::default(),
        vocabulary: &vocabulary(),
        publisher: "Interlocal",
        at: now(),
    };
    export_package(&from, place).await.unwrap();
}

async fn restore(store: &Store, place: &Path) -> Result<Restored, Error> {
    let vocabulary = vocabulary();
    restore_package(
        store,
        &Actor::Portal,
        place.to_owned(),
        (&vocabulary, now()),
    )
    .await
}

/// Everything that a package says.
fn said(place: &Path) -> Vec<Part> {
    let mut parts = Vec::new();
    read(&|| File::open(place), &mut |part| {
        parts.push(part);
        true
    })
    .unwrap();
    parts
}

async fn both() -> [Database; 2] {
    [Database::sqlite(), Database::postgres().await]
}

async fn editions(store: &Store) -> Vec<(OfferingId, Vec<Edition>)> {
    let listings = store.published(0, 10_000).await.unwrap();
    let ids: Vec<i32> = listings.iter().map(|one| one.offering.id).collect();
    let mut found = store.editions_of(&ids).await.unwrap();
    let plain = |edition: Edition| Edition {
        id: 0,
        offering: 0,
        ..edition
    };
    let of = |id: i32| found.remove(&id).unwrap().into_iter().map(plain).collect();
    let mut of = of;
    listings
        .into_iter()
        .map(|one| (one.offering.slug.clone(), of(one.offering.id)))
        .collect()
}

async fn publish(portal: &Portal, content: &Content, aliases: &[OfferingId]) {
    let publication = Publication {
        content,
        aliases,
        reason: "a new service",
    };
    portal.publish(&Actor::Portal, publication).await.unwrap();
}

/// Offerings of every shape, some of them restricted.
async fn add_an_invented_world(portal: &Portal) {
    let mut plain = Content {
        title: "=cmd()".to_owned(),
        kind: OfferingKind::Contract,
        suppliers: vec!["=HYPERLINK(\"http://x.example\",1)".to_owned(), "'=1".to_owned()],
        rules: vec![open_within("state-17")],
        how_to_join: "velvetfact".to_owned(),
        known_users: "velvetfact".to_owned(),
        details: serde_json::from_value(json!({
            "prices": [{"name": "-x", "unit": "user", "period": "year", "price":
                {"kind": "tiers", "tiers": [{"from": "0", "price": "4.2500"}]}}],
            "documents": [{"title": "Terms", "place": {"kind": "kept", "id": 40, "name": "terms.pdf",
                "media": "application/pdf", "size": 3, "sha256": "ab", "on": "2026-11-01"}}],
        }))
        .unwrap(),
        ..offering("plain-service", BODY)
    };
    publish(
        portal,
        &plain,
        &["plain-before".into(), "another-name".into()],
    )
    .await;
    plain.title = "+Second edition".to_owned();
    plain.restricted_fields = vec![RestrictableField::HowToJoin, RestrictableField::KnownUsers];
    publish(portal, &plain, &[]).await;
    let hidden = Content {
        title: "The quasarhidden service".to_owned(),
        visibility: Visibility::VerifiedGovernments,
        rules: vec![open_within("state-17")],
        ..offering("quasarhidden-service", BODY)
    };
    publish(portal, &hidden, &["quasarhidden-before".into()]).await;
    let mut through = open_within("state-17");
    let above = json!({"any_of": ["state"], "in": "quasarhidden-service", "list": "partial"});
    through.above = Some(serde_json::from_value(above).unwrap());
    let leads = Content {
        rules: vec![through],
        ..offering("leads-through", BODY)
    };
    publish(portal, &leads, &[]).await;
    for (id, program) in [
        ("in-hidden", "quasarhidden-service"),
        ("in-plain", "plain-service"),
    ] {
        let record = Participation {
            id: id.to_owned(),
            who: "county-17031".into(),
            program: ProgramId::new(program),
            scope: Scope::Words(vec![ScopeWord::Own(OwnWord::Own)]),
            done: Vec::new(),
            from: None,
            until: None,
            source: Some(String::new()),
            checked_on: Some(today()),
        };
        portal
            .record_participation(&Actor::Portal, &record)
            .await
            .unwrap();
    }
    let tx = portal.store().begin().await.unwrap();
    for (slug, source) in [
        ("plain-service", "velvetfact"),
        ("leads-through", "-minutes"),
        ("quasarhidden-service", "quasarhidden"),
    ] {
        let offering = tx.offering(&slug.into()).await.unwrap().unwrap().id;
        let adoption = Adoption {
            jurisdiction: "county-17043".into(),
            offering,
            since: Some(today()),
            size: "350 endpoint".parse().ok(),
            source: source.to_owned(),
            checked_on: today(),
        };
        tx.add_adoptions(&[adoption]).await.unwrap();
    }
    tx.announce(Topic::Records, None, now()).await.unwrap();
    tx.commit().await.unwrap();
    portal.catch_up().await.unwrap();
}

#[tokio::test]
async fn a_package_restored_into_an_empty_portal_is_the_same_catalog() {
    let world = small_world().await;
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.zip");
    package(world.portal.store(), &first).await;
    let before = editions(world.portal.store()).await;
    for database in both().await {
        let store = database.open().await;
        let restored = restore(&store, &first).await.unwrap();
        assert_eq!(restored.offerings, before.len());
        assert!(restored.editions >= before.len() && before.len() > 300);
        assert!(
            editions(&store).await == before,
            "every edition is as it was"
        );
        let again = folder.path().join("again.zip");
        package(&store, &again).await;
        let same = std::fs::read(&first).unwrap() == std::fs::read(&again).unwrap();
        assert!(
            same,
            "the package of the restored portal is the same, byte by byte"
        );
        drop(store);
        database.remove().await;
    }
}

#[tokio::test]
async fn what_is_restricted_is_not_in_a_package_and_all_else_comes_back_as_it_was() {
    let world = small_world().await;
    add_an_invented_world(&world.portal).await;
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.zip");
    package(world.portal.store(), &first).await;
    let parts = said(&first);
    let words = format!("{parts:?}").to_lowercase();
    for word in ["quasarhidden", "velvetfact"] {
        assert!(!words.contains(word), "the package says {word}");
    }
    for word in [
        "=cmd()",
        "+second edition",
        "plain-before",
        "in-plain",
        "-minutes",
        "a-program-not-named-here",
    ] {
        assert!(words.contains(word), "the package does not say {word}");
    }
    for database in both().await {
        let store = database.open().await;
        restore(&store, &first).await.unwrap();
        let again = folder.path().join("again.zip");
        package(&store, &again).await;
        assert!(said(&again) == parts, "everything is as it was");
        assert!(std::fs::read(&first).unwrap() == std::fs::read(&again).unwrap());
        let kept = store.document(40).await.unwrap().unwrap();
        assert_eq!(
            (kept.name.as_str(), kept.sha256.as_str()),
            ("terms.pdf", "ab")
        );
        let tx = store.begin().await.unwrap();
        let new = interlocal_store::NewDocument {
            offering: kept.offering,
            sha256: "cd",
            name: "new.pdf",
            media: "application/pdf",
            size: 1,
            by: None,
        };
        assert_eq!(
            tx.add_document(&new, now()).await.unwrap(),
            41,
            "no number is given twice"
        );
        drop(store);
        database.remove().await;
    }
}

/// All three files, as text.
async fn texts(portal: &Portal, folder: &Path) -> Vec<(String, String)> {
    let snapshot = portal.snapshot();
    let vocabulary = vocabulary();
    let from = Exporting {
        store: portal.store(),
        public_url: portal.public_url(),
        directory: &snapshot.directory,
        vocabulary: &vocabulary,
        publisher: "Interlocal",
        at: now(),
    };
    let [package, ocds, hsds] =
        ["package.zip", "ocds.json", "hsds.zip"].map(|name| folder.join(name));
    export_package(&from, &package).await.unwrap();
    export_ocds(&from, &ocds).await.unwrap();
    export_hsds(&from, &hsds).await.unwrap();
    let mut texts = vec![(
        "ocds.json".to_owned(),
        std::fs::read_to_string(ocds).unwrap(),
    )];
    for zip in [package, hsds] {
        let entries = files(File::open(zip).unwrap()).unwrap();
        let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
        texts.extend(entries.into_iter().map(text));
    }
    texts
}

#[tokio::test]
async fn no_file_tells_what_is_restricted_and_none_runs_as_a_formula() {
    let world = small_world().await;
    add_an_invented_world(&world.portal).await;
    let folder = tempfile::tempdir().unwrap();
    let texts = texts(&world.portal, folder.path()).await;
    for (name, text) in &texts {
        for word in ["quasarhidden", "velvetfact"] {
            assert!(!text.to_lowercase().contains(word), "{name} says {word}");
        }
        if !name.ends_with(".csv") {
            continue;
        }
        let mut reader = text.split("\r\n").skip(1).flat_map(|line| line.split(','));
        let formula = reader.find(|cell| {
            let cell = cell.trim_start_matches('"');
            let number = cell.parse::<f64>().is_ok();
            !number && cell.starts_with(['=', '+', '-', '@'])
        });
        assert_eq!(formula, None, "{name}");
    }
    let of = |name: &str| &texts.iter().find(|(file, _)| file == name).unwrap().1;
    assert!(of("editions.csv").contains("'=cmd()"));
    assert!(of("services.csv").contains("'+Second edition"));
    assert!(of("ocds.json").contains("+Second edition"));
}

#[tokio::test]
async fn fields_that_the_standard_does_not_know_are_exported_again() {
    let world = small_world().await;
    let portal = &world.portal;
    let release = json!({
        "ocid": "ocds-x-1", "id": "1", "date": "2026-01-01T00:00:00Z", "tag": ["contract"],
        "initiationType": "tender", "dncpPlanCode": "P-7",
        "dncpBudget": ["<figure>", "<cents>", "<beyond>"],
        "parties": [{"id": "s", "name": "Boro Tools", "roles": ["supplier"],
            "contactPoint": {"name": "Somebody Named"}}],
        "tender": {"id": "t", "title": "Radios", "dncpLots": {"count": 2},
            "procurementMethod": "bogus",
            "value": {"amount": "<figure>", "currency": "USD"}},
        "awards": [{"id": "a", "suppliers": [{"id": "s", "name": "Boro Tools"}], "dncpScore": 9}],
    });
    let mut text = json!({"version": "1.1", "releases": [release]}).to_string();
    let figures = [
        ("\"<figure>\"", "12345678901234567.89"),
        ("\"<cents>\"", "1.10"),
        ("\"<beyond>\"", "1e+400"),
    ];
    for (place, figure) in figures {
        text = text.replace(place, figure);
    }
    let found = ocds::read("x.json", text.as_bytes()).unwrap();
    let origin = Origin {
        source: "x".into(),
        kind: "ocds",
        file_name: "x.json".into(),
        file_hash: hash_of(text.as_bytes()),
        body: Some(BODY.into()),
        category: "purchasing".into(),
        mapping: None,
    };
    let taken = (&origin, Parsed::ocds(found));
    import(
        portal.store(),
        &Actor::Portal,
        taken,
        (now(), false),
        &|_, _| Going::On,
    )
    .await
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let ocds = texts(portal, folder.path()).await.swap_remove(0).1;
    assert!(!ocds.contains("dncp"), "a draft is nobody's to see");
    let desk = portal.store().desk(&BODY.into()).await.unwrap();
    let mut drafts = desk.into_iter().filter_map(|row| row.draft);
    let draft = drafts
        .find(|draft| draft.content.title == "Radios")
        .unwrap();
    publish(portal, &draft.content, &[]).await;
    let ocds = texts(portal, folder.path()).await.swap_remove(0).1;
    let package: serde_json::Value = serde_json::from_str(&ocds).unwrap();
    let mut records = package["records"].as_array().unwrap().iter();
    let record = records.find(|record| record["ocid"] == "ocds-x-1").unwrap();
    let release = &record["compiledRelease"];
    for digits in [
        "\"dncpBudget\":[12345678901234567.89,1.10,1e+400]",
        "\"value\":{\"amount\":12345678901234567.89,\"currency\":\"USD\"}",
    ] {
        assert!(ocds.contains(digits), "{digits}");
    }
    assert_eq!(release["dncpPlanCode"], "P-7");
    assert_eq!(release["tender"]["dncpLots"], json!({"count": 2}));
    let suppliers = json!([{"id": "s", "name": "Boro Tools"}]);
    assert_eq!(
        release["awards"],
        json!([{"id": "a", "dncpScore": 9, "suppliers": suppliers}])
    );
    assert_eq!(
        release["interlocalAccess"]["unfit"],
        json!([{"path": "tender/procurementMethod", "value": "bogus"}])
    );
    comes_back_with_the_package(portal, record).await;
    let restricted = Content {
        restricted_fields: vec![RestrictableField::Prices],
        ..draft.content
    };
    publish(portal, &restricted, &[]).await;
    let ocds = texts(portal, folder.path()).await.swap_remove(0).1;
    assert!(
        ocds.contains("Radios") && !ocds.contains("dncp"),
        "what a file said might tell it"
    );
}

#[tokio::test]
async fn a_portal_that_holds_something_takes_no_package_and_a_spoilt_one_leaves_nothing() {
    let world = small_world().await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("package.zip");
    package(world.portal.store(), &place).await;
    let refused = restore(world.portal.store(), &place).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    let whole = std::fs::read(&place).unwrap();
    for database in both().await {
        let store = database.open().await;
        std::fs::write(&place, &whole[..whole.len() / 2]).unwrap();
        assert!(matches!(
            restore(&store, &place).await,
            Err(Error::Invalid(_))
        ));
        assert_eq!(store.newest_sequence().await.unwrap(), 0);
        assert_eq!(store.jurisdictions_after("", 1).await.unwrap(), []);
        std::fs::write(&place, &whole).unwrap();
        assert!(restore(&store, &place).await.is_ok());
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing is left beside the file");
        drop(store);
        database.remove().await;
    }
}

/// A portal that was restored from the package of another one says of a contract what
/// that one says, and has nothing of the persons of the file.
async fn comes_back_with_the_package(portal: &Portal, record: &serde_json::Value) {
    let folder = tempfile::tempdir().unwrap();
    let (whole, ocds) = (folder.path().join("x.zip"), folder.path().join("x.json"));
    package(portal.store(), &whole).await;
    let origins = said(&whole).into_iter().filter_map(|part| match part {
        Part::Origins(all) => Some(all),
        _ => None,
    });
    let origins: Vec<String> = origins
        .flatten()
        .map(|one| one.content.to_string())
        .collect();
    assert_eq!(origins.len(), 1);
    assert!(origins[0].contains("1e+400") && !origins[0].contains("Somebody"));
    for database in both().await {
        let store = database.open().await;
        restore(&store, &whole).await.unwrap();
        let url: PublicUrl = portal.public_url().origin().parse().unwrap();
        let from = Exporting {
            store: &store,
            public_url: &url,
            directory: &portal.snapshot().directory,
            vocabulary: &vocabulary(),
            publisher: "Interlocal",
            at: now(),
        };
        export_ocds(&from, &ocds).await.unwrap();
        let text = std::fs::read_to_string(&ocds).unwrap();
        let again: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut records = again["records"].as_array().unwrap().iter();
        let again = records.find(|one| one["ocid"] == record["ocid"]).unwrap();
        assert_eq!(again["compiledRelease"], record["compiledRelease"]);
        drop(store);
        database.remove().await;
    }
}
