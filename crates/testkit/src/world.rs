//! A portal on the starter directory. It is loaded once for a build, and copied
//! for each test that wants one.

use crate::{
    clock,
    files::{copy, fingerprint, made, repository},
    starter,
};
use interlocal_catalog::{category::Vocabulary, policy::Actor};
use interlocal_exchange::starter::Starter;
use interlocal_portal::{Options, Outside, Portal, clock::Clock};
use interlocal_store::Store;
use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// What a prepared world depends on.
const MADE_OF: [&str; 8] = [
    "assets/starter",
    "migrations/src",
    "crates/catalog/src",
    "crates/exchange/src",
    "crates/matching/src",
    "crates/store/src",
    "crates/search/src",
    "crates/portal/src",
];

/// A portal on a copy of the starter directory, at noon of the test day.
pub struct World {
    /// The portal.
    pub portal: Arc<Portal>,
    folder: TempDir,
}

impl World {
    /// The address of its SQLite database.
    pub fn database_url(&self) -> String {
        database_url(self.folder.path())
    }

    /// How many rows every table holds.
    pub async fn kept(&self) -> BTreeMap<String, i64> {
        let pool = sqlx::SqlitePool::connect(&self.database_url())
            .await
            .unwrap();
        let tables: Vec<String> =
            sqlx::query_scalar("select name from sqlite_master where type = 'table'")
                .fetch_all(&pool)
                .await
                .unwrap();
        let mut kept = BTreeMap::new();
        for table in tables {
            let query = sqlx::AssertSqlSafe(format!("select count(*) from \"{table}\""));
            let count: i64 = sqlx::query_scalar(query).fetch_one(&pool).await.unwrap();
            kept.insert(table, count);
        }
        pool.close().await;
        kept
    }

    /// What every table holds, in short: beside what requests leave behind by
    /// themselves, and what no request writes.
    pub async fn written(&self) -> BTreeMap<String, u64> {
        let untold = ["session", "throttle", "jurisdiction", "rule_set", "job_run"];
        let pool = sqlx::SqlitePool::connect(&self.database_url())
            .await
            .unwrap();
        let mut written = BTreeMap::new();
        for table in self.kept().await.into_keys() {
            if untold.contains(&table.as_str()) {
                continue;
            }
            let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info(?)")
                .bind(&table)
                .fetch_all(&pool)
                .await
                .unwrap();
            let columns: Vec<String> = columns.iter().map(|c| format!("quote(\"{c}\")")).collect();
            let columns = columns.join("||','||");
            let query = format!("select {columns} from \"{table}\" order by 1");
            let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
                .fetch_all(&pool)
                .await
                .unwrap();
            let mut hasher = DefaultHasher::new();
            rows.hash(&mut hasher);
            written.insert(table, hasher.finish());
        }
        pool.close().await;
        written
    }

    /// How often each word comes out of a query of two columns: word and count.
    pub async fn counted(&self, query: &str) -> BTreeMap<String, i64> {
        let pool = sqlx::SqlitePool::connect(&self.database_url())
            .await
            .unwrap();
        let rows: Vec<(String, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(query.to_owned()))
            .fetch_all(&pool)
            .await
            .unwrap();
        pool.close().await;
        rows.into_iter().collect()
    }

    /// The folder of its index.
    pub fn index_directory(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    /// Closes the portal and opens it again, `between` having been at its folder.
    pub async fn reopened(self, between: impl FnOnce(&Path)) -> Self {
        let Self { portal, folder } = self;
        portal.store().clone().close().await.unwrap();
        drop(portal);
        between(folder.path());
        let portal = open(folder.path()).await;
        Self { portal, folder }
    }
}

/// A portal on the whole starter directory. It takes seconds to open.
pub async fn world() -> World {
    copy_of("whole", starter::whole).await
}

/// The same at the time of a clock and with what lies outside.
pub async fn whole_world(clock: Arc<dyn Clock>, outside: Outside) -> World {
    copied("whole", starter::whole, clock, outside).await
}

/// The same with fewer governments: states, counties and those of Rhode Island.
pub async fn small_world() -> World {
    copy_of("small", starter::of_counties).await
}

/// Rhode Island alone, at the time of a clock and with what lies outside; opens at once.
pub async fn tiny_world(clock: Arc<dyn Clock>, outside: Outside) -> World {
    copied("tiny", || starter::of_states(&["RI"]), clock, outside).await
}

async fn copy_of(name: &str, starter: fn() -> Starter) -> World {
    copied(name, starter, clock(), Outside::default()).await
}

async fn copied(
    name: &str,
    starter: fn() -> Starter,
    clock: Arc<dyn Clock>,
    outside: Outside,
) -> World {
    let prepared = prepared(name, starter).await;
    let folder = tempfile::tempdir().unwrap();
    copy(&prepared, folder.path());
    World {
        portal: open_with(folder.path(), clock, outside).await,
        folder,
    }
}

/// The vocabulary of the starter directory.
pub fn vocabulary() -> Arc<Vocabulary> {
    Arc::new(interlocal_exchange::starter::vocabulary(&starter::file).unwrap())
}

async fn open(folder: &Path) -> Arc<Portal> {
    open_with(folder, clock(), Outside::default()).await
}

async fn open_with(folder: &Path, clock: Arc<dyn Clock>, outside: Outside) -> Arc<Portal> {
    let store = Store::open(&database_url(folder)).await.unwrap();
    let options = Options {
        store,
        index_directory: Some(folder.join("index")),
        vocabulary: vocabulary(),
        clock,
        outside,
    };
    Portal::open(options).await.unwrap()
}

fn database_url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("portal.db").display())
}

/// The folder of the loaded starter directory; the first to come makes it, the
/// others wait.
async fn prepared(name: &str, starter: fn() -> Starter) -> PathBuf {
    let folders: Vec<PathBuf> = MADE_OF.iter().map(|folder| repository(folder)).collect();
    let worlds = made().join("worlds").join(name);
    fs::create_dir_all(&worlds).unwrap();
    let lock = fs::File::create(worlds.join("lock")).unwrap();
    lock.lock().unwrap();
    let wanted = worlds.join(fingerprint(&folders));
    if !wanted.is_dir() {
        for entry in fs::read_dir(&worlds).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                fs::remove_dir_all(path).unwrap();
            }
        }
        let beside = worlds.join("unfinished");
        fs::create_dir_all(&beside).unwrap();
        let portal = open(&beside).await;
        let loaded = portal
            .load_starter(&Actor::Portal, &starter(), &|_| {})
            .await;
        assert!(
            loaded.unwrap(),
            "the starter directory is loaded into an empty portal"
        );
        portal.store().clone().close().await.unwrap();
        drop(portal);
        fs::rename(&beside, &wanted).unwrap();
    }
    wanted
}
