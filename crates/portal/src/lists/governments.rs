//! Governments as rows.

use super::table::{Frame, ListTable, Row, Rows, column};
use crate::{Portal, Snapshot, accounts::public_url::PublicUrl};
use interlocal_catalog::jurisdiction::Jurisdiction;
use interlocal_exchange::{Cell, workbook::Column};
use std::sync::Arc;

const COLUMNS: [Column; 12] = [
    column("Government", 40),
    column("Key", 24),
    column("Kind", 18),
    column("Legal type", 18),
    column("County", 26),
    column("County key", 16),
    column("State", 20),
    column("Postal code", 8),
    column("Population", 12),
    column("Population of", 12),
    column("Status", 50),
    column("Address", 50),
];

const SOURCE: &str = "US Census Bureau: Gazetteer Files, American Community Survey, Census of the \
     Island Areas; US Geological Survey, GNIS";

impl Portal {
    /// The governments that fit the words, best first; every government where there
    /// are none.
    pub fn list_governments(&self, words: &str) -> ListTable {
        let snapshot = self.snapshot();
        let all = snapshot.directory.jurisdictions().len();
        let base = self.public_url().clone();
        let words = words.trim();
        let (title, rows) = if words.is_empty() {
            let rows = (0..all).filter_map(move |place| {
                let found = snapshot.directory.jurisdictions().get(place)?;
                Some(row(&snapshot, &base, found))
            });
            ("Governments".to_owned(), Rows::known(rows))
        } else {
            let found = self.find_governments(words, all);
            let rows = found.keys.into_iter().filter_map(move |place| {
                let found = snapshot.directory.jurisdiction(&place)?;
                Some(row(&snapshot, &base, found))
            });
            (format!("Governments: “{words}”"), Rows::known(rows))
        };
        let frame = Frame {
            file: "governments".to_owned(),
            title,
            sheet: "Governments",
            columns: &COLUMNS,
            page: "/jurisdictions".to_owned(),
            source: SOURCE,
        };
        self.table(frame, rows)
    }
}

fn row(snapshot: &Arc<Snapshot>, base: &PublicUrl, found: &Jurisdiction) -> Row {
    let directory = &snapshot.directory;
    let place = found.key.place();
    let county = directory.county_of(found);
    vec![
        Cell::text(directory.name(&place)),
        Cell::text(place.as_str()),
        Cell::text(found.key.kind().label()),
        Cell::text(found.legal_type()),
        Cell::maybe(county.map(|county| county.name.as_str())),
        Cell::maybe(county.map(|county| county.key.to_string())),
        Cell::text(directory.state_name(&found.state)),
        Cell::text(found.state.as_str()),
        Cell::maybe(found.population),
        Cell::maybe(found.population_year.map(i32::from)),
        Cell::maybe(found.status_note.as_deref()),
        // So many links would make a workbook slow to write and to open.
        Cell::Text(base.of(&format!("/jurisdictions/{place}"))),
    ]
}
