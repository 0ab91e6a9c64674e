//! What a reviewer looks at: what changed, what the checks found, whom it reaches, and
//! what a government would be told.

use super::{
    super::{
        document::call::{Call, Group, words},
        shape::{self, PlaceRef, VerdictShown},
    },
    ListingPath,
    draft::{DoneShown, done},
};
use crate::{error::Failure, page::visit::Visit};
use axum::{Json, extract::Path};
use interlocal_catalog::{NaiveDate, OfferingId, eligibility::Outcome, jurisdiction::Kind};
use interlocal_portal::{
    FieldFault,
    desk::{
        reach::{Count, Reach},
        review::Finding,
    },
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/offerings/{slug}/review", "readReview")
            .told(
                Group::Listings,
                "What a reviewer looks at",
                "What differs from the current edition, and what the checks found.",
            )
            .reading()
            .gives::<ReviewShown>(),
        Call::get("/api/v1/desk/{body}/offerings/{slug}/reach", "readReach")
            .told(Group::Listings, "How many governments a draft reaches", "")
            .reading()
            .gives::<ReachShown>(),
        Call::get(
            "/api/v1/desk/{body}/offerings/{slug}/preview",
            "previewDraft",
        )
        .told(
            Group::Listings,
            "What a government would be told, were the draft published today",
            "",
        )
        .reading()
        .query("for", words(), "The key of the government")
        .required()
        .like("county-17031")
        .gives::<Foreseen>(),
    ]
}

/// What a reviewer looks at.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Review")]
pub struct ReviewShown {
    /// The listing.
    slug: OfferingId,
    /// The version of the draft that was looked at.
    version: i32,
    /// What differs from the current edition; empty for a first one.
    changes: Vec<ChangeShown>,
    /// What the checks found.
    findings: Vec<FindingShown>,
    /// Whom it reaches.
    reach: ReachShown,
    /// Whether you may decide.
    may_decide: bool,
    /// Whether you handed it in.
    own: bool,
    /// Whether one person alone publishes here.
    one_writer: bool,
    /// What was done so far, the newest first.
    history: Vec<DoneShown>,
}

/// A field that differs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FieldChange")]
pub struct ChangeShown {
    /// Which, in words.
    field: String,
    /// What the current edition says.
    old: Vec<String>,
    /// What the draft says.
    new: Vec<String>,
}

/// Something that a reviewer should know.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub struct FindingShown {
    /// `same_title`, `same_number`, `nobody_known`, `ended`, `no_ends_on`, `no_review_by`,
    /// `link` or `links_unchecked`.
    kind: &'static str,
    /// The other listing, for the first two.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<OfferingId>,
    /// The last day, where it is past.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    /// The link.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    /// Whether the link leads nowhere; else it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<bool>,
}

fn finding(found: &Finding) -> FindingShown {
    let plain = |kind| FindingShown {
        kind,
        other: None,
        on: None,
        link: None,
        broken: None,
    };
    match found {
        Finding::SameTitle(other) => FindingShown {
            other: Some(other.clone()),
            ..plain("same_title")
        },
        Finding::SameNumber(other) => FindingShown {
            other: Some(other.clone()),
            ..plain("same_number")
        },
        Finding::NobodyKnown => plain("nobody_known"),
        Finding::Ended(day) => FindingShown {
            on: Some(*day),
            ..plain("ended")
        },
        Finding::NoEndsOn => plain("no_ends_on"),
        Finding::NoReviewBy => plain("no_review_by"),
        Finding::Link(known) => FindingShown {
            link: Some(known.link.clone()),
            broken: Some(known.is_broken()),
            ..plain("link")
        },
        Finding::LinksUnchecked => plain("links_unchecked"),
    }
}

/// Whom the rules of a draft reach.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reach")]
pub struct ReachShown {
    /// All together.
    #[serde(flatten)]
    all: CountShown,
    /// Governments whom it does not reach.
    no: usize,
    /// By kind, where any is reached.
    kinds: Vec<KindReach>,
}

/// How many governments.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ReachCount")]
pub struct CountShown {
    /// May use it.
    yes: usize,
    /// May after steps.
    after_steps: usize,
    /// Nobody knows.
    unknown: usize,
}

/// How many of a kind.
#[derive(Serialize, JsonSchema)]
pub struct KindReach {
    /// The kind.
    kind: Kind,
    #[serde(flatten)]
    count: CountShown,
}

fn count(count: Count) -> CountShown {
    CountShown {
        yes: count.yes,
        after_steps: count.after_steps,
        unknown: count.unknown,
    }
}

fn shown(reach: &Reach) -> ReachShown {
    let kinds = reach.kinds.iter().map(|(kind, counted)| KindReach {
        kind: *kind,
        count: count(*counted),
    });
    ReachShown {
        all: count(reach.all),
        no: reach.no,
        kinds: kinds.collect(),
    }
}

/// A draft beside the current edition, with what the checks found.
pub async fn show(
    Path((body, slug)): ListingPath,
    visit: Visit,
) -> Result<Json<ReviewShown>, Failure> {
    let answer = visit
        .app
        .portal
        .read_review(&visit.actor(), &body, &slug)
        .await?;
    let draft = &answer.listing.draft;
    let current = answer.listing.current.as_ref();
    let sides = (current.map(|edition| &edition.content), &draft.content);
    let changes = visit.change_rows(&answer.changes, sides).into_iter();
    Ok(Json(ReviewShown {
        slug,
        version: draft.version,
        changes: changes
            .map(|row| ChangeShown {
                field: row.field,
                old: row.old,
                new: row.new,
            })
            .collect(),
        findings: answer.findings.iter().map(finding).collect(),
        reach: shown(&answer.reach),
        may_decide: answer.may_decide,
        own: answer.own,
        one_writer: answer.one_writer,
        history: answer.history.iter().map(done).collect(),
    }))
}

/// How many governments a draft reaches.
pub async fn reach(
    Path((body, slug)): ListingPath,
    visit: Visit,
) -> Result<Json<ReachShown>, Failure> {
    let reach = visit
        .app
        .portal
        .draft_reach(&visit.actor(), &body, &slug)
        .await?;
    Ok(Json(shown(&reach)))
}

/// What a government would be told.
#[derive(Serialize, JsonSchema)]
pub struct Foreseen {
    /// The government.
    #[serde(rename = "for")]
    place: PlaceRef,
    /// May it use it?
    outcome: Outcome,
    /// The verdict.
    verdict: VerdictShown,
}

/// What a government would be told, were the draft published today.
pub async fn preview(
    Path((body, slug)): ListingPath,
    mut visit: Visit,
) -> Result<Json<Foreseen>, Failure> {
    let portal = std::sync::Arc::clone(&visit.app.portal);
    let listing = portal.desk_listing(&visit.actor(), &body, &slug).await?;
    visit.forget_cookies()?;
    let missing = || {
        Failure::Invalid(vec![FieldFault {
            field: "for".to_owned(),
            message: "is missing; give the key of a government".to_owned(),
        }])
    };
    let place = visit.place().ok_or_else(missing)?;
    let verdict = portal
        .foresee(&listing.draft.content, place)
        .ok_or(Failure::NotFound)?;
    Ok(Json(Foreseen {
        place: shape::place(&visit.snapshot, place),
        outcome: verdict.outcome,
        verdict: shape::verdict(&verdict),
    }))
}
