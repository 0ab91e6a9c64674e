//! `/account/email` and what opens behind its mailed link.

use super::{enter, overview};
use crate::{
    error::Failure,
    form::{path::Named, posted::Posted},
    page::{refused::see_other, visit::Visit},
};
use axum::response::Response;
use interlocal_pages::pages::NewAddressPage;
use interlocal_portal::accounts::{address::NewAddress, secret::Secret};

/// Mails a link to the new address.
pub async fn ask(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let email = fields.last("email").unwrap_or_default();
    let wanted = NewAddress {
        email: email.to_owned(),
        password: fields.exactly("email_password").to_owned(),
        from: visit.origin.from.clone(),
    };
    let portal = &visit.app.portal;
    match portal.ask_for_address(visit.session()?, wanted).await {
        Ok(()) => Ok(see_other("/account?mailed=yes")),
        Err(error) => overview::refused_address(&visit, email, error).await,
    }
}

/// Asks whether they mean it.
pub async fn show(Named(secret): Named, visit: Visit) -> Result<Response, Failure> {
    let signed_in = visit.session()?;
    let portal = &visit.app.portal;
    let shown = Secret::shown(&secret);
    let new = portal.address_opened(signed_in, &shown).await?;
    let page = NewAddressPage {
        shell: visit.shell(None),
        action: format!("/account/email/{}", interlocal_pages::escape(&secret)),
        old: signed_in.person.email.clone(),
        new,
    };
    Ok(visit.answer(&page))
}

/// Takes the new address.
pub async fn take(Named(secret): Named, posted: Posted) -> Result<Response, Failure> {
    let visit = posted.visit;
    let portal = &visit.app.portal;
    let shown = Secret::shown(&secret);
    let session = portal.change_address(visit.session()?, &shown).await?;
    Ok(enter(&visit, &session, "/account"))
}
