//! What is asked of the index.

use crate::{doc::PUBLIC, eligibility::EligibilityClasses};
use interlocal_catalog::NaiveDate;
use std::sync::Arc;

/// A search: words, filters, on whose behalf, order and page.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// The words as typed; empty browses everything.
    pub words: String,
    /// Facet values that were picked.
    pub filters: Filters,
    /// Classes for the chosen government; none when no government is chosen.
    pub eligibility: Option<Arc<EligibilityClasses>>,
    /// The day in question.
    pub today: NaiveDate,
    /// Whether offerings outside their term are listed too.
    pub include_expired: bool,
    /// Whether to say how many the list would hold with the other choice of
    /// `include_expired`.
    pub count_other_terms: bool,
    /// Only offerings whose last day is at most so many days away.
    pub ends_within: Option<u32>,
    /// The order of the list.
    pub sort: Sort,
    /// How many results are passed over.
    pub offset: usize,
    /// How many results are wanted.
    pub limit: usize,
    /// Visibility terms the reader may see.
    pub visible: Vec<String>,
}

impl Query {
    /// The first twenty results for these words, as everybody sees them on `today`.
    pub fn new(words: impl Into<String>, today: NaiveDate) -> Self {
        Self {
            words: words.into(),
            filters: Filters::default(),
            eligibility: None,
            today,
            include_expired: false,
            count_other_terms: false,
            ends_within: None,
            sort: Sort::BestFit,
            offset: 0,
            limit: 20,
            visible: vec![PUBLIC.to_owned()],
        }
    }
}

/// Picked values: any of a group, and all groups. An empty group does not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Category slugs; one of the first level stands for its children too.
    pub category: Vec<String>,
    /// Words of `OfferingKind`.
    pub kind: Vec<String>,
    /// Words of `Level`.
    pub level: Vec<String>,
    /// Postal codes; an offering for every state fits each of them. `ALL` picks those alone.
    pub state: Vec<String>,
    /// Words of `CostModel`.
    pub cost_model: Vec<String>,
    /// Words of agreement.
    pub agreement: Vec<String>,
    /// Slugs of publishing bodies.
    pub provider: Vec<String>,
    /// Only what the chosen government may use; without effect when none is chosen.
    pub usable: bool,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// With a chosen government usable first, then unknown, then not usable; inside by
    /// fit, without words by confidence and title.
    #[default]
    BestFit,
    /// The nearest last day first, then those without one, then those that have ended.
    EndsSoonest,
    /// The latest change first.
    Newest,
    /// By title.
    Name,
}
