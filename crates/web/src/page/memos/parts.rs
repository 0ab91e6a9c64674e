//! What is done to a memo from its page: options, approvals, attachments, its link,
//! the adoption after it, and its end as a draft.

use super::{number, show};
use crate::{
    error::Failure,
    form::{
        Faults, Fields, memo as form, named::Meant, path::Named, posted::Posted, upload::Uploaded,
    },
    page::{
        after::see,
        refused::{outcome, see_other, shown},
        visit::Visit,
    },
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OfferingId;
use interlocal_pages::{components::error_summary::FieldFault, pages::MemoTools};
use interlocal_portal::memos::{attach::Attach, edit::OptionChange};

/// Adds an option, takes one out, or relies on its present edition.
pub async fn options(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let change = form::option_change(&fields)?;
    let at = (id, form::version(&fields)?);
    let (mut unread, mut meant) = (Faults::default(), Meant::new());
    let slug = match change {
        OptionChange::Add => visit
            .typed(&fields)
            .offering("slug", &mut unread, &mut meant),
        _ => OfferingId::new(fields.last("slug").unwrap_or_default()),
    };
    let faults = if unread.is_empty() {
        let done = visit.app.portal.change_option(&actor, at, &slug, change);
        match outcome(done.await)? {
            Ok(()) => return Ok(see(&format!("/memos/{id}"), "saved")),
            Err(faults) => faults,
        }
    } else {
        shown(unread.all())
    };
    again(&visit, id, &fields, (faults, meant)).await
}

/// Approves or declines.
pub async fn approve(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let faults = match form::say(&fields) {
        Err(Failure::Invalid(faults)) => {
            // Who may not know of the memo learns nothing from their own faults.
            visit.app.portal.read_memo(&actor, id).await?;
            shown(faults)
        }
        Err(other) => return Err(other),
        Ok(say) => match outcome(visit.app.portal.approve_memo(&actor, id, say).await)? {
            Ok(()) => return Ok(see(&format!("/memos/{id}"), "saved")),
            Err(faults) => faults,
        },
    };
    again(&visit, id, &fields, (faults, Meant::new())).await
}

/// Attaches a link or a document.
pub async fn attach(Named(id): Named, uploaded: Uploaded) -> Result<Response, Failure> {
    let Uploaded {
        visit,
        fields,
        file,
    } = uploaded;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let attach = Attach {
        title: text("attachment_title"),
        url: text("url"),
        file,
    };
    match outcome(visit.app.portal.attach_to_memo(&actor, id, attach).await)? {
        Ok(()) => Ok(see(&format!("/memos/{id}"), "saved")),
        Err(faults) => again(&visit, id, &fields, (faults, Meant::new())).await,
    }
}

/// Takes an attachment away.
pub async fn detach(
    Path((id, attachment)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let portal = &visit.app.portal;
    portal
        .detach_from_memo(&actor, id, number(&attachment)?)
        .await?;
    Ok(see(&format!("/memos/{id}"), "saved"))
}

/// Discards a draft.
pub async fn discard(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let version = form::version(&fields)?;
    visit.app.portal.discard_memo(&actor, id, version).await?;
    Ok(see_other("/memos"))
}

/// Makes a link, or takes it back.
pub async fn link(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let open = form::link(&fields)?;
    visit.app.portal.link_memo(&actor, id, open).await?;
    Ok(see(&format!("/memos/{id}"), "saved"))
}

/// Records that the government uses what was chosen.
pub async fn adopt(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let slug = fields.last("slug").unwrap_or_default();
    let field = |part: &str| format!("{}-{slug}", if part == "size" { "size" } else { "since" });
    let faults = match form::adoption(&fields) {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok(used) => {
            let portal = &visit.app.portal;
            match outcome(portal.adopt_from_memo(&actor, id, used).await)? {
                Ok(()) => return Ok(see(&format!("/memos/{id}"), "recorded")),
                Err(faults) => faults,
            }
        }
    };
    let faults = faults.into_iter().map(|fault| FieldFault {
        field: field(&fault.field),
        ..fault
    });
    let faults = (faults.collect(), Meant::new());
    again(&visit, id, &fields, faults).await
}

async fn again(
    visit: &Visit,
    id: i32,
    typed: &Fields,
    (faults, meant): (Vec<FieldFault>, Meant),
) -> Result<Response, Failure> {
    let read = visit.app.portal.read_memo(&visit.acting()?, id).await?;
    let mut page = show::page(visit, &read, typed, faults).await?;
    if let MemoTools::Draft(tools) = &mut page.tools {
        tools.meant = meant;
    }
    Ok(visit.refuse(&page))
}
