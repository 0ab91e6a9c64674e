//! What anybody may say: `/api/v1/questions`, `/api/v1/offerings/{slug}/reports`.

use super::{
    document::call::{Call, Group, words},
    shape::{self, BodyRef, CategoryRef},
};
use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{
        Fields,
        ask::{self, AskForm},
        sent::{
            Sender, Sent,
            speaking::{SentQuestion, SentReport},
        },
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use interlocal_catalog::{NaiveDate, OfferingId, PlaceId, jurisdiction::Kind, question::Reply};
use interlocal_portal::{
    Address, FieldFault,
    desk::ask::{Ask, Asked, Replied, ReplyRecord, Voice},
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/questions", "readQuestion")
            .told(
                Group::Speaking,
                "Does a body offer something to a government?",
                "The question, how many asked it, and what answers it; of the CIO office of \
                 the state where no body is named.",
            )
            .query("category", words(), "The slug of the category")
            .required()
            .like("offsite-backup")
            .query("for", words(), "The key of the government on whose behalf it is asked")
            .required()
            .like("county-17031")
            .query("organization", words(), "The slug of the body")
            .query("offering", words(), "The offering that led to the question")
            .gives::<QuestionShown>()
            .or(404, "There is no such body"),
        Call::post("/api/v1/questions", "ask")
            .told(
                Group::Speaking,
                "Ask a body",
                "One answer holds for all governments of that kind. What is answered already \
                 is not asked again: the answer comes back.",
            )
            .takes::<SentQuestion>(
                r#"{"category": "offsite-backup", "for": "county-17031", "message": "We have two sites."}"#,
            )
            .gives::<QuestionShown>()
            .or(404, "There is no such body"),
        Call::post("/api/v1/offerings/{slug}/reports", "report")
            .told(
                Group::Speaking,
                "Say what is wrong with an offering",
                "The desk of its provider looks after it.",
            )
            .takes::<SentReport>(r#"{"message": "The link to the contract leads nowhere."}"#)
            .gives_nothing(),
    ]
}

/// A question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Question")]
pub struct QuestionShown {
    /// The body that is asked.
    organization: BodyRef,
    /// About which category.
    category: CategoryRef,
    /// For which kind of government.
    kind: Kind,
    /// How many asked it so far.
    asker_count: u64,
    /// What answers it; null as long as nothing does.
    reply: Option<ReplyShown>,
}

/// What answers a question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reply")]
pub struct ReplyShown {
    /// The record that answers.
    #[serde(flatten)]
    with: Reply,
    /// Since when.
    on: NaiveDate,
}

/// What answers a question.
pub fn reply(reply: &Replied) -> ReplyShown {
    ReplyShown {
        with: match &reply.with {
            ReplyRecord::StatementOfNo(said) => Reply::StatementOfNo(said.id.clone()),
            ReplyRecord::Offering(found) => Reply::Offering(found.slug.clone()),
            ReplyRecord::Participation(record) => Reply::Participation(record.id.clone()),
        },
        on: reply.on,
    }
}

fn question(app: &App, asked: &Asked) -> QuestionShown {
    QuestionShown {
        organization: shape::body(&asked.snapshot, &asked.key.organization),
        category: shape::category(app, &asked.key.category),
        kind: asked.key.kind,
        asker_count: asked.asker_count,
        reply: asked.reply.as_ref().map(reply),
    }
}

/// The question that an address names.
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<QuestionShown>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let form = ask::read(&fields)?;
    let asked = ask_of(form, choice.place)?;
    let answer = app.portal.read_question(&caller.actor(), &asked).await?;
    Ok(Json(question(&app, &answer)))
}

fn ask_of(form: AskForm, place: Option<PlaceId>) -> Result<Ask, Failure> {
    let missing = |field: &str| {
        Failure::Invalid(vec![FieldFault {
            field: field.to_owned(),
            message: "is missing".to_owned(),
        }])
    };
    Ok(Ask {
        organization: form.organization,
        category: form.category.ok_or_else(|| missing("category"))?,
        place: place.ok_or_else(|| missing("for"))?,
        offering: form.offering,
    })
}

/// Asks.
pub async fn ask(
    State(app): State<App>,
    sent: Sent<SentQuestion>,
) -> Result<Json<QuestionShown>, Failure> {
    let question_sent = sent.read()?;
    let snapshot = app.portal.snapshot();
    let government = app
        .portal
        .government(&snapshot, "/for", &question_sent.place)?;
    let ask = Ask {
        organization: question_sent.organization,
        category: question_sent.category,
        place: government.key.place(),
        offering: question_sent.offering,
    };
    let email = address(question_sent.email.as_deref())?;
    let voice = voice(&sent.sender, email.as_ref(), &question_sent.message);
    let asked = app.portal.ask(&sent.sender.speaking(), &ask, voice).await?;
    Ok(Json(question(&app, &asked)))
}

fn voice<'a>(sender: &'a Sender, email: Option<&'a Address>, message: &'a str) -> Voice<'a> {
    Voice {
        email,
        message,
        from: &sender.origin.from,
    }
}

fn address(typed: Option<&str>) -> Result<Option<Address>, Failure> {
    typed
        .filter(|text| !text.trim().is_empty())
        .map(|text| {
            text.trim().parse().map_err(|message| {
                Failure::Invalid(vec![FieldFault {
                    field: "/email".to_owned(),
                    message,
                }])
            })
        })
        .transpose()
}

/// Reports what is wrong with an offering.
pub async fn report(
    State(app): State<App>,
    Path(slug): Path<String>,
    sent: Sent<SentReport>,
) -> Result<Response, Failure> {
    let actor = sent.sender.speaking();
    let slug = OfferingId::new(slug);
    app.portal.read_reportable(&actor, &slug)?;
    let said = sent.read()?;
    let email = address(said.email.as_deref())?;
    let voice = voice(&sent.sender, email.as_ref(), &said.message);
    app.portal.report(&actor, &slug, voice).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
