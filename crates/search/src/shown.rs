//! The texts of an offering that marks and suggestions are cut from, as the index keeps them.

use crate::{doc::OfferingDoc, results::MatchedField};
use interlocal_catalog::category::Vocabulary;
use serde::{Deserialize, Serialize};

/// Stored beside the document.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Shown {
    pub slug: String,
    pub title: String,
    summary: String,
    how_to_join: String,
    category: String,
    provider: String,
    aliases: Vec<String>,
    partners: Vec<String>,
    suppliers: Vec<String>,
    area: String,
    users: String,
    frameworks: Vec<String>,
    groups: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<String>,
}

impl Shown {
    /// Picks the texts of an offering.
    pub fn of(vocabulary: &Vocabulary, offering: &OfferingDoc) -> Self {
        let mut aliases = offering.provider_aliases.clone();
        aliases.extend(offering.aliases.iter().cloned());
        Self {
            slug: offering.slug.clone(),
            title: offering.title.clone(),
            summary: offering.summary.clone(),
            how_to_join: offering.how_to_join.clone(),
            category: vocabulary.name(&offering.category).to_owned(),
            provider: offering.provider_name.clone(),
            aliases,
            partners: offering.partner_names.clone(),
            suppliers: offering.suppliers.clone(),
            area: offering.area_words.clone(),
            users: offering.known_users.clone(),
            frameworks: offering.frameworks.clone(),
            groups: offering.named_groups.clone(),
            lines: offering.lines.clone(),
        }
    }

    /// The texts with their fields, in the order of [`MatchedField`].
    pub fn texts(&self) -> impl Iterator<Item = (MatchedField, &str)> {
        fn all(
            field: MatchedField,
            texts: &[String],
        ) -> impl Iterator<Item = (MatchedField, &str)> {
            texts.iter().map(move |text| (field, text.as_str()))
        }
        [
            (MatchedField::Title, self.title.as_str()),
            (MatchedField::Summary, &self.summary),
            (MatchedField::HowToJoin, &self.how_to_join),
            (MatchedField::Category, &self.category),
            (MatchedField::Provider, &self.provider),
        ]
        .into_iter()
        .chain(all(MatchedField::Alias, &self.aliases))
        .chain(all(MatchedField::Partner, &self.partners))
        .chain(all(MatchedField::Supplier, &self.suppliers))
        .chain([
            (MatchedField::Area, self.area.as_str()),
            (MatchedField::KnownUsers, &self.users),
        ])
        .chain(all(MatchedField::Framework, &self.frameworks))
        .chain(all(MatchedField::Group, &self.groups))
        .chain(all(MatchedField::Line, &self.lines))
    }
}
