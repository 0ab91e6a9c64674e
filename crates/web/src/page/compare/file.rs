//! A comparison as a table of typed cells.

use super::{beside::Beside, rows::rows, side::Side};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use interlocal_catalog::cost::{Amount, ROUNDING, rounded};
use interlocal_pages::{
    components::cost::{Figure, missing_words},
    pages::{CompareCell, CompareRow},
    words::and,
};
use interlocal_portal::compare::{Cell, Download, Table};

impl Beside<'_> {
    /// Everything that the page says, for a file.
    pub fn table(&self) -> Table {
        let titles: Vec<String> = self
            .sides
            .iter()
            .map(|side| side.content().title.clone())
            .collect();
        let address = self.visit.app.portal.public_url();
        let fact = |label: &str, cell: &dyn Fn(&Side) -> Cell| {
            let label = std::iter::once(Cell::text(label));
            label.chain(self.sides.iter().map(cell)).collect()
        };
        let mut table: Vec<Vec<Cell>> = vec![
            fact("Offering", &|side| Cell::text(&*side.content().title)),
            fact("Provider", &|side| {
                Cell::text(self.visit.body(&side.content().provider).name)
            }),
            fact("Edition", &|side| {
                Cell::Integer(i64::from(side.compared.edition.number))
            }),
            fact("Address", &|side| {
                let path = format!("/offerings/{}", side.compared.named.slug);
                Cell::address(address.of(&path))
            }),
        ];
        let shown = rows(self);
        let shown = shown
            .iter()
            .filter(|row| !self.asking.differences || !row.is_same());
        table.extend(shown.map(cells));
        let government = self
            .visit
            .place()
            .map(|place| self.visit.snapshot.directory.full_name(place));
        let title = match &government {
            Some(name) => format!("{}, for {name}", and(&titles)),
            None => and(&titles),
        };
        Table {
            title,
            rows: table,
            costs: self.sides.iter().flat_map(costs).collect(),
            remarks: self.remarks(government),
        }
    }

    fn remarks(&self, government: Option<String>) -> Vec<(String, Cell)> {
        let address = self.visit.app.portal.public_url();
        let link = address.of(&format!("/compare?{}", self.query(&self.names())));
        let today = self.visit.app.portal.today();
        let mut out = vec![
            ("Address".to_owned(), Cell::address(link)),
            ("As of".to_owned(), Cell::Date(today)),
            (
                "Government".to_owned(),
                Cell::text(government.unwrap_or_else(|| "None chosen".to_owned())),
            ),
        ];
        for sentence in self.comparable() {
            out.push(("Costs".to_owned(), Cell::text(sentence)));
        }
        for side in &self.sides {
            let title = &side.content().title;
            let missing = missing_words(&side.cost);
            for sentence in side.cost.assumptions.iter().chain(&missing) {
                if sentence != ROUNDING {
                    let words = format!("{title}: {sentence}");
                    out.push(("Cost".to_owned(), Cell::text(words)));
                }
            }
        }
        out.push(("Rounding".to_owned(), Cell::text(ROUNDING)));
        for sentence in self.not_here() {
            out.push(("Not here".to_owned(), Cell::text(sentence)));
        }
        out
    }
}

fn cells(row: &CompareRow) -> Vec<Cell> {
    let label = std::iter::once(Cell::text(&*row.label));
    label.chain(row.cells.iter().map(cell)).collect()
}

fn cell(cell: &CompareCell) -> Cell {
    match cell {
        CompareCell::Day(day) => Cell::Date(*day),
        CompareCell::Cost(which, cost) => match cost.total() {
            Some(total) => Cell::Decimal(rounded(which.of(total))),
            None => Cell::text(cell.plain()),
        },
        other => Cell::text(other.plain()),
    }
}

/// A row for each line, fee and sum of a cost.
fn costs(side: &Side) -> Vec<Vec<Cell>> {
    let title = || Cell::text(&*side.content().title);
    let mut out = Vec::new();
    for line in &side.cost.lines {
        let counted = if line.counted { "Yes" } else { "No" };
        let known = |cells: [Cell; 3]| {
            let [quantity, price, sum] = cells;
            vec![
                title(),
                Cell::text(&*line.name),
                Cell::text(counted),
                quantity,
                Cell::text(line.unit.label()),
                price,
                sum,
                Cell::text(line.period.label()),
                Cell::text(line.currency.word()),
            ]
        };
        if let Some(missing) = &line.missing {
            out.push(known([
                Cell::Empty,
                Cell::Empty,
                Cell::text(missing.words()),
            ]));
        }
        for part in &line.parts {
            out.push(known([
                Cell::Decimal(part.quantity.normalize()),
                Cell::Decimal(part.price),
                Cell::Decimal(part.sum),
            ]));
        }
    }
    let sum = |name: &str, amount: Cell, period: &str, currency: &str| {
        vec![
            title(),
            Cell::text(name),
            Cell::text("Yes"),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            amount,
            Cell::text(period),
            Cell::text(currency),
        ]
    };
    for fee in &side.cost.fees {
        if let Some(missing) = &fee.missing {
            out.push(sum(&fee.name, Cell::text(missing.words()), "", ""));
        }
        for Amount {
            currency,
            one_time,
            yearly,
        } in &fee.amounts
        {
            for (amount, period) in [(one_time, "once"), (yearly, "a year")] {
                if !amount.is_zero() {
                    let amount = Cell::Decimal(*amount);
                    out.push(sum(&fee.name, amount, period, currency.word()));
                }
            }
        }
    }
    if side.cost.is_whole() {
        for total in &side.cost.totals {
            for which in Figure::ALL {
                let amount = Cell::Decimal(rounded(which.of(total)));
                let label = which.label(side.cost.years);
                out.push(sum(&label, amount, "", total.currency.word()));
            }
        }
    }
    out
}

/// A file as an answer.
pub fn answer(download: Download, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, download.media.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, download.bytes).into_response()
}
