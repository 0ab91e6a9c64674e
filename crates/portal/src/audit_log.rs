//! Reading and exporting the audit log: all of it for a steward, its own part for
//! whoever looks after a body.

use crate::{Error, Portal, gate};
use interlocal_catalog::{OrganizationId, organization::Organization, policy::Actor};
use interlocal_exchange::sheet;
use interlocal_store::{AuditEntry, AuditFilter, Store};

/// Entries of a page.
const PAGE: usize = 50;
/// Entries of a piece of an export.
const PIECE: u64 = 1_000;

/// A page of the log.
#[derive(Clone, Debug)]
pub struct AuditPage {
    /// Entries, the newest first.
    pub entries: Vec<AuditEntry>,
    /// What the next page comes before; none on the last.
    pub next: Option<i64>,
}

/// An export of everything that a filter leaves in, a piece at a time.
pub struct AuditExport {
    store: Store,
    filter: AuditFilter,
    before: Option<i64>,
    begun: bool,
    ended: bool,
}

impl Portal {
    /// A page of the whole log, older than `before`.
    pub async fn read_audit_log(
        &self,
        actor: &Actor,
        filter: &AuditFilter,
        before: Option<i64>,
    ) -> Result<AuditPage, Error> {
        gate::oversee(actor)?;
        self.audit_page(filter, before).await
    }

    /// Every action that the log names.
    pub async fn audit_actions(&self, actor: &Actor) -> Result<Vec<String>, Error> {
        gate::oversee(actor)?;
        Ok(self.store.audit_actions().await?)
    }

    /// The whole log as CSV.
    pub fn export_audit_log(
        &self,
        actor: &Actor,
        filter: AuditFilter,
    ) -> Result<AuditExport, Error> {
        gate::oversee(actor)?;
        Ok(AuditExport::of(self.store.clone(), filter))
    }

    /// A page of a body's own log, and of those that were merged into it.
    pub async fn read_body_log(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        before: Option<i64>,
    ) -> Result<(Organization, AuditPage), Error> {
        let found = self.looked_after(actor, body)?;
        let page = self.audit_page(&self.log_of(body), before).await?;
        Ok((found, page))
    }

    /// A body's own log as CSV.
    pub fn export_body_log(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<AuditExport, Error> {
        self.looked_after(actor, body)?;
        Ok(AuditExport::of(self.store.clone(), self.log_of(body)))
    }

    fn log_of(&self, body: &OrganizationId) -> AuditFilter {
        let snapshot = self.snapshot();
        let merged = snapshot.directory.merged_into(body).cloned();
        AuditFilter {
            bodies: std::iter::once(body.clone()).chain(merged).collect(),
            ..AuditFilter::default()
        }
    }

    async fn audit_page(
        &self,
        filter: &AuditFilter,
        before: Option<i64>,
    ) -> Result<AuditPage, Error> {
        let limit = PAGE as u64 + 1;
        let mut entries = self.store.audit_log(filter, before, limit).await?;
        let more = entries.len() > PAGE;
        entries.truncate(PAGE);
        Ok(AuditPage {
            next: entries.last().filter(|_| more).map(|entry| entry.id),
            entries,
        })
    }
}

impl AuditExport {
    /// An export past any gate, for the command line.
    pub fn of(store: Store, filter: AuditFilter) -> Self {
        Self {
            store,
            filter,
            before: None,
            begun: false,
            ended: false,
        }
    }

    /// The next entries; none are left when it gives none.
    pub async fn entries(&mut self) -> Result<Vec<AuditEntry>, Error> {
        if self.ended {
            return Ok(Vec::new());
        }
        let found = self
            .store
            .audit_log(&self.filter, self.before, PIECE)
            .await?;
        self.ended = (found.len() as u64) < PIECE;
        self.before = found.last().map(|entry| entry.id);
        Ok(found)
    }

    /// The next lines of CSV, the header first; none at the end.
    pub async fn lines(&mut self) -> Result<Option<String>, Error> {
        let mut text = String::new();
        if !self.begun {
            self.begun = true;
            text = sheet::line([
                "id", "at", "actor", "action", "body", "subject", "reason", "token",
            ]);
        } else if self.ended {
            return Ok(None);
        }
        for entry in self.entries().await? {
            text += &sheet::line([
                entry.id.to_string().as_str(),
                &entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                &entry.actor,
                &entry.action,
                entry.body.as_ref().map_or("", OrganizationId::as_str),
                &entry.subject,
                &entry.reason,
                entry.token.as_deref().unwrap_or_default(),
            ]);
        }
        Ok(Some(text))
    }
}
