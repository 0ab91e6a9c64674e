//! What came to a desk in files, as rows: the files, the imports that they became, and
//! facts that wait for the body.

use crate::{
    Error, Portal,
    importing::{ImportBatch, ImportFile, Intake},
    lists::{
        steward,
        table::{Frame, ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const FILES: [Column; 14] = [
    column("File", 44),
    column("Id", 9),
    column("Source", 36),
    column("Holds", 14),
    column("Category", 26),
    column("Category slug", 22),
    column("Stands", 12),
    column("Rows", 9),
    column("Came out", 50),
    column("Fault", 50),
    column("Sent at", 20),
    column("Changed at", 20),
    column("Import", 9),
    column("SHA-256", 66),
];

const BATCHES: [Column; 8] = [
    column("Import", 9),
    column("Source", 36),
    column("File", 44),
    column("Holds", 14),
    column("Begun at", 20),
    column("Taken in at", 20),
    column("Undone at", 20),
    column("SHA-256", 66),
];

const PROPOSALS: [Column; 10] = [
    column("Proposal", 9),
    column("Slug", 30),
    column("Fact", 40),
    column("Supplier", 36),
    column("Product", 36),
    column("Evidence", 60),
    column("Link", 50),
    column("Source", 30),
    column("Key in the source", 30),
    column("Proposed at", 20),
];

impl Portal {
    /// The files that wait somewhere, the newest first.
    pub async fn list_import_files(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
    ) -> Result<ListTable, Error> {
        let at = at.into();
        let found = self.whole_import_desk(actor, at).await?;
        let makes_drafts = matches!(at, Intake::Desk(_));
        let files = found.files.iter();
        let rows: Vec<Row> = files.map(|file| self.file(file, makes_drafts)).collect();
        let frame = match at {
            Intake::Desk(body) => self.imported(body, ("import", "Files", &FILES))?,
            Intake::Stewards => steward::of(("imports", "Files", &FILES)),
        };
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// A file; only what becomes drafts has a category.
    fn file(&self, file: &ImportFile, makes_drafts: bool) -> Row {
        let counts: Vec<String> = file
            .counts
            .iter()
            .map(|(outcome, count)| format!("{count} {outcome}"))
            .collect();
        let mut row = vec![
            Cell::text(file.file_name.as_str()),
            file.id.into(),
            Cell::text(file.source.as_str()),
            Cell::text(file.kind.as_str()),
        ];
        row.extend(match makes_drafts {
            true => self.category_cells(&file.category),
            false => [Cell::Empty, Cell::Empty],
        });
        row.extend([
            Cell::text(file.stage.word()),
            file.total.into(),
            Cell::text(counts.join("; ")),
            Cell::text(file.fault.as_str()),
            Cell::Moment(file.sent_at),
            Cell::Moment(file.changed_at),
            Cell::maybe(file.batch),
            Cell::text(file.sha256.as_str()),
        ]);
        row
    }

    /// What was taken in from files, the newest first.
    pub async fn list_imports(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
    ) -> Result<ListTable, Error> {
        let at = at.into();
        let found = self.whole_import_desk(actor, at).await?;
        let rows: Vec<Row> = found.batches.iter().map(batch).collect();
        let frame = match at {
            Intake::Desk(body) => Frame {
                page: format!("/desk/{body}/import"),
                ..self.imported(body, ("imports", "Imports", &BATCHES))?
            },
            Intake::Stewards => Frame {
                page: "/steward/imports".to_owned(),
                ..steward::of(("past-imports", "Imports", &BATCHES))
            },
        };
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// Facts of sources that wait for a body.
    pub async fn list_proposals(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let waiting = self.proposals(actor, body).await?;
        let rows: Vec<Row> = waiting
            .iter()
            .map(|(slug, proposal)| {
                vec![
                    proposal.id.into(),
                    Cell::text(slug.as_str()),
                    Cell::text(proposal.fact.as_str()),
                    Cell::text(proposal.supplier.as_str()),
                    Cell::text(proposal.product.as_str()),
                    Cell::text(proposal.evidence.as_str()),
                    Cell::address(proposal.url.as_str()),
                    Cell::text(proposal.source.as_str()),
                    Cell::text(proposal.key.as_str()),
                    Cell::Moment(proposal.proposed_at),
                ]
            })
            .collect();
        let frame = self.imported(body, ("proposals", "Proposals", &PROPOSALS))?;
        Ok(self.table(frame, Rows::known(rows)))
    }

    fn imported(
        &self,
        body: &OrganizationId,
        called: (&str, &'static str, &'static [Column]),
    ) -> Result<Frame, Error> {
        let snapshot = self.whole();
        let body = snapshot.directory.organization(body);
        Ok(super::of(body.ok_or(Error::NotFound)?, called))
    }
}

fn batch(batch: &ImportBatch) -> Row {
    vec![
        batch.id.into(),
        Cell::text(batch.source.as_str()),
        Cell::text(batch.file_name.as_str()),
        Cell::text(batch.kind.as_str()),
        Cell::Moment(batch.begun_at),
        Cell::maybe(batch.finished_at),
        Cell::maybe(batch.undone_at),
        Cell::text(batch.file_hash.as_str()),
    ]
}
