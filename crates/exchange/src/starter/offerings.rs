//! Offerings: one JSON object a line.

use super::{Files, Known, StarterOffering, at, known_key, text};
use crate::Fault;
use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId, PlaceId,
    access::{AccessRule, Area},
    id::is_slug,
    offering::{Content, CostModel, NotAvailable, OfferingKind, Source, Status, Term},
    policy::Visibility,
};
use serde::Deserialize;
use std::collections::HashSet;

const FILE: &str = "offerings.jsonl";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    slug: OfferingId,
    #[serde(default)]
    aliases: Vec<OfferingId>,
    title: String,
    kind: OfferingKind,
    category: CategoryId,
    provider: OrganizationId,
    #[serde(default)]
    partners: Vec<OrganizationId>,
    summary: String,
    #[serde(default)]
    how_to_join: String,
    #[serde(default)]
    agreement: String,
    cost_model: CostModel,
    #[serde(default)]
    url: String,
    states: Vec<String>,
    #[serde(default)]
    area_words: String,
    #[serde(default)]
    known_users: String,
    #[serde(default)]
    adoptions: Vec<PlaceId>,
    #[serde(default)]
    frameworks: Vec<String>,
    #[serde(default)]
    named_groups: Vec<String>,
    source: String,
    #[serde(default)]
    source_confidence: String,
    status: Status,
    #[serde(default)]
    state_contract_of: Option<PlaceId>,
    rules: Vec<AccessRule>,
}

pub(super) fn read(files: Files<'_>, known: &Known<'_>) -> Result<Vec<StarterOffering>, Fault> {
    let text = text(files, FILE)?;
    let mut slugs: HashSet<String> = HashSet::new();
    let mut offerings = Vec::new();
    for (line, json) in text.lines().enumerate() {
        let number = line as u64 + 1;
        if json.trim().is_empty() {
            continue;
        }
        let read: Line = serde_json::from_str(json).map_err(|e| Fault::json(FILE, number, &e))?;
        let place_of = |word: &str| {
            json.find(&format!("\"{word}\""))
                .map_or(1, |p| p as u64 + 1)
        };
        let fault = |word: &str, message: String| at(FILE, number, place_of(word), message);
        for slug in std::iter::once(&read.slug).chain(&read.aliases) {
            if !is_slug(slug.as_str()) {
                return Err(fault(slug.as_str(), format!("“{slug}” is no slug")));
            }
            if !slugs.insert(slug.to_string()) {
                return Err(fault(
                    slug.as_str(),
                    format!("the slug “{slug}” stands twice"),
                ));
            }
        }
        check(&read, known).map_err(|(word, message)| fault(&word, message))?;
        offerings.push(offering(read, known));
    }
    Ok(offerings)
}

/// Everything an offering refers to must exist.
fn check(line: &Line, known: &Known<'_>) -> Result<(), (String, String)> {
    for body in std::iter::once(&line.provider).chain(&line.partners) {
        if !known.bodies.contains(body.as_str()) {
            return Err((
                body.to_string(),
                format!("“{body}” is not among the bodies"),
            ));
        }
    }
    if known.vocabulary.get(&line.category).is_none() {
        let category = line.category.to_string();
        return Err((
            category.clone(),
            format!("“{category}” is not in the vocabulary"),
        ));
    }
    if line.rules.is_empty() {
        return Err((
            "rules".to_owned(),
            "rules is empty; give at least one".to_owned(),
        ));
    }
    let places = line.rules.iter().filter_map(|rule| match &rule.area {
        Area::Places(places) => Some(places.within.iter().chain(&places.bodies)),
        Area::Whole(_) => None,
    });
    for place in places
        .flatten()
        .chain(&line.adoptions)
        .chain(&line.state_contract_of)
    {
        known_key(known, place.as_str()).map_err(|message| (place.to_string(), message))?;
    }
    Ok(())
}

fn offering(line: Line, known: &Known<'_>) -> StarterOffering {
    let source = if line.source.is_empty() {
        Source::Unsourced
    } else {
        Source::PublicSource
    };
    StarterOffering {
        status: line.status,
        aliases: line.aliases,
        adoptions: line.adoptions,
        content: Content {
            slug: line.slug,
            title: line.title,
            kind: line.kind,
            category: line.category,
            provider: line.provider,
            partners: line.partners,
            summary: line.summary,
            how_to_join: line.how_to_join,
            agreement: line.agreement,
            cost_model: line.cost_model,
            url: line.url,
            states: line.states,
            area_words: line.area_words,
            frameworks: line.frameworks,
            named_groups: line.named_groups,
            known_users: line.known_users,
            state_contract_of: line.state_contract_of,
            suppliers: Vec::new(),
            term: Term::default(),
            source,
            source_words: line.source,
            source_confidence: line.source_confidence,
            checked_on: known.checked_on,
            review_days: known.review_days,
            not_available: NotAvailable::default(),
            rules: line.rules,
            visibility: Visibility::Public,
            restricted_fields: Vec::new(),
            details: Default::default(),
        },
    }
}
