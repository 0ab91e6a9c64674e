//! `/api/v1/desk/{body}/questions`: what a body is asked.

use super::{
    super::{
        document::call::{Call, Group},
        shape::{self, CategoryRef, List, PlaceRef},
        speaking::{ReplyShown, reply},
    },
    NumberPath,
};
use crate::{
    App,
    error::Failure,
    form::sent::{
        Sent,
        desk::{ReplyWord, SentReply},
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    jurisdiction::Kind,
    policy::{Actor, Role},
};
use interlocal_portal::{
    FieldFault,
    desk::{
        ask::Replied,
        questions::{Answer, Question},
    },
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/questions", "listQuestions")
            .told(
                Group::Desk,
                "What the body is asked",
                "Open questions first, those that most asked first.",
            )
            .reading()
            .gives::<List<QuestionRow>>(),
        Call::get("/api/v1/desk/{body}/questions/{id}", "openQuestion")
            .told(
                Group::Desk,
                "One question, with who asked it and what may answer it",
                "",
            )
            .reading()
            .gives::<OpenedShown>(),
        Call::post(
            "/api/v1/desk/{body}/questions/{id}/answer",
            "answerQuestion",
        )
        .told(
            Group::Desk,
            "Answer a question for all who asked it",
            "No, by a listing, or by a participation. Those who left an address are told.",
        )
        .writing()
        .takes::<SentReply>(r#"{"answer": "no"}"#)
        .gives::<OpenedShown>(),
    ]
}

/// A question of a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QuestionToBody")]
pub struct QuestionRow {
    /// Its number.
    id: i32,
    /// About which category.
    category: CategoryRef,
    /// For which kind of government.
    kind: Kind,
    /// The offering on whose page it was asked first.
    offering: Option<OfferingId>,
    /// When it was asked first.
    asked_at: DateTime<Utc>,
    /// How many asked it.
    asker_count: u64,
    /// What answers it; null as long as nothing does.
    reply: Option<ReplyShown>,
}

/// One question with who asked it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OpenedQuestion")]
pub struct OpenedShown {
    #[serde(flatten)]
    question: QuestionRow,
    /// The governments that asked, with what somebody added.
    voices: Vec<VoiceShown>,
    /// How many are told of the answer.
    told_count: usize,
    /// Published listings of the body that may answer it.
    offerings: Vec<OfferingId>,
    /// Participations that the body recorded, which may answer it.
    participations: Vec<String>,
    /// Whether you may answer.
    may_edit: bool,
}

/// A government that asked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Voice")]
pub struct VoiceShown {
    #[serde(flatten)]
    place: PlaceRef,
    /// What somebody added; may be empty.
    message: String,
}

fn row(app: &App, question: &Question, replied: Option<&Replied>) -> QuestionRow {
    QuestionRow {
        id: question.id,
        category: shape::category(app, &question.key.category),
        kind: question.key.kind,
        offering: question.offering.clone(),
        asked_at: question.asked_at,
        asker_count: question.asker_count,
        reply: replied.map(reply),
    }
}

/// What the body is asked.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<List<QuestionRow>>, Failure> {
    let inbox = app.portal.read_questions(&caller.actor(), &body).await?;
    let rows = inbox.questions.iter();
    let rows = rows.map(|(question, replied)| row(&app, question, replied.as_ref()));
    Ok(Json(List::whole(rows.collect())))
}

async fn opened(
    app: &App,
    actor: &Actor,
    body: &OrganizationId,
    id: i32,
) -> Result<OpenedShown, Failure> {
    let opened = app.portal.open_question(actor, body, id).await?;
    let snapshot = app.portal.view(actor);
    let received = opened.received;
    let voices = received
        .voices
        .into_iter()
        .map(|(place, message)| VoiceShown {
            place: shape::place(&snapshot, &place),
            message,
        });
    Ok(OpenedShown {
        question: row(app, &received.question, received.reply.as_ref()),
        voices: voices.collect(),
        told_count: received.told_count,
        offerings: opened
            .offerings
            .iter()
            .map(|offering| offering.slug.clone())
            .collect(),
        participations: opened
            .participations
            .iter()
            .map(|record| record.id.clone())
            .collect(),
        may_edit: opened.may_edit,
    })
}

/// One question.
pub async fn show(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    caller: Caller,
) -> Result<Json<OpenedShown>, Failure> {
    Ok(Json(opened(&app, &caller.actor(), &body, id).await?))
}

/// Answers a question.
pub async fn answer(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sent: Sent<SentReply>,
) -> Result<Json<OpenedShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let said = sent.read()?;
    let missing = |field: &str| {
        Failure::Invalid(vec![FieldFault {
            field: field.to_owned(),
            message: "is missing".to_owned(),
        }])
    };
    let answer = match said.answer {
        ReplyWord::No => Answer::No,
        ReplyWord::Offering => Answer::Offering(said.offering.ok_or_else(|| missing("/offering"))?),
        ReplyWord::Participation => Answer::Participation(
            said.participation
                .ok_or_else(|| missing("/participation"))?,
        ),
    };
    app.portal
        .answer_question(&actor, &body, id, &answer)
        .await?;
    Ok(Json(opened(&app, &actor, &body, id).await?))
}
