//! Writing a package: every table into a stream of its own, then all of them into one
//! archive. What is in memory is a row.

use super::{
    descriptor::{About, Written, descriptor},
    rows::{self, Adopted, MergedBody, Offered, Origin, Stated},
    table::{Row, Table},
    tables::{
        ADDENDA, ADOPTIONS, CIO_OFFICES, DOCUMENTS, EDITIONS, FEES, JURISDICTIONS, LINES,
        OFFERINGS, ORGANIZATIONS, ORIGINS, PARTICIPATIONS, PRICES, RULES, STATEMENTS, TABLES,
    },
    zipped::Archive,
};
use interlocal_catalog::{
    answer::StatementOfNo, jurisdiction::Jurisdiction, organization::CioOffice,
    participation::Participation,
};
use serde_json::{Value, json};
use std::io::{self, Read, Seek, Write};

/// A stream for each table, which can be read again from its beginning.
pub trait Scratch {
    /// What a stream is.
    type Stream: Read + Write + Seek;
    /// An empty stream for a table.
    fn stream(&mut self, table: &str) -> io::Result<Self::Stream>;
}

/// Tables that are being written.
pub struct Tables<S> {
    open: Vec<(&'static Table, S, Written)>,
}

impl<S: Read + Write + Seek> Tables<S> {
    /// Every table of a catalog with its headings.
    pub fn begin(scratch: &mut impl Scratch<Stream = S>) -> io::Result<Self> {
        Self::of(&TABLES, scratch)
    }

    /// These tables with their headings.
    pub fn of(
        tables: &[&'static Table],
        scratch: &mut impl Scratch<Stream = S>,
    ) -> io::Result<Self> {
        let mut open = Vec::new();
        for table in tables {
            let mut stream = scratch.stream(table.name)?;
            let head = table.head();
            stream.write_all(head.as_bytes())?;
            let bytes = head.len() as u64;
            open.push((*table, stream, Written { bytes, rows: 0 }));
        }
        Ok(Self { open })
    }

    /// What was written so far, table by table.
    pub fn written(&self) -> Vec<(&'static Table, Written)> {
        let open = self.open.iter();
        open.map(|(table, _, written)| (*table, *written)).collect()
    }

    /// Adds a government.
    pub fn jurisdiction(&mut self, one: &Jurisdiction) -> io::Result<()> {
        self.put(&JURISDICTIONS, &rows::of_jurisdiction(one))
    }

    /// Adds a body.
    pub fn organization(&mut self, one: &MergedBody) -> io::Result<()> {
        self.put(&ORGANIZATIONS, &rows::row_of(one))
    }

    /// Adds a state CIO office.
    pub fn office(&mut self, one: &CioOffice) -> io::Result<()> {
        self.put(&CIO_OFFICES, &rows::of_office(one))
    }

    /// Adds a participation.
    pub fn participation(&mut self, one: &Participation) -> io::Result<()> {
        self.put(&PARTICIPATIONS, &rows::row_of(one))
    }

    /// Adds a statement of no.
    pub fn statement(&mut self, one: &StatementOfNo) -> io::Result<()> {
        self.put(&STATEMENTS, &rows::of_statement(one))
    }

    /// Adds an adoption.
    pub fn adoption(&mut self, one: &Adopted) -> io::Result<()> {
        self.put(&ADOPTIONS, &rows::row_of(one))
    }

    /// Adds what a file said of an offering.
    pub fn origin(&mut self, one: &Origin) -> io::Result<()> {
        self.put(&ORIGINS, &rows::row_of(one))
    }

    /// Adds an offering with its editions, the oldest first.
    pub fn offering(&mut self, one: &Offered, editions: &[Stated]) -> io::Result<()> {
        self.put(&OFFERINGS, &rows::row_of(one))?;
        for edition in editions {
            let (row, parts) = rows::of_edition(&one.slug, edition);
            self.put(&EDITIONS, &row)?;
            for (table, rows) in [
                (&RULES, parts.rules),
                (&PRICES, parts.prices),
                (&FEES, parts.fees),
                (&ADDENDA, parts.addenda),
                (&LINES, parts.lines),
                (&DOCUMENTS, parts.documents),
            ] {
                for (position, mut row) in (1..).zip(rows) {
                    row.insert("offering".to_owned(), json!(one.slug));
                    row.insert("edition".to_owned(), json!(edition.number));
                    row.insert("position".to_owned(), json!(position));
                    self.put(table, &row)?;
                }
            }
        }
        Ok(())
    }

    /// Adds a row to one of the tables.
    pub fn put(&mut self, table: &Table, row: &Row) -> io::Result<()> {
        let mut open = self.open.iter_mut();
        let found = open.find(|(one, ..)| one.name == table.name);
        let Some((_, stream, written)) = found else {
            return Err(io::Error::other(format!("no table {}", table.name)));
        };
        let line = table.line(row);
        written.bytes += line.len() as u64;
        written.rows += 1;
        stream.write_all(line.as_bytes())
    }
}

/// Puts the tables of a catalog into an archive, with its descriptor first.
pub fn finish<S, W>(tables: Tables<S>, about: &About, to: W) -> io::Result<W>
where
    S: Read + Write + Seek,
    W: Write + Seek,
{
    let text = descriptor(about, &tables.written());
    archive(tables, &text, to)
}

/// Puts tables into an archive, with what describes them first.
pub fn archive<S, W>(tables: Tables<S>, descriptor: &Value, to: W) -> io::Result<W>
where
    S: Read + Write + Seek,
    W: Write + Seek,
{
    let mut archive = Archive::into_writer(to);
    let text = serde_json::to_vec_pretty(descriptor)?;
    archive.entry("datapackage.json")?.write_all(&text)?;
    for (table, mut stream, _) in tables.open {
        stream.flush()?;
        stream.rewind()?;
        archive.copy(&table.file(), &mut stream)?;
    }
    archive.finish()
}
