//! Which offerings fit these words and filters? The index, its schema and analysis,
//! the understanding of a query, facets, marks, suggestions; and the places of the
//! government picker. Alone in naming the engine.

mod acronyms;
mod analysis;
mod clauses;
mod columns;
mod counting;
mod dictionary;
mod directory;
mod doc;
mod eligibility;
mod error;
mod gather;
mod index;
mod lexicon;
mod matched;
mod order;
pub mod places;
mod plan;
mod query;
mod results;
mod schema;
mod search;
mod shown;
mod snapshot;
mod spelling;
mod standing;
mod states;
mod suggest;
mod tally;
mod tokens;
mod typed;
mod understand;
mod weights;

pub use doc::{Change, EVERY_STATE, OfferingDoc, PUBLIC};
pub use eligibility::{Class, EligibilityClasses};
pub use error::Error;
pub use index::Index;
pub use query::{Filters, Query, Sort};
pub use results::{ClassCounts, FacetCount, Facets, Hit, Matched, MatchedField, Results};
pub use suggest::{Suggestion, SuggestionKind};
pub use weights::Weights;
