//! What an address was told of, or waits for, as rows, a piece at a time.

use crate::{
    Error, Portal,
    lists::table::{Frame, ListTable, PIECE, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};
use interlocal_store::{Delivery, Store};

const COLUMNS: [Column; 12] = [
    column("Id", 9),
    column("Event", 38),
    column("Kind", 22),
    column("Stands", 12),
    column("Happened at", 20),
    column("Tries", 8),
    column("Tried at", 20),
    column("Due at", 20),
    column("Taken at", 20),
    column("Given up at", 20),
    column("Status", 8),
    column("Fault", 60),
];

/// Events of one address, the newest first.
pub(in crate::lists) struct Deliveries {
    store: Store,
    webhook: i32,
    before: Option<i32>,
    ended: bool,
}

impl Portal {
    /// The events of one whom a body tells, or the portal where none is named.
    pub async fn list_deliveries(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
        id: i32,
    ) -> Result<ListTable, Error> {
        let found = self.read_webhook(actor, body, (id, (0, 0))).await?;
        let deliveries = Deliveries {
            store: self.store.clone(),
            webhook: id,
            before: None,
            ended: false,
        };
        let (file, page) = match &found.body {
            Some(body) => (
                format!("{}-webhook-{id}", body.id),
                format!("/desk/{}/webhooks/{id}", body.id),
            ),
            None => (format!("webhook-{id}"), format!("/steward/webhooks/{id}")),
        };
        let frame = Frame {
            file,
            title: format!("Events told to {}", found.webhook.address),
            sheet: "Events",
            columns: &COLUMNS,
            page,
            source: "the delivery log of the portal, which keeps 30 days",
        };
        Ok(self.table(frame, Rows::Deliveries(Box::new(deliveries))))
    }
}

impl Deliveries {
    /// The next ones; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
        if self.ended {
            return Ok(None);
        }
        let found = self
            .store
            .deliveries_before(self.webhook, self.before, PIECE)
            .await?;
        self.ended = found.len() < PIECE;
        self.before = found.last().map(|one| one.id);
        Ok(Some(found.iter().map(row).collect()))
    }
}

fn row(one: &Delivery) -> Row {
    let (stands, due) = match (one.delivered_at, one.given_up_at) {
        (Some(_), _) => ("taken", None),
        (None, Some(_)) => ("given up", None),
        (None, None) => ("waits", Some(one.due_at)),
    };
    vec![
        one.id.into(),
        Cell::text(one.event.as_str()),
        Cell::text(one.kind.as_str()),
        Cell::text(stands),
        Cell::Moment(one.queued_at),
        one.attempts.into(),
        Cell::maybe(one.tried_at),
        Cell::maybe(due),
        Cell::maybe(one.delivered_at),
        Cell::maybe(one.given_up_at),
        Cell::maybe(one.status.map(i32::from)),
        Cell::text(one.fault.as_str()),
    ]
}
