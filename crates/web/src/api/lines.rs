//! `/api/v1/offerings/{slug}/lines`

use super::{
    document::call::{Call, Group, words},
    listed::listed,
};
use crate::{
    error::Failure,
    form::cursor::Window,
    page::{offering::moved, visit::Visit},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    OfferingId,
    line_item::{LineItem, with_words},
};
use interlocal_portal::offering::Located;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/offerings/{slug}/lines", "listLines")
            .told(
                Group::Offerings,
                "What is bought under a contract, line by line",
                "From whom, of which make, for which categories, as the list of its body says it.",
            )
            .query("q", words(), "Words that all stand in a line")
            .like("paint")
            .in_parts(200)
            .gives::<Lines>()
            .or_gone(),
    ]
}

/// Lines of a contract.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ContractLines")]
pub struct Lines {
    /// The offering.
    offering: OfferingId,
    /// How many lines have the words.
    total: usize,
    /// This part of them.
    items: Vec<Line>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// A line of a contract.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ContractLine")]
pub struct Line {
    /// Its place in the list, from 1.
    position: usize,
    #[serde(flatten)]
    line: LineItem,
}

/// The lines of a contract, or those that have the words.
pub async fn list(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let path = format!("/api/v1/offerings/{slug}/lines");
    let window = Window::of(&visit.fields, &path, (50, 200))?;
    let slug = OfferingId::new(slug);
    let portal = &visit.app.portal;
    let answer = match portal.read_offering(&visit.actor(), &slug, None).await? {
        Located::Here(answer) => answer,
        Located::Moved(to) => {
            let to = format!("/api/v1/offerings/{to}/lines");
            return Ok(moved(&to, &visit.fields));
        }
    };
    let lines = &answer.judged.edition.content.details.lines;
    let found = with_words(lines, visit.fields.last("q").unwrap_or_default());
    let part = found.iter().skip(window.offset).take(window.limit);
    let list = Lines {
        offering: slug,
        total: found.len(),
        items: part
            .map(|(position, line)| Line {
                position: *position,
                line: (*line).clone(),
            })
            .collect(),
        next: window.next(&visit.fields, &path, found.len() as u64),
    };
    Ok(listed(list.next.as_deref(), &list))
}
