//! What may not be seen does not exist.

use crate::asking::{read, slugs};
use interlocal_catalog::{PlaceId, offering::Status, policy::Actor};
use interlocal_testkit::{small_world, starter::whole};

#[tokio::test]
async fn a_draft_and_a_slug_that_nobody_has_answer_alike() {
    let world = small_world().await;
    let drafts: Vec<_> = whole()
        .offerings
        .into_iter()
        .filter(|offering| offering.status != Status::Published)
        .collect();
    assert_eq!(drafts.len(), 4);
    let missing = read(&world.portal, "nobody-has-this-slug").await;
    assert_eq!(missing, Err("not found".to_owned()));
    let everything = slugs(&world.portal, "").await;
    for draft in drafts {
        let content = &draft.content;
        let slug = content.slug.as_str();
        assert_eq!(read(&world.portal, slug).await, missing, "{slug}");
        assert!(!everything.contains(&slug.to_owned()), "{slug} is listed");
        let found = slugs(&world.portal, &content.title).await;
        assert!(
            !found.contains(&slug.to_owned()),
            "{slug} is found by its title"
        );
        let suggested = world
            .portal
            .suggest(&Actor::Anonymous, &content.title, 20)
            .unwrap();
        let hidden = Some(slug);
        assert!(
            suggested.iter().all(|one| one.slug.as_deref() != hidden),
            "{slug} is suggested"
        );
    }
}

#[tokio::test]
async fn no_answer_sheet_shows_a_draft() {
    let world = small_world().await;
    let drafts: Vec<_> = whole()
        .offerings
        .into_iter()
        .filter(|offering| offering.status != Status::Published)
        .collect();
    for draft in drafts {
        let states = draft.content.states.iter().map(String::as_str);
        for postal in states.map(|state| if state == "ALL" { "IL" } else { state }) {
            let place: PlaceId = world
                .portal
                .snapshot()
                .directory
                .state(postal)
                .unwrap()
                .key
                .place();
            let sheet = world
                .portal
                .answer_sheet(&Actor::Anonymous, &place)
                .await
                .unwrap();
            for answer in sheet
                .iter()
                .flat_map(|row| row.children.iter().chain([&row.answer]))
            {
                let shown = answer.offerings.iter().map(|judged| &judged.shelved.slug);
                assert!(
                    !shown.into_iter().any(|slug| *slug == draft.content.slug),
                    "{postal}"
                );
            }
        }
    }
}

#[tokio::test]
async fn another_slug_of_an_offering_leads_to_it() {
    let world = small_world().await;
    let merged = whole()
        .offerings
        .into_iter()
        .find(|offering| !offering.aliases.is_empty());
    let merged = merged.unwrap();
    let leads = read(&world.portal, merged.aliases[0].as_str()).await;
    assert_eq!(leads, Ok(format!("moved to {}", merged.content.slug)));
    let here = read(&world.portal, merged.content.slug.as_str()).await;
    assert_eq!(here, Ok(merged.content.title));
}
