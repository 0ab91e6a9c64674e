//! Reading a package: all tables side by side, an offering at a time. What is in
//! memory is an offering with its editions, or a few hundred rows of a list.

use super::{
    content::Parts,
    descriptor::VERSION,
    rows::{self, Adopted, MergedBody, Offered, Origin, Stated},
    table::{Row, Table},
    tables::{
        ADDENDA, ADOPTIONS, CIO_OFFICES, DOCUMENTS, EDITIONS, FEES, JURISDICTIONS, LINES,
        OFFERINGS, ORGANIZATIONS, ORIGINS, PARTICIPATIONS, PRICES, RULES, STATEMENTS,
    },
};
use crate::Fault;
use interlocal_catalog::{
    answer::StatementOfNo, jurisdiction::Jurisdiction, organization::CioOffice,
    participation::Participation,
};
use serde_json::{Value, json};
use std::io::{Read, Seek};
use zip::{ZipArchive, read::ZipFile};

/// Rows of a list that are handed on together.
const TOGETHER: usize = 500;
/// Bytes of a descriptor at most.
const LARGEST_DESCRIPTOR: u64 = 4 * 1024 * 1024;

/// What a package holds, in the order in which it can be taken in.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Governments.
    Jurisdictions(Vec<Jurisdiction>),
    /// Bodies.
    Organizations(Vec<MergedBody>),
    /// State CIO offices.
    Offices(Vec<CioOffice>),
    /// Participations.
    Participations(Vec<Participation>),
    /// Statements of no.
    Statements(Vec<StatementOfNo>),
    /// An offering with its editions, the oldest first.
    Offering(Box<Offered>, Vec<Stated>),
    /// Adoptions.
    Adoptions(Vec<Adopted>),
    /// What files said of offerings.
    Origins(Vec<Origin>),
}

/// Reads a package, of which `open` gives a reader of its own each time; `take` is
/// handed each part and says whether to go on.
pub fn read<R: Read + Seek>(
    open: &dyn Fn() -> std::io::Result<R>,
    take: &mut dyn FnMut(Part) -> bool,
) -> Result<(), Fault> {
    check(&mut archive(open)?)?;
    let mut going = list(open, &JURISDICTIONS, rows::jurisdiction, &mut |all| {
        take(Part::Jurisdictions(all))
    })? && list(open, &ORGANIZATIONS, rows::of_row, &mut |all| {
        take(Part::Organizations(all))
    })? && list(open, &CIO_OFFICES, rows::office, &mut |all| {
        take(Part::Offices(all))
    })? && list(open, &PARTICIPATIONS, rows::participation, &mut |all| {
        take(Part::Participations(all))
    })? && list(open, &STATEMENTS, rows::statement, &mut |all| {
        take(Part::Statements(all))
    })?;
    going = going && offerings(open, take)?;
    going = going
        && list(open, &ADOPTIONS, rows::of_row, &mut |all| {
            take(Part::Adoptions(all))
        })?;
    // Packages of earlier portals have no origins.
    let told = archive(open)?.index_for_name(&ORIGINS.file()).is_some();
    if going && told {
        list(open, &ORIGINS, rows::of_row, &mut |all| {
            take(Part::Origins(all))
        })?;
    }
    Ok(())
}

fn archive<R: Read + Seek>(open: &dyn Fn() -> std::io::Result<R>) -> Result<ZipArchive<R>, Fault> {
    let bad = |why: String| fault("the package", 1, format!("cannot be opened: {why}"));
    let reader = open().map_err(|e| bad(e.to_string()))?;
    ZipArchive::new(reader).map_err(|e| bad(e.to_string()))
}

fn check<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Fault> {
    const NAME: &str = "datapackage.json";
    let entry = archive
        .by_name(NAME)
        .map_err(|_| fault(NAME, 1, "is not in the package"))?;
    let mut text = Vec::new();
    let read = entry.take(LARGEST_DESCRIPTOR).read_to_end(&mut text);
    read.map_err(|e| fault(NAME, 1, e))?;
    let whole: Value = serde_json::from_slice(&text).map_err(|e| Fault::json(NAME, 1, &e))?;
    match whole.get("interlocalVersion").and_then(Value::as_str) {
        Some(VERSION) => Ok(()),
        Some(other) => Err(fault(
            NAME,
            1,
            format!("is of version {other}; {VERSION} is read"),
        )),
        None => Err(fault(
            NAME,
            1,
            "is no package of a portal: interlocalVersion is missing",
        )),
    }
}

fn fault(file: &str, line: u64, message: impl ToString) -> Fault {
    Fault {
        file: file.to_owned(),
        line,
        column: 1,
        message: message.to_string(),
    }
}

/// Reads a whole table, some rows at a time; whether to go on.
fn list<R: Read + Seek, T>(
    open: &dyn Fn() -> std::io::Result<R>,
    table: &'static Table,
    of: fn(Row) -> Result<T, String>,
    take: &mut dyn FnMut(Vec<T>) -> bool,
) -> Result<bool, Fault> {
    let mut archive = archive(open)?;
    let mut lines = Lines::of(&mut archive, table)?;
    let mut together = Vec::new();
    while let Some((line, row)) = lines.next()? {
        together.push(of(row).map_err(|why| fault(&table.file(), line, why))?);
        if together.len() == TOGETHER && !take(std::mem::take(&mut together)) {
            return Ok(false);
        }
    }
    Ok(together.is_empty() || take(together))
}

fn offerings<R: Read + Seek>(
    open: &dyn Fn() -> std::io::Result<R>,
    take: &mut dyn FnMut(Part) -> bool,
) -> Result<bool, Fault> {
    let (mut a, mut b) = (archive(open)?, archive(open)?);
    let (mut c, mut d, mut e, mut f, mut g, mut h) = (
        archive(open)?,
        archive(open)?,
        archive(open)?,
        archive(open)?,
        archive(open)?,
        archive(open)?,
    );
    let mut offerings = Lines::of(&mut a, &OFFERINGS)?;
    let mut editions = Lines::of(&mut b, &EDITIONS)?;
    let mut rules = Lines::of(&mut c, &RULES)?;
    let mut prices = Lines::of(&mut d, &PRICES)?;
    let mut fees = Lines::of(&mut e, &FEES)?;
    let mut addenda = Lines::of(&mut f, &ADDENDA)?;
    let mut documents = Lines::of(&mut g, &DOCUMENTS)?;
    // Packages of earlier portals have no lines.
    let mut lines = match h.index_for_name(&LINES.file()) {
        Some(_) => Some(Lines::of(&mut h, &LINES)?),
        None => None,
    };
    while let Some((line, row)) = offerings.next()? {
        let wrong = |why: String| fault(&OFFERINGS.file(), line, why);
        let offered: Offered = rows::of_row(row).map_err(wrong)?;
        let slug = json!(offered.slug);
        let mut stated = Vec::new();
        while let Some((line, row)) = editions.next_where(&[("offering", &slug)])? {
            let number = row.get("number").cloned().unwrap_or_default();
            let here = [("offering", &slug), ("edition", &number)];
            let parts = Parts {
                rules: rules.all_where(&here)?,
                prices: prices.all_where(&here)?,
                fees: fees.all_where(&here)?,
                addenda: addenda.all_where(&here)?,
                lines: match &mut lines {
                    Some(lines) => lines.all_where(&here)?,
                    None => Vec::new(),
                },
                documents: documents.all_where(&here)?,
            };
            let wrong = |why: String| fault(&EDITIONS.file(), line, why);
            stated.push(rows::edition(&offered.slug, row, parts).map_err(wrong)?);
        }
        if stated
            .iter()
            .all(|edition| edition.number != offered.edition)
        {
            return Err(fault(
                &OFFERINGS.file(),
                line,
                format!(
                    "edition {} of {} is not in the package",
                    offered.edition, offered.slug
                ),
            ));
        }
        if !take(Part::Offering(Box::new(offered), stated)) {
            return Ok(false);
        }
    }
    let others = [
        &mut editions,
        &mut rules,
        &mut prices,
        &mut fees,
        &mut addenda,
        &mut documents,
    ];
    for left in others.into_iter().chain(&mut lines) {
        if let Some((line, _)) = left.next()? {
            let why = "stands out of turn: rows follow the order of offerings and their editions";
            return Err(fault(&left.table.file(), line, why));
        }
    }
    Ok(true)
}

/// A table that is being read, with one row in hand.
struct Lines<'a, R: Read> {
    table: &'static Table,
    reader: csv::Reader<ZipFile<'a, R>>,
    columns: Vec<Option<usize>>,
    record: csv::StringRecord,
    line: u64,
    in_hand: Option<(u64, Row)>,
}

impl<'a, R: Read + Seek> Lines<'a, R> {
    fn of(archive: &'a mut ZipArchive<R>, table: &'static Table) -> Result<Self, Fault> {
        let file = table.file();
        let entry = archive
            .by_name(&file)
            .map_err(|_| fault(&file, 1, "is not in the package"))?;
        let mut reader = csv::ReaderBuilder::new().from_reader(entry);
        let heads = reader.headers().map_err(|e| fault(&file, 1, e))?.clone();
        let place = |name: &str| {
            heads
                .iter()
                .position(|head| head.trim_start_matches('\u{feff}') == name)
        };
        let columns: Vec<Option<usize>> = table
            .columns
            .iter()
            .map(|column| place(column.name))
            .collect();
        if let Some((missing, _)) = table
            .columns
            .iter()
            .zip(&columns)
            .find(|(column, at)| at.is_none() && table.key.contains(&column.name))
        {
            return Err(fault(&file, 1, format!("has no column {}", missing.name)));
        }
        Ok(Self {
            table,
            reader,
            columns,
            record: csv::StringRecord::new(),
            line: 2,
            in_hand: None,
        })
    }

    fn next(&mut self) -> Result<Option<(u64, Row)>, Fault> {
        if let Some(row) = self.in_hand.take() {
            return Ok(Some(row));
        }
        let file = self.table.file();
        let more = self.reader.read_record(&mut self.record);
        let line = self.line;
        let inside = |cell: &str| cell.matches('\n').count() as u64;
        self.line += 1 + self.record.iter().map(inside).sum::<u64>();
        if !more.map_err(|e| fault(&file, line, e))? {
            return Ok(None);
        }
        let cells = self
            .columns
            .iter()
            .map(|at| at.and_then(|at| self.record.get(at)).unwrap_or_default());
        let row = self
            .table
            .row(cells)
            .map_err(|why| fault(&file, line, why))?;
        Ok(Some((line, row)))
    }

    /// The next row, where it says this.
    fn next_where(&mut self, here: &[(&str, &Value)]) -> Result<Option<(u64, Row)>, Fault> {
        let fits = |row: &Row| {
            here.iter()
                .all(|(name, value)| row.get(*name) == Some(*value))
        };
        let Some((line, row)) = self.next()? else {
            return Ok(None);
        };
        if fits(&row) {
            return Ok(Some((line, row)));
        }
        self.in_hand = Some((line, row));
        Ok(None)
    }

    /// Every next row that says this.
    fn all_where(&mut self, here: &[(&str, &Value)]) -> Result<Vec<Row>, Fault> {
        let mut rows = Vec::new();
        while let Some((_, row)) = self.next_where(here)? {
            rows.push(row);
        }
        Ok(rows)
    }
}
