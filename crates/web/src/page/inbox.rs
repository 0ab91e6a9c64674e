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
use interlocal_portal::desk::{
    ask::Replied,
    questions::{Answer, Inbox, Question},
};

/// What governments ask a body.
pub async fn list(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let body = OrganizationId::new(body);
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let inbox: Inbox = portal.read_questions(&actor, &body).await?;
    let path = format!("/desk/{body}/questions");
    let page = InboxPage {
        shell: visit.shell_of_table(&path, inbox.questions.len()),
        body: visit.body(&inbox.body.id),
        questions: inbox
            .questions
            .iter()
            .map(|(question, reply)| visit.asked(question, reply.as_ref()))
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

async fn page(
    visit: &Visit,
    (body, id): (&str, &str),
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<QuestionPage, Failure> {
    let number = id.parse::<i32>().map_err(|_| Failure::NotFound)?;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let body = OrganizationId::new(body);
    let opened = portal.open_question(&actor, &body, number).await?;
    let found = &opened.received;
    Ok(QuestionPage {
        shell: visit.shell(None),
        body: visit.body(&opened.body.id),
        question: visit.asked(&found.question, found.reply.as_ref()),
        voices: found
            .voices
            .iter()
            .map(|(place, message)| (visit.place_ref(place), message.clone()))
            .collect(),
        told_count: found.told_count,
        offerings: opened
            .offerings
            .iter()
            .map(|offering| (offering.slug.to_string(), offering.title.clone()))
            .collect(),
        participations: opened
            .participations
            .iter()
            .map(|record| (record.id.clone(), visit.participation_in_words(record)))
            .collect(),
        chosen: typed.last("answer").unwrap_or_default().to_owned(),
        may_edit: opened.may_edit,
        faults,
    })
}

impl Visit {
    fn asked(&self, question: &Question, reply: Option<&Replied>) -> QuestionRow {
        QuestionRow {
            id: question.id,
            category: self.category(&question.key.category),
            kinds: question.key.kind.plural().to_owned(),
            asker_count: question.asker_count,
            asked_on: question.asked_at.date_naive(),
            reply: reply.map(|reply| self.reply(reply)),
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
