//! `interlocal import …` as it is typed: its report, its line of counts, its exit.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod fixtures;
mod typed;

use interlocal_store::Store;
use interlocal_testkit::places::{body, illinois};
use std::{
    path::Path,
    process::{Command, Output},
};

/// A data directory with a few governments and two bodies.
struct Portal(tempfile::TempDir);

impl Portal {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let url = format!(
            "sqlite://{}",
            data.path().join("interlocal.sqlite").display()
        );
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open(&url).await.unwrap();
            let tx = store.begin().await.unwrap();
            tx.add_jurisdictions(&illinois()).await.unwrap();
            tx.add_organizations(&[body("arden", "county-17031"), body("boro", "county-17031")])
                .await
                .unwrap();
            tx.commit().await.unwrap();
            store.close().await.unwrap();
        });
        Self(data)
    }

    fn import(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_interlocal"))
            .arg("import")
            .args(arguments)
            .arg("--data")
            .arg(self.0.path())
            .output()
            .unwrap()
    }

    /// A file of its own beside the database.
    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The line of counts with which a report ends.
fn counts(output: &Output) -> String {
    said(output).lines().last().unwrap().to_owned()
}

/// What is said of a file that cannot be read.
fn fault(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The folder of files that nobody on the project wrote; none where it is not there.
fn fixture_folder() -> Option<std::path::PathBuf> {
    let folder = std::env::var_os("INTERLOCAL_FIXTURES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures"),
        std::path::PathBuf::from,
    );
    if !folder.is_dir() {
        println!("skipped: no fixtures");
        return None;
    }
    Some(folder)
}
