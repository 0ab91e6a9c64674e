//! `/api/v1/jurisdictions/{key}/answers`.

use super::{
    document::call::{Call, Group},
    jurisdictions::named,
    shape::{self, BodyRef, CategoryRef, Government, Item},
};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{
    Json,
    extract::{Path, State},
};
use interlocal_catalog::{
    NaiveDate,
    answer::{AnswerWord, Class, StatementOfNo},
};
use interlocal_portal::{Snapshot, answer_sheet::CategoryAnswer};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/jurisdictions/{key}/answers", "readAnswers")
            .told(
                Group::Governments,
                "The answer sheet of a government",
                "For each category whether its state, its region or anybody else gives it \
                 access, with the evidence, and whom to ask where nothing is recorded.",
            )
            .gives::<AnswerSheet>(),
    ]
}

/// The answers of every category for a government.
#[derive(Serialize, JsonSchema)]
pub struct AnswerSheet {
    /// The government.
    jurisdiction: Government,
    /// The day of the answer.
    as_of: NaiveDate,
    /// How many categories of the first level there are.
    total: usize,
    /// They.
    items: Vec<FirstLevel>,
    /// Always empty.
    facets: BTreeMap<String, String>,
    /// Always null.
    next: Option<String>,
}

/// A category of the first level with those under it.
#[derive(Serialize, JsonSchema)]
pub struct FirstLevel {
    #[serde(flatten)]
    answer: Answered,
    /// Those under it.
    children: Vec<Answered>,
}

/// The answer of one category.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CategoryAnswer")]
pub struct Answered {
    /// The category.
    category: CategoryRef,
    /// The answer.
    answer: AnswerWord,
    /// The class of rows that decided.
    decided_by: Class,
    /// How many rows decide.
    decided_count: usize,
    /// The first of the offerings that decide.
    evidence: Vec<Item>,
    /// The statements that decide.
    statements_of_no: Vec<StatementOfNo>,
    /// The office to ask where nothing is recorded.
    ask: Option<BodyRef>,
}

/// The answer sheet.
pub async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
    caller: Caller,
) -> Result<Json<AnswerSheet>, Failure> {
    let actor = caller.actor();
    let snapshot = app.portal.view(&actor);
    let row = named(&app, &snapshot, &key)?;
    let sheet = app.portal.answer_sheet(&actor, &row.key.place()).await?;
    let items: Vec<FirstLevel> = sheet
        .iter()
        .map(|row| FirstLevel {
            answer: answer(&app, &snapshot, &row.answer),
            children: row
                .children
                .iter()
                .map(|child| answer(&app, &snapshot, child))
                .collect(),
        })
        .collect();
    Ok(Json(AnswerSheet {
        jurisdiction: shape::government(&snapshot, row),
        as_of: app.portal.today(),
        total: items.len(),
        items,
        facets: BTreeMap::new(),
        next: None,
    }))
}

fn answer(app: &App, snapshot: &Snapshot, found: &CategoryAnswer) -> Answered {
    Answered {
        category: shape::category(app, &found.category),
        answer: found.answer,
        decided_by: found.decided_by,
        decided_count: found.decided_count,
        evidence: found
            .offerings
            .iter()
            .map(|judged| shape::item(app, snapshot, judged))
            .collect(),
        statements_of_no: found.statements.clone(),
        ask: found
            .ask
            .as_ref()
            .map(|office| shape::body(snapshot, office)),
    }
}
