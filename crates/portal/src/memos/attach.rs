//! What is attached to a memo: links, and documents kept by the hash of their bytes.

use super::{Entered, read::MemoRead};
use crate::{
    Error, FieldFault, Portal,
    documents::{Kind, Opened},
};
use interlocal_catalog::{memo::FrozenFile, policy::Actor};
use interlocal_store::{Attachment, Deed};
use sha2::{Digest, Sha256};

/// Attachments that a memo may have.
const MOST: usize = 20;
/// Letters that a title may have.
const LONGEST_TITLE: usize = 200;

/// What is to be attached.
#[derive(Clone, Debug)]
pub struct Attach {
    /// What it is.
    pub title: String,
    /// Where it is, for a link.
    pub url: String,
    /// Name and bytes, for a document.
    pub file: Option<(String, Vec<u8>)>,
}

impl Portal {
    /// Attaches a link or a document to a memo.
    pub async fn attach_to_memo(
        &self,
        actor: &Actor,
        id: i32,
        attach: Attach,
    ) -> Result<(), Error> {
        let Entered { body, .. } = self.enter_draft(actor, id).await?;
        let title = attach.title.trim();
        let url = attach.url.trim();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: &str| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message: message.to_owned(),
            });
        };
        if title.is_empty() || title.chars().count() > LONGEST_TITLE {
            fault(
                "attachment_title",
                "Say what it is, in 200 letters or fewer",
            );
        }
        let is_link = url.starts_with("https://") || url.starts_with("http://");
        if !url.is_empty() && (!is_link || url.contains(char::is_whitespace)) {
            fault("url", "Write an address that begins with https://");
        }
        if url.is_empty() == attach.file.is_none() {
            fault("url", "Give an address, or choose a file");
        }
        if self.store.attachments_of(id).await?.len() >= MOST {
            fault("attachment_title", "A memo has 20 attachments at most");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let file = match attach.file {
            Some((name, bytes)) => Some(self.keep_file(&name, bytes).await?),
            None => None,
        };
        let attachment = Attachment {
            id: 0,
            title: title.to_owned(),
            url: url.to_owned(),
            file,
        };
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let by = actor.person().map(|person| person.id);
        tx.attach_to_memo(id, &attachment, by, at).await?;
        let deed = Deed {
            action: "attach_to_memo",
            subject: &id.to_string(),
            reason: title,
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Takes an attachment of a draft away.
    pub async fn detach_from_memo(
        &self,
        actor: &Actor,
        id: i32,
        attachment: i32,
    ) -> Result<(), Error> {
        let Entered { body, .. } = self.enter_draft(actor, id).await?;
        let tx = self.store.begin().await?;
        if !tx.detach_from_memo(id, attachment).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "detach_from_memo",
            subject: &id.to_string(),
            reason: "",
            body: Some(&body.id),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// A document of a memo that somebody reads, by its place among the attachments.
    pub async fn open_attachment(&self, memo: &MemoRead, place: usize) -> Result<Opened, Error> {
        let found = place.checked_sub(1).and_then(|at| memo.attachments.get(at));
        let file = found.and_then(|found| found.file.as_ref());
        let file = file.ok_or(Error::NotFound)?;
        let shelf = self.outside.documents.clone();
        let key = file.sha256.clone();
        let bytes = tokio::task::spawn_blocking(move || shelf.get(&key))
            .await
            .map_err(|e| Error::Internal(e.to_string()))?
            .map_err(|e| Error::Unavailable(format!("attachment of memo {}: {e}", memo.row.id)))?;
        Ok(Opened {
            name: file.name.clone(),
            media: file.media.clone(),
            bytes,
        })
    }

    /// Keeps the bytes of a file; what it is is read from them, never from its name.
    async fn keep_file(&self, sent: &str, bytes: Vec<u8>) -> Result<FrozenFile, Error> {
        let kind = Kind::of(&bytes, sent).map_err(|why| Error::field("file", why))?;
        let sha256: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let file = FrozenFile {
            name: kind.name(sent),
            media: kind.media().to_owned(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256: sha256.clone(),
        };
        let shelf = self.outside.documents.clone();
        tokio::task::spawn_blocking(move || shelf.put(&sha256, &bytes))
            .await
            .map_err(|e| Error::Internal(e.to_string()))?
            .map_err(|e| Error::Unavailable(format!("documents: {e}")))?;
        Ok(file)
    }
}
