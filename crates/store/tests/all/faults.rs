//! Faults are sorted by what a caller can do about them.

use interlocal_store::{Error, Store};
use interlocal_testkit::{Database, on_both};

#[tokio::test]
async fn a_server_that_does_not_answer_is_not_available() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let url = format!("postgres://interlocal@127.0.0.1:{port}/nothing");
    let fault = Store::open(&url).await.unwrap_err();
    assert!(matches!(fault, Error::Unavailable(_)), "{fault:?}");
}

#[tokio::test]
async fn a_sqlite_file_that_cannot_be_made_is_not_available() {
    let fault = Store::open("sqlite:///no-such-folder/test.db")
        .await
        .unwrap_err();
    assert!(matches!(fault, Error::Unavailable(_)), "{fault:?}");
}

#[tokio::test]
async fn a_closed_database_is_not_available() {
    on_both(async |database| {
        let store = database.open().await;
        store.ping().await.unwrap();
        store.clone().close().await.unwrap();
        let ping = store.ping().await;
        assert!(matches!(ping, Err(Error::Unavailable(_))), "{ping:?}");
        let write = store.begin().await.err();
        assert!(matches!(write, Some(Error::Unavailable(_))), "{write:?}");
    })
    .await;
}

#[tokio::test]
async fn a_database_that_goes_away_is_not_available() {
    let database = Database::postgres().await;
    let store = database.open().await;
    store.ping().await.unwrap();
    database.remove().await;
    let read = store.jurisdictions().await;
    assert!(matches!(read, Err(Error::Unavailable(_))), "{read:?}");
}

#[tokio::test]
async fn connections_that_the_server_cut_are_replaced_without_a_word() {
    let database = Database::postgres().await;
    let store = database.open().await;
    store.ping().await.unwrap();
    let cut = "select count(pg_terminate_backend(pid)) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    assert!(interlocal_testkit::databases::number(&database.url, cut).await > 0);
    store.ping().await.unwrap();
    store.begin().await.unwrap().commit().await.unwrap();
    database.remove().await;
}
