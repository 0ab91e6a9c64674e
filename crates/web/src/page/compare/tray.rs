//! `/compare/tray`: what is kept to compare.

use crate::{
    error::Failure,
    form::{
        Fields,
        compare::{Change, change as read},
        posted::Posted,
    },
    page::visit::Visit,
    tray::Tray,
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_pages::{components::tray::row_id, href::is_inside};
use interlocal_portal::compare::Named;

/// Puts an offering into the tray or takes it out, and goes back; a full tray is shown
/// with what did not fit.
pub async fn change(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let mut tray = Tray(kept(visit, &visit.tray.0));
    let back = posted.fields.last("back").filter(|path| is_inside(path));
    let mut to = back.unwrap_or("/compare").to_owned();
    if let (Some(named), true) = (row(&posted.fields), posted.fields.on("to_row")) {
        to = format!("{to}#{}", row_id(named.slug.as_str()));
    }
    match read(&posted.fields) {
        Some(Change::Clear) => tray = Tray::default(),
        Some(Change::Keep(names)) => tray = Tray(kept(visit, &names)),
        Some(Change::Remove(named)) => tray.remove(&named),
        Some(Change::Add(named)) => match kept(visit, &[named]).pop() {
            Some(named) if tray.add(named.clone()) => {}
            Some(named) => to = full(&tray, &named),
            None => return Err(Failure::NotFound),
        },
        None => {}
    }
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    if let Some(cookie) = tray.kept(&visit.app) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The offering whose row the visitor comes back to.
fn row(fields: &Fields) -> Option<Named> {
    match read(fields)? {
        Change::Add(named) | Change::Remove(named) => Some(named),
        Change::Keep(_) | Change::Clear => None,
    }
}

/// Those that the visitor may see, under their own slugs.
fn kept(visit: &Visit, names: &[Named]) -> Vec<Named> {
    let portal = &visit.app.portal;
    let titles = portal.titles(&visit.snapshot, names);
    titles.into_iter().map(|(named, _)| named).collect()
}

/// The comparison of a full tray, which says what did not fit.
fn full(tray: &Tray, named: &Named) -> String {
    let mut fields = Fields::default();
    for kept in &tray.0 {
        fields.push("o", &kept.to_string());
    }
    let named = named.to_string();
    format!("/compare?{}", fields.with(&[], &[("full", &named)]))
}
