//! `/api/v1/compare`.

use super::{
    document::call::{Call, Group, whole, words},
    offerings::{AdoptionShown, adoption},
    shape::{self, Item, PlaceRef},
};
use crate::{
    error::Failure,
    form::{compare::Asking, size::UNITS},
    page::{
        compare::{Beside, Side},
        visit::Visit,
    },
};
use axum::Json;
use interlocal_catalog::{
    NaiveDate, PlaceId,
    cost::{Comparable, Cost, Difference, comparable},
    details::Details,
    eligibility::{Confidence, StepLeft},
    facts::{Facts, side_by_side},
};
use interlocal_portal::Judged;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    let call = Call::get("/api/v1/compare", "compare")
        .told(
            Group::Offerings,
            "Two to four editions side by side",
            "With verdicts, facts, and what each costs at your size, every assumption and \
             everything missing in words.",
        )
        .query(
            "o",
            words(),
            "The slug of an offering, or of one edition: buyboard@2",
        )
        .several()
        .like("buyboard")
        .for_government();
    let call = UNITS.iter().fold(call, |call, (_, name, label)| {
        call.query(name, words(), label)
    });
    vec![
        call.query("years", whole(1, 30), "For how many years")
            .query(
                "population",
                words(),
                "In place of the population on record",
            )
            .query(
                "present",
                words(),
                "What you pay now in a year, in US dollars",
            )
            .query("line", words(), "Lines of price lists that count")
            .several()
            .gives::<ComparisonShown>()
            .or(404, "None of these offerings is here"),
    ]
}

/// Editions side by side.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
pub struct ComparisonShown {
    /// The government in whose name it was asked.
    #[serde(rename = "for")]
    place: Option<PlaceId>,
    /// The size, as asked.
    asked: BTreeMap<String, String>,
    /// For how many years.
    years: u8,
    /// The editions, in the order asked.
    items: Vec<ComparedShown>,
    /// Typed facts, each with what each edition says; null is not stated.
    typed_facts: Vec<FactRow>,
    /// Whether the costs can be compared; null for fewer than two.
    costs_comparable: Option<Comparable>,
    /// The same in words.
    costs_comparable_words: Vec<String>,
    /// What was asked for and is not here, in words.
    not_here: Vec<String>,
    /// The same as a page.
    url: String,
}

/// A typed fact.
#[derive(Serialize, JsonSchema)]
pub struct FactRow {
    /// Its name.
    fact: String,
    /// What each edition says.
    says: Vec<Option<String>>,
}

/// One edition with what decides about it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Compared")]
pub struct ComparedShown {
    #[serde(flatten)]
    item: Item,
    /// How it is named in the address.
    name: String,
    /// The number of its newest edition.
    newest_edition: i32,
    /// Steps that are left to the government.
    steps_left: Option<Vec<StepLeft>>,
    /// What it costs.
    cost: CostShown,
    /// How that stands to what is paid now.
    beside_present_cost: Option<Difference>,
    /// What it says for comparison and cost.
    details: Details,
    /// Frameworks and regimes it names.
    frameworks: Vec<String>,
    /// Who takes part today.
    participations: Vec<TakesPart>,
    /// Users like the government.
    governments_like_us: Vec<AdoptionShown>,
    /// How many are known to use it.
    adoption_count: usize,
}

/// Who takes part.
#[derive(Serialize, JsonSchema)]
pub struct TakesPart {
    #[serde(flatten)]
    place: PlaceRef,
    /// First day.
    from: Option<NaiveDate>,
    /// Last day.
    until: Option<NaiveDate>,
}

/// A cost with its reasons in words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CostInWords")]
pub struct CostShown {
    #[serde(flatten)]
    cost: Cost,
    /// What is missing, in words.
    missing_words: Vec<String>,
}

/// Editions side by side. It speaks of nothing but its address: no cookie counts.
pub async fn show(mut visit: Visit) -> Result<Json<ComparisonShown>, Failure> {
    visit.forget_cookies()?;
    let asking = Asking::read(&visit.fields, None);
    if !asking.size.faults.is_empty() {
        return Err(Failure::Invalid(asking.size.faults));
    }
    let beside = Beside::of(&visit, asking).await?;
    if beside.sides.is_empty() && !beside.not_here().is_empty() {
        return Err(Failure::NotFound);
    }
    let costs: Vec<&Cost> = beside.sides.iter().map(|side| &*side.cost).collect();
    let facts: Vec<&Facts> = beside
        .sides
        .iter()
        .map(|side| &side.content().details.facts)
        .collect();
    let facts = side_by_side(&facts).into_iter().map(|(label, cells)| {
        let words = |words: &String| (!words.is_empty()).then(|| words.clone());
        FactRow {
            fact: label.to_string(),
            says: cells.iter().map(words).collect(),
        }
    });
    let size = &beside.asking.size;
    let asked = size.typed.pairs().iter().cloned().collect();
    Ok(Json(ComparisonShown {
        place: visit.place().cloned(),
        asked,
        years: size.asked.years.number(),
        items: beside
            .sides
            .iter()
            .filter_map(|side| item(&visit, side))
            .collect(),
        typed_facts: facts.collect(),
        costs_comparable: (costs.len() > 1).then(|| comparable(&costs)),
        costs_comparable_words: beside.comparable(),
        not_here: beside.not_here(),
        url: format!("/compare?{}", beside.query(&beside.names())),
    }))
}

fn item(visit: &Visit, side: &Side) -> Option<ComparedShown> {
    let compared = &side.compared;
    let content = side.content();
    let snapshot = &visit.snapshot;
    let shelved = snapshot.offering(compared.offering)?;
    let judged = Judged {
        shelved: std::sync::Arc::new(shelved.clone()),
        edition: std::sync::Arc::clone(&compared.edition),
        verdict: compared.verdict.clone(),
    };
    let confidence: Confidence = compared.confidence;
    let participations = compared.participations.iter().map(|record| TakesPart {
        place: shape::place(snapshot, &record.who),
        from: record.from,
        until: record.until,
    });
    Some(ComparedShown {
        item: Item {
            confidence,
            ..shape::item(&visit.app, snapshot, &judged)
        },
        name: compared.named.to_string(),
        newest_edition: compared.newest,
        steps_left: compared
            .verdict
            .as_ref()
            .map(|verdict| verdict.chain.steps_left().to_vec()),
        cost: CostShown {
            missing_words: side.cost.missing.iter().map(|fact| fact.words()).collect(),
            cost: Cost::clone(&side.cost),
        },
        beside_present_cost: side.difference,
        details: content.details.clone(),
        frameworks: content.frameworks.clone(),
        participations: participations.collect(),
        governments_like_us: compared
            .alike
            .iter()
            .map(|user| adoption(snapshot, user))
            .collect(),
        adoption_count: compared.users.len(),
    })
}
