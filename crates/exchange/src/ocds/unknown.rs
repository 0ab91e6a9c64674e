//! Fields of a release that neither the standard nor a known extension has: what is
//! left of it when everything known is taken out, and how that is put into another one.

use super::fields::{OWN, is_known};
use serde_json::{Map, Value};

/// What tells the objects of a list apart, or must stand in them.
const NAMED_BY: [&str; 2] = ["id", "awardID"];

/// What is left of a value without known fields, each at its place; none where nothing
/// is left. Objects of a list keep what names them.
pub fn unknown(value: &Value) -> Option<Value> {
    match value {
        Value::Object(fields) => {
            let mut left = Map::new();
            for (name, value) in fields.iter().filter(|(name, _)| *name != OWN) {
                if !is_known(name) {
                    left.insert(name.clone(), value.clone());
                } else if let Some(inside) = unknown(value).and_then(|all| fitting(name, all)) {
                    left.insert(name.clone(), inside);
                }
            }
            (!left.is_empty()).then_some(Value::Object(left))
        }
        Value::Array(entries) => {
            let left: Vec<Value> = entries
                .iter()
                .filter_map(|entry| {
                    let mut left = unknown(entry)?;
                    for name in NAMED_BY {
                        let own = entry
                            .get(name)
                            .filter(|own| own.is_string() || own.is_i64());
                        if let Some(own) = own {
                            left[name] = own.clone();
                        }
                    }
                    left.get("id").is_some().then_some(left)
                })
                .collect();
            (!left.is_empty()).then_some(Value::Array(left))
        }
        _ => None,
    }
}

/// Without the objects that would have to name more than they do.
fn fitting(list: &str, mut all: Value) -> Option<Value> {
    if let Value::Array(entries) = &mut all {
        entries.retain(|entry| match list {
            "parties" | "relatedProcesses" => entry["id"].is_string(),
            "contracts" => entry.get("awardID").is_some(),
            _ => true,
        });
        if entries.is_empty() {
            return None;
        }
    }
    Some(all)
}

/// Adds fields to a value; what stands there stays.
pub fn add(to: &mut Value, more: Value) {
    match (to, more) {
        (Value::Object(to), Value::Object(more)) => {
            for (name, value) in more {
                match to.get_mut(&name) {
                    Some(there) => add(there, value),
                    None => {
                        to.insert(name, value);
                    }
                }
            }
        }
        (Value::Array(to), Value::Array(more)) => {
            for one in more {
                let same = to.iter_mut().find(|there| there.get("id") == one.get("id"));
                match same {
                    Some(there) => add(there, one),
                    None => to.push(one),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{add, unknown};
    use serde_json::{Value, json};

    fn check(source: Value, into: Value, expect: Value) {
        let mut into = into;
        if let Some(left) = unknown(&source) {
            add(&mut into, left);
        }
        assert_eq!(into, expect);
    }

    #[test]
    fn unknown_fields_stand_where_they_stood_and_known_ones_stay_as_they_are() {
        check(
            json!({"dncpContractCode": "x", "title": "old", "tender": {"title": "old", "dncpOther": {"title": 1}}}),
            json!({"tender": {"title": "new"}}),
            json!({"dncpContractCode": "x", "tender": {"title": "new", "dncpOther": {"title": 1}}}),
        );
    }

    #[test]
    fn objects_of_a_list_are_told_apart_by_their_id_and_dropped_without_one() {
        check(
            json!({"contracts": [{"id": "1", "awardID": 7, "dncpX": 1, "title": "t"}, {"id": "2", "title": "t"}, {"dncpX": 3}]}),
            json!({"contracts": [{"id": "9", "awardID": "9"}]}),
            json!({"contracts": [{"id": "9", "awardID": "9"}, {"id": "1", "awardID": 7, "dncpX": 1}]}),
        );
        check(
            json!({"awards": [{"id": "1", "dncpX": 1}]}),
            json!({"awards": [{"id": "1", "status": "active"}]}),
            json!({"awards": [{"id": "1", "status": "active", "dncpX": 1}]}),
        );
    }

    #[test]
    fn an_object_that_the_standard_would_refuse_is_not_made() {
        for list in [
            json!({"parties": [{"id": 7, "dncpX": 1}]}),
            json!({"contracts": [{"id": "1", "dncpX": 1}]}),
        ] {
            assert_eq!(unknown(&list), None);
        }
    }

    #[test]
    fn nothing_is_left_of_what_is_known_all_through() {
        assert_eq!(
            unknown(&json!({"ocid": "x", "parties": [{"id": "1", "name": "n"}]})),
            None
        );
    }
}
