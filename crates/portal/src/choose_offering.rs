//! Picking an offering by what somebody types of it.

use crate::Snapshot;
use interlocal_catalog::OfferingId;

/// Offerings that a list gives at most.
const LISTED: usize = 12;

/// What a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named<T> {
    /// Exactly one thing.
    One(T),
    /// One of these, each with its name; nothing where the list is empty.
    Several(Vec<(T, String)>),
}

impl<T: PartialEq + Clone> Named<T> {
    /// The one thing; of several the one that was picked.
    pub fn picked(&self, picked: impl Fn(&T) -> bool) -> Option<T> {
        match self {
            Named::One(only) => Some(only.clone()),
            Named::Several(all) => all
                .iter()
                .map(|(one, _)| one)
                .find(|one| picked(one))
                .cloned(),
        }
    }
}

impl Snapshot {
    /// The offerings that a text names: by slug, by title, by title with the slug in
    /// parentheses, or by words of the title.
    pub fn offerings_named(&self, text: &str) -> Named<OfferingId> {
        let text = text.trim();
        let tail = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('))
            .map(|(_, slug)| slug);
        for slug in [Some(text), tail].into_iter().flatten() {
            if let Some(found) = self.shelf.by_slug(&OfferingId::new(slug)) {
                return Named::One(found.slug.clone());
            }
        }
        let wanted = text.to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        if words.is_empty() {
            return Named::Several(Vec::new());
        }
        let mut near = Vec::new();
        for offering in self.shelf.iter() {
            let title = offering.title.to_lowercase();
            if words.iter().all(|word| title.contains(word)) {
                near.push((title != wanted, &offering.title, &offering.slug));
            }
        }
        near.sort_unstable();
        match near.iter().filter(|(differs, ..)| !differs).count() {
            1 => near.truncate(1),
            _ => near.truncate(LISTED),
        }
        match near.as_slice() {
            [(false, _, slug)] => Named::One((*slug).clone()),
            _ => Named::Several(
                near.into_iter()
                    .map(|(_, title, slug)| (slug.clone(), title.clone()))
                    .collect(),
            ),
        }
    }
}
