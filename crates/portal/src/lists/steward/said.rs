//! Jobs, announcements, and what memos of a state are prompted to consider, as rows.

use crate::{
    Error, Portal,
    lists::{
        names::place_cells,
        table::{ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{Cell, workbook::Column};

const JOBS: [Column; 4] = [
    column("Job", 40),
    column("Ran at", 20),
    column("Failed at", 20),
    column("Fault", 60),
];

const ANNOUNCEMENTS: [Column; 5] = [
    column("Announcement", 9),
    column("Words", 70),
    column("Kind", 12),
    column("From", 12),
    column("Until", 12),
];

const RULES: [Column; 9] = [
    column("Entry", 9),
    column("State", 26),
    column("Key", 16),
    column("Kind", 20),
    column("Name", 44),
    column("Link", 50),
    column("Words", 60),
    column("Source", 50),
    column("Checked on", 12),
];

impl Portal {
    /// The last run of every job.
    pub async fn list_jobs(&self, actor: &Actor) -> Result<ListTable, Error> {
        let runs = self.read_jobs(actor).await?;
        let rows: Vec<Row> = runs
            .into_iter()
            .map(|run| {
                vec![
                    Cell::Text(run.name),
                    Cell::Moment(run.ran_at),
                    Cell::maybe(run.failed_at),
                    Cell::Text(run.fault),
                ]
            })
            .collect();
        Ok(self.table(super::of(("jobs", "Jobs", &JOBS)), Rows::known(rows)))
    }

    /// Every announcement, the newest first.
    pub async fn list_announcements(&self, actor: &Actor) -> Result<ListTable, Error> {
        let all = self.read_announcements(actor).await?;
        let rows: Vec<Row> = all
            .into_iter()
            .map(|one| {
                vec![
                    one.id.into(),
                    Cell::Text(one.words),
                    Cell::text(one.kind.word()),
                    Cell::Date(one.from_on),
                    Cell::maybe(one.until_on),
                ]
            })
            .collect();
        let frame = super::of(("announcements", "Announcements", &ANNOUNCEMENTS));
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// Every entry of what memos are prompted to consider, by state.
    pub async fn list_consider_rules(&self, actor: &Actor) -> Result<ListTable, Error> {
        let rules = self.read_consider_rules(actor).await?;
        let snapshot = self.snapshot();
        let rows: Vec<Row> = rules
            .into_iter()
            .map(|rule| {
                let mut row: Row = vec![rule.id.into()];
                row.extend(place_cells(&snapshot, &rule.state));
                row.extend([
                    Cell::text(rule.kind.word()),
                    Cell::Text(rule.name),
                    Cell::address(rule.url),
                    Cell::Text(rule.words),
                    Cell::Text(rule.source),
                    Cell::Date(rule.checked_on),
                ]);
                row
            })
            .collect();
        let frame = super::of(("consider-rules", "To consider", &RULES));
        Ok(self.table(frame, Rows::known(rows)))
    }
}
