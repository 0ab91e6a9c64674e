//! The answers of a state as a feed: an entry a category, dated by what decides it.

use super::{
    feed::{Entries, changed_at},
    feeds::in_words,
};
use crate::{Error, Portal, answer_sheet::Ground};
use interlocal_catalog::{CategoryId, jurisdiction::Kind, policy::Actor};
use interlocal_exchange::atom::FeedEntry;

impl Portal {
    /// The answers by kind of local government in a state, with the name of the state.
    pub async fn feed_of_state(
        &self,
        actor: &Actor,
        author: &str,
        postal: &str,
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let state = snapshot.directory.state(postal).ok_or(Error::NotFound)?;
        let first = self.vocabulary.first_level();
        let categories: Vec<CategoryId> = first.map(|category| category.slug.clone()).collect();
        let kinds = snapshot.directory.local_kinds_of(postal);
        let mut columns: Vec<(Kind, Vec<Ground>)> = Vec::new();
        let said = self.store.moments_of_no().await?;
        let named: Vec<&CategoryId> = categories.iter().collect();
        let mut nos = vec![None; categories.len()];
        for kind in kinds {
            let anyone = snapshot.directory.any_of_kind(postal, kind);
            let anyone = anyone.ok_or(Error::NotFound)?;
            let changed = self.nos_changed(&snapshot, anyone.clone(), &named, &said)?;
            for (no, changed) in nos.iter_mut().zip(changed) {
                *no = changed.max(*no);
            }
            columns.push((kind, self.answer_grounds(&snapshot, anyone, &categories)?));
        }
        let grounds = columns.iter().flat_map(|(_, column)| column);
        let mut ids: Vec<i32> = grounds
            .flat_map(|ground| ground.offerings.clone())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let histories = self.histories_for(actor, &ids).await?;
        let since = self.vocabulary_at();
        let postal = postal.to_lowercase();
        let entries = categories.iter().enumerate().map(|(row, category)| {
            let cells = columns
                .iter()
                .filter_map(|(kind, column)| Some((kind, column.get(row)?)));
            let cells: Vec<(&Kind, &Ground)> = cells.collect();
            let decided = cells.iter().flat_map(|(_, ground)| {
                let offered = ground.offerings.iter();
                offered.filter_map(|id| changed_at(histories.get(id)?))
            });
            let no = nos.get(row).copied().flatten();
            let updated = decided.max().max(no).unwrap_or(since);
            let words: Vec<String> = cells
                .iter()
                .map(|(kind, ground)| format!("{}: {}", kind.plural(), in_words(ground.answer)))
                .collect();
            let name = self.vocabulary().name(category);
            FeedEntry {
                id: self.tag(&format!("state/{postal}/answers/{category}")),
                title: format!("{name} in {}", state.name),
                summary: words.join("; "),
                address: self.public_url().of(&format!("/states/{postal}#answers")),
                author: author.to_owned(),
                category: Some((category.to_string(), name.to_owned())),
                published: since.min(updated),
                updated,
            }
        });
        let entries: Vec<FeedEntry> = entries.collect();
        let total = entries.len() as u64;
        Ok((state.name.clone(), Entries::of(entries, total)))
    }
}
