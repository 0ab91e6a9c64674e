//! `/sign-in/code` and `/account/second-factor`

use super::{enter, inside, with_cookie};
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
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{CodePage, RecoveryCodesPage, SecondFactorPage},
};
use interlocal_portal::accounts::second_factor::Lacking;

/// Asks for the code, where the session lacks it.
pub async fn show_code(visit: Visit) -> Result<Response, Failure> {
    match visit.session()?.lacking {
        None => Ok(see_other(inside(visit.fields.last("next")))),
        Some(Lacking::SecondFactor) => Ok(see_other("/account/second-factor")),
        Some(Lacking::Code) => {
            let next = inside(visit.fields.last("next"));
            Ok(visit.answer(&code_page(&visit, next, Vec::new())))
        }
    }
}

/// Takes the code.
pub async fn take_code(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let next = inside(fields.last("next"));
    let code = fields.last("code").unwrap_or_default();
    let shown = visit.app.portal.show_code(visit.session()?, code).await;
    match shown {
        Ok(secret) => Ok(enter(&visit, &secret, next)),
        Err(error) => {
            let faults = faults_of(error)?;
            Ok(visit.refuse(&code_page(&visit, next, faults)))
        }
    }
}

fn code_page(visit: &Visit, next: &str, faults: Vec<FieldFault>) -> CodePage {
    CodePage {
        shell: visit.shell(None),
        next: next.to_owned(),
        faults,
    }
}

/// Shows the key to enter into an app.
pub async fn show_set_up(visit: Visit) -> Result<Response, Failure> {
    let page = set_up_page(&visit, Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Puts the second factor in force, and shows the recovery codes once.
pub async fn set_up(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let code = fields.last("code").unwrap_or_default();
    let portal = &visit.app.portal;
    match portal.confirm_second_factor(visit.session()?, code).await {
        Ok((codes, secret)) => {
            let shell = visit.shell(None);
            let response = visit.answer(&RecoveryCodesPage { shell, codes });
            let cookie = signed_in::begin(portal.public_url(), &secret);
            Ok(with_cookie(response, cookie))
        }
        Err(error) => {
            let faults = faults_of(error)?;
            Ok(visit.refuse(&set_up_page(&visit, faults).await?))
        }
    }
}

async fn set_up_page(visit: &Visit, faults: Vec<FieldFault>) -> Result<SecondFactorPage, Failure> {
    let session = visit.session()?;
    let setting_up = visit.app.portal.set_up_second_factor(session).await?;
    Ok(SecondFactorPage {
        shell: visit.shell(None),
        asked: session.lacking == Some(Lacking::SecondFactor),
        key: setting_up.key,
        app_url: setting_up.app_url,
        faults,
    })
}
