//! `/api/v1/offerings` and `/api/v1/offerings/{slug}`.

use super::{
    document::call::{Call, Group, one_of, sought, switch, whole, words},
    listed::listed,
    shape::{self, BodyRef, Item, PlaceRef},
};
use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{
        Fields,
        search::{self, AGREEMENTS},
    },
    page::offering::moved,
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    Decimal, NaiveDate, OfferingId,
    access::AccessRule,
    details::Details,
    offering::{CostModel, NotAvailable, OfferingKind},
    organization::Level,
    price::Unit,
};
use interlocal_portal::{
    Adoption, Edition, Snapshot,
    offering::{Located, OfferingAnswer},
    search::{FacetCount, Found, Results},
};
use schemars::JsonSchema;
use serde::Serialize;

const LIST: &str = "/api/v1/offerings";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    let kinds = OfferingKind::ALL.map(OfferingKind::word);
    vec![
        Call::get(LIST, "listOfferings")
            .told(
                Group::Offerings,
                "Offerings that fit words and filters",
                "The same list, in the same order, as the search page. Counts are of the whole.",
            )
            .query("q", sought(), "Words to look for; none finds all")
            .like("endpoint detection")
            .for_government()
            .query(
                "usable",
                one_of(&["yes"]),
                "Only those that the government may use, now or after steps",
            )
            .query("category", words(), "Slugs of categories")
            .several()
            .query("kind", one_of(&kinds), "Kinds of offering")
            .several()
            .query(
                "level",
                one_of(&Level::ALL.map(Level::word)),
                "Levels of the provider",
            )
            .several()
            .query("state", words(), "Postal codes, or ALL")
            .several()
            .query(
                "cost_model",
                one_of(&CostModel::ALL.map(CostModel::word)),
                "How it is paid for",
            )
            .several()
            .query("agreement", one_of(&AGREEMENTS), "What it takes to join")
            .several()
            .query("provider", words(), "Slugs of bodies")
            .several()
            .query("expired", switch(), "With those that have ended")
            .query(
                "ends_within",
                whole(0, 36_500),
                "Only those that end within so many days",
            )
            .query(
                "sort",
                one_of(&["best", "ends", "newest", "name"]),
                "The order",
            )
            .query(
                "page",
                whole(1, 5_000),
                "A page by its number, where no cursor is given",
            )
            .in_parts(100)
            .gives::<OfferingList>(),
        Call::get("/api/v1/offerings/{slug}", "readOffering")
            .told(
                Group::Offerings,
                "One offering, whole",
                "With its rules, prices and facts, who uses it, and its editions.",
            )
            .for_government()
            .gives::<WholeOffering>()
            .or_moved()
            .or_gone(),
    ]
}

/// Offerings that fit.
#[derive(Serialize, JsonSchema)]
pub struct OfferingList {
    /// How many fit.
    total: u64,
    /// This part of them.
    items: Vec<FoundOffering>,
    /// Counts of the whole by each value of each filter.
    facets: FacetCounts,
    /// Other words that find more.
    did_you_mean: Option<String>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// An offering with where the words were found.
#[derive(Serialize, JsonSchema)]
pub struct FoundOffering {
    #[serde(flatten)]
    item: Item,
    /// Where the words were found.
    matched: Vec<MatchedField>,
}

/// A field in which words were found.
#[derive(Serialize, JsonSchema)]
pub struct MatchedField {
    /// Which, in words.
    field: &'static str,
    /// Its text in pieces.
    fragments: Vec<Fragment>,
}

/// A piece of text.
#[derive(Serialize, JsonSchema)]
pub struct Fragment {
    /// The text.
    text: String,
    /// Whether it is one of the words.
    marked: bool,
}

/// A value of a filter with its count.
#[derive(Serialize, JsonSchema)]
pub struct FacetValue {
    /// The value.
    value: String,
    /// How many there would be with it alone.
    count: u64,
    /// Whether it is picked.
    selected: bool,
}

/// A standing with its count.
#[derive(Serialize, JsonSchema)]
pub struct UsableCount {
    /// `yes`, `unknown` or `no`.
    value: &'static str,
    /// How many.
    count: u64,
}

/// Counts by filter.
#[derive(Serialize, JsonSchema)]
pub struct FacetCounts {
    category: Vec<FacetValue>,
    kind: Vec<FacetValue>,
    level: Vec<FacetValue>,
    state: Vec<FacetValue>,
    cost_model: Vec<FacetValue>,
    agreement: Vec<FacetValue>,
    /// By what the government of `for` may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    usable: Option<Vec<UsableCount>>,
}

/// Offerings that fit, with counts of the whole.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let (form, window) = search::read_for_api(&app, &fields, &choice, LIST)?;
    let answer = app.portal.search(&caller.actor(), form.search).await?;
    let total = answer.results.total;
    let next = window.next(&fields, LIST, total);
    let items = answer
        .found
        .iter()
        .map(|found| found_offering(&app, &answer.snapshot, found));
    let list = OfferingList {
        total,
        items: items.collect(),
        facets: facets(&answer.results),
        did_you_mean: answer.results.did_you_mean.clone(),
        next,
    };
    Ok(listed(list.next.as_deref(), &list))
}

fn found_offering(app: &App, snapshot: &Snapshot, found: &Found) -> FoundOffering {
    let matched = found.hit.matched.iter().map(|matched| MatchedField {
        field: matched.field.label(),
        fragments: matched
            .fragments
            .iter()
            .map(|(text, marked)| Fragment {
                text: text.clone(),
                marked: *marked,
            })
            .collect(),
    });
    FoundOffering {
        item: shape::item(app, snapshot, &found.judged),
        matched: matched.collect(),
    }
}

fn facets(results: &Results) -> FacetCounts {
    let group = |counts: &[FacetCount]| -> Vec<FacetValue> {
        counts
            .iter()
            .map(|count| FacetValue {
                value: count.value.clone(),
                count: count.count,
                selected: count.selected,
            })
            .collect()
    };
    let facets = &results.facets;
    FacetCounts {
        category: group(&facets.category),
        kind: group(&facets.kind),
        level: group(&facets.level),
        state: group(&facets.state),
        cost_model: group(&facets.cost_model),
        agreement: group(&facets.agreement),
        usable: facets.usable.map(|counts| {
            [
                ("yes", counts.usable),
                ("unknown", counts.unknown),
                ("no", counts.not_usable),
            ]
            .map(|(value, count)| UsableCount { value, count })
            .into()
        }),
    }
}

/// One offering, whole.
#[derive(Serialize, JsonSchema)]
pub struct WholeOffering {
    #[serde(flatten)]
    item: Item,
    /// How one joins or buys; empty when not stated.
    how_to_join: String,
    /// What kind of agreement it takes; empty when not stated.
    agreement: String,
    /// Its own page; empty when not known.
    website: String,
    /// The area in the source's words.
    area_words: String,
    /// Frameworks and regimes it names.
    frameworks: Vec<String>,
    /// Eligible groups that are no kind of jurisdiction.
    named_groups: Vec<String>,
    /// Known users in the source's words.
    known_users: String,
    /// Private contractors on the vehicle.
    suppliers: Vec<String>,
    /// Bodies that stand beside the provider.
    partners: Vec<BodyRef>,
    /// How sure the source is; empty when not said.
    source_confidence: String,
    /// Days after which it is stale.
    review_days: i64,
    /// Who is explicitly out.
    not_available: NotAvailable,
    /// The ways in.
    rules: Vec<AccessRule>,
    /// What comparison and cost use.
    details: Details,
    /// Who is known to use it.
    adoptions: Vec<AdoptionShown>,
    /// Its editions, the newest first.
    editions: Vec<EditionShown>,
}

/// A government that uses an offering.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Adoption")]
pub struct AdoptionShown {
    #[serde(flatten)]
    place: PlaceRef,
    /// Since when, where known.
    since: Option<NaiveDate>,
    /// At what size, where known.
    size: Option<SizeShown>,
    /// Where it was read.
    source: String,
    /// When it was checked.
    checked_on: NaiveDate,
}

/// How much of what.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Size")]
pub struct SizeShown {
    /// How much.
    quantity: Decimal,
    /// Of what.
    unit: Unit,
}

/// An edition.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionRef")]
pub struct EditionShown {
    /// Its number, from 1.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
}

impl EditionShown {
    /// An edition by its number.
    pub fn of(edition: &Edition) -> Self {
        Self {
            number: edition.number,
            published_at: edition.published_at,
        }
    }
}

/// A government that uses an offering.
pub fn adoption(snapshot: &Snapshot, user: &Adoption) -> AdoptionShown {
    AdoptionShown {
        place: shape::place(snapshot, &user.jurisdiction),
        since: user.since,
        size: user.size.map(|size| SizeShown {
            quantity: size.quantity(),
            unit: size.unit(),
        }),
        source: user.source.clone(),
        checked_on: user.checked_on,
    }
}

/// One offering, whole.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let slug = OfferingId::new(slug);
    let found = app
        .portal
        .read_offering(&caller.actor(), &slug, choice.place.as_ref())
        .await?;
    match found {
        Located::Here(answer) => Ok(Json(whole_offering(&app, &answer)).into_response()),
        Located::Moved(to) => Ok(moved(&format!("/api/v1/offerings/{to}"), &fields)),
    }
}

fn whole_offering(app: &App, answer: &OfferingAnswer) -> WholeOffering {
    let content = answer.judged.edition.content.clone();
    let snapshot = &answer.snapshot;
    WholeOffering {
        item: shape::item(app, snapshot, &answer.judged),
        how_to_join: content.how_to_join,
        agreement: content.agreement,
        website: content.url,
        area_words: content.area_words,
        frameworks: content.frameworks,
        named_groups: content.named_groups,
        known_users: content.known_users,
        suppliers: content.suppliers,
        partners: content
            .partners
            .iter()
            .map(|id| shape::body(snapshot, id))
            .collect(),
        source_confidence: content.source_confidence,
        review_days: content.review_days,
        not_available: content.not_available,
        rules: content.rules,
        details: content.details,
        adoptions: answer
            .users
            .iter()
            .map(|user| adoption(snapshot, user))
            .collect(),
        editions: answer.history.iter().map(EditionShown::of).collect(),
    }
}
