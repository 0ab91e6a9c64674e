//! Names that stand twice in an object: which of the two values is meant nobody can know.

use super::plain::below;
use interlocal_portal::FieldFault;
use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use std::{collections::HashSet, fmt};

/// A fault for each name that stands twice in one object; none where the text is no JSON.
pub(super) fn twice(bytes: &[u8]) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let walk = Walk {
        place: String::new(),
        faults: &mut faults,
    };
    match walk.deserialize(&mut json) {
        Ok(()) => faults,
        Err(_) => Vec::new(),
    }
}

struct Walk<'a> {
    place: String,
    faults: &'a mut Vec<FieldFault>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            let place = below(&self.place, &name);
            map.next_value_seed(Walk {
                place: place.clone(),
                faults: &mut *self.faults,
            })?;
            if !names.insert(name) && !self.faults.iter().any(|fault| fault.field == place) {
                self.faults.push(FieldFault {
                    field: place,
                    message: "stands there twice; say it once".to_owned(),
                });
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut at = 0;
        while list
            .next_element_seed(Walk {
                place: format!("{}/{at}", self.place),
                faults: &mut *self.faults,
            })?
            .is_some()
        {
            at += 1;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::twice;

    #[test]
    fn a_name_that_stands_twice_is_a_fault_at_its_place() {
        let places = |json: &str| -> Vec<String> {
            let faults = twice(json.as_bytes()).into_iter();
            faults.map(|fault| fault.field).collect()
        };
        assert_eq!(places(r#"{"a": 1, "b": {"a": 1.5e400}}"#), [""; 0]);
        assert_eq!(places(r#"{"a": 1, "a": 2, "a": 3}"#), ["/a"]);
        assert_eq!(
            places(r#"{"list": [{}, {"x/y": null, "x/y": "t"}], "list": []}"#),
            ["/list/1/x~1y", "/list"]
        );
        assert_eq!(places(r#"{"a": 1, "a": "#), [""; 0]);
    }
}
