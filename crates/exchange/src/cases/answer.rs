//! An answer case: questions of a jurisdiction and a category each.

use super::{
    Constants,
    verdict::judged,
    world::{AnswerQuestion, Case, Organization, Question, Role},
};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId,
    answer::{Answer, CategoryFit, Nearness, OfferingRow, Row, StatementRow, fold},
    eligibility::Asker,
    organization::Level,
};
use serde_json::{Map, Value, json};

pub(super) fn results(
    case: &Case,
    questions: &[AnswerQuestion],
    constants: Constants,
) -> Result<Value, String> {
    questions
        .iter()
        .map(|question| answered(case, question, constants))
        .collect::<Result<Vec<Value>, String>>()
        .map(Value::Array)
}

fn answered(case: &Case, asked: &AnswerQuestion, constants: Constants) -> Result<Value, String> {
    let asker = case.asker(&asked.jurisdiction)?;
    let offerings = case
        .offerings
        .iter()
        .map(|offering| {
            let jurisdiction = asked.jurisdiction.clone();
            let question = Question {
                jurisdiction,
                offering: offering.id.clone(),
            };
            let verdict = judged(case, &question, constants)?;
            Ok(OfferingRow {
                id: offering.id.as_str(),
                fit: fit(&offering.category, &asked.category),
                provider: nearness(case, &offering.provider, &asker),
                checked_on: offering.checked_on,
                standing: verdict.standing(),
                confidence: verdict.confidence,
            })
        })
        .collect::<Result<Vec<OfferingRow<'_>>, String>>()?;
    let statements: Vec<StatementRow<'_>> = case
        .statements_of_no
        .iter()
        .map(|statement| StatementRow {
            fit: fit(&statement.category, &asked.category),
            by: nearness(case, &statement.by, &asker),
            serves: organization(case, &statement.by).is_some_and(|body| serves(body, &asker)),
            statement,
        })
        .collect();
    let answer = fold(
        &offerings,
        &statements,
        &asker.own().kinds,
        case.as_of,
        constants.statement_valid_days,
    );
    Ok(result(case, &asker, &answer))
}

fn result(case: &Case, asker: &Asker, answer: &Answer<'_>) -> Value {
    let mut result = Map::new();
    result.insert("answer".to_owned(), json!(answer.answer));
    result.insert("decided_by".to_owned(), json!(answer.decided_by));
    result.insert("shown_first".to_owned(), json!(answer.shown_first));
    if answer.ask {
        result.insert(
            "ask".to_owned(),
            json!(own_cio(case, asker).map(|body| &body.id)),
        );
    }
    result.insert("rows".to_owned(), answer.rows.iter().map(row).collect());
    Value::Object(result)
}

fn row(row: &Row<'_>) -> Value {
    let mut result = Map::new();
    result.insert("id".to_owned(), json!(row.id));
    if let Some((outcome, confidence)) = row.verdict {
        result.insert("verdict".to_owned(), json!(outcome));
        result.insert("confidence".to_owned(), json!(confidence));
    }
    if let Some(why) = row.why {
        result.insert("why".to_owned(), json!(why));
    }
    result.insert("counts_as".to_owned(), json!(row.counts_as));
    Value::Object(result)
}

/// Cases know one level of categories.
fn fit(category: &CategoryId, asked: &CategoryId) -> CategoryFit {
    if category == asked {
        CategoryFit::Within
    } else {
        CategoryFit::Other
    }
}

fn organization<'a>(case: &'a Case, id: &OrganizationId) -> Option<&'a Organization> {
    case.organizations.iter().find(|body| body.id == *id)
}

fn serves(body: &Organization, asker: &Asker) -> bool {
    body.serves
        .iter()
        .any(|place: &PlaceId| asker.places.contains(place))
}

fn own_cio<'a>(case: &'a Case, asker: &Asker) -> Option<&'a Organization> {
    let head = asker.bodies.last()?;
    case.organizations.iter().find(|body| {
        body.role == Some(Role::StateCio)
            && body.of.as_ref().is_some_and(|of| head.rows.contains(of))
    })
}

fn nearness(case: &Case, id: &OrganizationId, asker: &Asker) -> Nearness {
    if own_cio(case, asker).is_some_and(|cio| cio.id == *id) {
        return Nearness::OwnCio;
    }
    match organization(case, id) {
        Some(body) if body.level != Level::State && serves(body, asker) => Nearness::Serves,
        _ => Nearness::Other,
    }
}
