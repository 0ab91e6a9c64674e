//! Every worked example of a cost comes out exactly.

use interlocal_catalog::{
    Decimal,
    cost::{Asked, Quantities, Quantity, Years, cost, shown},
    offering::Content,
    price::Unit,
};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../../tests/cases/cost_cases.json");

/// An offering with nothing but what its costs need.
pub fn content(offering: &Value) -> Content {
    let mut base = json!({
        "slug": "a", "title": "A", "kind": "contract", "category": "gis", "provider": "b",
        "summary": "", "cost_model": "contract_pricing", "states": [], "source": "public_source",
        "checked_on": "2026-11-22", "review_days": 180, "rules": offering["rules"],
    });
    base["cost_model"] = offering["cost_model"].clone();
    base["details"] = json!({"prices": offering["prices"], "fees": offering["fees"]});
    serde_json::from_value(base).expect("an offering")
}

fn number(value: &Value) -> Decimal {
    let text = value.as_str().expect("a decimal as text");
    text.parse().expect("a decimal")
}

fn asked(case: &Value) -> Asked {
    let mut quantities = Quantities::default();
    for (word, value) in case["quantities"].as_object().expect("quantities") {
        let unit = Unit::of(word).expect("a unit");
        let quantity = match value.get("per") {
            Some(per) => {
                let base = per.as_str().and_then(Unit::of).expect("a unit");
                Quantity::Per(number(&value["times"]), base)
            }
            None => Quantity::Of(number(value)),
        };
        quantities = quantities.with(unit, quantity);
    }
    let places = |lines: &Vec<Value>| {
        let places = lines.iter().map(|line| line.as_u64().expect("a place"));
        places.map(|place| place as usize).collect()
    };
    Asked {
        quantities,
        population: case["population"].as_u64(),
        years: Years::new(case["years"].as_u64().expect("years") as u8).expect("1 to 10"),
        lines: case["lines"].as_array().map(places),
    }
}

#[test]
fn every_worked_example_of_a_cost_comes_out_exactly() {
    let file: Value = serde_json::from_str(FILE).expect("JSON");
    let cases = file["cases"].as_array().expect("cases");
    assert!(cases.len() >= 30);
    for case in cases {
        let id = &case["id"];
        let found = cost(
            &content(&case["offering"]),
            case["asked"]["way_in"].as_str(),
            &asked(&case["asked"]),
        );
        let expected = &case["expected"];
        let written: Value = serde_json::to_value(&found).expect("JSON");
        assert_eq!(written["standing"], expected["standing"], "{id}");
        let kinds: Vec<&Value> = written["missing"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|fact| &fact["kind"])
            .collect();
        assert_eq!(json!(kinds), expected["missing"], "{id}");
        let totals = written["totals"].as_array().expect("a list");
        let wanted = expected["totals"].as_array().expect("a list");
        assert_eq!(totals.len(), wanted.len(), "{id}");
        for (total, wanted) in totals.iter().zip(wanted) {
            assert_eq!(total["currency"], wanted["currency"], "{id}");
            for figure in ["one_time", "yearly", "first_year", "further_year", "total"] {
                let (got, want) = (number(&total[figure]), number(&wanted[figure]));
                assert_eq!(got, want, "{id}: {figure}");
            }
        }
        if let Some(text) = expected["shown"].as_str() {
            let total = found.total().expect("a whole cost");
            assert_eq!(shown(total.total, total.currency), text, "{id}");
        }
    }
}
