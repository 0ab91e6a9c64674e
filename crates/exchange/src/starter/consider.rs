//! What memos of a state's governments should consider.

use super::{
    Files,
    table::{Row, Table},
};
use crate::Fault;
use interlocal_catalog::{
    NaiveDate,
    jurisdiction::JurisdictionKey,
    memo::{ConsiderKind, ConsiderRule},
};

pub(super) fn read(files: Files<'_>, checked_on: NaiveDate) -> Result<Vec<ConsiderRule>, Fault> {
    let table = Table::read(files, "consider_rules.csv")?;
    table.rows().map(|row| rule(&row, checked_on)).collect()
}

fn rule(row: &Row<'_>, checked_on: NaiveDate) -> Result<ConsiderRule, Fault> {
    let state: JurisdictionKey = row.parse("state")?;
    if !state.kind().is_state() {
        return Err(row.fault("state", format!("“{state}” is no state")));
    }
    let word = row.text("kind")?;
    let kind = ConsiderKind::of(word)
        .ok_or_else(|| row.fault("kind", format!("“{word}” is no kind of entry")))?;
    let must = |column: &str| match row.some(column)? {
        Some(text) => Ok(text.to_owned()),
        None => Err(row.fault(column, "is empty")),
    };
    Ok(ConsiderRule {
        id: 0,
        state: state.place(),
        kind,
        name: must("name")?,
        url: row.text("url")?.to_owned(),
        words: row.text("words")?.to_owned(),
        source: must("source")?,
        checked_on,
    })
}
