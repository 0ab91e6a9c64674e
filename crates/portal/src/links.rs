//! Links of listings: the ones of published editions and of drafts in review are asked
//! after, each once in so many days, a few at a time and no server twice at once.

use crate::{Error, Portal, Snapshot};
use chrono::{DateTime, TimeDelta, Utc};
use interlocal_catalog::{
    changes::Field,
    offering::Content,
    web_link::{self, LinkAnswer, LinkCheck},
};
use interlocal_links::{Asking, Found};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};
use tokio::{sync::Semaphore, task::JoinSet};

/// Links that a node takes at once.
const TAKEN: usize = 16;
/// Links among which it looks for those, so that one server does not hold up others.
const LOOKED_AT: u64 = 400;
/// Links that it asks after at the same moment.
const AT_ONCE: usize = 4;
/// Days by which the links of a draft in review stand before others.
const HEAD_START_DAYS: i64 = 365;
/// Minutes for which a node has a link to itself.
const LEASE_MINUTES: i64 = 15;

/// How links are looked after.
#[derive(Clone, Debug)]
pub struct LinkCare {
    /// Who asks, and where.
    pub asking: Asking,
    /// Days after which a link is asked after again.
    pub every_days: u32,
}

/// A link of a content with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLink {
    /// Where it stands.
    pub field: Field,
    /// The link.
    pub link: String,
    /// The last time that it was asked after.
    pub check: Option<LinkCheck>,
}

impl KnownLink {
    /// Whether it leads nowhere.
    pub fn is_broken(&self) -> bool {
        self.check.as_ref().is_some_and(LinkCheck::is_broken)
    }
}

impl Portal {
    /// Whether this portal asks after links.
    pub fn looks_after_links(&self) -> bool {
        self.outside.links.is_some()
    }

    /// The links of contents with what is known of each, content by content.
    pub(crate) async fn known_links(
        &self,
        contents: &[&Content],
    ) -> Result<Vec<Vec<KnownLink>>, Error> {
        let links: Vec<Vec<(Field, String)>> = contents
            .iter()
            .map(|content| web_link::links(content))
            .collect();
        let wanted: BTreeSet<&String> = links.iter().flatten().map(|(_, link)| link).collect();
        let wanted: Vec<String> = wanted.into_iter().cloned().collect();
        let checks = self.store.link_checks(&wanted).await?;
        let checks: HashMap<&str, &LinkCheck> = checks
            .iter()
            .map(|check| (check.link.as_str(), check))
            .collect();
        let known = |(field, link): (Field, String)| KnownLink {
            field,
            check: checks.get(link.as_str()).map(|check| (*check).clone()),
            link,
        };
        Ok(links
            .into_iter()
            .map(|links| links.into_iter().map(known).collect())
            .collect())
    }

    /// Asks after some of the links that are due, where the portal does so at all;
    /// gives how many.
    pub async fn check_due_links(&self) -> Result<usize, Error> {
        let Some(care) = &self.outside.links else {
            return Ok(0);
        };
        self.watch_links().await?;
        let taken = self.take_links().await?;
        if taken.is_empty() {
            return Ok(0);
        }
        let found = ask_all(&care.asking, taken, self.clock.now()).await;
        let heard = found.iter().any(|(_, heard)| *heard);
        let others_answered = heard || self.hears_anybody(&care.asking).await?;
        let links: Vec<String> = found.iter().map(|(check, _)| check.link.clone()).collect();
        let before = self.store.link_checks(&links).await?;
        let tx = self.store.begin().await?;
        for (check, _) in found {
            let last = before.iter().find(|last| last.link == check.link);
            let check = check.after(last, others_answered);
            tx.note_link(&check, check.again_at(care.every_days, others_answered))
                .await?;
        }
        tx.commit().await?;
        Ok(links.len())
    }

    /// Whether a link that answered before still does: silence everywhere is the fault
    /// of this end.
    async fn hears_anybody(&self, asking: &Asking) -> Result<bool, Error> {
        Ok(match self.store.answering_link().await? {
            Some(link) => was_heard(&asking.ask(&link).await),
            None => false,
        })
    }

    /// Makes the list of links that are looked after say what the listings say now.
    async fn watch_links(&self) -> Result<(), Error> {
        let published = self.published_links(&self.whole()).await?;
        let drafts = self.store.drafts_in_review().await?;
        let reviewed: BTreeSet<String> = drafts
            .iter()
            .flat_map(|draft| web_link::links(&draft.content))
            .map(|(_, link)| link)
            .collect();
        let wanted: BTreeSet<String> = published.union(&reviewed).cloned().collect();
        let watched = self.store.watched_links().await?;
        if wanted == watched {
            return Ok(());
        }
        let now = self.clock.now();
        let (first, later): (Vec<String>, Vec<String>) = wanted
            .difference(&watched)
            .cloned()
            .partition(|link| reviewed.contains(link));
        let no_longer: Vec<String> = watched.difference(&wanted).cloned().collect();
        let tx = self.store.begin().await?;
        tx.watch_links(&later, &no_longer, now).await?;
        // Somebody waits for these: they go before everything that has waited.
        tx.watch_links(&first, &[], now - TimeDelta::days(HEAD_START_DAYS))
            .await?;
        Ok(tx.commit().await?)
    }

    /// The links of what is published, found again when something changed.
    async fn published_links(&self, snapshot: &Snapshot) -> Result<Arc<BTreeSet<String>>, Error> {
        let mut kept = self.links.lock().await;
        if let Some((sequence, links)) = kept.as_ref()
            && *sequence == snapshot.sequence
        {
            return Ok(Arc::clone(links));
        }
        let today = self.clock.today();
        let open = snapshot.shelf.iter().filter(|one| !one.has_ended(today));
        let wanted: Vec<i32> = open.map(|shelved| shelved.edition).collect();
        let links = self.editions(&wanted).await?;
        let links = links
            .iter()
            .flat_map(|edition| web_link::links(&edition.content))
            .map(|(_, link)| link);
        let links = Arc::new(links.collect());
        *kept = Some((snapshot.sequence, Arc::clone(&links)));
        Ok(links)
    }

    async fn take_links(&self) -> Result<Vec<String>, Error> {
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let due = tx.due_links(now, LOOKED_AT).await?;
        let mut servers = HashSet::new();
        let taken: Vec<String> = due
            .iter()
            .filter(|link| servers.insert(web_link::server(link)))
            .take(TAKEN)
            .cloned()
            .collect();
        if !taken.is_empty() {
            let until = now + TimeDelta::minutes(LEASE_MINUTES);
            tx.lease_links(&taken, until).await?;
            tx.commit().await?;
        }
        Ok(taken)
    }
}

/// Asks after each link, a few at a time; whether a server said anything stands beside
/// what came of it.
async fn ask_all(
    asking: &Asking,
    links: Vec<String>,
    now: DateTime<Utc>,
) -> Vec<(LinkCheck, bool)> {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut asked = JoinSet::new();
    for link in links {
        let (asking, turns) = (asking.clone(), Arc::clone(&turns));
        asked.spawn(async move {
            let _turn = turns.acquire_owned().await;
            let found = asking.ask(&link).await;
            checked(link, found, now)
        });
    }
    asked.join_all().await
}

fn checked(link: String, found: Found, now: DateTime<Utc>) -> (LinkCheck, bool) {
    let heard = was_heard(&found);
    let (answer, status, why) = match found {
        Found::Status(status) => (LinkAnswer::of_status(status), Some(status), String::new()),
        Found::Circles => (LinkAnswer::Circles, None, String::new()),
        Found::NotAsked(why) => (LinkAnswer::NotAsked, None, why),
        Found::Silence(why) => (LinkAnswer::Silence, None, why),
    };
    let check = LinkCheck {
        link,
        answer,
        status,
        why,
        asked_at: now,
        silences: 0,
        silent_since: None,
    };
    (check, heard)
}

/// Whether some server said anything.
fn was_heard(found: &Found) -> bool {
    matches!(found, Found::Status(_) | Found::Circles)
}
