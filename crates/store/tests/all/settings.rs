//! Settings are kept and replaced.

use interlocal_testkit::on_both;

#[tokio::test]
async fn a_setting_is_kept_and_replaced_and_outlives_the_connection() {
    on_both(async |database| {
        let store = database.open().await;
        assert_eq!(store.setting("name").await.unwrap(), None);
        for value in ["first", "second"] {
            let tx = store.begin().await.unwrap();
            tx.set("name", value).await.unwrap();
            assert_eq!(tx.setting("name").await.unwrap().as_deref(), Some(value));
            tx.commit().await.unwrap();
        }
        store.close().await.unwrap();
        let again = database.open().await;
        assert_eq!(
            again.setting("name").await.unwrap().as_deref(),
            Some("second")
        );
    })
    .await;
}
