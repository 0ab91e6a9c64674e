//! Every worked case of verdicts and answers comes out exactly.

use interlocal_exchange::cases::run;
use serde_json::Value;

const FILE: &str = include_str!("../../../tests/cases/verdict_cases.json");

#[test]
fn every_verdict_and_answer_case_comes_out_exactly() {
    let file: Value = serde_json::from_str(FILE).unwrap();
    let expected: Vec<Value> = file["verdict_cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["expected"].clone())
        .chain(file["answer_cases"].as_array().unwrap().iter().map(|case| {
            let questions = case["questions"].as_array().unwrap();
            questions
                .iter()
                .map(|question| question["expected"].clone())
                .collect()
        }))
        .collect();
    let results = run("verdict_cases.json", FILE).unwrap();
    assert_eq!(results.len(), expected.len());
    assert_eq!(expected.len(), 43);
    for (result, expected) in results.iter().zip(expected) {
        assert_eq!(result.result, expected, "case {} {}", result.n, result.id);
    }
}

#[test]
fn one_case_alone_is_read_as_well() {
    let file: Value = serde_json::from_str(FILE).unwrap();
    let one = run("case.json", &file["answer_cases"][4].to_string()).unwrap();
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].result[1]["answer"], "not_recorded");
}

#[test]
fn a_fault_names_line_and_column_or_the_case_and_the_field() {
    let syntax = run("case.json", "{\n  \"n\": 1,\n  oops\n}").unwrap_err();
    assert_eq!((syntax.line, syntax.column), (3, 3));
    let missing = run("case.json", "{\"n\": 1, \"id\": \"x\"}").unwrap_err();
    assert!(missing.message.contains("as_of"), "{missing}");
    let nothing = run("case.json", r#"{"n": 1, "id": "x", "as_of": "2026-01-01"}"#).unwrap_err();
    assert!(nothing.message.contains("question"), "{nothing}");
}
