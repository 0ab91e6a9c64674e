//! `/templates`, `/templates/{slug}` and the paper as text.

use super::{
    lists::{feed, taken},
    visit::Visit,
};
use crate::error::Failure;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId,
    template::{Blank, Filled, Template, text},
};
use interlocal_pages::pages::{TemplatePage, TemplatesPage};
use interlocal_portal::offering::{Located, OfferingAnswer};

/// The papers there are.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let twin = "/api/v1/templates".to_owned();
    let mut files = taken("/templates", "", Some(&twin));
    files.push(feed("/templates", ""));
    let page = TemplatesPage {
        shell: visit.shell_with(files, Some(twin)),
        offering: visit.fields.last("offering").map(ToOwned::to_owned),
    };
    Ok(visit.answer(&page))
}

/// One paper with the blanks that the address fills.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let template = Template::of(&slug).ok_or(Failure::NotFound)?;
    let offering = offering(&visit).await?;
    let page = TemplatePage {
        shell: visit.shell(None),
        template,
        filled: filled(&visit, template, offering.as_deref()),
        offering: offering.map(|answer| {
            let content = &answer.judged.edition.content;
            (content.slug.to_string(), content.title.clone())
        }),
        as_text: format!("/templates/{slug}/text?{}", visit.fields.raw()),
    };
    Ok(visit.answer(&page))
}

/// The same as plain text, to be saved.
pub async fn save(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let template = Template::of(&slug).ok_or(Failure::NotFound)?;
    let offering = offering(&visit).await?;
    let filled = filled(&visit, template, offering.as_deref());
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}.txt\"", template.slug()),
        ),
    ];
    Ok((headers, text(&template.write(&filled))).into_response())
}

/// The offering that the address names.
pub async fn offering(visit: &Visit) -> Result<Option<Box<OfferingAnswer>>, Failure> {
    let named = visit.fields.last("offering").unwrap_or_default();
    if named.is_empty() {
        return Ok(None);
    }
    let portal = &visit.app.portal;
    let mut slug = OfferingId::new(named);
    // A name that was given up leads to the one that holds, in one step.
    for _ in 0..2 {
        match portal.read_offering(&visit.actor(), &slug, None).await? {
            Located::Here(answer) => return Ok(Some(answer)),
            Located::Moved(to) => slug = to,
        }
    }
    Err(Failure::NotFound)
}

/// What the address says; before that, what the government and the offering say.
pub fn filled(visit: &Visit, template: Template, offering: Option<&OfferingAnswer>) -> Filled {
    let directory = &visit.snapshot.directory;
    let mut filled = Filled::default();
    if let Some(row) = visit
        .place()
        .and_then(|place| directory.jurisdiction(place))
    {
        filled = filled
            .with(Blank::Party, directory.name(&row.key.place()))
            .with(Blank::State, directory.state_name(&row.state));
    }
    if let Some(answer) = offering {
        let content = &answer.judged.edition.content;
        filled = filled
            .with(Blank::Subject, &content.title)
            .with(Blank::Other, &visit.body(&content.provider).name);
        if let Some(contract) = &content.details.contract {
            filled = filled.with(Blank::Contract, &contract.number);
        }
    }
    for blank in template.blanks() {
        if let Some(words) = visit.fields.last(blank.name()) {
            filled = filled.with(*blank, words);
        }
    }
    filled
}
