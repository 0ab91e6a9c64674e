//! Statements of no as feeds: each is an entry of the moment at which it was said, and
//! the feed is as of the last one at which something was said or taken back.

use super::{feed::Entries, names::kinds};
use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{CategoryId, OrganizationId, answer::StatementOfNo, policy::Actor};
use interlocal_exchange::atom::FeedEntry;
use interlocal_store::MomentsOfNo;

impl Portal {
    /// A page of what counts still of what anybody says about a category, the latest
    /// first, with the name of the category.
    pub async fn feed_of_statements_about(
        &self,
        actor: &Actor,
        category: &CategoryId,
        piece: (usize, usize),
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let known = self.vocabulary.get(category).ok_or(Error::NotFound)?;
        let said = self.statements_about(&snapshot, category);
        let mut moments = self.store.moments_of_no().await?;
        moments.retain(|one| self.vocabulary.within(&one.statement.category, category));
        let entries = self.entries_said(&snapshot, said, &moments, piece);
        Ok((known.name.clone(), entries))
    }

    /// A page of what a body says that it does not offer, the latest first, with the
    /// name of the body.
    pub async fn feed_of_statements_of(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        piece: (usize, usize),
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let body = snapshot.directory.canonical(body);
        let known = snapshot.directory.organization(body);
        let known = known.ok_or(Error::NotFound)?;
        let all = snapshot.register.statements.iter();
        let mut said: Vec<&StatementOfNo> = all.filter(|said| said.by == known.id).collect();
        said.sort_by_key(|said| std::cmp::Reverse(said.said_on));
        let mut moments = self.store.moments_of_no().await?;
        moments.retain(|one| one.statement.by == known.id);
        let entries = self.entries_said(&snapshot, said, &moments, piece);
        Ok((known.name.clone(), entries))
    }

    fn entries_said(
        &self,
        snapshot: &Snapshot,
        said: Vec<&StatementOfNo>,
        moments: &[MomentsOfNo],
        (offset, limit): (usize, usize),
    ) -> Entries {
        let total = said.len() as u64;
        let page = said.into_iter().skip(offset).take(limit);
        let entries = page.filter_map(|said| {
            let mut known = moments.iter();
            let at = known.find(|one| one.statement.id == said.id)?.said_at;
            let name = self.vocabulary().name(&said.category);
            let author = snapshot.directory.organization_name(&said.by);
            Some(FeedEntry {
                id: self.tag(&format!("statement/{}", said.id)),
                title: format!("{name}: not offered to {}", kinds(&said.kinds)),
                summary: format!(
                    "{author} said on {} that it does not offer this to {}.",
                    said.said_on,
                    kinds(&said.kinds)
                ),
                address: self.public_url().of(&format!("/organizations/{}", said.by)),
                author: author.to_owned(),
                category: Some((said.category.to_string(), name.to_owned())),
                published: at,
                updated: at,
            })
        });
        let entries = Entries::of(entries.collect(), total);
        let changed = moments.iter().map(MomentsOfNo::changed_at).max();
        Entries {
            updated: changed.unwrap_or(entries.updated),
            ..entries
        }
    }
}
