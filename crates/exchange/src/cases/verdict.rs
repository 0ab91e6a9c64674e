//! A verdict case: one government, one offering.

use super::{
    Constants, result,
    world::{Case, Question},
};
use interlocal_catalog::eligibility::{Judgement, Records, Verdict, judge};
use serde_json::{Value, json};

/// The verdict that a case asks for.
pub(super) fn judged(
    case: &Case,
    question: &Question,
    constants: Constants,
) -> Result<Verdict, String> {
    let asker = case.asker(&question.jurisdiction)?;
    let offering = case.offering(&question.offering)?;
    let records = Records::new(case.participations.iter().cloned());
    let at = Judgement {
        asker: &asker,
        records: &records,
        as_of: case.as_of,
    };
    let review_days = case.review_days(&offering.category, constants);
    Ok(judge(
        &offering.terms(),
        &offering.provider,
        at,
        review_days,
    ))
}

pub(super) fn result(
    case: &Case,
    question: &Question,
    constants: Constants,
) -> Result<Value, String> {
    let verdict = judged(case, question, constants)?;
    Ok(json!({
        "verdict": verdict.outcome,
        "confidence": verdict.confidence,
        "rule": verdict.rule,
        "links": result::links(&verdict.chain),
    }))
}
