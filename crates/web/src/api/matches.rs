//! `/api/v1/matches`.

use super::document::call::{Call, Group, one_of, words};
use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{
        Fields,
        partners::{self, INTENTS, PLACEMENTS, REGIMES},
    },
    signed_in::Caller,
};
use axum::{Json, extract::State};
use interlocal_catalog::{NaiveDate, organization::Level};
use interlocal_portal::{
    FieldFault,
    partners::{Card, PartnerAnswer},
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/matches", "findPartners")
            .told(
                Group::Governments,
                "Partners for a need, ranked, with reasons",
                "The CIO office of the state first, then everybody who offers, uses or seeks it.",
            )
            .query("for", words(), "The key of the government that seeks")
            .required()
            .like("county-17031")
            .query("category", words(), "The slug of the category")
            .required()
            .like("gis")
            .query(
                "intent",
                one_of(&INTENTS.map(|(_, word, _)| word)),
                "What it wants to do",
            )
            .query(
                "placement",
                one_of(&PLACEMENTS.map(|(_, word, _)| word)),
                "Whether a partner should be close by",
            )
            .query(
                "regimes",
                one_of(&REGIMES),
                "Rules that a partner must meet",
            )
            .several()
            .gives::<Matches>(),
    ]
}

/// Partners for a need.
#[derive(Serialize, JsonSchema)]
pub struct Matches {
    /// The CIO office of the state, one line above the list.
    #[schemars(with = "OfficeLine")]
    strip: Value,
    /// Who is shown first.
    #[schemars(with = "Vec<String>")]
    first_view: Value,
    /// Everybody else who passed.
    #[schemars(with = "Vec<String>")]
    more: Value,
    /// What was done so that each level is shown.
    #[schemars(with = "Vec<Move>")]
    moves: Value,
    /// Bodies of the state, or that serve the government, which are out, and why.
    excluded: Vec<Out>,
    /// How many others are out.
    excluded_elsewhere_count: usize,
    /// Whom to ask on a level that has nobody to show.
    ask_cards: Vec<Asked>,
    /// What is the same for everybody who is shown.
    #[schemars(with = "Vec<String>")]
    shared_by_all_shown: Value,
    /// Those that are shown, with reasons.
    cards: Vec<Partner>,
}

/// The line of the office of the state.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the ranking writes it")]
struct OfficeLine {
    /// The office; null where the directory has none.
    org: Option<String>,
    /// How it stands to the category.
    relation: String,
    /// The date of what it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<NaiveDate>,
    /// What bars the government.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<String>,
    /// An answer that is too old to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// Whether the government is the office.
    you_are_this_office: bool,
    /// The line.
    text: String,
}

/// A level that was missing among the first.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the ranking writes it")]
struct Move {
    /// The level.
    lane: Level,
    /// Who is shown for it.
    promoted: String,
    /// Who made room.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to_more: Option<String>,
    /// How many points of 100 it lies above.
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<f64>,
    /// Why nobody made room.
    #[serde(skip_serializing_if = "Option::is_none")]
    why_extended: Option<String>,
}

/// A body that is out.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Excluded")]
pub struct Out {
    /// The body.
    #[schemars(with = "String")]
    id: Value,
    /// Its name.
    name: String,
    /// Why.
    #[schemars(with = "Vec<String>")]
    gates: Value,
}

/// A body to ask.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AskCard")]
pub struct Asked {
    /// The body.
    #[schemars(with = "String")]
    id: Value,
    /// Its name.
    name: String,
    /// Its level.
    level: Level,
}

/// A partner with reasons.
#[derive(Serialize, JsonSchema)]
pub struct Partner {
    /// The body.
    #[schemars(with = "String")]
    id: Value,
    /// Its name.
    name: String,
    /// Its level.
    level: Level,
    /// The score in a word.
    band: String,
    /// Points of 100.
    score: f64,
    /// Where the score may still move.
    range: [f64; 2],
    /// How much is known, 0 to 1.
    confidence: f64,
    /// Each factor's low, point and high in basis points.
    #[schemars(with = "BTreeMap<String, [u32; 3]>")]
    factors_bp: Value,
    /// The points that each factor adds.
    #[schemars(with = "BTreeMap<String, f64>")]
    points: Value,
    /// Reasons, the need first.
    why: Vec<String>,
    /// What speaks against it.
    holds_it_back: Vec<String>,
    /// What is not known.
    ask: Vec<String>,
    /// The record it stands for.
    record: String,
}

/// Partners for a need, ranked, with reasons.
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<Matches>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let form = partners::read(&app, &fields)?;
    let mut faults = Vec::new();
    let mut missing = |field: &str, message: &str| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message: message.to_owned(),
        });
    };
    if form.category.is_empty() {
        missing("category", "is missing; take a slug from /categories");
    }
    let Some(place) = choice.place else {
        missing(
            "for",
            "is missing; give the key of your government, such as county-17031",
        );
        return Err(Failure::Invalid(faults));
    };
    if !faults.is_empty() {
        return Err(Failure::Invalid(faults));
    }
    let answer = app
        .portal
        .find_partners(&caller.actor(), &form.search(place))?;
    Ok(Json(matches(&answer)?))
}

fn matches(answer: &PartnerAnswer) -> Result<Matches, Failure> {
    let result = &answer.result;
    let mut excluded = Vec::new();
    for out in result.excluded.iter().filter(|out| out.is_near) {
        excluded.push(Out {
            id: value(&out.id)?,
            name: out.name.clone(),
            gates: value(&out.gates)?,
        });
    }
    let mut ask_cards = Vec::new();
    for card in &result.ask_cards {
        ask_cards.push(Asked {
            id: value(&card.id)?,
            name: card.name.clone(),
            level: card.level,
        });
    }
    let cards: Result<Vec<Partner>, Failure> = result.cards.iter().map(partner).collect();
    Ok(Matches {
        strip: value(&result.strip)?,
        first_view: value(&result.first_view)?,
        more: value(&result.more)?,
        moves: value(&result.moves)?,
        excluded_elsewhere_count: result.excluded.len() - excluded.len(),
        excluded,
        ask_cards,
        shared_by_all_shown: value(&result.shared_by_all_shown)?,
        cards: cards?,
    })
}

fn partner(card: &Card) -> Result<Partner, Failure> {
    Ok(Partner {
        id: value(&card.id)?,
        name: card.name.clone(),
        level: card.level,
        band: card.band.label().to_owned(),
        score: card.score,
        range: card.range,
        confidence: card.confidence,
        factors_bp: value(&card.factors_bp)?,
        points: value(&card.points)?,
        why: card.why.clone(),
        holds_it_back: card.holds_it_back.clone(),
        ask: card.ask.clone(),
        record: card.record_id.clone(),
    })
}

fn value(of: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(of).map_err(|error| Failure::Internal(error.to_string()))
}
