//! Bodies of the directory and open requests for governments, as rows.

use crate::{
    Error, Portal, gate,
    lists::{
        names::place_cells,
        table::{ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};

const BODIES: [Column; 10] = [
    column("Body", 44),
    column("Slug", 36),
    column("Kind", 22),
    column("Level", 12),
    column("Government", 36),
    column("Key", 24),
    column("Also called", 44),
    column("Serves", 40),
    column("Website", 40),
    column("Address", 50),
];

const REQUESTS: [Column; 7] = [
    column("Request", 9),
    column("Government", 40),
    column("Key", 24),
    column("Address", 36),
    column("Name", 30),
    column("Message", 60),
    column("Asked at", 20),
];

impl Portal {
    /// Bodies whose name or alias has every word.
    pub fn list_bodies(&self, actor: &Actor, words: &str) -> Result<ListTable, Error> {
        gate::steward(actor)?;
        let snapshot = self.snapshot();
        let rows: Vec<Row> = self
            .bodies_with(&snapshot, words)
            .into_iter()
            .map(|body| {
                let serves: Vec<&str> = body.serves.iter().map(|place| place.as_str()).collect();
                let mut row = vec![
                    Cell::text(body.name.as_str()),
                    Cell::text(body.id.as_str()),
                    Cell::text(body.kind.label()),
                    Cell::text(body.level.word()),
                ];
                match &body.of {
                    Some(place) => row.extend(place_cells(&snapshot, place)),
                    None => row.extend([Cell::Empty, Cell::Empty]),
                }
                row.extend([
                    Cell::text(body.aliases.join("; ")),
                    Cell::text(serves.join("; ")),
                    Cell::maybe(body.website.as_deref().map(Cell::address)),
                    self.led(&format!("/organizations/{}", body.id)),
                ]);
                row
            })
            .collect();
        let mut frame = super::of(("bodies", "Bodies", &BODIES));
        if !words.trim().is_empty() {
            frame.title = format!("Bodies: “{}”", words.trim());
        }
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// Open requests for governments, the oldest first.
    pub async fn list_government_requests(&self, actor: &Actor) -> Result<ListTable, Error> {
        let open = self.read_government_requests(actor).await?;
        let rows: Vec<Row> = open
            .into_iter()
            .map(|request| {
                vec![
                    request.id.into(),
                    Cell::Text(request.name),
                    Cell::text(request.place.as_str()),
                    Cell::Text(request.email),
                    Cell::Text(request.person_name),
                    Cell::Text(request.message),
                    Cell::Moment(request.asked_at),
                ]
            })
            .collect();
        let frame = super::of(("requests", "Requests", &REQUESTS));
        Ok(self.table(frame, Rows::known(rows)))
    }
}
