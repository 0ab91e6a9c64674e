//! `/ask`

use super::{
    refused::{outcome, see_other, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{
        Faults,
        ask::{self as form, AskForm},
        posted::Posted,
        voice,
    },
};
use axum::response::Response;
use interlocal_catalog::PlaceId;
use interlocal_pages::{
    components::{error_summary::FieldFault, references::CategoryRef},
    pages::{AskPage, ReplyShown},
};
use interlocal_portal::desk::ask::{Ask, Asked, Replied, ReplyRecord, Voice};

/// The question, with the form to ask it.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let asked = form::read(&visit.fields)?;
    let mut page = page(&visit, &asked, visit.place()).await?;
    page.sent = visit.fields.on("asked");
    Ok(visit.answer(&page))
}

/// Asks.
pub async fn send(Posted { visit, fields }: Posted) -> Result<Response, Failure> {
    let asked = form::read(&fields)?;
    let mut faults = Faults::default();
    let said = voice::read(&fields, &mut faults);
    let portal = &visit.app.portal;
    let snapshot = &visit.snapshot;
    let typed = fields.last("for").unwrap_or_default();
    let place = portal.government(snapshot, "for", typed)?.key.place();
    let failed = match (faults.end(), &asked.category) {
        (Err(Failure::Invalid(faults)), _) => shown(faults),
        (Err(other), _) => return Err(other),
        (Ok(()), None) => {
            let fault = interlocal_portal::FieldFault {
                field: "category".to_owned(),
                message: "Choose a category".to_owned(),
            };
            shown(vec![fault])
        }
        (Ok(()), Some(_)) => {
            let ask = ask_of(&asked, &place).ok_or(Failure::NotFound)?;
            let voice = Voice {
                email: said.email.as_ref(),
                message: &said.message,
                from: &visit.origin.from,
            };
            match outcome(portal.ask(&visit.actor(), &ask, voice).await)? {
                Ok(_) => return Ok(see_other(&back(&asked, &place))),
                Err(faults) => faults,
            }
        }
    };
    let page = AskPage {
        faults: failed,
        email: fields.last("email").unwrap_or_default().to_owned(),
        message: said.message,
        ..page(&visit, &asked, Some(&place)).await?
    };
    Ok(visit.refuse(&page))
}

fn ask_of(form: &AskForm, place: &PlaceId) -> Option<Ask> {
    Some(Ask {
        organization: form.organization.clone(),
        category: form.category.clone()?,
        place: place.clone(),
        offering: form.offering.clone(),
    })
}

/// The page that shows what came of it.
fn back(form: &AskForm, place: &PlaceId) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        (
            "organization",
            form.organization.as_ref().map(ToString::to_string),
        ),
        ("category", form.category.as_ref().map(ToString::to_string)),
        ("for", Some(place.to_string())),
        ("offering", form.offering.as_ref().map(ToString::to_string)),
        ("asked", Some("1".to_owned())),
    ] {
        if let Some(value) = value {
            query.append_pair(name, &value);
        }
    }
    format!("/ask?{}", query.finish())
}

async fn page(visit: &Visit, form: &AskForm, place: Option<&PlaceId>) -> Result<AskPage, Failure> {
    let directory = &visit.snapshot.directory;
    let known = form
        .category
        .as_ref()
        .filter(|category| visit.app.portal.vocabulary().get(category).is_some());
    let mut faults = Vec::new();
    let asked: Option<Asked> = match (place, known) {
        (Some(place), Some(_)) => {
            let ask = ask_of(form, place).ok_or(Failure::NotFound)?;
            let read = visit.app.portal.read_question(&visit.actor(), &ask).await;
            match outcome(read)? {
                Ok(asked) => Some(asked),
                Err(found) => {
                    faults = found;
                    None
                }
            }
        }
        _ => None,
    };
    if let Some(body) = &form.organization {
        directory.organization(body).ok_or(Failure::NotFound)?;
    }
    let body = asked
        .as_ref()
        .map(|asked| asked.key.organization.clone())
        .or_else(|| form.organization.clone());
    let offering = form.offering.as_ref().and_then(|slug| {
        visit
            .snapshot
            .offering_of(&interlocal_catalog::ProgramId::new(slug.as_str()))
    });
    Ok(AskPage {
        shell: visit.shell(None),
        organization: body.map(|body| visit.body(&body)),
        categories: visit.every_category(),
        category: known.map(|category| visit.category(category)),
        government: place.and_then(|place| {
            let row = directory.jurisdiction(place)?;
            Some((visit.place_ref(place), row.key.kind().plural().to_owned()))
        }),
        offering: offering.map(|found| (found.slug.to_string(), found.title.clone())),
        asker_count: asked.as_ref().map_or(0, |asked| asked.asker_count),
        reply: asked
            .and_then(|asked| asked.reply)
            .map(|reply| visit.reply(&reply)),
        sent: false,
        faults: faults.into_iter().map(unbound).collect(),
        email: visit
            .caller
            .0
            .as_ref()
            .map(|signed_in| signed_in.person.email.clone())
            .unwrap_or_default(),
        message: String::new(),
    })
}

/// A fault of the address leads to no field of the page.
fn unbound(fault: FieldFault) -> FieldFault {
    FieldFault {
        field: String::new(),
        ..fault
    }
}

impl Visit {
    /// Every category, those of the second level marked.
    pub fn every_category(&self) -> Vec<CategoryRef> {
        let vocabulary = self.app.portal.vocabulary();
        let marked = vocabulary.all().iter().map(|category| {
            let mut shown = self.category(&category.slug);
            if category.parent.is_some() {
                shown.name = format!("– {}", shown.name);
            }
            shown
        });
        marked.collect()
    }

    /// A reply as everybody reads it.
    pub fn reply(&self, reply: &Replied) -> ReplyShown {
        match &reply.with {
            ReplyRecord::StatementOfNo(_) => ReplyShown::No(reply.on),
            ReplyRecord::Offering(found) => {
                ReplyShown::Offering(found.slug.to_string(), found.title.clone(), reply.on)
            }
            ReplyRecord::Participation(record) => {
                ReplyShown::Participation(self.participation_in_words(record), reply.on)
            }
        }
    }
}
