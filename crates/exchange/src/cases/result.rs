//! The shape in which a verdict stands in a case's `expected` and in the API.

use interlocal_catalog::eligibility::{Chain, Link};
use serde_json::{Map, Value, json};

/// The six links by name, each with its state and the details of that state only.
pub(crate) fn links(chain: &Chain) -> Value {
    let entry = |link: &Link| {
        let state = json!(link.state());
        match link {
            Link::Met { by } if by.is_empty() => json!({"state": state}),
            Link::Met { by } => json!({"state": state, "by": by}),
            Link::ToDo { steps } => json!({"state": state, "steps": steps}),
            Link::Failed { reasons } => json!({"state": state, "reasons": reasons}),
            Link::Unknown { missing } => json!({"state": state, "missing": missing}),
        }
    };
    let links: Map<String, Value> = chain
        .iter()
        .map(|(name, link)| (name.word().to_owned(), entry(link)))
        .collect();
    Value::Object(links)
}
