//! Requests to join: of a body of the directory, or of a government that is none yet.

use crate::{
    Account, Error, Store, Tx,
    entity::{government_request, membership_request, person, removed_member},
    people::account_of,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, PlaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};
use std::collections::HashMap;

/// What somebody asks to belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A body.
    Body(OrganizationId),
    /// A government that is no body of the directory.
    Government(PlaceId),
}

/// A request to join.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinRequest {
    /// Its row among those of bodies or of governments.
    pub id: i32,
    /// Who asks.
    pub person: i32,
    /// For what.
    pub wanted: Wanted,
    /// In their words.
    pub message: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// How it was decided; none while it is open.
    pub decision: Option<Decision>,
}

/// How a request was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// When.
    pub at: DateTime<Utc>,
    /// Whether they may.
    pub granted: bool,
    /// Who decided, as the audit log names them.
    pub by: String,
    /// In their words.
    pub words: String,
}

impl Tx {
    /// Keeps a request; a conflict when the same is open.
    pub async fn add_join_request(
        &self,
        person: i32,
        wanted: &Wanted,
        message: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        match wanted {
            Wanted::Body(body) => {
                let row = membership_request::ActiveModel {
                    person_id: Set(person),
                    organization: Set(body.to_string()),
                    message: Set(message.to_owned()),
                    asked_at: Set(stored(at)),
                    ..Default::default()
                };
                membership_request::Entity::insert(row)
                    .exec(&self.inner)
                    .await?;
            }
            Wanted::Government(place) => {
                let row = government_request::ActiveModel {
                    person_id: Set(person),
                    jurisdiction: Set(place.to_string()),
                    message: Set(message.to_owned()),
                    asked_at: Set(stored(at)),
                    decided_by: Set(String::new()),
                    decision: Set(String::new()),
                    ..Default::default()
                };
                government_request::Entity::insert(row)
                    .exec(&self.inner)
                    .await?;
            }
        }
        Ok(())
    }

    /// The open request for a body with this row.
    pub async fn open_body_request(&self, id: i32) -> Result<Option<JoinRequest>, Error> {
        let row = membership_request::Entity::find_by_id(id)
            .filter(membership_request::Column::DecidedAt.is_null())
            .one(&self.inner)
            .await?;
        Ok(row.map(of_body))
    }

    /// The open request for a government with this row.
    pub async fn open_government_request(&self, id: i32) -> Result<Option<JoinRequest>, Error> {
        let row = government_request::Entity::find_by_id(id)
            .filter(government_request::Column::DecidedAt.is_null())
            .one(&self.inner)
            .await?;
        Ok(row.map(of_government))
    }

    /// Open requests for a government.
    pub async fn open_requests_for(&self, place: &PlaceId) -> Result<Vec<JoinRequest>, Error> {
        let rows = government_request::Entity::find()
            .filter(government_request::Column::Jurisdiction.eq(place.as_str()))
            .filter(government_request::Column::DecidedAt.is_null())
            .all(&self.inner)
            .await?;
        Ok(rows.into_iter().map(of_government).collect())
    }

    /// Closes a request.
    pub async fn decide_request(
        &self,
        request: &JoinRequest,
        decision: &Decision,
    ) -> Result<(), Error> {
        match request.wanted {
            Wanted::Body(_) => {
                use membership_request::Column;
                membership_request::Entity::update_many()
                    .col_expr(Column::DecidedAt, Expr::value(Some(stored(decision.at))))
                    .col_expr(Column::Granted, Expr::value(Some(decision.granted)))
                    .col_expr(Column::DecidedBy, Expr::value(decision.by.clone()))
                    .col_expr(Column::Decision, Expr::value(decision.words.clone()))
                    .filter(Column::Id.eq(request.id))
                    .exec(&self.inner)
                    .await?;
            }
            Wanted::Government(_) => {
                use government_request::Column;
                government_request::Entity::update_many()
                    .col_expr(Column::DecidedAt, Expr::value(Some(stored(decision.at))))
                    .col_expr(Column::Granted, Expr::value(Some(decision.granted)))
                    .col_expr(Column::DecidedBy, Expr::value(decision.by.clone()))
                    .col_expr(Column::Decision, Expr::value(decision.words.clone()))
                    .filter(Column::Id.eq(request.id))
                    .exec(&self.inner)
                    .await?;
            }
        }
        Ok(())
    }

    /// Notes that a person was taken out of a body, so that a known domain does not
    /// bring them back.
    pub async fn note_removal(
        &self,
        person: i32,
        body: &OrganizationId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.forget_removal(person, body).await?;
        let row = removed_member::ActiveModel {
            person_id: Set(person),
            organization: Set(body.to_string()),
            removed_at: Set(stored(at)),
        };
        removed_member::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets that a person was taken out of a body.
    pub async fn forget_removal(&self, person: i32, body: &OrganizationId) -> Result<(), Error> {
        removed_member::Entity::delete_by_id((person, body.to_string()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Whether a person was taken out of a body.
    pub async fn was_removed(&self, person: i32, body: &OrganizationId) -> Result<bool, Error> {
        let row = removed_member::Entity::find_by_id((person, body.to_string()))
            .one(&self.inner)
            .await?;
        Ok(row.is_some())
    }
}

impl Store {
    /// What a person asked to belong to, the newest first.
    pub async fn join_requests_of(&self, person: i32) -> Result<Vec<JoinRequest>, Error> {
        let bodies = membership_request::Entity::find()
            .filter(membership_request::Column::PersonId.eq(person))
            .all(&self.reader)
            .await?;
        let governments = government_request::Entity::find()
            .filter(government_request::Column::PersonId.eq(person))
            .all(&self.reader)
            .await?;
        let mut all: Vec<JoinRequest> = bodies
            .into_iter()
            .map(of_body)
            .chain(governments.into_iter().map(of_government))
            .collect();
        all.sort_by_key(|request| std::cmp::Reverse(request.asked_at));
        Ok(all)
    }

    /// Open requests for a body with who asks, the oldest first.
    pub async fn open_requests_of(
        &self,
        body: &OrganizationId,
    ) -> Result<Vec<(JoinRequest, Account)>, Error> {
        let rows = membership_request::Entity::find()
            .filter(membership_request::Column::Organization.eq(body.as_str()))
            .filter(membership_request::Column::DecidedAt.is_null())
            .order_by_asc(membership_request::Column::Id)
            .all(&self.reader)
            .await?;
        self.with_askers(rows.into_iter().map(of_body).collect())
            .await
    }

    /// Open requests for governments with who asks, the oldest first.
    pub async fn open_government_requests(&self) -> Result<Vec<(JoinRequest, Account)>, Error> {
        let rows = government_request::Entity::find()
            .filter(government_request::Column::DecidedAt.is_null())
            .order_by_asc(government_request::Column::Id)
            .all(&self.reader)
            .await?;
        self.with_askers(rows.into_iter().map(of_government).collect())
            .await
    }

    async fn with_askers(
        &self,
        requests: Vec<JoinRequest>,
    ) -> Result<Vec<(JoinRequest, Account)>, Error> {
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(requests.iter().map(|request| request.person)))
            .all(&self.reader)
            .await?;
        let people: HashMap<i32, Account> = people
            .into_iter()
            .map(|row| (row.id, account_of(row)))
            .collect();
        Ok(requests
            .into_iter()
            .filter_map(|request| {
                let person = people.get(&request.person)?.clone();
                Some((request, person))
            })
            .collect())
    }
}

fn of_body(row: membership_request::Model) -> JoinRequest {
    JoinRequest {
        id: row.id,
        person: row.person_id,
        wanted: Wanted::Body(OrganizationId::new(row.organization)),
        message: row.message,
        asked_at: row.asked_at,
        decision: decided(row.decided_at, row.granted, (row.decided_by, row.decision)),
    }
}

fn of_government(row: government_request::Model) -> JoinRequest {
    JoinRequest {
        id: row.id,
        person: row.person_id,
        wanted: Wanted::Government(PlaceId::new(row.jurisdiction)),
        message: row.message,
        asked_at: row.asked_at,
        decision: decided(row.decided_at, row.granted, (row.decided_by, row.decision)),
    }
}

fn decided(
    at: Option<DateTime<Utc>>,
    granted: Option<bool>,
    (by, words): (String, String),
) -> Option<Decision> {
    Some(Decision {
        at: at?,
        granted: granted.unwrap_or(false),
        by,
        words,
    })
}
