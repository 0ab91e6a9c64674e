//! Requests for governments that are no body of the directory yet: a steward who
//! grants one makes the body.

use crate::{
    Error, Portal, gate,
    members::{Answer, words_of},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId, PlaceId,
    id::slug_of,
    organization::{BodyKind, Organization},
    policy::{Actor, Role},
};
use interlocal_store::{Decision, Deed, Tx, Wanted};

/// Somebody asks for a government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GovernmentRequest {
    /// The row of the request.
    pub id: i32,
    /// The government.
    pub place: PlaceId,
    /// Its name with its state.
    pub name: String,
    /// The address of who asks.
    pub email: String,
    /// Their name; may be empty.
    pub person_name: String,
    /// In their words.
    pub message: String,
    /// When.
    pub asked_at: DateTime<Utc>,
}

impl Portal {
    /// Open requests for governments, the oldest first.
    pub async fn read_government_requests(
        &self,
        actor: &Actor,
    ) -> Result<Vec<GovernmentRequest>, Error> {
        gate::oversee(actor)?;
        let snapshot = self.snapshot();
        let open = self.store.open_government_requests().await?;
        Ok(open
            .into_iter()
            .filter_map(|(request, account)| match request.wanted {
                Wanted::Government(place) => Some(GovernmentRequest {
                    id: request.id,
                    name: snapshot.directory.full_name(&place),
                    place,
                    email: account.email,
                    person_name: account.name,
                    message: request.message,
                    asked_at: request.asked_at,
                }),
                Wanted::Body(_) => None,
            })
            .collect())
    }

    /// Decides a request for a government. Granted, its body is made where it is none
    /// yet, and the person gets this role in it.
    pub async fn decide_government_request(
        &self,
        actor: &Actor,
        request: i32,
        answer: Answer<'_>,
        role: Role,
    ) -> Result<Option<OrganizationId>, Error> {
        gate::steward(actor)?;
        let words = words_of(answer)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let request = tx.open_government_request(request).await?;
        let request = request.ok_or(Error::NotFound)?;
        let Wanted::Government(place) = &request.wanted else {
            return Err(Error::NotFound);
        };
        let account = tx.account(request.person).await?.ok_or(Error::NotFound)?;
        let granted = answer == Answer::Grant;
        let body = if granted {
            let body = self.body_for(&tx, place).await?;
            tx.set_role(account.id, &body.id, role, at).await?;
            tx.announce_body(&body.id, at).await?;
            Some(body)
        } else {
            None
        };
        let decision = Decision {
            at,
            granted,
            by: actor.audit_name().to_owned(),
            words: words.to_owned(),
        };
        tx.decide_request(&request, &decision).await?;
        let name = self.snapshot().directory.full_name(place);
        let deed = Deed {
            action: if granted {
                "grant_government"
            } else {
                "refuse_government"
            },
            subject: &account.email,
            reason: if granted { place.as_str() } else { words },
            body: body.as_ref().map(|body| &body.id),
        };
        tx.audit(at, actor, &deed).await?;
        self.tell_decision(&tx, &account.email, (&name, &decision))
            .await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await?;
        Ok(body.map(|body| body.id))
    }

    /// The body of a government; made where there is none.
    async fn body_for(&self, tx: &Tx, place: &PlaceId) -> Result<Organization, Error> {
        let snapshot = self.snapshot();
        let row = snapshot
            .directory
            .jurisdiction(place)
            .ok_or(Error::NotFound)?;
        if let Some(body) = snapshot.directory.body_of_government(row)
            && let Some(body) = tx.organization(&body.id).await?
        {
            return Ok(body);
        }
        let (kind, level) = BodyKind::of_government(row.key.kind());
        let name = snapshot.directory.name(place).to_owned();
        let id = self
            .free_slug(tx, &snapshot.directory.full_name(place))
            .await?;
        let body = Organization {
            id,
            name,
            aliases: Vec::new(),
            kind,
            level,
            state_cio: false,
            of: Some(place.clone()),
            serves: vec![place.clone()],
            website: None,
        };
        tx.add_organization(&body).await?;
        Ok(body)
    }

    /// A slug out of a name that no body has or had.
    pub(crate) async fn free_slug(&self, tx: &Tx, name: &str) -> Result<OrganizationId, Error> {
        let base = slug_of(name);
        let base = if base.is_empty() { "body" } else { &base };
        let mut slug = base.to_owned();
        let mut number = 1;
        while tx.is_slug_taken(&slug).await? {
            number += 1;
            slug = format!("{base}-{number}");
        }
        Ok(OrganizationId::new(slug))
    }
}
