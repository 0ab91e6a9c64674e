//! Forms of shortlists and workspaces, read.

use super::{Faults, Fields};
use crate::error::Failure;
use interlocal_catalog::{OfferingId, weighing::Opinion};

/// What is done with an offering on a shortlist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StarChange<'a> {
    /// It is set aside.
    Add,
    /// It is taken off.
    Remove,
    /// These words are kept on it.
    Note(&'a str),
}

/// What is done with an option of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemChange<'a> {
    /// An offering is added.
    Add,
    /// This option is taken out.
    Remove(i32),
    /// These words are kept on this option.
    Note(i32, &'a str),
}

/// The last part of an address, or the slug itself.
pub fn slug(text: &str) -> OfferingId {
    let slug = text.split(['?', '#']).next().unwrap_or_default();
    OfferingId::new(
        slug.trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default(),
    )
}

/// What is done with which offering.
pub fn star(fields: &Fields) -> Result<(OfferingId, StarChange<'_>), Failure> {
    let named = |field: &str| fields.last(field).map(OfferingId::new);
    if let Some(slug) = named("add") {
        return Ok((slug, StarChange::Add));
    }
    if let Some(slug) = named("remove") {
        return Ok((slug, StarChange::Remove));
    }
    let slug = named("note").ok_or(Failure::NotFound)?;
    let note = fields.last(&format!("note-{slug}"));
    Ok((slug, StarChange::Note(note.unwrap_or_default())))
}

/// What is done with which option.
pub fn item_change(fields: &Fields) -> Result<ItemChange<'_>, Failure> {
    Ok(match fields.last("do") {
        Some("add") => ItemChange::Add,
        Some("remove") => ItemChange::Remove(item(fields)?),
        Some("note") => {
            let item = item(fields)?;
            let note = fields.last(&format!("note-{item}"));
            ItemChange::Note(item, note.unwrap_or_default())
        }
        _ => return Err(Failure::NotFound),
    })
}

/// What somebody thinks of which option, and why.
pub fn opinion(fields: &Fields) -> Result<(i32, Opinion, &str), Failure> {
    let item = item(fields)?;
    let name = format!("opinion-{item}");
    let mut faults = Faults::default();
    let opinion = Opinion::of(fields.last(&name).unwrap_or_default());
    if opinion.is_none() {
        faults.add(&name, "Say yes, maybe or no");
    }
    faults.end()?;
    let comment = fields.last(&format!("comment-{item}")).unwrap_or_default();
    Ok((item, opinion.unwrap_or(Opinion::Maybe), comment))
}

fn item(fields: &Fields) -> Result<i32, Failure> {
    let item = fields.last("item").unwrap_or_default().parse();
    item.map_err(|_| Failure::NotFound)
}
