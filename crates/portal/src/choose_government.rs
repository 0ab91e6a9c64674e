//! Picking one's government out of 52,000.

use crate::{Error, Portal, Snapshot, choose_offering::Named};
use interlocal_catalog::{
    PlaceId,
    jurisdiction::{Jurisdiction, JurisdictionKey},
};

/// Governments found, with what tells them apart.
pub struct Found {
    /// How many fit.
    pub total: usize,
    /// How many bear exactly the name that was asked for.
    pub exact_names: usize,
    /// Their keys, best first.
    pub keys: Vec<PlaceId>,
}

impl Portal {
    /// Finds governments by name, kind, county and state. Governments of exactly
    /// this name are all given, whatever `limit` says, up to 30 and more.
    pub fn find_governments(&self, words: &str, limit: usize) -> Found {
        let snapshot = self.snapshot();
        let Some(places) = &snapshot.directory.ground.places else {
            return Found {
                total: 0,
                exact_names: 0,
                keys: Vec::new(),
            };
        };
        let hits = places.find(words, limit);
        Found {
            total: hits.total,
            exact_names: hits.exact_names,
            keys: hits
                .hits
                .iter()
                .filter_map(|position| snapshot.directory.at(*position))
                .map(|row| row.key.place())
                .collect(),
        }
    }

    /// The government that a key in an address names; errs with the field named
    /// when the text is no key, and with not found when nobody has that key.
    pub fn government<'a>(
        &self,
        snapshot: &'a Snapshot,
        field: &str,
        text: &str,
    ) -> Result<&'a Jurisdiction, Error> {
        let key: JurisdictionKey =
            text.parse()
                .map_err(|e: interlocal_catalog::jurisdiction::KeyError| {
                    Error::field(field, e.to_string())
                })?;
        snapshot
            .directory
            .jurisdiction(&key.place())
            .ok_or_else(|| {
                Error::field(
                    field,
                    format!(
                        "no government has the key “{key}”; find yours by name and take its key"
                    ),
                )
            })
    }
}

/// Governments that a choice among namesakes gives at most.
const NAMESAKES: usize = 30;

impl Portal {
    /// The governments that a text names: by key, by name with the key in parentheses,
    /// or by a name that one or several bear.
    pub fn governments_named(&self, snapshot: &Snapshot, text: &str) -> Named<PlaceId> {
        let text = text.trim();
        if text.is_empty() {
            return Named::Several(Vec::new());
        }
        let directory = &snapshot.directory;
        let tail = text.rsplit(['(', ' ']).next().unwrap_or_default();
        for key in [text, tail.trim_end_matches(')')] {
            let key = PlaceId::new(key);
            if directory.jurisdiction(&key).is_some() {
                return Named::One(key);
            }
        }
        let found = self.find_governments(text, NAMESAKES);
        let wanted = text.to_lowercase();
        let same: Vec<&PlaceId> = found
            .keys
            .iter()
            .filter(|key| {
                let bears = |row: &Jurisdiction| row.name.to_lowercase() == wanted;
                directory.full_name(key).to_lowercase() == wanted
                    || directory.jurisdiction(key).is_some_and(bears)
            })
            .collect();
        if let [only] = same.as_slice() {
            return Named::One((*only).clone());
        }
        let near = found.keys.iter().take(NAMESAKES);
        Named::Several(
            near.map(|key| (key.clone(), with_county(snapshot, key)))
                .collect(),
        )
    }
}

/// The name of a government with its county, which tells namesakes of a state apart.
pub fn with_county(snapshot: &Snapshot, key: &PlaceId) -> String {
    let directory = &snapshot.directory;
    let name = directory.full_name(key);
    let row = directory.jurisdiction(key);
    match row.and_then(|row| directory.county_of(row)) {
        Some(county) => format!("{name}, in {}", county.name),
        None => name,
    }
}
