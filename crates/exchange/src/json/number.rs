//! Numbers of the field, which are text as often as not.

use crate::amount::amount;
use serde_json::{Number, Value};

/// A number, also one that was written as text, with the digits that it has there.
pub fn number(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => Some(Value::Number(number.clone())),
        Value::String(words) => {
            let written: Option<Number> = words.trim().parse().ok();
            let read = || amount(words)?.to_string().parse().ok();
            written.or_else(read).map(Value::Number)
        }
        _ => None,
    }
}
