//! What the index is told of a listing.

use crate::directory::Directory;
use interlocal_catalog::{access::Steps, offering::Content};
use interlocal_search::OfferingDoc;
use interlocal_store::Listing;
use std::collections::{BTreeSet, HashSet};

/// A listing as the index takes it, for readers who see this term.
pub fn document(listing: &Listing, directory: &Directory, visibility: &str) -> OfferingDoc {
    let content = &listing.edition.content;
    let provider = directory.organization(&content.provider);
    let name = |id| directory.organization_name(id).to_owned();
    OfferingDoc {
        id: i64::from(listing.offering.id),
        slug: content.slug.to_string(),
        aliases: listing.aliases.iter().map(ToString::to_string).collect(),
        title: content.title.clone(),
        summary: content.summary.clone(),
        how_to_join: content.how_to_join.clone(),
        area_words: content.area_words.clone(),
        known_users: content.known_users.clone(),
        named_groups: content.named_groups.clone(),
        provider_slug: directory.canonical(&content.provider).to_string(),
        provider_name: name(&content.provider),
        provider_aliases: provider
            .map(|body| body.aliases.clone())
            .unwrap_or_default(),
        partner_names: content.partners.iter().map(name).collect(),
        suppliers: content.suppliers.clone(),
        lines: lines(content),
        category: content.category.clone(),
        kind: content.kind,
        level: provider.map_or(interlocal_catalog::organization::Level::Regional, |b| {
            b.level
        }),
        states: content.states.clone(),
        cost_model: content.cost_model,
        agreements: agreements(content),
        frameworks: content.frameworks.clone(),
        term: content.term,
        changed_at: listing.offering.changed_at.timestamp(),
        rule_set: u32::try_from(listing.offering.rule_set).unwrap_or(0),
        source: content.source,
        checked_on: content.checked_on,
        review_days: content.review_days,
        visibility: visibility.to_owned(),
    }
}

/// What the contract and its lines name beside suppliers, each once.
fn lines(content: &Content) -> Vec<String> {
    let details = &content.details;
    let number = details.contract.iter().map(|contract| &contract.number);
    let of_lines = details.lines.iter().flat_map(|line| {
        let own = [&line.number, &line.title, &line.supplier];
        own.into_iter()
            .chain(&line.manufacturers)
            .chain(&line.categories)
    });
    let known: HashSet<&String> = content.suppliers.iter().chain([&content.title]).collect();
    let mut once = HashSet::new();
    number
        .chain(of_lines)
        .filter(|text| !text.is_empty() && !known.contains(text) && once.insert(*text))
        .cloned()
        .collect()
}

/// What one signs or joins, as facet words.
fn agreements(content: &Content) -> Vec<String> {
    let mut words = BTreeSet::new();
    for rule in &content.rules {
        match &rule.steps {
            Steps::Listed(steps) if steps.is_empty() => {
                words.insert("none");
            }
            Steps::Listed(steps) => words.extend(steps.iter().map(|step| step.kind.word())),
            Steps::NotStated(_) => {
                words.insert("not_stated");
            }
        }
    }
    words.into_iter().map(str::to_owned).collect()
}
