//! Which government a domain suggests: by type, name and state, and only where
//! nothing else fits. What is not certain stays without one, with the reason.

use super::{
    DomainKind, DomainRow,
    names::{Called, called, plain},
};
use interlocal_catalog::{
    PlaceId,
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
};
use std::collections::HashMap;

/// What a row suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// This government.
    Government(PlaceId),
    /// None, for domains of this type are of no government here.
    Outside(String),
    /// None, with what makes it doubtful.
    Doubtful(String),
}

/// Governments by state and name.
pub struct Governments<'a> {
    by_name: HashMap<(&'a str, String), Vec<&'a Jurisdiction>>,
    by_key: HashMap<&'a JurisdictionKey, &'a Jurisdiction>,
    states: HashMap<&'a str, &'a Jurisdiction>,
}

impl<'a> Governments<'a> {
    /// Sorts them.
    pub fn new(rows: &'a [Jurisdiction]) -> Self {
        let mut by_name: HashMap<_, Vec<&Jurisdiction>> = HashMap::new();
        let mut states = HashMap::new();
        for row in rows {
            if matches!(row.key.kind(), Kind::State | Kind::Territory) {
                states.insert(row.state.as_str(), row);
                continue;
            }
            let name = match row.key.kind() {
                Kind::County => bare_county(&row.name),
                _ => plain(row.short_name()),
            };
            by_name
                .entry((row.state.as_str(), name))
                .or_default()
                .push(row);
        }
        Self {
            by_name,
            by_key: rows.iter().map(|row| (&row.key, row)).collect(),
            states,
        }
    }

    /// What a row suggests.
    pub fn suggested(&self, row: &DomainRow) -> Suggestion {
        match row.kind {
            DomainKind::Federal => {
                return Suggestion::Outside("a domain of the federal government".into());
            }
            DomainKind::Interstate => {
                return Suggestion::Outside("a domain of several states together".into());
            }
            _ => {}
        }
        if row.state.is_empty() {
            return Suggestion::Doubtful("the list names no state".into());
        }
        let Some(state) = self.states.get(row.state.as_str()) else {
            let text = format!("no state of the directory has the code {}", row.state);
            return Suggestion::Doubtful(text);
        };
        if row.kind == DomainKind::State {
            return state_itself(row, state);
        }
        let name = called(&row.organization, (&state.name, &row.state));
        let found = self.candidates(row, &name);
        match found.as_slice() {
            [] => Suggestion::Doubtful(format!(
                "no {} of {} is called “{}”; it may be a part of one, or another body",
                words(row.kind),
                state.name,
                row.organization
            )),
            [one] => self.of(one),
            several => Suggestion::Doubtful(format!(
                "{} governments of {} are called so: {}",
                several.len(),
                state.name,
                several
                    .iter()
                    .map(|row| self.with_county(row))
                    .collect::<Vec<_>>()
                    .join("; ")
            )),
        }
    }

    fn candidates(&self, row: &DomainRow, name: &Called) -> Vec<&'a Jurisdiction> {
        let known = |bare: &str| {
            self.by_name
                .get(&(row.state.as_str(), bare.to_owned()))
                .map_or(&[][..], Vec::as_slice)
        };
        let whole = plain(&row.organization);
        let mut found: Vec<&Jurisdiction> = known(&name.bare)
            .iter()
            .copied()
            .filter(|one| fits(row.kind, name, one))
            .collect();
        if found.is_empty() && whole != name.bare {
            let exact = |one: &&Jurisdiction| plain(&one.name) == whole && kind_fits(row.kind, one);
            found.extend(known(&whole).iter().copied().filter(exact));
        }
        if found.len() > 1 && !name.county.is_empty() {
            found.retain(|one| self.lies_in(one, &name.county));
        }
        found
    }

    fn lies_in(&self, row: &Jurisdiction, county: &str) -> bool {
        let parent = row.parent.as_ref().and_then(|key| self.by_key.get(key));
        parent.is_some_and(|parent| bare_county(&parent.name) == county)
    }

    fn with_county(&self, row: &Jurisdiction) -> String {
        let parent = row.parent.as_ref().and_then(|key| self.by_key.get(key));
        match parent.filter(|parent| parent.key.kind() == Kind::County) {
            Some(county) => format!("{} in {}", row.name, county.name),
            None => row.name.clone(),
        }
    }

    /// The government of a row; its other row where the row itself has none.
    fn of(&self, row: &Jurisdiction) -> Suggestion {
        let twin = row.one_government_with.as_ref();
        match (row.government, twin) {
            (true, _) => Suggestion::Government(row.key.place()),
            (false, Some(twin)) => Suggestion::Government(twin.place()),
            (false, None) => {
                Suggestion::Doubtful(format!("{} has no government of its own", row.name))
            }
        }
    }
}

fn state_itself(row: &DomainRow, state: &Jurisdiction) -> Suggestion {
    let name = plain(&row.organization);
    let own = plain(&state.name);
    let is_itself = name == own
        || [
            "state of",
            "commonwealth of",
            "government of",
            "territory of",
            "the state of",
            "the commonwealth of",
        ]
        .iter()
        .any(|start| name == format!("{start} {own}"))
        || ["state government", "government"]
            .iter()
            .any(|end| name == format!("{own} {end}"));
    if is_itself {
        Suggestion::Government(state.key.place())
    } else {
        Suggestion::Doubtful(format!(
            "it names an agency or a court of {}, not the state itself",
            state.name
        ))
    }
}

/// Whether a government is what the row calls it.
fn fits(kind: DomainKind, name: &Called, row: &Jurisdiction) -> bool {
    if !kind_fits(kind, row) {
        return false;
    }
    match (kind, name.legal.as_str()) {
        (
            DomainKind::County,
            "county" | "parish" | "borough" | "municipality" | "city and borough",
        ) => row.key.kind() == Kind::County,
        (DomainKind::County, "city and county") => true,
        (DomainKind::County, "") => plain(&row.name) == name.bare,
        (DomainKind::County, _) => false,
        (DomainKind::City, "") => true,
        (DomainKind::City, "township" | "charter township") => row.key.kind() == Kind::Township,
        (DomainKind::City, "city and county" | "city and borough" | "municipality") => {
            row.key.kind() == Kind::Municipality
        }
        (DomainKind::City, legal) => plain(row.legal_type()).split(' ').any(|word| word == legal),
        _ => true,
    }
}

fn kind_fits(kind: DomainKind, row: &Jurisdiction) -> bool {
    let own = row.key.kind();
    match kind {
        DomainKind::City => matches!(own, Kind::Municipality | Kind::Township),
        DomainKind::County => matches!(own, Kind::County | Kind::Municipality),
        DomainKind::SchoolDistrict => own == Kind::SchoolDistrict,
        DomainKind::SpecialDistrict => own == Kind::SpecialDistrict,
        DomainKind::Tribal => own == Kind::Tribal,
        DomainKind::State => matches!(own, Kind::State | Kind::Territory),
        DomainKind::Interstate | DomainKind::Federal => false,
    }
}

fn bare_county(name: &str) -> String {
    let name = plain(name);
    [
        "county",
        "parish",
        "city and borough",
        "borough",
        "municipality",
        "municipio",
        "census area",
    ]
    .iter()
    .find_map(|end| name.strip_suffix(end)?.strip_suffix(' ').map(str::to_owned))
    .unwrap_or(name)
}

fn words(kind: DomainKind) -> &'static str {
    match kind {
        DomainKind::City => "city, town, village or township",
        DomainKind::County => "county",
        DomainKind::State => "state",
        DomainKind::SchoolDistrict => "school district",
        DomainKind::SpecialDistrict => "special district",
        DomainKind::Tribal => "tribal government",
        DomainKind::Interstate | DomainKind::Federal => "government",
    }
}
