//! Versioned releases: every field holds the values that it ever had.

use serde_json::{Map, Value};

/// Whether the value of a field is a list of versions.
fn versions(value: &Value) -> Option<&Vec<Value>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    let marks = ["releaseID", "releaseDate", "releaseTag", "value"];
    let all = list
        .iter()
        .all(|one| marks.iter().all(|mark| one.get(mark).is_some()));
    all.then_some(list)
}

/// Whether a release is a versioned one.
pub fn is_versioned(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(is_versioned),
        Value::Array(list) => versions(value).is_some() || list.iter().any(is_versioned),
        _ => false,
    }
}

/// What it says now: the last version of each field.
pub fn latest(value: &Value) -> Value {
    if let Some(list) = versions(value) {
        return list
            .last()
            .and_then(|last| last.get("value"))
            .cloned()
            .unwrap_or_default();
    }
    match value {
        Value::Object(fields) => {
            let now = fields
                .iter()
                .map(|(name, value)| (name.clone(), latest(value)));
            Value::Object(
                now.filter(|(_, value)| !value.is_null())
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(list) => Value::Array(list.iter().map(latest).collect()),
        other => other.clone(),
    }
}
