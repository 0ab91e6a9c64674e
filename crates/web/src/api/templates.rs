//! `/api/v1/templates` and `/api/v1/templates/{slug}`.

use super::{
    document::call::{Call, Group, words},
    shape::List,
};
use crate::{
    error::Failure,
    page::{templates as page, visit::Visit},
};
use axum::{Json, extract::Path};
use interlocal_catalog::template::{Template, text};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/templates", "listPapers")
            .told(
                Group::Directory,
                "Papers by which governments join and share",
                "",
            )
            .gives::<List<Paper>>(),
        Call::get("/api/v1/templates/{slug}", "readPaper")
            .told(
                Group::Directory,
                "One paper, filled in",
                "Each of its blanks is a field of the address; what nobody fills in stays a \
                 blank in brackets.",
            )
            .for_government()
            .query("offering", words(), "The slug of the offering it is about")
            .gives::<FilledPaper>()
            .or_gone(),
    ]
}

/// A paper.
#[derive(Serialize, JsonSchema)]
pub struct Paper {
    /// Its slug.
    slug: &'static str,
    /// Its name.
    title: &'static str,
    /// When one uses it.
    purpose: &'static str,
    /// Its blanks, by the names of their fields.
    blanks: Vec<&'static str>,
}

/// A paper, filled in.
#[derive(Serialize, JsonSchema)]
pub struct FilledPaper {
    #[serde(flatten)]
    paper: Paper,
    /// The paper as plain text.
    text: String,
}

fn paper(template: Template) -> Paper {
    Paper {
        slug: template.slug(),
        title: template.title(),
        purpose: template.purpose(),
        blanks: template.blanks().iter().map(|blank| blank.name()).collect(),
    }
}

/// The papers there are.
pub async fn list() -> Json<List<Paper>> {
    Json(List::whole(Template::ALL.into_iter().map(paper).collect()))
}

/// One paper with the blanks that the address fills.
pub async fn show(
    Path(slug): Path<String>,
    mut visit: Visit,
) -> Result<Json<FilledPaper>, Failure> {
    visit.forget_cookies()?;
    let template = Template::of(&slug).ok_or(Failure::NotFound)?;
    let offering = page::offering(&visit).await?;
    let filled = page::filled(&visit, template, offering.as_deref());
    Ok(Json(FilledPaper {
        paper: paper(template),
        text: text(&template.write(&filled)),
    }))
}
