//! Following the outbox: the only way into the index and into memory.

use crate::{
    Error, Portal, Snapshot,
    audience::{self, documents},
    directory::{Bodies, Directory},
    register::Register,
    shelf::{Shelf, Shelved},
};
use interlocal_catalog::ProgramId;
use interlocal_search::Change;
use interlocal_store::{Event, Feed, Listing, Topic};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

/// Entries of the outbox taken at once.
const BATCH: u64 = 2_000;
/// Offerings read at once when everything is read.
const PAGE: u64 = 5_000;

impl Portal {
    /// Follows the outbox until `stopped` completes; faults are logged and tried again.
    pub async fn follow(self: Arc<Self>, stopped: impl Future<Output = ()>) {
        let mut feed = Feed::new(self.store.clone(), Arc::clone(&self.committed));
        tokio::pin!(stopped);
        loop {
            let pause = match self.catch_up().await {
                Ok(()) => None,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be followed now");
                    Some(Duration::from_millis(500))
                }
            };
            let next = async {
                match pause {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => feed.wait().await,
                }
            };
            tokio::select! {
                () = next => {}
                () = &mut stopped => return,
            }
        }
    }

    /// Takes in everything that the outbox holds now.
    pub async fn catch_up(&self) -> Result<(), Error> {
        let _alone = self.following.lock().await;
        loop {
            let before = self.whole();
            let events = self.store.events_after(before.sequence, BATCH).await?;
            let Some(last) = events.last().map(|event| event.sequence) else {
                return Ok(());
            };
            if events.iter().any(|event| event.topic == Topic::Directory) {
                self.rebuild().await?;
                continue;
            }
            self.take_in(&before, &events, last).await?;
        }
    }

    async fn take_in(&self, before: &Snapshot, events: &[Event], last: i64) -> Result<(), Error> {
        let tells = |topic: Topic| events.iter().any(|event| event.topic == topic);
        let records = tells(Topic::Records);
        let directory = if tells(Topic::Body) {
            Arc::new(before.directory.with_bodies(self.bodies().await?))
        } else {
            Arc::clone(&before.directory)
        };
        let announcements = if tells(Topic::Announcement) {
            Arc::new(self.store.announcements().await?)
        } else {
            Arc::clone(&before.announcements)
        };
        let ids = &touched(before, events);
        let known = before.rule_sets.last().map_or(0, |(number, _)| *number);
        let added = self.store.rule_sets(known).await?;
        let register = if records {
            Arc::new(self.register().await?)
        } else {
            Arc::clone(&before.register)
        };
        let found: HashMap<i32, Listing> = self
            .store
            .published_of(ids)
            .await?
            .into_iter()
            .map(|listing| (listing.offering.id, listing))
            .collect();
        let changes: Vec<Change> = ids
            .iter()
            .flat_map(|id| audience::changes(*id, found.get(id), &directory))
            .collect();
        let shelf = before.shelf.with(ids.iter().map(|id| {
            let listing = found.get(id);
            (*id, listing.map(|listing| Shelved::of(listing, &directory)))
        }));
        let for_everybody = |id: &i32| {
            let listing = found.get(id);
            (
                *id,
                listing.and_then(|listing| audience::for_everybody(listing, &directory)),
            )
        };
        let public_shelf = self.snapshot().shelf.with(ids.iter().map(for_everybody));
        let rules_version = before.rules_version + u64::from(records || !added.is_empty());
        let rule_sets = if added.is_empty() {
            Arc::clone(&before.rule_sets)
        } else {
            Arc::new(before.rule_sets.iter().cloned().chain(added).collect())
        };
        let hidden = self.store.hidden_offerings().await?;
        self.apply(changes, last).await?;
        let whole = Snapshot {
            directory,
            announcements,
            shelf: Arc::new(shelf),
            register,
            rule_sets,
            rules_version,
            sequence: last,
            ..Snapshot::default()
        };
        self.replace_views(whole, public_shelf, hidden);
        Ok(())
    }

    async fn apply(&self, changes: Vec<Change>, last: i64) -> Result<(), Error> {
        let index = Arc::clone(&self.index);
        let applied = tokio::task::spawn_blocking(move || index.apply(&changes, last));
        Ok(applied
            .await
            .map_err(|e| Error::Internal(e.to_string()))??)
    }

    async fn register(&self) -> Result<Register, Error> {
        Ok(Register::new(
            self.store.participations().await?,
            self.store.adoptions().await?,
            self.store.statements_of_no().await?,
        )
        .with_aliases(self.store.offering_aliases().await?))
    }

    async fn bodies(&self) -> Result<Bodies, Error> {
        Ok(Bodies {
            organizations: self.store.organizations().await?,
            merged: self.store.merged_bodies().await?,
            cio_offices: self.store.cio_offices().await?,
        })
    }

    /// Reads everything at the start. An index that has followed this outbox
    /// goes on from where it stands; any other is built anew.
    pub(crate) async fn read_all(&self) -> Result<(), Error> {
        let applied = self.index.applied_sequence();
        let newest = self.store.newest_sequence().await?;
        let goes_on = applied > 0 && applied <= newest;
        if !goes_on {
            if applied > 0 {
                tracing::warn!(
                    applied,
                    newest,
                    "the index is ahead of the database; rebuilding it"
                );
            }
            return self.rebuild().await;
        }
        let read = self.read_snapshot(applied, |_| {}).await?;
        self.replace_views(read.whole, read.public_shelf, read.hidden);
        self.catch_up().await
    }

    /// Reads everything and builds the index anew.
    pub(crate) async fn rebuild(&self) -> Result<(), Error> {
        let newest = self.store.newest_sequence().await?;
        let mut listings = Vec::new();
        let read = self
            .read_snapshot(newest, |page| listings.extend(page))
            .await?;
        let directory = Arc::clone(&read.whole.directory);
        let index = Arc::clone(&self.index);
        let built = tokio::task::spawn_blocking(move || {
            index.replace_all(
                listings
                    .iter()
                    .flat_map(|listing| documents(listing, &directory)),
                newest,
            )
        });
        built.await.map_err(|e| Error::Internal(e.to_string()))??;
        self.replace_views(read.whole, read.public_shelf, read.hidden);
        Ok(())
    }

    async fn read_snapshot(
        &self,
        sequence: i64,
        mut each: impl FnMut(Vec<Listing>),
    ) -> Result<Everything, Error> {
        let directory = Directory::build(self.store.jurisdictions().await?, self.bodies().await?);
        let mut shelved = Vec::new();
        let mut public = Vec::new();
        let mut after = 0;
        loop {
            let page = self.store.published(after, PAGE).await?;
            let Some(last) = page.last().map(|listing| listing.offering.id) else {
                break;
            };
            after = last;
            shelved.extend(
                page.iter()
                    .map(|listing| (listing.offering.id, Some(Shelved::of(listing, &directory)))),
            );
            public.extend(page.iter().map(|listing| {
                (
                    listing.offering.id,
                    audience::for_everybody(listing, &directory),
                )
            }));
            each(page);
        }
        let whole = Snapshot {
            directory: Arc::new(directory),
            announcements: Arc::new(self.store.announcements().await?),
            shelf: Arc::new(Shelf::default().with(shelved)),
            register: Arc::new(self.register().await?),
            rule_sets: Arc::new(self.store.rule_sets(0).await?),
            rules_version: self.whole().rules_version + 1,
            sequence,
            ..Snapshot::default()
        };
        Ok(Everything {
            whole,
            public_shelf: Shelf::default().with(public),
            hidden: self.store.hidden_offerings().await?,
        })
    }
}

/// Everything that was read at once.
struct Everything {
    whole: Snapshot,
    public_shelf: Shelf,
    hidden: HashSet<ProgramId>,
}

/// Offerings that these entries change: those that they name, and those that stand
/// under a body that they name.
fn touched(before: &Snapshot, events: &[Event]) -> Vec<i32> {
    let mut ids: BTreeSet<i32> = events.iter().filter_map(|event| event.offering).collect();
    for body in events.iter().filter_map(|event| event.body.as_ref()) {
        let own = before.shelf.of_provider(body).iter();
        ids.extend(own.chain(before.shelf.of_partner(body)).map(|one| one.id));
    }
    ids.into_iter().collect()
}
