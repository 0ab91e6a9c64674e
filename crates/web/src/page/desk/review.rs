//! `/desk/{body}/offerings/{slug}/review`

use super::{
    super::{link_words::link_words, visit::Visit},
    ListingPath, faults, history, named, reach_sentence, to, version, with_status,
};
use crate::{
    error::Failure,
    form::{Fields, desk::publication_day, posted::Posted},
};
use axum::{extract::Path, http::StatusCode, response::Response};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    changes::{FieldChange, said},
    policy::Role,
};
use interlocal_pages::{
    pages::{ReachRow, ReviewPage},
    words::{capitalized, written},
};
use interlocal_portal::{
    Error, FieldFault,
    desk::{
        publishing::Approval,
        review::{Finding, ReviewAnswer},
    },
};

/// Old and new side by side.
pub async fn show(Path(path): ListingPath, visit: Visit) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let page = page(&visit, (&body, &slug), &Fields::default(), &[]).await?;
    Ok(visit.answer(&page))
}

/// A reviewer decides.
pub async fn decide(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (body, slug) = named(&path);
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal.desk_door(&actor, &body, Role::Approver)?;
    let version = version(&fields)?;
    let message = fields.last("message").unwrap_or_default();
    let decided = match fields.last("decision") {
        Some("approve") => match publication_day(&fields) {
            Ok(publish_on) => {
                let approval = Approval {
                    version,
                    message: message.to_owned(),
                    publish_on,
                };
                let approved = portal.approve_draft(&actor, &body, &slug, approval).await;
                approved.map(|_| ())
            }
            Err(wrong) => Err(Error::Invalid(wrong)),
        },
        Some("changes") => {
            portal
                .ask_for_changes(&actor, &body, &slug, version, message)
                .await
        }
        Some("reject") => {
            portal
                .reject_draft(&actor, &body, &slug, version, message)
                .await
        }
        _ => Err(Error::field("message", "choose one of the three decisions")),
    };
    match decided {
        Ok(()) => Ok(to(&format!("/desk/{body}/offerings/{slug}"))),
        Err(Error::Invalid(wrong)) => {
            let page = page(&visit, (&body, &slug), &fields, &wrong).await?;
            Ok(with_status(StatusCode::BAD_REQUEST, visit.answer(&page)))
        }
        Err(Error::Conflict(text)) => {
            let wrong = [FieldFault {
                field: "message".to_owned(),
                message: text.clone(),
            }];
            match page(&visit, (&body, &slug), &fields, &wrong).await {
                Ok(page) if page.decide.is_ok() => {
                    Ok(with_status(StatusCode::CONFLICT, visit.answer(&page)))
                }
                _ => Err(Failure::Conflict(text)),
            }
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    (body, slug): (&OrganizationId, &OfferingId),
    typed: &Fields,
    wrong: &[FieldFault],
) -> Result<ReviewPage, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let answer = portal.read_review(&actor, body, slug).await?;
    let draft = &answer.listing.draft;
    let current = answer.listing.current.as_ref();
    let changes = match current {
        Some(_) => answer.changes.clone(),
        None => said(&draft.content)
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(field, new)| FieldChange {
                field,
                old: Vec::new(),
                new,
            })
            .collect(),
    };
    let sides = (current.map(|edition| &edition.content), &draft.content);
    let today = portal.today();
    let chosen = draft.publish_on.filter(|day| *day > today);
    let chosen = chosen.map(|day| day.to_string());
    let publish_on = typed.last("publish_on").map(str::to_owned).or(chosen);
    Ok(ReviewPage {
        shell: visit.shell(None),
        listing: visit.listing_head(&answer.listing),
        rows: visit.change_rows(&changes, sides),
        edition: current.and_then(|edition| u32::try_from(edition.number).ok()),
        findings: answer.findings.iter().map(finding).collect(),
        reach: reach_sentence(&answer.reach),
        kinds: answer
            .reach
            .kinds
            .iter()
            .map(|(kind, count)| ReachRow {
                kind: capitalized(kind.plural()),
                yes: count.yes as u64,
                after_steps: count.after_steps as u64,
                unknown: count.unknown as u64,
            })
            .collect(),
        history: history(&answer.history),
        decide: may_decide(&answer),
        message: typed.last("message").unwrap_or_default().to_owned(),
        publish_on: publish_on.unwrap_or_default(),
        faults: faults(wrong),
    })
}

/// Whether the reader decides; else why not.
fn may_decide(answer: &ReviewAnswer) -> Result<(), String> {
    let stage = &answer.listing.draft.stage;
    if answer.may_decide {
        Ok(())
    } else if stage.approved_at.is_some() {
        Err("It is approved and waits for its day.".to_owned())
    } else if stage.submitted_at.is_none() {
        Err("It has not been handed in.".to_owned())
    } else if answer.own && !answer.one_writer {
        Err("You handed it in. Somebody else of your body decides about it.".to_owned())
    } else {
        Err("An approver of the body decides about it.".to_owned())
    }
}

fn finding(finding: &Finding) -> String {
    match finding {
        Finding::SameTitle(slug) => format!("Another listing has the same title: {slug}."),
        Finding::SameNumber(slug) => {
            format!("Another listing has the same contract number: {slug}.")
        }
        Finding::NobodyKnown => "No government is known to be able to use it.".to_owned(),
        Finding::Ended(day) => format!(
            "Its last day, {}, is over before it is published: no government can use it.",
            written(*day)
        ),
        Finding::NoEndsOn => "It says no day on which it ends.".to_owned(),
        Finding::NoReviewBy => "It says no day by which it is looked at again.".to_owned(),
        Finding::LinksUnchecked => {
            "Whether its links lead anywhere is not checked here.".to_owned()
        }
        Finding::Link(known) => {
            let (place, said) = (known.field.label(), link_words(known.check.as_ref()));
            format!("{place}: {} {said}", known.link)
        }
    }
}
