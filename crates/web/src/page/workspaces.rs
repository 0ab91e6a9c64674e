//! `/workspaces/{id}` and `/workspaces/shared/{secret}`

use super::{
    after::see,
    lists::{calendar_of, taken},
    named::badge,
    refused::{outcome, see_other, shown},
    shortlist,
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Faults, Fields, named::Meant, path::Named, posted::Posted, weighing as form},
};
use axum::response::Response;
use interlocal_catalog::{OfferingId, OrganizationId};
use interlocal_pages::{
    Shell,
    components::error_summary::FieldFault,
    pages::{VoiceLine, WorkspaceLine, WorkspacePage, WorkspaceTools},
};
use interlocal_portal::{
    Error,
    shortlist::workspace::{ItemRead, WorkspaceRead},
};

/// Begins a workspace from a shortlist.
pub async fn begin(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let actor = visit.acting()?;
    let body = OrganizationId::new(fields.last("body").unwrap_or_default());
    let title = fields.last("title").unwrap_or_default();
    let options: Vec<OfferingId> = fields.all("o").into_iter().map(OfferingId::new).collect();
    let begun = visit
        .app
        .portal
        .begin_workspace(&actor, &body, title, &options);
    match outcome(begun.await)? {
        Ok(id) => Ok(see_other(&format!("/workspaces/{id}"))),
        Err(faults) => {
            let page = shortlist::page(&visit, &fields, faults).await?;
            Ok(visit.refuse(&page))
        }
    }
}

/// A workspace for people of its body.
pub async fn show(Named(id): Named, visit: Visit) -> Result<Response, Failure> {
    let page = own(&visit, number(&id)?, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// A workspace for whoever has its link.
pub async fn shared(Named(secret): Named, visit: Visit) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let read = portal
        .read_shared_workspace(&visit.actor(), &secret)
        .await?;
    let page = page(&visit, &read, None, &Fields::default());
    let path = format!("/workspaces/shared/{secret}");
    let mut shell = shell(&visit, &read, &path);
    shell.files.push(calendar_of(format!("{path}/dates.ics")));
    Ok(visit.answer(&WorkspacePage { shell, ..page }))
}

/// Adds an option, takes one out, or keeps a note on it.
pub async fn items(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let portal = &visit.app.portal;
    let (mut unread, mut meant) = (Faults::default(), Meant::new());
    let done = match form::item_change(&fields)? {
        form::ItemChange::Add => {
            let typed = visit.typed(&fields);
            let slug = typed.offering("slug", &mut unread, &mut meant);
            match unread.is_empty() {
                true => portal.add_to_workspace(&actor, id, &[slug]).await,
                false => Err(Error::Invalid(unread.all())),
            }
        }
        form::ItemChange::Remove(item) => portal.take_from_workspace(&actor, id, item).await,
        form::ItemChange::Note(item, note) => {
            portal.note_in_workspace(&actor, id, item, note).await
        }
    };
    match outcome(done)? {
        Ok(()) => Ok(see(&format!("/workspaces/{id}"), "saved")),
        Err(faults) => {
            let mut page = own(&visit, id, &fields, faults).await?;
            if let Some(tools) = &mut page.tools {
                tools.meant = meant;
            }
            Ok(visit.refuse(&page))
        }
    }
}

/// Says what somebody thinks of an option.
pub async fn say(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let faults = match form::opinion(&fields) {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok((item, opinion, comment)) => {
            let portal = &visit.app.portal;
            let said = portal.say_in_workspace(&actor, (id, item), opinion, comment);
            match outcome(said.await)? {
                Ok(()) => return Ok(see(&format!("/workspaces/{id}"), "saved")),
                Err(faults) => faults,
            }
        }
    };
    Ok(visit.refuse(&own(&visit, id, &fields, faults).await?))
}

/// Makes a link, or takes it back.
pub async fn link(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let open = crate::form::memo::link(&fields)?;
    visit.app.portal.link_workspace(&actor, id, open).await?;
    Ok(see(&format!("/workspaces/{id}"), "saved"))
}

/// Discards a workspace.
pub async fn discard(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let (actor, id) = (visit.acting()?, number(&id)?);
    visit.app.portal.discard_workspace(&actor, id).await?;
    Ok(see_other("/shortlist"))
}

fn number(text: &str) -> Result<i32, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

async fn own(
    visit: &Visit,
    id: i32,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<WorkspacePage, Failure> {
    let read = visit
        .app
        .portal
        .read_workspace(&visit.acting()?, id)
        .await?;
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/workspaces/shared/{secret}"))
    });
    let tools = WorkspaceTools {
        link,
        slug: typed.last("slug").unwrap_or_default().to_owned(),
        meant: Vec::new(),
    };
    Ok(WorkspacePage {
        shell: shell(visit, &read, &format!("/workspaces/{id}")),
        faults,
        done: visit.done(),
        ..page(visit, &read, Some(tools), typed)
    })
}

fn shell(visit: &Visit, read: &WorkspaceRead, path: &str) -> Shell {
    let twin = format!("/api/v1{path}");
    let files = match read.items.is_empty() {
        true => Vec::new(),
        false => taken(&format!("{path}/options"), "", Some(&twin)),
    };
    visit.shell_with(files, Some(twin))
}

fn page(
    visit: &Visit,
    read: &WorkspaceRead,
    tools: Option<WorkspaceTools>,
    typed: &Fields,
) -> WorkspacePage {
    let place = read.body.of.as_ref();
    let is_own = tools.is_some();
    WorkspacePage {
        shell: visit.shell(None),
        id: read.row.id,
        title: read.row.title.clone(),
        body: visit.body(&read.body.id),
        government: place.map(|place| {
            let name = visit.snapshot.directory.full_name(place);
            (place.to_string(), name)
        }),
        items: read
            .items
            .iter()
            .map(|item| line(visit, read, item, (is_own, typed)))
            .collect(),
        tools,
        done: None,
        faults: Vec::new(),
    }
}

fn line(
    visit: &Visit,
    read: &WorkspaceRead,
    item: &ItemRead,
    (is_own, typed): (bool, &Fields),
) -> WorkspaceLine {
    let content = &item.judged.edition.content;
    let id = item.item.id;
    let me = visit.caller.0.as_ref().filter(|_| is_own);
    let own = me.and_then(|me| {
        item.voices
            .iter()
            .find(|voice| voice.person == me.person.id)
    });
    let nameless = format!("somebody of {}", read.body.name);
    WorkspaceLine {
        id,
        slug: item.judged.shelved.slug.to_string(),
        title: content.title.clone(),
        provider: visit.body(&content.provider),
        verdict: item.judged.verdict.as_ref().map(badge),
        note: match typed.last(&format!("note-{id}")) {
            Some(typed) => typed.to_owned(),
            None => item.item.note.clone(),
        },
        voices: item
            .voices
            .iter()
            .map(|voice| VoiceLine {
                name: match voice.name.as_str() {
                    "" => nameless.clone(),
                    name => name.to_owned(),
                },
                opinion: voice.opinion,
                comment: voice.comment.clone(),
                on: voice.said_at.date_naive(),
            })
            .collect(),
        own: own.map(|voice| (voice.opinion, voice.comment.clone())),
    }
}
