//! What to ask of a made-up catalog: words that occur together, governments of
//! every kind and their names.

use super::{draw::Draw, words::Words};
use interlocal_exchange::starter::{Starter, StarterOffering};

/// How many of each are drawn.
const EACH: usize = 3_000;

/// Questions, the same ones every time.
pub struct Probes {
    /// Pairs of words.
    pub words: Vec<String>,
    /// Keys of governments.
    pub governments: Vec<String>,
    /// Names of governments as a person types them, with the state.
    pub names: Vec<String>,
    /// Slugs of offerings.
    pub offerings: Vec<String>,
    /// Slugs of categories.
    pub categories: Vec<String>,
}

impl Probes {
    /// Draws the questions.
    pub(super) fn of(
        starter: &Starter,
        offerings: &[StarterOffering],
        words: &Words,
        draw: &mut Draw,
    ) -> Self {
        let rows = &starter.jurisdictions;
        let mut probes = Self {
            words: Vec::new(),
            governments: Vec::new(),
            names: Vec::new(),
            offerings: Vec::new(),
            categories: starter
                .vocabulary
                .all()
                .iter()
                .map(|c| c.slug.to_string())
                .collect(),
        };
        for number in 0..EACH {
            let offering = &draw.one(offerings).content;
            let pair = if number % 2 == 0 {
                let category = &offering.category;
                (words.about(category, draw), words.about(category, draw))
            } else {
                (words.any(draw), words.any(draw))
            };
            probes.words.push(format!("{} {}", pair.0, pair.1));
            probes.offerings.push(offering.slug.to_string());
            probes.governments.push(draw.one(rows).key.to_string());
            let row = draw.one(rows);
            probes.names.push(format!(
                "{} {}",
                row.name.to_lowercase(),
                row.state.to_lowercase()
            ));
        }
        probes
    }
}
