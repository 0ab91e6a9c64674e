//! What of an offering is shown to verified governments alone, and what is left of
//! it for everybody else.

use crate::{
    ProgramId,
    access::{AccessRule, Steps},
    offering::Content,
    policy::Visibility,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A fact that a provider may keep for verified governments. What decides a verdict
/// is none of them: who may use an offering is everybody's to know.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RestrictableField {
    /// Price lines and fees.
    Prices,
    /// How one joins or buys.
    HowToJoin,
    /// Whom to write or call.
    Contact,
    /// Documents and their links.
    Documents,
    /// Known users, and the adoptions on record.
    KnownUsers,
}

impl RestrictableField {
    /// Every one.
    pub const ALL: [RestrictableField; 5] = [
        RestrictableField::Prices,
        RestrictableField::HowToJoin,
        RestrictableField::Contact,
        RestrictableField::Documents,
        RestrictableField::KnownUsers,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            RestrictableField::Prices => "prices",
            RestrictableField::HowToJoin => "how_to_join",
            RestrictableField::Contact => "contact",
            RestrictableField::Documents => "documents",
            RestrictableField::KnownUsers => "known_users",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            RestrictableField::Prices => "Prices and fees",
            RestrictableField::HowToJoin => "How to join or buy",
            RestrictableField::Contact => "Contact",
            RestrictableField::Documents => "Documents",
            RestrictableField::KnownUsers => "Who uses it",
        }
    }

    /// The field that a word names.
    pub fn of(word: &str) -> Option<RestrictableField> {
        RestrictableField::ALL
            .into_iter()
            .find(|field| field.word() == word)
    }
}

/// What stands in the place of a program that a reader may not know of.
const UNNAMED: &str = "a-program-not-named-here";

impl Content {
    /// Whether somebody sees less of it than others.
    pub fn is_restricted(&self) -> bool {
        self.visibility != Visibility::Public || !self.restricted_fields.is_empty()
    }

    /// Whether it speaks of any of these programs beside itself.
    pub fn names(&self, programs: &HashSet<ProgramId>) -> bool {
        !programs.is_empty()
            && self
                .rules
                .iter()
                .any(|rule| programs_of(rule).any(|program| programs.contains(program)))
    }

    /// What is left for readers who see neither these fields nor these programs. It
    /// does not say that anything is missing.
    pub fn without(&self, fields: &[RestrictableField], programs: &HashSet<ProgramId>) -> Content {
        let mut left = self.clone();
        left.restricted_fields = Vec::new();
        for field in fields {
            match field {
                RestrictableField::Prices => left.forget_prices(),
                RestrictableField::HowToJoin => {
                    left.how_to_join = String::new();
                    left.agreement = String::new();
                }
                RestrictableField::Contact => left.details.contact = String::new(),
                RestrictableField::Documents => left.details.documents = Vec::new(),
                RestrictableField::KnownUsers => left.known_users = String::new(),
            }
        }
        if self.names(programs) {
            let unnamed = |program: &mut ProgramId| {
                if programs.contains(program) {
                    *program = ProgramId::new(UNNAMED);
                }
            };
            for rule in &mut left.rules {
                if let Some(above) = &mut rule.above {
                    unnamed(&mut above.program);
                }
                if let Steps::Listed(steps) = &mut rule.steps {
                    steps.iter_mut().for_each(|step| unnamed(&mut step.program));
                }
            }
        }
        left
    }

    fn forget_prices(&mut self) {
        self.details.prices = Vec::new();
        self.details.fees = Vec::new();
        let lines = self.details.lines.iter_mut();
        lines.for_each(|line| line.amount = None);
        for rule in &mut self.rules {
            if let Steps::Listed(steps) = &mut rule.steps {
                steps.iter_mut().for_each(|step| step.fee = None);
            }
        }
    }
}

fn programs_of(rule: &AccessRule) -> impl Iterator<Item = &ProgramId> {
    let steps = match &rule.steps {
        Steps::Listed(steps) => steps.as_slice(),
        Steps::NotStated(_) => &[],
    };
    let above = rule.above.iter().map(|above| &above.program);
    above.chain(steps.iter().map(|step| &step.program))
}
