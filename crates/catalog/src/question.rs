//! “Do you offer this to us?” One question of a body however many governments ask
//! it, and one reply for all of them.

use crate::{CategoryId, OfferingId, OrganizationId, answer::StatementOfNo, jurisdiction::Kind};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Letters that a question or a report may have.
pub const LONGEST_MESSAGE: usize = 2_000;
/// Letters that the answer to a report may have.
pub const LONGEST_ANSWER: usize = 4_000;

/// What makes two questions the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionKey {
    /// The body that is asked.
    pub organization: OrganizationId,
    /// About which category.
    pub category: CategoryId,
    /// For which kind of government.
    pub kind: Kind,
}

/// What a body replied with: a record that holds for all who ask.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "with", content = "id", rename_all = "snake_case")]
pub enum Reply {
    /// No: a statement of no.
    StatementOfNo(String),
    /// Yes, by this offering.
    Offering(OfferingId),
    /// Somebody above takes part for them: a participation.
    Participation(String),
}

impl QuestionKey {
    /// Whether a statement of no replies to the question on a day.
    pub fn is_answered_by(
        &self,
        statement: &StatementOfNo,
        day: NaiveDate,
        valid_days: i64,
    ) -> bool {
        statement.by == self.organization
            && statement.category == self.category
            && statement.kinds.iter().any(|word| word.names(self.kind))
            && (day - statement.said_on).num_days() <= valid_days
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, NaiveDate, QuestionKey, StatementOfNo};
    use crate::access::AudienceWord;

    fn check(kinds: Vec<AudienceWord>, category: &str, days_ago: i64, expect: bool) {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let key = QuestionKey {
            organization: "arden".into(),
            category: "gis".into(),
            kind: Kind::Township,
        };
        let statement = StatementOfNo {
            id: "s1".into(),
            by: "arden".into(),
            category: category.into(),
            kinds: kinds.clone(),
            said_on: day - chrono::TimeDelta::days(days_ago),
        };
        let found = key.is_answered_by(&statement, day, 730);
        assert_eq!(found, expect, "{kinds:?} {category} {days_ago}");
    }

    #[test]
    fn a_no_answers_who_it_names_for_as_long_as_it_holds() {
        check(vec![AudienceWord::Township], "gis", 0, true);
        check(vec![AudienceWord::LocalGovernment], "gis", 730, true);
        check(vec![AudienceWord::LocalGovernment], "gis", 731, false);
        check(vec![AudienceWord::County], "gis", 0, false);
        check(vec![AudienceWord::Township], "hosting", 0, false);
    }
}
