//! The portal: its parts, and how it starts.

use crate::{
    Error,
    accounts::{public_url::PublicUrl, second_factor::Asked},
    audience::Views,
    clock::Clock,
    documents::kept::Documents,
    exporting::ExportCare,
    links::LinkCare,
    overview::Overview,
    standings::{Standings, StandingsKey},
    steward::Jobs,
    webhooks::WebhookCare,
    withdrawn::Withdrawn,
};
use interlocal_catalog::{category::Vocabulary, policy::Visibility};
use interlocal_identity::provider::Provider;
use interlocal_mail::PostOffice;
use interlocal_search::Index;
use interlocal_store::{Edition, Store};
use moka::sync::Cache;
use std::{
    collections::{BTreeSet, HashMap},
    path::PathBuf,
    sync::{Arc, RwLock},
};
use tokio::sync::{Mutex, Notify};

/// How many editions are kept in memory.
const EDITIONS_KEPT: u64 = 20_000;
/// For how many governments the standings are kept.
const STANDINGS_KEPT: u64 = 2_000;

/// What a portal is made of.
pub struct Options {
    /// The database.
    pub store: Store,
    /// Where the index lives; none keeps it in memory.
    pub index_directory: Option<PathBuf>,
    /// The category vocabulary.
    pub vocabulary: Arc<Vocabulary>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What lies outside: addresses, mail, providers.
    pub outside: Outside,
}

/// What lies outside the portal, as its configuration names it.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// The address under which people reach the portal.
    pub public_url: PublicUrl,
    /// Who vouches for people beside their own passwords.
    pub providers: Vec<Arc<Provider>>,
    /// Of whom a second factor is asked.
    pub second_factor_for: Vec<Asked>,
    /// Where letters go.
    pub post_office: PostOffice,
    /// Whether a proxy in front says where a request comes from.
    pub behind_proxy: bool,
    /// Where documents lie.
    pub documents: Documents,
    /// Where files lie that wait to be taken in.
    pub imports: Documents,
    /// How links are looked after; none leaves them alone.
    pub links: Option<LinkCare>,
    /// Where to report a weakness: `mailto:` or a page; none where nobody said.
    pub security_contact: Option<String>,
    /// How events are handed over.
    pub webhooks: WebhookCare,
    /// Where the files lie that everybody can download; none writes no files.
    pub exports: Option<ExportCare>,
}

/// The portal. Cheap to share; every use case is one of its functions.
pub struct Portal {
    pub(crate) store: Store,
    pub(crate) index: Arc<Index>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) outside: Outside,
    pub(crate) views: RwLock<Views>,
    pub(crate) editions: Cache<i32, Arc<Edition>>,
    pub(crate) standings: Cache<StandingsKey, Arc<Standings>>,
    pub(crate) overview: std::sync::Mutex<HashMap<Visibility, Arc<Overview>>>,
    /// Told of every commit of this process.
    pub(crate) committed: Arc<Notify>,
    /// One follower at a time.
    pub(crate) following: Mutex<()>,
    pub(crate) jobs: Jobs,
    /// Told when a file waits for the portal to work on it.
    pub(crate) imports_wait: Notify,
    /// What was taken back, as a search finds it.
    pub(crate) withdrawn: Mutex<Option<Withdrawn>>,
    /// The links of what is published, and the sequence at which it was read.
    pub(crate) links: Mutex<Option<(i64, Arc<BTreeSet<String>>)>>,
}

impl Portal {
    /// Opens the index and reads what the database holds.
    pub async fn open(options: Options) -> Result<Arc<Self>, Error> {
        let index = match options.index_directory {
            Some(base) => {
                let directory = base.join(catalog_id(&options.store, &*options.clock).await?);
                std::fs::create_dir_all(&directory)
                    .map_err(|e| Error::Unavailable(format!("{}: {e}", directory.display())))?;
                Index::open(&directory, Arc::clone(&options.vocabulary))?
            }
            None => Index::in_memory(Arc::clone(&options.vocabulary))?,
        };
        let portal = Arc::new(Self {
            store: options.store,
            index: Arc::new(index),
            vocabulary: options.vocabulary,
            clock: options.clock,
            outside: options.outside,
            views: RwLock::default(),
            editions: Cache::new(EDITIONS_KEPT),
            standings: Cache::new(STANDINGS_KEPT),
            overview: std::sync::Mutex::default(),
            committed: Arc::new(Notify::new()),
            following: Mutex::new(()),
            jobs: Jobs::default(),
            imports_wait: Notify::new(),
            withdrawn: Mutex::default(),
            links: Mutex::default(),
        });
        portal.read_all().await?;
        Ok(portal)
    }

    /// The category vocabulary.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Today, by the portal's clock.
    pub fn today(&self) -> chrono::NaiveDate {
        self.clock.today()
    }

    /// The address under which people reach the portal.
    pub fn public_url(&self) -> &PublicUrl {
        &self.outside.public_url
    }

    /// Whether a proxy in front says where a request comes from.
    pub fn is_behind_proxy(&self) -> bool {
        self.outside.behind_proxy
    }

    /// The time now, by the portal's clock.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// The database, for the commands that look after it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether the database answers and the index has caught up with the outbox.
    pub async fn is_ready(&self) -> Result<bool, Error> {
        let newest = self.store.newest_sequence().await?;
        Ok(self.index.applied_sequence() >= newest && self.whole().sequence >= newest)
    }

    /// These editions by row, from memory or with one query.
    pub(crate) async fn editions(&self, wanted: &[i32]) -> Result<Vec<Arc<Edition>>, Error> {
        let missing: Vec<i32> = wanted
            .iter()
            .copied()
            .filter(|id| !self.editions.contains_key(id))
            .collect();
        let mut read: std::collections::HashMap<i32, Arc<Edition>> = Default::default();
        if !missing.is_empty() {
            for edition in self.store.editions(&missing).await? {
                let edition = Arc::new(edition);
                self.editions.insert(edition.id, Arc::clone(&edition));
                read.insert(edition.id, edition);
            }
        }
        Ok(wanted
            .iter()
            .filter_map(|id| read.get(id).cloned().or_else(|| self.editions.get(id)))
            .collect())
    }
}

/// Names the database, so that an index is never taken for another database's.
async fn catalog_id(store: &Store, clock: &dyn Clock) -> Result<String, Error> {
    if let Some(id) = store.setting("catalog_id").await? {
        return Ok(id);
    }
    let tx = store.begin().await?;
    let id = match tx.setting("catalog_id").await? {
        Some(id) => id,
        None => {
            let id = clock.now().timestamp_micros().to_string();
            tx.set("catalog_id", &id).await?;
            id
        }
    };
    tx.commit().await?;
    Ok(id)
}
