//! The rows of a service in the tables of a package.

use super::{
    id::id,
    tables::{
        AREAS, ATTRIBUTES, COSTS, DOCUMENTS, FUNDING, LANGUAGES, PROGRAMS, SCHEDULES, SERVICES,
        TAXONOMIES, TERMS, row,
    },
    write::{Listed, Names, taxonomy_id},
};
use crate::{
    json::text,
    package::{Row, Table},
};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Puts services into rows; it knows which ids were written, because files may use one
/// for several services.
#[derive(Default)]
pub struct Rows {
    /// Tables and ids, as the number that a UUID is.
    written: HashSet<(&'static str, u128)>,
}

impl Rows {
    /// The rows of a service. What several services share is there once; a record whose
    /// id another one has gets an id that is made of both.
    pub fn of(&mut self, service: &Listed<'_>, names: &Names<'_>) -> Vec<(&'static Table, Row)> {
        let mut rows = vec![(&SERVICES, service.own(names))];
        if let Some(program) = service.kept.and_then(|kept| kept.program()) {
            self.share(&PROGRAMS, program, &mut rows);
        }
        for (table, list) in [
            (&AREAS, service.areas(names)),
            (&COSTS, service.costs()),
            (&DOCUMENTS, service.documents()),
            (&LANGUAGES, service.of_source("languages")),
            (&SCHEDULES, service.of_source("schedules")),
            (&FUNDING, service.of_source("funding")),
        ] {
            for mut record in list {
                self.tell_apart(table, &service.id(), &mut record);
                self.link(&record, &mut rows);
                rows.push((table, row(record)));
            }
        }
        let attributes = Value::Array(service.attributes(names));
        let whole = json!({"id": service.id(), "attributes": attributes});
        self.link(&whole, &mut rows);
        rows
    }

    /// The terms that a record bears, as far as they name one.
    fn link(&mut self, record: &Value, rows: &mut Vec<(&'static Table, Row)>) {
        let owner = text(record, "id");
        let all = record["attributes"].as_array().into_iter().flatten();
        for attribute in all.filter(|one| one["taxonomy_term_id"].is_string()) {
            let mut attribute = attribute.clone();
            attribute["link_id"] = json!(owner);
            self.tell_apart(&ATTRIBUTES, &owner, &mut attribute);
            let term = attribute["taxonomy_term"].clone();
            let taxonomy = &term["taxonomy_detail"];
            if taxonomy.is_object() {
                self.share(&TAXONOMIES, taxonomy, rows);
            }
            // Categories of the portal are written before any service.
            if text(&term, "taxonomy_id") != taxonomy_id() {
                let mut term = term;
                // What stands above a term is no row.
                term["parent_id"] = Value::Null;
                self.share(&TERMS, &term, rows);
            }
            rows.push((&ATTRIBUTES, row(attribute)));
        }
    }

    fn share(
        &mut self,
        table: &'static Table,
        record: &Value,
        rows: &mut Vec<(&'static Table, Row)>,
    ) {
        if self.is_new(table, &text(record, "id")) {
            rows.push((table, row(record.clone())));
        }
    }

    fn tell_apart(&mut self, table: &'static Table, owner: &str, record: &mut Value) {
        let stated = text(record, "id");
        if !self.is_new(table, &stated) {
            let own = id(table.name, &format!("{owner}/{stated}"));
            self.is_new(table, &own);
            record["id"] = json!(own);
        }
    }

    fn is_new(&mut self, table: &'static Table, uuid: &str) -> bool {
        let number = u128::from_str_radix(&uuid.replace('-', ""), 16);
        number.is_ok_and(|number| self.written.insert((table.name, number)))
    }
}
