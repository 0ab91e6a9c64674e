//! Every offering that a search finds, as rows of a table, a piece at a time.

use super::table::{Frame, ListTable, PIECE, Row, Rows, column};
use crate::{
    Error, Judged, Portal, Snapshot,
    search::{Found, Search},
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};
use std::sync::Arc;

/// What the words of confidence mean.
pub(super) const CONFIDENCE: &str = "“listed” was taken from a public source and is not \
     confirmed by the body; “confirmed” was said by the body itself";

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
    pub(super) async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
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

    /// The list as a table under a title, with the page of its search.
    pub fn table(self, title: String, page: String) -> ListTable {
        let chosen = self.search.chosen.as_ref().map(|place| {
            let name = self.portal.snapshot().directory.full_name(place);
            format!("what {name} may do with it; empty cells say nothing")
        });
        let portal = Arc::clone(&self.portal);
        let frame = Frame {
            file: "offerings".to_owned(),
            title,
            sheet: "Offerings",
            columns: &COLUMNS,
            page,
            source: "each row names its own, with the day on which it was checked",
        };
        let table = portal.table(frame, Rows::Offerings(Box::new(self)));
        let table = table.remarked("Confidence", Cell::text(CONFIDENCE));
        match chosen {
            Some(words) => table.remarked("Verdict", Cell::Text(words)),
            None => table,
        }
    }

    fn row(&self, snapshot: &Snapshot, judged: &Judged) -> Row {
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
