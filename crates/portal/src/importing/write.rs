//! Writing what was decided: drafts, and what stood there before. What is kept beside
//! the drafts is gathered and written a transaction at a time.

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
use interlocal_store::{Before, Deed, Draft, ImportedListing, ImportedRow, Tx};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// What writing needs beside the decision.
pub struct Pen<'a> {
    pub origin: &'a Origin,
    pub body: &'a OrganizationId,
    pub actor: &'a Actor,
    pub at: DateTime<Utc>,
    pub batch: i32,
}

/// Slugs that are taken, and how far namesakes were counted.
pub struct Slugs {
    taken: HashSet<String>,
    counted: HashMap<String, usize>,
}

impl Slugs {
    /// These are taken.
    pub fn new(taken: HashSet<String>) -> Self {
        Self {
            taken,
            counted: HashMap::new(),
        }
    }
}

/// What is kept beside the drafts of a transaction.
#[derive(Default)]
pub struct Beside {
    /// What stood there before, in the order in which it was found.
    pub before: Vec<Before>,
    /// Rows of the source.
    pub rows: Vec<ImportedRow>,
    /// Listings of the source.
    listings: Vec<ImportedListing>,
    /// The numbers of rules, by their fingerprints.
    rule_sets: HashMap<String, i32>,
}

impl Beside {
    /// Writes everything that was gathered.
    pub async fn flush(&mut self, tx: &Tx, pen: &Pen<'_>) -> Result<(), Error> {
        let source = &pen.origin.source;
        tx.keep_before(pen.batch, &std::mem::take(&mut self.before))
            .await?;
        let rows = std::mem::take(&mut self.rows);
        let rows: Vec<&ImportedRow> = rows.iter().collect();
        tx.keep_rows(source, pen.batch, &rows).await?;
        let listings = std::mem::take(&mut self.listings);
        tx.keep_listings(source, &listings).await?;
        let reason = format!("batch {} from {source}", pen.batch);
        let deeds = listings.iter().map(|listing| Deed {
            action: "import_draft",
            subject: listing.slug.as_str(),
            reason: &reason,
            body: Some(pen.body),
        });
        let deeds: Vec<Deed<'_>> = deeds.collect();
        Ok(tx.audit_each(pen.at, pen.actor, &deeds).await?)
    }

    fn note(&mut self, subject: &str, key: &str, content: String) {
        self.before.push(Before {
            subject: subject.to_owned(),
            key: key.to_owned(),
            content,
        });
    }

    async fn rule_set(&mut self, tx: &Tx, content: &Content) -> Result<i32, Error> {
        let (set, fingerprint) = rule_set_of(content, &Records::default());
        if let Some(number) = self.rule_sets.get(&fingerprint) {
            return Ok(*number);
        }
        let number = tx.number_rule_set(&set, &fingerprint).await?;
        self.rule_sets.insert(fingerprint, number);
        Ok(number)
    }
}

/// Writes a decision; gives the slug of the listing.
pub async fn write(
    tx: &Tx,
    pen: &Pen<'_>,
    entry: &Entry,
    decision: Decision,
    (before, slugs, beside): (Option<&ImportedListing>, &mut Slugs, &mut Beside),
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
    beside.note("listing", &entry.key, kept.to_string());
    let (slug, draft_version) = match decision {
        Decision::Nothing(slug) | Decision::Doubt(slug, _) => return Ok(slug),
        Decision::Create => create(tx, pen, entry, (slugs, beside)).await?,
        Decision::Rewrite(row, draft) => {
            let kept = json!({"content": draft.content, "version": draft.version});
            beside.note("draft", row.slug.as_str(), kept.to_string());
            let content = content(entry, pen, row.slug.clone());
            let version = draft.version + 1;
            tx.write_draft(&Draft { content, ..*draft }, pen.at).await?;
            (row.slug, version)
        }
        Decision::Propose(row, edition) => {
            beside.note("draft", row.slug.as_str(), "null".to_owned());
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
    beside.listings.push(listing);
    Ok(slug)
}

async fn create(
    tx: &Tx,
    pen: &Pen<'_>,
    entry: &Entry,
    (slugs, beside): (&mut Slugs, &mut Beside),
) -> Result<(OfferingId, i32), Error> {
    let slug = unused(entry, slugs);
    let content = content(entry, pen, slug.clone());
    let rule_set = beside.rule_set(tx, &content).await?;
    let row = tx.add_offering(&content, rule_set, &[], pen.at).await?;
    tx.begin_draft(row, &content, None, pen.at).await?;
    Ok((slug, 1))
}

/// A slug that nothing has: of the title, then with the number, then counted.
fn unused(entry: &Entry, slugs: &mut Slugs) -> OfferingId {
    let number = entry
        .contract
        .as_ref()
        .map_or("", |contract| contract.number.as_str());
    let mut base = slug_of(&entry.title);
    if base.is_empty() {
        base = "listing".to_owned();
    }
    let with_number = slug_of(&format!("{base}-{number}"));
    for slug in [&base, &with_number] {
        if slugs.taken.insert(slug.clone()) {
            return OfferingId::new(slug.clone());
        }
    }
    let count = slugs.counted.entry(with_number.clone()).or_insert(1);
    loop {
        *count += 1;
        let slug = format!("{with_number}-{count}");
        if slugs.taken.insert(slug.clone()) {
            return OfferingId::new(slug);
        }
    }
}

/// A new listing: listed from a source, with nothing said of who may use it.
fn content(entry: &Entry, pen: &Pen<'_>, slug: OfferingId) -> Content {
    let mut details = interlocal_catalog::details::Details::default();
    details.contract.clone_from(&entry.contract);
    details.lines.clone_from(&entry.lines);
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

/// The edition that stands, with what the source alone says: suppliers, days, number,
/// lines.
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
        content.details.lines.clone_from(&entry.lines);
    }
    content
}
