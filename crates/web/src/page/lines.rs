//! `/offerings/{slug}/lines`

use super::{
    lists::{changes_of, taken},
    offering::moved,
    visit::Visit,
};
use crate::{error::Failure, form::Faults};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OfferingId, line_item::with_words};
use interlocal_pages::{components::pager::Pager, pages::LinesPage};
use interlocal_portal::offering::Located;

/// Lines of a page.
const PAGE: usize = 50;

/// The lines of a contract.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let mut faults = Faults::default();
    let page = faults.number(&visit.fields, "page", 1..=2_000, 1);
    faults.end()?;
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
    let page_count = found.len().div_ceil(PAGE).max(1);
    let path = format!("/offerings/{slug}/lines");
    let to = |number: usize| {
        let number = number.to_string();
        format!(
            "{path}?{}",
            visit.fields.with(&["page"], &[("page", &number)])
        )
    };
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
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .map(|(number, line)| (*number, (*line).clone()))
            .collect(),
        pager: Pager {
            page: page as u64,
            page_count: page_count as u64,
            previous_href: (page > 1).then(|| to(page - 1)),
            next_href: (page < page_count).then(|| to(page + 1)),
        },
    };
    Ok(visit.answer(&page))
}
