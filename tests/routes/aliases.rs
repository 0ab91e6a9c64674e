//! Older addresses of one offering lead to it for good.

use super::asking::{get, json, text};
use http::{StatusCode, header};

#[test]
fn the_other_slug_of_a_merged_pair_answers_moved_for_good_with_the_query_kept() {
    for (alias, slug) in [
        ("txshare-nctcog", "nctcog-txshare"),
        ("oshean-rhode-island", "rhode-island-oshean"),
        ("rwc-phoenix", "arizona-regional-wireless-cooperative"),
    ] {
        for prefix in ["/offerings", "/api/v1/offerings"] {
            let answer = get(&format!("{prefix}/{alias}?for=county-17031"));
            assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY, "{alias}");
            let target = format!("{prefix}/{slug}?for=county-17031");
            assert_eq!(answer.header(header::LOCATION), target);
            assert_eq!(get(&target).status, StatusCode::OK);
        }
        let aliases = json(&format!("/api/v1/offerings/{slug}"))["aliases"].clone();
        assert_eq!(text(&aliases[0]), alias);
    }
}

#[test]
fn an_alias_is_no_offering_of_its_own_in_lists() {
    let list = json("/api/v1/offerings?limit=100&q=txshare");
    let slugs = super::asking::each(&list, "slug");
    assert!(slugs.contains(&"nctcog-txshare".to_owned()), "{slugs:?}");
    assert!(!slugs.contains(&"txshare-nctcog".to_owned()), "{slugs:?}");
}
