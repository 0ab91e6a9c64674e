//! JSON of which every letter counts: a key stands once, and numbers are whole. What
//! other readers would pass over in silence is refused.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::fmt;

/// A value that was read so.
pub(super) struct Exact(pub Value);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Exact)
    }
}

/// The name under which the reader of JSON hands over a number that is not whole.
const NUMBER: &str = "$serde_json::private::Number";

fn no_whole(number: impl fmt::Display) -> String {
    format!("{number} is no whole number, and a memo writes others as text")
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Err(E::custom(no_whole(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(Exact(item)) = items.next_element()? {
            out.push(item);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut out = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if name == NUMBER {
                let number: String = fields.next_value()?;
                return Err(A::Error::custom(no_whole(number)));
            }
            let Exact(value) = fields.next_value()?;
            if out.contains_key(&name) {
                return Err(A::Error::custom(format!(
                    "“{name}” stands twice in one object"
                )));
            }
            out.insert(name, value);
        }
        Ok(Value::Object(out))
    }
}
