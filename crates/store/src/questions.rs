//! Questions that governments ask bodies, and who asked them.

use crate::{
    Error, Store, Tx,
    directory::{from_json, from_word, to_json},
    entity::{answering_listing, asker, question},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId, PlaceId,
    question::{QuestionKey, Reply},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// A question with how many asked it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its row.
    pub id: i32,
    /// Whom, about what, for which kind.
    pub key: QuestionKey,
    /// The offering on whose page it was asked first.
    pub offering: Option<OfferingId>,
    /// When it was asked first.
    pub asked_at: DateTime<Utc>,
    /// How many governments asked it.
    pub asker_count: u64,
    /// What the body replied, and when.
    pub reply: Option<(Reply, DateTime<Utc>)>,
}

/// Somebody who asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Asker {
    /// On whose behalf.
    pub jurisdiction: PlaceId,
    /// Where to tell; empty when nobody is to be told.
    pub email: String,
    /// What they add in their own words.
    pub message: String,
    /// When.
    pub asked_at: DateTime<Utc>,
}

impl Tx {
    /// The row of a question, which is made where nobody asked it before.
    pub async fn question_row(
        &self,
        key: &QuestionKey,
        offering: Option<&OfferingId>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = question::ActiveModel {
            organization: Set(key.organization.to_string()),
            category: Set(key.category.to_string()),
            kind: Set(key.kind.word().to_owned()),
            offering: Set(offering.map(ToString::to_string)),
            asked_at: Set(stored(at)),
            ..Default::default()
        };
        let unique = [
            question::Column::Organization,
            question::Column::Category,
            question::Column::Kind,
        ];
        question::Entity::insert(row)
            .on_conflict(
                OnConflict::columns(unique)
                    .update_column(question::Column::Kind)
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        let id: Option<i32> = question::Entity::find()
            .select_only()
            .column(question::Column::Id)
            .filter(is(key))
            .into_tuple()
            .one(&self.inner)
            .await?;
        id.ok_or_else(|| Error::Corrupt {
            what: "question",
            key: key.organization.to_string(),
            why: "it was not kept".to_owned(),
        })
    }

    /// Adds somebody who asks; whether they had not asked before. Who was told of an
    /// earlier answer and asks again is told of the next one too.
    pub async fn add_asker(&self, question: i32, asker: &Asker) -> Result<bool, Error> {
        let known = asker::Entity::find()
            .filter(asker::Column::QuestionId.eq(question))
            .filter(asker::Column::Jurisdiction.eq(asker.jurisdiction.as_str()))
            .filter(asker::Column::Email.eq(asker.email.as_str()))
            .one(&self.inner)
            .await?;
        if let Some(known) = known {
            let never = Expr::value(Option::<DateTime<Utc>>::None);
            asker::Entity::update_many()
                .col_expr(asker::Column::ToldAt, never)
                .filter(asker::Column::Id.eq(known.id))
                .exec(&self.inner)
                .await?;
            return Ok(false);
        }
        let row = asker::ActiveModel {
            question_id: Set(question),
            jurisdiction: Set(asker.jurisdiction.to_string()),
            email: Set(asker.email.clone()),
            message: Set(asker.message.clone()),
            asked_at: Set(stored(asker.asked_at)),
            ..Default::default()
        };
        asker::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(true)
    }

    /// Writes down the reply to a question; none opens it again.
    pub async fn reply(
        &self,
        question: i32,
        reply: Option<&Reply>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let key = question.to_string();
        let text = reply
            .map(|reply| to_json("question", &key, reply))
            .transpose()?;
        let on = reply.map(|_| stored(at));
        question::Entity::update_many()
            .col_expr(question::Column::Reply, Expr::value(text))
            .col_expr(question::Column::AnsweredAt, Expr::value(on))
            .filter(question::Column::Id.eq(question))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes note that whoever left an address is being told; gives the addresses of
    /// those who were not told before, each once.
    pub async fn tell_askers(
        &self,
        question: i32,
        at: DateTime<Utc>,
    ) -> Result<Vec<String>, Error> {
        let untold = asker::Column::QuestionId
            .eq(question)
            .and(asker::Column::ToldAt.is_null())
            .and(asker::Column::Email.ne(""));
        let rows = asker::Entity::find()
            .filter(untold.clone())
            .order_by_asc(asker::Column::Id)
            .all(&self.inner)
            .await?;
        asker::Entity::update_many()
            .col_expr(asker::Column::ToldAt, Expr::value(stored(at)))
            .filter(untold)
            .exec(&self.inner)
            .await?;
        let mut addresses: Vec<String> = rows.into_iter().map(|row| row.email).collect();
        addresses.sort_unstable();
        addresses.dedup();
        Ok(addresses)
    }
}

impl Tx {
    /// Notes that a listing is being written to answer a question.
    pub async fn answer_by_listing(&self, offering: i32, question: i32) -> Result<(), Error> {
        let row = answering_listing::ActiveModel {
            offering_id: Set(offering),
            question_id: Set(question),
        };
        answering_listing::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// The question that a listing is being written to answer, as long as nothing
    /// answers it, and forgets that it is.
    pub async fn take_answered_by(
        &self,
        offering: i32,
    ) -> Result<Option<(i32, QuestionKey)>, Error> {
        let found = answering_listing::Entity::find_by_id(offering)
            .one(&self.inner)
            .await?;
        let Some(found) = found else {
            return Ok(None);
        };
        answering_listing::Entity::delete_by_id(offering)
            .exec(&self.inner)
            .await?;
        let row = question::Entity::find_by_id(found.question_id)
            .filter(question::Column::Reply.is_null())
            .one(&self.inner)
            .await?;
        row.map(|row| Ok((row.id, key_of(&row)?))).transpose()
    }
}

fn key_of(row: &question::Model) -> Result<QuestionKey, Error> {
    Ok(QuestionKey {
        organization: OrganizationId::new(row.organization.as_str()),
        category: CategoryId::new(row.category.as_str()),
        kind: from_word("question", &row.id.to_string(), &row.kind)?,
    })
}

impl Store {
    /// The question, where somebody asked it.
    pub async fn question(&self, key: &QuestionKey) -> Result<Option<Question>, Error> {
        let rows = question::Entity::find()
            .filter(is(key))
            .all(&self.reader)
            .await?;
        Ok(self.questions(rows).await?.pop())
    }

    /// A question of a body by its row.
    pub async fn question_of(
        &self,
        body: &OrganizationId,
        id: i32,
    ) -> Result<Option<Question>, Error> {
        let rows = question::Entity::find_by_id(id)
            .filter(question::Column::Organization.eq(body.as_str()))
            .all(&self.reader)
            .await?;
        Ok(self.questions(rows).await?.pop())
    }

    /// Every question of a body, the last asked first.
    pub async fn questions_of(&self, body: &OrganizationId) -> Result<Vec<Question>, Error> {
        let rows = question::Entity::find()
            .filter(question::Column::Organization.eq(body.as_str()))
            .order_by_desc(question::Column::Id)
            .all(&self.reader)
            .await?;
        self.questions(rows).await
    }

    /// Who asked a question, in the order in which they did.
    pub async fn askers_of(&self, question: i32) -> Result<Vec<Asker>, Error> {
        let rows = asker::Entity::find()
            .filter(asker::Column::QuestionId.eq(question))
            .order_by_asc(asker::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Asker {
                jurisdiction: PlaceId::new(row.jurisdiction),
                email: row.email,
                message: row.message,
                asked_at: row.asked_at,
            })
            .collect())
    }

    async fn questions(&self, rows: Vec<question::Model>) -> Result<Vec<Question>, Error> {
        let governments = Expr::col(asker::Column::Jurisdiction).count_distinct();
        let counts: Vec<(i32, i64)> = asker::Entity::find()
            .select_only()
            .column(asker::Column::QuestionId)
            .column_as(governments, "count")
            .filter(asker::Column::QuestionId.is_in(rows.iter().map(|row| row.id)))
            .group_by(asker::Column::QuestionId)
            .into_tuple()
            .all(&self.reader)
            .await?;
        let counts: HashMap<i32, i64> = counts.into_iter().collect();
        rows.into_iter()
            .map(|row| {
                let key = row.id.to_string();
                let reply = match (&row.reply, row.answered_at) {
                    (Some(text), Some(at)) => Some((from_json("question", &key, text)?, at)),
                    _ => None,
                };
                let count = counts.get(&row.id).copied().unwrap_or(0);
                Ok(Question {
                    id: row.id,
                    key: key_of(&row)?,
                    offering: row.offering.map(OfferingId::new),
                    asked_at: row.asked_at,
                    asker_count: u64::try_from(count).unwrap_or(0),
                    reply,
                })
            })
            .collect()
    }
}

fn is(key: &QuestionKey) -> Expr {
    question::Column::Organization
        .eq(key.organization.as_str())
        .and(question::Column::Category.eq(key.category.as_str()))
        .and(question::Column::Kind.eq(key.kind.word()))
}
