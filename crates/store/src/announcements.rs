//! What every page announces.

use crate::{Error, Store, Tx, directory::from_word, entity::announcement};
use interlocal_catalog::{
    NaiveDate,
    announcement::{Announcement, AnnouncementKind},
};
use sea_orm::{EntityTrait, QueryOrder, Set};

impl Tx {
    /// Keeps an announcement; gives its row.
    pub async fn add_announcement(&self, new: &Announcement) -> Result<i32, Error> {
        let row = announcement::ActiveModel {
            words: Set(new.words.clone()),
            kind: Set(new.kind.word().to_owned()),
            from_on: Set(new.from_on),
            until_on: Set(new.until_on),
            ..Default::default()
        };
        Ok(announcement::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Takes an announcement back; its words where there was one.
    pub async fn remove_announcement(&self, id: i32) -> Result<Option<String>, Error> {
        let row = announcement::Entity::find_by_id(id)
            .one(&self.inner)
            .await?;
        announcement::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        Ok(row.map(|row| row.words))
    }
}

impl Store {
    /// Every announcement, the newest first.
    pub async fn announcements(&self) -> Result<Vec<Announcement>, Error> {
        let rows = announcement::Entity::find()
            .order_by_desc(announcement::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(announcement_of).collect()
    }
}

fn announcement_of(row: announcement::Model) -> Result<Announcement, Error> {
    let kind: AnnouncementKind = from_word("announcement", &row.id.to_string(), &row.kind)?;
    let until_on: Option<NaiveDate> = row.until_on;
    Ok(Announcement {
        id: row.id,
        words: row.words,
        kind,
        from_on: row.from_on,
        until_on,
    })
}
