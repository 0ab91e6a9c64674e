//! Feeds follow a body that says no, takes it back and says it again.

use chrono::{DateTime, TimeDelta, Utc};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId, access::AudienceWord, policy::Actor,
};
use interlocal_portal::Portal;
use interlocal_testkit::{MovableClock, world::tiny_world};
use std::sync::Arc;

const STATE: &str = "state-44";

/// When the feeds say that something changed last: of the government, of the state, of
/// the body.
async fn updated(
    portal: &Portal,
    body: &OrganizationId,
    category: &CategoryId,
) -> [DateTime<Utc>; 3] {
    let actor = Actor::Anonymous;
    let place = PlaceId::new(STATE);
    let (_, of_place) = portal.feed_of_answers(&actor, "x", &place).await.unwrap();
    let (_, of_state) = portal.feed_of_state(&actor, "x", "RI").await.unwrap();
    let of_body = portal.feed_of_statements_of(&actor, body, (0, 50)).await;
    let of_category = |entries: Vec<interlocal_exchange::atom::FeedEntry>| {
        let mut all = entries.into_iter();
        let found = all.find(|one| {
            let about = one.category.as_ref();
            about.is_some_and(|(slug, _)| slug == category.as_str())
        });
        found.unwrap().updated
    };
    [
        of_category(of_place.entries),
        of_category(of_state.entries),
        of_body.unwrap().1.updated,
    ]
}

#[tokio::test]
async fn a_feed_is_updated_at_each_moment_of_saying_no_and_of_taking_it_back_and_at_no_other() {
    let clock = Arc::new(MovableClock::noon());
    let world = tiny_world(clock.clone(), Default::default()).await;
    let portal = &world.portal;
    let snapshot = portal.snapshot();
    let place = PlaceId::new(STATE);
    let body = &snapshot.directory.cio_office(&place).unwrap().organization;
    let category = portal.vocabulary().first_level().next().unwrap();
    let category = category.slug.clone();
    let kinds = [AudienceWord::State, AudienceWord::LocalGovernment];
    for round in 0..2 {
        clock.wait(TimeDelta::minutes(7));
        let said_at = portal_now(&clock);
        let said = portal.say_no(&Actor::Portal, body, &category, &kinds).await;
        said.unwrap();
        clock.wait(TimeDelta::minutes(7));
        let told = updated(portal, body, &category).await;
        assert_eq!(told, [said_at; 3], "said, round {round}");
        let back_at = portal_now(&clock);
        let found = portal.read_statements(&Actor::Portal, body).unwrap();
        let mut all = found.statements.iter();
        let id = &all.find(|one| one.category == category).unwrap().id;
        let back = portal.take_back_statement(&Actor::Portal, body, id).await;
        back.unwrap();
        clock.wait(TimeDelta::minutes(7));
        for _ in 0..2 {
            let told = updated(portal, body, &category).await;
            assert_eq!(told, [back_at; 3], "taken back, round {round}");
        }
    }
}

fn portal_now(clock: &MovableClock) -> DateTime<Utc> {
    interlocal_portal::clock::Clock::now(clock)
}
