//! The canonical form of JSON: the same content is the same bytes, whoever writes it.
//! RFC 8785 with one rule more: a number that is no whole number is written as text.

use serde_json::{Number, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The canonical text of a value: keys sorted, no white space, fractions as text.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

/// SHA-256 of a text, in lower-case hex.
pub fn sha256(text: &str) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null | Value::Bool(_) => out.push_str(&value.to_string()),
        Value::Number(number) if number.is_i64() || number.is_u64() => {
            out.push_str(&number.to_string());
        }
        Value::Number(number) => text(&fraction(number), out),
        Value::String(words) => text(words, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<u16>>());
            out.push('{');
            for (index, (name, value)) in fields.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                text(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// A fraction in the fewest digits that mean it, however it was written.
fn fraction(number: &Number) -> String {
    let shortest = number.as_f64().and_then(Number::from_f64);
    shortest.as_ref().unwrap_or(number).to_string()
}

fn text(words: &str, out: &mut String) {
    out.push_str(&Value::String(words.to_owned()).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(json: &str, expect: &str) {
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(canonical(&value), expect);
    }

    #[test]
    fn the_same_content_is_the_same_text() {
        check(
            " { \"b\" : [ 1 , 2 ] , \"a\" : null } ",
            "{\"a\":null,\"b\":[1,2]}",
        );
        check("{\"a\":{\"z\":1,\"y\":2}}", "{\"a\":{\"y\":2,\"z\":1}}");
        check("\"\\u0041\\/\\n\\u001f\\u00e9\"", "\"A/\\n\\u001fé\"");
        check("{\"𝒳\":1,\"ﬀ\":2}", "{\"𝒳\":1,\"ﬀ\":2}");
    }

    #[test]
    fn a_fraction_is_written_as_text() {
        check("[1.50, 40.0, -7, 1]", "[\"1.5\",\"40.0\",-7,1]");
        check("[4.00e1, 0.500]", "[\"40.0\",\"0.5\"]");
    }

    #[test]
    fn a_hash_is_the_known_one() {
        assert_eq!(
            sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    proptest! {
        #[test]
        fn what_is_canonical_stays_as_it_is(words in "\\PC*", number in any::<f64>(), whole in any::<i64>()) {
            let value = serde_json::json!({"w": words, "n": [number, whole], "a": {"b": true}});
            let once = canonical(&value);
            let again: Value = serde_json::from_str(&once).unwrap();
            prop_assert_eq!(canonical(&again), once);
        }
    }
}
