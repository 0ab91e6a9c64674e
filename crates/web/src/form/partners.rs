//! The matching form: category, intent, placement, regimes.

use super::{Faults, Fields};
use crate::{App, error::Failure};
use interlocal_catalog::{CategoryId, PlaceId};
use interlocal_portal::partners::{Intent, PartnerSearch, Placement};

/// Intents with their words.
pub const INTENTS: [(Intent, &str, &str); 3] = [
    (Intent::Obtain, "obtain", "Obtain it from somebody"),
    (Intent::Join, "join", "Join with others to buy or build it"),
    (Intent::Learn, "learn", "Learn from somebody who has it"),
];

/// Placements with their words.
pub const PLACEMENTS: [(Placement, &str, &str); 3] = [
    (Placement::Neutral, "neutral", "Distance does not matter"),
    (Placement::Near, "near", "Near us"),
    (
        Placement::Apart,
        "apart",
        "Far enough not to share a hazard",
    ),
];

/// Regimes that may be required.
pub const REGIMES: [&str; 7] = [
    "CJIS", "HIPAA", "FERPA", "PCI", "IRS 1075", "GovRAMP", "FedRAMP",
];

/// Cards beside the first view.
const MORE: usize = 12;

/// What the form says, before a government and a category are required.
pub struct PartnerForm {
    /// The category; empty when none is chosen.
    pub category: String,
    /// The intent.
    pub intent: Intent,
    /// The placement.
    pub placement: Placement,
    /// Required regimes.
    pub regimes: Vec<String>,
}

/// Reads the form; every fault at once.
pub fn read(app: &App, fields: &Fields) -> Result<PartnerForm, Failure> {
    let mut faults = Faults::default();
    let intent = one_of(fields, "intent", &INTENTS, &mut faults).unwrap_or(Intent::Obtain);
    let placement =
        one_of(fields, "placement", &PLACEMENTS, &mut faults).unwrap_or(Placement::Neutral);
    let listed = fields.all("regimes").into_iter().flat_map(|list| {
        list.split(',')
            .map(|name| name.trim().to_owned())
            .collect::<Vec<String>>()
    });
    let mut regimes: Vec<String> = listed.chain(fields.all("regime")).collect();
    regimes.retain(|name| !name.is_empty());
    for name in &regimes {
        if !REGIMES.contains(&name.as_str()) {
            faults.add(
                "regimes",
                format!("“{name}” is none of {}", REGIMES.join(", ")),
            );
        }
    }
    let category = fields.last("category").unwrap_or_default().to_owned();
    let known = app
        .portal
        .vocabulary()
        .get(&CategoryId::new(category.as_str()))
        .is_some();
    if !category.is_empty() && !known {
        faults.add(
            "category",
            format!("“{category}” is no category; see /categories"),
        );
    }
    faults.end()?;
    Ok(PartnerForm {
        category,
        intent,
        placement,
        regimes,
    })
}

impl PartnerForm {
    /// The search for a government.
    pub fn search(&self, seeker: PlaceId) -> PartnerSearch {
        PartnerSearch {
            seeker,
            category: CategoryId::new(self.category.as_str()),
            intent: self.intent,
            placement: self.placement,
            regimes: self.regimes.clone(),
            more: MORE,
        }
    }
}

fn one_of<T: Copy>(
    fields: &Fields,
    field: &str,
    known: &[(T, &str, &str)],
    faults: &mut Faults,
) -> Option<T> {
    let word = fields.last(field).filter(|word| !word.is_empty())?;
    let found = known
        .iter()
        .find(|(_, known, _)| *known == word)
        .map(|(value, _, _)| *value);
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(_, word, _)| *word).collect();
        faults.add(field, format!("“{word}” is none of {}", words.join(", ")));
    }
    found
}
