//! Logs as rows, a piece at a time: all of it for a steward, its own part for whoever
//! looks after a body.

use crate::{
    AuditFilter, Error, Portal,
    audit_log::AuditExport,
    lists::table::{Frame, ListTable, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 8] = [
    column("id", 9),
    column("at", 20),
    column("actor", 36),
    column("action", 20),
    column("body", 36),
    column("subject", 40),
    column("reason", 60),
    column("token", 30),
];

/// Entries of a log.
pub(in crate::lists) struct Logged(AuditExport);

impl Portal {
    /// Everything of the log that a filter leaves in.
    pub fn list_audit_log(&self, actor: &Actor, filter: AuditFilter) -> Result<ListTable, Error> {
        let export = self.export_audit_log(actor, filter)?;
        let mut frame = super::of(("audit", "Log", &COLUMNS));
        frame.title = "Audit log".to_owned();
        Ok(self.table(frame, Rows::Logged(Box::new(Logged(export)))))
    }

    /// A body's own log.
    pub fn list_body_log(&self, actor: &Actor, body: &OrganizationId) -> Result<ListTable, Error> {
        let found = self.administered(actor, body)?;
        let export = self.export_body_log(actor, body)?;
        let frame = Frame {
            file: format!("{body}-log"),
            title: format!("Log: {}", found.name),
            page: format!("/desk/{body}/log"),
            ..super::of(("audit", "Log", &COLUMNS))
        };
        Ok(self.table(frame, Rows::Logged(Box::new(Logged(export)))))
    }
}

impl Logged {
    /// The next ones; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
        let entries = self.0.entries().await?;
        let rows = entries.into_iter().map(|entry| {
            vec![
                Cell::Integer(entry.id),
                Cell::Moment(entry.at),
                Cell::Text(entry.actor),
                Cell::Text(entry.action),
                Cell::maybe(entry.body.as_ref().map(OrganizationId::as_str)),
                Cell::Text(entry.subject),
                Cell::Text(entry.reason),
                Cell::maybe(entry.token.as_deref()),
            ]
        });
        let rows: Vec<Row> = rows.collect();
        Ok((!rows.is_empty()).then_some(rows))
    }
}
