//! Governments: two tables, and the status of counties laid over them.

use super::{
    Files,
    table::{Row, Table},
};
use crate::Fault;
use interlocal_catalog::{
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
    point::Point,
};
use std::collections::HashMap;

pub(super) fn read(files: Files<'_>) -> Result<Vec<Jurisdiction>, Fault> {
    let mut all = Vec::new();
    for file in ["jurisdictions.csv", "school_districts.csv"] {
        let table = Table::read(files, file)?;
        for row in table.rows() {
            all.push((
                jurisdiction(&row)?,
                row.some("parent_geoid")?.map(str::to_owned),
            ));
        }
    }
    let kinds: HashMap<String, Kind> = all
        .iter()
        .filter(|(row, _)| matches!(row.key.kind(), Kind::State | Kind::Territory | Kind::County))
        .map(|(row, _)| (row.key.geoid().to_owned(), row.key.kind()))
        .collect();
    let mut rows: Vec<Jurisdiction> = all
        .into_iter()
        .map(|(mut row, parent)| {
            row.parent = parent_key(&row, parent.as_deref(), &kinds);
            row
        })
        .collect();
    let mut position: HashMap<JurisdictionKey, usize> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        position.insert(row.key.clone(), index);
    }
    lay_over_status(files, &mut rows, &position)?;
    rows.sort_by_key(|row| match row.key.kind() {
        Kind::State | Kind::Territory => 0,
        Kind::County => 1,
        _ => 2,
    });
    Ok(rows)
}

fn jurisdiction(row: &Row<'_>) -> Result<Jurisdiction, Fault> {
    let kind: Kind = row.parse("kind")?;
    let key = JurisdictionKey::new(kind, row.text("geoid")?).map_err(|e| row.fault("geoid", e))?;
    let lat: Option<f64> = row.parse_some("latitude")?;
    let lon: Option<f64> = row.parse_some("longitude")?;
    Ok(Jurisdiction {
        key,
        name: row
            .some("name")?
            .ok_or_else(|| row.fault("name", "is empty"))?
            .to_owned(),
        state: row.text("state")?.to_owned(),
        parent: None,
        population: row.parse_some("population")?,
        population_year: row.parse_some("population_year")?,
        point: lat.zip(lon).map(|(lat, lon)| Point { lat, lon }),
        government: true,
        one_government_with: None,
        status_note: None,
    })
}

/// The parent that the row names; a row without one hangs under its state.
fn parent_key(
    row: &Jurisdiction,
    parent: Option<&str>,
    kinds: &HashMap<String, Kind>,
) -> Option<JurisdictionKey> {
    if matches!(row.key.kind(), Kind::State | Kind::Territory) {
        return None;
    }
    let geoid = parent.or_else(|| row.key.geoid().get(..2))?;
    let kind = kinds.get(geoid)?;
    JurisdictionKey::new(*kind, geoid).ok()
}

fn lay_over_status(
    files: Files<'_>,
    rows: &mut [Jurisdiction],
    position: &HashMap<JurisdictionKey, usize>,
) -> Result<(), Fault> {
    let table = Table::read(files, "county_status.csv")?;
    for row in table.rows() {
        let geoid = row.text("geoid")?;
        let county =
            JurisdictionKey::new(Kind::County, geoid).map_err(|e| row.fault("geoid", e))?;
        let missing = |column| row.fault(column, "is not among the jurisdictions");
        let index = *position.get(&county).ok_or_else(|| missing("geoid"))?;
        let government: bool = row.parse("county_government")?;
        let twin: Option<JurisdictionKey> = row.parse_some("one_government_with")?;
        let note = row.some("why")?.map(str::to_owned);
        if let Some(twin) = &twin {
            let other = *position
                .get(twin)
                .ok_or_else(|| missing("one_government_with"))?;
            if let Some(target) = rows.get_mut(other) {
                target.one_government_with = Some(county.clone());
                target.status_note = note.clone();
            }
        }
        if let Some(target) = rows.get_mut(index) {
            target.government = government;
            target.one_government_with = twin;
            target.status_note = note;
        }
    }
    Ok(())
}
