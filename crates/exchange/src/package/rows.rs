//! Things of the trade as rows of a package, and back.

use super::{
    content::{self, Parts},
    table::{EXACTLY, Row},
};
use crate::json::plain;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId,
    answer::StatementOfNo,
    jurisdiction::{Jurisdiction, JurisdictionKey},
    offering::{Content, Status},
    organization::{CioOffice, Organization},
    participation::Participation,
    point::Point,
    size::Size,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// A body, and the one that it was merged into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergedBody {
    /// The body.
    #[serde(flatten)]
    pub body: Organization,
    /// Where its slug leads.
    #[serde(default)]
    pub merged_into: Option<OrganizationId>,
}

/// An offering beside its editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    /// Its slug.
    pub slug: OfferingId,
    /// Where it stands.
    pub status: Status,
    /// The body that publishes it now.
    pub provider: OrganizationId,
    /// The number of its current edition.
    pub edition: i32,
    /// Other slugs that lead to it.
    pub aliases: Vec<OfferingId>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// An edition of an offering.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Its number.
    pub number: i32,
    /// What it says.
    pub content: Content,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Whether one person alone wrote and published it.
    pub alone: bool,
}

/// A government on record as a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adopted {
    /// Who.
    pub jurisdiction: PlaceId,
    /// What.
    pub offering: OfferingId,
    /// Since when.
    #[serde(default)]
    pub since: Option<chrono::NaiveDate>,
    /// At what size.
    #[serde(default, with = "size_word")]
    pub size: Option<Size>,
    /// Where it was read.
    pub source: String,
    /// When it was checked.
    pub checked_on: chrono::NaiveDate,
}

/// What a file of the field said of an offering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The offering.
    pub offering: OfferingId,
    /// The standard of the file: `ocds` or `hsds`.
    pub kind: String,
    /// The entry of the file, without persons.
    pub content: Value,
}

/// A value as a row.
pub fn row_of<T: Serialize>(value: &T) -> Row {
    match serde_json::to_value(value) {
        Ok(Value::Object(mut row)) => {
            row.retain(|_, value| !value.is_null());
            row
        }
        _ => Row::new(),
    }
}

/// A row as a value.
pub fn of_row<T: DeserializeOwned>(row: Row) -> Result<T, String> {
    serde_json::from_value(exact(row)).map_err(|e| plain(&e))
}

fn exact(mut row: Row) -> Value {
    row.remove(EXACTLY).unwrap_or(Value::Object(row))
}

/// A government as a row.
pub fn of_jurisdiction(one: &Jurisdiction) -> Row {
    row_of(&json!({
        "key": one.key,
        "name": one.name,
        "state": one.state,
        "parent": one.parent,
        "population": one.population,
        "population_year": one.population_year,
        "latitude": one.point.map(|point| point.lat),
        "longitude": one.point.map(|point| point.lon),
        "government": one.government,
        "one_government_with": one.one_government_with,
        "status_note": one.status_note,
    }))
}

/// A row as a government.
pub fn jurisdiction(row: Row) -> Result<Jurisdiction, String> {
    #[derive(Deserialize)]
    struct Wire {
        key: JurisdictionKey,
        name: String,
        state: String,
        parent: Option<JurisdictionKey>,
        population: Option<u32>,
        population_year: Option<u16>,
        latitude: Option<f64>,
        longitude: Option<f64>,
        government: bool,
        one_government_with: Option<JurisdictionKey>,
        status_note: Option<String>,
    }
    let wire: Wire = of_row(row)?;
    let point = wire.latitude.zip(wire.longitude);
    Ok(Jurisdiction {
        key: wire.key,
        name: wire.name,
        state: wire.state,
        parent: wire.parent,
        population: wire.population,
        population_year: wire.population_year,
        point: point.map(|(lat, lon)| Point { lat, lon }),
        government: wire.government,
        one_government_with: wire.one_government_with,
        status_note: wire.status_note,
    })
}

/// A state CIO office as a row.
pub fn of_office(one: &CioOffice) -> Row {
    row_of(&json!({
        "jurisdiction": one.jurisdiction,
        "organization": one.organization,
        "serves_local_government": one.serves_local_government,
        "local_contract_access": one.local_contract_access,
        "portal_name": one.portal_name,
        "portal_url": one.portal_url,
        "purchasing_office": one.purchasing_office,
        "note": one.note,
        "source": one.source,
        "source_confidence": one.source_confidence,
        "checked_on": one.checked_on,
    }))
}

/// A row as a state CIO office.
pub fn office(row: Row) -> Result<CioOffice, String> {
    #[derive(Deserialize)]
    struct Wire {
        jurisdiction: PlaceId,
        organization: OrganizationId,
        serves_local_government: String,
        local_contract_access: String,
        portal_name: String,
        portal_url: String,
        purchasing_office: Option<OrganizationId>,
        note: String,
        source: String,
        source_confidence: String,
        checked_on: chrono::NaiveDate,
    }
    let wire: Wire = of_row(row)?;
    Ok(CioOffice {
        jurisdiction: wire.jurisdiction,
        organization: wire.organization,
        serves_local_government: wire.serves_local_government,
        local_contract_access: wire.local_contract_access,
        portal_name: wire.portal_name,
        portal_url: wire.portal_url,
        purchasing_office: wire.purchasing_office,
        note: wire.note,
        source: wire.source,
        source_confidence: wire.source_confidence,
        checked_on: wire.checked_on,
    })
}

/// A statement of no as a row.
pub fn of_statement(one: &StatementOfNo) -> Row {
    row_of(&json!({
        "id": one.id,
        "by": one.by,
        "category": one.category,
        "kinds": one.kinds,
        "said_on": one.said_on,
    }))
}

/// A row as a statement of no.
pub fn statement(row: Row) -> Result<StatementOfNo, String> {
    of_row(row)
}

/// A row as a participation.
pub fn participation(row: Row) -> Result<Participation, String> {
    of_row(row)
}

/// An edition as rows, its own first.
pub fn of_edition(offering: &OfferingId, edition: &Stated) -> (Row, Parts) {
    let (mut row, parts) = content::split(&edition.content);
    row.insert("offering".to_owned(), json!(offering));
    row.insert("number".to_owned(), json!(edition.number));
    row.insert("published_at".to_owned(), json!(edition.published_at));
    row.insert("alone".to_owned(), json!(edition.alone));
    (row, parts)
}

/// Rows as an edition.
pub fn edition(slug: &OfferingId, mut row: Row, parts: Parts) -> Result<Stated, String> {
    #[derive(Deserialize)]
    struct Wire {
        number: i32,
        published_at: DateTime<Utc>,
        alone: bool,
    }
    let mut own = Row::new();
    for name in content::OF_THE_EDITION {
        if let Some(value) = row.remove(name) {
            own.insert(name.to_owned(), value);
        }
    }
    let wire: Wire = serde_json::from_value(Value::Object(own)).map_err(|e| plain(&e))?;
    Ok(Stated {
        number: wire.number,
        published_at: wire.published_at,
        alone: wire.alone,
        content: content::join(slug.as_str(), row, parts)?,
    })
}

/// A size as its words.
mod size_word {
    use interlocal_catalog::size::Size;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(size: &Option<Size>, to: S) -> Result<S::Ok, S::Error> {
        match size {
            Some(size) => to.collect_str(size),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Size>, D::Error> {
        let words = Option::<String>::deserialize(from)?;
        let size = words.map(|words| words.parse().map_err(D::Error::custom));
        size.transpose()
    }
}
