//! `/desk/{body}/questions`

use super::{
    refused::{outcome, see_other},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OfferingId, OrganizationId, participation::Participation};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{InboxPage, QuestionPage, QuestionRow},
};
use interlocal_portal::desk::questions::{Answer, Inbox, Received};

/// What governments ask a body.
pub async fn list(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let inbox = inbox(&visit, &body).await?;
    let page = InboxPage {
        shell: visit.shell(None),
        body: visit.body(&inbox.body.id),
        questions: inbox
            .questions
            .iter()
            .map(|one| visit.received(one))
            .collect(),
    };
    Ok(visit.answer(&page))
}

/// One question.
pub async fn show(
    Path((body, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    visit.signed_in()?;
    let page = page(&visit, (&body, &id), &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Answers it for all who asked.
pub async fn answer(
    Path((body, id)): Path<(String, String)>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let text = |name: &str| fields.last(name).unwrap_or_default();
    let answer = match text("answer") {
        "no" => Some(Answer::No),
        "offering" => Some(Answer::Offering(OfferingId::new(text("offering")))),
        "participation" => Some(Answer::Participation(text("participation").to_owned())),
        _ => None,
    };
    let organization = OrganizationId::new(body.as_str());
    let number = id.parse::<i32>().map_err(|_| Failure::NotFound)?;
    let faults = match answer {
        Some(answer) => {
            let portal = &visit.app.portal;
            let actor = visit.actor();
            let done = portal.answer_question(&actor, &organization, number, &answer);
            match outcome(done.await)? {
                Ok(()) => return Ok(see_other(&format!("/desk/{body}/questions"))),
                Err(faults) => faults,
            }
        }
        None => vec![FieldFault {
            field: "answer".to_owned(),
            message: "Choose your answer".to_owned(),
        }],
    };
    Ok(visit.refuse(&page(&visit, (&body, &id), &fields, faults).await?))
}

async fn inbox(visit: &Visit, body: &str) -> Result<Inbox, Failure> {
    let body = OrganizationId::new(body);
    Ok(visit
        .app
        .portal
        .read_questions(&visit.actor(), &body)
        .await?)
}

async fn page(
    visit: &Visit,
    (body, id): (&str, &str),
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<QuestionPage, Failure> {
    let inbox = inbox(visit, body).await?;
    let found = inbox
        .questions
        .iter()
        .find(|received| received.question.id.to_string() == id)
        .ok_or(Failure::NotFound)?;
    Ok(QuestionPage {
        shell: visit.shell(None),
        body: visit.body(&inbox.body.id),
        question: visit.received(found),
        voices: found
            .voices
            .iter()
            .map(|(place, message)| (visit.place_ref(place), message.clone()))
            .collect(),
        told_count: found.told_count,
        offerings: inbox
            .offerings
            .iter()
            .map(|offering| (offering.slug.to_string(), offering.title.clone()))
            .collect(),
        participations: inbox
            .participations
            .iter()
            .map(|record| (record.id.clone(), visit.participation_in_words(record)))
            .collect(),
        chosen: typed.last("answer").unwrap_or_default().to_owned(),
        may_edit: inbox.may_edit,
        faults,
    })
}

impl Visit {
    fn received(&self, received: &Received) -> QuestionRow {
        let question = &received.question;
        QuestionRow {
            id: question.id,
            category: self.category(&question.key.category),
            kinds: question.key.kind.plural().to_owned(),
            asker_count: question.asker_count,
            asked_on: question.asked_at.date_naive(),
            reply: received.reply.as_ref().map(|reply| self.reply(reply)),
        }
    }

    /// A participation in one sentence without its end.
    pub fn participation_in_words(&self, record: &Participation) -> String {
        format!(
            "{} takes part in {} {}",
            self.snapshot.directory.full_name(&record.who),
            self.snapshot.program_name(&record.program),
            super::jurisdiction::scope_in_words(&record.scope),
        )
    }
}
