//! Documents of offerings: taken in by what they are, kept by the hash of their
//! bytes, given out to who may see their offering.

pub mod kept;
mod kinds;
mod zip;

pub use kinds::{Kind, LARGEST};

use crate::{
    Error, Portal,
    desk::drafts::{Save, Saved},
};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    details::{Document, DocumentPlace},
    diligence::Proof,
    editing::Part,
    offering::Status,
    policy::{self, Action, Actor, Role},
};
use interlocal_store::NewDocument;
use sha2::{Digest, Sha256};

/// A file that somebody sent.
pub struct Upload {
    /// The version of the draft that was opened.
    pub version: i32,
    /// What it is.
    pub title: String,
    /// Who holds the official copy; empty where the body itself does.
    pub held_by: String,
    /// What it shows a procurement file.
    pub proves: Vec<Proof>,
    /// What its sender calls it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A document with its bytes.
pub struct Opened {
    /// The name to save it under.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Portal {
    /// Adds a document to a draft. What it is is read from its bytes, never from its
    /// name. The bytes are kept first: those that no row names are never given out.
    pub async fn add_document(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        upload: Upload,
    ) -> Result<Saved, Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        if upload.title.trim().is_empty() {
            return Err(Error::field("title", "say what the document is"));
        }
        let kind =
            Kind::of(&upload.bytes, &upload.name).map_err(|why| Error::field("file", why))?;
        let listing = self.desk_listing(actor, body, slug).await?;
        let name = kind.name(&upload.name);
        let sha256 = hex(&Sha256::digest(&upload.bytes));
        let size = upload.bytes.len() as u64;
        let shelf = self.outside.documents.clone();
        let (key, bytes) = (sha256.clone(), upload.bytes);
        tokio::task::spawn_blocking(move || shelf.put(&key, &bytes))
            .await
            .map_err(|e| Error::Internal(e.to_string()))?
            .map_err(|e| Error::Unavailable(format!("documents: {e}")))?;
        let tx = self.store.begin().await?;
        let new = NewDocument {
            offering: listing.offering.id,
            sha256: &sha256,
            name: &name,
            media: kind.media(),
            size,
            by: actor.person().map(|person| person.id),
        };
        let id = tx.add_document(&new, self.clock.now()).await?;
        let mut content = listing.draft.content.clone();
        content.details.documents.push(Document {
            title: upload.title.trim().to_owned(),
            held_by: upload.held_by.trim().to_owned(),
            proves: upload.proves,
            place: DocumentPlace::Kept {
                id,
                name,
                media: kind.media().to_owned(),
                size,
                sha256,
                on: self.today(),
            },
        });
        let save = Save {
            version: upload.version,
            part: Part::Documents,
            content,
            unread: listing.draft.unread.clone(),
            publish_on: listing.draft.publish_on,
        };
        let saved = self.save_draft_in(&tx, actor, (body, slug), save).await?;
        if matches!(saved, Saved::Kept) {
            self.write_down(&tx, actor, body, slug, "upload", upload.title.trim())
                .await?;
            tx.commit().await?;
        }
        Ok(saved)
    }

    /// A document with its bytes: of a published edition for who may see it, and of
    /// any draft for people of its body. Anything else is not found.
    pub async fn open_document(&self, actor: &Actor, id: i32) -> Result<Opened, Error> {
        let document = self.store.document(id).await?.ok_or(Error::NotFound)?;
        let offering = self.store.offering_by_row(document.offering).await?;
        let offering = offering.ok_or(Error::NotFound)?;
        let of_the_body = policy::may(actor, Action::SeeDesk(&offering.provider));
        let up = matches!(offering.status, Status::Published | Status::Expired);
        let named = |place: &DocumentPlace| matches!(place, DocumentPlace::Kept { id: kept, .. } if *kept == id);
        let public = up && {
            let history = self.history_for(actor, offering.id).await?;
            let shown = self.view(actor).offering(offering.id).is_some();
            shown
                && history.iter().any(|edition| {
                    let documents = &edition.content.details.documents;
                    documents.iter().any(|document| named(&document.place))
                })
        };
        if !public && !of_the_body {
            return Err(Error::NotFound);
        }
        let shelf = self.outside.documents.clone();
        let key = document.sha256.clone();
        let bytes = tokio::task::spawn_blocking(move || shelf.get(&key))
            .await
            .map_err(|e| Error::Internal(e.to_string()))?
            .map_err(|e| Error::Unavailable(format!("document {id}: {e}")))?;
        Ok(Opened {
            name: document.name,
            media: document.media,
            bytes,
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
