//! Bodies and companies of a process.

use crate::json::{field, list, text};
use serde_json::Value;

/// A body or a company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// What it is known by outside of its release: scheme and number of a register,
    /// `name:` and its name where it has none. An id such as `org-1` is local to a
    /// release and never used.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its web page; empty when not said.
    pub url: String,
}

/// The party that a reference names, with what the list of parties says of it.
pub fn party(release: &Value, reference: &Value) -> Option<Party> {
    let id = field(reference, "id");
    let whole = id.and_then(|id| list(release, "parties").find(|one| one.get("id") == Some(id)));
    let of = |name: &str| {
        let own = text(reference, name);
        match whole {
            Some(whole) if own.is_empty() => text(whole, name),
            _ => own,
        }
    };
    let name = of("name");
    let register = [Some(reference), whole]
        .into_iter()
        .flatten()
        .filter_map(|one| field(one, "identifier"))
        .map(|identifier| (text(identifier, "scheme"), text(identifier, "id")))
        .find(|(scheme, id)| !scheme.is_empty() && !id.is_empty());
    let key = match register {
        Some((scheme, id)) => format!("{scheme}:{id}"),
        None if !name.is_empty() => format!("name:{}", name.to_lowercase()),
        None => return None,
    };
    let url = [Some(reference), whole]
        .into_iter()
        .flatten()
        .flat_map(|one| {
            [
                field(one, "identifier"),
                field(one, "contactPoint"),
                field(one, "details"),
            ]
        })
        .flatten()
        .flat_map(|one| [text(one, "uri"), text(one, "url")])
        .find(|url| !url.is_empty())
        .unwrap_or_default();
    Some(Party { key, name, url })
}

/// The parties with a role.
pub fn with_role<'a>(release: &'a Value, role: &'a str) -> impl Iterator<Item = Party> + 'a {
    list(release, "parties")
        .filter(move |one| {
            let roles = field(one, "roles").and_then(Value::as_array);
            roles.into_iter().flatten().any(|one| one == role)
        })
        .filter_map(|one| party(release, one))
}

/// Adds what is not yet there.
pub fn add(to: &mut Vec<Party>, more: impl IntoIterator<Item = Party>) {
    for party in more {
        if !to.iter().any(|known| known.key == party.key) {
            to.push(party);
        }
    }
}
