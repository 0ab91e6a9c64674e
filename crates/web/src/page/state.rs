//! `/states/{postal}`

use super::{
    jurisdiction::{buys, serves_locals},
    lists::{feed_called, tables_called},
    named::{mark, source},
    visit::Visit,
};
use crate::error::Failure;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::organization::CioOffice;
use interlocal_pages::{
    components::answer::AnswerMark,
    pages::{LocalBuying, StateAnswerRow, StateCell, StatePage},
};

/// A state: its answers by kind of local government, its CIO office, its offerings.
pub async fn show(Path(postal): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let upper = postal.to_uppercase();
    let state = visit
        .snapshot
        .directory
        .state(&upper)
        .ok_or(Failure::NotFound)?;
    if postal != upper.to_lowercase() {
        let to = format!("/states/{}", upper.to_lowercase());
        return Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response());
    }
    let place = state.key.place();
    let office = visit.snapshot.directory.cio_office(&place);
    let sheet = visit.app.portal.state_sheet(&visit.actor(), &upper)?;
    let (offerings, total) = visit
        .app
        .portal
        .read_state_offerings(&visit.actor(), &upper, visit.place())
        .await?;
    let mut shell = visit.shell_of_list(&visit.for_whom(&format!("state={upper}")));
    let called = ("Answers (CSV)", "Answers (Excel)");
    let list = format!("/states/{postal}/answers");
    shell.files.extend(tables_called(called, &list, ""));
    shell.files.push(feed_called("Answers (feed)", &list));
    let page = StatePage {
        shell,
        postal: postal.clone(),
        name: state.name.clone(),
        key: place.to_string(),
        cio: office.map(|office| visit.body(&office.organization)),
        serves_locals: office.and_then(serves_locals).map(str::to_owned),
        note: office
            .map(|office| office.note.clone())
            .filter(|note| !note.is_empty()),
        source: office.map_or_else(
            || source("", visit.app.portal.today()),
            |office| source(&office.source, office.checked_on),
        ),
        buying: buying(&visit, office),
        kinds: sheet.kinds,
        answers: sheet
            .rows
            .iter()
            .map(|(category, words)| StateAnswerRow {
                category: visit.category(category),
                cells: words
                    .iter()
                    .map(|word| StateCell {
                        answer: mark(*word, 0),
                        href: Some(format!("/search?category={category}&state={upper}")),
                    })
                    .collect(),
            })
            .collect(),
        offering_total: total as u64,
        offerings: visit.rows(&offerings),
    };
    Ok(visit.answer(&page))
}

fn buying(visit: &Visit, office: Option<&CioOffice>) -> LocalBuying {
    let Some(office) = office else {
        return LocalBuying {
            answer: None,
            words: "Not recorded".to_owned(),
            portal: None,
            office: None,
        };
    };
    let (answer, words) = match buys(office) {
        Some(words) => (Some(AnswerMark::Listed), words.to_owned()),
        None => (
            Some(AnswerMark::NotRecorded),
            "Whether local governments may buy from state contracts is not recorded".to_owned(),
        ),
    };
    let name = &office.portal_name;
    LocalBuying {
        answer,
        words,
        portal: (!name.is_empty()).then(|| (name.clone(), office.portal_url.clone())),
        office: office
            .purchasing_office
            .as_ref()
            .map(|id| visit.body(id).name),
    }
}
