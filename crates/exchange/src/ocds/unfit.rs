//! What stands in a release and has not the shape that the standard gives it. It cannot
//! stand where it stood in a release that is valid, so it is told beside it.

use super::{
    fields::OWN,
    stated::{PERSONS, Shape, WITH_ID, fitting, shape},
};
use crate::json::without;
use serde_json::Value;

/// Values without the shape of the standard, each with the fields and numbers that lead
/// to it: `awards/0/value/currency`. Empty text says nothing, and persons are not told.
pub fn unfit(release: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    within("", "", release, &mut found);
    found
}

/// The release without persons and without what is the portal's own.
pub fn told(release: &Value) -> Value {
    without(release, &is_left_out)
}

fn is_left_out(name: &str) -> bool {
    name == OWN || PERSONS.contains(&name)
}

fn within<'a>(
    parent: &str,
    path: &str,
    value: &'a Value,
    found: &mut Vec<(String, &'a Value)>,
) -> bool {
    let Some(fields) = value.as_object() else {
        return false;
    };
    for (name, value) in fields {
        if value.is_null() || is_left_out(name) {
            continue;
        }
        let path = match path {
            "" => name.clone(),
            path => format!("{path}/{name}"),
        };
        field(parent, name, (&path, value), found);
    }
    true
}

fn field<'a>(
    parent: &str,
    name: &str,
    (path, value): (&str, &'a Value),
    found: &mut Vec<(String, &'a Value)>,
) {
    let is_blank = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
    let is_list = matches!(shape(parent, name), Shape::Things);
    match (shape(parent, name), value) {
        (Shape::Any, _) => {}
        (Shape::Thing, value) => {
            if !within(name, path, value, found) && !is_blank(value) {
                found.push((path.to_owned(), value));
            }
        }
        (Shape::Things, Value::Array(entries)) => {
            let entries = entries.iter().enumerate();
            for (at, entry) in entries.filter(|(_, entry)| !entry.is_null()) {
                let path = format!("{path}/{at}");
                let has_id = entry.get("id").is_some_and(|id| fits(name, "id", id));
                let is_nameless = WITH_ID.contains(&name) && !has_id;
                if is_nameless || !within(name, &path, entry, found) {
                    found.push((path, entry));
                }
            }
        }
        (Shape::Words, Value::Array(entries)) => {
            let entries = entries.iter().enumerate();
            let unfit = entries.filter(|(_, entry)| !entry.is_string() && !entry.is_null());
            found.extend(unfit.map(|(at, entry)| (format!("{path}/{at}"), entry)));
        }
        _ if is_blank(value) || (!is_list && fits(parent, name, value)) => {}
        _ => found.push((path.to_owned(), value)),
    }
}

fn fits(parent: &str, name: &str, value: &Value) -> bool {
    fitting(parent, name, value).is_some()
}

#[cfg(test)]
mod tests {
    use super::{told, unfit};
    use serde_json::json;

    #[test]
    fn what_has_another_shape_is_told_with_its_place_and_persons_are_not() {
        let release = json!({
            "ocid": "o", "tag": "tender", "language": "  ", "nul": null, "free": [1],
            "parties": [{"id": 1, "name": "A", "contactPoint": 5}, {"name": "no id"}, null],
            "tender": {
                "id": "t", "procurementMethod": "bogus", "items": [{"id": 1, "quantity": "two"}],
                "value": {"amount": "1,000.10", "currency": "dollars"},
                "documents": [{"id": "d", "url": "http://Contract Finder"}],
            },
            "awards": {"id": 1},
            "contracts": [{"id": "c", "value": {"amount": -3, "currency": "ZZZ"}, "dateSigned": "soon"}],
            "buyer": "x",
        });
        let mut found: Vec<String> = unfit(&release)
            .into_iter()
            .map(|(path, value)| format!("{path}: {value}"))
            .collect();
        found.sort();
        assert_eq!(
            found,
            [
                r#"awards: {"id":1}"#,
                r#"buyer: "x""#,
                r#"contracts/0/dateSigned: "soon""#,
                r#"contracts/0/value/currency: "ZZZ""#,
                r#"parties/1: {"name":"no id"}"#,
                r#"tender/documents/0/url: "http://Contract Finder""#,
                r#"tender/items/0/quantity: "two""#,
                r#"tender/procurementMethod: "bogus""#,
                r#"tender/value/currency: "dollars""#,
            ]
        );
        assert!(!told(&release).to_string().contains("contactPoint"));
        assert_eq!(told(&release)["awards"], release["awards"]);
    }
}
