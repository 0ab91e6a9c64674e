//! Putting an event on its way, as part of the transaction in which it happens.

use super::Webhook;
use crate::{Error, Portal, accounts::secret::Secret};
use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId,
    offering::{Content, Status},
    policy::Visibility,
    question::{QuestionKey, Reply},
    webhook::EventKind,
};
use interlocal_store::{NewDelivery, OfferingRow, Tx, Withdrawal};
use serde_json::{Value, json};

/// Something that happens, and who may hear of it.
struct Happening {
    kind: EventKind,
    /// Whose it is.
    body: OrganizationId,
    /// Whether everybody may hear of it.
    is_public: bool,
    /// What is told, as pages that everybody may read say it.
    data: Value,
}

/// How an offering was retired.
pub(crate) struct Telling<'a> {
    /// Where it stands now.
    pub status: Status,
    /// When and why, and what replaces it.
    pub withdrawal: &'a Withdrawal,
}

impl Portal {
    /// Puts an event on its way to everybody who wants to hear of it and may.
    async fn happen(&self, tx: &Tx, happening: Happening) -> Result<(), Error> {
        let told = tx.webhooks().await?;
        let told: Vec<&Webhook> = told.iter().filter(|one| hears(one, &happening)).collect();
        if told.is_empty() {
            return Ok(());
        }
        let (event, kind) = (draw_event()?, happening.kind.word());
        let payload = self.payload(&event, kind, &happening.data);
        for one in told {
            let new = NewDelivery {
                webhook: one.id,
                event: &event,
                kind,
                payload: &payload,
            };
            tx.add_delivery(&new, self.clock.now()).await?;
        }
        Ok(())
    }

    /// What is sent.
    pub(super) fn payload(&self, event: &str, kind: &str, data: &Value) -> String {
        let at = self.clock.now();
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        json!({"id": event, "type": kind, "timestamp": at, "data": data}).to_string()
    }

    /// An edition was frozen.
    pub(crate) async fn happen_published(
        &self,
        tx: &Tx,
        before: &OfferingRow,
        (content, edition): (&Content, i32),
    ) -> Result<(), Error> {
        let is_public = content.visibility == Visibility::Public;
        // Whoever did not know of it hears that it is there.
        let stood = matches!(before.status, Status::Published | Status::Expired)
            && (before.visibility == Visibility::Public || !is_public);
        let kind = if stood && before.edition.is_some() {
            EventKind::Changed
        } else {
            EventKind::Published
        };
        let mut data = self.offering_data(&content.slug, &content.provider);
        data["title"] = json!(content.title);
        data["edition"] = json!(tx.edition_number(edition).await?);
        data["category"] = json!(content.category);
        self.happen(
            tx,
            Happening {
                kind,
                body: content.provider.clone(),
                is_public,
                data,
            },
        )
        .await
    }

    /// An offering was retired.
    pub(crate) async fn happen_retired(
        &self,
        tx: &Tx,
        row: &OfferingRow,
        telling: Telling<'_>,
    ) -> Result<(), Error> {
        let editions: Vec<i32> = row.edition.into_iter().collect();
        let Some(edition) = self.editions(&editions).await?.pop() else {
            return Ok(());
        };
        let withdrawal = telling.withdrawal;
        // What replaces it is named where everybody may see it.
        let successor = withdrawal.successor.as_ref().and_then(|slug| {
            let snapshot = self.snapshot();
            let found = snapshot.shelf.by_slug(slug)?;
            Some(json!({"slug": found.slug, "url": self.offering_page(&found.slug)}))
        });
        let mut data = self.offering_data(&row.slug, &row.provider);
        data["title"] = json!(edition.content.title);
        data["edition"] = json!(edition.number);
        data["category"] = json!(edition.content.category);
        data["status"] = json!(telling.status.word());
        data["on"] = json!(withdrawal.on);
        data["reason"] = json!(withdrawal.reason);
        data["successor"] = json!(successor);
        self.happen(
            tx,
            Happening {
                kind: EventKind::Retired,
                body: row.provider.clone(),
                is_public: row.visibility == Visibility::Public,
                data,
            },
        )
        .await
    }

    /// Somebody asked a body.
    pub(crate) async fn happen_asked(
        &self,
        tx: &Tx,
        (question, key): (i32, &QuestionKey),
    ) -> Result<(), Error> {
        let data = self.question_data(question, key);
        self.happen(
            tx,
            Happening {
                kind: EventKind::Asked,
                body: key.organization.clone(),
                is_public: true,
                data,
            },
        )
        .await
    }

    /// A body answered.
    pub(crate) async fn happen_answered(
        &self,
        tx: &Tx,
        (question, key): (i32, &QuestionKey),
        reply: &Reply,
    ) -> Result<(), Error> {
        let mut data = self.question_data(question, key);
        let is_public = match reply {
            Reply::StatementOfNo(_) => {
                data["answer"] = json!("no");
                true
            }
            Reply::Offering(slug) => {
                data["answer"] = json!("offering");
                data["offering"] = json!({"slug": slug, "url": self.offering_page(slug)});
                let row = tx.offering(slug).await?;
                row.is_some_and(|row| row.visibility == Visibility::Public)
            }
            Reply::Participation(id) => {
                data["answer"] = json!("participation");
                let snapshot = self.snapshot();
                let mut records = snapshot.register.records.all();
                records.any(|record| record.id == *id)
            }
        };
        self.happen(
            tx,
            Happening {
                kind: EventKind::Answered,
                body: key.organization.clone(),
                is_public,
                data,
            },
        )
        .await
    }

    fn offering_data(&self, slug: &OfferingId, provider: &OrganizationId) -> Value {
        json!({
            "slug": slug,
            "provider": provider,
            "url": self.offering_page(slug),
        })
    }

    fn offering_page(&self, slug: &OfferingId) -> String {
        self.public_url().of(&format!("/offerings/{slug}"))
    }

    /// Without who asked and what they added: that is for the body alone.
    fn question_data(&self, question: i32, key: &QuestionKey) -> Value {
        let category: &CategoryId = &key.category;
        json!({
            "question": question,
            "body": key.organization,
            "category": category,
            "kind_of_government": key.kind,
            "url": self.public_url().of(&format!("/organizations/{}", key.organization)),
        })
    }
}

/// Whether somebody wants to hear of it and may: of its own a body hears everything.
fn hears(one: &Webhook, happening: &Happening) -> bool {
    let wants = one.events.iter().any(|word| word == happening.kind.word());
    wants
        && match &one.body {
            Some(body) => *body == happening.body,
            None => happening.is_public,
        }
}

/// A new identifier of an event.
pub(super) fn draw_event() -> Result<String, Error> {
    let drawn = Secret::draw()?;
    let short = drawn.expose().get(..24).unwrap_or_default();
    Ok(format!("evt_{short}"))
}
