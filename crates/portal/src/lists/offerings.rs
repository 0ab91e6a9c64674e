//! Every offering that a search finds, as rows of a table, a piece at a time.

use crate::{
    Error, Judged, Portal, Snapshot,
    search::{Found, Search},
};
use interlocal_catalog::{NaiveDate, policy::Actor};
use interlocal_exchange::{
    Cell, sheet,
    workbook::{About, Column, Workbook, WorkbookError},
};
use std::{
    fs::File,
    io::{Seek, SeekFrom},
    sync::Arc,
};

/// Rows of a piece.
const PIECE: usize = 500;

const fn column(heading: &'static str, width: u8) -> Column {
    Column { heading, width }
}

const COLUMNS: [Column; 23] = [
    column("Offering", 44),
    column("Slug", 30),
    column("Kind", 12),
    column("Category", 26),
    column("Category slug", 22),
    column("Provider", 36),
    column("Provider slug", 30),
    column("Summary", 60),
    column("Verdict", 14),
    column("Steps left", 26),
    column("States", 14),
    column("Cost model", 18),
    column("Agreement", 18),
    column("How to join", 40),
    column("Suppliers", 30),
    column("Starts on", 12),
    column("Ends on", 12),
    column("Confidence", 12),
    column("Source", 50),
    column("Checked on", 12),
    column("Edition", 9),
    column("Website", 40),
    column("Address", 44),
];

/// The offerings that a search finds, as far as somebody may see them. One piece of
/// them is in memory, however many there are.
pub struct OfferingList {
    portal: Arc<Portal>,
    actor: Actor,
    search: Search,
    ended: bool,
}

impl OfferingList {
    /// Every offering that the search finds, whichever page it asks for.
    pub fn of(portal: Arc<Portal>, actor: Actor, search: Search) -> Self {
        Self {
            portal,
            actor,
            search: Search {
                offset: 0,
                limit: PIECE,
                count_other_terms: false,
                ..search
            },
            ended: false,
        }
    }

    /// The next rows; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        if self.ended {
            return Ok(None);
        }
        let search = self.search.clone();
        let answer = self.portal.search(&self.actor, search).await?;
        let given = answer
            .results
            .total
            .saturating_sub(self.search.offset as u64);
        self.ended = given <= PIECE as u64;
        self.search.offset += PIECE;
        let rows = answer.found.iter();
        let rows = rows.map(|Found { judged, .. }| self.row(&answer.snapshot, judged));
        Ok(Some(rows.collect()))
    }

    /// The line of headings in CSV.
    pub fn heading() -> String {
        sheet::line(COLUMNS.map(|column| column.heading))
    }

    /// Rows in CSV.
    pub fn lines(rows: &[Vec<Cell>]) -> String {
        rows.iter().map(sheet::row).collect()
    }

    /// The whole list as a workbook of today: a file that is gone when it is closed,
    /// from its beginning.
    pub async fn workbook(mut self, title: String) -> Result<File, Error> {
        let broken = |error: std::io::Error| Error::Internal(error.to_string());
        let failed = |error: WorkbookError| match error {
            WorkbookError::TooManyRows(_) => Error::field("format", error.to_string()),
            other => Error::Internal(other.to_string()),
        };
        let about = self.about(title, self.portal.today());
        let mut book = Workbook::new(about);
        book.sheet("Offerings", &COLUMNS).map_err(failed)?;
        while let Some(rows) = self.rows().await? {
            for row in &rows {
                book.row(row).map_err(failed)?;
            }
        }
        let mut file = tempfile::tempfile().map_err(broken)?;
        book.finish_into(&mut file).map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(broken)?;
        Ok(file)
    }

    fn about(&self, title: String, on: NaiveDate) -> About {
        let mut lines = vec![
            (
                "Source".to_owned(),
                Cell::text("each row names its own, with the day on which it was checked"),
            ),
            (
                "Confidence".to_owned(),
                Cell::text(
                    "“listed” was taken from a public source and is not confirmed by the body; \
                     “confirmed” was said by the body itself",
                ),
            ),
            (
                "Portal".to_owned(),
                Cell::address(self.portal.public_url().of("/search")),
            ),
        ];
        if let Some(place) = &self.search.chosen {
            let name = self.portal.snapshot().directory.full_name(place);
            let words = format!("what {name} may do with it; empty cells say nothing");
            lines.push(("Verdict".to_owned(), Cell::text(words)));
        }
        About { title, on, lines }
    }

    fn row(&self, snapshot: &Snapshot, judged: &Judged) -> Vec<Cell> {
        let content = &judged.edition.content;
        let vocabulary = self.portal.vocabulary();
        let provider = snapshot.directory.canonical(&content.provider);
        let verdict = judged.verdict.as_ref();
        let steps = verdict.map(|verdict| {
            let left = verdict.chain.steps_left().iter();
            let words: Vec<&str> = left.map(|step| step.kind.word()).collect();
            words.join("; ")
        });
        let address = self.portal.public_url();
        vec![
            Cell::text(content.title.as_str()),
            Cell::text(content.slug.as_str()),
            Cell::text(content.kind.word()),
            Cell::text(vocabulary.name(&content.category)),
            Cell::text(content.category.as_str()),
            Cell::text(snapshot.directory.organization_name(provider)),
            Cell::text(provider.as_str()),
            Cell::text(content.summary.as_str()),
            Cell::maybe(verdict.map(|verdict| verdict.outcome.word())),
            Cell::maybe(steps.filter(|steps| !steps.is_empty())),
            Cell::text(content.states.join("; ")),
            Cell::text(content.cost_model.word()),
            Cell::text(content.agreement.as_str()),
            Cell::text(content.how_to_join.as_str()),
            Cell::text(content.suppliers.join("; ")),
            Cell::maybe(content.term.starts_on),
            Cell::maybe(content.term.ends_on),
            Cell::text(judged.shelved.confidence(self.portal.today()).word()),
            Cell::text(content.source_words.as_str()),
            Cell::Date(content.checked_on),
            Cell::Integer(i64::from(judged.edition.number)),
            Cell::address(content.url.as_str()),
            Cell::address(address.of(&format!("/offerings/{}", content.slug))),
        ]
    }
}
