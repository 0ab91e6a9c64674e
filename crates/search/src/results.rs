//! What the index answers.

use crate::eligibility::Class;

/// One page of results with the counts of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many offerings fit words and filters.
    pub total: u64,
    /// The total with the other choice of `include_expired`, where it was asked for.
    pub other_terms_total: Option<u64>,
    /// The page that was asked for.
    pub hits: Vec<Hit>,
    /// What each facet value would list.
    pub facets: Facets,
    /// The words with misspellings corrected; the results already count on them.
    pub did_you_mean: Option<String>,
    /// Number of the state of the index; a cached answer holds while it is the same.
    pub generation: u64,
}

/// One offering found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the store.
    pub id: i64,
    /// Its slug.
    pub slug: String,
    /// How well it fits; zero without words.
    pub score: f32,
    /// What the chosen government's verdict says; none when none is chosen.
    pub class: Option<Class>,
    /// Where the words were found.
    pub matched: Vec<Matched>,
}

/// A field in which words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// Which field.
    pub field: MatchedField,
    /// Its text or a window of it, cut where a found word begins or ends; true marks one.
    pub fragments: Vec<(String, bool)>,
}

/// Fields in which words are looked for and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MatchedField {
    /// The title.
    Title,
    /// The summary.
    Summary,
    /// How to join or buy.
    HowToJoin,
    /// The category, by its name or another word for it.
    Category,
    /// The publishing body.
    Provider,
    /// Another name of the offering or the body.
    Alias,
    /// A body beside the provider.
    Partner,
    /// A supplier.
    Supplier,
    /// The area in the source's words.
    Area,
    /// Known users.
    KnownUsers,
    /// A framework or regime.
    Framework,
    /// A named group.
    Group,
    /// A line of the contract.
    Line,
}

impl MatchedField {
    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            MatchedField::Title => "title",
            MatchedField::Summary => "summary",
            MatchedField::HowToJoin => "how to join or buy",
            MatchedField::Category => "category",
            MatchedField::Provider => "provider",
            MatchedField::Alias => "other name",
            MatchedField::Partner => "partner",
            MatchedField::Supplier => "supplier",
            MatchedField::Area => "area",
            MatchedField::KnownUsers => "known users",
            MatchedField::Framework => "framework",
            MatchedField::Group => "group",
            MatchedField::Line => "line of the contract",
        }
    }
}

/// Counts by facet group. Each equals the total the list would show with that value
/// alone picked in its group, the other groups as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Slugs of both levels; a first-level count includes its children.
    pub category: Vec<FacetCount>,
    /// Words of `OfferingKind`.
    pub kind: Vec<FacetCount>,
    /// Words of `Level`.
    pub level: Vec<FacetCount>,
    /// Postal codes named by some offering, and `ALL`. A state's count includes the
    /// offerings for every state; the count of `ALL` is those alone.
    pub state: Vec<FacetCount>,
    /// Words of `CostModel`.
    pub cost_model: Vec<FacetCount>,
    /// Words of agreement.
    pub agreement: Vec<FacetCount>,
    /// Offerings by class; none when no government is chosen.
    pub usable: Option<ClassCounts>,
}

/// A facet value and its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// How many the list would show.
    pub count: u64,
    /// Whether it is picked; a picked value stands here even when it counts nothing.
    pub selected: bool,
}

/// Offerings by class, whatever is picked in the group itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassCounts {
    /// Yes, or yes after steps.
    pub usable: u64,
    /// Not recorded.
    pub unknown: u64,
    /// No.
    pub not_usable: u64,
}
