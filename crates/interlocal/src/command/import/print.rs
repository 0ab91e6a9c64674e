//! Reports on the terminal and as CSV.

use interlocal_exchange::{Cell, sheet};
use interlocal_portal::importing::{Outcome, Report, Reported, key_in_words};
use std::io::Write;

/// Every row, then the counts.
pub fn report(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    for note in &report.notes {
        writeln!(out, "note: {note}")?;
    }
    for row in &report.rows {
        write!(out, "line {}", row.line)?;
        if row.column > 0 {
            write!(out, ", column {}", row.column)?;
        }
        write!(out, ": {}", row.outcome.word())?;
        for (before, words, after) in [
            (": ", key_in_words(&row.key).as_str(), ""),
            (" → ", listing(row).as_str(), ""),
            (" “", &row.value, "”"),
            (": ", &row.why, ""),
        ] {
            if !words.is_empty() {
                write!(out, "{before}{words}{after}")?;
            }
        }
        writeln!(out)?;
    }
    if !report.whole {
        writeln!(
            out,
            "stopped: import the same file again to go on from here"
        )?;
    }
    if let Some(batch) = report.batch {
        writeln!(
            out,
            "import {batch}: undo it with `interlocal import undo {batch}`"
        )?;
    }
    let count = |outcome| report.count(outcome);
    writeln!(
        out,
        "created {}, changed {}, unchanged {}, doubtful {}, refused {}",
        count(Outcome::Created),
        count(Outcome::Changed),
        count(Outcome::Unchanged),
        count(Outcome::Doubtful),
        count(Outcome::Refused)
    )
}

/// The listing of a row: its title, and its slug where it has one already.
fn listing(row: &Reported) -> String {
    match (row.title.as_str(), row.listing.as_str()) {
        (title, "") => title.to_owned(),
        ("", slug) => slug.to_owned(),
        (title, slug) => format!("{title} ({slug})"),
    }
}

/// The report as a CSV file.
pub fn csv(report: &Report) -> String {
    let mut text = sheet::line([
        "line", "column", "outcome", "key", "listing", "title", "value", "why",
    ]);
    for row in &report.rows {
        text += &sheet::row(&[
            Cell::Integer(row.line as i64),
            Cell::Integer(row.column as i64),
            Cell::text(row.outcome.word()),
            Cell::text(row.key.as_str()),
            Cell::text(row.listing.as_str()),
            Cell::text(row.title.as_str()),
            Cell::text(row.value.as_str()),
            Cell::text(row.why.as_str()),
        ]);
    }
    text
}
