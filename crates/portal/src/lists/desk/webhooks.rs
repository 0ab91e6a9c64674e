//! Whom a body or the portal tells of events, as rows: without their secrets.

use crate::{
    Error, Portal,
    lists::table::{Frame, ListTable, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 8] = [
    column("Id", 9),
    column("Address", 60),
    column("Events", 60),
    column("Added by", 36),
    column("Added at", 20),
    column("Failing since", 20),
    column("Stopped at", 20),
    column("Stopped by", 36),
];

impl Portal {
    /// Whom a body tells, or the portal where none is named.
    pub async fn list_webhooks(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
    ) -> Result<ListTable, Error> {
        let found = self.read_webhooks(actor, body).await?;
        let rows: Vec<Row> = found
            .all
            .iter()
            .map(|one| {
                let stopped = one.stopped.as_ref();
                vec![
                    one.id.into(),
                    Cell::address(one.address.as_str()),
                    Cell::text(one.events.join("; ")),
                    Cell::text(one.made_by.as_str()),
                    Cell::Moment(one.made_at),
                    Cell::maybe(one.failing_since),
                    Cell::maybe(stopped.map(|(at, _)| *at)),
                    Cell::maybe(stopped.map(|(_, by)| by.as_str())),
                ]
            })
            .collect();
        let frame = match &found.body {
            Some(body) => super::of(body, ("webhooks", "Webhooks", &COLUMNS)),
            None => Frame {
                file: "webhooks".to_owned(),
                title: "Webhooks of the portal".to_owned(),
                sheet: "Webhooks",
                columns: &COLUMNS,
                page: "/steward/webhooks".to_owned(),
                source: "the stewards of the portal",
            },
        };
        Ok(self.table(frame, Rows::known(rows)))
    }
}
