//! What of a file is not taken in, counted, so that nobody has to find out.

use super::Service;
use serde_json::Value;
use std::collections::HashSet;

/// Fields, and what is left out with them.
const KINDS: [(&[&str], &str, &str); 6] = [
    (
        &["contacts"],
        "contacts",
        "persons are not told of; write a role address as the contact of the listing",
    ),
    (
        &["phones"],
        "phone numbers",
        "write one that belongs to a role as the contact of the listing",
    ),
    (
        &["email", "assurer_email"],
        "e-mail addresses",
        "write one that belongs to a role as the contact of the listing",
    ),
    (
        &["locations", "location", "service_at_locations", "addresses"],
        "locations and addresses",
        "the portal knows no places at which services are given",
    ),
    (
        &["metadata"],
        "notes of changes (metadata)",
        "they name persons, and the portal has a history of its own",
    ),
    (
        &["organization_identifiers", "programs"],
        "identifiers and programs of organizations",
        "the portal keeps its own record of a body",
    ),
];

/// A note for each kind of record that is not taken in.
pub fn left_out(services: &[Service]) -> Vec<String> {
    let mut found: [HashSet<String>; KINDS.len()] = Default::default();
    for service in services {
        count(&service.whole, &mut found);
    }
    let kinds = KINDS.iter().zip(&found).filter(|(_, all)| !all.is_empty());
    kinds
        .map(|((_, name, why), all)| format!("left out: {} {name}; {why}", all.len()))
        .collect()
}

/// Each record once, wherever it stands.
fn count(value: &Value, found: &mut [HashSet<String>]) {
    if let Value::Array(all) = value {
        all.iter().for_each(|one| count(one, found));
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        let kinds = KINDS.iter().zip(found.iter_mut());
        for (_, all) in kinds.filter(|((names, ..), _)| names.contains(&name.as_str())) {
            match value {
                Value::Array(list) => all.extend(list.iter().map(mark)),
                Value::Null => {}
                Value::String(words) if words.trim().is_empty() => {}
                one => all.extend([mark(one)]),
            }
        }
        count(value, found);
    }
}

/// What tells a record from others.
fn mark(one: &Value) -> String {
    match &one["id"] {
        Value::Null => one.to_string(),
        id => id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::left_out;
    use crate::hsds::read;
    use serde_json::json;

    #[test]
    fn each_kind_of_record_that_is_left_out_is_named_and_counted_once() {
        let contact = json!({"id": "c", "name": "Ann", "phones": [{"id": "p", "number": "1"}]});
        let service = json!({"id": "s", "name": "Backup", "status": "active", "email": "",
            "contacts": [contact],
            "service_at_locations": [{"id": "l", "contacts": [contact]}, {"id": "m"}]});
        let found = read(&[("x.json", service.to_string().as_bytes())]).unwrap();
        let notes = left_out(&found.services);
        let begins: Vec<&str> = notes
            .iter()
            .filter_map(|note| note.split(';').next())
            .collect();
        assert_eq!(
            begins,
            [
                "left out: 1 contacts",
                "left out: 1 phone numbers",
                "left out: 2 locations and addresses"
            ]
        );
    }
}
