//! Rows as contract lines.

use super::{
    guess::yes_or_no,
    line::ContractLine,
    mapping::{Mapping, Use},
    supplier::{Alike, alike, supplier_key},
};
use crate::{
    Finding,
    amount::amount,
    day::{Day, DayError, DayOrder, PIVOT},
    finding::Weight,
    sheet::plain,
    table::{Row, Table, one_line},
    web::is_address,
};
use std::collections::HashMap;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContractList {
    /// The lines, in the order of the file.
    pub lines: Vec<ContractLine>,
    /// What was noticed, in the order of the file.
    pub findings: Vec<Finding>,
    /// Suppliers that may be one.
    pub alike: Vec<Alike>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

/// A cell that is being read, with its place.
struct Place<'a> {
    line: u64,
    column: usize,
    heading: &'a str,
    cell: &'a str,
}

impl Place<'_> {
    fn finding(&self, weight: Weight, what: &str, mend: &str) -> Finding {
        Finding::new(weight, what, mend)
            .line(self.line)
            .column(self.column + 1)
            .field(self.heading)
            .value(self.cell)
    }
}

/// Reads a table with a mapping. Every row becomes a line or a refused finding.
pub fn read(table: &Table, mapping: &Mapping) -> ContractList {
    let mut list = ContractList {
        notes: table.notes.clone(),
        findings: table.findings.clone(),
        ..ContractList::default()
    };
    let uses: Vec<Use> = table
        .headings
        .iter()
        .map(|heading| mapping.of(&heading.name))
        .collect();
    let mut keys: HashMap<String, usize> = HashMap::new();
    let mut short_years = false;
    for row in &table.rows {
        let mut line = ContractLine::at(row.line);
        for ((column, heading), to) in table.headings.iter().enumerate().zip(&uses) {
            let place = Place {
                line: row.line,
                column,
                heading: &heading.name,
                cell: plain(row.cell(column)),
            };
            short_years |= matches!(to, Use::Starts | Use::Ends) && has_short_year(place.cell);
            let noticed = take(&mut line, *to, &place, mapping.days);
            list.findings.extend(noticed);
        }
        if let Some(finding) = whole(&line, row, &uses) {
            let refused = finding.weight == Weight::Refused;
            list.findings.push(finding);
            if refused {
                continue;
            }
        }
        let supplier = supplier_key(&line.supplier);
        let base = format!("{} | {} | {supplier}", line.number, line.parent);
        let times = keys.entry(base.clone()).or_default();
        *times += 1;
        line.key = match *times {
            1 => base,
            more => format!("{base} #{more}"),
        };
        list.lines.push(line);
    }
    if short_years {
        list.notes.push(format!(
            "years of two digits up to {PIVOT:02} were read as 20{PIVOT:02} and before, later ones as of the 1900s"
        ));
    }
    list.alike = alike(list.lines.iter().map(|line| line.supplier.as_str()));
    list
}

/// Takes a cell into the line; what is noticed of it.
fn take(line: &mut ContractLine, to: Use, place: &Place<'_>, days: DayOrder) -> Option<Finding> {
    let cell = place.cell;
    if cell.is_empty() {
        return None;
    }
    match to {
        Use::Number => line.number = one_line(cell),
        Use::Parent => line.parent = one_line(cell),
        Use::Supplier => line.supplier = one_line(cell),
        Use::Title => line.title = one_line(cell),
        Use::Address if is_address(cell) => line.address = cell.to_owned(),
        Use::Address => {
            line.stated
                .push((place.heading.to_owned(), cell.to_owned()));
            return Some(place.finding(
                Weight::Doubtful,
                "is no web address and was kept as text",
                "write it as https://…",
            ));
        }
        Use::Currency => {
            let code = cell.to_uppercase();
            if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                line.currency = code;
            } else {
                line.stated
                    .push((place.heading.to_owned(), cell.to_owned()));
                return Some(place.finding(
                    Weight::Doubtful,
                    "is no code of a currency and was kept as text",
                    "write three letters, such as USD",
                ));
            }
        }
        Use::Notes => line.notes.push(cell.to_owned()),
        Use::Manufacturers => line.manufacturers = parted(cell),
        Use::Categories => line.categories.extend(parted(cell)),
        Use::Stated => line
            .stated
            .push((place.heading.to_owned(), cell.to_owned())),
        Use::Kept => line.kept.push((place.heading.to_owned(), cell.to_owned())),
        Use::Starts | Use::Ends => {
            let (day, finding) = day(place, days);
            if to == Use::Starts {
                line.starts = day;
            } else {
                line.ends = day;
            }
            return finding;
        }
        Use::Amount => match amount(cell) {
            Some(number) if !number.is_sign_negative() => line.amount = Some(number),
            _ => {
                line.stated
                    .push((place.heading.to_owned(), cell.to_owned()));
                return Some(place.finding(
                    Weight::Doubtful,
                    "is no amount and was kept as text",
                    "write it as 1,234.50",
                ));
            }
        },
        Use::Category => match yes_or_no(cell) {
            Some(true) => line.categories.push(place.heading.to_owned()),
            Some(false) => line.not_categories.push(place.heading.to_owned()),
            None => {
                line.kept.push((place.heading.to_owned(), cell.to_owned()));
                return Some(place.finding(
                    Weight::Doubtful,
                    "is neither Yes nor No and was taken as not known",
                    "write Yes or No, or leave it blank",
                ));
            }
        },
    }
    None
}

fn day(place: &Place<'_>, order: DayOrder) -> (Day, Option<Finding>) {
    match Day::read(place.cell, order) {
        Ok(day) => (day, None),
        Err(error) => {
            let what = match error {
                DayError::NoSuchDay => "names a day that no calendar has; it was kept as text",
                DayError::OtherOrder => {
                    "puts day and month in another order than this list; it was kept as text"
                }
                DayError::NoDay => "is no day and was kept as text",
            };
            let (forms, other) = match order {
                DayOrder::MonthFirst => ("2026-06-30 or 6/30/2026", "day"),
                DayOrder::DayFirst => ("2026-06-30 or 30/6/2026", "month"),
            };
            let mend = match error {
                DayError::OtherOrder => format!(
                    "write it as {forms}; where the whole list puts the {other} first, say so where its columns are chosen"
                ),
                _ => format!("write it as {forms}"),
            };
            let words = Day::Words(place.cell.to_owned());
            (words, Some(place.finding(Weight::Doubtful, what, &mend)))
        }
    }
}

/// What the row as a whole lacks.
fn whole(line: &ContractLine, row: &Row, uses: &[Use]) -> Option<Finding> {
    let finding = |weight, what: &str, mend: &str| {
        Some(
            Finding::new(weight, what, mend)
                .line(row.line)
                .value(&row.cells.join(" | ")),
        )
    };
    let mapped = |one| uses.contains(&one);
    let (supplier, number) = (&line.supplier, &line.number);
    if supplier.is_empty() && number.is_empty() {
        let what = "names neither a supplier nor a contract number and was not taken";
        return finding(Weight::Refused, what, "add one of them, or delete the row");
    }
    if supplier.is_empty() && mapped(Use::Supplier) {
        let what = "names no supplier; the contract was taken without one";
        return finding(Weight::Doubtful, what, "add the supplier");
    }
    if number.is_empty() && mapped(Use::Number) {
        let what = "names no contract number; it stands as a contract of its own";
        return finding(Weight::Doubtful, what, "add the number of the contract");
    }
    if let (Day::On(first), Day::On(last)) = (&line.starts, &line.ends)
        && last < first
    {
        let what = "ends before it begins; both days were taken as they stand";
        return finding(Weight::Doubtful, what, "see which of the days is meant");
    }
    None
}

/// Parts of a cell, without blanks, each once.
fn parted(cell: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in cell.split(';').map(one_line) {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

fn has_short_year(cell: &str) -> bool {
    let day = cell.split_whitespace().next().unwrap_or_default();
    let last = day.rsplit(['/', '-', '.']).next().unwrap_or_default();
    day.contains(['/', '-']) && last.len() == 2 && day.len() <= 8
}
