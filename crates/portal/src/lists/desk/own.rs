//! The desks of a person as rows.

use crate::{
    Error, Portal,
    lists::{
        names::body_cells,
        table::{Frame, ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 4] = [
    column("Body", 40),
    column("Body slug", 34),
    column("Role", 16),
    column("Desk", 50),
];

impl Portal {
    /// The bodies of whoever asks, with what they are in each.
    pub fn list_desks(&self, actor: &Actor) -> Result<ListTable, Error> {
        let desks = self.own_desks(actor)?;
        let snapshot = self.view(actor);
        let rows: Vec<Row> = desks
            .iter()
            .map(|(body, role)| {
                let mut row: Row = body_cells(&snapshot, body).into();
                row.push(Cell::text(role.word()));
                row.push(self.led(&format!("/desk/{body}")));
                row
            })
            .collect();
        let frame = Frame {
            file: "desks".to_owned(),
            title: "Your desks".to_owned(),
            sheet: "Desks",
            columns: &COLUMNS,
            page: "/desk".to_owned(),
            source: "the members of each body, as its administrators keep them",
        };
        Ok(self.table(frame, Rows::known(rows)))
    }
}
