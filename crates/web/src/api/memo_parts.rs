//! What belongs to a memo: attachments, its link, the adoption after it, and the check of a
//! file.

use super::{
    document::call::{Call, FileForm, Group},
    memo_draft::number,
    memos::{WholeMemo, own},
};
use crate::{
    App,
    error::Failure,
    form::{
        path::Named,
        sent::{
            Sender, Sent,
            file::SentFile,
            memo::{SentMemoFile, SentUse},
        },
    },
    page::visit::Visit,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use interlocal_catalog::memo::{Checked, FrozenMemo};
use interlocal_portal::memos::{adopt::Use, attach::Attach};
use schemars::JsonSchema;
use serde::Serialize;

const FORM: FileForm = FileForm {
    fields: &[
        ("title", "What it is", true, "Quote"),
        (
            "url",
            "Where it is, for a link in the place of a file",
            false,
            "",
        ),
    ],
    file: "quote.pdf",
    needed: false,
    bare: false,
};

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/memos/{id}/attachments", "attachToMemo")
            .told(
                Group::Deciding,
                "Attach a file or a link to a memo",
                "A file has 10 MB at most; what it is is read from its bytes.",
            )
            .writing()
            .takes_file(FORM)
            .gives::<WholeMemo>(),
        Call::delete(
            "/api/v1/memos/{id}/attachments/{attachment}",
            "detachFromMemo",
        )
        .told(Group::Deciding, "Take an attachment of a draft away", "")
        .writing(),
        Call::post("/api/v1/memos/{id}/link", "linkMemo")
            .told(
                Group::Deciding,
                "Make a link with which anybody can read a frozen memo",
                "A new one ends the one before.",
            )
            .writing()
            .gives::<WholeMemo>(),
        Call::delete("/api/v1/memos/{id}/link", "unlinkMemo")
            .told(Group::Deciding, "Take the link of a memo back", "")
            .writing(),
        Call::post("/api/v1/memos/{id}/adopt", "adoptFromMemo")
            .told(
                Group::Deciding,
                "Record that the government uses what a frozen memo chose",
                "",
            )
            .writing()
            .takes::<SentUse>(r#"{"offering": "buyboard", "since": "2026-11-22"}"#)
            .gives_nothing(),
        Call::post("/api/v1/memos/verify", "verifyMemo")
            .told(
                Group::Deciding,
                "Check the file of a frozen memo against its hash",
                "Nothing of it is kept.",
            )
            .takes::<SentMemoFile>(r#"{"text": "{}"}"#)
            .gives::<VerifiedShown>(),
    ]
}

/// What came of a check.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "VerifiedMemo")]
pub struct VerifiedShown {
    /// Whether its content is what its hash says.
    whole: bool,
    /// Whether this portal froze a memo under this hash.
    ours: bool,
    /// The hash of what it holds, as far as it is a memo.
    sha256: Option<String>,
    /// The hash that it states, where that is another.
    stated: Option<String>,
    /// What is wrong; null where it is whole.
    why: Option<String>,
    /// The memo, where it is whole.
    memo: Option<FrozenMemo>,
}

/// Attaches a link or a document.
pub async fn attach(Named(id): Named, visit: Visit, sent: SentFile) -> Result<Response, Failure> {
    let (actor, id) = (sent.sender.acting()?, number(&id)?);
    let text = |name: &str| sent.fields.last(name).unwrap_or_default().to_owned();
    let attach = Attach {
        title: text("title"),
        url: text("url"),
        file: sent.file,
    };
    visit.app.portal.attach_to_memo(&actor, id, attach).await?;
    Ok(own(&visit, id).await?.into_response())
}

/// Takes an attachment away.
pub async fn detach(
    State(app): State<App>,
    Path((id, attachment)): Path<(String, String)>,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal
        .detach_from_memo(&actor, number(&id)?, number(&attachment)?)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a link.
pub async fn link(Named(id): Named, visit: Visit, sender: Sender) -> Result<Response, Failure> {
    let (actor, id) = (sender.acting()?, number(&id)?);
    visit.app.portal.link_memo(&actor, id, true).await?;
    Ok(own(&visit, id).await?.into_response())
}

/// Takes it back.
pub async fn unlink(
    State(app): State<App>,
    Named(id): Named,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let (actor, id) = (sender.acting()?, number(&id)?);
    app.portal.link_memo(&actor, id, false).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Records that what was chosen is used.
pub async fn adopt(
    State(app): State<App>,
    Named(id): Named,
    sent: Sent<SentUse>,
) -> Result<StatusCode, Failure> {
    let (actor, id) = (sent.sender.acting()?, number(&id)?);
    app.portal.read_memo(&actor, id).await?;
    let said = sent.read()?;
    let used = Use {
        slug: said.offering,
        since: said.since,
        unit: said.unit,
    };
    app.portal.adopt_from_memo(&actor, id, used).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Checks a file.
pub async fn verify(
    State(app): State<App>,
    sent: Sent<SentMemoFile>,
) -> Result<Json<VerifiedShown>, Failure> {
    let verified = app.portal.verify_memo(&sent.read()?.text).await?;
    let refused = |why: String| VerifiedShown {
        whole: false,
        ours: verified.ours,
        sha256: None,
        stated: None,
        why: Some(why),
        memo: None,
    };
    Ok(Json(match verified.checked {
        Checked::Whole { memo, sha256 } => VerifiedShown {
            whole: true,
            ours: verified.ours,
            sha256: Some(sha256),
            stated: None,
            why: None,
            memo: Some(*memo),
        },
        Checked::Changed { stated, found } => VerifiedShown {
            sha256: Some(found),
            stated: Some(stated),
            ..refused("What it holds is not what its hash says.".to_owned())
        },
        Checked::EditionChanged { title } => refused(format!(
            "The edition of “{title}” in it is not what its own hash says."
        )),
        Checked::NoMemo(why) => refused(why),
    }))
}
