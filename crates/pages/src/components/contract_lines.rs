//! Lines of a contract as a table. A column that no line fills is left out.

use crate::{components::references::outside_link, href, words::written};
use interlocal_catalog::line_item::{LineItem, StatedDay};
use maud::{Markup, html};

/// Names of a cell that stand open; more of them are unfolded.
pub(crate) const OPEN: usize = 5;

/// A line with its place in the list, from 1.
pub type NumberedLine = (usize, LineItem);

/// A column: its heading, and its cell where a line fills it.
type Column = (&'static str, fn(&LineItem) -> Option<Markup>);

const COLUMNS: [Column; 10] = [
    ("Supplier", |line| text(&line.supplier)),
    ("What is bought", |line| text(&line.title)),
    ("Number", |line| text(&line.number)),
    ("For", |line| names(&line.categories, "categories")),
    ("Not for", |line| names(&line.not_categories, "categories")),
    ("Manufacturers", |line| {
        names(&line.manufacturers, "manufacturers")
    }),
    ("From", |line| day(line.starts.as_ref())),
    ("Until", |line| day(line.ends.as_ref())),
    ("Worth", |line| text(&line.worth().unwrap_or_default())),
    ("More", more),
];

/// Columns that tell lines apart.
const BRIEF: [&str; 4] = ["Supplier", "What is bought", "Number", "Until"];

/// Lines with everything that they say.
pub(crate) fn contract_lines(lines: &[NumberedLine]) -> Markup {
    table(lines, COLUMNS.iter().collect())
}

/// Lines with what tells them apart.
pub(crate) fn brief_lines(lines: &[NumberedLine]) -> Markup {
    let brief = COLUMNS
        .iter()
        .filter(|(heading, _)| BRIEF.contains(heading));
    table(lines, brief.collect())
}

fn table(lines: &[NumberedLine], columns: Vec<&'static Column>) -> Markup {
    let columns = columns.into_iter();
    let columns: Vec<&Column> = columns
        .filter(|(_, cell)| lines.iter().any(|(_, line)| cell(line).is_some()))
        .collect();
    html! {
        div class="il-wide" tabindex="0" role="region" aria-label="Lines of the contract" {
            table class="usa-table usa-table--borderless il-lines il-stacked" {
                thead {
                    tr {
                        th scope="col" { "Line" }
                        @for (heading, _) in &columns { th scope="col" { (heading) } }
                    }
                }
                tbody {
                    @for (number, line) in lines {
                        tr {
                            th scope="row" { (number) }
                            @for (heading, cell) in &columns {
                                @match cell(line) {
                                    Some(cell) => td data-label=(heading) { (cell) },
                                    None => td class="il-lines__empty" {},
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn text(text: &str) -> Option<Markup> {
    (!text.is_empty()).then(|| html! { (text) })
}

/// Names in a row; many of them are unfolded.
pub(crate) fn names(all: &[String], what: &str) -> Option<Markup> {
    let names = all.join("; ");
    (!all.is_empty()).then(|| {
        html! {
            @if all.len() <= OPEN { (names) }
            @else { details { summary { (all.len()) " " (what) } (names) } }
        }
    })
}

fn day(day: Option<&StatedDay>) -> Option<Markup> {
    day.map(|day| match day {
        StatedDay::On(day) => html! { (written(*day)) },
        words => html! { (words) },
    })
}

fn more(line: &LineItem) -> Option<Markup> {
    let page = href::outside(&line.url);
    let address = (page.is_none() && !line.url.is_empty()).then_some(&line.url);
    let says = page.is_some() || address.is_some();
    (says || !line.notes.is_empty() || !line.other.is_empty()).then(|| {
        html! {
            @for cell in &line.other { div { (cell.name) ": " (cell.value) } }
            @for note in &line.notes { div { (note) } }
            @if let Some(page) = page { div { (outside_link(page, "Its own page")) } }
            @if let Some(address) = address { div { (address) } }
        }
    })
}
