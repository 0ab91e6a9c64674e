//! A form with a file: whose it is, that it came from a page of this portal, and
//! no more of it than is borne.

use super::{
    Fields,
    posted::{carries_token, comes_from_here},
};
use crate::{App, error::Failure, page::visit::Visit};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use interlocal_portal::documents::LARGEST;

/// Fields of such a form at most.
const MOST_FIELDS: usize = 12;
/// Bytes of a field that is no file.
const LONGEST: usize = 2_000;

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
                Some(_) if bytes.len() > LARGEST => return Err(Failure::TooLarge),
                Some(sent_name) if !bytes.is_empty() => file = Some((sent_name, bytes.to_vec())),
                Some(_) => {}
                None if bytes.len() > LONGEST => return Err(Failure::TooLarge),
                None => fields.push(&name, &String::from_utf8_lossy(&bytes)),
            }
        }
        carries_token(&visit, &fields)?;
        Ok(Self {
            visit,
            fields,
            file,
        })
    }
}
