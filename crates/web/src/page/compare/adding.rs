//! Adding an offering to a comparison by its name.

use super::beside::Beside;
use crate::{form::weighing::slug, page::visit::Visit};
use interlocal_catalog::OfferingId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{CompareAdding, CompareOther},
};
use interlocal_portal::{choose_offering::Named, compare};

/// What the words in the address name; none where there are none.
fn meant(visit: &Visit) -> Option<(&str, Named<OfferingId>)> {
    let text = visit.fields.last("add").filter(|text| !text.is_empty())?;
    let named = match text.contains("/offerings/") {
        true => visit.snapshot.offerings_named(slug(text).as_str()),
        false => visit.snapshot.offerings_named(text),
    };
    Some((text, named))
}

/// The comparison with the one offering that was named; none where there is not one.
pub fn added(visit: &Visit) -> Option<String> {
    let (_, Named::One(found)) = meant(visit)? else {
        return None;
    };
    let query = visit.fields.with(&["add"], &[("o", found.as_str())]);
    Some(format!("/compare?{query}"))
}

/// The form, with what its words may mean.
pub fn form(beside: &Beside<'_>) -> CompareAdding {
    let visit = beside.visit;
    let hidden = beside.fields(&beside.names());
    let mut form = CompareAdding {
        hidden: hidden.pairs().to_vec(),
        ..CompareAdding::default()
    };
    let Some((text, Named::Several(near))) = meant(visit) else {
        return form;
    };
    let message = match near.as_slice() {
        [] => format!("No offering has the words “{text}” in its title; write others"),
        _ => format!("“{text}” may mean several; add one of those below"),
    };
    form.typed = text.to_owned();
    form.faults.push(FieldFault {
        field: "add".to_owned(),
        message,
    });
    form.near = near
        .into_iter()
        .filter_map(|(slug, title)| other(beside, slug, title))
        .collect();
    form
}

fn other(beside: &Beside<'_>, slug: OfferingId, title: String) -> Option<CompareOther> {
    let found = beside.visit.snapshot.offering_with(&slug)?;
    let mut names = beside.names();
    let provider = beside.visit.body(&found.provider).name;
    names.push(compare::Named {
        slug: slug.clone(),
        edition: None,
    });
    Some(CompareOther {
        slug: slug.to_string(),
        title,
        provider,
        with_href: format!("/compare?{}", beside.query(&names)),
    })
}
