//! `/desk/{body}/offerings/{slug}/documents` and `/documents/{id}/{name}`

use super::{ListingPath, edit, named, to, version};
use crate::{
    App,
    error::Failure,
    form::{Faults, desk::proves, upload::Uploaded},
    signed_in::Caller,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::policy::Role;
use interlocal_portal::{
    Error, FieldFault,
    desk::drafts::Saved,
    documents::{Opened, Upload},
};

/// A document can neither run nor load anything where it is shown.
const POLICY: &str = "default-src 'none'; sandbox";

/// Adds a file to a draft.
pub async fn add(Path(path): ListingPath, uploaded: Uploaded) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let Uploaded {
        visit,
        fields,
        file,
    } = uploaded;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal.desk_door(&actor, &body, Role::Editor)?;
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let mut faults = Faults::default();
    let shows = proves(&fields, "file_proves", &mut faults);
    let added = match file {
        _ if !faults.is_empty() => Err(Error::Invalid(faults.all())),
        Some((name, bytes)) => {
            let upload = Upload {
                version: version(&fields)?,
                title: text("file_title"),
                held_by: text("file_held_by"),
                proves: shows,
                name,
                bytes,
            };
            portal.add_document(&actor, &body, &slug, upload).await
        }
        None => Err(Error::field("file", "choose a file")),
    };
    match added {
        Ok(Saved::Kept) => Ok(to(&format!("/desk/{body}/offerings/{slug}/edit/documents"))),
        Ok(Saved::Conflict(_)) => {
            let wrong = [FieldFault {
                field: "file".to_owned(),
                message: "was not added: somebody else has saved this draft meanwhile; choose it \
                          again"
                    .to_owned(),
            }];
            edit::documents_page(&visit, (&body, &slug), &fields, &wrong).await
        }
        Err(Error::Invalid(wrong)) => {
            let wrong: Vec<FieldFault> = wrong
                .into_iter()
                .map(|fault| FieldFault {
                    field: match fault.field.as_str() {
                        "title" => "file_title".to_owned(),
                        _ => fault.field,
                    },
                    message: fault.message,
                })
                .collect();
            edit::documents_page(&visit, (&body, &slug), &fields, &wrong).await
        }
        Err(other) => Err(other.into()),
    }
}

/// A document, to be saved and never shown as a page.
pub async fn open(
    State(app): State<App>,
    Path((id, _)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let actor = Caller::of(&app, &headers).await?.actor();
    let id = id.parse::<i32>().map_err(|_| Failure::NotFound)?;
    Ok(given(app.portal.open_document(&actor, id).await?))
}

/// A document with headers that let it neither run nor load anything.
pub fn given(opened: Opened) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", opened.name);
    let headers = [
        (header::CONTENT_TYPE, opened.media),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    (headers, opened.bytes).into_response()
}
