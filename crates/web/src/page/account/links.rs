//! `/sign-up`, `/reset`, `/invitations/{secret}` and what opens behind a mailed link.

use super::{go_in, providers};
use crate::{
    error::Failure,
    form::{path::Named, posted::Posted},
    page::{
        refused::{faults_of, see_other},
        visit::Visit,
    },
};
use axum::response::Response;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{Behind, LinkPurpose, MailedLinkPage, WelcomePage},
};
use interlocal_portal::{
    Error,
    accounts::{
        invite::Place,
        secret::Secret,
        welcome::{Chosen, Opened, Welcome},
    },
};

/// Asks for the address of somebody new.
pub async fn show_sign_up(visit: Visit) -> Result<Response, Failure> {
    Ok(visit.answer(&link_page(&visit, LinkPurpose::SignUp)))
}

/// Asks for the address of somebody whose password is gone.
pub async fn show_reset(visit: Visit) -> Result<Response, Failure> {
    Ok(visit.answer(&link_page(&visit, LinkPurpose::Reset)))
}

/// Mails a link to somebody new.
pub async fn sign_up(posted: Posted) -> Result<Response, Failure> {
    mail(posted, LinkPurpose::SignUp).await
}

/// Mails a link to a new password.
pub async fn reset(posted: Posted) -> Result<Response, Failure> {
    mail(posted, LinkPurpose::Reset).await
}

async fn mail(posted: Posted, purpose: LinkPurpose) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let mut page = link_page(&visit, purpose);
    fields
        .last("email")
        .unwrap_or_default()
        .clone_into(&mut page.email);
    if !page.refused.is_empty() {
        return Ok(visit.refuse(&page));
    }
    let (portal, from) = (&visit.app.portal, &visit.origin.from);
    let done = match purpose {
        LinkPurpose::SignUp => portal.sign_up(&page.email, from).await,
        LinkPurpose::Reset => portal.ask_for_reset(&page.email, from).await,
    };
    match done {
        Ok(_) => Ok(see_other(match purpose {
            LinkPurpose::SignUp => "/sign-up?sent=yes",
            LinkPurpose::Reset => "/reset?sent=yes",
        })),
        Err(error) => {
            page.faults = faults_of(error)?;
            Ok(visit.refuse(&page))
        }
    }
}

fn link_page(visit: &Visit, purpose: LinkPurpose) -> MailedLinkPage {
    MailedLinkPage {
        shell: visit.shell(None),
        purpose,
        email: String::new(),
        faults: Vec::new(),
        sent: visit.fields.on("sent"),
        refused: visit.app.portal.sign_in_refused().unwrap_or_default(),
    }
}

/// What stands behind an invitation.
pub async fn show_invitation(Named(secret): Named, visit: Visit) -> Result<Response, Failure> {
    let page = welcome(&visit, Welcome::Invitation, &secret).await?;
    Ok(visit.answer(&page))
}

/// What stands behind the link of a sign-up.
pub async fn show_new_account(Named(secret): Named, visit: Visit) -> Result<Response, Failure> {
    let page = welcome(&visit, Welcome::SignUp, &secret).await?;
    Ok(visit.answer(&page))
}

/// Accepts an invitation, with an account or with a new one.
pub async fn accept(Named(secret): Named, posted: Posted) -> Result<Response, Failure> {
    if let Some(signed_in) = &posted.visit.caller.0 {
        let portal = &posted.visit.app.portal;
        portal.accept(signed_in, &Secret::shown(&secret)).await?;
        return Ok(see_other("/account"));
    }
    choose(posted, Welcome::Invitation, &secret).await
}

/// Makes the account of somebody who signed up.
pub async fn make_account(Named(secret): Named, posted: Posted) -> Result<Response, Failure> {
    choose(posted, Welcome::SignUp, &secret).await
}

async fn choose(posted: Posted, kind: Welcome, secret: &str) -> Result<Response, Failure> {
    let chosen = chosen(&posted);
    let Posted { visit, fields } = posted;
    let done = visit
        .app
        .portal
        .choose(kind, &Secret::shown(secret), chosen)
        .await;
    match done {
        Ok(session) => go_in(&visit, &session, "/account").await,
        Err(error) => {
            let faults = faults_of(error)?;
            let mut page = welcome(&visit, kind, secret).await?;
            fields
                .last("name")
                .unwrap_or_default()
                .clone_into(&mut page.name);
            page.faults = faults;
            Ok(visit.refuse(&page))
        }
    }
}

/// What stands behind the link to a new password.
pub async fn show_new_password(Named(secret): Named, visit: Visit) -> Result<Response, Failure> {
    let page = new_password(&visit, &secret, Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Takes a new password.
pub async fn take_new_password(Named(secret): Named, posted: Posted) -> Result<Response, Failure> {
    let chosen = chosen(&posted);
    let visit = posted.visit;
    let done = visit
        .app
        .portal
        .reset(&Secret::shown(&secret), chosen)
        .await;
    match done {
        Ok(session) => go_in(&visit, &session, "/account").await,
        Err(error) => {
            let faults = faults_of(error)?;
            let page = new_password(&visit, &secret, faults).await?;
            Ok(visit.refuse(&page))
        }
    }
}

fn chosen(posted: &Posted) -> Chosen {
    Chosen {
        name: posted.fields.last("name").unwrap_or_default().to_owned(),
        password: posted.fields.exactly("password").to_owned(),
        browser: posted.visit.origin.browser.clone(),
        before: posted.visit.origin.shown.clone(),
    }
}

async fn new_password(
    visit: &Visit,
    secret: &str,
    faults: Vec<FieldFault>,
) -> Result<WelcomePage, Failure> {
    Ok(WelcomePage {
        shell: visit.shell(None),
        behind: Behind::NewPassword,
        action: format!("/reset/{}", interlocal_pages::escape(secret)),
        email: visit
            .app
            .portal
            .reset_opened(&Secret::shown(secret))
            .await?,
        faults,
        ..WelcomePage::default()
    })
}

async fn welcome(visit: &Visit, kind: Welcome, secret: &str) -> Result<WelcomePage, Failure> {
    let portal = &visit.app.portal;
    let opened = portal.opened(kind, &Secret::shown(secret)).await?;
    let folder = match kind {
        Welcome::Invitation => "invitations",
        Welcome::SignUp => "sign-up",
    };
    let behind = match &visit.caller.0 {
        Some(signed_in) if signed_in.lacking.is_some() => {
            return Err(Error::SecondFactorFirst.into());
        }
        Some(signed_in) if signed_in.person.email == opened.email => Behind::Accept,
        Some(_) => Behind::SomebodyElse,
        None if opened.has_account => Behind::SignInFirst,
        None => Behind::NewAccount,
    };
    Ok(WelcomePage {
        shell: visit.shell(None),
        behind,
        action: format!("/{folder}/{}", interlocal_pages::escape(secret)),
        invited_as: invited_as(&opened),
        email: opened.email,
        name: String::new(),
        providers: providers(visit),
        faults: Vec::new(),
    })
}

fn invited_as(opened: &Opened) -> String {
    match &opened.place {
        None => String::new(),
        Some(Place::Steward) => "to look after this portal as a steward".to_owned(),
        Some(Place::InBody(_, role)) => format!("to {} as {}", opened.body_name, role.word()),
    }
}
