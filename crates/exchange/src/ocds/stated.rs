//! What a release states, as a release of 1.1 may state it: fields of the standard with
//! the shape that it gives them, every other field as it stands. Names of persons and
//! how to reach them are left out.

use super::fields::OWN;
use crate::{json::number, web::is_address};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde_json::{Map, Value, json};

/// Whom one reaches; a file of the field may name persons there.
pub(super) const PERSONS: [&str; 2] = ["contactPoint", "additionalContactPoints"];
/// Lists whose objects must have an id.
pub(super) const WITH_ID: [&str; 7] = [
    "parties",
    "items",
    "documents",
    "milestones",
    "awards",
    "contracts",
    "transactions",
];

/// Currencies of OCDS 1.1.5, by their codes of ISO 4217.
const CURRENCIES: &str = include_str!("currencies.txt");

/// Whether the standard knows a code of a currency.
pub fn is_currency(code: &str) -> bool {
    CURRENCIES.split_whitespace().any(|known| known == code)
}

/// How a field of the standard looks.
pub(super) enum Shape {
    Text,
    Word(&'static [&'static str]),
    Id,
    Moment,
    Number,
    Whole,
    Flag,
    Currency,
    Address,
    Words,
    Thing,
    Things,
    /// Not one of the standard, or free in it.
    Any,
}

/// The release with what it may state.
pub fn stated(release: &Value) -> Value {
    within("", release).unwrap_or_else(|| json!({}))
}

pub(super) fn shape(parent: &str, name: &str) -> Shape {
    match name {
        "id" | "awardID" | "projectID" => Shape::Id,
        "status" => match parent {
            "tender" => Shape::Word(&[
                "planning",
                "planned",
                "active",
                "cancelled",
                "unsuccessful",
                "complete",
                "withdrawn",
            ]),
            "awards" => Shape::Word(&["pending", "active", "cancelled", "unsuccessful"]),
            "contracts" => Shape::Word(&["pending", "active", "cancelled", "terminated"]),
            "milestones" => Shape::Word(&["scheduled", "met", "notMet", "partiallyMet"]),
            _ => Shape::Any,
        },
        "initiationType" => Shape::Word(&["tender"]),
        "procurementMethod" => Shape::Word(&["open", "selective", "limited", "direct"]),
        "mainProcurementCategory" => Shape::Word(&["goods", "works", "services"]),
        "currency" => Shape::Currency,
        "date" | "dateMet" | "dateModified" | "datePublished" | "dateSigned" | "dueDate"
        | "startDate" | "endDate" | "maxExtentDate" => Shape::Moment,
        "amount" if ["budget", "transactions"].contains(&parent) => Shape::Thing,
        "amount" | "quantity" => Shape::Number,
        "durationInDays" | "numberOfTenderers" => Shape::Whole,
        "hasEnquiries" => Shape::Flag,
        "uri" | "url" | "source" => Shape::Address,
        "additionalProcurementCategories"
        | "submissionMethod"
        | "roles"
        | "relationship"
        | "tag" => Shape::Words,
        "title"
        | "description"
        | "awardCriteria"
        | "awardCriteriaDetails"
        | "code"
        | "countryName"
        | "documentType"
        | "eligibilityCriteria"
        | "format"
        | "language"
        | "legalName"
        | "locality"
        | "name"
        | "ocid"
        | "postalCode"
        | "procurementMethodDetails"
        | "procurementMethodRationale"
        | "project"
        | "rationale"
        | "region"
        | "releaseID"
        | "amendsReleaseID"
        | "scheme"
        | "streetAddress"
        | "submissionMethodDetails"
        | "type" => Shape::Text,
        "identifier" if parent == "relatedProcesses" => Shape::Text,
        "identifier"
        | "address"
        | "awardPeriod"
        | "budget"
        | "buyer"
        | "classification"
        | "contractPeriod"
        | "enquiryPeriod"
        | "implementation"
        | "minValue"
        | "payee"
        | "payer"
        | "period"
        | "planning"
        | "procuringEntity"
        | "providerOrganization"
        | "receiverOrganization"
        | "tender"
        | "tenderPeriod"
        | "unit"
        | "value"
        | "amendment" => Shape::Thing,
        "additionalClassifications"
        | "additionalIdentifiers"
        | "amendments"
        | "awards"
        | "contracts"
        | "documents"
        | "items"
        | "milestones"
        | "parties"
        | "relatedProcesses"
        | "suppliers"
        | "tenderers"
        | "transactions" => Shape::Things,
        _ => Shape::Any,
    }
}

/// An object of the standard, with what it may state.
fn within(parent: &str, value: &Value) -> Option<Value> {
    let fields = value.as_object()?;
    let mut said = Map::new();
    for (name, value) in fields {
        if value.is_null() || name == OWN || PERSONS.contains(&name.as_str()) {
            continue;
        }
        if let Some(value) = fitting(parent, name, value) {
            said.insert(name.clone(), value);
        }
    }
    (!said.is_empty()).then_some(Value::Object(said))
}

pub(super) fn fitting(parent: &str, name: &str, value: &Value) -> Option<Value> {
    match shape(parent, name) {
        Shape::Any => Some(value.clone()),
        Shape::Text => text(value),
        Shape::Word(known) => text(value).filter(|word| known.iter().any(|one| word == one)),
        Shape::Id => match value {
            Value::Number(number) => Some(json!(number.to_string())),
            other => text(other),
        },
        Shape::Moment => moment(value.as_str()?, name == "endDate"),
        Shape::Number => number(value),
        Shape::Whole => number(value).and_then(|one| one.as_i64().map(Value::from)),
        Shape::Flag => value.as_bool().map(Value::from),
        Shape::Currency => text(value).filter(|word| word.as_str().is_some_and(is_currency)),
        Shape::Address => text(value).filter(|one| one.as_str().is_some_and(is_address)),
        Shape::Words => {
            // One word alone is a list of one.
            let words = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            once_each(words.iter().filter_map(text))
        }
        Shape::Thing => within(name, value),
        Shape::Things => {
            let things = value.as_array()?.iter();
            let things = things.filter_map(|one| within(name, one));
            once_each(things.filter(|one| !WITH_ID.contains(&name) || one.get("id").is_some()))
        }
    }
}

/// A list that says nothing twice; none where it says nothing.
fn once_each(values: impl Iterator<Item = Value>) -> Option<Value> {
    let mut list: Vec<Value> = Vec::new();
    for value in values {
        if !list.contains(&value) {
            list.push(value);
        }
    }
    (!list.is_empty()).then_some(Value::Array(list))
}

fn text(value: &Value) -> Option<Value> {
    let words = value.as_str()?;
    (!words.trim().is_empty()).then(|| json!(words))
}

/// A moment with its zone; a day alone is its first or its last second.
fn moment(words: &str, is_end: bool) -> Option<Value> {
    let words = words.trim();
    if DateTime::parse_from_rfc3339(words).is_ok() {
        return Some(json!(words));
    }
    if words.parse::<NaiveDateTime>().is_ok() {
        return Some(json!(format!("{words}Z")));
    }
    words.parse::<NaiveDate>().ok()?;
    let time = if is_end { "23:59:59" } else { "00:00:00" };
    Some(json!(format!("{words}T{time}Z")))
}

#[cfg(test)]
mod tests {
    use super::stated;
    use serde_json::{Value, json};

    fn check(release: Value, expect: Value) {
        assert_eq!(stated(&release), expect);
    }

    fn number(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_number_keeps_its_digits_also_where_it_was_text() {
        let amounts = |all: &[Value]| {
            let awards = all.iter().enumerate();
            let awards =
                awards.map(|(id, one)| json!({"id": id.to_string(), "value": {"amount": one}}));
            json!({"awards": awards.collect::<Vec<_>>()})
        };
        check(
            amounts(&[
                json!("12345678901234567.89"),
                json!("1,000.10"),
                number("1.10"),
            ]),
            amounts(&["12345678901234567.89", "1000.10", "1.10"].map(number)),
        );
    }

    #[test]
    fn what_the_standard_knows_has_its_shape_and_the_rest_stands_as_it_was() {
        check(
            json!({
                "dncpCode": {"any": [1, null]},
                "tender": {
                    "id": 7, "title": "  ", "status": "open",
                    "value": {"amount": "12.50", "currency": "PYG"},
                    "lots": [{"id": 1, "value": {"amount": 3}, "contractPeriod": {"durationInDays": 9}}],
                    "items": [{"id": 1, "relatedLot": 1}, {"description": "no id"}],
                },
            }),
            json!({
                "dncpCode": {"any": [1, null]},
                "tender": {
                    "id": "7",
                    "value": {"amount": number("12.50"), "currency": "PYG"},
                    "lots": [{"id": 1, "value": {"amount": 3}, "contractPeriod": {"durationInDays": 9}}],
                    "items": [{"id": "1", "relatedLot": 1}],
                },
            }),
        );
    }

    #[test]
    fn days_are_moments_and_what_names_none_is_left_out() {
        let period = |start: &str, end: &str| json!({"awards": [{"id": "a", "contractPeriod": {"startDate": start, "endDate": end}}]});
        check(
            period("2026-01-01", "2026-12-31"),
            period("2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z"),
        );
        check(
            period("soon", "2026-12-31T23:59:59+01:00"),
            json!({"awards": [{"id": "a", "contractPeriod": {"endDate": "2026-12-31T23:59:59+01:00"}}]}),
        );
    }

    #[test]
    fn persons_and_what_is_the_portals_own_are_left_out() {
        check(
            json!({
                "interlocalAccess": {"edition": 1},
                "parties": [{"id": 3, "name": "A", "contactPoint": {"name": "P"}}],
                "awards": [{"id": "a", "suppliers": [{"id": 3, "name": "A"}, {"id": 3, "name": "A"}]}],
            }),
            json!({
                "parties": [{"id": "3", "name": "A"}],
                "awards": [{"id": "a", "suppliers": [{"id": "3", "name": "A"}]}],
            }),
        );
    }
}
