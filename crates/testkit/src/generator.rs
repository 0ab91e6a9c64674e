//! A made-up catalog of any size over the real governments and bodies, for
//! measurements. Equal size, equal catalog. Never shipped, and every title says
//! that it is made up.

mod audience;
mod draw;
mod entry;
mod ground;
mod probes;
mod words;

pub use probes::Probes;

use draw::Draw;
use entry::Maker;
use ground::Ground;
use interlocal_exchange::starter::Starter;
use words::Words;

/// Where every draw begins.
const SEED: u64 = 0x1a7e_10ca_2026_1122;

/// Puts `count` made-up offerings in the place of the starter's, and gives what
/// to ask of them.
pub fn generate(mut starter: Starter, count: usize) -> (Starter, Probes) {
    let words = Words::of(&starter);
    let ground = Ground::of(&starter.jurisdictions);
    let maker = Maker::new(&starter, &words, &ground);
    let mut draw = Draw::from(SEED);
    let offerings: Vec<_> = (0..count)
        .map(|number| maker.offering(number, &mut draw))
        .collect();
    let probes = Probes::of(&starter, &offerings, &words, &mut Draw::from(SEED ^ 1));
    starter.offerings = offerings;
    (starter, probes)
}

#[cfg(test)]
mod tests {
    use super::generate;
    use crate::starter;
    use interlocal_catalog::id::is_slug;
    use std::collections::HashSet;

    #[test]
    fn equal_size_gives_an_equal_catalog() {
        let make = || {
            let (made, _) = generate(starter::of_states(&["OH", "KY"]), 300);
            made.offerings
                .into_iter()
                .map(|offering| offering.content)
                .collect::<Vec<_>>()
        };
        let first = make();
        assert_eq!(first.len(), 300);
        assert_eq!(first, make());
    }

    #[test]
    fn what_is_made_up_says_so_and_refers_to_what_exists() {
        let (made, _) = generate(starter::of_states(&["OH", "KY"]), 300);
        let bodies: HashSet<_> = made.organizations.iter().map(|body| &body.id).collect();
        let places: HashSet<_> = made
            .jurisdictions
            .iter()
            .map(|row| row.key.place())
            .collect();
        let mut slugs = HashSet::new();
        for offering in &made.offerings {
            let content = &offering.content;
            assert!(content.title.contains("made up"), "{}", content.title);
            assert!(is_slug(content.slug.as_str()) && slugs.insert(&content.slug));
            assert!(made.vocabulary.get(&content.category).is_some());
            assert!(bodies.contains(&content.provider));
            assert!(!content.rules.is_empty());
            assert!(
                offering
                    .adoptions
                    .iter()
                    .all(|place| places.contains(place))
            );
        }
    }
}
