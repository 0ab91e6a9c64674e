//! Everybody's own way into a body: find it, ask, or come in by a known domain.

mod ask;
mod by_domain;
mod governments;
mod tell;

use crate::{Error, Portal, Snapshot, gate};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId, PlaceId,
    organization::Organization,
    policy::{Actor, Role},
};
use interlocal_store::Wanted;

pub use governments::GovernmentRequest;

/// What somebody asked to belong to, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRequest {
    /// What they asked to belong to.
    pub wanted: Joinable,
    /// The name of the body or government.
    pub name: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Whether it was granted; none while it is open.
    pub granted: Option<bool>,
    /// What was said with the decision.
    pub words: String,
}

/// What somebody belongs to and asks for.
#[derive(Clone, Debug, Default)]
pub struct OwnPlaces {
    /// Bodies and the roles in them.
    pub bodies: Vec<(OrganizationId, String, Role)>,
    /// Requests, the newest first.
    pub requests: Vec<OwnRequest>,
    /// Whether the address is confirmed.
    pub confirmed: bool,
}

/// A body or government that somebody may ask to join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joinable {
    /// A body of the directory.
    Body(OrganizationId),
    /// A government that is none yet.
    Government(PlaceId),
}

impl Portal {
    /// What somebody who has signed in belongs to and asks for.
    pub async fn read_own_places(&self, actor: &Actor) -> Result<OwnPlaces, Error> {
        let person = gate::person(actor)?;
        let snapshot = self.snapshot();
        let name = |id: &OrganizationId| snapshot.directory.organization_name(id).to_owned();
        let account = self.store.account(person.id).await?;
        let requests = self.store.join_requests_of(person.id).await?;
        Ok(OwnPlaces {
            bodies: person
                .roles
                .iter()
                .map(|(body, role)| (body.clone(), name(body), *role))
                .collect(),
            requests: requests
                .into_iter()
                .map(|request| OwnRequest {
                    name: match &request.wanted {
                        Wanted::Body(body) => name(body),
                        Wanted::Government(place) => snapshot.directory.full_name(place),
                    },
                    wanted: match request.wanted {
                        Wanted::Body(body) => Joinable::Body(body),
                        Wanted::Government(place) => Joinable::Government(place),
                    },
                    asked_at: request.asked_at,
                    granted: request.decision.as_ref().map(|decision| decision.granted),
                    words: request
                        .decision
                        .map(|decision| decision.words)
                        .unwrap_or_default(),
                })
                .collect(),
            confirmed: account.is_some_and(|account| account.confirmed_at.is_some()),
        })
    }

    /// Bodies whose name or alias has every word, by name, and how many there are.
    pub fn find_bodies(
        &self,
        words: &str,
        (offset, limit): (usize, usize),
    ) -> (usize, Vec<Organization>) {
        let snapshot = self.snapshot();
        let found = self.bodies_with(&snapshot, words);
        let total = found.len();
        let piece = found.into_iter().skip(offset).take(limit);
        (total, piece.cloned().collect())
    }

    /// Every body whose name or alias has every word, by name.
    pub(crate) fn bodies_with<'a>(
        &self,
        snapshot: &'a Snapshot,
        words: &str,
    ) -> Vec<&'a Organization> {
        let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<&Organization> = snapshot
            .directory
            .organizations()
            .filter(|body| {
                let names: Vec<String> = std::iter::once(&body.name)
                    .chain(&body.aliases)
                    .map(|name| name.to_lowercase())
                    .chain([body.id.to_string()])
                    .collect();
                wanted
                    .iter()
                    .all(|word| names.iter().any(|name| name.contains(word.as_str())))
            })
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id)));
        found
    }

    /// The body or government that somebody may ask to join: a government that is a
    /// body of the directory is that body.
    pub fn joinable(&self, wanted: &Joinable) -> Result<(Joinable, String), Error> {
        let snapshot = self.snapshot();
        let directory = &snapshot.directory;
        match wanted {
            Joinable::Body(id) => {
                let body = directory.organization(id).ok_or(Error::NotFound)?;
                Ok((Joinable::Body(body.id.clone()), body.name.clone()))
            }
            Joinable::Government(place) => {
                let row = directory.jurisdiction(place).ok_or(Error::NotFound)?;
                if let Some(body) = directory.body_of_government(row) {
                    return Ok((Joinable::Body(body.id.clone()), body.name.clone()));
                }
                Ok((wanted.clone(), directory.full_name(place)))
            }
        }
    }
}
