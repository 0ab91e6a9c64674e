//! The portal's own extension of OCDS: who may use a contract, as rules.

use crate::json::{field, list};
use serde_json::Value;

/// The files of the extension by name, as the portal serves them.
pub const EXTENSION: [(&str, &str); 3] = [
    (
        "extension.json",
        include_str!("interlocal-access/extension.json"),
    ),
    (
        "release-schema.json",
        include_str!("interlocal-access/release-schema.json"),
    ),
    ("README.md", include_str!("interlocal-access/README.md")),
];

/// Extensions of others that a release may use, by the field that shows it.
const OTHERS: [(&str, &str, &str); 4] = [
    ("tender", "lots", "ocds_lots_extension/v1.1.5"),
    ("tender", "techniques", "ocds_techniques_extension/master"),
    ("lots", "techniques", "ocds_techniques_extension/master"),
    (
        "contracts",
        "suppliers",
        "ocds_contract_suppliers_extension/master",
    ),
];

/// Addresses of the extensions of others that a release uses.
pub fn extensions_used(release: &Value) -> Vec<String> {
    let tender = field(release, "tender").unwrap_or(&Value::Null);
    let used = OTHERS.into_iter().filter(|(place, name, _)| {
        let mut within: Box<dyn Iterator<Item = &Value>> = match *place {
            "tender" => Box::new([tender].into_iter()),
            "lots" => Box::new(list(tender, "lots")),
            place => Box::new(list(release, place)),
        };
        within.any(|one| field(one, name).is_some())
    });
    let addresses = used.map(|(_, _, name)| {
        format!(
            "https://raw.githubusercontent.com/open-contracting-extensions/{name}/extension.json"
        )
    });
    addresses.collect()
}

/// Where its description lies, below the address of the portal.
pub const EXTENSION_PATH: &str = "/extensions/interlocal-access/extension.json";
