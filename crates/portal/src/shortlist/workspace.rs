//! Workspaces: a body's options with what its people think of them.

use super::own::LONGEST_NOTE;
use crate::{Error, FieldFault, Judged, Portal, Snapshot, desk::allowed::allow, gate};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    organization::Organization,
    policy::{Action, Actor},
    weighing::MOST_SHORTLISTED,
};
use interlocal_store::{Deed, Voice, WorkspaceItem, WorkspaceRow};
use std::sync::Arc;

/// Letters that a title may have.
const LONGEST_TITLE: usize = 200;

/// A workspace with everything that its page shows.
pub struct WorkspaceRead {
    /// The workspace.
    pub row: WorkspaceRow,
    /// The body whose it is.
    pub body: Organization,
    /// Its options with what is said of them.
    pub items: Vec<ItemRead>,
    /// The secret of its link; told to people of the body alone.
    pub link: Option<String>,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// An option of a workspace.
pub struct ItemRead {
    /// As it is kept.
    pub item: WorkspaceItem,
    /// The offering with the verdict for the body's own government.
    pub judged: Judged,
    /// What was said of it, in order.
    pub voices: Vec<Voice>,
}

impl Portal {
    /// The workspaces of the bodies that somebody belongs to.
    pub async fn own_workspaces(&self, actor: &Actor) -> Result<Vec<WorkspaceRow>, Error> {
        if actor.person().is_none() {
            return Ok(Vec::new());
        }
        Ok(self.store.workspaces_of(&self.bodies_of(actor)).await?)
    }

    /// Begins a workspace with options; gives its number.
    pub async fn begin_workspace(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        title: &str,
        options: &[OfferingId],
    ) -> Result<i32, Error> {
        allow(actor, Action::Decide(body))?;
        let snapshot = self.view(actor);
        let organization = snapshot.directory.organization(body);
        let body = organization.ok_or(Error::NotFound)?.id.clone();
        let title = title.trim();
        if title.is_empty() || title.chars().count() > LONGEST_TITLE {
            return Err(Error::field(
                "title",
                "Say what is weighed, in 200 letters or fewer",
            ));
        }
        let at = self.clock.now();
        let by = actor.person().map(|person| person.id);
        let stars = match by {
            Some(person) => self.store.shortlist_of(person).await?,
            None => Vec::new(),
        };
        let tx = self.store.begin().await?;
        let id = tx.add_workspace(&body, title, by, at).await?;
        let found = options
            .iter()
            .filter_map(|slug| snapshot.shelf.by_slug(slug));
        for found in found.take(MOST_SHORTLISTED) {
            let star = stars.iter().find(|star| star.offering == found.id);
            let note = star.map_or("", |star| star.note.as_str());
            tx.add_to_workspace(id, found.id, note, at).await?;
        }
        let deed = Deed {
            action: "begin_workspace",
            subject: &id.to_string(),
            reason: title,
            body: Some(&body),
        };
        tx.audit(at, actor, &deed).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// A workspace for people of its body.
    pub async fn read_workspace(&self, actor: &Actor, id: i32) -> Result<WorkspaceRead, Error> {
        let (row, body) = self.look_at_workspace(actor, id).await?;
        let link = self.store.link_of_workspace(id).await?;
        self.workspace_read(actor, row, body, link).await
    }

    /// A workspace for whoever shows the secret of its link, without what they may
    /// not see.
    pub async fn read_shared_workspace(
        &self,
        actor: &Actor,
        secret: &str,
    ) -> Result<WorkspaceRead, Error> {
        let row = self.store.workspace_behind(secret).await?;
        let row = row.ok_or(Error::NotFound)?;
        let body = self.whole().directory.organization(&row.body).cloned();
        let body = body.ok_or(Error::NotFound)?;
        self.workspace_read(actor, row, body, None).await
    }

    async fn workspace_read(
        &self,
        actor: &Actor,
        row: WorkspaceRow,
        body: Organization,
        link: Option<String>,
    ) -> Result<WorkspaceRead, Error> {
        let snapshot = self.view(actor);
        let mut items = self.store.workspace_items(row.id).await?;
        items.retain(|item| snapshot.shelf.get(item.offering).is_some());
        let offerings: Vec<Arc<crate::Shelved>> = items
            .iter()
            .filter_map(|item| snapshot.shelf.get(item.offering).cloned())
            .collect();
        let ids: Vec<i32> = items.iter().map(|item| item.id).collect();
        let voices = self.store.voices_on(&ids).await?;
        let judged = self.judged(&snapshot, &offerings, body.of.as_ref()).await?;
        let items = judged
            .into_iter()
            .filter_map(|judged| {
                let item = items
                    .iter()
                    .find(|item| item.offering == judged.shelved.id)?;
                let said = voices.iter().filter(|voice| voice.item == item.id);
                Some(ItemRead {
                    voices: said.cloned().collect(),
                    item: item.clone(),
                    judged,
                })
            })
            .collect();
        Ok(WorkspaceRead {
            row,
            body,
            items,
            link,
            snapshot,
        })
    }

    /// Adds options to a workspace.
    pub async fn add_to_workspace(
        &self,
        actor: &Actor,
        id: i32,
        slugs: &[OfferingId],
    ) -> Result<(), Error> {
        let (_, body) = self.enter_workspace(actor, id).await?;
        let snapshot = self.view(actor);
        let held = self.store.workspace_items(id).await?.len();
        if held + slugs.len() > MOST_SHORTLISTED {
            let message = format!("A workspace holds {MOST_SHORTLISTED} offerings at most");
            return Err(Error::field("slug", message));
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        for slug in slugs {
            let found = snapshot.shelf.by_slug(slug).ok_or_else(|| {
                Error::field(
                    "slug",
                    "No offering has these words in its title; write others, or its address",
                )
            })?;
            tx.add_to_workspace(id, found.id, "", at).await?;
            let deed = Deed {
                action: "add_to_workspace",
                subject: &id.to_string(),
                reason: found.slug.as_str(),
                body: Some(&body.id),
            };
            tx.audit(at, actor, &deed).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Takes an option out with everything said of it.
    pub async fn take_from_workspace(
        &self,
        actor: &Actor,
        id: i32,
        item: i32,
    ) -> Result<(), Error> {
        let (_, body) = self.enter_workspace(actor, id).await?;
        let tx = self.store.begin().await?;
        if !tx.take_from_workspace(id, item).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "take_from_workspace",
            subject: &id.to_string(),
            reason: "",
            body: Some(&body.id),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps the body's words on an option.
    pub async fn note_in_workspace(
        &self,
        actor: &Actor,
        id: i32,
        item: i32,
        note: &str,
    ) -> Result<(), Error> {
        self.enter_workspace(actor, id).await?;
        if note.chars().count() > LONGEST_NOTE {
            return Err(Error::Invalid(vec![FieldFault {
                field: format!("note-{item}"),
                message: format!("Say it in {LONGEST_NOTE} letters or fewer"),
            }]));
        }
        let tx = self.store.begin().await?;
        if !tx.note_in_workspace(id, item, note.trim()).await? {
            return Err(Error::NotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Takes a workspace away with everything in it.
    pub async fn discard_workspace(&self, actor: &Actor, id: i32) -> Result<(), Error> {
        let (row, body) = self.enter_workspace(actor, id).await?;
        let tx = self.store.begin().await?;
        tx.discard_workspace(id).await?;
        let deed = Deed {
            action: "discard_workspace",
            subject: &id.to_string(),
            reason: &row.title,
            body: Some(&body.id),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// A workspace for somebody of its body who does something with it.
    pub(crate) async fn enter_workspace(
        &self,
        actor: &Actor,
        id: i32,
    ) -> Result<(WorkspaceRow, Organization), Error> {
        let (row, body) = self.look_at_workspace(actor, id).await?;
        allow(actor, Action::Decide(&body.id))?;
        Ok((row, body))
    }

    /// A workspace that people of its body look at; to everybody else it is not there.
    async fn look_at_workspace(
        &self,
        actor: &Actor,
        id: i32,
    ) -> Result<(WorkspaceRow, Organization), Error> {
        if *actor == Actor::Anonymous {
            return Err(Error::SignInFirst);
        }
        let row = self.store.workspace(id).await?.ok_or(Error::NotFound)?;
        let snapshot = self.whole();
        let body = snapshot.directory.organization(&row.body);
        let body = body.ok_or(Error::NotFound)?.clone();
        allow(actor, Action::SeeDesk(&body.id))?;
        Ok((row, body))
    }

    /// The bodies for which somebody may decide, by name.
    pub fn own_bodies(&self, actor: &Actor) -> Result<Vec<Organization>, Error> {
        gate::person(actor)?;
        let snapshot = self.whole();
        let bodies = self.bodies_of(actor);
        let mut own: Vec<Organization> = bodies
            .iter()
            .filter_map(|body| snapshot.directory.organization(body).cloned())
            .collect();
        own.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        own.dedup_by(|a, b| a.id == b.id);
        Ok(own)
    }
}
