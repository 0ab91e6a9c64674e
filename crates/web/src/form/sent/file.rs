//! A file that a program sends: in a form with fields, or its bytes alone.

use super::{Sender, text};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        upload::{LONGEST, MOST_BYTES, Read, read_named},
    },
};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::header,
};
use futures_util::StreamExt;
use interlocal_portal::{FieldFault, documents::LARGEST, importing::LARGEST as LARGEST_LIST};
use std::collections::BTreeSet;

/// How a file is sent to a call that takes it in a form.
const IN_A_FORM: &str = "Send the file as the field “file” of a form, with Content-Type: \
                         multipart/form-data";
/// The same where its bytes may come alone.
const EITHER_WAY: &str = "Send the file as the field “file” of a form, with Content-Type: \
                          multipart/form-data; or its bytes alone with Content-Type: \
                          application/octet-stream, text/csv or \
                          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The media types under which the bytes of a list come alone.
pub const ALONE: [&str; 3] = [
    "application/octet-stream",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

/// What the parts of a form with a file may be called.
#[derive(Clone)]
pub struct Takes(Vec<&'static str>);

impl Takes {
    /// The file, and these fields.
    pub fn of(fields: impl Iterator<Item = &'static str>) -> Self {
        Self(std::iter::once("file").chain(fields).collect())
    }

    fn check(&self, names: &[String]) -> Result<(), Failure> {
        let unknown: BTreeSet<&String> = names
            .iter()
            .filter(|name| !self.0.contains(&name.as_str()))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let known = self.0.join(", ");
        let faults = unknown.into_iter().map(|name| FieldFault {
            field: name.clone(),
            message: format!("is no field of this call; it takes {known}"),
        });
        Err(Failure::Invalid(faults.collect()))
    }
}

/// A file of a form, with its sender.
pub struct SentFile {
    /// Who.
    pub sender: Sender,
    /// What is said of it.
    pub fields: Fields,
    /// Its name and bytes; none where none was sent.
    pub file: Option<(String, Vec<u8>)>,
}

impl FromRequest<App> for SentFile {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (sender, request) = sent_by(request, app).await?;
        // Nothing is read of a file before it is known that its sender may send some.
        sender.acting()?;
        let (fields, file) = in_a_form(request, app, LARGEST, IN_A_FORM).await?;
        Ok(Self {
            sender,
            fields,
            file,
        })
    }
}

/// The same of a list that is to be taken in, which may be larger, and may come as it
/// is, with what is said of it in the address.
pub struct SentList(pub SentFile);

impl FromRequest<App> for SentList {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (sender, request) = sent_by(request, app).await?;
        sender.importing()?;
        let kind = text(request.headers(), header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let is_form = kind.eq_ignore_ascii_case("multipart/form-data");
        if !is_form && !ALONE.iter().any(|one| kind.eq_ignore_ascii_case(one)) {
            return Err(Failure::NoFile(EITHER_WAY));
        }
        let (fields, file) = match is_form {
            true => in_a_form(request, app, LARGEST_LIST, EITHER_WAY).await?,
            false => {
                let fields = Fields::read(request.uri().query().unwrap_or_default())?;
                let name = fields.last("name").unwrap_or_default().to_owned();
                let bytes = bare(request, LARGEST_LIST).await?;
                (fields, (!bytes.is_empty()).then_some((name, bytes)))
            }
        };
        Ok(Self(SentFile {
            sender,
            fields,
            file,
        }))
    }
}

/// The fields and the file of a form, each part by a name that the call knows.
async fn in_a_form(
    request: Request,
    app: &App,
    largest: usize,
    how: &'static str,
) -> Result<Read, Failure> {
    let takes = request.extensions().get::<Takes>().cloned();
    let read = read_named(request, app, (LONGEST, largest)).await;
    let (read, names) = read.map_err(|failure| as_file(failure, how))?;
    takes.map_or(Ok(()), |takes| takes.check(&names))?;
    Ok(read)
}

fn as_file(failure: Failure, how: &'static str) -> Failure {
    match failure {
        Failure::NoForm => Failure::NoFile(how),
        other => other,
    }
}

async fn sent_by(request: Request, app: &App) -> Result<(Sender, Request), Failure> {
    let (mut parts, body) = request.into_parts();
    let sender = Sender::from_request_parts(&mut parts, app).await?;
    Ok((sender, Request::from_parts(parts, body)))
}

/// The bytes of a request: of a longer one a byte more than may be, and no end is read.
async fn bare(request: Request, largest: usize) -> Result<Vec<u8>, Failure> {
    let mut pieces = request.into_body().into_data_stream();
    let (mut kept, mut seen) = (Vec::new(), 0_usize);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Failure::TooLarge(largest))?;
        seen = seen.saturating_add(piece.len());
        if seen > MOST_BYTES {
            return Err(Failure::TooLarge(largest));
        }
        let room = (largest + 1).saturating_sub(kept.len());
        kept.extend(piece.iter().take(room));
    }
    Ok(kept)
}
