//! The wire form of a case: everything that its small world holds.

use super::Constants;
use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, OrganizationId, PlaceId,
    access::AccessRule,
    answer::StatementOfNo,
    eligibility::{Asker, Body},
    jurisdiction::Kind,
    offering::{NotAvailable, Source, Status, Term, Terms},
    organization::Level,
    participation::Participation,
    point::Point,
};
use serde::{Deserialize, de::IgnoredAny};
use std::collections::{HashMap, HashSet};

/// First look: is it one case or a file?
#[derive(Deserialize)]
pub(super) struct Shape {
    pub constants: Option<Constants>,
    pub verdict_cases: Option<IgnoredAny>,
    pub answer_cases: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(super) struct CaseFile {
    #[serde(default)]
    pub verdict_cases: Vec<Case>,
    #[serde(default)]
    pub answer_cases: Vec<Case>,
}

#[derive(Deserialize)]
pub(super) struct Case {
    pub n: u64,
    pub id: String,
    pub as_of: NaiveDate,
    #[serde(default)]
    pub review_days: HashMap<CategoryId, i64>,
    #[serde(default)]
    pub jurisdictions: Vec<Government>,
    #[serde(default)]
    pub organizations: Vec<Organization>,
    #[serde(default)]
    pub offerings: Vec<Offering>,
    #[serde(default)]
    pub participations: Vec<Participation>,
    #[serde(default)]
    pub statements_of_no: Vec<StatementOfNo>,
    pub question: Option<Question>,
    pub questions: Option<Vec<AnswerQuestion>>,
}

#[derive(Deserialize)]
pub(super) struct Question {
    pub jurisdiction: PlaceId,
    pub offering: OfferingId,
}

#[derive(Deserialize)]
pub(super) struct AnswerQuestion {
    pub jurisdiction: PlaceId,
    pub category: CategoryId,
}

#[derive(Deserialize)]
pub(super) struct Government {
    pub id: PlaceId,
    pub kind: Kind,
    #[serde(default)]
    pub parents: Vec<PlaceId>,
    pub population: Option<u64>,
    pub location: Option<Point>,
    #[serde(default = "yes")]
    pub government: bool,
    pub one_government_with: Option<PlaceId>,
    pub sectors: Option<Vec<String>>,
    pub regimes: Option<Vec<String>>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
pub(super) struct Organization {
    pub id: OrganizationId,
    pub level: Level,
    pub role: Option<Role>,
    pub of: Option<PlaceId>,
    #[serde(default)]
    pub serves: Vec<PlaceId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    StateCio,
}

#[derive(Deserialize)]
pub(super) struct Offering {
    pub id: OfferingId,
    pub category: CategoryId,
    pub provider: OrganizationId,
    pub status: Status,
    #[serde(default)]
    pub term: Term,
    pub source: Source,
    pub checked_on: NaiveDate,
    #[serde(default)]
    pub not_available: NotAvailable,
    pub rules: Vec<AccessRule>,
}

impl Offering {
    pub(super) fn terms(&self) -> Terms {
        Terms {
            status: self.status,
            term: self.term,
            source: self.source,
            checked_on: self.checked_on,
            not_available: self.not_available.clone(),
            rules: self.rules.clone(),
        }
    }
}

impl Case {
    /// The government with this id.
    pub(super) fn government(&self, id: &PlaceId) -> Result<&Government, String> {
        self.jurisdictions
            .iter()
            .find(|row| row.id == *id)
            .ok_or_else(|| {
                format!("names jurisdiction “{id}”, which is not among its jurisdictions")
            })
    }

    /// The offering with this id.
    pub(super) fn offering(&self, id: &OfferingId) -> Result<&Offering, String> {
        self.offerings
            .iter()
            .find(|row| row.id == *id)
            .ok_or_else(|| format!("names offering “{id}”, which is not among its offerings"))
    }

    /// Days after which an entry of the category is stale.
    pub(super) fn review_days(&self, category: &CategoryId, constants: Constants) -> i64 {
        self.review_days
            .get(category)
            .copied()
            .unwrap_or(constants.review_days)
    }

    /// The asking government with its chain.
    pub(super) fn asker(&self, id: &PlaceId) -> Result<Asker, String> {
        let own = self.government(id)?;
        let mut rows = vec![own];
        if let Some(twin) = &own.one_government_with {
            rows.push(self.government(twin)?);
        }
        let mut places: HashSet<PlaceId> = HashSet::new();
        for row in &rows {
            places.insert(row.id.clone());
            places.extend(row.parents.iter().cloned());
        }
        let mut bodies = vec![body(&rows)];
        for parent in &own.parents {
            if rows.iter().any(|row| row.id == *parent) {
                continue;
            }
            let row = self.government(parent)?;
            let mut above = vec![row];
            if let Some(twin) = &row.one_government_with {
                above.push(self.government(twin)?);
            }
            bodies.push(body(&above));
        }
        Ok(Asker {
            bodies,
            places,
            may_lie_in: HashSet::new(),
            population: own.population,
            location: own.location,
            sectors: own.sectors.clone(),
            regimes: own.regimes.clone(),
        })
    }
}

fn body(rows: &[&Government]) -> Body {
    Body {
        rows: rows.iter().map(|row| row.id.clone()).collect(),
        kinds: rows.iter().map(|row| row.kind).collect(),
        government: rows.iter().all(|row| row.government),
    }
}
