//! Asking a body “do you offer this to us?”: anybody may, on behalf of a government.

use crate::{
    Error, Portal, Snapshot, accounts::throttle::SPEAK_FROM, answer_sheet::own_cio, shelf::Shelved,
};
use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, OrganizationId, PlaceId,
    answer::{STATEMENT_VALID_DAYS, StatementOfNo},
    participation::Participation,
    policy::{self, Action, Actor},
    question::{LONGEST_MESSAGE, QuestionKey, Reply},
};
use interlocal_mail::Address;
use interlocal_store::{Asker, Deed, Question};
use std::sync::Arc;

/// What is asked, of whom and for whom.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The body; none asks the CIO office of the state.
    pub organization: Option<OrganizationId>,
    /// About which category.
    pub category: CategoryId,
    /// On whose behalf.
    pub place: PlaceId,
    /// The offering on whose page it is asked.
    pub offering: Option<OfferingId>,
}

/// Who asks beside the government: what they left, and where they come from.
#[derive(Clone, Debug, Default)]
pub struct Voice<'a> {
    /// Where to tell.
    pub email: Option<&'a Address>,
    /// What they add in their own words.
    pub message: &'a str,
    /// The network address of the browser.
    pub from: &'a str,
}

/// Whether a text has as many letters as its field takes, or fewer.
pub(super) fn short_enough(field: &str, text: &str, most: usize) -> Result<(), Error> {
    if text.chars().count() <= most {
        return Ok(());
    }
    let most = format!("{},{:03}", most / 1_000, most % 1_000);
    Err(Error::field(
        field,
        format!("Say it in {most} letters or fewer"),
    ))
}

/// A question as everybody may read it.
pub struct Asked {
    /// Whom, about what, for which kind.
    pub key: QuestionKey,
    /// How many asked it so far.
    pub asker_count: u64,
    /// What the body replied, as long as it holds.
    pub reply: Option<Replied>,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// A reply with the record that it is.
pub struct Replied {
    /// The record.
    pub with: ReplyRecord,
    /// Since when.
    pub on: NaiveDate,
}

/// The record that answers a question.
pub enum ReplyRecord {
    /// No.
    StatementOfNo(StatementOfNo),
    /// Yes, by this offering.
    Offering(Arc<Shelved>),
    /// Somebody above takes part for them.
    Participation(Participation),
}

impl Portal {
    /// The question, whether anybody asked it before or not.
    pub async fn read_question(&self, actor: &Actor, ask: &Ask) -> Result<Asked, Error> {
        let snapshot = self.view(actor);
        let key = self.question_key(&snapshot, ask)?;
        let known = self.store.question(&key).await?;
        let reply = self.reply_to(&snapshot, &key, known.as_ref());
        Ok(Asked {
            asker_count: known.map_or(0, |question| question.asker_count),
            key,
            reply,
            snapshot,
        })
    }

    /// Asks. Who asks what is answered already is shown the answer instead, and
    /// nothing is kept.
    pub async fn ask(&self, actor: &Actor, ask: &Ask, voice: Voice<'_>) -> Result<Asked, Error> {
        if !policy::may(actor, Action::Speak) {
            return Err(Error::Denied);
        }
        short_enough("message", voice.message, LONGEST_MESSAGE)?;
        self.throttle(&[(SPEAK_FROM, voice.from)]).await?;
        let asked = self.read_question(actor, ask).await?;
        if asked.reply.is_some() {
            return Ok(asked);
        }
        let offering = ask
            .offering
            .as_ref()
            .and_then(|slug| asked.snapshot.shelf.by_slug(slug))
            .map(|found| found.slug.clone());
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let id = tx.question_row(&asked.key, offering.as_ref(), now).await?;
        let email = voice.email.map_or("", Address::as_str);
        let asker = Asker {
            jurisdiction: ask.place.clone(),
            email: email.to_owned(),
            message: voice.message.to_owned(),
            asked_at: now,
        };
        if tx.add_asker(id, &asker).await? {
            tx.reply(id, None, now).await?;
            let subject = id.to_string();
            let deed = Deed {
                action: "ask",
                subject: &subject,
                reason: ask.place.as_str(),
                body: Some(&asked.key.organization),
            };
            tx.audit(now, actor, &deed).await?;
            self.happen_asked(&tx, (id, &asked.key)).await?;
        }
        tx.commit().await?;
        self.read_question(actor, ask).await
    }

    fn question_key(&self, snapshot: &Snapshot, ask: &Ask) -> Result<QuestionKey, Error> {
        let directory = &snapshot.directory;
        let own = directory
            .jurisdiction(&ask.place)
            .ok_or_else(|| Error::field("for", "Choose the government on whose behalf you ask"))?;
        if self.vocabulary.get(&ask.category).is_none() {
            return Err(Error::field("category", "Choose a category"));
        }
        let organization = match &ask.organization {
            Some(body) => directory
                .organization(body)
                .map(|known| known.id.clone())
                .ok_or(Error::NotFound)?,
            None => directory
                .asker(&ask.place)
                .and_then(|asker| own_cio(snapshot, &asker))
                .ok_or_else(|| {
                    Error::field("organization", "No CIO office of your state is known here")
                })?,
        };
        Ok(QuestionKey {
            organization,
            category: ask.category.clone(),
            kind: own.key.kind(),
        })
    }

    /// What answers a question today: the reply of the body as long as its record
    /// holds and the reader may see it, or a statement of no that stands anyway.
    pub(super) fn reply_to(
        &self,
        snapshot: &Snapshot,
        key: &QuestionKey,
        known: Option<&Question>,
    ) -> Option<Replied> {
        let today = self.clock.today();
        let replied = known.and_then(|question| question.reply.as_ref());
        let by_reply = replied.and_then(|(reply, at)| {
            Some(Replied {
                with: self.record_of(snapshot, key, reply)?,
                on: at.date_naive(),
            })
        });
        let by_listing = || {
            let found = self.confirmed_yes(snapshot, key)?;
            Some(Replied {
                on: found.checked_on,
                with: ReplyRecord::Offering(found),
            })
        };
        by_reply
            .or_else(|| {
                let said = snapshot
                    .register
                    .statements
                    .iter()
                    .filter(|said| key.is_answered_by(said, today, STATEMENT_VALID_DAYS))
                    .max_by_key(|said| said.said_on)?;
                Some(Replied {
                    on: said.said_on,
                    with: ReplyRecord::StatementOfNo(said.clone()),
                })
            })
            .or_else(by_listing)
    }

    fn record_of(
        &self,
        snapshot: &Snapshot,
        key: &QuestionKey,
        reply: &Reply,
    ) -> Option<ReplyRecord> {
        let today = self.clock.today();
        match reply {
            Reply::StatementOfNo(id) => snapshot
                .register
                .statements
                .iter()
                .find(|said| said.id == *id)
                .filter(|said| key.is_answered_by(said, today, STATEMENT_VALID_DAYS))
                .map(|said| ReplyRecord::StatementOfNo(said.clone())),
            Reply::Offering(slug) => snapshot
                .shelf
                .by_slug(slug)
                .filter(|found| !found.has_ended(today))
                .map(|found| ReplyRecord::Offering(Arc::clone(found))),
            Reply::Participation(id) => snapshot
                .register
                .records
                .all()
                .find(|record| record.id == *id && !record.has_ended(today))
                .map(|record| ReplyRecord::Participation(record.clone())),
        }
    }
}
