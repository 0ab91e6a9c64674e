//! Bodies that offer or seek.

use crate::{OrganizationId, PlaceId, jurisdiction::Kind};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The three levels, also the facet “provider level”.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// State offices and agencies, state authorities.
    State,
    /// Regional bodies, consortia, cooperatives, federal programs, nonprofits.
    Regional,
    /// Counties, cities and other local governments.
    Local,
}

impl Level {
    /// Every level, in the order of the level floor.
    pub const ALL: [Level; 3] = [Level::State, Level::Regional, Level::Local];

    /// The word in rows, facets and pages.
    pub fn word(self) -> &'static str {
        match self {
            Level::State => "state",
            Level::Regional => "regional",
            Level::Local => "local",
        }
    }
}

/// What kind of body it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// The central IT office of a state.
    StateCioOffice,
    /// Another agency or authority of a state.
    StateAgency,
    /// A county, city, town or other local government.
    LocalGovernment,
    /// A council of governments or planning commission.
    RegionalCouncil,
    /// A body made by a joint-powers or interlocal agreement.
    JointPowers,
    /// A consortium.
    Consortium,
    /// A public utility.
    Utility,
    /// An education service agency.
    EducationServiceAgency,
    /// A research and education network.
    ResearchEducationNetwork,
    /// A special district.
    SpecialDistrict,
    /// A purchasing cooperative.
    Cooperative,
    /// A federal program or agency.
    Federal,
    /// A nonprofit.
    Nonprofit,
}

impl BodyKind {
    /// Every kind, in the order of forms.
    pub const ALL: [BodyKind; 13] = [
        BodyKind::StateCioOffice,
        BodyKind::StateAgency,
        BodyKind::LocalGovernment,
        BodyKind::RegionalCouncil,
        BodyKind::JointPowers,
        BodyKind::Consortium,
        BodyKind::Utility,
        BodyKind::EducationServiceAgency,
        BodyKind::ResearchEducationNetwork,
        BodyKind::SpecialDistrict,
        BodyKind::Cooperative,
        BodyKind::Federal,
        BodyKind::Nonprofit,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            BodyKind::StateCioOffice => "state_cio_office",
            BodyKind::StateAgency => "state_agency",
            BodyKind::LocalGovernment => "local_government",
            BodyKind::RegionalCouncil => "regional_council",
            BodyKind::JointPowers => "joint_powers",
            BodyKind::Consortium => "consortium",
            BodyKind::Utility => "utility",
            BodyKind::EducationServiceAgency => "education_service_agency",
            BodyKind::ResearchEducationNetwork => "research_education_network",
            BodyKind::SpecialDistrict => "special_district",
            BodyKind::Cooperative => "cooperative",
            BodyKind::Federal => "federal",
            BodyKind::Nonprofit => "nonprofit",
        }
    }

    /// The kind and level of the body that a government of this kind is.
    pub fn of_government(kind: Kind) -> (BodyKind, Level) {
        match kind {
            Kind::State | Kind::Territory | Kind::StateAgency => {
                (BodyKind::StateAgency, Level::State)
            }
            Kind::SpecialDistrict => (BodyKind::SpecialDistrict, Level::Regional),
            Kind::County
            | Kind::Municipality
            | Kind::Township
            | Kind::SchoolDistrict
            | Kind::Tribal => (BodyKind::LocalGovernment, Level::Local),
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            BodyKind::StateCioOffice => "state CIO office",
            BodyKind::StateAgency => "state agency",
            BodyKind::LocalGovernment => "local government",
            BodyKind::RegionalCouncil => "regional council",
            BodyKind::JointPowers => "joint-powers body",
            BodyKind::Consortium => "consortium",
            BodyKind::Utility => "public utility",
            BodyKind::EducationServiceAgency => "education service agency",
            BodyKind::ResearchEducationNetwork => "research and education network",
            BodyKind::SpecialDistrict => "special district",
            BodyKind::Cooperative => "purchasing cooperative",
            BodyKind::Federal => "federal program",
            BodyKind::Nonprofit => "nonprofit",
        }
    }
}

/// A body that offers or seeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organization {
    /// The slug.
    pub id: OrganizationId,
    /// Its full name.
    pub name: String,
    /// Other spellings and abbreviations.
    pub aliases: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Its level.
    pub level: Level,
    /// Whether it is the CIO office of its jurisdiction.
    pub state_cio: bool,
    /// The jurisdiction it belongs to.
    pub of: Option<PlaceId>,
    /// Places it serves; everything that lies in them is served.
    pub serves: Vec<PlaceId>,
    /// Its own website.
    pub website: Option<String>,
}

/// What is known of the central IT office of a state.
#[derive(Clone, Debug, PartialEq)]
pub struct CioOffice {
    /// The state or territory.
    pub jurisdiction: PlaceId,
    /// The office.
    pub organization: OrganizationId,
    /// Whether it serves local governments: `yes`, `no`, `unknown`.
    pub serves_local_government: String,
    /// Whether they may buy from state contracts: `yes`, `partial`, `unknown`.
    pub local_contract_access: String,
    /// Name of the contract portal; empty when not known.
    pub portal_name: String,
    /// Its address; empty when not known.
    pub portal_url: String,
    /// The central purchasing office.
    pub purchasing_office: Option<OrganizationId>,
    /// What else the source says.
    pub note: String,
    /// Where it was read; empty when nothing is recorded.
    pub source: String,
    /// How sure the source is.
    pub source_confidence: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::{BodyKind, Level};
    use crate::jurisdiction::Kind;

    #[test]
    fn every_kind_of_body_is_written_as_its_word() {
        for kind in BodyKind::ALL {
            let written = serde_json::to_value(kind).unwrap();
            assert_eq!(written, kind.word());
        }
    }

    #[test]
    fn a_government_is_a_body_of_its_own_level() {
        let expect = (BodyKind::LocalGovernment, Level::Local);
        assert_eq!(BodyKind::of_government(Kind::Township), expect);
        let expect = (BodyKind::StateAgency, Level::State);
        assert_eq!(BodyKind::of_government(Kind::Territory), expect);
    }
}
