//! `/sign-in`, `/sign-out`

use super::{go_in, inside, providers, with_cookie};
use crate::{
    error::Failure,
    form::posted::Posted,
    page::{
        refused::{faults_of, see_other},
        visit::Visit,
    },
    signed_in,
};
use axum::response::Response;
use interlocal_pages::{components::error_summary::FieldFault, pages::SignInPage};
use interlocal_portal::accounts::sign_in::Attempt;

/// The form.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let next = visit.fields.last("next").map(|next| inside(Some(next)));
    let page = page(&visit, next.unwrap_or_default(), "", Vec::new());
    Ok(visit.answer(&page))
}

/// Signs in with a password.
pub async fn sign_in(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let email = fields.last("email").unwrap_or_default().to_owned();
    let next = inside(fields.last("next"));
    if visit.app.portal.sign_in_refused().is_some() {
        return Ok(visit.refuse(&page(&visit, next, &email, Vec::new())));
    }
    let attempt = Attempt {
        email: email.clone(),
        password: fields.exactly("password").to_owned(),
        from: visit.origin.from.clone(),
        browser: visit.origin.browser.clone(),
        before: visit.origin.shown.clone(),
    };
    match visit.app.portal.sign_in(attempt).await {
        Ok(secret) => go_in(&visit, &secret, next).await,
        Err(error) => {
            let faults = faults_of(error)?;
            Ok(visit.refuse(&page(&visit, next, &email, faults)))
        }
    }
}

/// Signs out, at the provider as well where one vouched.
pub async fn sign_out(posted: Posted) -> Result<Response, Failure> {
    let portal = &posted.visit.app.portal;
    let there = match &posted.visit.caller.0 {
        Some(signed_in) => portal.sign_out(signed_in).await?,
        None => None,
    };
    let response = see_other(there.as_deref().unwrap_or("/"));
    Ok(with_cookie(response, signed_in::end(portal.public_url())))
}

/// The page with what was typed and what was wrong.
pub fn page(visit: &Visit, next: &str, email: &str, faults: Vec<FieldFault>) -> SignInPage {
    SignInPage {
        shell: visit.shell(None),
        next: next.to_owned(),
        email: email.to_owned(),
        providers: providers(visit),
        faults,
        refused: visit.app.portal.sign_in_refused().unwrap_or_default(),
    }
}
