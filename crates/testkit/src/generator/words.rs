//! Words as the trade writes them: those of the starter directory, as often as
//! Zipf's law has it.

use super::draw::Draw;
use interlocal_catalog::{CategoryId, category::Category};
use interlocal_exchange::starter::Starter;
use std::collections::{BTreeMap, HashMap};

/// Words of a text that are the category's own, of a hundred.
const OWN: usize = 25;

/// The words to write with.
pub struct Words {
    /// Most frequent first.
    ranked: Vec<String>,
    /// Sums of weights 1 / (rank + 2.7).
    sums: Vec<f64>,
    of_category: HashMap<CategoryId, Vec<String>>,
}

impl Words {
    /// The words of a directory's titles, summaries and vocabulary.
    pub fn of(starter: &Starter) -> Self {
        let mut counted: BTreeMap<String, usize> = BTreeMap::new();
        let texts = starter.offerings.iter().flat_map(|offering| {
            [
                offering.content.title.as_str(),
                offering.content.summary.as_str(),
            ]
        });
        let names = starter
            .vocabulary
            .all()
            .iter()
            .flat_map(|c| [c.name.as_str(), &c.meaning]);
        for word in texts.chain(names).flat_map(split) {
            *counted.entry(word).or_default() += 1;
        }
        let mut ranked: Vec<(String, usize)> = counted.into_iter().collect();
        ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut sum = 0.0;
        let sums = (0..ranked.len())
            .map(|rank| {
                sum += 1.0 / (rank as f64 + 2.7);
                sum
            })
            .collect();
        let of_category = starter
            .vocabulary
            .all()
            .iter()
            .map(|c| (c.slug.clone(), own(c)))
            .collect();
        Self {
            ranked: ranked.into_iter().map(|(word, _)| word).collect(),
            sums,
            of_category,
        }
    }

    /// A word, the frequent ones more often.
    pub fn any(&self, draw: &mut Draw) -> &str {
        let at = draw.fraction() * self.sums.last().unwrap();
        &self.ranked[self.sums.partition_point(|sum| *sum < at)]
    }

    /// A word of a text about a category.
    pub fn about(&self, category: &CategoryId, draw: &mut Draw) -> &str {
        match self.of_category.get(category) {
            Some(own) if draw.percent(OWN) && !own.is_empty() => draw.one(own).as_str(),
            _ => self.any(draw),
        }
    }

    /// A text of so many words about a category, in sentences.
    pub fn text(&self, category: &CategoryId, count: usize, draw: &mut Draw) -> String {
        let mut text = String::new();
        let mut begins = true;
        for number in 1..=count {
            let word = self.about(category, draw);
            if begins {
                let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
                text.push_str(&first.to_uppercase());
                text.push_str(rest);
            } else {
                text.push_str(word);
            }
            begins = number % 14 == 0;
            if begins || number == count {
                text.push('.');
            }
            if number < count {
                text.push(' ');
            }
        }
        text
    }
}

fn own(category: &Category) -> Vec<String> {
    let explained = category
        .words
        .iter()
        .flat_map(|word| [word.word.as_str(), &word.means]);
    std::iter::once(category.name.as_str())
        .chain(category.synonyms.iter().map(String::as_str))
        .chain(explained)
        .flat_map(split)
        .collect()
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}
