//! Worked cases of verdicts and answers: small worlds with a question, in JSON.
//! The format is described with the files in `tests/cases`.

mod answer;
mod result;
mod verdict;
mod world;

use crate::Fault;
use interlocal_catalog::{answer::STATEMENT_VALID_DAYS, eligibility::DEFAULT_REVIEW_DAYS};
use serde::{Deserialize, Serialize};

/// Constants of a file; the built-in defaults where absent.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Constants {
    /// Days after which an entry is stale.
    #[serde(default = "review_days")]
    pub review_days: i64,
    /// Days for which a statement of no holds.
    #[serde(default = "statement_valid_days")]
    pub statement_valid_days: i64,
}

fn review_days() -> i64 {
    DEFAULT_REVIEW_DAYS
}

fn statement_valid_days() -> i64 {
    STATEMENT_VALID_DAYS
}

impl Default for Constants {
    fn default() -> Self {
        Self {
            review_days: review_days(),
            statement_valid_days: statement_valid_days(),
        }
    }
}

/// The outcome of one case: for an answer case an array in question order.
#[derive(Debug, Serialize)]
pub struct CaseResult {
    /// Its number.
    pub n: u64,
    /// Its name.
    pub id: String,
    /// In the shape of the case's `expected`.
    pub result: serde_json::Value,
}

/// Reads one case, a list or a file of cases and answers each, in file order.
/// A fault names the file's line and column, or the case and the field.
pub fn run(file: &str, json: &str) -> Result<Vec<CaseResult>, Fault> {
    let at = |error: serde_json::Error| Fault::json(file, 1, &error);
    if json.trim_start().starts_with('[') {
        let cases: Vec<world::Case> = serde_json::from_str(json).map_err(at)?;
        return cases
            .iter()
            .map(|case| answer_case(file, case, Constants::default()))
            .collect();
    }
    let shape: world::Shape = serde_json::from_str(json).map_err(at)?;
    let constants = shape.constants.unwrap_or_default();
    let cases: Vec<world::Case> = if shape.verdict_cases.is_some() || shape.answer_cases.is_some() {
        let read: world::CaseFile = serde_json::from_str(json).map_err(at)?;
        let verdicts = read.verdict_cases.into_iter();
        if verdicts_come_first(json) {
            verdicts.chain(read.answer_cases).collect()
        } else {
            read.answer_cases.into_iter().chain(verdicts).collect()
        }
    } else {
        vec![serde_json::from_str(json).map_err(at)?]
    };
    cases
        .iter()
        .map(|case| answer_case(file, case, constants))
        .collect()
}

fn answer_case(file: &str, case: &world::Case, constants: Constants) -> Result<CaseResult, Fault> {
    let fault = |message| Fault {
        file: file.to_owned(),
        line: 1,
        column: 1,
        message: format!("case {} ({}): {message}", case.n, case.id),
    };
    let result = match (&case.question, &case.questions) {
        (Some(question), None) => verdict::result(case, question, constants),
        (None, Some(questions)) => answer::results(case, questions, constants),
        (Some(_), Some(_)) => Err("has both question and questions; keep one".to_owned()),
        (None, None) => Err("has neither question nor questions; add one".to_owned()),
    };
    Ok(CaseResult {
        n: case.n,
        id: case.id.clone(),
        result: result.map_err(fault)?,
    })
}

/// Whether the verdict cases stand before the answer cases in the text.
fn verdicts_come_first(json: &str) -> bool {
    match (
        json.find("\"verdict_cases\""),
        json.find("\"answer_cases\""),
    ) {
        (Some(verdicts), Some(answers)) => verdicts < answers,
        _ => true,
    }
}
