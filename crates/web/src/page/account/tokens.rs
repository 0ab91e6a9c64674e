//! `/account/tokens`: tokens of the API, made and taken back by their owner.

use crate::{
    error::Failure,
    form::{Fields, posted::Posted, token as form},
    page::{after::see, refused::faults_of, visit::Visit},
};
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use interlocal_catalog::policy::Scope;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{OwnToken, TokensPage},
};

/// The tokens, and the form for another.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Makes a token, and shows it this once.
pub async fn make(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let wanted = form::wanted(&fields);
    let made = visit.app.portal.make_token(visit.session()?, &wanted).await;
    match made {
        Ok(text) => {
            let page = TokensPage {
                made: Some(text),
                ..page(&visit, &Fields::default(), Vec::new()).await?
            };
            let mut response = visit.answer(&page);
            let kept_nowhere = HeaderValue::from_static("no-store");
            response
                .headers_mut()
                .insert(header::CACHE_CONTROL, kept_nowhere);
            Ok(response)
        }
        Err(error) => {
            let page = page(&visit, &fields, faults_of(error)?).await?;
            Ok(visit.refuse(&page))
        }
    }
}

/// Takes a token back.
pub async fn revoke(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let id = fields.last("token").and_then(|text| text.parse().ok());
    let id: i32 = id.ok_or(Failure::NotFound)?;
    let portal = &visit.app.portal;
    portal.revoke_token(visit.session()?, id).await?;
    Ok(see("/account/tokens", "revoked"))
}

async fn page(
    visit: &Visit,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<TokensPage, Failure> {
    let tokens = visit.app.portal.own_tokens(visit.session()?).await?;
    let picked = typed.all("scopes");
    let scopes = Scope::ALL.into_iter().filter(|scope| *scope != Scope::Read);
    Ok(TokensPage {
        shell: visit.shell(None),
        tokens: tokens
            .into_iter()
            .map(|token| OwnToken {
                id: token.id,
                name: token.name,
                scopes: token.scopes.iter().map(|scope| scope.word()).collect(),
                made_on: token.made_at.date_naive(),
                ends_on: token.ends_at.date_naive(),
                used_at: token.used_at,
            })
            .collect(),
        made: None,
        name: typed.last("name").unwrap_or_default().to_owned(),
        days: typed.last("days").unwrap_or("90").to_owned(),
        picked: scopes
            .map(|scope| (scope, picked.iter().any(|word| word == scope.word())))
            .collect(),
        done: visit.done(),
        faults,
    })
}
