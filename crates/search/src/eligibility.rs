//! Which rule sets the asking government may use, as numbers.

/// What the verdict says of a rule set, in the order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Yes, or yes after steps.
    Usable,
    /// Not recorded.
    Unknown,
    /// No.
    NotUsable,
}

impl Class {
    /// Every class, in order.
    pub const ALL: [Class; 3] = [Class::Usable, Class::Unknown, Class::NotUsable];

    /// The word in facets.
    pub fn word(self) -> &'static str {
        match self {
            Class::Usable => "usable",
            Class::Unknown => "unknown",
            Class::NotUsable => "not_usable",
        }
    }
}

/// The class of every rule set for one government on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EligibilityClasses(Vec<u8>);

impl EligibilityClasses {
    /// Takes the classes in the order of the rule sets' numbers, from 0.
    pub fn new(classes: impl IntoIterator<Item = Class>) -> Self {
        Self(classes.into_iter().map(|class| class as u8).collect())
    }

    /// The class of a rule set; unknown for a number that was not given.
    pub fn of(&self, rule_set: u32) -> Class {
        match self.0.get(rule_set as usize) {
            Some(0) => Class::Usable,
            Some(2) => Class::NotUsable,
            _ => Class::Unknown,
        }
    }
}
