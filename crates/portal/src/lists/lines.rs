//! The lines of a contract as rows.

use super::table::{Frame, ListTable, Row, Rows, column};
use crate::{Error, Portal, offering::Located};
use interlocal_catalog::{
    OfferingId,
    line_item::{LineItem, StatedDay, with_words},
    offering::Content,
    policy::Actor,
};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 16] = [
    column("Line", 7),
    column("Supplier", 36),
    column("What is bought", 44),
    column("Number", 18),
    column("Categories", 40),
    column("Categories it is not for", 40),
    column("Manufacturers", 50),
    column("Starts on", 12),
    column("Ends on", 12),
    column("Days in words", 18),
    column("Amount", 14),
    column("Currency", 9),
    column("Remarks", 40),
    column("Other columns", 40),
    column("Website", 40),
    column("Offering slug", 30),
];

impl Portal {
    /// The lines of a contract that have these words, all without words; none where the
    /// slug leads to another one.
    pub async fn list_lines(
        &self,
        actor: &Actor,
        slug: &OfferingId,
        words: &str,
    ) -> Result<Result<ListTable, OfferingId>, Error> {
        let answer = match self.read_offering(actor, slug, None).await? {
            Located::Here(answer) => answer,
            Located::Moved(to) => return Ok(Err(to)),
        };
        let content = &answer.judged.edition.content;
        let found = with_words(&content.details.lines, words);
        let rows: Vec<Row> = found
            .into_iter()
            .map(|(number, line)| row(number, line, content))
            .collect();
        let frame = Frame {
            file: format!("{slug}-lines"),
            title: format!("Lines of the contract: {}", content.title),
            sheet: "Lines",
            columns: &COLUMNS,
            page: format!("/offerings/{slug}/lines"),
            source: "the list of the body that publishes the contract",
        };
        let table = self.table(frame, Rows::known(rows));
        let table = table.remarked("Read in", Cell::text(content.source_words.as_str()));
        Ok(Ok(
            table.remarked("Checked on", Cell::Date(content.checked_on))
        ))
    }
}

fn row(number: usize, line: &LineItem, content: &Content) -> Row {
    let (starts, starts_in_words) = day(line.starts.as_ref());
    let (ends, ends_in_words) = day(line.ends.as_ref());
    let in_words: Vec<String> = [starts_in_words, ends_in_words]
        .into_iter()
        .flatten()
        .collect();
    let other = line.other.iter();
    let other: Vec<String> = other
        .map(|cell| format!("{}: {}", cell.name, cell.value))
        .collect();
    vec![
        Cell::Integer(number as i64),
        Cell::text(line.supplier.as_str()),
        Cell::text(line.title.as_str()),
        Cell::text(line.number.as_str()),
        Cell::text(line.categories.join("; ")),
        Cell::text(line.not_categories.join("; ")),
        Cell::text(line.manufacturers.join("; ")),
        starts,
        ends,
        Cell::text(in_words.join("; ")),
        line.amount.map_or(Cell::Empty, Cell::Decimal),
        Cell::text(line.currency.as_str()),
        Cell::text(line.notes.join("\n")),
        Cell::text(other.join("; ")),
        Cell::text(line.url.as_str()),
        Cell::text(content.slug.as_str()),
    ]
}

/// A day as a cell, or as the words of its source.
fn day(day: Option<&StatedDay>) -> (Cell, Option<String>) {
    match day {
        None => (Cell::Empty, None),
        Some(StatedDay::On(day)) => (Cell::Date(*day), None),
        Some(words) => (Cell::Empty, Some(words.to_string())),
    }
}
