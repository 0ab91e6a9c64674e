//! The names in addresses.

use super::call::Param;
use serde_json::{Value, json};

/// What a name in an address means, and one that works.
fn known(path: &str, name: &str) -> (&'static str, &'static str, Value) {
    let text = || json!({"type": "string", "minLength": 1, "maxLength": 200});
    let number = || json!({"type": "integer", "minimum": 1, "maximum": i32::MAX});
    match name {
        "body" => (
            "The slug of the body",
            "center-for-internet-security",
            text(),
        ),
        "key" => ("The key of the government", "county-17031", text()),
        "postal" => ("The postal code of the state", "il", text()),
        "edition" => ("The number of the edition", "1", number()),
        "slug" if path.contains("/organizations/") || path.contains("/bodies/") => (
            "The slug of the body",
            "center-for-internet-security",
            text(),
        ),
        "slug" if path.contains("/categories/") => ("The slug of the category", "gis", text()),
        "slug" if path.contains("/templates/") => {
            ("The slug of the paper", "interlocal-agreement", text())
        }
        "secret" => ("The secret of the link", "0", text()),
        "slug" => ("The slug of the offering", "buyboard", text()),
        "domain" => ("The domain", "cisecurity.example", text()),
        "invitation" => ("What names the invitation", "0", text()),
        "id" if path.contains("/statements/") || path.contains("/participations/") => {
            ("The name of the record", "part-0", text())
        }
        _ => ("Its number", "1", number()),
    }
}

/// The names in an address, as parameters.
pub fn of(path: &'static str) -> Vec<Param> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .map(|name| {
            let (says, example, schema) = known(path, name);
            Param {
                name,
                place: "path",
                says,
                schema,
                required: true,
                example: Some(example),
                several: false,
            }
        })
        .collect()
}
