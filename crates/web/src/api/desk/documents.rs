//! `/api/v1/desk/{body}/offerings/{slug}/documents`: files of a draft.

use super::{
    super::document::call::{Call, FileForm, Group},
    ListingPath,
    draft::{ListingShown, at_version, listing},
};
use crate::{
    App,
    error::Failure,
    form::{
        Faults,
        desk::proves,
        sent::{Sender, file::SentFile},
    },
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId, OrganizationId, details::DocumentPlace, editing::Part, policy::Role,
};
use interlocal_portal::{
    Error,
    desk::drafts::{Save, Saved},
    documents::Upload,
};

const FORM: FileForm = FileForm {
    fields: &[
        ("title", "What the document is", true, "Master agreement"),
        (
            "held_by",
            "Who holds the official copy; left out, the body itself",
            false,
            "",
        ),
        (
            "proves",
            "What it shows a procurement file, such as award; may stand several times",
            false,
            "award",
        ),
    ],
    file: "agreement.pdf",
    needed: true,
    bare: false,
};

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post(
            "/api/v1/desk/{body}/offerings/{slug}/documents",
            "addDocument",
        )
        .told(
            Group::Listings,
            "Add a file to a draft",
            "PDF, DOCX, XLSX, CSV, TXT, PNG or JPEG, at most 10 MB; what it is is read from \
                 its bytes. A document that lies elsewhere is named in the draft itself.",
        )
        .writing()
        .for_version()
        .takes_file(FORM)
        .gives::<ListingShown>(),
        Call::delete(
            "/api/v1/desk/{body}/offerings/{slug}/documents/{id}",
            "removeDocument",
        )
        .told(
            Group::Listings,
            "Take a file out of a draft",
            "Editions that name it keep it. Comes back with the listing.",
        )
        .writing()
        .for_version()
        .answers::<ListingShown>(),
    ]
}

/// Adds a file to a draft.
pub async fn add(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: SentFile,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sent.sender).await?;
    let text = |name: &str| sent.fields.last(name).unwrap_or_default().to_owned();
    let mut faults = Faults::default();
    let proves = proves(&sent.fields, "proves", &mut faults);
    faults.end()?;
    let Some((name, bytes)) = sent.file else {
        return Err(Error::field("file", "send a file that is not empty").into());
    };
    let upload = Upload {
        version,
        title: text("title"),
        held_by: text("held_by"),
        proves,
        name,
        bytes,
    };
    match app
        .portal
        .add_document(&actor, &body, &slug, upload)
        .await?
    {
        Saved::Kept => Ok(listing(&app, &actor, (&body, &slug)).await?.into_response()),
        Saved::Conflict(_) => Err(Failure::Changed),
    }
}

/// Takes a file out of a draft.
pub async fn remove(
    State(app): State<App>,
    Path((body, slug, id)): Path<(OrganizationId, OfferingId, i32)>,
    sender: Sender,
) -> Result<Response, Failure> {
    let actor = sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (found, version) = at_version(&app, &actor, (&body, &slug), &sender).await?;
    let mut content = found.draft.content.clone();
    let documents = &mut content.details.documents;
    let before = documents.len();
    let is_it = |place: &DocumentPlace| matches!(place, DocumentPlace::Kept { id: kept, .. } if *kept == id);
    documents.retain(|document| !is_it(&document.place));
    if documents.len() == before {
        return Err(Failure::NotFound);
    }
    let save = Save {
        version,
        part: Part::Documents,
        content,
        unread: found.draft.unread.clone(),
        publish_on: found.draft.publish_on,
    };
    match app.portal.save_draft(&actor, &body, &slug, save).await? {
        Saved::Kept => Ok(listing(&app, &actor, (&body, &slug)).await?.into_response()),
        Saved::Conflict(_) => Err(Failure::Changed),
    }
}
