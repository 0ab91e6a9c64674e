//! The weights of ranking. The defaults are measured on the judged queries.

/// How much each sign of fit counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// A word in the title.
    pub title: f32,
    /// A word in a name: slug, alias, provider, partner, supplier.
    pub names: f32,
    /// A word in the summary or the way to join.
    pub body: f32,
    /// A word among the names and synonyms of the category.
    pub topic: f32,
    /// A word in area, known users, frameworks, groups or state.
    pub more: f32,
    /// The word exactly as written, beside its stem.
    pub exact: f32,
    /// Another word or phrase of the same meaning.
    pub synonym: f32,
    /// Score of the category that the words name.
    pub category: f32,
    /// Score of the first-level category above the one that the words name.
    pub parent: f32,
    /// How a category's score is shared among the words that name it: 0 not, 1 evenly.
    pub share: f32,
    /// Two words of the query near each other.
    pub near: f32,
    /// A word that the typed one begins.
    pub prefix: f32,
    /// A word at one misspelling's distance.
    pub typo: f32,
    /// Words that say little in this trade: city, service, help.
    pub weak: f32,
    /// Share of the fields beside the best that is added to a word's score.
    pub tie: f32,
    /// Results below this share of the best score are left out.
    pub cut: f32,
    /// The same when a government is chosen, as its classes come before the score.
    pub cut_for: f32,
    /// Factor for an offering without a source.
    pub unsourced: f32,
    /// Factor for an entry past its review interval.
    pub stale: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            title: 1.6,
            names: 1.0,
            body: 1.5,
            topic: 0.6,
            more: 0.4,
            exact: 0.3,
            synonym: 0.7,
            category: 3.0,
            parent: 0.5,
            share: 0.5,
            near: 0.4,
            prefix: 0.5,
            typo: 0.8,
            weak: 0.5,
            tie: 0.3,
            cut: 0.15,
            cut_for: 0.4,
            unsourced: 0.95,
            stale: 0.9,
        }
    }
}
