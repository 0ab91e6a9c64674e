//! Forms with a file: whose they are, that they came from a page of this portal, and
//! no more of them than is borne.

use super::{
    Fields,
    posted::{carries_token, comes_from_here},
};
use crate::{App, error::Failure, page::visit::Visit};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Multipart, Request},
    http::header,
};
use interlocal_portal::documents::LARGEST;

/// Fields of such a form at most.
const MOST_FIELDS: usize = 12;
/// Bytes of a field that is no file.
const LONGEST: usize = 2_000;

/// Bytes of a text or file that anybody may send.
pub const LARGEST_SENT: usize = 1_000_000;

/// A form with a file that was sent.
pub struct Uploaded {
    /// Who sent it, and what a page of an answer needs.
    pub visit: Visit,
    /// Its fields.
    pub fields: Fields,
    /// The name and the bytes of its file; none where none was chosen.
    pub file: Option<(String, Vec<u8>)>,
}

impl FromRequest<App> for Uploaded {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        comes_from_here(app, &parts.headers)?;
        // Nobody's file is read before it is known who sends it.
        visit.signed_in()?;
        let request = Request::from_parts(parts, body);
        let (fields, file) = read(request, app, (LONGEST, LARGEST)).await?;
        carries_token(&visit, &fields)?;
        Ok(Self {
            visit,
            fields,
            file,
        })
    }
}

/// A form that anybody may send, with a file or a long text.
pub struct Sent {
    /// Who sent it, and what a page of an answer needs.
    pub visit: Visit,
    /// Its fields.
    pub fields: Fields,
    /// The bytes of its file; none where none was chosen.
    pub file: Option<Vec<u8>>,
}

impl FromRequest<App> for Sent {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        comes_from_here(app, &parts.headers)?;
        let kind = parts.headers.get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let has_file = kind.starts_with("multipart/form-data");
        let is_form = kind.starts_with("application/x-www-form-urlencoded");
        let request = Request::from_parts(parts, body);
        let (fields, file) = if has_file {
            read(request, app, (LARGEST_SENT, LARGEST_SENT)).await?
        } else if is_form {
            let bytes = Bytes::from_request(request, app).await;
            (Fields::posted(&bytes.map_err(|_| Failure::TooLarge)?), None)
        } else {
            return Err(Failure::NoForm);
        };
        carries_token(&visit, &fields)?;
        Ok(Self {
            visit,
            fields,
            file: file.map(|(_, bytes)| bytes),
        })
    }
}

type Read = (Fields, Option<(String, Vec<u8>)>);

/// The parts of a form with a file; texts and files may be this long.
async fn read(
    request: Request,
    app: &App,
    (longest, largest): (usize, usize),
) -> Result<Read, Failure> {
    let mut form = Multipart::from_request(request, app)
        .await
        .map_err(|_| Failure::NoForm)?;
    let (mut fields, mut file) = (Fields::default(), None);
    for _ in 0..MOST_FIELDS {
        let Some(field) = form.next_field().await.map_err(|_| Failure::TooLarge)? else {
            break;
        };
        let name = field.name().unwrap_or_default().to_owned();
        let sent_name = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| Failure::TooLarge)?;
        match sent_name {
            Some(_) if bytes.len() > largest => return Err(Failure::TooLarge),
            Some(sent_name) if !bytes.is_empty() => file = Some((sent_name, bytes.to_vec())),
            Some(_) => {}
            None if bytes.len() > longest => return Err(Failure::TooLarge),
            None => fields.push(&name, &String::from_utf8_lossy(&bytes)),
        }
    }
    Ok((fields, file))
}
