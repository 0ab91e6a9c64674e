//! Bodies and state CIO offices.

use super::{
    Files, Known, known_key,
    table::{Row, Table},
};
use crate::Fault;
use interlocal_catalog::{
    OrganizationId, PlaceId,
    id::is_slug,
    organization::{BodyKind, CioOffice, Level, Organization},
};
use serde::de::DeserializeOwned;

pub(super) fn read(files: Files<'_>, known: &Known<'_>) -> Result<Vec<Organization>, Fault> {
    let table = Table::read(files, "bodies.csv")?;
    table.rows().map(|row| body(&row, known)).collect()
}

fn body(row: &Row<'_>, known: &Known<'_>) -> Result<Organization, Fault> {
    let slug = row.text("slug")?;
    if !is_slug(slug) {
        return Err(row.fault(
            "slug",
            format!("“{slug}” is no slug; use small letters, digits, -"),
        ));
    }
    let kind: BodyKind = word(row, "kind")?;
    let level: Level = word(row, "level")?;
    let place = |text: &str, column: &str| {
        known_key(known, text)
            .map(|key| key.place())
            .map_err(|e| row.fault(column, e))
    };
    let serves = row
        .text("serves")?
        .split(';')
        .filter(|key| !key.is_empty())
        .map(|key| place(key, "serves"))
        .collect::<Result<Vec<PlaceId>, Fault>>()?;
    Ok(Organization {
        id: OrganizationId::new(slug),
        name: row.text("name")?.to_owned(),
        aliases: row
            .text("aliases")?
            .split('|')
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        kind,
        level,
        state_cio: kind == BodyKind::StateCioOffice,
        of: row
            .some("jurisdiction")?
            .map(|key| place(key, "jurisdiction"))
            .transpose()?,
        serves,
        website: row.some("website")?.map(str::to_owned),
    })
}

pub(super) fn read_cio_offices(
    files: Files<'_>,
    known: &Known<'_>,
) -> Result<Vec<CioOffice>, Fault> {
    let table = Table::read(files, "cio_offices.csv")?;
    table.rows().map(|row| cio_office(&row, known)).collect()
}

fn cio_office(row: &Row<'_>, known: &Known<'_>) -> Result<CioOffice, Fault> {
    let organization = |column: &str| match row.some(column)? {
        Some(slug) if known.bodies.contains(slug) => Ok(Some(OrganizationId::new(slug))),
        Some(slug) => Err(row.fault(column, format!("“{slug}” is not among the bodies"))),
        None => Ok(None),
    };
    let one_of = |column: &str, words: &[&str]| {
        let text = row.text(column)?;
        if words.contains(&text) {
            Ok(text.to_owned())
        } else {
            Err(row.fault(column, format!("“{text}” is none of {}", words.join(", "))))
        }
    };
    Ok(CioOffice {
        jurisdiction: known_key(known, row.text("jurisdiction")?)
            .map_err(|e| row.fault("jurisdiction", e))?
            .place(),
        organization: organization("organization")?
            .ok_or_else(|| row.fault("organization", "is empty"))?,
        serves_local_government: one_of("serves_local_government", &["yes", "no", "unknown"])?,
        local_contract_access: one_of("local_contract_access", &["yes", "partial", "unknown"])?,
        portal_name: row.text("contract_portal_name")?.to_owned(),
        portal_url: row.text("contract_portal_url")?.to_owned(),
        purchasing_office: organization("purchasing_office")?,
        note: row.text("note")?.to_owned(),
        source: row.text("source")?.to_owned(),
        source_confidence: row.text("confidence")?.to_owned(),
        checked_on: known.checked_on,
    })
}

/// A cell that holds one word of an enum.
fn word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, Fault> {
    let text = row.text(column)?;
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|e| row.fault(column, e))
}
