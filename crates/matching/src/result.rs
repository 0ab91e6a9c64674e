//! What a match answers, in the form of the worked cases.

use crate::{
    candidate::BodyId,
    factor::{Factor, Factors},
    gate::Gate,
    model::Band,
    record::Relation,
    score::Confidence,
    strip::Strip,
};
use interlocal_catalog::organization::Level;
use serde::{Serialize, Serializer};

/// The whole answer. Ids stand in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MatchResult {
    /// The state CIO's office, one line above the list.
    pub strip: Strip,
    /// Who is shown first.
    pub first_view: Vec<BodyId>,
    /// Everybody else who passed.
    pub more: Vec<BodyId>,
    /// What the level floor did.
    pub moves: Vec<Move>,
    /// Who is out, and why; visible records only.
    pub excluded: Vec<Excluded>,
    /// Whom to ask on a level that has nobody to show.
    pub ask_cards: Vec<AskCard>,
    /// Factors that say the same of every card of the first view.
    pub shared_by_all_shown: Vec<Factor>,
    /// The same as sentences, to stand once above the list.
    #[serde(skip)]
    pub shared_facts: Vec<String>,
    /// The cards of the first view, then as many of the others as were asked for.
    pub cards: Vec<Card>,
}

/// A level that was missing from the first n and what was done about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Move {
    /// The level.
    pub lane: Level,
    /// The best of that level, shown now.
    pub promoted: BodyId,
    /// Whether another made room.
    #[serde(flatten)]
    pub effect: MoveEffect,
    /// How many with a higher score are not in the first view, for the note
    /// “Shown so that each kind of partner is visible; N others scored higher”.
    #[serde(skip)]
    pub scored_higher: usize,
}

/// Whether another made room for the promoted one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum MoveEffect {
    /// It did.
    Displaced {
        /// The one that made room.
        moved_to_more: BodyId,
        /// How many points of 100 it lies above, with one decimal.
        gap: f64,
    },
    /// The view grew by one.
    Extended {
        /// Why nobody made room: `dominated`, `gap over 15`, `no surplus level`.
        why_extended: String,
    },
}

/// A body whose visible records all fail a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excluded {
    /// The body.
    pub id: BodyId,
    /// The gates that its records fail.
    pub gates: Vec<Gate>,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// Whether it is of the seeker's state or serves the seeker; pages name
    /// these and count the others.
    #[serde(skip)]
    pub is_near: bool,
}

/// A body to ask, of a level that has nobody to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskCard {
    /// The body.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: Level,
}

impl Serialize for AskCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(serializer)
    }
}

/// One candidate, with reasons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The candidate.
    pub id: BodyId,
    /// Its level.
    pub level: Level,
    /// Points of 100, with two decimals.
    pub score: f64,
    /// Where the score may still move, in points of 100.
    pub range: [f64; 2],
    /// How much is known, 0 to 1.
    pub confidence: f64,
    /// Each factor's low, point and high in basis points.
    pub factors_bp: Factors,
    /// The points of 100 that each factor adds.
    pub points: Points,
    /// Reasons, the need first.
    pub why: Vec<String>,
    /// What speaks against it.
    pub holds_it_back: Vec<String>,
    /// What is not known.
    pub ask: Vec<String>,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// The record it stands for.
    #[serde(skip)]
    pub record_id: String,
    /// How it stands to the category.
    #[serde(skip)]
    pub relation: Relation,
    /// The band to show in place of the score.
    #[serde(skip)]
    pub band: Band,
    /// How well documented it is.
    #[serde(skip)]
    pub documented: Confidence,
}

/// The points of 100 that each factor adds, in order of importance.
#[derive(Clone, Debug, PartialEq)]
pub struct Points(pub Vec<(Factor, f64)>);

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(factor, points)| (factor, points)))
    }
}
