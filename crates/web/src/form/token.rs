//! The form `/account/tokens`.

use super::Fields;
use interlocal_catalog::policy::Scope;
use interlocal_portal::tokens::make::Wanted;

/// A token as typed; days that are no number are none that can be.
pub fn wanted(fields: &Fields) -> Wanted {
    let words = fields.all("scopes");
    Wanted {
        name: fields.last("name").unwrap_or_default().to_owned(),
        scopes: words.iter().filter_map(|word| Scope::of(word)).collect(),
        days: fields
            .last("days")
            .and_then(|text| text.parse().ok())
            .unwrap_or_default(),
    }
}
