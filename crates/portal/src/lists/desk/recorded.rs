//! Participations and adoptions that a body recorded, as rows.

use crate::{
    Error, Portal,
    lists::{
        names::{place_cells, scope},
        table::{ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const PARTICIPATIONS: [Column; 11] = [
    column("Who takes part", 40),
    column("Key", 24),
    column("In what", 44),
    column("Slug", 30),
    column("For whom", 30),
    column("Steps done", 30),
    column("From", 12),
    column("Until", 12),
    column("Source", 50),
    column("Checked on", 12),
    column("Id", 38),
];

const ADOPTIONS: [Column; 9] = [
    column("Who uses it", 40),
    column("Key", 24),
    column("What", 44),
    column("Slug", 30),
    column("Since", 12),
    column("Size", 12),
    column("Unit", 16),
    column("Source", 50),
    column("Checked on", 12),
];

impl Portal {
    /// The participations that a body recorded.
    pub async fn list_participations(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_recorded(actor, body).await?;
        let rows: Vec<Row> = found
            .participations
            .iter()
            .map(|record| {
                let done: Vec<&str> = record.done.iter().map(|step| step.word()).collect();
                let mut row: Row = place_cells(&found.snapshot, &record.who).into();
                row.extend([
                    Cell::Text(found.snapshot.program_name(&record.program)),
                    Cell::text(record.program.as_str()),
                    Cell::Text(scope(&record.scope)),
                    Cell::text(done.join("; ")),
                    Cell::maybe(record.from),
                    Cell::maybe(record.until),
                    Cell::maybe(record.source.as_deref()),
                    Cell::maybe(record.checked_on),
                    Cell::text(record.id.as_str()),
                ]);
                row
            })
            .collect();
        let called = ("participations", "Participations", &PARTICIPATIONS[..]);
        Ok(self.table(super::of(&found.body, called), Rows::known(rows)))
    }

    /// The adoptions that a body recorded.
    pub async fn list_adoptions(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_recorded(actor, body).await?;
        let rows: Vec<Row> = found
            .adoptions
            .iter()
            .filter_map(|adoption| {
                let offering = found.snapshot.offering(adoption.offering)?;
                let mut row: Row = place_cells(&found.snapshot, &adoption.jurisdiction).into();
                row.extend([
                    Cell::text(offering.title.as_str()),
                    Cell::text(offering.slug.as_str()),
                    Cell::maybe(adoption.since),
                    Cell::maybe(adoption.size.map(|size| size.quantity())),
                    Cell::maybe(adoption.size.map(|size| size.unit().plural())),
                    Cell::text(adoption.source.as_str()),
                    Cell::Date(adoption.checked_on),
                ]);
                Some(row)
            })
            .collect();
        let mut frame = super::of(&found.body, ("adoptions", "Adoptions", &ADOPTIONS));
        frame.page = format!("/desk/{}/participations", found.body.id);
        Ok(self.table(frame, Rows::known(rows)))
    }
}
