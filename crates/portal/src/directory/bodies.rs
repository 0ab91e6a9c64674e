//! Bodies and state CIO offices, and bodies that were merged into another one.

use super::Directory;
use interlocal_catalog::{
    OrganizationId, PlaceId,
    jurisdiction::{Jurisdiction, JurisdictionKey},
    organization::{BodyKind, CioOffice, Organization},
};
use std::collections::HashMap;

/// Bodies as rows.
#[derive(Default)]
pub struct Bodies {
    /// Every body.
    pub organizations: Vec<Organization>,
    /// Those that were merged, and into which.
    pub merged: HashMap<OrganizationId, OrganizationId>,
    /// State CIO offices.
    pub cio_offices: Vec<CioOffice>,
}

impl Directory {
    /// The same governments with other bodies; nothing of the ground is copied.
    pub fn with_bodies(&self, bodies: Bodies) -> Self {
        let mut serving: HashMap<PlaceId, Vec<OrganizationId>> = HashMap::new();
        for body in &bodies.organizations {
            for place in &body.serves {
                serving
                    .entry(place.clone())
                    .or_default()
                    .push(body.id.clone());
            }
        }
        Self {
            ground: std::sync::Arc::clone(&self.ground),
            organizations: bodies
                .organizations
                .into_iter()
                .map(|body| (body.id.clone(), body))
                .collect(),
            merged: bodies.merged,
            serving,
            cio_offices: bodies
                .cio_offices
                .into_iter()
                .map(|office| (office.jurisdiction.clone(), office))
                .collect(),
        }
    }

    /// Whether the other one stands on the same governments, read once for both.
    pub fn shares_ground(&self, other: &Self) -> bool {
        std::sync::Arc::ptr_eq(&self.ground, &other.ground)
    }

    /// How many bodies there are.
    pub fn organization_count(&self) -> usize {
        self.organizations.len()
    }

    /// The body that a slug leads to: its own, or the one it was merged into.
    pub fn canonical<'a>(&'a self, id: &'a OrganizationId) -> &'a OrganizationId {
        self.merged.get(id).unwrap_or(id)
    }

    /// The body that a slug leads to.
    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.organizations.get(self.canonical(id))
    }

    /// Bodies that were merged into this one.
    pub fn merged_into<'a>(
        &'a self,
        id: &'a OrganizationId,
    ) -> impl Iterator<Item = &'a OrganizationId> {
        self.merged
            .iter()
            .filter(move |(_, into)| *into == id)
            .map(|(from, _)| from)
    }

    /// The body that a government is; none where the directory has none.
    pub fn body_of_government(&self, row: &Jurisdiction) -> Option<&Organization> {
        let (kind, _) = BodyKind::of_government(row.key.kind());
        let own = row.key.place();
        let twin = row.one_government_with.as_ref().map(JurisdictionKey::place);
        let is_it = |body: &&Organization| {
            let of = body.of.as_ref();
            let there = of == Some(&own) || (of.is_some() && of == twin.as_ref());
            // Many agencies belong to a state; the state itself has its name.
            there && body.kind == kind && (kind != BodyKind::StateAgency || body.name == row.name)
        };
        self.organizations()
            .filter(is_it)
            .min_by_key(|body| &body.id)
    }

    /// Every body, in no order.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values()
    }

    /// The name of a body; its slug where it is not known.
    pub fn organization_name<'a>(&'a self, id: &'a OrganizationId) -> &'a str {
        self.organization(id)
            .map_or(id.as_str(), |body| body.name.as_str())
    }

    /// What is known of the CIO office of a state.
    pub fn cio_office(&self, state: &PlaceId) -> Option<&CioOffice> {
        self.cio_offices.get(state)
    }

    /// Every state CIO office.
    pub fn cio_offices(&self) -> impl Iterator<Item = &CioOffice> {
        self.cio_offices.values()
    }

    /// Bodies that serve a place as a whole.
    pub fn serving(&self, place: &PlaceId) -> &[OrganizationId] {
        self.serving.get(place).map_or(&[], Vec::as_slice)
    }

    /// The postal code of the state that a body belongs to; none for a body of many.
    pub fn postal_of(&self, body: &Organization) -> Option<&str> {
        let of = body.of.as_ref().or_else(|| body.serves.first())?;
        self.jurisdiction(of).map(|row| row.state.as_str())
    }
}
