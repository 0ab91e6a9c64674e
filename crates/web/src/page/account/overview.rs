//! `/account` and the forms on it.

use super::{enter, with_cookie};
use crate::{
    error::Failure,
    form::posted::Posted,
    page::{
        refused::{faults_of, see_other},
        visit::Visit,
    },
    signed_in,
};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{AccountPage, CloseAccountPage, OwnBody, OwnSession},
};
use interlocal_portal::Error;

/// The account.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Changes the name.
pub async fn rename(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let name = fields.last("name").unwrap_or_default();
    let done = visit.app.portal.rename(visit.session()?, name).await;
    match done {
        Ok(()) => Ok(see_other("/account")),
        Err(error) => {
            let mut page = page(&visit, faults_of(error)?).await?;
            name.clone_into(&mut page.name);
            Ok(visit.refuse(&page))
        }
    }
}

/// Changes the password.
pub async fn change_password(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let old = fields.exactly("old_password").to_owned();
    let new = fields.exactly("password").to_owned();
    let done = visit
        .app
        .portal
        .change_password(visit.session()?, old, new)
        .await;
    match done {
        Ok(secret) => Ok(enter(&visit, &secret, "/account")),
        Err(error) => refused(&visit, error).await,
    }
}

/// Ends one session.
pub async fn end_session(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let person = visit.session()?.complete()?;
    let session = fields.last("session").unwrap_or_default();
    visit.app.portal.end_session(person, session).await?;
    Ok(see_other("/account"))
}

/// Ends every session, with this one.
pub async fn end_all_sessions(posted: Posted) -> Result<Response, Failure> {
    let visit = posted.visit;
    let portal = &visit.app.portal;
    portal
        .end_all_sessions(visit.session()?.complete()?)
        .await?;
    Ok(with_cookie(
        see_other("/"),
        signed_in::end(portal.public_url()),
    ))
}

/// Takes the second factor off.
pub async fn remove_second_factor(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let code = fields.last("code").unwrap_or_default();
    let done = visit
        .app
        .portal
        .remove_second_factor(visit.session()?, code)
        .await;
    match done {
        Ok(()) => Ok(see_other("/account")),
        Err(error) => refused(&visit, error).await,
    }
}

/// What is kept about the person, to take away.
pub async fn data(visit: Visit) -> Result<Response, Failure> {
    let data = visit.app.portal.own_data(visit.session()?).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"interlocal-account.json\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, format!("{data:#}")).into_response())
}

/// Asks whether they mean it.
pub async fn show_close(visit: Visit) -> Result<Response, Failure> {
    let page = close_page(&visit, "", Vec::new())?;
    Ok(visit.answer(&page))
}

/// Closes the account.
pub async fn close(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let typed = fields.last("email").unwrap_or_default();
    let portal = &visit.app.portal;
    match portal.close_account(visit.session()?, typed).await {
        Ok(()) => Ok(with_cookie(
            see_other("/"),
            signed_in::end(portal.public_url()),
        )),
        Err(error) => {
            let page = close_page(&visit, typed, faults_of(error)?)?;
            Ok(visit.refuse(&page))
        }
    }
}

/// The account with what is wrong with the address that it is to have.
pub async fn refused_address(
    visit: &Visit,
    typed: &str,
    error: Error,
) -> Result<Response, Failure> {
    let mut page = page(visit, faults_of(error)?).await?;
    typed.clone_into(&mut page.new_email);
    Ok(visit.refuse(&page))
}

async fn refused(visit: &Visit, error: Error) -> Result<Response, Failure> {
    let page = page(visit, faults_of(error)?).await?;
    Ok(visit.refuse(&page))
}

fn close_page(
    visit: &Visit,
    typed: &str,
    faults: Vec<FieldFault>,
) -> Result<CloseAccountPage, Failure> {
    Ok(CloseAccountPage {
        shell: visit.shell(None),
        own_email: visit.session()?.complete()?.email.clone(),
        email: typed.to_owned(),
        faults,
    })
}

async fn page(visit: &Visit, faults: Vec<FieldFault>) -> Result<AccountPage, Failure> {
    let signed_in = visit.session()?;
    let portal = &visit.app.portal;
    let own = portal.own_account(signed_in).await?;
    let providers = portal.providers();
    let way = |word: &str| match word {
        "password" => "with a password".to_owned(),
        "invitation" | "sign_up" => "through a mailed link".to_owned(),
        name => {
            let known = providers.iter().find(|(known, _)| known == name);
            format!("through {}", known.map_or(name, |(_, label)| label))
        }
    };
    let sessions = own.sessions.iter().map(|session| OwnSession {
        id: session.hash.clone(),
        browser: session.browser.clone(),
        way: way(&session.way),
        begun_at: session.begun_at,
        seen_at: session.seen_at,
        is_this: session.hash == signed_in.session.hash,
    });
    let bodies = own.roles.iter().map(|(body, name, role)| OwnBody {
        slug: body.to_string(),
        name: name.clone(),
        role: role.word().to_owned(),
    });
    Ok(AccountPage {
        shell: visit.shell(None),
        email: own.account.email.clone(),
        new_email: String::new(),
        mailed: visit.fields.on("mailed"),
        name: own.account.name.clone(),
        steward: own.account.is_steward,
        bodies: bodies.collect(),
        sessions: sessions.collect(),
        has_password: own.account.password_hash.is_some(),
        issuers: own.issuers.clone(),
        second_factor_since: own.account.totp_confirmed_at,
        recovery_codes: own.recovery_codes,
        faults,
    })
}
