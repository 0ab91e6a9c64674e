//! `/organizations/{slug}`

use super::{
    lists::{FEED_OF_STATEMENTS, QUESTIONS_TOO, STATEMENTS_TOO, feed_called, tables_called},
    visit::Visit,
};
use crate::error::Failure;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::OrganizationId;
use interlocal_pages::pages::{OpenQuestion, OrganizationPage};

/// A body with its listings.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OrganizationId::new(slug);
    let stands = visit.snapshot.directory.canonical(&slug);
    if *stands != slug {
        let query = match visit.fields.raw() {
            "" => String::new(),
            raw => format!("?{raw}"),
        };
        let to = format!("/organizations/{stands}{query}");
        return Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response());
    }
    let answer = visit
        .app
        .portal
        .read_organization(&visit.actor(), &slug, visit.place())
        .await?;
    let portal = &visit.app.portal;
    let body = &answer.organization;
    let mut shell = visit.shell_of_list(&visit.for_whom(&format!("provider={slug}")));
    if !answer.statements.is_empty() {
        let list = format!("/organizations/{slug}/statements");
        shell.files.extend(tables_called(STATEMENTS_TOO, &list, ""));
        shell.files.push(feed_called(FEED_OF_STATEMENTS, &list));
    }
    let questions = portal.open_questions(&visit.actor(), &slug).await?;
    if !questions.is_empty() {
        let list = format!("/organizations/{slug}/questions");
        shell.files.extend(tables_called(QUESTIONS_TOO, &list, ""));
    }
    let page = OrganizationPage {
        shell,
        body: visit.body(&slug),
        aliases: body.aliases.clone(),
        kind: body.kind,
        level: body.level,
        of: body.of.as_ref().map(|place| visit.place_ref(place)),
        serves: body
            .serves
            .iter()
            .map(|place| visit.place_ref(place))
            .collect(),
        offerings: visit.rows(&answer.offerings),
        partner_in: visit.rows(&answer.partner_in),
        statements: answer
            .statements
            .iter()
            .map(|said| visit.statement(said))
            .collect(),
        questions: questions
            .iter()
            .map(|question| OpenQuestion {
                category: visit.category(&question.key.category),
                kinds: question.key.kind.plural().to_owned(),
                asker_count: question.asker_count,
            })
            .collect(),
    };
    Ok(visit.answer(&page))
}
