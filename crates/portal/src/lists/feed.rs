//! A list as a feed: an entry an offering, dated by its last real change.

use crate::{
    Error, Portal,
    search::{Search, Sort},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, changes::changes, policy::Actor};
use interlocal_exchange::atom::FeedEntry;
use interlocal_store::Edition;

/// A page of entries.
pub struct Entries {
    /// Those of the page.
    pub entries: Vec<FeedEntry>,
    /// How many there are in all.
    pub total: u64,
    /// When anything of the page changed last.
    pub updated: DateTime<Utc>,
}

impl Portal {
    /// The offerings that a search finds as entries, what changed last first.
    pub async fn feed(&self, actor: &Actor, search: Search) -> Result<Entries, Error> {
        let search = Search {
            sort: Sort::Newest,
            count_other_terms: false,
            ..search
        };
        let answer = self.search(actor, search).await?;
        let found: Vec<_> = answer
            .found
            .iter()
            .map(|found| &found.judged.shelved)
            .collect();
        let ids: Vec<i32> = found.iter().map(|shelved| shelved.id).collect();
        let histories = self.histories_for(actor, &ids).await?;
        let directory = &answer.snapshot.directory;
        let entries = found.iter().filter_map(|shelved| {
            let history = histories.get(&shelved.id)?;
            let newest = history.first()?;
            let content = &newest.content;
            let vocabulary = self.vocabulary();
            Some(FeedEntry {
                id: self.tag(&format!("offering/{}", content.slug)),
                title: content.title.clone(),
                summary: content.summary.clone(),
                address: self
                    .public_url()
                    .of(&format!("/offerings/{}", content.slug)),
                author: directory.organization_name(&shelved.provider).to_owned(),
                category: Some((
                    content.category.to_string(),
                    vocabulary.name(&content.category).to_owned(),
                )),
                published: history.last()?.published_at,
                updated: changed_at(history)?,
            })
        });
        Ok(Entries::of(entries.collect(), answer.results.total))
    }

    /// The editions of an offering as entries, newest first.
    pub async fn feed_of_changes(
        &self,
        actor: &Actor,
        slug: &OfferingId,
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let Some(shelved) = snapshot.shelf.by_slug(slug).filter(|one| one.slug == *slug) else {
            return Err(self.gone(actor, slug).await?);
        };
        let history = self.history_for(actor, shelved.id).await?;
        let author = snapshot.directory.organization_name(&shelved.provider);
        let entries = history.iter().enumerate().map(|(place, edition)| {
            let number = edition.number;
            let before = history.get(place + 1);
            let summary = before.map_or_else(
                || "The first edition.".to_owned(),
                |before| {
                    let fields = changes(&before.content, &edition.content);
                    let names: Vec<&str> = fields.iter().map(|row| row.field.label()).collect();
                    match names.as_slice() {
                        [] => "Looked at again; nothing that it says is different.".to_owned(),
                        names => format!("Changed: {}.", names.join(", ")),
                    }
                },
            );
            let path = match before {
                Some(before) => {
                    format!(
                        "/offerings/{slug}/changes?from={}&to={number}",
                        before.number
                    )
                }
                None => format!("/offerings/{slug}"),
            };
            FeedEntry {
                id: self.tag(&format!("offering/{slug}/{number}")),
                title: format!("{}, edition {number}", edition.content.title),
                summary,
                address: self.public_url().of(&path),
                author: author.to_owned(),
                category: None,
                published: edition.published_at,
                updated: edition.published_at,
            }
        });
        let entries: Vec<FeedEntry> = entries.collect();
        let total = entries.len() as u64;
        Ok((shelved.title.clone(), Entries::of(entries, total)))
    }

    /// The tag address of a thing: it stays when the address of its page does not.
    pub fn tag(&self, thing: &str) -> String {
        let host = self.public_url().host();
        let host = host.split(':').next().unwrap_or(host);
        format!("tag:{host},2026:{thing}")
    }
}

impl Entries {
    pub(super) fn of(entries: Vec<FeedEntry>, total: u64) -> Self {
        let updated = entries.iter().map(|entry| entry.updated).max();
        Self {
            entries,
            total,
            updated: updated.unwrap_or_default(),
        }
    }
}

/// When an offering really changed last: an edition that says the same, with a later
/// day of checking, is no change.
pub(super) fn changed_at(history: &[Edition]) -> Option<DateTime<Utc>> {
    let pairs = history.windows(2);
    let mut real = pairs.filter_map(|pair| match pair {
        [new, old] => {
            let differs = new.content.source != old.content.source
                || !changes(&old.content, &new.content).is_empty();
            differs.then_some(new.published_at)
        }
        _ => None,
    });
    real.next()
        .or_else(|| history.last().map(|first| first.published_at))
}
