//! `datapackage.json`: what a package holds, table by table.

use super::table::Table;
use serde_json::{Value, json};

/// The version of the tables; a reader refuses others.
pub const VERSION: &str = "1";

/// What a package says of itself.
#[derive(Clone, Debug)]
pub struct About {
    /// Its title.
    pub title: String,
    /// The address of the portal.
    pub homepage: String,
    /// When it was written, as in `2026-11-22T00:00:00Z`.
    pub created: String,
}

/// How much of a table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Bytes of its file.
    pub bytes: u64,
    /// Its rows.
    pub rows: u64,
}

/// The descriptor of tables of which so much was written.
pub fn descriptor(about: &About, tables: &[(&'static Table, Written)]) -> Value {
    let resources: Vec<Value> = tables
        .iter()
        .map(|(table, written)| resource(table, *written))
        .collect();
    json!({
        "profile": "tabular-data-package",
        "name": "interlocal-catalog",
        "title": about.title,
        "description": "The whole public catalog of the portal. Lists and objects stand in \
            their cells as JSON. Text that a spreadsheet would take for a formula begins with \
            an apostrophe; take off one apostrophe before =, +, -, @, tab or a line end to \
            read it as it is.",
        "homepage": about.homepage,
        "created": about.created,
        "interlocalVersion": VERSION,
        "resources": resources,
    })
}

/// The description of one table.
pub fn resource(table: &Table, written: Written) -> Value {
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            json!({
                "name": column.name,
                "type": column.kind.word(),
                "description": column.about,
            })
        })
        .collect();
    let foreign: Vec<Value> = table
        .refers
        .iter()
        .map(|one| {
            json!({
                "fields": one.fields,
                "reference": {"resource": one.table, "fields": one.to},
            })
        })
        .collect();
    let mut schema = json!({
        "fields": fields,
        "missingValues": [""],
        "primaryKey": table.key,
    });
    if !foreign.is_empty() {
        schema["foreignKeys"] = Value::Array(foreign);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file(),
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.bytes,
        "rows": written.rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": schema,
    })
}
