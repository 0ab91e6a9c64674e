//! Lists that everybody reads, and those of somebody who weighs, as files.

use crate::{
    api::jurisdictions::named,
    chosen::Choice,
    error::Failure,
    form::{ending::Ending, partners, path::Named},
    page::{offering::moved, visit::Visit},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{CategoryId, OfferingId, OrganizationId};
use interlocal_portal::{Error, partners::PartnerSearch};

/// `/jurisdictions.csv`
pub async fn governments(visit: Visit, ending: Ending) -> Result<Response, Failure> {
    let words = visit.fields.last("q").unwrap_or_default();
    ending.of(visit.app.portal.list_governments(words)).await
}

/// `/jurisdictions/{key}/answers.csv`
pub async fn answers(
    Path(key): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let place = named(&visit.app, &visit.snapshot, &key)?.key.place();
    let portal = &visit.app.portal;
    let table = portal.list_answers(&visit.actor(), &place).await?;
    ending.of(table).await
}

/// `/states/{postal}/answers.csv`
pub async fn state(
    Path(postal): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let table = portal.list_state_answers(&visit.actor(), &postal.to_uppercase())?;
    ending.of(table).await
}

/// `/match.csv`: for whom and for what stands in the address.
pub async fn partners(mut visit: Visit, ending: Ending) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let search = partners_sought(&visit)?;
    let portal = &visit.app.portal;
    let table = portal.list_partners(&visit.actor(), search)?;
    ending.of(table).await
}

/// For whom and for what partners are sought; a list of them needs both.
pub fn partners_sought(visit: &Visit) -> Result<PartnerSearch, Failure> {
    let asked = partners::read(&visit.app, &visit.fields)?;
    let Some(place) = visit.place() else {
        let missing = "is missing; give the key of your government, such as county-17031";
        return Err(Error::field("for", missing).into());
    };
    Ok(asked.search(place.clone()))
}

/// `/offerings/{slug}/lines.csv`
pub async fn lines(
    Path(slug): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let words = visit.fields.last("q").unwrap_or_default();
    let (portal, slug) = (&visit.app.portal, OfferingId::new(slug));
    match portal.list_lines(&visit.actor(), &slug, words).await? {
        Ok(table) => ending.of(table).await,
        Err(to) => {
            let to = format!("/offerings/{to}/lines.{}", ending.word());
            Ok(moved(&to, &visit.fields))
        }
    }
}

/// `/categories.csv`
pub async fn categories(visit: Visit, ending: Ending) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    ending.of(portal.list_categories(&visit.actor())).await
}

/// `/categories/{slug}/statements.csv`
pub async fn said_about(
    Path(slug): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let table = portal.list_statements_about(&visit.actor(), &CategoryId::new(slug))?;
    ending.of(table).await
}

/// `/organizations/{slug}/statements.csv`
pub async fn said_by(
    Path(slug): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let table = portal.list_statements_of(&visit.actor(), &OrganizationId::new(slug))?;
    ending.of(table).await
}

/// `/organizations/{slug}/questions.csv`
pub async fn asked_of(
    Path(slug): Path<String>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let (actor, portal) = (visit.actor(), &visit.app.portal);
    let body = OrganizationId::new(slug);
    ending
        .of(portal.list_open_questions(&actor, &body).await?)
        .await
}

/// `/templates.csv`
pub async fn papers(visit: Visit, ending: Ending) -> Result<Response, Failure> {
    ending.of(visit.app.portal.list_papers()).await
}

/// `/shortlist.csv`
pub async fn shortlist(mut visit: Visit, ending: Ending) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let stars = portal.list_shortlist(&actor, &visit.kept, visit.place());
    ending.of(stars.await?).await
}

/// `/workspaces/{id}/options.csv`
pub async fn workspace(
    Named(id): Named,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let actor = visit.acting()?;
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let portal = &visit.app.portal;
    ending.of(portal.list_workspace(&actor, id).await?).await
}

/// `/workspaces/shared/{secret}/options.csv`
pub async fn shared_workspace(
    Named(secret): Named,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let actor = visit.actor();
    let table = portal.list_shared_workspace(&actor, &secret).await?;
    ending.of(table).await
}

/// `/memos.csv`
pub async fn memos(visit: Visit, ending: Ending) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    ending.of(portal.list_memos(&visit.acting()?).await?).await
}
