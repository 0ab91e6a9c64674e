//! `/desk`: a body's listings, from the first words to their end.

pub mod documents;
pub mod draft;
pub mod edit;
pub mod home;
pub mod import;
pub mod preview;
pub mod proposals;
pub mod review;
pub mod withdraw;

use super::{named::with_names_of, visit::Visit};
use crate::error::Failure;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    changes::{Field, FieldChange, said},
    offering::{Content, Status},
};
use interlocal_pages::{
    components::error_summary,
    pages::{ChangeRow, EventRow, ListingHead, SaidRow},
    words::{capitalized, group_in_words, grouped, rule_in_sentences, written},
};
use interlocal_portal::{
    Done, FieldFault,
    desk::{DeskListing, reach::Reach},
};

/// The body and the listing that an address names.
pub type ListingPath = axum::extract::Path<(String, String)>;

fn named(path: &(String, String)) -> (OrganizationId, OfferingId) {
    (
        OrganizationId::new(path.0.clone()),
        OfferingId::new(path.1.clone()),
    )
}

/// Goes on to another page.
fn to(address: &str) -> Response {
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, address.to_owned())],
    )
        .into_response()
}

/// A page that says what is wrong with a form.
fn with_status(status: StatusCode, mut response: Response) -> Response {
    *response.status_mut() = status;
    response
}

fn faults(faults: &[FieldFault]) -> Vec<error_summary::FieldFault> {
    faults
        .iter()
        .map(|fault| error_summary::FieldFault {
            field: fault.field.clone(),
            message: capitalized(&fault.message),
        })
        .collect()
}

/// The version of the draft that a form was made from.
fn version(fields: &crate::form::Fields) -> Result<i32, Failure> {
    fields
        .last("version")
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| {
            Failure::Invalid(vec![FieldFault {
                field: "version".to_owned(),
                message: "is missing; open the page again".to_owned(),
            }])
        })
}

impl Visit {
    fn listing_head(&self, listing: &DeskListing) -> ListingHead {
        let title = match listing.draft.content.title.trim() {
            "" => listing.offering.slug.to_string(),
            title => title.to_owned(),
        };
        ListingHead {
            body: self.body(&listing.offering.provider),
            slug: listing.offering.slug.to_string(),
            title,
            stands: stands(listing),
            version: listing.draft.version,
        }
    }

    /// What changed, with names for what is named by key.
    pub fn change_rows(
        &self,
        changes: &[FieldChange],
        (old, new): (Option<&Content>, &Content),
    ) -> Vec<ChangeRow> {
        changes
            .iter()
            .map(|change| ChangeRow {
                field: change.field.label().to_owned(),
                old: old.map_or_else(Vec::new, |old| {
                    self.in_words(change.field, old, &change.old)
                }),
                new: self.in_words(change.field, new, &change.new),
            })
            .collect()
    }

    /// Everything that a content says.
    fn said_rows(&self, content: &Content) -> Vec<SaidRow> {
        said(content)
            .into_iter()
            .map(|(field, lines)| SaidRow {
                part: field.part(),
                field: field.label().to_owned(),
                lines: self.in_words(field, content, &lines),
            })
            .collect()
    }

    /// The lines of a field, with names where the content has keys.
    fn in_words(&self, field: Field, content: &Content, lines: &[String]) -> Vec<String> {
        match field {
            Field::Audience => with_names_of(&self.snapshot, Some(content), |names| {
                content
                    .rules
                    .iter()
                    .flat_map(|rule| rule_in_sentences(rule, names).lines)
                    .map(|line| format!("{}: {}", line.label, line.sentences.join(" ")))
                    .collect()
            }),
            Field::Category => vec![self.category(&content.category).name],
            Field::Kind => vec![capitalized(content.kind.word())],
            Field::Partners => content
                .partners
                .iter()
                .map(|body| self.body(body).name)
                .collect(),
            Field::NamedGroups => lines.iter().map(|group| group_in_words(group)).collect(),
            Field::NotAvailable => content
                .not_available
                .within
                .iter()
                .chain(&content.not_available.bodies)
                .map(|place| self.snapshot.directory.full_name(place))
                .collect(),
            Field::StartsOn => content.term.starts_on.map(written).into_iter().collect(),
            Field::EndsOn => content.term.ends_on.map(written).into_iter().collect(),
            Field::ReviewBy => content.details.review_by.map(written).into_iter().collect(),
            _ => lines.to_vec(),
        }
    }
}

/// Where a listing stands, in words.
fn stands(listing: &DeskListing) -> String {
    let public = listing.offering.status.label();
    if !listing.has_draft() {
        return public.to_owned();
    }
    let stage = &listing.draft.stage;
    let draft = match (stage.approved_at, listing.draft.publish_on) {
        (Some(_), Some(day)) => format!("Approved, goes up on {}", written(day)),
        _ => stage.status.label().to_owned(),
    };
    match listing.current.as_ref() {
        Some(edition) if listing.offering.status != Status::Draft => {
            format!(
                "{draft}; edition {} is {}",
                edition.number,
                public.to_lowercase()
            )
        }
        _ => draft,
    }
}

/// Whom a content reaches, in a sentence.
pub fn reach_sentence(reach: &Reach) -> String {
    let all = reach.all;
    if all.yes + all.after_steps + all.unknown == 0 {
        return "It reaches no government on record.".to_owned();
    }
    let count = |number: usize| grouped(number as u64);
    format!(
        "Of the governments on record, {} may use it at once, {} after steps; for {} it is not known.",
        count(all.yes),
        count(all.after_steps),
        count(all.unknown)
    )
}

/// What was done, in words, the newest first: who did it stays inside the body.
/// Steps that somebody wrote one after the other stand in one line.
fn history(done: &[Done]) -> Vec<EventRow> {
    let is_next = |a: &Done, b: &Done| {
        let wrote = |one: &Done| one.action == "edit";
        let same = a.actor == b.actor && a.at.date_naive() == b.at.date_naive();
        wrote(a) && wrote(b) && same
    };
    done.chunk_by(is_next).filter_map(event).collect()
}

fn event(together: &[Done]) -> Option<EventRow> {
    let done = together.first()?;
    let mut event = EventRow {
        on: done.at.date_naive(),
        what: format!("{} {}", done.actor, in_words(&done.action)),
        message: done.reason.clone(),
    };
    if done.action == "edit" {
        let mut steps: Vec<&str> = Vec::new();
        for one in together.iter().rev() {
            if !steps.contains(&one.reason.as_str()) {
                steps.push(&one.reason);
            }
        }
        event.what = format!("{}: {}", event.what, steps.join(", "));
        event.message.clear();
    }
    Some(event)
}

fn in_words(action: &str) -> String {
    let words = match action {
        "draft" => "began a draft",
        "edit" => "wrote",
        "submit" => "handed it in for review",
        "take_back" => "took it back from review",
        "ask_for_changes" => "asked for changes",
        "reject" => "rejected it",
        "approve" => "approved it",
        "publish" => "published an edition",
        "expire" => "ended it, its term being over",
        "withdraw" => "withdrew it",
        "schedule_withdrawal" => "set the day of its withdrawal",
        "discard" => "gave the draft up",
        "upload" => "added a document",
        other => other,
    };
    words.replace('_', " ")
}

/// What a reviewer said who sent a draft back that was not handed in since.
fn sent_back(done: &[Done]) -> Option<EventRow> {
    let decided = |one: &&Done| !["edit", "upload"].contains(&one.action.as_str());
    let last = done.iter().find(decided)?;
    let back = ["ask_for_changes", "reject"].contains(&last.action.as_str());
    if back {
        event(std::slice::from_ref(last))
    } else {
        None
    }
}
