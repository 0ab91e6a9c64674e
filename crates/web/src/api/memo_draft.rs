//! Writing a memo: `/api/v1/memos`, its words, its options, what people say of it, and its
//! end as a draft.

use super::{
    document::call::{Call, Group},
    memos::{WholeMemo, own},
};
use crate::{
    error::Failure,
    form::{
        path::Named,
        sent::{
            Sender, Sent,
            memo::{SentApprovalOfMemo, SentMemo, SentMemoWords},
            weighing::SentOffering,
        },
    },
    page::visit::Visit,
};
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId, PlaceId,
    eligibility::Verdict,
    memo::{ConsiderKind, MemoDraft},
    policy::Actor,
};
use interlocal_portal::memos::{approve::Say, begin::NewMemo, edit::OptionChange, read::MemoRead};
use schemars::JsonSchema;
use serde::Serialize;

const ONE: &str = "/api/v1/memos/{id}";
const OPTION: &str = "/api/v1/memos/{id}/options/{slug}";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/memos", "beginMemo")
            .told(Group::Deciding, "Begin a decision memo", "")
            .writing()
            .takes::<SentMemo>(
                r#"{"body": "center-for-internet-security", "for": "county-17031", "title": "Backup", "offerings": ["buyboard"]}"#,
            )
            .or(404, "There is no such body, or you do not belong to it")
            .makes::<WholeMemo>(),
        Call::put(ONE, "writeMemo")
            .told(
                Group::Deciding,
                "Write what a memo says",
                "The whole of it, in the place of what it said; an option that is not named \
                 stays as it is.",
            )
            .writing()
            .for_version()
            .takes::<SentMemoWords>(
                r#"{"title": "Backup", "need": "Two copies away from the building", "years": 3, "quantities": {"tb": "40"}}"#,
            )
            .gives::<WholeMemo>(),
        Call::post("/api/v1/memos/{id}/options", "addOption")
            .told(
                Group::Deciding,
                "Add an option, at the edition that stands now",
                "",
            )
            .writing()
            .for_version()
            .takes::<SentOffering>(r#"{"offering": "buyboard"}"#)
            .gives::<WholeMemo>(),
        Call::delete(OPTION, "removeOption")
            .told(Group::Deciding, "Take an option out of a memo", "")
            .writing()
            .for_version(),
        Call::post("/api/v1/memos/{id}/options/{slug}/renew", "renewOption")
            .told(
                Group::Deciding,
                "Rely on the edition of an option that stands now",
                "",
            )
            .writing()
            .for_version()
            .gives::<WholeMemo>(),
        Call::post("/api/v1/memos/{id}/approvals", "approveMemo")
            .told(
                Group::Deciding,
                "Approve a memo, or decline it, under your own name",
                "In the place of what you said before.",
            )
            .writing()
            .for_version()
            .takes::<SentApprovalOfMemo>(r#"{"decision": "approved", "name": "Ada Byron"}"#)
            .gives::<WholeMemo>(),
        Call::post("/api/v1/memos/{id}/freeze", "freezeMemo")
            .told(
                Group::Deciding,
                "Freeze a memo for good, under the hash of what it says",
                "What is missing comes back as faults; “missing” of its draft says so before.",
            )
            .writing()
            .for_version()
            .gives::<WholeMemo>(),
        Call::delete(ONE, "discardMemo")
            .told(Group::Deciding, "Discard the draft of a memo", "")
            .writing()
            .for_version(),
    ]
}

/// A memo that is being written, as it was typed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DraftOfMemo")]
pub struct DraftOfMemo {
    /// Its version; If-Match names it.
    version: i32,
    /// What was written.
    words: MemoDraft,
    /// What is attached, with the numbers by which it is taken away.
    attachments: Vec<AttachmentShown>,
    /// What its state makes one consider, with the numbers by which that is answered.
    rules: Vec<RuleShown>,
    /// What still keeps it from being frozen.
    missing: Vec<MissingWords>,
}

/// Something that is attached.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Attachment")]
pub struct AttachmentShown {
    /// Its number.
    id: i32,
    /// What it is.
    title: String,
    /// Where it is, for a link; else empty.
    url: String,
    /// The name of its file; null for a link.
    file: Option<String>,
}

/// What a state makes one consider.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RuleToConsider")]
pub struct RuleShown {
    /// Its number.
    id: i32,
    /// What is to be considered.
    kind: ConsiderKind,
    /// Its name.
    name: String,
}

/// What keeps a memo from being frozen.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MissingFromMemo")]
pub struct MissingWords {
    /// Where.
    field: String,
    /// What to do.
    message: String,
}

/// A memo as it is written.
pub async fn draft(visit: &Visit, read: &MemoRead) -> Result<DraftOfMemo, Failure> {
    let portal = &visit.app.portal;
    let missing = portal
        .unfinished_memo(&visit.acting()?, read.row.id)
        .await?;
    let attachments = read.attachments.iter().map(|one| AttachmentShown {
        id: one.id,
        title: one.title.clone(),
        url: one.url.clone(),
        file: one.file.as_ref().map(|file| file.name.clone()),
    });
    let rules = read.rules.iter().map(|rule| RuleShown {
        id: rule.id,
        kind: rule.kind,
        name: rule.name.clone(),
    });
    let missing = missing.into_iter().map(|fault| MissingWords {
        field: fault.field,
        message: fault.message,
    });
    Ok(DraftOfMemo {
        version: read.row.version,
        words: read.row.draft.clone(),
        attachments: attachments.collect(),
        rules: rules.collect(),
        missing: missing.collect(),
    })
}

/// The number of a memo in an address.
pub fn number(text: &str) -> Result<i32, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The number of the memo, and the version for which the request was made, which stands.
async fn at_version(
    visit: &Visit,
    actor: &Actor,
    id: &str,
    sender: &Sender,
) -> Result<(i32, i32), Failure> {
    let id = number(id)?;
    let read = visit.app.portal.read_memo(actor, id).await?;
    sender.made_for(read.row.version)?;
    Ok((id, read.row.version))
}

/// Begins one.
pub async fn begin(mut visit: Visit, sent: Sent<SentMemo>) -> Result<Response, Failure> {
    visit.forget_cookies()?;
    let actor = sent.sender.acting()?;
    let said = sent.read()?;
    let new = NewMemo {
        body: said.body,
        government: said.place,
        title: said.title,
        need: said.need,
        options: said.offerings,
        size: Default::default(),
    };
    let id = visit.app.portal.begin_memo(&actor, new).await?;
    let place = [(header::LOCATION, format!("/api/v1/memos/{id}"))];
    let shown = own(&visit, id).await?;
    Ok((StatusCode::CREATED, place, shown).into_response())
}

/// Writes what it says.
pub async fn write(
    Named(id): Named,
    visit: Visit,
    sent: Sent<SentMemoWords>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    let (id, version) = at_version(&visit, &actor, &id, &sent.sender).await?;
    let words = sent.read()?.words(version).map_err(Failure::Invalid)?;
    visit.app.portal.write_memo(&actor, id, words).await?;
    Ok(own(&visit, id).await?.into_response())
}

/// Adds an option.
pub async fn add_option(
    Named(id): Named,
    visit: Visit,
    sent: Sent<SentOffering>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    let at = at_version(&visit, &actor, &id, &sent.sender).await?;
    let slug = sent.read()?.offering;
    let portal = &visit.app.portal;
    portal
        .change_option(&actor, at, &slug, OptionChange::Add)
        .await?;
    Ok(own(&visit, at.0).await?.into_response())
}

type OptionPath = Path<(String, OfferingId)>;

/// Takes an option out.
pub async fn remove_option(
    Path((id, slug)): OptionPath,
    visit: Visit,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let at = at_version(&visit, &actor, &id, &sender).await?;
    let portal = &visit.app.portal;
    portal
        .change_option(&actor, at, &slug, OptionChange::Remove)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Relies on its present edition.
pub async fn renew_option(
    Path((id, slug)): OptionPath,
    visit: Visit,
    sender: Sender,
) -> Result<Response, Failure> {
    let actor = sender.acting()?;
    let at = at_version(&visit, &actor, &id, &sender).await?;
    let portal = &visit.app.portal;
    portal
        .change_option(&actor, at, &slug, OptionChange::Renew)
        .await?;
    Ok(own(&visit, at.0).await?.into_response())
}

/// Approves or declines.
pub async fn approve(
    Named(id): Named,
    visit: Visit,
    sent: Sent<SentApprovalOfMemo>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    let (id, version) = at_version(&visit, &actor, &id, &sent.sender).await?;
    let said = sent.read()?;
    let say = Say {
        version,
        name: said.name,
        decision: said.decision,
        comment: said.comment,
    };
    visit.app.portal.approve_memo(&actor, id, say).await?;
    Ok(own(&visit, id).await?.into_response())
}

/// Freezes it.
pub async fn freeze(Named(id): Named, visit: Visit, sender: Sender) -> Result<Response, Failure> {
    let actor = sender.acting()?;
    let at = at_version(&visit, &actor, &id, &sender).await?;
    let tell = |place: &PlaceId, verdict: &Verdict| visit.links_told(place, verdict);
    visit.app.portal.freeze_memo(&actor, at, &tell).await?;
    Ok(own(&visit, at.0).await?.into_response())
}

/// Discards it.
pub async fn discard(
    Named(id): Named,
    visit: Visit,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let (id, version) = at_version(&visit, &actor, &id, &sender).await?;
    visit.app.portal.discard_memo(&actor, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}
