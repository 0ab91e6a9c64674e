//! Partners for a need as a feed: an entry a partner, dated by the record on which it
//! rests, and not by the ranking, which moves with everybody in it.

use super::{
    feed::{Entries, changed_at},
    feeds::begin_of,
};
use crate::{
    Error, Portal, Snapshot,
    partners::{Card, PartnerSearch},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, OrganizationId, PlaceId, ProgramId, policy::Actor};
use interlocal_exchange::atom::FeedEntry;
use interlocal_store::Edition;
use std::collections::HashMap;

impl Portal {
    /// A page of the partners that the ranking names, in its order, with what they are
    /// partners for.
    pub async fn feed_of_partners(
        &self,
        actor: &Actor,
        author: &str,
        search: PartnerSearch,
        (offset, limit): (usize, usize),
    ) -> Result<(String, Entries), Error> {
        let search = PartnerSearch {
            more: usize::MAX,
            ..search
        };
        let found = self.find_partners(actor, &search)?;
        let snapshot = &found.snapshot;
        let cards = &found.result.cards;
        let page: Vec<&Card> = cards.iter().skip(offset).take(limit).collect();
        let mut ids: Vec<i32> = page
            .iter()
            .filter_map(|card| Some(rests_on(snapshot, card)?.0))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let histories = self.histories_for(actor, &ids).await?;
        let need = format!("{}/{}", search.seeker, search.category);
        let entries = page.into_iter().map(|card| {
            let updated = self.recorded_at(snapshot, card, &histories);
            let updated = updated.unwrap_or_else(|| self.vocabulary_at());
            let mut says = vec![card.band.label().to_owned()];
            says.extend(card.why.iter().cloned());
            FeedEntry {
                id: self.tag(&format!("match/{need}/{}", card.id)),
                title: card.name.clone(),
                summary: says.join("; "),
                address: self.public_url().of(&page_of(snapshot, card.id.as_str())),
                author: author.to_owned(),
                category: None,
                published: updated,
                updated,
            }
        });
        let seeker = snapshot.directory.full_name(&search.seeker);
        let category = self.vocabulary().name(&search.category).to_lowercase();
        let title = format!("Partners of {seeker} for {category}");
        Ok((title, Entries::of(entries.collect(), cards.len() as u64)))
    }

    /// When the record of a card really changed last: the edition of an offering, or
    /// that a government was found to use one.
    fn recorded_at(
        &self,
        snapshot: &Snapshot,
        card: &Card,
        histories: &HashMap<i32, Vec<Edition>>,
    ) -> Option<DateTime<Utc>> {
        let (offering, user) = rests_on(snapshot, card)?;
        let Some(user) = user else {
            return changed_at(histories.get(&offering)?);
        };
        let mut users = snapshot.register.users_of(offering).iter();
        let adopted = users.find(|one| one.jurisdiction == user);
        if let Some(adopted) = adopted {
            return Some(begin_of(adopted.checked_on));
        }
        let (slug, _) = card.record_id.as_str().split_once('@')?;
        let (program, today) = (ProgramId::new(slug), self.today());
        let mut records = snapshot.register.records.taking_part(&program, today);
        let record = records.find(|record| record.who == user)?;
        record
            .from
            .max(record.checked_on)
            .map(|day| begin_of(day.min(today)))
    }
}

/// The offering of the record behind a card, and who uses it where it tells of a use.
fn rests_on(snapshot: &Snapshot, card: &Card) -> Option<(i32, Option<PlaceId>)> {
    let record = card.record_id.as_str();
    let (slug, user) = match record.split_once('@') {
        Some((slug, user)) => (slug, Some(PlaceId::new(user))),
        None => (record, None),
    };
    let shelved = snapshot.shelf.by_slug(&OfferingId::new(slug))?;
    Some((shelved.id, user))
}

fn page_of(snapshot: &Snapshot, id: &str) -> String {
    match snapshot.directory.organization(&OrganizationId::new(id)) {
        Some(_) => format!("/organizations/{id}"),
        None => format!("/jurisdictions/{id}"),
    }
}
