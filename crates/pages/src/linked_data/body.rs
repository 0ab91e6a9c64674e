//! A body, as an organization of the public or of its members.

use super::{Thing, whole};
use crate::{href, pages::OrganizationPage};
use interlocal_catalog::organization::BodyKind;
use serde_json::{Value, json};

impl OrganizationPage {
    /// Who it is.
    pub(crate) fn linked(&self) -> Value {
        let path = href::organization(&self.body.slug);
        let serves = self.serves.iter();
        let serves = serves.map(|place| json!({"@type": "AdministrativeArea", "name": place.name}));
        Thing::of(kind(self.kind))
            .says("@id", whole(&self.shell, &format!("{path}#body")))
            .says("name", self.body.name.as_str())
            .says("alternateName", self.aliases.clone())
            .says("url", self.body.website.as_deref().and_then(href::outside))
            .says("areaServed", serves.collect::<Vec<_>>())
            .value()
    }
}

/// Cooperatives, consortia and nonprofits may be public or not: that is not recorded.
fn kind(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::StateCioOffice
        | BodyKind::StateAgency
        | BodyKind::LocalGovernment
        | BodyKind::RegionalCouncil
        | BodyKind::JointPowers
        | BodyKind::SpecialDistrict
        | BodyKind::Federal => "GovernmentOrganization",
        BodyKind::Consortium
        | BodyKind::Utility
        | BodyKind::EducationServiceAgency
        | BodyKind::ResearchEducationNetwork
        | BodyKind::Cooperative
        | BodyKind::Nonprofit => "Organization",
    }
}
