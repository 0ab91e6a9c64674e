//! `/sign-in/{provider}` and `/auth/{provider}/callback`

use super::{go_in, inside, sign_in, with_cookie};
use crate::{
    error::Failure,
    form::{path::Named, posted::Posted},
    page::{
        refused::{faults_of, see_other},
        visit::Visit,
    },
    signed_in::{keep, way_cookie},
};
use axum::response::Response;
use interlocal_portal::accounts::providers::Homecoming;

/// Seconds for which the browser remembers that it went to a provider.
const AWAY_SECONDS: i64 = 600;

/// Sends the browser to the provider.
pub async fn depart(Named(name): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let portal = &visit.app.portal;
    let next = inside(fields.last("next"));
    if portal.sign_in_refused().is_some() {
        return Ok(visit.refuse(&sign_in::page(&visit, next, "", Vec::new())));
    }
    let departure = portal.depart(&name, next, &visit.origin.from).await?;
    let url = portal.public_url();
    let cookie = keep(url, way_cookie(url), departure.state.expose(), AWAY_SECONDS);
    Ok(with_cookie(see_other(&departure.url), cookie))
}

/// Signs in whom the provider sent back.
pub async fn come_home(Named(provider): Named, visit: Visit) -> Result<Response, Failure> {
    let field = |name: &str| visit.fields.last(name).unwrap_or_default().to_owned();
    let back = Homecoming {
        provider,
        code: field("code"),
        state: field("state"),
        cookie: visit.origin.way.clone(),
        issuer: visit.fields.last("iss").map(str::to_owned),
        fault: visit.fields.last("error").map(str::to_owned),
        browser: visit.origin.browser.clone(),
        before: visit.origin.shown.clone(),
    };
    let url = visit.app.portal.public_url();
    let forget = keep(url, way_cookie(url), "", 0);
    let response = match visit.app.portal.come_home(back).await {
        Ok(arrival) => go_in(&visit, &arrival.session, inside(Some(&arrival.next))).await?,
        Err(error) => {
            let faults = faults_of(error)?;
            visit.refuse(&sign_in::page(&visit, "", "", faults))
        }
    };
    Ok(with_cookie(response, forget))
}
