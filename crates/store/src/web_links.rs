//! The links of listings, when each is asked after, and what came of it.

use crate::{
    Error, Store, Tx, chunk_of,
    directory::from_word,
    drafts::{Draft, draft_of},
    entity::{draft, web_link},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    offering::Status,
    web_link::{LinkAnswer, LinkCheck},
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeSet;

impl Tx {
    /// Looks after more links, which are due at once, and no longer after others.
    pub async fn watch_links(
        &self,
        more: &[String],
        no_longer: &[String],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for links in more.chunks(chunk_of(8)) {
            let rows = links.iter().map(|link| web_link::ActiveModel {
                link: Set(link.clone()),
                due_at: Set(stored(at)),
                asked_at: Set(None),
                answer: Set(String::new()),
                status: Set(None),
                why: Set(String::new()),
                silences: Set(0),
                silent_since: Set(None),
            });
            web_link::Entity::insert_many(rows)
                .on_conflict(
                    OnConflict::column(web_link::Column::Link)
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&self.inner)
                .await?;
        }
        for links in no_longer.chunks(chunk_of(1)) {
            web_link::Entity::delete_many()
                .filter(web_link::Column::Link.is_in(links.iter().map(String::as_str)))
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Links that are due, those that wait longest first.
    pub async fn due_links(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<String>, Error> {
        Ok(web_link::Entity::find()
            .select_only()
            .column(web_link::Column::Link)
            .filter(web_link::Column::DueAt.lte(stored(now)))
            .order_by_asc(web_link::Column::DueAt)
            .order_by_asc(web_link::Column::Link)
            .limit(limit)
            .into_tuple()
            .all(&self.inner)
            .await?)
    }

    /// Takes links for a while, so that no other node asks after them.
    pub async fn lease_links(&self, links: &[String], until: DateTime<Utc>) -> Result<(), Error> {
        web_link::Entity::update_many()
            .col_expr(web_link::Column::DueAt, Expr::value(stored(until)))
            .filter(web_link::Column::Link.is_in(links.iter().map(String::as_str)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Writes down what came of asking after a link, and when it is due again.
    pub async fn note_link(&self, check: &LinkCheck, due_at: DateTime<Utc>) -> Result<(), Error> {
        let (status, silences) = (check.status.map(i32::from), check.silences);
        web_link::Entity::update_many()
            .col_expr(web_link::Column::DueAt, Expr::value(stored(due_at)))
            .col_expr(
                web_link::Column::AskedAt,
                Expr::value(Some(stored(check.asked_at))),
            )
            .col_expr(web_link::Column::Answer, Expr::value(check.answer.word()))
            .col_expr(web_link::Column::Status, Expr::value(status))
            .col_expr(web_link::Column::Why, Expr::value(check.why.as_str()))
            .col_expr(
                web_link::Column::Silences,
                Expr::value(i32::try_from(silences).unwrap_or(i32::MAX)),
            )
            .col_expr(
                web_link::Column::SilentSince,
                Expr::value(check.silent_since),
            )
            .filter(web_link::Column::Link.eq(check.link.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Every link that is looked after.
    pub async fn watched_links(&self) -> Result<BTreeSet<String>, Error> {
        let links: Vec<String> = web_link::Entity::find()
            .select_only()
            .column(web_link::Column::Link)
            .into_tuple()
            .all(&self.reader)
            .await?;
        Ok(links.into_iter().collect())
    }

    /// What came of asking after these links; those that nobody asked after are absent.
    pub async fn link_checks(&self, links: &[String]) -> Result<Vec<LinkCheck>, Error> {
        let mut found = Vec::new();
        for links in links.chunks(chunk_of(1)) {
            let rows = web_link::Entity::find()
                .filter(web_link::Column::Link.is_in(links.iter().map(String::as_str)))
                .filter(web_link::Column::AskedAt.is_not_null())
                .all(&self.reader)
                .await?;
            for row in rows {
                found.extend(check_of(row)?);
            }
        }
        Ok(found)
    }

    /// The link that answered most recently.
    pub async fn answering_link(&self) -> Result<Option<String>, Error> {
        Ok(web_link::Entity::find()
            .select_only()
            .column(web_link::Column::Link)
            .filter(web_link::Column::Answer.eq(LinkAnswer::Answers.word()))
            .order_by_desc(web_link::Column::AskedAt)
            .limit(1)
            .into_tuple()
            .one(&self.reader)
            .await?)
    }

    /// Drafts that are with a reviewer.
    pub async fn drafts_in_review(&self) -> Result<Vec<Draft>, Error> {
        let rows = draft::Entity::find()
            .filter(draft::Column::Stage.eq(Status::InReview.word()))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(draft_of).collect()
    }
}

fn check_of(row: web_link::Model) -> Result<Option<LinkCheck>, Error> {
    let Some(asked_at) = row.asked_at else {
        return Ok(None);
    };
    Ok(Some(LinkCheck {
        answer: from_word("link", &row.link, &row.answer)?,
        status: row.status.and_then(|status| u16::try_from(status).ok()),
        why: row.why,
        asked_at,
        silences: u32::try_from(row.silences).unwrap_or(0),
        silent_since: row.silent_since,
        link: row.link,
    }))
}
