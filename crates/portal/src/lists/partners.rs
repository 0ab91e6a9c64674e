//! Partners for a need as rows: everybody who passed, whom to ask, and who is out.

use super::table::{Frame, ListTable, Row, Rows, column};
use crate::{
    Error, Portal, Snapshot,
    partners::{Card, PartnerSearch},
};
use interlocal_catalog::{Decimal, OrganizationId, ProgramId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 16] = [
    column("Partner", 40),
    column("Slug or key", 32),
    column("Level", 12),
    column("Part", 14),
    column("Place", 8),
    column("Band", 16),
    column("Score", 9),
    column("Score at least", 9),
    column("Score at most", 9),
    column("Documented", 20),
    column("Offering", 40),
    column("Offering slug", 30),
    column("Reasons", 60),
    column("What holds back", 50),
    column("What to ask", 50),
    column("Address", 44),
];

impl Portal {
    /// Everybody whom the ranking names for a need.
    pub fn list_partners(&self, actor: &Actor, search: PartnerSearch) -> Result<ListTable, Error> {
        let search = PartnerSearch {
            more: usize::MAX,
            ..search
        };
        let found = self.find_partners(actor, &search)?;
        let result = &found.result;
        let first = result.first_view.len();
        let mut rows: Vec<Row> = Vec::new();
        for (place, card) in result.cards.iter().enumerate() {
            let part = if place < first { "shown first" } else { "more" };
            rows.push(self.ranked(&found.snapshot, card, (part, place + 1)));
        }
        for card in &result.ask_cards {
            let why = format!(
                "Nobody on the {} level is on record; this body serves the area",
                card.level.word()
            );
            let ask = (card.level.word(), "ask", why.as_str());
            rows.push(self.unranked(&found.snapshot, (card.id.as_str(), &card.name), ask));
        }
        for out in result.excluded.iter().filter(|out| out.is_near) {
            let why: Vec<&str> = out.gates.iter().map(|gate| gate.reason()).collect();
            let why = why.join("; ");
            let out_of_it = ("", "out", why.as_str());
            rows.push(self.unranked(&found.snapshot, (out.id.as_str(), &out.name), out_of_it));
        }
        let seeker = found.snapshot.directory.full_name(&search.seeker);
        let category = self.vocabulary().name(&search.category);
        let frame = Frame {
            file: "partners".to_owned(),
            title: format!("Partners of {seeker} for {}", category.to_lowercase()),
            sheet: "Partners",
            columns: &COLUMNS,
            page: format!("/match?for={}&category={}", search.seeker, search.category),
            source: "offerings, participations and adoptions of the portal, ranked by its model; \
                     each offering names its own source",
        };
        Ok(self.table(frame, Rows::known(rows)))
    }

    fn ranked(&self, snapshot: &Snapshot, card: &Card, (part, place): (&str, usize)) -> Row {
        let record = &card.record_id;
        let offering = snapshot
            .offering_of(&ProgramId::new(record.as_str()))
            .or_else(|| snapshot.offering_of(&ProgramId::new(record.split('@').next()?)));
        let [low, high] = card.range;
        vec![
            Cell::text(card.name.as_str()),
            Cell::text(card.id.as_str()),
            Cell::text(card.level.word()),
            Cell::text(part),
            Cell::Integer(place as i64),
            Cell::text(card.band.label()),
            points(card.score),
            points(low),
            points(high),
            Cell::text(card.documented.label()),
            Cell::maybe(offering.map(|offering| offering.title.as_str())),
            Cell::maybe(offering.map(|offering| offering.slug.as_str())),
            Cell::text(card.why.join("; ")),
            Cell::text(card.holds_it_back.join("; ")),
            Cell::text(card.ask.join("; ")),
            self.of_partner(snapshot, card.id.as_str()),
        ]
    }

    fn unranked(
        &self,
        snapshot: &Snapshot,
        (id, name): (&str, &str),
        (level, part, why): (&str, &str, &str),
    ) -> Row {
        let mut row = vec![Cell::Empty; COLUMNS.len()];
        let said = [(0, name), (1, id), (2, level), (3, part), (12, why)];
        for (at, words) in said {
            if let Some(cell) = row.get_mut(at) {
                *cell = Cell::text(words);
            }
        }
        if let Some(last) = row.last_mut() {
            *last = self.of_partner(snapshot, id);
        }
        row
    }

    /// The page of a body, or of a government that is none.
    fn of_partner(&self, snapshot: &Snapshot, id: &str) -> Cell {
        let body = OrganizationId::new(id);
        match snapshot.directory.organization(&body) {
            Some(_) => self.led(&format!("/organizations/{id}")),
            None => self.led(&format!("/jurisdictions/{id}")),
        }
    }
}

fn points(of: f64) -> Cell {
    let exact: Option<Decimal> = format!("{of:.2}").parse().ok();
    Cell::maybe(exact)
}
