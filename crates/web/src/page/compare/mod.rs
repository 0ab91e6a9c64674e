//! `/compare`, `/compare.csv`, `/compare.xlsx`

mod adding;
mod beside;
mod file;
mod rows;
mod side;
mod size_form;
mod tray;

pub use beside::Beside;
pub use side::Side;
pub use size_form::{SizeAsked, size_form};
pub use tray::change;

use super::{refused::see_other, visit::Visit};
use crate::{error::Failure, form::compare::Asking, tray::keep_size};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// Editions side by side; without any, those of the tray.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    if let Some(to) = adding::added(&visit) {
        return Ok(see_other(&to));
    }
    let asking = Asking::read(&visit.fields, visit.size.as_deref());
    if visit.fields.all("o").is_empty() && !visit.tray.0.is_empty() {
        let mut query = visit.fields.clone();
        for named in &visit.tray.0 {
            query.push("o", &named.to_string());
        }
        let to = format!("/compare?{}", query.with(&[], &[]));
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response());
    }
    let beside = Beside::of(&visit, asking).await?;
    let mut response = visit.answer(&beside.page());
    *response.status_mut() = beside.status();
    if let Some(value) = beside.asking.size.kept(&visit.fields)
        && let Some(cookie) = keep_size(&visit.app, &value)
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The comparison as CSV.
pub async fn csv(visit: Visit) -> Result<Response, Failure> {
    let beside = read(&visit).await?;
    Ok(file::answer(beside.table().csv(), "comparison.csv"))
}

/// The comparison as a workbook.
pub async fn xlsx(visit: Visit) -> Result<Response, Failure> {
    let beside = read(&visit).await?;
    let download = visit.app.portal.comparison_workbook(beside.table())?;
    Ok(file::answer(download, "comparison.xlsx"))
}

/// A comparison for a file: it says nothing that the address does not say, so what is
/// remembered does not count.
async fn read(visit: &Visit) -> Result<Beside<'_>, Failure> {
    let asking = Asking::read(&visit.fields, None);
    if !asking.size.faults.is_empty() {
        return Err(Failure::Invalid(asking.size.faults));
    }
    let beside = Beside::of(visit, asking).await?;
    if beside.sides.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(beside)
}
