//! How things look in JSON.

use crate::App;
use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, OrganizationId, PlaceId,
    category::Category,
    eligibility::{
        Confidence, Link, LinkName, LinkState, Missing, Outcome, Reason, StepLeft, Verdict,
    },
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
    offering::{CostModel, OfferingKind},
    organization::Level,
};
use interlocal_portal::{Judged, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

/// A verdict with its chain.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Verdict")]
pub struct VerdictShown {
    /// May this government use this offering?
    outcome: Outcome,
    /// How well it is vouched for.
    confidence: Confidence,
    /// The rule that counts best.
    rule: String,
    /// The six links, in order.
    links: Vec<LinkShown>,
}

/// One link of the chain; what explains its state stands beside it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
pub struct LinkShown {
    /// Which.
    link: LinkName,
    /// Where it stands.
    state: LinkState,
    /// Participations that meet it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<String>,
    /// Steps that are left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepLeft>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Reason>,
    /// What is not known, and who knows it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<Missing>,
}

/// A verdict with its chain.
pub fn verdict(verdict: &Verdict) -> VerdictShown {
    let links = verdict.chain.iter().map(|(name, link)| {
        let mut shown = LinkShown {
            link: name,
            state: link.state(),
            by: Vec::new(),
            steps: Vec::new(),
            reasons: Vec::new(),
            missing: Vec::new(),
        };
        match link {
            Link::Met { by } => shown.by.clone_from(by),
            Link::ToDo { steps } => shown.steps.clone_from(steps),
            Link::Failed { reasons } => shown.reasons.clone_from(reasons),
            Link::Unknown { missing } => shown.missing.clone_from(missing),
        }
        shown
    });
    VerdictShown {
        outcome: verdict.outcome,
        confidence: verdict.confidence,
        rule: verdict.rule.clone(),
        links: links.collect(),
    }
}

/// A body by slug and name.
#[derive(Serialize, JsonSchema)]
pub struct BodyRef {
    /// Its slug.
    slug: OrganizationId,
    /// Its name.
    name: String,
    /// Its level; null for a body that is not in the directory.
    level: Option<Level>,
}

/// A body by slug and name.
pub fn body(snapshot: &Snapshot, id: &OrganizationId) -> BodyRef {
    let id = snapshot.directory.canonical(id);
    BodyRef {
        slug: id.clone(),
        name: snapshot.directory.organization_name(id).to_owned(),
        level: snapshot.directory.organization(id).map(|body| body.level),
    }
}

/// An offering as an item of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Offering")]
pub struct Item {
    /// Its slug.
    pub slug: OfferingId,
    /// Other slugs that lead to it.
    pub aliases: Vec<OfferingId>,
    /// Its title.
    pub title: String,
    /// The public body that publishes it.
    pub provider: BodyRef,
    /// What it is.
    pub kind: OfferingKind,
    /// The most exact category that is known.
    pub category: CategoryRef,
    /// What it is, in a few sentences.
    pub summary: String,
    /// Postal codes of the states it covers, or `ALL`.
    pub states: Vec<String>,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// First day in force.
    pub starts_on: Option<NaiveDate>,
    /// Last day in force.
    pub ends_on: Option<NaiveDate>,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Where it was read; empty when nothing is recorded.
    pub source: String,
    /// On which day.
    pub checked_on: NaiveDate,
    /// The number of the edition.
    pub edition: i32,
    /// Its page.
    pub url: String,
    /// What the government of `for` may do with it; null without one.
    pub verdict: Option<VerdictShown>,
}

/// An offering as an item of a list.
pub fn item(app: &App, snapshot: &Snapshot, judged: &Judged) -> Item {
    let content = &judged.edition.content;
    Item {
        slug: content.slug.clone(),
        aliases: judged.shelved.aliases.clone(),
        title: content.title.clone(),
        provider: body(snapshot, &content.provider),
        kind: content.kind,
        category: category(app, &content.category),
        summary: content.summary.clone(),
        states: content.states.clone(),
        cost_model: content.cost_model,
        starts_on: content.term.starts_on,
        ends_on: content.term.ends_on,
        confidence: judged.shelved.confidence(app.portal.today()),
        source: content.source_words.clone(),
        checked_on: content.checked_on,
        edition: judged.edition.number,
        url: format!("/offerings/{}", content.slug),
        verdict: judged.verdict.as_ref().map(verdict),
    }
}

/// A category by slug and name.
#[derive(Serialize, JsonSchema)]
pub struct CategoryRef {
    /// Its slug.
    slug: CategoryId,
    /// Its name.
    name: String,
    /// What it stands under.
    parent: Option<CategoryId>,
}

/// A category by slug and name.
pub fn category(app: &App, slug: &CategoryId) -> CategoryRef {
    let vocabulary = app.portal.vocabulary();
    let known = vocabulary.get(slug);
    CategoryRef {
        slug: slug.clone(),
        name: vocabulary.name(slug).to_owned(),
        parent: known.and_then(|category: &Category| category.parent.clone()),
    }
}

/// A government as an item of a list.
#[derive(Serialize, JsonSchema)]
pub struct Government {
    /// Its key.
    pub key: JurisdictionKey,
    /// Its name.
    pub name: String,
    /// Name and state.
    pub full_name: String,
    /// Its name in the Census files.
    pub census_name: String,
    /// What kind it is.
    pub kind: Kind,
    /// The same in words.
    pub kind_label: String,
    /// The county it lies in.
    pub county: Option<String>,
    /// The name of its state.
    pub state: String,
    /// The postal code of its state.
    pub postal: String,
    /// How many people live there.
    pub population: Option<u32>,
    /// In which year they were counted.
    pub population_year: Option<u16>,
    /// Whether the row is a government at all.
    pub government: bool,
    /// What else is to be known of it.
    pub status_note: Option<String>,
}

/// A government as an item of a list.
pub fn government(snapshot: &Snapshot, row: &Jurisdiction) -> Government {
    let directory = &snapshot.directory;
    let place = row.key.place();
    let label = match row.legal_type() {
        "" => row.key.kind().label(),
        legal_type => legal_type,
    };
    Government {
        name: directory.name(&place).to_owned(),
        full_name: directory.full_name(&place),
        census_name: row.name.clone(),
        kind: row.key.kind(),
        kind_label: label.to_owned(),
        county: directory.county_of(row).map(|county| county.name.clone()),
        state: directory.state_name(&row.state).to_owned(),
        postal: row.state.clone(),
        population: row.population,
        population_year: row.population_year,
        government: row.government,
        status_note: row.status_note.clone(),
        key: row.key.clone(),
    }
}

/// A place by key and name.
#[derive(Serialize, JsonSchema)]
pub struct PlaceRef {
    /// Its key.
    key: PlaceId,
    /// Its name with its state.
    name: String,
}

/// A place by key and name.
pub fn place(snapshot: &Snapshot, place: &PlaceId) -> PlaceRef {
    PlaceRef {
        key: place.clone(),
        name: snapshot.directory.full_name(place),
    }
}

/// A list that stands on no second page.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ListOf{T}")]
pub struct List<T> {
    /// How many there are.
    total: u64,
    /// They.
    items: Vec<T>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

impl<T> List<T> {
    /// A whole list.
    pub fn whole(items: Vec<T>) -> Self {
        Self {
            total: items.len() as u64,
            items,
            next: None,
        }
    }

    /// A part of a list that has so many, and where it goes on.
    pub fn part(total: u64, items: Vec<T>, next: Option<String>) -> Self {
        Self { total, items, next }
    }
}

/// A part of a list that nobody counts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PartOf{T}")]
pub struct Part<T> {
    /// What stands in it.
    pub items: Vec<T>,
    /// Where the list goes on; null at its end.
    pub next: Option<String>,
}
