//! Writing: `/api/v1/desk/{body}/offerings`, a listing of it, its draft.

use super::{
    super::{
        document::call::{Call, Group},
        shape::{self, BodyRef},
    },
    ListingPath,
};
use crate::{
    App,
    error::Failure,
    form::{
        desk::{checked, checked_new},
        sent::{
            Sender, Sent,
            desk::SentListing,
            draft::DraftContent,
            places::{beside, place},
            tag,
        },
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, OrganizationId,
    editing::Part,
    offering::{OfferingKind, Status},
    policy::{Actor, Role},
};
use interlocal_portal::{
    Done,
    desk::{
        DeskListing,
        drafts::{NewListing, Save, Saved},
    },
};
use schemars::JsonSchema;
use serde::Serialize;

const ONE: &str = "/api/v1/desk/{body}/offerings/{slug}";
const DRAFT: &str = "/api/v1/desk/{body}/offerings/{slug}/draft";

/// A draft as it is sent, for the documents.
const EXAMPLE: &str = r#"{
  "title": "Managed detection and response",
  "kind": "service",
  "category": "endpoint-detection",
  "summary": "Agents on endpoints, watched around the clock.",
  "cost_model": "free",
  "website": "https://example.gov/mdr",
  "rules": [{
    "id": "state",
    "area": {"within": ["state-17"]},
    "kinds": ["county", "municipality"],
    "steps": []
  }]
}"#;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/desk/{body}/offerings", "beginListing")
            .told(
                Group::Listings,
                "Begin a listing",
                "It is a draft until somebody approves it. Its slug is made of its title.",
            )
            .writing()
            .takes::<SentListing>(
                r#"{"title": "Managed detection", "kind": "service", "category": "endpoint-detection"}"#,
            )
            .makes::<ListingShown>(),
        Call::get(ONE, "readListing")
            .told(
                Group::Listings,
                "A listing as its desk sees it",
                "What is being written; where nobody has begun, what the current edition says. \
                 Its ETag is what If-Match must name.",
            )
            .reading()
            .gives::<ListingShown>(),
        Call::put(DRAFT, "saveDraft")
            .told(
                Group::Listings,
                "Write a draft",
                "The whole content. The first save of a published listing begins a draft \
                 beside it, and the published edition stays up.",
            )
            .writing()
            .for_version()
            .takes::<DraftContent>(EXAMPLE)
            .gives::<ListingShown>(),
        Call::delete(DRAFT, "discardDraft")
            .told(
                Group::Listings,
                "Give a draft up",
                "A listing that was never published goes with it.",
            )
            .writing()
            .for_version(),
    ]
}

/// A listing as its desk sees it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Listing")]
pub struct ListingShown {
    /// Its slug.
    slug: OfferingId,
    /// The body.
    body: BodyRef,
    /// The status of the offering itself.
    status: Status,
    /// The number of its current edition; null before the first.
    edition: Option<i32>,
    /// The version of its draft; 0 where nobody has begun one.
    version: i32,
    /// Where the draft stands: `draft` or `in_review`.
    draft_status: Status,
    /// When it was handed in.
    submitted_at: Option<DateTime<Utc>>,
    /// When it was approved; it waits for its day then.
    approved_at: Option<DateTime<Utc>>,
    /// The day on which it is taken back by itself.
    retire_on: Option<NaiveDate>,
    /// What it says.
    content: DraftContent,
    /// What still keeps it from being handed in.
    missing: Vec<MissingPart>,
    /// What was done to it, the newest first.
    history: Vec<DoneShown>,
}

/// What keeps a draft from being handed in.
#[derive(Serialize, JsonSchema)]
pub struct MissingPart {
    /// The step of the editor.
    part: &'static str,
    /// Why.
    message: String,
}

/// Something that was done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Done")]
pub struct DoneShown {
    /// When.
    at: DateTime<Utc>,
    /// By whom.
    by: String,
    /// By which of their tokens; null where they did it at a browser.
    token: Option<String>,
    /// What.
    action: String,
    /// Why, in their words.
    reason: String,
}

/// Something that was done.
pub fn done(done: &Done) -> DoneShown {
    DoneShown {
        at: done.at,
        by: done.actor.clone(),
        token: done.token.clone(),
        action: done.action.clone(),
        reason: done.reason.clone(),
    }
}

/// A listing as its desk sees it now, with the tag of its draft.
pub async fn listing(
    app: &App,
    actor: &Actor,
    (body, slug): (&OrganizationId, &OfferingId),
) -> Result<(HeaderMap, Json<ListingShown>), Failure> {
    let portal = &app.portal;
    let found = portal.desk_listing(actor, body, slug).await?;
    let history = portal.listing_history(actor, body, slug).await?;
    let draft = &found.draft;
    let missing = portal.missing(draft).into_iter();
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(&tag(draft.version)) {
        headers.insert(header::ETAG, value);
    }
    Ok((
        headers,
        Json(ListingShown {
            slug: found.offering.slug.clone(),
            body: shape::body(&portal.view(actor), body),
            status: found.offering.status,
            edition: found.current.as_ref().map(|edition| edition.number),
            version: draft.version,
            draft_status: draft.stage.status,
            submitted_at: draft.stage.submitted_at,
            approved_at: draft.stage.approved_at,
            retire_on: found.offering.retire_on,
            content: DraftContent::of(&draft.content, draft.publish_on),
            missing: missing
                .map(|(part, message)| MissingPart {
                    part: part.word(),
                    message,
                })
                .collect(),
            history: history.iter().map(done).collect(),
        }),
    ))
}

/// The listing for somebody who is about to change its draft at this version.
pub async fn at_version(
    app: &App,
    actor: &Actor,
    (body, slug): (&OrganizationId, &OfferingId),
    sender: &Sender,
) -> Result<(DeskListing, i32), Failure> {
    let found = app.portal.desk_listing(actor, body, slug).await?;
    let version = found.draft.version;
    sender.made_for(version)?;
    Ok((found, version))
}

/// What a listing begins with; every fault at once.
fn first_words(
    app: &App,
    body: &OrganizationId,
    sent: &Sent<SentListing>,
) -> Result<NewListing, Failure> {
    let blank = SentListing {
        title: String::new(),
        kind: OfferingKind::Service,
        category: CategoryId::new("purchasing"),
        question: None,
    };
    let (said, faults) = sent.read_over(&blank)?;
    let new = NewListing {
        title: said.title,
        kind: said.kind,
        category: said.category,
        question: said.question,
    };
    let mut asked = checked_new(app, body, &new)?;
    for fault in &mut asked {
        fault.field = place(&fault.field);
    }
    let faults = beside(faults, asked);
    match faults.is_empty() {
        true => Ok(new),
        false => Err(Failure::Invalid(faults)),
    }
}

/// Begins a listing.
pub async fn begin(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentListing>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let new = first_words(&app, &body, &sent)?;
    let slug = app.portal.new_listing(&actor, &body, new).await?;
    let shown = listing(&app, &actor, (&body, &slug)).await?;
    let stands = [(
        header::LOCATION,
        format!("/api/v1/desk/{body}/offerings/{slug}"),
    )];
    Ok((StatusCode::CREATED, stands, shown).into_response())
}

/// A listing.
pub async fn show(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    caller: Caller,
) -> Result<Response, Failure> {
    let shown = listing(&app, &caller.actor(), (&body, &slug)).await?;
    Ok(shown.into_response())
}

/// Writes a draft.
pub async fn save(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<DraftContent>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (found, version) = at_version(&app, &actor, (&body, &slug), &sent.sender).await?;
    let draft = &found.draft;
    let stood = DraftContent::of(&draft.content, draft.publish_on);
    let (said, faults) = sent.read_over(&stood)?;
    let publish_on = said.publish_on;
    let (content, more) = said.over(&draft.content);
    let mut asked = checked(&app, &body, (&content, publish_on))?;
    for fault in &mut asked {
        fault.field = place(&fault.field);
    }
    let faults = beside(faults, [more, asked].concat());
    if !faults.is_empty() {
        return Err(Failure::Invalid(faults));
    }
    let save = Save {
        version,
        part: Part::What,
        content,
        unread: Default::default(),
        publish_on,
    };
    match app.portal.save_draft(&actor, &body, &slug, save).await? {
        Saved::Kept => Ok(listing(&app, &actor, (&body, &slug)).await?.into_response()),
        Saved::Conflict(_) => Err(Failure::Changed),
    }
}

/// Gives a draft up.
pub async fn discard(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sender).await?;
    app.portal
        .discard_draft(&actor, &body, &slug, version)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
