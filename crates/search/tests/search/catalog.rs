//! A small catalog, builders and one way to ask.

use interlocal_catalog::{
    CategoryId, NaiveDate,
    category::Vocabulary,
    offering::{CostModel, OfferingKind, Source, Term},
    organization::Level,
};
use interlocal_search::{Change, Index, OfferingDoc, PUBLIC, Query, Results};
use std::sync::Arc;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn today() -> NaiveDate {
    day("2026-11-22")
}

pub fn vocabulary() -> Arc<Vocabulary> {
    let json = r#"{"version": "1", "categories": [
        {"slug": "cybersecurity", "name": "Cybersecurity", "meaning": "m", "synonyms": ["cyber security"]},
        {"slug": "endpoint-detection", "name": "Endpoint detection", "parent": "cybersecurity", "meaning": "m",
         "synonyms": ["antivirus"], "words": [{"word": "EDR", "means": "endpoint detection and response"}]},
        {"slug": "incident-response", "name": "Incident response", "parent": "cybersecurity", "meaning": "m",
         "synonyms": ["ransomware", "ransomware attack"]},
        {"slug": "public-safety-comms", "name": "Public-safety communications", "meaning": "m"},
        {"slug": "land-mobile-radio", "name": "Land mobile radio", "parent": "public-safety-comms", "meaning": "m",
         "words": [{"word": "LMR", "means": "land mobile radio"}]},
        {"slug": "gis", "name": "GIS and data", "meaning": "m"}],
        "same": [["police", "law enforcement"], ["aerial photos", "orthoimagery"]]}"#;
    Arc::new(Vocabulary::parse(json).unwrap())
}

pub fn offering(id: i64, title: &str, category: &str) -> OfferingDoc {
    OfferingDoc {
        id,
        slug: format!("offering-{id}"),
        aliases: vec![],
        title: title.to_owned(),
        summary: String::new(),
        how_to_join: String::new(),
        area_words: String::new(),
        known_users: String::new(),
        named_groups: vec![],
        provider_slug: format!("body-{id}"),
        provider_name: format!("Body {id}"),
        provider_aliases: vec![],
        partner_names: vec![],
        suppliers: vec![],
        lines: vec![],
        category: CategoryId::new(category),
        kind: OfferingKind::Service,
        level: Level::State,
        states: vec!["OH".to_owned()],
        cost_model: CostModel::Free,
        agreements: vec![],
        frameworks: vec![],
        term: Term::default(),
        changed_at: id,
        rule_set: u32::try_from(id).unwrap(),
        source: Source::PublicSource,
        checked_on: today(),
        review_days: 365,
        visibility: PUBLIC.to_owned(),
    }
}

pub fn index(offerings: Vec<OfferingDoc>) -> Index {
    let index = Index::in_memory(vocabulary()).unwrap();
    let batch: Vec<Change> = offerings
        .into_iter()
        .map(|offering| Change::Upsert(Box::new(offering)))
        .collect();
    index.apply(&batch, 1).unwrap();
    index
}

pub fn ask(index: &Index, words: &str) -> Results {
    index.search(&Query::new(words, today())).unwrap()
}

pub fn ids(results: &Results) -> Vec<i64> {
    results.hits.iter().map(|hit| hit.id).collect()
}
