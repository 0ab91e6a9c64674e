//! What one may not see answers exactly like what does not exist.

use super::asking::{get, json, page, text};
use http::StatusCode;
use interlocal_catalog::offering::Status;
use interlocal_testkit::starter;

/// The drafts of the starter directory: slug and title.
fn drafts() -> Vec<(String, String)> {
    let drafts: Vec<(String, String)> = starter::whole()
        .offerings
        .iter()
        .filter(|offering| offering.status == Status::Draft)
        .map(|offering| {
            (
                offering.content.slug.to_string(),
                offering.content.title.clone(),
            )
        })
        .collect();
    assert!(!drafts.is_empty());
    drafts
}

/// A body without what differs from request to request.
fn without_ids(body: &str, slug: &str) -> String {
    let id = body
        .split("\"request_id\":\"")
        .nth(1)
        .and_then(|rest| rest.get(..32));
    body.replace(slug, "SLUG")
        .replace(id.unwrap_or("no id"), "ID")
}

#[test]
fn a_draft_answers_exactly_like_an_offering_that_never_was() {
    for (slug, _) in drafts() {
        for prefix in ["/offerings", "/api/v1/offerings"] {
            let (draft, missing) = (
                get(&format!("{prefix}/{slug}")),
                get(&format!("{prefix}/never-was")),
            );
            assert_eq!(draft.status, StatusCode::NOT_FOUND, "{slug}");
            assert_eq!(
                without_ids(&draft.text(), &slug),
                without_ids(&missing.text(), "never-was"),
                "{prefix}/{slug}"
            );
            let names = |answer: &super::asking::Answer| {
                let mut names: Vec<String> =
                    answer.headers.keys().map(ToString::to_string).collect();
                names.sort();
                names
            };
            assert_eq!(names(&draft), names(&missing));
        }
    }
}

#[test]
fn a_draft_is_in_no_list_count_or_suggestion() {
    for (slug, title) in drafts() {
        let words: String = title
            .split_whitespace()
            .take(4)
            .collect::<Vec<_>>()
            .join("+");
        let words: String = words
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '+')
            .collect();
        for expired in ["", "&expired=1"] {
            let list = json(&format!("/api/v1/offerings?limit=100&q={words}{expired}"));
            assert!(
                !list.to_string().contains(&format!("\"{slug}\"")),
                "{slug} is in a list"
            );
        }
        let suggested = json(&format!("/api/v1/suggest?q={words}")).to_string();
        assert!(
            !suggested.contains(&format!("/offerings/{slug}")),
            "{slug} is suggested"
        );
    }
}

#[test]
fn a_draft_is_on_no_page_of_its_body_category_or_state() {
    let slugs: Vec<String> = drafts().into_iter().map(|(slug, _)| slug).collect();
    for offering in starter::whole()
        .offerings
        .iter()
        .filter(|o| o.status == Status::Draft)
    {
        let content = &offering.content;
        let mut paths = vec![
            format!("/organizations/{}", content.provider),
            format!("/categories/{}", content.category),
        ];
        let state = content.states.iter().find(|state| *state != "ALL");
        paths.extend(state.map(|postal| format!("/states/{}", postal.to_lowercase())));
        for path in paths {
            let html = page(&path);
            for slug in &slugs {
                assert!(
                    !html.contains(&format!("/offerings/{slug}")),
                    "{path} shows {slug}"
                );
            }
        }
    }
}

#[test]
fn the_count_of_everything_leaves_drafts_out() {
    let published = starter::whole()
        .offerings
        .iter()
        .filter(|offering| offering.status == Status::Published)
        .count() as u64;
    let list = json("/api/v1/offerings?limit=1");
    assert_eq!(list["total"].as_u64(), Some(published));
    assert!(!text(&list["items"][0]["slug"]).is_empty());
}
