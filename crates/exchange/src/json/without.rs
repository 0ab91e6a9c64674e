//! A value without some of its fields, however deep they lie.

use serde_json::{Map, Value};

/// The value without the fields that are left out.
pub fn without(value: &Value, is_left_out: &dyn Fn(&str) -> bool) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| !is_left_out(name));
            let kept = kept.map(|(name, value)| (name.clone(), without(value, is_left_out)));
            Value::Object(kept.collect::<Map<String, Value>>())
        }
        Value::Array(entries) => entries
            .iter()
            .map(|entry| without(entry, is_left_out))
            .collect(),
        other => other.clone(),
    }
}
