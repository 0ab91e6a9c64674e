//! The merge routine of the standard: what the releases of one process say
//! together. Later releases win field by field; objects of a list are told apart by
//! their `id`; some lists are replaced whole; null takes a field away.

use serde_json::{Map, Value, json};

/// Fields of a release that speak of the release alone.
const OF_THE_RELEASE: [&str; 3] = ["id", "date", "tag"];

/// Lists that are replaced whole: the schema says so, or their objects have no `id`.
const WHOLE: [&str; 3] = [
    "additionalIdentifiers",
    "additionalClassifications",
    "changes",
];

/// One release of several with the same ocid, which are in the order of their days.
pub fn merged<'a>(releases: impl IntoIterator<Item = &'a Value>) -> Value {
    let mut out = Map::new();
    let mut date = Value::Null;
    for release in releases {
        let Some(fields) = release.as_object() else {
            continue;
        };
        if let Some(day) = release.get("date").filter(|day| day.is_string()) {
            date = day.clone();
        }
        let mut fields = fields.clone();
        for name in OF_THE_RELEASE {
            fields.remove(name);
        }
        object(&mut out, &fields);
    }
    let ocid = out.get("ocid").and_then(Value::as_str).unwrap_or_default();
    let id = format!("{ocid}-{}", date.as_str().unwrap_or_default());
    out.insert("tag".to_owned(), json!(["compiled"]));
    out.insert("id".to_owned(), Value::String(id));
    if !date.is_null() {
        out.insert("date".to_owned(), date);
    }
    Value::Object(out)
}

fn object(out: &mut Map<String, Value>, input: &Map<String, Value>) {
    for (name, value) in input {
        match value {
            Value::Null => {
                out.remove(name);
            }
            Value::Object(fields) if fields.is_empty() => {}
            Value::Object(fields) => match out.get_mut(name) {
                Some(Value::Object(before)) => object(before, fields),
                _ => {
                    let mut fresh = Map::new();
                    object(&mut fresh, fields);
                    out.insert(name.clone(), Value::Object(fresh));
                }
            },
            Value::Array(entries) if by_id(name, entries) => {
                if entries.is_empty() {
                    continue;
                }
                match out.get_mut(name) {
                    Some(Value::Array(before)) => list(before, entries),
                    _ => {
                        let mut fresh = Vec::new();
                        list(&mut fresh, entries);
                        out.insert(name.clone(), Value::Array(fresh));
                    }
                }
            }
            other => {
                out.insert(name.clone(), other.clone());
            }
        }
    }
}

/// Whether the objects of a list are merged one by one.
fn by_id(name: &str, entries: &[Value]) -> bool {
    !WHOLE.contains(&name) && entries.iter().all(Value::is_object)
}

fn list(out: &mut Vec<Value>, input: &[Value]) {
    for entry in input.iter().filter_map(Value::as_object) {
        let id = entry.get("id").filter(|id| !id.is_null());
        let same = |before: &&mut Value| id.is_some() && before.get("id") == id;
        match out.iter_mut().find(same).and_then(Value::as_object_mut) {
            Some(before) => object(before, entry),
            None => {
                let mut fresh = Map::new();
                object(&mut fresh, entry);
                out.push(Value::Object(fresh));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merged;
    use serde_json::{Value, json};

    fn check(releases: &[Value], expect: Value) {
        let mut out = merged(releases);
        let fields = out.as_object_mut().unwrap();
        for name in ["id", "tag", "date", "ocid"] {
            fields.remove(name);
        }
        assert_eq!(out, expect);
    }

    #[test]
    fn later_releases_win_field_by_field_and_null_takes_away() {
        check(
            &[
                json!({"tender": {"title": "A", "value": {"amount": 1, "currency": "USD"}, "x": 1}}),
                json!({"tender": {"value": {"amount": 2}, "x": null, "empty": {}}}),
            ],
            json!({"tender": {"title": "A", "value": {"amount": 2, "currency": "USD"}}}),
        );
    }

    #[test]
    fn objects_of_a_list_are_told_apart_by_their_id() {
        check(
            &[
                json!({"awards": [{"id": "1", "title": "A"}, {"id": 2, "title": "B"}]}),
                json!({"awards": [{"id": 2, "status": "active"}, {"id": "2"}, {"title": "C"}]}),
                json!({"awards": []}),
            ],
            json!({"awards": [{"id": "1", "title": "A"}, {"id": 2, "title": "B", "status": "active"},
                {"id": "2"}, {"title": "C"}]}),
        );
    }

    #[test]
    fn lists_of_words_and_lists_that_the_schema_names_are_replaced_whole() {
        check(
            &[
                json!({"a": ["x", "y"], "additionalClassifications": [{"id": "1"}, {"id": "2"}]}),
                json!({"a": ["z"], "additionalClassifications": [{"id": "3"}]}),
            ],
            json!({"a": ["z"], "additionalClassifications": [{"id": "3"}]}),
        );
        check(
            &[
                json!({"a": {"amendments": [{"id": "1", "changes": [{"p": 1}]}]}}),
                json!({"a": {"amendments": [{"id": "1", "changes": [{"p": 2}]}]}}),
            ],
            json!({"a": {"amendments": [{"id": "1", "changes": [{"p": 2}]}]}}),
        );
    }

    #[test]
    fn a_merged_release_has_the_day_of_the_last_and_is_marked_as_compiled() {
        let out = merged(&[
            json!({"ocid": "o", "id": "1", "date": "2026-01-01", "tag": ["tender"]}),
            json!({"ocid": "o", "id": "2", "date": "2026-02-01", "tag": ["award"]}),
        ]);
        assert_eq!(
            out,
            json!({"ocid": "o", "id": "o-2026-02-01", "date": "2026-02-01", "tag": ["compiled"]})
        );
    }
}
