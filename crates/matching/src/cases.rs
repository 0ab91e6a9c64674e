//! The wire form of worked cases: one case, or a file of many, read, matched
//! and written as results.

use crate::{
    candidate::{Candidate, Seeker},
    model::Model,
    need::Need,
    null_as_absent::null_as_absent,
    rank::rank,
    result::MatchResult,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;

/// A file of cases.
#[derive(Clone, Debug, Deserialize)]
pub struct CaseFile {
    /// The date for every case without its own.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// The model for every case without its own; none for the built-in one.
    #[serde(default)]
    pub model: Option<Model>,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case: a seeker, a need, and who is in the directory.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// Its number or name, repeated in the answer.
    #[serde(default)]
    pub n: Value,
    /// The date, where the file has none.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// The model, where it is not that of the file.
    #[serde(default)]
    pub model: Option<Model>,
    /// Who asks.
    pub seeker: Seeker,
    /// What is asked.
    pub need: Need,
    /// Who is in the directory.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub candidates: Vec<Candidate>,
}

/// The answer to one case.
#[derive(Clone, Debug, Serialize)]
pub struct CaseResult {
    /// The number or name of the case.
    pub n: Value,
    /// What the match answers.
    pub result: MatchResult,
}

/// Why a file of cases cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The text is not JSON; says line and column.
    #[error("not JSON: {0}")]
    Json(serde_json::Error),
    /// A field is missing or of the wrong form; says which one, line and column.
    #[error("{path}: {error}")]
    Field {
        /// Where: `cases[0].seeker.pop`.
        path: String,
        /// What, with line and column.
        error: serde_json::Error,
    },
    /// Neither the file nor the case says on which date.
    #[error(
        "as_of is missing{0}: the ranking has no clock; give the date as \"as_of\": \"YYYY-MM-DD\""
    )]
    NoDate(String),
    /// Two candidates of a case have one id.
    #[error("candidates: the id “{0}” stands twice{1}")]
    Twice(String, String),
    /// The answer could not be written.
    #[error("the answer could not be written: {0}")]
    Write(serde_json::Error),
}

/// Reads one case or a file of many, matches each, and returns a JSON array of
/// `{n, result}` in the order of the file.
pub fn run_cases(json: &str) -> Result<String, CaseError> {
    let file = read_cases(json)?;
    let built_in = Model::default();
    let mut answers = Vec::with_capacity(file.cases.len());
    for case in &file.cases {
        let where_ = name_of(case);
        let as_of = case.as_of.or(file.as_of);
        let as_of = as_of.ok_or_else(|| CaseError::NoDate(where_.clone()))?;
        if let Some(id) = twice(&case.candidates) {
            return Err(CaseError::Twice(id, where_));
        }
        let model = case.model.as_ref().or(file.model.as_ref());
        let model = model.unwrap_or(&built_in);
        let ranking = rank(model, &case.seeker, &case.need, &case.candidates, as_of);
        answers.push(CaseResult {
            n: case.n.clone(),
            result: ranking.result(usize::MAX),
        });
    }
    serde_json::to_string_pretty(&answers).map_err(CaseError::Write)
}

/// Reads one case, `{as_of, seeker, need, candidates}`, or a file of many,
/// `{as_of, model, cases: […]}`.
pub fn read_cases(json: &str) -> Result<CaseFile, CaseError> {
    let json = json.trim_start_matches('\u{feff}');
    let whole: Value = serde_json::from_str(json).map_err(CaseError::Json)?;
    if whole.get("cases").is_some() {
        return read(json);
    }
    let case: Case = read(json)?;
    Ok(CaseFile {
        as_of: None,
        model: None,
        cases: vec![case],
    })
}

fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, CaseError> {
    let reader = &mut serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(reader).map_err(|error| CaseError::Field {
        path: match error.path().to_string() {
            root if root == "." => "case file".to_owned(),
            path => path,
        },
        error: error.into_inner(),
    })
}

/// ` in case 3`
fn name_of(case: &Case) -> String {
    match &case.n {
        Value::Null => String::new(),
        Value::String(name) => format!(" in case {name}"),
        number => format!(" in case {number}"),
    }
}

fn twice(candidates: &[Candidate]) -> Option<String> {
    let mut seen = HashSet::new();
    let again = candidates
        .iter()
        .find(|candidate| !seen.insert(&candidate.id));
    again.map(|candidate| candidate.id.to_string())
}
