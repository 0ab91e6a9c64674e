//! The content of an edition as rows of several tables, and back.

use super::{
    table::{EXACTLY, Row, Table},
    tables::{ADDENDA, DOCUMENTS, EDITIONS, FEES, LINES, PRICES, RULES},
};
use crate::json::plain;
use interlocal_catalog::offering::Content;
use serde_json::{Value, json};

/// The rows of an edition beside its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// Access rules.
    pub rules: Vec<Row>,
    /// Price lines.
    pub prices: Vec<Row>,
    /// Fees.
    pub fees: Vec<Row>,
    /// Participating addenda.
    pub addenda: Vec<Row>,
    /// Lines of the contract.
    pub lines: Vec<Row>,
    /// Documents.
    pub documents: Vec<Row>,
}

impl Parts {
    /// Goes through every row.
    pub fn each(&mut self, mut change: impl FnMut(&mut Row)) {
        for rows in [
            &mut self.rules,
            &mut self.prices,
            &mut self.fees,
            &mut self.addenda,
            &mut self.lines,
            &mut self.documents,
        ] {
            rows.iter_mut().for_each(&mut change);
        }
    }
}

/// Columns of an edition that are no part of its content.
pub const OF_THE_EDITION: [&str; 4] = ["offering", "number", "published_at", "alone"];
/// Columns that say where a row belongs.
const WHERE: [&str; 3] = ["offering", "edition", "position"];

/// What stands in the details of a content and has a table of its own.
const LISTS: [&str; 5] = ["prices", "fees", "addenda", "lines", "documents"];

/// The row of a content, and those of what belongs to it.
pub fn split(content: &Content) -> (Row, Parts) {
    let whole = serde_json::to_value(content).unwrap_or_default();
    let Value::Object(mut row) = whole.clone() else {
        return (Row::new(), Parts::default());
    };
    let mut parts = Parts {
        rules: objects(row.remove("rules")),
        ..Parts::default()
    };
    row.remove("slug");
    spread(
        &mut row,
        "term",
        &[("starts_on", "starts_on"), ("ends_on", "ends_on")],
    );
    let out = [
        ("within", "not_available_within"),
        ("bodies", "not_available_bodies"),
    ];
    spread(&mut row, "not_available", &out);
    if let Some(Value::Object(mut details)) = row.remove("details") {
        for (list, rows) in LISTS.into_iter().zip([
            &mut parts.prices,
            &mut parts.fees,
            &mut parts.addenda,
            &mut parts.lines,
            &mut parts.documents,
        ]) {
            *rows = objects(details.remove(list));
        }
        row.extend(details);
    }
    parts
        .prices
        .iter_mut()
        .for_each(|row| flatten(row, "price"));
    parts.fees.iter_mut().for_each(|row| flatten(row, "amount"));
    parts
        .documents
        .iter_mut()
        .for_each(|row| flatten(row, "place"));
    row.retain(|_, value| !value.is_null());
    // A content of which these rows do not say all stands beside them as it is.
    if !written_and_read(content, &row, &parts).is_ok_and(|read| read == *content) {
        row.insert(EXACTLY.to_owned(), whole);
    }
    (row, parts)
}

fn written_and_read(content: &Content, row: &Row, parts: &Parts) -> Result<Content, String> {
    let mut own = EDITIONS.again(row)?;
    for name in OF_THE_EDITION {
        own.remove(name);
    }
    let again = |table: &Table, rows: &[Row]| -> Result<Vec<Row>, String> {
        rows.iter().map(|row| table.again(row)).collect()
    };
    let parts = Parts {
        rules: again(&RULES, &parts.rules)?,
        prices: again(&PRICES, &parts.prices)?,
        fees: again(&FEES, &parts.fees)?,
        addenda: again(&ADDENDA, &parts.addenda)?,
        lines: again(&LINES, &parts.lines)?,
        documents: again(&DOCUMENTS, &parts.documents)?,
    };
    join(content.slug.as_str(), own, parts)
}

/// The content that rows say.
pub fn join(slug: &str, mut row: Row, mut parts: Parts) -> Result<Content, String> {
    if let Some(exactly) = row.remove(EXACTLY) {
        return serde_json::from_value(exactly).map_err(|e| plain(&e));
    }
    parts.each(|row| WHERE.iter().for_each(|name| drop(row.remove(*name))));
    let take = |row: &mut Row, name: &str| row.remove(name).unwrap_or_default();
    row.insert("slug".to_owned(), json!(slug));
    let term =
        json!({"starts_on": take(&mut row, "starts_on"), "ends_on": take(&mut row, "ends_on")});
    row.insert("term".to_owned(), term);
    let mut out = Row::new();
    for (name, column) in [
        ("within", "not_available_within"),
        ("bodies", "not_available_bodies"),
    ] {
        if let Some(list) = row.remove(column) {
            out.insert(name.to_owned(), list);
        }
    }
    row.insert("not_available".to_owned(), Value::Object(out));
    parts
        .prices
        .iter_mut()
        .for_each(|row| gather(row, "price", &["kind", "tiers", "reach", "percent", "list"]));
    let amount = [
        "kind", "amount", "period", "currency", "percent", "included", "bands",
    ];
    parts
        .fees
        .iter_mut()
        .for_each(|row| gather(row, "amount", &amount));
    let place = ["kind", "url", "id", "name", "media", "size", "sha256", "on"];
    parts
        .documents
        .iter_mut()
        .for_each(|row| gather(row, "place", &place));
    let mut details = Row::new();
    for name in ["facts", "contract", "contact", "review_by"] {
        if let Some(value) = row.remove(name) {
            details.insert(name.to_owned(), value);
        }
    }
    for (list, rows) in LISTS.into_iter().zip([
        parts.prices,
        parts.fees,
        parts.addenda,
        parts.lines,
        parts.documents,
    ]) {
        details.insert(list.to_owned(), list_of(rows));
    }
    row.insert("details".to_owned(), Value::Object(details));
    row.insert("rules".to_owned(), list_of(parts.rules));
    serde_json::from_value(Value::Object(row)).map_err(|e| plain(&e))
}

fn list_of(rows: Vec<Row>) -> Value {
    Value::Array(rows.into_iter().map(Value::Object).collect())
}

fn objects(list: Option<Value>) -> Vec<Row> {
    let Some(Value::Array(entries)) = list else {
        return Vec::new();
    };
    let rows = entries.into_iter().filter_map(|entry| match entry {
        Value::Object(row) => Some(row),
        _ => None,
    });
    rows.collect()
}

/// Puts fields of an object beside it, under names of their own.
fn spread(row: &mut Row, object: &str, fields: &[(&str, &str)]) {
    if let Some(Value::Object(mut inner)) = row.remove(object) {
        for (name, column) in fields {
            if let Some(value) = inner.remove(*name) {
                row.insert((*column).to_owned(), value);
            }
        }
    }
}

/// Puts every field of an object beside it.
fn flatten(row: &mut Row, object: &str) {
    if let Some(Value::Object(inner)) = row.remove(object) {
        row.extend(inner);
    }
    row.retain(|_, value| !value.is_null());
}

/// Puts fields back into an object.
fn gather(row: &mut Row, object: &str, fields: &[&str]) {
    let mut inner = Row::new();
    for name in fields {
        if let Some(value) = row.remove(*name) {
            inner.insert((*name).to_owned(), value);
        }
    }
    row.insert(object.to_owned(), Value::Object(inner));
}
