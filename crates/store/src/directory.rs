//! Governments, bodies and state CIO offices.

use crate::{
    Error, Store, Tx, chunk_of,
    entity::{cio_office, jurisdiction, organization},
};
use interlocal_catalog::{
    OrganizationId, PlaceId,
    jurisdiction::{Jurisdiction, JurisdictionKey},
    organization::{CioOffice, Organization},
    point::Point,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};
use serde::de::DeserializeOwned;

impl Tx {
    /// Adds governments.
    pub async fn add_jurisdictions(&self, rows: &[Jurisdiction]) -> Result<(), Error> {
        for chunk in rows.chunks(chunk_of(13)) {
            let models = chunk.iter().map(jurisdiction_row);
            jurisdiction::Entity::insert_many(models)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Writes name and point of a government that is there.
    pub async fn follow_jurisdiction(&self, row: &Jurisdiction) -> Result<(), Error> {
        use jurisdiction::Column;
        jurisdiction::Entity::update_many()
            .col_expr(Column::Name, Expr::value(row.name.as_str()))
            .col_expr(Column::Lat, Expr::value(row.point.map(|point| point.lat)))
            .col_expr(Column::Lon, Expr::value(row.point.map(|point| point.lon)))
            .filter(Column::Key.eq(row.key.to_string()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Adds bodies.
    pub async fn add_organizations(&self, rows: &[Organization]) -> Result<(), Error> {
        for chunk in rows.chunks(chunk_of(11)) {
            let models = chunk
                .iter()
                .map(organization_row)
                .collect::<Result<Vec<organization::ActiveModel>, Error>>()?;
            organization::Entity::insert_many(models)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Adds state CIO offices.
    pub async fn add_cio_offices(&self, rows: &[CioOffice]) -> Result<(), Error> {
        for chunk in rows.chunks(chunk_of(11)) {
            let models = chunk.iter().map(cio_office_row);
            cio_office::Entity::insert_many(models)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }
}

impl Store {
    /// Every government, by key.
    pub async fn jurisdictions(&self) -> Result<Vec<Jurisdiction>, Error> {
        let rows = jurisdiction::Entity::find().all(&self.reader).await?;
        rows.into_iter().map(jurisdiction_of).collect()
    }

    /// Every body, without those that were merged into another one.
    pub async fn organizations(&self) -> Result<Vec<Organization>, Error> {
        let rows = organization::Entity::find()
            .filter(organization::Column::MergedInto.is_null())
            .all(&self.reader)
            .await?;
        rows.into_iter().map(organization_of).collect()
    }

    /// Every state CIO office.
    pub async fn cio_offices(&self) -> Result<Vec<CioOffice>, Error> {
        let rows = cio_office::Entity::find().all(&self.reader).await?;
        Ok(rows
            .into_iter()
            .map(|row| CioOffice {
                jurisdiction: PlaceId::new(row.jurisdiction),
                organization: OrganizationId::new(row.organization),
                serves_local_government: row.serves_local_government,
                local_contract_access: row.local_contract_access,
                portal_name: row.portal_name,
                portal_url: row.portal_url,
                purchasing_office: row.purchasing_office.map(OrganizationId::new),
                note: row.note,
                source: row.source,
                source_confidence: row.source_confidence,
                checked_on: row.checked_on,
            })
            .collect())
    }
}

fn jurisdiction_row(row: &Jurisdiction) -> jurisdiction::ActiveModel {
    jurisdiction::ActiveModel {
        key: Set(row.key.to_string()),
        kind: Set(row.key.kind().word().to_owned()),
        geoid: Set(row.key.geoid().to_owned()),
        name: Set(row.name.clone()),
        state: Set(row.state.clone()),
        parent: Set(row.parent.as_ref().map(ToString::to_string)),
        population: Set(row.population.and_then(|people| i32::try_from(people).ok())),
        population_year: Set(row.population_year.map(i32::from)),
        lat: Set(row.point.map(|point| point.lat)),
        lon: Set(row.point.map(|point| point.lon)),
        government: Set(row.government),
        one_government_with: Set(row.one_government_with.as_ref().map(ToString::to_string)),
        status_note: Set(row.status_note.clone()),
    }
}

pub(crate) fn jurisdiction_of(row: jurisdiction::Model) -> Result<Jurisdiction, Error> {
    let key = |text: &str| {
        text.parse::<JurisdictionKey>().map_err(|e| Error::Corrupt {
            what: "jurisdiction",
            key: row.key.clone(),
            why: e.to_string(),
        })
    };
    Ok(Jurisdiction {
        key: key(&row.key)?,
        parent: row.parent.as_deref().map(key).transpose()?,
        one_government_with: row.one_government_with.as_deref().map(key).transpose()?,
        population: row.population.and_then(|people| u32::try_from(people).ok()),
        population_year: row
            .population_year
            .and_then(|year| u16::try_from(year).ok()),
        point: row.lat.zip(row.lon).map(|(lat, lon)| Point { lat, lon }),
        name: row.name,
        state: row.state,
        government: row.government,
        status_note: row.status_note,
    })
}

pub(crate) fn organization_row(row: &Organization) -> Result<organization::ActiveModel, Error> {
    Ok(organization::ActiveModel {
        slug: Set(row.id.to_string()),
        name: Set(row.name.clone()),
        aliases: Set(to_json("organization", row.id.as_str(), &row.aliases)?),
        kind: Set(to_word("organization", row.id.as_str(), &row.kind)?),
        level: Set(row.level.word().to_owned()),
        state_cio: Set(row.state_cio),
        of_jurisdiction: Set(row.of.as_ref().map(ToString::to_string)),
        serves: Set(to_json("organization", row.id.as_str(), &row.serves)?),
        website: Set(row.website.clone()),
        merged_into: Set(None),
        merged_at: Set(None),
    })
}

pub(crate) fn organization_of(row: organization::Model) -> Result<Organization, Error> {
    Ok(Organization {
        name: row.name,
        aliases: from_json("organization", &row.slug, &row.aliases)?,
        kind: from_word("organization", &row.slug, &row.kind)?,
        level: from_word("organization", &row.slug, &row.level)?,
        state_cio: row.state_cio,
        of: row.of_jurisdiction.map(PlaceId::new),
        serves: from_json("organization", &row.slug, &row.serves)?,
        website: row.website,
        id: OrganizationId::new(row.slug),
    })
}

fn cio_office_row(row: &CioOffice) -> cio_office::ActiveModel {
    cio_office::ActiveModel {
        jurisdiction: Set(row.jurisdiction.to_string()),
        organization: Set(row.organization.to_string()),
        serves_local_government: Set(row.serves_local_government.clone()),
        local_contract_access: Set(row.local_contract_access.clone()),
        portal_name: Set(row.portal_name.clone()),
        portal_url: Set(row.portal_url.clone()),
        purchasing_office: Set(row.purchasing_office.as_ref().map(ToString::to_string)),
        note: Set(row.note.clone()),
        source: Set(row.source.clone()),
        source_confidence: Set(row.source_confidence.clone()),
        checked_on: Set(row.checked_on),
    }
}

/// A value as the JSON text of a column.
pub(crate) fn to_json<T: serde::Serialize>(
    what: &'static str,
    key: &str,
    value: &T,
) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|e| corrupt(what, key, &e))
}

/// A column's JSON text as a value.
pub(crate) fn from_json<T: DeserializeOwned>(
    what: &'static str,
    key: &str,
    text: &str,
) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|e| corrupt(what, key, &e))
}

/// An enum as its bare word.
pub(crate) fn to_word<T: serde::Serialize>(
    what: &'static str,
    key: &str,
    value: &T,
) -> Result<String, Error> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(corrupt(what, key, &format!("{other} is no word"))),
        Err(e) => Err(corrupt(what, key, &e)),
    }
}

/// A bare word as an enum.
pub(crate) fn from_word<T: DeserializeOwned>(
    what: &'static str,
    key: &str,
    word: &str,
) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|e| corrupt(what, key, &e))
}

fn corrupt(what: &'static str, key: &str, why: &dyn std::fmt::Display) -> Error {
    Error::Corrupt {
        what,
        key: key.to_owned(),
        why: why.to_string(),
    }
}
