//! Accounts as rows, a piece at a time.

use crate::{
    Error, Portal, gate,
    lists::{
        names::yes,
        table::{ListTable, PIECE, Row, Rows, column},
    },
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};
use interlocal_store::Store;

const COLUMNS: [Column; 7] = [
    column("Id", 9),
    column("Address", 36),
    column("Name", 30),
    column("Address confirmed", 10),
    column("Steward", 9),
    column("Closed at", 20),
    column("Bodies", 60),
];

/// Accounts by their address.
pub(in crate::lists) struct People {
    store: Store,
    letters: String,
    behind: String,
    ended: bool,
}

impl Portal {
    /// Accounts whose address has these letters; the stewards where none are given.
    pub fn list_people(&self, actor: &Actor, letters: &str) -> Result<ListTable, Error> {
        gate::steward(actor)?;
        let people = People {
            store: self.store.clone(),
            letters: letters.trim().to_lowercase(),
            behind: String::new(),
            ended: false,
        };
        let mut frame = super::of(("people", "People", &COLUMNS));
        frame.title = match people.letters.as_str() {
            "" => "Stewards".to_owned(),
            letters => format!("People: “{letters}”"),
        };
        Ok(self.table(frame, Rows::People(Box::new(people))))
    }
}

impl People {
    /// The next ones; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
        if self.ended {
            return Ok(None);
        }
        let stewards = self.letters.is_empty();
        let found = self
            .store
            .accounts_behind(&self.letters, stewards, (&self.behind, PIECE as u64))
            .await?;
        self.ended = found.len() < PIECE;
        if let Some(last) = found.last() {
            self.behind.clone_from(&last.email);
        }
        let ids: Vec<i32> = found.iter().map(|account| account.id).collect();
        let roles = self.store.memberships_of(&ids).await?;
        let rows = found
            .into_iter()
            .filter(|account| account.email.contains(&self.letters))
            .map(|account| {
                let bodies: Vec<String> = roles
                    .iter()
                    .filter(|(person, ..)| *person == account.id)
                    .map(|(_, body, role)| format!("{body} ({})", role.word()))
                    .collect();
                vec![
                    account.id.into(),
                    Cell::Text(account.email),
                    Cell::Text(account.name),
                    yes(account.confirmed_at.is_some()),
                    yes(account.is_steward),
                    Cell::maybe(account.disabled_at),
                    Cell::text(bodies.join("; ")),
                ]
            });
        Ok(Some(rows.collect()))
    }
}
