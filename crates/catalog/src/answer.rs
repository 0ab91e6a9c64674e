//! The answer of a jurisdiction for a category: the verdicts of offerings and
//! the statements of no, folded. The precedence stands with the worked cases.

use crate::{
    CategoryId, OrganizationId,
    access::AudienceWord,
    eligibility::{Confidence, Outcome, Standing},
    jurisdiction::Kind,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Days for which a statement of no holds.
pub const STATEMENT_VALID_DAYS: i64 = 730;

/// What a row counts as, best first; also what decided an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Yes, confirmed.
    YesConfirmed,
    /// After steps, confirmed.
    AfterStepsConfirmed,
    /// Yes, listed.
    Listed,
    /// After steps, listed.
    AfterStepsListed,
    /// A no that applies.
    No,
    /// Nobody has recorded it, or what is recorded is too old.
    NotRecorded,
    /// Says nothing here.
    Nothing,
}

/// Why a row counts as little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Draft or in review.
    NotPublic,
    /// Another category.
    OtherCategory,
    /// Another place.
    OtherPlace,
    /// Another kind of government.
    OtherKind,
    /// Expired, withdrawn or not yet begun.
    NotInForce,
    /// A no whose entry is stale.
    StaleNo,
    /// A no that no source supports.
    UnsourcedNo,
    /// Known for the wider category only.
    WiderCategory,
    /// A statement of no past its time.
    TooOld,
}

/// The answer as pages say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerWord {
    /// Yes, confirmed.
    YesConfirmed,
    /// Yes, after steps.
    AfterSteps,
    /// Listed, not yet confirmed.
    Listed,
    /// No.
    No,
    /// Not recorded – ask.
    NotRecorded,
}

impl AnswerWord {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            AnswerWord::YesConfirmed => "yes_confirmed",
            AnswerWord::AfterSteps => "after_steps",
            AnswerWord::Listed => "listed",
            AnswerWord::No => "no",
            AnswerWord::NotRecorded => "not_recorded",
        }
    }
}

/// How near a body stands to the asking government; the order in which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The CIO office of its own state.
    OwnCio,
    /// A regional or local body that serves it or what it lies in.
    Serves,
    /// Everybody else.
    Other,
}

/// How an offering's category stands to the one that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryFit {
    /// The same, or one under it.
    Within,
    /// The wider one above it: what it says of the narrower is unknown.
    Wider,
    /// Another.
    Other,
}

/// An offering as a row of an answer.
#[derive(Clone, Copy, Debug)]
pub struct OfferingRow<'a> {
    /// The offering.
    pub id: &'a str,
    /// Its category against the one asked about.
    pub fit: CategoryFit,
    /// How near its provider stands.
    pub provider: Nearness,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// Where it stands with the asking government.
    pub standing: Standing,
    /// How well it is vouched for.
    pub confidence: Confidence,
}

/// A provider's dated answer that it does not offer a category to kinds of government.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatementOfNo {
    /// Name of the record.
    pub id: String,
    /// Who says so.
    pub by: OrganizationId,
    /// About which category.
    pub category: CategoryId,
    /// To which kinds.
    pub kinds: Vec<AudienceWord>,
    /// When.
    pub said_on: NaiveDate,
}

/// A statement as a row of an answer.
#[derive(Clone, Copy, Debug)]
pub struct StatementRow<'a> {
    /// The statement.
    pub statement: &'a StatementOfNo,
    /// Its category against the one asked about.
    pub fit: CategoryFit,
    /// How near its body stands.
    pub by: Nearness,
    /// Whether its body serves the asking government or what it lies in.
    pub serves: bool,
}

/// A row with what it counts as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// Name of the offering or statement.
    pub id: &'a str,
    /// Outcome and confidence of an offering that was judged.
    pub verdict: Option<(Outcome, Confidence)>,
    /// What it counts as.
    pub counts_as: Class,
    /// Why it counts as little.
    pub why: Option<Why>,
    /// Whether it is a statement of no.
    pub is_statement: bool,
    /// How near its body stands.
    pub nearness: Nearness,
    /// The date it bears.
    pub on: NaiveDate,
}

/// The folded answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// The word.
    pub answer: AnswerWord,
    /// The class that decided.
    pub decided_by: Class,
    /// Rows that decide, first in line first.
    pub shown_first: Vec<&'a str>,
    /// Whether the CIO office of the own state is to be asked.
    pub ask: bool,
    /// Every row, offerings before statements, in the order given.
    pub rows: Vec<Row<'a>>,
}

/// Folds rows into an answer. `valid_days`: how long a statement of no holds.
pub fn fold<'a>(
    offerings: &[OfferingRow<'a>],
    statements: &[StatementRow<'a>],
    kinds: &[Kind],
    as_of: NaiveDate,
    valid_days: i64,
) -> Answer<'a> {
    let rows: Vec<Row<'a>> = offerings
        .iter()
        .map(offering_row)
        .chain(
            statements
                .iter()
                .map(|row| statement_row(row, kinds, as_of, valid_days)),
        )
        .collect();
    let no_stands = rows
        .iter()
        .any(|row| row.is_statement && row.counts_as == Class::No)
        || !rows
            .iter()
            .any(|row| !row.is_statement && row.counts_as == Class::NotRecorded);
    let decided_by = rows
        .iter()
        .map(|row| row.counts_as)
        .filter(|class| *class != Class::Nothing && (*class != Class::No || no_stands))
        .min()
        .unwrap_or(Class::NotRecorded);
    let mut first: Vec<&Row<'a>> = rows
        .iter()
        .filter(|row| row.counts_as == decided_by)
        .collect();
    first.sort_by(|a, b| {
        let key = |row: &Row<'a>| (row.nearness, !row.is_statement);
        key(a)
            .cmp(&key(b))
            .then(b.on.cmp(&a.on))
            .then_with(|| a.id.cmp(b.id))
    });
    let shown_first = first.into_iter().map(|row| row.id).collect();
    let answer = match decided_by {
        Class::YesConfirmed => AnswerWord::YesConfirmed,
        Class::AfterStepsConfirmed | Class::AfterStepsListed => AnswerWord::AfterSteps,
        Class::Listed => AnswerWord::Listed,
        Class::No => AnswerWord::No,
        Class::NotRecorded | Class::Nothing => AnswerWord::NotRecorded,
    };
    Answer {
        answer,
        decided_by,
        shown_first,
        ask: answer == AnswerWord::NotRecorded,
        rows,
    }
}

fn offering_row<'a>(row: &OfferingRow<'a>) -> Row<'a> {
    let (counts_as, why) = class_of(row);
    let seen = !matches!(why, Some(Why::NotPublic | Why::OtherCategory));
    Row {
        id: row.id,
        verdict: Some((row.standing.outcome, row.confidence)).filter(|_| seen),
        counts_as,
        why,
        is_statement: false,
        nearness: row.provider,
        on: row.checked_on,
    }
}

fn class_of(row: &OfferingRow<'_>) -> (Class, Option<Why>) {
    let nothing = |why| (Class::Nothing, Some(why));
    let standing = row.standing;
    if standing.not_public {
        return nothing(Why::NotPublic);
    }
    if row.fit == CategoryFit::Other {
        return nothing(Why::OtherCategory);
    }
    if standing.elsewhere && row.provider != Nearness::OwnCio {
        return nothing(Why::OtherPlace);
    }
    if standing.other_kind && row.provider == Nearness::Other {
        return nothing(Why::OtherKind);
    }
    if standing.out_of_force {
        return nothing(Why::NotInForce);
    }
    match (standing.outcome, row.confidence) {
        (Outcome::No, Confidence::Stale) => nothing(Why::StaleNo),
        (Outcome::No, Confidence::Unsourced) => nothing(Why::UnsourcedNo),
        _ if row.fit == CategoryFit::Wider => (Class::NotRecorded, Some(Why::WiderCategory)),
        (Outcome::No, _) => (Class::No, None),
        (Outcome::Unknown, _) | (_, Confidence::Stale | Confidence::Unsourced) => {
            (Class::NotRecorded, None)
        }
        (Outcome::Yes, Confidence::Confirmed) => (Class::YesConfirmed, None),
        (Outcome::Yes, Confidence::Listed) => (Class::Listed, None),
        (Outcome::AfterSteps, Confidence::Confirmed) => (Class::AfterStepsConfirmed, None),
        (Outcome::AfterSteps, Confidence::Listed) => (Class::AfterStepsListed, None),
    }
}

fn statement_row<'a>(
    row: &StatementRow<'a>,
    kinds: &[Kind],
    as_of: NaiveDate,
    valid_days: i64,
) -> Row<'a> {
    let said = row.statement;
    let names = |kind: &Kind| said.kinds.iter().any(|word| word.names(*kind));
    let (counts_as, why) = if row.fit == CategoryFit::Other {
        (Class::Nothing, Some(Why::OtherCategory))
    } else if !row.serves {
        (Class::Nothing, Some(Why::OtherPlace))
    } else if !kinds.iter().any(names) {
        (Class::Nothing, Some(Why::OtherKind))
    } else if (as_of - said.said_on).num_days() > valid_days {
        (Class::NotRecorded, Some(Why::TooOld))
    } else {
        (Class::No, None)
    };
    Row {
        id: &said.id,
        verdict: None,
        counts_as,
        why,
        is_statement: true,
        nearness: row.by,
        on: said.said_on,
    }
}
