//! `/api/v1/about` and `/api/v1/data`: what the portal is, where its facts come from, and
//! what of it can be downloaded as a whole.

use super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{App, page::about::sources, signed_in::Caller};
use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use interlocal_portal::exporting::FILES;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/about", "readAbout")
            .told(
                Group::Directory,
                "What the portal holds, and where its facts come from",
                "",
            )
            .gives::<AboutShown>(),
        Call::get("/api/v1/data", "listDownloads")
            .told(
                Group::Directory,
                "The whole public catalog as files",
                "With their standard, size and day; the same in DCAT-US stands at /data.json.",
            )
            .gives::<List<FileShown>>(),
    ]
}

/// What the portal is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "About")]
pub struct AboutShown {
    /// Its name.
    name: String,
    /// How many governments it knows.
    jurisdictions: u64,
    /// How many bodies.
    organizations: u64,
    /// How many published offerings you may see.
    offerings: u64,
    /// How many of them their bodies confirmed.
    confirmed: u64,
    /// Where the facts come from.
    sources: Vec<SourceShown>,
    /// Whom to tell of a weakness.
    security_contact: Option<String>,
}

/// Where facts come from.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DataSource")]
pub struct SourceShown {
    /// Its name.
    name: String,
    /// What it is used for.
    used_for: String,
    /// Under what terms.
    license: String,
    /// Where it is; empty where it is many.
    url: String,
}

/// A file of the whole catalog.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Download")]
pub struct FileShown {
    /// Its name.
    name: &'static str,
    /// What it is.
    title: &'static str,
    /// What it holds, and for whom.
    about: &'static str,
    /// Its media type.
    media: &'static str,
    /// The standard that it follows.
    standard: &'static str,
    /// The address of that standard.
    conforms_to: &'static str,
    /// Where it is.
    url: String,
    /// Bytes; null where it is not written yet.
    bytes: Option<u64>,
    /// When it was written; null where it is not yet.
    written_at: Option<DateTime<Utc>>,
}

/// What the portal is.
pub async fn about(State(app): State<App>, caller: Caller) -> Json<AboutShown> {
    let counts = app.portal.counts(&caller.actor());
    let sources = sources().into_iter().map(|source| SourceShown {
        name: source.name,
        used_for: source.used_for,
        license: source.license,
        url: source.url,
    });
    Json(AboutShown {
        name: app.look.brand().name.clone(),
        jurisdictions: counts.jurisdictions,
        organizations: counts.organizations,
        offerings: counts.offerings,
        confirmed: counts.confirmed,
        sources: sources.collect(),
        security_contact: app.portal.security_contact().map(str::to_owned),
    })
}

/// What can be downloaded.
pub async fn data(State(app): State<App>) -> Json<List<FileShown>> {
    let kept = app.portal.downloads();
    let files = FILES.into_iter().map(|file| {
        let written = kept.as_ref().and_then(|kept| {
            let mut files = kept.files.iter();
            let found = files.find(|one| one.offered.name == file.name)?;
            Some((found.bytes, kept.written_at))
        });
        let (bytes, written_at) = written.unzip();
        FileShown {
            name: file.name,
            title: file.title,
            about: file.about,
            media: file.media,
            standard: file.standard,
            conforms_to: file.conforms_to,
            url: app.portal.public_url().of(&format!("/data/{}", file.name)),
            bytes,
            written_at,
        }
    });
    Json(List::whole(files.collect()))
}
