//! Statements of no as feeds: each is an entry of the day on which it was said.

use super::{feed::Entries, feeds::begin_of, names::kinds};
use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{CategoryId, OrganizationId, answer::StatementOfNo, policy::Actor};
use interlocal_exchange::atom::FeedEntry;

impl Portal {
    /// A page of what counts still of what anybody says about a category, the latest
    /// first, with the name of the category.
    pub fn feed_of_statements_about(
        &self,
        actor: &Actor,
        category: &CategoryId,
        piece: (usize, usize),
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let known = self.vocabulary.get(category).ok_or(Error::NotFound)?;
        let said = self.statements_about(&snapshot, category);
        Ok((
            known.name.clone(),
            self.entries_said(&snapshot, said, piece),
        ))
    }

    /// A page of what a body says that it does not offer, the latest first, with the
    /// name of the body.
    pub fn feed_of_statements_of(
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
        Ok((
            known.name.clone(),
            self.entries_said(&snapshot, said, piece),
        ))
    }

    fn entries_said(
        &self,
        snapshot: &Snapshot,
        said: Vec<&StatementOfNo>,
        (offset, limit): (usize, usize),
    ) -> Entries {
        let total = said.len() as u64;
        let page = said.into_iter().skip(offset).take(limit);
        let entries = page.map(|said| {
            let name = self.vocabulary().name(&said.category);
            let author = snapshot.directory.organization_name(&said.by);
            let at = begin_of(said.said_on);
            FeedEntry {
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
            }
        });
        Entries::of(entries.collect(), total)
    }
}
