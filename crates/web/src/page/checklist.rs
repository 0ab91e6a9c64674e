//! `/offerings/{slug}/checklist`

use super::{
    named::source,
    offering::{document, moved},
    visit::Visit,
};
use crate::{error::Failure, form::checklist::federal_funds};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    OfferingId,
    details::ParticipatingAddendum,
    diligence::{Buyer, Standing, checklist, unmarked},
    policy::Role,
};
use interlocal_pages::pages::{ChecklistPage, ChecklistRow, DocumentRow};
use interlocal_portal::offering::Located;

/// What the file has to hold for a purchase on this offering.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let federal_funds = federal_funds(&visit.fields, "federal")?;
    let found = visit
        .app
        .portal
        .read_offering(&visit.actor(), &slug, visit.place())
        .await?;
    let answer = match found {
        Located::Here(answer) => answer,
        Located::Moved(to) => {
            let to = format!("/offerings/{to}/checklist");
            return Ok(moved(&to, &visit.fields));
        }
    };
    let edition = &answer.judged.edition;
    let content = &edition.content;
    let buyer = Buyer {
        state: visit.postal(),
        federal_funds,
    };
    let rows = checklist(content, buyer).map(|rows| {
        rows.iter()
            .map(|(proof, standing)| ChecklistRow {
                documents: documents(standing),
                ..ChecklistRow::new(*proof, standing)
            })
            .collect()
    });
    let may_edit = visit
        .app
        .portal
        .desk_door(&visit.actor(), &content.provider, Role::Editor)
        .is_ok();
    let said: Vec<(&str, &str)> = match federal_funds {
        Some(true) => vec![("federal_funds", "yes")],
        Some(false) => vec![("federal_funds", "no")],
        None => Vec::new(),
    };
    let page = ChecklistPage {
        shell: visit.shell(Some(format!(
            "/api/v1/offerings/{slug}/checklist?{}",
            visit.fields.with(&["federal"], &said)
        ))),
        slug: slug.to_string(),
        title: content.title.clone(),
        provider: visit.body(&content.provider),
        category: content.category.to_string(),
        edition: u32::try_from(edition.number).unwrap_or(1),
        source: source(&content.source_words, content.checked_on),
        rows,
        unmarked: unmarked(content).into_iter().map(document).collect(),
        mark_href: may_edit.then(|| {
            let body = &content.provider;
            format!("/desk/{body}/offerings/{slug}/edit/documents")
        }),
        federal_funds,
    };
    Ok(visit.answer(&page))
}

fn documents(standing: &Standing<'_>) -> Vec<DocumentRow> {
    match standing {
        Standing::Shown(shown) => shown.iter().map(|one| document(one)).collect(),
        Standing::Signed(signed) => signed.iter().map(|one| addendum(one)).collect(),
        Standing::Stated(_) | Standing::NotNeeded(_) | Standing::Missing => Vec::new(),
    }
}

fn addendum(addendum: &ParticipatingAddendum) -> DocumentRow {
    DocumentRow {
        title: format!("Addendum of {}", addendum.state),
        url: addendum.url.clone(),
        about: addendum.number.clone(),
    }
}
