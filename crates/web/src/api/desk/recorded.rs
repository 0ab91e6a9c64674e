//! `/api/v1/desk/{body}/participations` and `/api/v1/desk/{body}/adoptions`: who takes
//! part in what, and who uses it, as a body recorded it.

use super::{
    super::{
        document::call::{Call, Group, words},
        offerings::{AdoptionShown, adoption},
    },
    RecordPath,
};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        sent::{
            Sender, Sent,
            desk::{SentAdoption, SentParticipation},
        },
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId,
    participation::Participation,
    policy::{Actor, Role},
    size::Size,
};
use interlocal_portal::{
    FieldFault,
    desk::participations::{NewAdoption, NewParticipation},
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/participations", "listRecorded")
            .told(Group::Desk, "What the body recorded: participations and adoptions", "")
            .reading()
            .gives::<RecordedShown>(),
        Call::post("/api/v1/desk/{body}/participations", "recordParticipation")
            .told(
                Group::Desk,
                "Record that a government takes part in something",
                "Its own government in anything, or anybody in its own offerings.",
            )
            .writing()
            .takes::<SentParticipation>(
                r#"{"who": "state-17", "in": "buyboard", "scope": ["self"], "source": "Minutes of 4 May 2026"}"#,
            )
            .makes::<Participation>(),
        Call::delete("/api/v1/desk/{body}/participations/{id}", "removeParticipation")
            .told(Group::Desk, "Take a participation away that the body recorded", "")
            .writing(),
        Call::post("/api/v1/desk/{body}/adoptions", "recordAdoption")
            .told(
                Group::Desk,
                "Record that a government uses an offering",
                "Any member for its own government, an editor for the body's own offerings.",
            )
            .writing()
            .takes::<SentAdoption>(r#"{"who": "state-17", "offering": "buyboard"}"#)
            .gives_nothing(),
        Call::delete("/api/v1/desk/{body}/adoptions", "removeAdoption")
            .told(Group::Desk, "Take an adoption away that the body recorded", "")
            .writing()
            .query("who", words(), "The key of the government")
            .required()
            .like("state-17")
            .query("offering", words(), "The slug of the offering")
            .required()
            .like("buyboard"),
    ]
}

/// What a body recorded.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Recorded")]
pub struct RecordedShown {
    /// Participations.
    participations: Vec<Participation>,
    /// Adoptions.
    adoptions: Vec<RecordedAdoption>,
    /// Whether you may record participations.
    may_edit: bool,
}

/// An adoption that a body recorded.
#[derive(Serialize, JsonSchema)]
pub struct RecordedAdoption {
    /// The offering; null where it is no longer published.
    offering: Option<OfferingId>,
    #[serde(flatten)]
    adoption: AdoptionShown,
}

/// What the body recorded.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<RecordedShown>, Failure> {
    let recorded = app.portal.read_recorded(&caller.actor(), &body).await?;
    let snapshot = &recorded.snapshot;
    let adoptions = recorded.adoptions.iter().map(|one| RecordedAdoption {
        offering: snapshot
            .offering(one.offering)
            .map(|found| found.slug.clone()),
        adoption: adoption(snapshot, one),
    });
    Ok(Json(RecordedShown {
        adoptions: adoptions.collect(),
        participations: recorded.participations.clone(),
        may_edit: recorded.may_edit,
    }))
}

/// Records a participation.
pub async fn record(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentParticipation>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let said = sent.read()?;
    let new = NewParticipation {
        who: said.who,
        program: said.program,
        scope: said.scope,
        done: said.done,
        from: said.from,
        until: said.until,
        source: said.source,
    };
    let id = app.portal.record_for(&actor, &body, new).await?;
    let record = recorded(&app, &actor, &body, &id).await?;
    let place = [(
        header::LOCATION,
        format!("/api/v1/desk/{body}/participations"),
    )];
    Ok((StatusCode::CREATED, place, Json(record)).into_response())
}

async fn recorded(
    app: &App,
    actor: &Actor,
    body: &OrganizationId,
    id: &str,
) -> Result<Participation, Failure> {
    let recorded = app.portal.read_recorded(actor, body).await?;
    let found = recorded.participations.into_iter().find(|one| one.id == id);
    found.ok_or(Failure::NotFound)
}

/// Takes a participation away.
pub async fn remove(
    State(app): State<App>,
    Path((body, id)): RecordPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.remove_recorded(&actor, &body, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Records an adoption.
pub async fn adopt(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentAdoption>,
) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Member)?;
    let said = sent.read()?;
    let size = said
        .size
        .map(|size| Size::parse(&size.quantity, size.unit.word()));
    let size = size.transpose().map_err(|fault| {
        Failure::Invalid(vec![FieldFault {
            field: "/size".to_owned(),
            message: fault.to_string(),
        }])
    })?;
    let new = NewAdoption {
        who: said.who,
        offering: said.offering,
        since: said.since,
        size,
        source: said.source,
    };
    app.portal.record_adoption(&actor, &body, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an adoption away.
pub async fn abandon(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    fields: Fields,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let who = PlaceId::new(fields.last("who").unwrap_or_default());
    let offering = OfferingId::new(fields.last("offering").unwrap_or_default());
    app.portal
        .remove_adoption(&actor, &body, &who, &offering)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
