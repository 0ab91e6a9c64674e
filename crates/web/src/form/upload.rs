//! Forms with a file: whose they are, that they came from a page of this portal, and
//! no more of them than is borne.

use super::{
    Fields,
    posted::{carries_token, comes_from_here},
};
use crate::{App, arrival::Arrival, error::Failure, page::visit::Visit};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Multipart, Request, multipart::Field},
    http::header,
};
use interlocal_portal::{documents::LARGEST, importing::LARGEST as LARGEST_LIST};

/// Fields of such a form at most.
const MOST_FIELDS: usize = 20;
/// Bytes of a field that is no file.
pub const LONGEST: usize = 20_000;
/// Bytes of a form that are read at most.
pub const MOST_BYTES: usize = 100_000_000;

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
        uploaded(request, app, LARGEST).await
    }
}

/// A form with a list that is to be taken in, which may be larger.
pub struct UploadedList(pub Uploaded);

impl FromRequest<App> for UploadedList {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        Ok(Self(uploaded(request, app, LARGEST_LIST).await?))
    }
}

async fn uploaded(request: Request, app: &App, largest: usize) -> Result<Uploaded, Failure> {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, app).await?;
    let from_here = comes_from_here(app, &parts.headers)?;
    let path = parts.uri.path().to_owned();
    let arrival = parts.extensions.get::<Arrival>().cloned();
    // Nobody's file is kept before it is known who sends it.
    let known = visit.signed_in().map(|_| ());
    let largest = if known.is_ok() { largest } else { 0 };
    let request = Request::from_parts(parts, body);
    let sent = read(request, app, (LONGEST, largest)).await;
    if let (Some(arrival), Ok((fields, _))) = (arrival, &sent) {
        arrival.said(&path, fields, from_here);
    }
    known?;
    let (fields, file) = sent?;
    carries_token(&visit, &fields)?;
    Ok(Uploaded {
        visit,
        fields,
        file,
    })
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
            let (fields, file) = read(request, app, (LARGEST_SENT, LARGEST_SENT)).await?;
            let length = file.as_ref().map_or(0, |(_, bytes)| bytes.len());
            if length > LARGEST_SENT {
                return Err(Failure::TooLarge(LARGEST_SENT));
            }
            (fields, file)
        } else if is_form {
            let bytes = Bytes::from_request(request, app).await;
            let bytes = bytes.map_err(|_| Failure::TooLarge(LARGEST_SENT))?;
            (Fields::posted(&bytes), None)
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

/// The fields of a form, and the name and bytes of its file.
pub type Read = (Fields, Option<(String, Vec<u8>)>);

/// The parts of a form with a file; texts and files may be this long. Of a file that
/// is longer one byte more is kept, and the rest is read over: a browser shows no
/// answer before it has sent everything.
pub async fn read(request: Request, app: &App, sizes: (usize, usize)) -> Result<Read, Failure> {
    let (read, _) = read_named(request, app, sizes).await?;
    Ok(read)
}

/// The same, and what each part is called.
pub async fn read_named(
    request: Request,
    app: &App,
    (longest, largest): (usize, usize),
) -> Result<(Read, Vec<String>), Failure> {
    let mut form = Multipart::from_request(request, app)
        .await
        .map_err(|_| Failure::NoForm)?;
    let (mut fields, mut file, mut names) = (Fields::default(), None, Vec::new());
    let mut left = MOST_BYTES;
    for _ in 0..MOST_FIELDS {
        let next = form.next_field().await;
        let Some(field) = next.map_err(|_| Failure::TooLarge(largest))? else {
            break;
        };
        let name = field.name().unwrap_or_default().to_owned();
        let sent_name = field.file_name().map(str::to_owned);
        let most = if sent_name.is_some() {
            largest
        } else {
            longest
        };
        let bytes = bytes_of(field, most + 1, &mut left).await?;
        match sent_name {
            Some(sent_name) if !bytes.is_empty() => file = Some((sent_name, bytes)),
            Some(_) => {}
            None if bytes.len() > longest => return Err(Failure::TooLarge(longest)),
            None => fields.push(&name, &String::from_utf8_lossy(&bytes)),
        }
        names.push(name);
    }
    Ok(((fields, file), names))
}

/// The first bytes of a part; the others are counted off `left` and thrown away.
async fn bytes_of(mut field: Field<'_>, most: usize, left: &mut usize) -> Result<Vec<u8>, Failure> {
    let mut kept = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Failure::TooLarge(most))? {
        *left = left
            .checked_sub(chunk.len())
            .ok_or(Failure::TooLarge(most))?;
        let room = most.saturating_sub(kept.len());
        kept.extend(chunk.iter().take(room));
    }
    Ok(kept)
}
