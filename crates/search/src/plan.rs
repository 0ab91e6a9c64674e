//! What is looked for: a slot for each word, with everything that satisfies it.

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// One for each word that means something.
    pub slots: Vec<Slot>,
    /// Phrases in quotes, as exact words; all are demanded.
    pub phrases: Vec<Vec<String>>,
    /// Stems of words that stand side by side.
    pub pairs: Vec<[String; 2]>,
    /// The text with misspellings corrected.
    pub did_you_mean: Option<String>,
}

/// A word of the query with everything that satisfies it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot {
    /// How much it counts.
    pub weight: f32,
    /// What satisfies it.
    pub choices: Vec<Choice>,
}

/// One thing that satisfies a word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Choice {
    /// Stems, several as a phrase.
    Words { stems: Vec<String>, boost: f32 },
    /// Stems of another word or phrase of the same meaning.
    Other { stems: Vec<String>, boost: f32 },
    /// A word exactly as written.
    Exact { word: String, boost: f32 },
    /// An offering of this category.
    Category { slug: String, boost: f32 },
}

impl Choice {
    fn boost(&self) -> f32 {
        match self {
            Choice::Words { boost, .. }
            | Choice::Other { boost, .. }
            | Choice::Exact { boost, .. }
            | Choice::Category { boost, .. } => *boost,
        }
    }

    /// Whether both are met by the same documents, as far as it matters.
    fn is_like(&self, other: &Choice) -> bool {
        match (self, other) {
            (
                Choice::Words { stems: a, .. } | Choice::Other { stems: a, .. },
                Choice::Words { stems: b, .. } | Choice::Other { stems: b, .. },
            ) => a == b,
            (Choice::Category { slug: a, .. }, Choice::Category { slug: b, .. }) => a == b,
            _ => false,
        }
    }
}

impl Slot {
    /// Keeps of choices that are alike the one that counts most.
    pub fn keep_best(&mut self) {
        let mut kept: Vec<Choice> = Vec::new();
        self.choices.sort_by(|a, b| b.boost().total_cmp(&a.boost()));
        for choice in self.choices.drain(..) {
            if !kept.iter().any(|other| other.is_like(&choice)) {
                kept.push(choice);
            }
        }
        self.choices = kept;
    }
}
