//! What a service directory said of a service is told again, with what its edition says
//! now over it.

use interlocal_catalog::{
    CategoryId,
    offering::{Content, CostModel},
    policy::Actor,
    restriction::RestrictableField,
};
use interlocal_exchange::{
    hsds::{self, id::id},
    package::files,
};
use interlocal_portal::{
    Error, Portal,
    exporting::{
        Exporting, export_hsds,
        service_directory::{Much, Paging, Wanted},
    },
    importing::{Going, Origin, Parsed, hash_of, import},
    publish::Publication,
};
use interlocal_testkit::{now, small_world, world::vocabulary};
use serde_json::{Value, json};
use std::fs::File;

const BODY: &str = "il-department-of-innovation-and-technology";
const LANGUAGE: &str = "2989d3ed-c547-48f8-8f9d-432d81c7892e";

fn service() -> Value {
    json!({
        "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Counselling",
        "alternate_name": "City Counselling", "description": "By professionals.",
        "url": "https://counselling.example", "email": "ann@counselling.example",
        "status": "active", "fees_description": "A flat rate.", "wait_time": "Two weeks",
        "eligibility_description": "Residents", "minimum_age": 12, "alert": "Moved online",
        "accreditations": "BASC", "licenses": "State", "ownField": {"any": 1},
        "contacts": [{"id": "c", "name": "Ann Persona"}],
        "phones": [{"id": "p", "number": "555 0100"}],
        "service_at_locations": [{"id": "l", "location": {"id": "m", "name": "Civic Center"}}],
        "languages": [{"id": LANGUAGE, "name": "Urdu"}, {"id": "l2", "name": "Polish"}],
        "schedules": [{"id": LANGUAGE, "freq": "WEEKLY", "interval": 1, "opens_at": "10:00"}],
        "funding": [{"source": "Grants"}],
        "cost_options": [{"id": "k", "option": "Under 18s", "currency": "usd", "amount": 35}],
        "program": {"id": "g", "name": "Mental Health"},
        "required_documents": [{"document": "Passport"}],
        "attributes": [{"id": "a", "taxonomy_term": {"id": "t", "name": "Therapy",
            "taxonomy_detail": {"id": "x", "name": "Services"}}}],
    })
}

async fn publish(portal: &Portal, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "a new service",
    };
    portal.publish(&Actor::Portal, publication).await.unwrap();
}

/// Takes the service in and publishes its draft.
async fn taken(portal: &Portal) -> Content {
    let text = service().to_string();
    let found = hsds::read(&[("x.json", text.as_bytes())]).unwrap();
    let parsed = Parsed::hsds(found);
    let notes = parsed.notes.join("\n");
    for kind in ["contacts", "phone numbers", "e-mail addresses", "locations"] {
        assert!(notes.contains(kind), "{kind}: {notes}");
    }
    let origin = Origin {
        source: "x".into(),
        kind: "hsds",
        file_name: "x.json".into(),
        file_hash: hash_of(text.as_bytes()),
        body: Some(BODY.into()),
        category: CategoryId::new("purchasing"),
        mapping: None,
    };
    let taken = (&origin, parsed);
    let going = |_, _| Going::On;
    let done = import(
        portal.store(),
        &Actor::Portal,
        taken,
        (now(), false),
        &going,
    );
    done.await.unwrap();
    let desk = portal.store().desk(&BODY.into()).await.unwrap();
    let mut drafts = desk.into_iter().filter_map(|row| row.draft);
    let draft = drafts.find(|draft| draft.content.title == "Community Counselling");
    let content = draft.unwrap().content;
    publish(portal, &content).await;
    content
}

async fn told(portal: &Portal, content: &Content) -> Result<Value, Error> {
    portal
        .hsds_service(&id("service", content.slug.as_str()))
        .await
}

async fn package(portal: &Portal) -> Vec<(String, String)> {
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
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("hsds.zip");
    export_hsds(&from, &place).await.unwrap();
    let entries = files(File::open(place).unwrap()).unwrap();
    let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
    entries.into_iter().map(text).collect()
}

#[tokio::test]
async fn a_service_of_a_file_keeps_its_fields_and_records_and_names_no_person() {
    let world = small_world().await;
    let portal = &world.portal;
    let content = taken(portal).await;
    let one = told(portal, &content).await.unwrap();
    for name in [
        "alternate_name",
        "wait_time",
        "minimum_age",
        "alert",
        "accreditations",
        "licenses",
        "fees_description",
        "ownField",
    ] {
        assert_eq!(one[name], service()[name], "{name}");
    }
    for (list, field, words) in [
        ("languages", "name", "Polish"),
        ("schedules", "opens_at", "10:00"),
        ("funding", "source", "Grants"),
        ("cost_options", "option", "Under 18s"),
        ("required_documents", "document", "Passport"),
    ] {
        let mut all = one[list].as_array().unwrap().iter();
        let found = all.find(|record| record[field] == words);
        let found = found.unwrap_or_else(|| panic!("{list}: {one}"));
        assert_eq!(found["service_id"], one["id"], "{list}");
        assert_eq!(found["id"].as_str().unwrap().len(), 36, "{list}");
    }
    assert_eq!(one["languages"][0]["id"], LANGUAGE);
    assert_eq!(one["program"]["name"], "Mental Health");
    assert_eq!(one["program_id"], one["program"]["id"]);
    let terms = one["attributes"].as_array().unwrap();
    assert!(
        terms
            .iter()
            .any(|one| one["taxonomy_term"]["name"] == "Therapy")
    );
    let wanted = Wanted {
        search: "counselling".to_owned(),
        much: Much::Full,
        ..Wanted::default()
    };
    let page = portal.hsds_services(&wanted, Paging::WHOLE).await.unwrap();
    assert_eq!(page.contents, std::slice::from_ref(&one));
    let files = package(portal).await;
    for (file, words) in [
        ("services.csv", "City Counselling"),
        ("languages.csv", "Urdu"),
        ("schedules.csv", "10:00"),
        ("funding.csv", "Grants"),
        ("programs.csv", "Mental Health"),
        ("cost_options.csv", "Under 18s"),
        ("required_documents.csv", "Passport"),
        ("taxonomy_terms.csv", "Therapy"),
        ("taxonomies.csv", "Services"),
    ] {
        let mut all = files.iter().filter(|(name, _)| name == file);
        let text = &all.next().unwrap().1;
        assert!(text.contains(words), "{file}: {text}");
    }
    let named: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    assert_eq!(hsds::read(&named).unwrap().findings, []);
    let all = format!("{one}{files:?}");
    for person in ["Persona", "555 0100", "ann@", "Civic Center"] {
        assert!(!all.contains(person), "{person}");
    }
}

#[tokio::test]
async fn what_the_edition_says_goes_over_the_file_and_nothing_is_told_where_it_is_restricted() {
    let world = small_world().await;
    let portal = &world.portal;
    let content = taken(portal).await;
    let edited = Content {
        title: "Counselling for all".to_owned(),
        cost_model: CostModel::Free,
        ..content.clone()
    };
    publish(portal, &edited).await;
    let one = told(portal, &edited).await.unwrap();
    assert_eq!(one["name"], "Counselling for all");
    assert_eq!(one["fees_description"], CostModel::Free.label());
    assert_eq!(one["alternate_name"], "City Counselling");
    let restricted = Content {
        restricted_fields: vec![RestrictableField::Prices],
        ..edited
    };
    publish(portal, &restricted).await;
    let one = told(portal, &restricted).await.unwrap();
    assert_eq!(one["alternate_name"], Value::Null);
    assert!(!format!("{:?}", package(portal).await).contains("Under 18s"));
}
