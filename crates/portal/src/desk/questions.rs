//! The questions that a body was asked: one reply answers all who asked.

use super::{allowed::allow, ask::Replied};
use crate::{Error, Portal, Snapshot, shelf::Shelved};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId,
    access::AudienceWord,
    answer::{STATEMENT_VALID_DAYS, StatementOfNo},
    jurisdiction::Kind,
    organization::Organization,
    participation::Participation,
    policy::{Action, Actor, Visibility},
    question::{QuestionKey, Reply},
};
use interlocal_mail::Address;
pub use interlocal_store::Question;
use interlocal_store::{Deed, Topic, Tx};
use std::sync::Arc;

/// The questions of a body, as its desk sees them.
pub struct Inbox {
    /// The body.
    pub body: Organization,
    /// Open questions first, those that most asked first.
    pub questions: Vec<(Question, Option<Replied>)>,
}

/// One question of a body with what may answer it.
pub struct Opened {
    /// The body.
    pub body: Organization,
    /// The question.
    pub received: Received,
    /// Its published offerings, which may be the answer.
    pub offerings: Vec<Arc<Shelved>>,
    /// The participations it recorded, which may be the answer.
    pub participations: Vec<Participation>,
    /// Whether the reader may answer.
    pub may_edit: bool,
}

/// A question with who asked it. Addresses stay with the portal.
pub struct Received {
    /// The question.
    pub question: Question,
    /// What answers it.
    pub reply: Option<Replied>,
    /// The governments that asked, with what somebody added.
    pub voices: Vec<(PlaceId, String)>,
    /// How many are told of the answer.
    pub told_count: usize,
}

/// What a body answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// No, not to that kind of government.
    No,
    /// Yes, by this offering.
    Offering(OfferingId),
    /// Somebody above takes part for them.
    Participation(String),
}

impl Portal {
    /// The questions of a body.
    pub async fn read_questions(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Inbox, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let questions = self.store.questions_of(body).await?;
        let mut questions: Vec<(Question, Option<Replied>)> = questions
            .into_iter()
            .map(|question| {
                let reply = self.reply_to(&snapshot, &question.key, Some(&question));
                (question, reply)
            })
            .collect();
        questions.sort_by_key(|(question, reply)| {
            (reply.is_some(), std::cmp::Reverse(question.asker_count))
        });
        Ok(Inbox {
            body: organization,
            questions,
        })
    }

    /// One question of a body, with who asked it and what may answer it.
    pub async fn open_question(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<Opened, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let question = self.store.question_of(body, id).await?;
        let question = question.ok_or(Error::NotFound)?;
        let askers = self.store.askers_of(id).await?;
        let received = Received {
            reply: self.reply_to(&snapshot, &question.key, Some(&question)),
            told_count: askers
                .iter()
                .filter(|asker| !asker.email.is_empty())
                .count(),
            voices: askers
                .into_iter()
                .map(|asker| (asker.jurisdiction, asker.message))
                .collect(),
            question,
        };
        let today = self.clock.today();
        let recorded = self.store.participations_by(body).await?;
        let records = &snapshot.register.records;
        let mut participations: Vec<Participation> = records
            .all()
            .filter(|record| recorded.contains(&record.id) && !record.has_ended(today))
            .cloned()
            .collect();
        participations.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Opened {
            body: organization,
            received,
            offerings: may_answer(&snapshot, body, today),
            participations,
            may_edit: allow(actor, Action::Edit(body)).is_ok(),
        })
    }

    /// The questions of a body that nothing answers yet, for its public page.
    pub async fn open_questions(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Vec<Question>, Error> {
        let snapshot = self.view(actor);
        let questions = self.store.questions_of(body).await?;
        Ok(questions
            .into_iter()
            .filter(|one| self.reply_to(&snapshot, &one.key, Some(one)).is_none())
            .collect())
    }

    /// Answers a question of a body for all who asked it, and tells them.
    pub async fn answer_question(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        question: i32,
        answer: &Answer,
    ) -> Result<(), Error> {
        allow(actor, Action::Edit(body))?;
        let question = self.store.question_of(body, question).await?;
        let question = question.ok_or(Error::NotFound)?;
        let snapshot = self.whole();
        let tx = self.store.begin().await?;
        match answer {
            Answer::No => {
                let kinds = [AudienceWord::of(question.key.kind)];
                self.no_contradicts(&snapshot, (body, &question.key.category, &kinds), "answer")?;
                self.say_no_in(&tx, actor, (body, &question.key.category, &kinds))
                    .await?;
            }
            Answer::Offering(slug) => {
                let known = may_answer(&snapshot, body, self.clock.today());
                let Some(found) = known.iter().find(|offering| offering.slug == *slug) else {
                    return Err(Error::field(
                        "offering",
                        "Choose a published listing of the body that everybody may see",
                    ));
                };
                if !self.says_yes(&snapshot, found, &question.key) {
                    return Err(Error::field(
                        "offering",
                        format!(
                            "“{}” does not say that {} may use it, or is of another category than {}. \
                             Change the listing, or begin one that answers",
                            found.title,
                            question.key.kind.plural(),
                            self.vocabulary.name(&question.key.category)
                        ),
                    ));
                }
                self.unsay_no(&tx, actor, &question.key).await?;
                let reply = Reply::Offering(slug.clone());
                self.reply_in(&tx, actor, (question.id, &question.key), &reply)
                    .await?;
            }
            Answer::Participation(id) => {
                if !self.store.participations_by(body).await?.contains(id) {
                    return Err(Error::field(
                        "participation",
                        "Choose a participation that the body recorded",
                    ));
                }
                self.unsay_no(&tx, actor, &question.key).await?;
                let reply = Reply::Participation(id.clone());
                self.reply_in(&tx, actor, (question.id, &question.key), &reply)
                    .await?;
            }
        }
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// Writes a reply down and tells those who left an address.
    pub(super) async fn reply_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        (question, key): (i32, &QuestionKey),
        reply: &Reply,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        tx.reply(question, Some(reply), now).await?;
        let subject = question.to_string();
        let deed = Deed {
            action: "answer_question",
            subject: &subject,
            reason: key.category.as_str(),
            body: Some(&key.organization),
        };
        tx.audit(now, actor, &deed).await?;
        self.happen_answered(tx, (question, key), reply).await?;
        let what = self.vocabulary.name(&key.category);
        let kinds = key.kind.plural();
        let body_name = self.body_name(&key.organization);
        let said = self.said_in_letter(key, reply);
        for address in tx.tell_askers(question, now).await? {
            let Ok(address) = address.parse::<Address>() else {
                continue;
            };
            let words = format!(
                "You asked whether {body_name} offers this to {kinds}: {what}.\n\n{said}\n\n\
                 The answer holds for all {kinds} and stands on their answer sheets.\n",
            );
            self.queue_mail(tx, &address, "Your question was answered", &words)
                .await?;
        }
        Ok(())
    }
}

impl Portal {
    /// The answer in the words of a letter, with the address where it stands.
    fn said_in_letter(&self, key: &QuestionKey, reply: &Reply) -> String {
        let snapshot = self.snapshot();
        let body_page = self
            .public_url()
            .of(&format!("/organizations/{}", key.organization));
        match reply {
            Reply::StatementOfNo(_) => {
                format!("The answer is no, said on {}:\n{body_page}", self.today())
            }
            Reply::Offering(slug) => {
                let title = snapshot
                    .shelf
                    .by_slug(slug)
                    .map(|found| found.title.clone());
                let title = title.unwrap_or_else(|| slug.to_string());
                let address = self.public_url().of(&format!("/offerings/{slug}"));
                format!("The answer is yes, with “{title}”:\n{address}")
            }
            Reply::Participation(_) => format!(
                "The answer is that somebody above you takes part for you; it is on record:\n{body_page}"
            ),
        }
    }

    /// Takes a body's no to one kind of government back, where it has said it: what it
    /// said to other kinds in the same statement stays said.
    async fn unsay_no(&self, tx: &Tx, actor: &Actor, key: &QuestionKey) -> Result<(), Error> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let snapshot = self.whole();
        let said = snapshot.register.statements.iter();
        let said = said.filter(|said| key.is_answered_by(said, today, STATEMENT_VALID_DAYS));
        for statement in said {
            tx.take_back_statement(&statement.id, &key.organization, today)
                .await?;
            let others = Kind::ALL.into_iter().filter(|kind| {
                *kind != key.kind && statement.kinds.iter().any(|word| word.names(*kind))
            });
            let kinds: Vec<AudienceWord> = others.map(AudienceWord::of).collect();
            if !kinds.is_empty() {
                tx.add_statement_of_no(&StatementOfNo {
                    id: format!("{}-but-{}", statement.id, key.kind.word()),
                    kinds,
                    ..statement.clone()
                })
                .await?;
            }
            let deed = Deed {
                action: "take_back_no",
                subject: &statement.id,
                reason: key.category.as_str(),
                body: Some(&key.organization),
            };
            tx.audit(now, actor, &deed).await?;
        }
        Ok(tx.announce(Topic::Records, None, now).await?)
    }
}

/// Published offerings of a body that are in force and for everybody.
fn may_answer(
    snapshot: &Snapshot,
    body: &OrganizationId,
    today: interlocal_catalog::NaiveDate,
) -> Vec<Arc<Shelved>> {
    let mut offerings: Vec<Arc<Shelved>> = snapshot
        .shelf
        .of_provider(body)
        .iter()
        .filter(|found| found.visibility == Visibility::Public && !found.has_ended(today))
        .cloned()
        .collect();
    offerings.sort_by(|a, b| a.title.cmp(&b.title));
    offerings
}
