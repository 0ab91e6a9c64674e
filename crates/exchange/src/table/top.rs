//! Which row is the header, and what its headings are called.

use super::{Heading, Loose, Row, Table, letters, one_line};
use std::collections::HashMap;

/// Rows among which the header is looked for.
const LOOKED_AT: usize = 20;

/// Takes the header off.
pub fn table(loose: Loose, words: &[&str]) -> Result<Table, String> {
    let Loose {
        rows,
        mut notes,
        mut findings,
    } = loose;
    let blank = |row: &Row| row.cells.iter().all(String::is_empty);
    let before = rows.len();
    let rows: Vec<Row> = rows.into_iter().filter(|row| !blank(row)).collect();
    if rows.len() < before {
        notes.push(format!("blank rows left out: {}", before - rows.len()));
    }
    let at = header(&rows, words);
    let mut rows = rows.into_iter().skip(at);
    let Some(top) = rows.next() else {
        return Err("holds nothing".to_owned());
    };
    if at > 0 {
        let line = top.line;
        notes.push(format!(
            "the headings stand on line {line}; what stands above was left out"
        ));
    }
    let mut headings = named(&top.cells);
    let mut body: Vec<Row> = rows.collect();
    let longest = |row: &Row| {
        let filled = row.cells.iter().rposition(|cell| !cell.is_empty());
        filled.map_or(0, |last| last + 1)
    };
    let width = body.iter().map(longest).max().unwrap_or_default();
    if width > headings.len() {
        let long = body.iter().filter(|row| longest(row) > headings.len());
        let count = long.clone().count();
        let first = long.map(|row| row.line).next().unwrap_or_default();
        notes.push(format!(
            "rows with more cells than headings: {count}, the first on line {first}; every cell was kept"
        ));
        for column in headings.len()..width {
            headings.push(Heading {
                name: format!("column {}", letters(column)),
                named: false,
            });
        }
    }
    for row in &mut body {
        row.cells.truncate(longest(row));
    }
    for finding in &mut findings {
        let column = usize::try_from(finding.column).unwrap_or_default();
        if let Some(heading) = headings.get(column.wrapping_sub(1)) {
            finding.field.clone_from(&heading.name);
        }
    }
    if body.is_empty() {
        notes.push("the file holds headings and no row: there is nothing to take in".to_owned());
    }
    Ok(Table {
        headings,
        rows: body,
        notes,
        findings,
    })
}

/// The row that holds most of the words; the first one with several cells where
/// none holds any, else the first.
fn header(rows: &[Row], words: &[&str]) -> usize {
    let known = |row: &Row| {
        let heads = row.cells.iter().map(|cell| one_line(cell).to_lowercase());
        heads
            .filter(|head| !head.is_empty() && words.iter().any(|word| head.contains(word)))
            .count()
    };
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let looked = || rows.iter().take(LOOKED_AT).enumerate();
    let mut best = (0, 1);
    for (at, row) in looked() {
        let count = known(row);
        if count > best.1 {
            best = (at, count);
        }
    }
    if best.1 > 1 {
        return best.0;
    }
    let several = looked().find(|(_, row)| filled(row) > 1);
    several.map_or(0, |(at, _)| at)
}

fn named(cells: &[String]) -> Vec<Heading> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let of = |(column, cell): (usize, &String)| {
        let words = one_line(cell);
        let named = !words.is_empty();
        let name = if named {
            words
        } else {
            format!("column {}", letters(column))
        };
        let times = seen.entry(name.to_lowercase()).or_default();
        *times += 1;
        let name = match *times {
            1 => name,
            more => format!("{name} ({more})"),
        };
        Heading { name, named }
    };
    cells.iter().enumerate().map(of).collect()
}
