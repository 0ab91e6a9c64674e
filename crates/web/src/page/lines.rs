//! `/offerings/{slug}/lines`

use super::{
    lists::{changes_of, taken},
    offering::moved,
    turning::Turning,
    visit::Visit,
};
use crate::error::Failure;
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OfferingId, line_item::with_words};
use interlocal_pages::pages::LinesPage;
use interlocal_portal::offering::Located;

/// Lines of a page.
const PAGE: usize = 50;

/// The lines of a contract.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let turning = Turning::read(&visit.fields, PAGE)?;
    let slug = OfferingId::new(slug);
    let portal = &visit.app.portal;
    let answer = match portal.read_offering(&visit.actor(), &slug, None).await? {
        Located::Here(answer) => answer,
        Located::Moved(to) => return Ok(moved(&format!("/offerings/{to}/lines"), &visit.fields)),
    };
    let content = &answer.judged.edition.content;
    let lines = &content.details.lines;
    let query = visit.fields.last("q").unwrap_or_default().trim().to_owned();
    let found = with_words(lines, &query);
    let path = format!("/offerings/{slug}/lines");
    let words = visit.fields.with(&["page", "for"], &[]);
    let twin = format!("/api/v1{path}?{words}");
    let files = match found.len() {
        0 => Vec::new(),
        _ => {
            let mut files = taken(&path, &words, Some(twin.trim_end_matches('?')));
            files.push(changes_of(slug.as_str()));
            files
        }
    };
    let page = LinesPage {
        shell: visit.shell_with(files, None),
        slug: slug.to_string(),
        title: content.title.clone(),
        query,
        all: lines.len() as u64,
        found: found.len() as u64,
        lines: found
            .iter()
            .skip(turning.piece().0)
            .take(PAGE)
            .map(|(number, line)| (*number, (*line).clone()))
            .collect(),
        pager: turning.pager(&visit.fields, &path, found.len() as u64),
    };
    Ok(visit.answer(&page))
}
