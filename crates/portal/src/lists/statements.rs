//! Statements of no as rows: those of a body, and those about a category.

use super::{
    names::{body_cells, kinds},
    table::{Frame, ListTable, Row, Rows, column},
};
use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    CategoryId, OrganizationId,
    answer::{STATEMENT_VALID_DAYS, StatementOfNo},
    policy::Actor,
};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 8] = [
    column("Body", 36),
    column("Body slug", 30),
    column("Category", 30),
    column("Category slug", 24),
    column("Not offered to", 40),
    column("Said on", 12),
    column("Counts until", 12),
    column("Id", 38),
];

impl Portal {
    /// What a body says on its page that it does not offer.
    pub fn list_statements_of(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let known = snapshot.directory.organization(body);
        let known = known.ok_or(Error::NotFound)?;
        let all = snapshot.register.statements.iter();
        let said = all.filter(|said| said.by == known.id).collect();
        let page = format!("/organizations/{}", known.id);
        Ok(self.statements(&snapshot, said, (&known.id.to_string(), &known.name, page)))
    }

    /// What counts still of what anybody says about a category, or what stands under
    /// it, the latest first.
    pub fn list_statements_about(
        &self,
        actor: &Actor,
        category: &CategoryId,
    ) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let known = self.vocabulary().get(category).ok_or(Error::NotFound)?;
        let said = self.statements_about(&snapshot, category);
        let page = format!("/categories/{category}");
        Ok(self.statements(&snapshot, said, (category.as_str(), &known.name, page)))
    }

    /// What counts still of what anybody says about a category, or what stands under
    /// it, the latest first.
    pub(super) fn statements_about<'a>(
        &self,
        snapshot: &'a Snapshot,
        category: &CategoryId,
    ) -> Vec<&'a StatementOfNo> {
        let (vocabulary, today) = (self.vocabulary(), self.today());
        let all = snapshot.register.statements.iter();
        let mut said: Vec<&StatementOfNo> = all
            .filter(|said| vocabulary.within(&said.category, category))
            .filter(|said| (today - said.said_on).num_days() <= STATEMENT_VALID_DAYS)
            .collect();
        said.sort_by_key(|said| std::cmp::Reverse(said.said_on));
        said
    }

    /// The statements of a body at its desk.
    pub fn list_statements(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_statements(actor, body)?;
        let snapshot = self.view(actor);
        let page = format!("/desk/{body}/statements");
        let said = found.statements.iter().collect();
        Ok(self.statements(&snapshot, said, (body.as_str(), &found.body.name, page)))
    }

    fn statements(
        &self,
        snapshot: &Snapshot,
        said: Vec<&StatementOfNo>,
        (slug, name, page): (&str, &str, String),
    ) -> ListTable {
        let rows: Vec<Row> = said
            .into_iter()
            .map(|said| {
                let mut row: Row = body_cells(snapshot, &said.by).into();
                row.extend(self.category_cells(&said.category));
                let until = said.said_on + chrono::TimeDelta::days(STATEMENT_VALID_DAYS);
                row.extend([
                    Cell::Text(kinds(&said.kinds)),
                    Cell::Date(said.said_on),
                    Cell::Date(until),
                    Cell::text(said.id.as_str()),
                ]);
                row
            })
            .collect();
        let frame = Frame {
            file: format!("{slug}-statements"),
            title: format!("What is not offered: {name}"),
            sheet: "Statements",
            columns: &COLUMNS,
            page,
            source: "the body itself said each on its day",
        };
        self.table(frame, Rows::known(rows))
    }
}
