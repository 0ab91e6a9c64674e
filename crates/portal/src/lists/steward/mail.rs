//! Mail that was given up or waits, as rows, a piece at a time; never its text.

use crate::{
    Error, MailState, Portal, gate,
    lists::table::{ListTable, PIECE, Row, Rows, column},
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};
use interlocal_store::Store;

const COLUMNS: [Column; 8] = [
    column("Id", 9),
    column("Stands", 12),
    column("To", 36),
    column("Subject", 60),
    column("Queued at", 20),
    column("Due at", 20),
    column("Tries", 8),
    column("Fault", 60),
];

/// Letters of the queue, the newest first of each state.
pub(in crate::lists) struct Letters {
    store: Store,
    left: Vec<(MailState, &'static str)>,
    before: Option<i32>,
}

impl Portal {
    /// What was given up, and what waits.
    pub fn list_mail(&self, actor: &Actor) -> Result<ListTable, Error> {
        gate::steward(actor)?;
        let letters = Letters {
            store: self.store.clone(),
            left: vec![
                (MailState::Waiting, "waits"),
                (MailState::GivenUp, "given up"),
            ],
            before: None,
        };
        let frame = super::of(("mail", "Mail", &COLUMNS));
        Ok(self.table(frame, Rows::Letters(Box::new(letters))))
    }
}

impl Letters {
    /// The next ones; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
        while let Some((state, word)) = self.left.last().copied() {
            let found = self
                .store
                .mails_before(state, self.before, PIECE as u64)
                .await?;
            self.before = found.last().map(|mail| mail.id);
            if found.len() < PIECE {
                self.left.pop();
                self.before = None;
            }
            if found.is_empty() {
                continue;
            }
            let rows = found.into_iter().map(|mail| {
                vec![
                    mail.id.into(),
                    Cell::text(word),
                    Cell::Text(mail.recipient),
                    Cell::Text(mail.subject),
                    Cell::Moment(mail.queued_at),
                    Cell::Moment(mail.due_at),
                    mail.attempts.into(),
                    Cell::Text(mail.fault),
                ]
            });
            return Ok(Some(rows.collect()));
        }
        Ok(None)
    }
}
