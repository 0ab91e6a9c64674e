//! `/api/v1/desk/{body}/imports/{id}/columns`: how the columns of a list are read.

use super::{
    super::document::call::{Call, Group},
    imports::{ImportShown, shown},
};
use crate::{
    App,
    error::Failure,
    form::{
        intake::One,
        sent::{Sent, import::SentColumns},
    },
    signed_in::Caller,
};
use axum::{Json, extract::State};
use interlocal_portal::{
    FieldFault,
    importing::{DayOrder, FileStage, Use},
};
use schemars::JsonSchema;
use serde::Serialize;

const PATH: &str = "/api/v1/desk/{body}/imports/{id}/columns";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get(PATH, "readImportColumns")
            .told(
                Group::Imports,
                "The columns of a contract list, and how they are read",
                "Guessed from the headings, or as they were read in the last file of the source.",
            )
            .reading()
            .or(409, "The file cannot be read as a table")
            .gives::<ColumnsShown>(),
        Call::put(PATH, "mapImportColumns")
            .told(
                Group::Imports,
                "Say how the columns of a list are read",
                "It is kept for the next file of the source. The portal then finds out what \
                 the file would do.",
            )
            .importing()
            .takes::<SentColumns>(
                r#"{"columns": {"Contract number": "number", "Vendor": "supplier"}}"#,
            )
            .gives::<ImportShown>(),
    ]
}

/// The columns of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportColumns")]
pub struct ColumnsShown {
    /// The columns, in their order.
    columns: Vec<ColumnShown>,
    /// In which order days stand.
    days: &'static str,
    /// The number of the contract where the list has none and is one contract.
    number: String,
    /// What is bought, where the list does not say.
    title: String,
    /// Headings that the source had before and this file lacks.
    missing: Vec<String>,
    /// Headings that are new in this file.
    new: Vec<String>,
    /// What a column may be used for.
    uses: Vec<UseShown>,
}

/// A column of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportColumn")]
pub struct ColumnShown {
    /// Its heading.
    heading: String,
    /// What it is used for.
    #[serde(rename = "use")]
    used: &'static str,
    /// Some of its cells.
    samples: Vec<String>,
}

/// What a column may be used for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportUse")]
pub struct UseShown {
    /// The word.
    word: &'static str,
    /// What it means.
    label: &'static str,
}

/// How the columns are read.
pub async fn show(
    State(app): State<App>,
    one: One,
    caller: Caller,
) -> Result<Json<ColumnsShown>, Failure> {
    let (portal, actor) = (&app.portal, caller.actor());
    let found = portal.import_columns(&actor, one.at.intake(), one.number);
    let found = found.await?;
    let mapping = found.mapping;
    let columns = found.columns.into_iter().map(|column| ColumnShown {
        used: mapping.of(&column.name).word(),
        heading: column.name,
        samples: column.samples,
    });
    let uses = Use::ALL.map(|one| UseShown {
        word: one.word(),
        label: one.label(),
    });
    Ok(Json(ColumnsShown {
        columns: columns.collect(),
        days: match mapping.days {
            DayOrder::MonthFirst => "month_first",
            DayOrder::DayFirst => "day_first",
        },
        number: mapping.number,
        title: mapping.title,
        missing: found.missing,
        new: found.new,
        uses: uses.into(),
    }))
}

/// Says how the columns are read.
pub async fn save(
    State(app): State<App>,
    one: One,
    sent: Sent<SentColumns>,
) -> Result<Json<ImportShown>, Failure> {
    let actor = sent.sender.importing()?;
    let (at, id) = (one.at.intake(), one.number);
    app.portal.intake_door(&actor, at)?;
    let file = app.portal.import_file(&actor, at, id).await?;
    if file.mapping.is_empty() {
        return Err(Failure::NotFound);
    }
    if file.stage == FileStage::Applied {
        return Err(Failure::Conflict(
            "The file was taken in already; send it again to read it otherwise.".to_owned(),
        ));
    }
    let sent = sent.read()?;
    let known = app.portal.import_columns(&actor, at, id).await?.columns;
    let unknown = sent
        .headings()
        .filter(|heading| !known.iter().any(|column| column.name == **heading));
    let faults: Vec<FieldFault> = unknown
        .map(|heading| FieldFault {
            field: format!("/columns/{}", heading.replace('~', "~0").replace('/', "~1")),
            message: "is no column of this file".to_owned(),
        })
        .collect();
    if !faults.is_empty() {
        return Err(Failure::Invalid(faults));
    }
    let mapping = sent.mapping().map_err(Failure::Invalid)?;
    app.portal.map_import(&actor, at, (id, &mapping)).await?;
    let file = app.portal.import_file(&actor, at, id).await?;
    Ok(Json(shown(&one.at, file)))
}
