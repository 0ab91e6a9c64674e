//! What a body was asked and has not answered, as its public page shows it, as rows.

use super::table::{Frame, ListTable, Row, Rows, column};
use crate::{Error, Portal};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 5] = [
    column("Category", 30),
    column("Category slug", 24),
    column("Kind of government", 22),
    column("Asked by", 9),
    column("Asked at", 20),
];

impl Portal {
    /// The open questions of a body. Who asked stays with the portal.
    pub async fn list_open_questions(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let body = snapshot.directory.canonical(body);
        let known = snapshot.directory.organization(body);
        let known = known.ok_or(Error::NotFound)?;
        let questions = self.open_questions(actor, body).await?;
        let rows: Vec<Row> = questions
            .iter()
            .map(|question| {
                let mut row: Row = self.category_cells(&question.key.category).into();
                let askers = i64::try_from(question.asker_count).unwrap_or(i64::MAX);
                row.extend([
                    Cell::text(question.key.kind.plural()),
                    Cell::Integer(askers),
                    Cell::Moment(question.asked_at),
                ]);
                row
            })
            .collect();
        let frame = Frame {
            file: format!("{body}-questions"),
            title: format!("Open questions to {}", known.name),
            sheet: "Questions",
            columns: &COLUMNS,
            page: format!("/organizations/{body}"),
            source: "questions of governments that the body has not answered",
        };
        Ok(self.table(frame, Rows::known(rows)))
    }
}
