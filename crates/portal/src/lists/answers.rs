//! The answers for a government with their evidence, and those of a state by kind of
//! local government.

use super::{
    names::{body_cells, steps},
    offerings::CONFIDENCE,
    table::{Frame, ListTable, Row, Rows, column},
};
use crate::{Error, Judged, Portal, Snapshot, answer_sheet::CategoryAnswer};
use interlocal_catalog::{PlaceId, answer::StatementOfNo, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 17] = [
    column("Category", 30),
    column("Category slug", 24),
    column("Answer", 16),
    column("Records that decide", 10),
    column("Evidence", 44),
    column("Evidence slug", 30),
    column("Body", 36),
    column("Body slug", 30),
    column("Verdict", 14),
    column("Steps left", 26),
    column("Confidence", 12),
    column("Source", 50),
    column("Checked on", 12),
    column("Edition", 9),
    column("Ask", 36),
    column("Ask slug", 30),
    column("Address", 44),
];

const BY_KIND: [Column; 7] = [
    column("Category", 30),
    column("Category slug", 24),
    column("Kind of government", 22),
    column("Kind", 18),
    column("Answer", 16),
    column("State", 8),
    column("Address", 50),
];

impl Portal {
    /// The answer sheet of a government: a row for each piece of evidence, and one for
    /// each category that has none.
    pub async fn list_answers(&self, actor: &Actor, place: &PlaceId) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let sheet = self.answer_sheet(actor, place).await?;
        let answers = sheet
            .iter()
            .flat_map(|row| std::iter::once(&row.answer).chain(&row.children));
        let rows: Vec<Row> = answers
            .flat_map(|answer| self.evidence_rows(&snapshot, answer))
            .collect();
        let frame = Frame {
            file: format!("{place}-answers"),
            title: format!("Answers for {}", snapshot.directory.full_name(place)),
            sheet: "Answers",
            columns: &COLUMNS,
            page: format!("/jurisdictions/{place}"),
            source: "each row names its own, with the day on which it was checked",
        };
        let table = self.table(frame, Rows::known(rows));
        Ok(table.remarked("Confidence", Cell::text(CONFIDENCE)))
    }

    fn evidence_rows(&self, snapshot: &Snapshot, found: &CategoryAnswer) -> Vec<Row> {
        let mut evidence: Vec<Row> = found
            .statements
            .iter()
            .map(|said| said_no(snapshot, said))
            .collect();
        let offered = found.offerings.iter();
        evidence.extend(offered.map(|judged| self.offered(snapshot, judged)));
        if evidence.is_empty() {
            evidence.push(vec![Cell::Empty; 10]);
        }
        let rows = evidence.into_iter().map(|middle| {
            let mut row: Row = self.category_cells(&found.category).into();
            row.push(Cell::text(found.answer.word()));
            row.push(Cell::Integer(found.decided_count as i64));
            row.extend(middle);
            match &found.ask {
                Some(office) => row.extend(body_cells(snapshot, office)),
                None => row.extend([Cell::Empty, Cell::Empty]),
            }
            row.push(self.led(&format!("/categories/{}", found.category)));
            row
        });
        rows.collect()
    }

    fn offered(&self, snapshot: &Snapshot, judged: &Judged) -> Row {
        let content = &judged.edition.content;
        let mut row = vec![
            Cell::text(content.title.as_str()),
            Cell::text(content.slug.as_str()),
        ];
        row.extend(body_cells(snapshot, &content.provider));
        let verdict = judged.verdict.as_ref();
        row.extend([
            Cell::maybe(verdict.map(|verdict| verdict.outcome.word())),
            Cell::maybe(verdict.map(steps)),
            Cell::text(judged.shelved.confidence(self.today()).word()),
            Cell::text(content.source_words.as_str()),
            Cell::Date(content.checked_on),
            Cell::Integer(i64::from(judged.edition.number)),
        ]);
        row
    }

    /// The answers of a state: a row for each category and kind of local government.
    pub fn list_state_answers(&self, actor: &Actor, postal: &str) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let state = snapshot.directory.state(postal).ok_or(Error::NotFound)?;
        let sheet = self.state_sheet(actor, postal)?;
        let rows = sheet.rows.iter().flat_map(|(category, words)| {
            sheet.kinds.iter().zip(words).map(move |(kind, word)| {
                let mut row: Row = self.category_cells(category).into();
                let address = format!("/search?category={category}&state={postal}");
                row.extend([
                    Cell::text(kind.plural()),
                    Cell::text(kind.word()),
                    Cell::text(word.word()),
                    Cell::text(postal),
                    self.led(&address),
                ]);
                row
            })
        });
        let rows: Vec<Row> = rows.collect();
        let lower = postal.to_lowercase();
        let frame = Frame {
            file: format!("{lower}-answers"),
            title: format!("Answers by kind of local government in {}", state.name),
            sheet: "Answers",
            columns: &BY_KIND,
            page: format!("/states/{lower}"),
            source: "the offerings and statements of the portal as of this day",
        };
        Ok(self.table(frame, Rows::known(rows)))
    }
}

fn said_no(snapshot: &Snapshot, said: &StatementOfNo) -> Row {
    let words = format!(
        "Does not offer this to {}",
        super::names::kinds(&said.kinds)
    );
    let mut row = vec![Cell::Text(words), Cell::text(said.id.as_str())];
    row.extend(body_cells(snapshot, &said.by));
    row.extend([
        Cell::text("no"),
        Cell::Empty,
        Cell::text("confirmed"),
        Cell::text("statement of the body"),
        Cell::Date(said.said_on),
        Cell::Empty,
    ]);
    row
}
