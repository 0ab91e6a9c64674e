//! Tables of a package, put together into services.

use super::{
    Directory,
    links::{INSIDE, LINKS},
};
use crate::{
    Fault, Finding,
    finding::Weight,
    json::{Piece, Place},
    sheet::plain,
    table::Table,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A row and its place.
type Placed = (Place, Map<String, Value>);

/// Rows of each table.
#[derive(Default)]
pub struct Tables {
    rows: BTreeMap<String, Vec<Placed>>,
}

/// The tables of a text that holds a package as `{"services.csv": [...]}`.
pub fn tabular<'a>(fields: &BTreeMap<String, Piece<'a>>) -> Option<Vec<(String, Vec<Piece<'a>>)>> {
    let all = fields.keys().all(|name| name.ends_with(".csv"));
    if fields.is_empty() || !all {
        return None;
    }
    let parts = fields.iter().map(|(name, rows)| {
        let rows = rows.entries().unwrap_or_default();
        (name.trim_end_matches(".csv").to_owned(), rows)
    });
    Some(parts.collect())
}

impl Tables {
    /// Takes the tables of a text.
    pub fn add(&mut self, parts: Vec<(String, Vec<Piece<'_>>)>, found: &mut Directory) {
        for (name, rows) in parts {
            let table = self.rows.entry(name).or_default();
            for row in rows {
                match row.value() {
                    Ok(Value::Object(fields)) => table.push((row.place(), fields)),
                    Ok(_) => {}
                    Err(finding) => found.findings.push(finding),
                }
            }
        }
    }

    /// Takes a CSV file.
    pub fn csv(&mut self, name: &str, bytes: &[u8], found: &mut Directory) -> Result<(), Fault> {
        // The specification has the headings first, and cells say “provided” and the like.
        let table = Table::read(name, bytes, &[])?;
        let notes = table.notes.iter().map(|note| format!("{name}: {note}"));
        found.notes.extend(notes);
        let findings = table.findings.iter().cloned();
        found.findings.extend(findings.map(|one| Finding {
            field: format!("{name} {}", one.field).trim_end().to_owned(),
            ..one
        }));
        let rows = table.rows.iter().map(|row| {
            let cells = table.headings.iter().enumerate();
            let filled = cells.filter(|(at, _)| !row.cell(*at).is_empty());
            let fields = filled.map(|(at, heading)| {
                let cell = plain(row.cell(at)).to_owned();
                (heading.name.clone(), Value::String(cell))
            });
            let place = Place {
                line: row.line,
                column: 0,
            };
            (place, fields.collect::<Map<_, _>>())
        });
        let stem = name.to_ascii_lowercase();
        let stem = stem.trim_end_matches(".csv").to_owned();
        self.rows.entry(stem).or_default().extend(rows);
        Ok(())
    }

    /// Services with what belongs to them; links that lead nowhere are noticed.
    pub fn nest(&self, findings: &mut Vec<Finding>) -> Vec<(Place, Value)> {
        self.check(findings);
        let mut inside: HashMap<(&str, String), Vec<Value>> = HashMap::new();
        for (table, under) in INSIDE {
            for (_, row) in self.of(table) {
                let key = (under, word(row, "service_id"));
                inside
                    .entry(key)
                    .or_default()
                    .push(Value::Object(row.clone()));
            }
        }
        let by_id = |table: &str| -> HashMap<String, &Map<String, Value>> {
            self.of(table)
                .map(|(_, row)| (word(row, "id"), row))
                .collect()
        };
        let (organizations, programs) = (by_id("organizations"), by_id("programs"));
        let (terms, taxonomies) = (by_id("taxonomy_terms"), by_id("taxonomies"));
        let mut attributes: HashMap<String, Vec<Value>> = HashMap::new();
        for (_, row) in self.of("attributes") {
            let mut row = row.clone();
            if let Some(term) = terms.get(&word(&row, "taxonomy_term_id")) {
                let mut term = (*term).clone();
                if let Some(taxonomy) = taxonomies.get(&word(&term, "taxonomy_id")) {
                    let taxonomy = Value::Object((*taxonomy).clone());
                    term.insert("taxonomy_detail".to_owned(), taxonomy);
                }
                row.insert("taxonomy_term".to_owned(), Value::Object(term));
            }
            let owner = word(&row, "link_id");
            attributes
                .entry(owner)
                .or_default()
                .push(Value::Object(row));
        }
        let whole = self.of("services").map(|(place, row)| {
            let mut service = row.clone();
            let id = word(row, "id");
            for (name, all) in [("organization", &organizations), ("program", &programs)] {
                if let Some(one) = all.get(&word(row, &format!("{name}_id"))) {
                    service.insert(name.to_owned(), Value::Object((*one).clone()));
                }
            }
            for (_, under) in INSIDE {
                if let Some(rows) = inside.remove(&(under, id.clone())) {
                    service.insert(under.to_owned(), Value::Array(rows));
                }
            }
            if let Some(rows) = attributes.remove(&id) {
                service.insert("attributes".to_owned(), Value::Array(rows));
            }
            (*place, Value::Object(service))
        });
        whole.collect()
    }

    fn of(&self, table: &str) -> impl Iterator<Item = &Placed> {
        self.rows.get(table).into_iter().flatten()
    }

    fn check(&self, findings: &mut Vec<Finding>) {
        for (table, field, target) in LINKS {
            let known: HashSet<String> = self.of(target).map(|(_, row)| word(row, "id")).collect();
            for (place, row) in self.of(table) {
                let id = word(row, field);
                if !id.is_empty() && !known.contains(&id) {
                    let what = format!("names a row of {target} that the package does not have");
                    let finding =
                        Finding::new(Weight::Doubtful, what, "add the row or clear the field");
                    let path = format!("{table}/{field}");
                    findings.push(finding.at(*place).field(path).value(&id));
                }
            }
        }
    }
}

fn word(row: &Map<String, Value>, name: &str) -> String {
    match row.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
