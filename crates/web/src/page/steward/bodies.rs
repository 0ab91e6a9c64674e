//! `/steward/bodies`

use crate::{
    error::Failure,
    form::{posted::Posted, steward as form},
    page::{
        after::{see, shown},
        turning::Turning,
        visit::Visit,
    },
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    OrganizationId,
    organization::{BodyKind, Level, Organization},
};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{BodyLine, BodyPage, BodyWords, StewardBodiesPage},
};

/// Bodies on a page.
const PAGE: usize = 30;

/// Bodies that fit some words.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    visit.app.portal.as_steward(&visit.acting()?)?;
    let words = visit.fields.last("q").unwrap_or_default().to_owned();
    let turning = Turning::read(&visit.fields, PAGE)?;
    let (total, found) = visit.app.portal.find_bodies(&words, turning.piece());
    let page = StewardBodiesPage {
        shell: visit.shell_of_table("/steward/bodies", total),
        words,
        pager: turning.pager(&visit.fields, "/steward/bodies", total as u64),
        total: total as u64,
        rows: found
            .into_iter()
            .map(|body| BodyLine {
                of: body
                    .of
                    .as_ref()
                    .map(|place| visit.snapshot.directory.full_name(place)),
                kind: body.kind.label(),
                slug: body.id.to_string(),
                name: body.name,
            })
            .collect(),
        done: visit.done(),
    };
    Ok(visit.answer(&page))
}

/// The form for a new body.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    visit.app.portal.as_steward(&visit.acting()?)?;
    let words = BodyWords {
        kind: BodyKind::LocalGovernment.word().to_owned(),
        level: Level::Local.word().to_owned(),
        ..BodyWords::default()
    };
    Ok(visit.answer(&page(&visit, None, words, Vec::new())))
}

/// Adds a body.
pub async fn add(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let typed = form::typed_body(&posted.fields);
    let added = match form::body(&typed) {
        Ok(words) => visit
            .app
            .portal
            .add_body(&actor, &typed.slug, words)
            .await
            .map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    match added {
        Ok(slug) => Ok(see(&format!("/steward/bodies/{slug}"), "added")),
        Err(Failure::Invalid(faults)) => {
            Ok(visit.refused(&page(visit, None, typed, shown(faults))))
        }
        Err(other) => Err(other),
    }
}

/// What the directory says of a body.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OrganizationId::new(slug);
    let body = visit.app.portal.read_body(&visit.acting()?, &slug)?;
    Ok(visit.answer(&page(&visit, Some(&slug), words(&body), Vec::new())))
}

/// Changes what the directory says of a body.
pub async fn change(Path(slug): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let slug = OrganizationId::new(slug);
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.read_body(&actor, &slug)?;
    let typed = form::typed_body(&posted.fields);
    let changed = match form::body(&typed) {
        Ok(words) => visit
            .app
            .portal
            .change_body(&actor, &slug, words)
            .await
            .map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    match changed {
        Ok(()) => Ok(see(&format!("/steward/bodies/{slug}"), "saved")),
        Err(Failure::Invalid(faults)) => {
            Ok(visit.refused(&page(visit, Some(&slug), typed, shown(faults))))
        }
        Err(other) => Err(other),
    }
}

fn page(
    visit: &Visit,
    slug: Option<&OrganizationId>,
    words: BodyWords,
    faults: Vec<FieldFault>,
) -> BodyPage {
    BodyPage {
        shell: visit.shell(None),
        slug: slug.map(ToString::to_string),
        words,
        done: visit.done(),
        faults,
    }
}

fn words(body: &Organization) -> BodyWords {
    let keys: Vec<&str> = body.serves.iter().map(|place| place.as_str()).collect();
    BodyWords {
        slug: body.id.to_string(),
        name: body.name.clone(),
        aliases: body.aliases.join("\n"),
        kind: body.kind.word().to_owned(),
        level: body.level.word().to_owned(),
        of: body
            .of
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        serves: keys.join("\n"),
        website: body.website.clone().unwrap_or_default(),
    }
}
