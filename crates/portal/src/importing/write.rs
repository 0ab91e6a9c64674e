//! Writing what was decided: drafts, and what stood there before.

use super::{
    Entry, Origin,
    decide::{Decision, hash},
};
use crate::{Error, rule_set::rule_set_of};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    eligibility::{DEFAULT_REVIEW_DAYS, Records},
    id::slug_of,
    offering::{Content, NotAvailable, Source},
    policy::Actor,
};
use interlocal_store::{Before, Deed, Draft, ImportedListing, Tx};
use serde_json::json;
use std::collections::HashSet;

/// What writing needs beside the decision.
pub struct Pen<'a> {
    pub origin: &'a Origin,
    pub body: &'a OrganizationId,
    pub actor: &'a Actor,
    pub at: DateTime<Utc>,
    pub batch: i32,
}

/// Writes a decision; gives the slug of the listing.
pub async fn write(
    tx: &Tx,
    pen: &Pen<'_>,
    entry: &Entry,
    decision: Decision,
    (before, slugs): (Option<&ImportedListing>, &mut HashSet<String>),
) -> Result<OfferingId, Error> {
    if let Decision::Nothing(slug) | Decision::Doubt(slug, _) = decision {
        return Ok(slug);
    }
    let kept = before.map_or(json!(null), |before| {
        json!({
            "hash": before.hash,
            "slug": before.slug,
            "draft_version": before.draft_version,
            "batch": before.batch,
        })
    });
    note(tx, pen, "listing", &entry.key, kept.to_string()).await?;
    let (slug, draft_version) = match decision {
        Decision::Nothing(slug) | Decision::Doubt(slug, _) => return Ok(slug),
        Decision::Create => create(tx, pen, entry, slugs).await?,
        Decision::Rewrite(row, draft) => {
            let kept = json!({"content": draft.content, "version": draft.version});
            note(tx, pen, "draft", row.slug.as_str(), kept.to_string()).await?;
            let content = content(entry, pen, row.slug.clone());
            let version = draft.version + 1;
            tx.write_draft(&Draft { content, ..*draft }, pen.at).await?;
            (row.slug, version)
        }
        Decision::Propose(row, edition) => {
            note(tx, pen, "draft", row.slug.as_str(), "null".to_owned()).await?;
            tx.begin_draft(row.id, &proposed(entry, edition.content), None, pen.at)
                .await?;
            (row.slug, 1)
        }
    };
    let listing = ImportedListing {
        key: entry.key.clone(),
        hash: hash(entry),
        slug: slug.clone(),
        draft_version,
        batch: pen.batch,
    };
    tx.keep_listing(&pen.origin.source, &listing).await?;
    let reason = format!("batch {} from {}", pen.batch, pen.origin.source);
    let deed = Deed {
        action: "import_draft",
        subject: slug.as_str(),
        reason: &reason,
        body: Some(pen.body),
    };
    tx.audit(pen.at, pen.actor, &deed).await?;
    Ok(slug)
}

async fn create(
    tx: &Tx,
    pen: &Pen<'_>,
    entry: &Entry,
    slugs: &mut HashSet<String>,
) -> Result<(OfferingId, i32), Error> {
    let slug = unused(entry, slugs);
    let content = content(entry, pen, slug.clone());
    let (set, fingerprint) = rule_set_of(&content, &Records::default());
    let rule_set = tx.number_rule_set(&set, &fingerprint).await?;
    let row = tx.add_offering(&content, rule_set, &[], pen.at).await?;
    tx.begin_draft(row, &content, None, pen.at).await?;
    Ok((slug, 1))
}

async fn note(
    tx: &Tx,
    pen: &Pen<'_>,
    subject: &str,
    key: &str,
    content: String,
) -> Result<(), Error> {
    let before = Before {
        subject: subject.to_owned(),
        key: key.to_owned(),
        content,
    };
    Ok(tx.keep_before(pen.batch, &[before]).await?)
}

/// A slug that nothing has: of the title, then with the number, then counted.
fn unused(entry: &Entry, slugs: &mut HashSet<String>) -> OfferingId {
    let number = entry
        .contract
        .as_ref()
        .map_or("", |contract| contract.number.as_str());
    let mut base = slug_of(&entry.title);
    if base.is_empty() {
        base = "listing".to_owned();
    }
    let with_number = slug_of(&format!("{base}-{number}"));
    let counted = (2..).map(|count| format!("{with_number}-{count}"));
    let mut candidates = [base, with_number.clone()].into_iter().chain(counted);
    let slug = candidates
        .find(|slug| !slugs.contains(slug))
        .unwrap_or(with_number);
    slugs.insert(slug.clone());
    OfferingId::new(slug)
}

/// A new listing: listed from a source, with nothing said of who may use it.
fn content(entry: &Entry, pen: &Pen<'_>, slug: OfferingId) -> Content {
    let mut details = interlocal_catalog::details::Details::default();
    details.contract.clone_from(&entry.contract);
    Content {
        slug,
        title: entry.title.clone(),
        kind: entry.kind,
        category: pen.origin.category.clone(),
        provider: pen.body.clone(),
        partners: Vec::new(),
        summary: entry.summary.clone(),
        how_to_join: entry.how_to_join.clone(),
        agreement: String::new(),
        cost_model: entry.cost_model,
        url: entry.url.clone(),
        states: Vec::new(),
        area_words: entry.area_words.clone(),
        frameworks: Vec::new(),
        named_groups: Vec::new(),
        known_users: String::new(),
        state_contract_of: None,
        suppliers: entry.suppliers.clone(),
        term: entry.term,
        source: Source::PublicSource,
        source_words: format!("{} ({})", pen.origin.source, pen.origin.file_name),
        source_confidence: String::new(),
        checked_on: pen.at.date_naive(),
        review_days: DEFAULT_REVIEW_DAYS,
        not_available: NotAvailable::default(),
        rules: Vec::new(),
        visibility: Default::default(),
        restricted_fields: Vec::new(),
        details,
    }
}

/// The edition that stands, with what the source alone says: suppliers, days, number.
fn proposed(entry: &Entry, mut content: Content) -> Content {
    content.suppliers.clone_from(&entry.suppliers);
    if entry.term.starts_on.is_some() {
        content.term.starts_on = entry.term.starts_on;
    }
    content.term.ends_on = entry.term.ends_on;
    if let Some(said) = &entry.contract {
        let contract = content.details.contract.get_or_insert_default();
        contract.number.clone_from(&said.number);
        contract.award = said.award.or(contract.award);
    }
    content
}
