//! One case in the wire form, plain but for what a test changes in it.

use interlocal_matching::cases::run_cases;
use serde_json::{Value, json};

/// Lays fields over an object.
pub fn with(mut object: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().expect("fields") {
        object[name] = value.clone();
    }
    object
}

/// A plain record that passes every gate.
pub fn record(fields: Value) -> Value {
    let plain = json!({
        "id": "r", "relation": "offers", "visibility": "public", "status": "active",
        "source": "confirmed_by_body", "confirmed_on": "2026-03-02", "willing": "accepting_now",
        "eligible": {"levels": ["municipality"], "states": ["XA"]},
    });
    with(plain, fields)
}

/// A plain body of the seeker's state with these records.
pub fn body(id: &str, fields: Value, records: &[Value]) -> Value {
    let plain = json!({
        "id": id, "name": format!("Body {id}"), "level": "county", "state": "XA", "pop": 20_000,
        "records": records,
    });
    with(plain, fields)
}

/// The result for these bodies; the seeker is a city of 20,000 in XA.
pub fn result(need: Value, bodies: &[Value]) -> Value {
    result_for(json!({}), need, bodies)
}

/// The result for another seeker.
pub fn result_for(seeker: Value, need: Value, bodies: &[Value]) -> Value {
    let seeker_plain = json!({
        "id": "s", "name": "City of S", "level": "municipality", "state": "XA", "pop": 20_000,
    });
    let need_plain = json!({"category": "backup", "label": "backup", "intent": "obtain"});
    let case = json!({
        "as_of": "2026-03-02", "n": 1, "seeker": with(seeker_plain, seeker),
        "need": with(need_plain, need), "candidates": bodies,
    });
    let written = run_cases(&case.to_string()).expect("well formed");
    let answers: Value = serde_json::from_str(&written).expect("JSON");
    answers[0]["result"].clone()
}
