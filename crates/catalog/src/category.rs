//! The category vocabulary of two levels, with the words people use for it.

use crate::CategoryId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A category as the vocabulary file writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The slug.
    pub slug: CategoryId,
    /// The name on pages.
    pub name: String,
    /// The first-level category it stands under; none on the first level.
    #[serde(default)]
    pub parent: Option<CategoryId>,
    /// What belongs to it, in one or two sentences.
    pub meaning: String,
    /// Other words and phrases for it.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Words of the trade explained: `{"EDR": "endpoint detection and response"}`.
    #[serde(default)]
    pub words: Vec<ExplainedWord>,
}

/// A word of the trade and what it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainedWord {
    /// The word or acronym: `EDR`.
    pub word: String,
    /// What it stands for: `endpoint detection and response`.
    pub means: String,
}

/// The file: version, categories in the order of pages, groups of words that mean the same.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct VocabularyFile {
    version: String,
    categories: Vec<Category>,
    #[serde(default)]
    same: Vec<Vec<String>>,
}

/// Why a vocabulary does not stand.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// The text is no vocabulary file; says line and column.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Two categories share a slug.
    #[error("the slug “{0}” stands twice")]
    Twice(CategoryId),
    /// A parent is missing or is itself a child.
    #[error("“{0}” stands under “{1}”, which is not a first-level category")]
    Parent(CategoryId, CategoryId),
}

/// The vocabulary, checked.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    version: String,
    categories: Vec<Category>,
    same: Vec<Vec<String>>,
    position: HashMap<CategoryId, usize>,
}

impl Vocabulary {
    /// Reads a vocabulary file (JSON).
    pub fn parse(json: &str) -> Result<Self, VocabularyError> {
        let file: VocabularyFile = serde_json::from_str(json)?;
        let mut position = HashMap::new();
        for (index, category) in file.categories.iter().enumerate() {
            if position.insert(category.slug.clone(), index).is_some() {
                return Err(VocabularyError::Twice(category.slug.clone()));
            }
        }
        for category in &file.categories {
            let Some(parent) = &category.parent else {
                continue;
            };
            let first_level = position
                .get(parent)
                .and_then(|index| file.categories.get(*index))
                .is_some_and(|parent| parent.parent.is_none());
            if !first_level {
                return Err(VocabularyError::Parent(
                    category.slug.clone(),
                    parent.clone(),
                ));
            }
        }
        Ok(Self {
            version: file.version,
            categories: file.categories,
            same: file.same,
            position,
        })
    }

    /// The version of the file.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every category, in the order of pages; children follow their parent.
    pub fn all(&self) -> &[Category] {
        &self.categories
    }

    /// Groups of words and phrases that mean the same, beside the categories' own.
    pub fn same(&self) -> &[Vec<String>] {
        &self.same
    }

    /// The category with this slug.
    pub fn get(&self, slug: &CategoryId) -> Option<&Category> {
        self.position
            .get(slug)
            .and_then(|index| self.categories.get(*index))
    }

    /// The name on pages; the slug itself for a category that is not in the vocabulary.
    pub fn name<'a>(&'a self, slug: &'a CategoryId) -> &'a str {
        self.get(slug)
            .map_or(slug.as_str(), |category| &category.name)
    }

    /// First-level categories, in order.
    pub fn first_level(&self) -> impl Iterator<Item = &Category> {
        self.categories
            .iter()
            .filter(|category| category.parent.is_none())
    }

    /// Categories directly under this one, in order.
    pub fn children(&self, slug: &CategoryId) -> impl Iterator<Item = &Category> {
        self.categories
            .iter()
            .filter(move |category| category.parent.as_ref() == Some(slug))
    }

    /// The first-level category of a slug; itself on the first level.
    pub fn first_of<'a>(&'a self, slug: &'a CategoryId) -> &'a CategoryId {
        self.get(slug)
            .and_then(|category| category.parent.as_ref())
            .unwrap_or(slug)
    }

    /// Whether `slug` is `category` itself or stands under it.
    pub fn within(&self, slug: &CategoryId, category: &CategoryId) -> bool {
        slug == category
            || self
                .get(slug)
                .is_some_and(|c| c.parent.as_ref() == Some(category))
    }
}
