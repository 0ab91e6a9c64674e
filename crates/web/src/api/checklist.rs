//! `/api/v1/offerings/{slug}/checklist`

use super::document::call::{Call, Group, one_of};
use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{Fields, checklist::federal_funds},
    page::offering::moved,
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId,
    details::{Document, ParticipatingAddendum},
    diligence::{Buyer, Proof, Standing, checklist, unmarked},
};
use interlocal_portal::offering::Located;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/offerings/{slug}/checklist", "readChecklist")
            .told(
                Group::Offerings,
                "What the file of a purchase has to hold, and what of it the entry shows",
                "",
            )
            .for_government()
            .query(
                "federal_funds",
                one_of(&["yes", "no"]),
                "Whether federal funds pay for any of it",
            )
            .gives::<Checklist>()
            .or_moved()
            .or_gone(),
    ]
}

/// What the file of a purchase has to hold.
#[derive(Serialize, JsonSchema)]
pub struct Checklist {
    /// The offering.
    offering: OfferingId,
    /// The number of its edition.
    edition: i32,
    /// The state whose law counts.
    state: Option<String>,
    /// Whether federal funds pay for any of it; null where nobody said.
    federal_funds: Option<bool>,
    /// Whether it is a purchase at all.
    is_purchase: bool,
    /// Documents of the entry that do not say what they show.
    documents_without_mark: Vec<Document>,
    /// Each thing.
    items: Vec<ChecklistItem>,
}

/// One thing that the file has to hold.
#[derive(Serialize, JsonSchema)]
pub struct ChecklistItem {
    /// Which.
    item: Proof,
    /// In words.
    label: String,
    /// `shown`, `stated`, `not_needed` or `missing`.
    standing: &'static str,
    /// Whether somebody has to see to it.
    open: bool,
    /// What shows it.
    evidence: Vec<Evidence>,
}

/// What shows something.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Evidence {
    /// A document.
    Document(Document),
    /// An addendum.
    Addendum(ParticipatingAddendum),
    /// Words.
    Words(String),
}

/// What the file has to hold, and what of it the entry shows.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let federal_funds = federal_funds(&fields, "federal_funds")?;
    let slug = OfferingId::new(slug);
    let found = app
        .portal
        .read_offering(&caller.actor(), &slug, choice.place.as_ref())
        .await?;
    let answer = match found {
        Located::Here(answer) => answer,
        Located::Moved(to) => {
            let to = format!("/api/v1/offerings/{to}/checklist");
            return Ok(moved(&to, &fields));
        }
    };
    let edition = &answer.judged.edition;
    let row = choice
        .place
        .as_ref()
        .and_then(|place| answer.snapshot.directory.jurisdiction(place));
    let state = row.map(|row| row.state.as_str());
    let buyer = Buyer {
        state,
        federal_funds,
    };
    let rows = checklist(&edition.content, buyer);
    let items = rows
        .iter()
        .flatten()
        .map(|(proof, standing)| ChecklistItem {
            item: *proof,
            label: proof.label().to_owned(),
            standing: word(standing),
            open: standing.is_open(),
            evidence: evidence(standing),
        });
    Ok(Json(Checklist {
        offering: slug,
        edition: edition.number,
        state: state.map(str::to_owned),
        federal_funds,
        is_purchase: rows.is_some(),
        documents_without_mark: unmarked(&edition.content).into_iter().cloned().collect(),
        items: items.collect(),
    })
    .into_response())
}

fn word(standing: &Standing<'_>) -> &'static str {
    match standing {
        Standing::Shown(_) | Standing::Signed(_) => "shown",
        Standing::Stated(_) => "stated",
        Standing::NotNeeded(_) => "not_needed",
        Standing::Missing => "missing",
    }
}

fn evidence(standing: &Standing<'_>) -> Vec<Evidence> {
    let words = |words: &str| vec![Evidence::Words(words.to_owned())];
    match standing {
        Standing::Shown(documents) => documents
            .iter()
            .map(|document| Evidence::Document((*document).clone()))
            .collect(),
        Standing::Signed(addenda) => addenda
            .iter()
            .map(|addendum| Evidence::Addendum((*addendum).clone()))
            .collect(),
        Standing::Stated(said) => words(said),
        Standing::NotNeeded(why) => words(why),
        Standing::Missing => Vec::new(),
    }
}
