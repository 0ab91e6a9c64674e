//! Reading the audit log, the newest first.

use crate::{Error, Store, entity::audit};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Which entries; none and empty leave everything in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Who did it, exactly.
    pub actor: String,
    /// What was done, exactly: `publish`.
    pub action: String,
    /// To what, exactly.
    pub subject: String,
    /// In whose name: any of these bodies.
    pub bodies: Vec<OrganizationId>,
    /// From this time on.
    pub from: Option<DateTime<Utc>>,
    /// Before this time.
    pub until: Option<DateTime<Utc>>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place in the order of writing.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// By which of their tokens; none where somebody did it at a browser.
    pub token: Option<String>,
    /// What was done.
    pub action: String,
    /// To what.
    pub subject: String,
    /// Why.
    pub reason: String,
    /// In whose name.
    pub body: Option<OrganizationId>,
}

impl Store {
    /// Entries older than `before`, the newest first, at most `limit`.
    pub async fn audit_log(
        &self,
        filter: &AuditFilter,
        before: Option<i64>,
        limit: u64,
    ) -> Result<Vec<AuditEntry>, Error> {
        use audit::Column;
        let mut query = audit::Entity::find();
        for (column, value) in [
            (Column::Actor, &filter.actor),
            (Column::Action, &filter.action),
            (Column::Subject, &filter.subject),
        ] {
            if !value.is_empty() {
                query = query.filter(column.eq(value.as_str()));
            }
        }
        if !filter.bodies.is_empty() {
            let bodies = filter.bodies.iter().map(OrganizationId::as_str);
            query = query.filter(Column::Body.is_in(bodies));
        }
        if let Some(from) = filter.from {
            query = query.filter(Column::At.gte(from));
        }
        if let Some(until) = filter.until {
            query = query.filter(Column::At.lt(until));
        }
        if let Some(before) = before {
            query = query.filter(Column::Id.lt(before));
        }
        let rows = query
            .order_by_desc(Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| AuditEntry {
                id: row.id,
                at: row.at,
                actor: row.actor,
                token: row.token,
                action: row.action,
                subject: row.subject,
                reason: row.reason,
                body: row.body.map(OrganizationId::new),
            })
            .collect())
    }

    /// Every action that the log names, for the filter.
    pub async fn audit_actions(&self) -> Result<Vec<String>, Error> {
        Ok(audit::Entity::find()
            .select_only()
            .column(audit::Column::Action)
            .distinct()
            .order_by_asc(audit::Column::Action)
            .into_tuple()
            .all(&self.reader)
            .await?)
    }
}
