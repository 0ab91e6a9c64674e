//! Every government has an answer sheet.

use interlocal_catalog::{CategoryId, PlaceId, answer::AnswerWord, policy::Actor};
use interlocal_portal::Error;
use interlocal_testkit::{small_world, world};
use proptest::{
    sample::Index,
    strategy::{Strategy, ValueTree},
    test_runner::{Config, TestRunner},
};

#[tokio::test]
async fn a_sheet_is_made_for_every_one_of_two_hundred_governments() {
    let world = world().await;
    let portal = &world.portal;
    let snapshot = portal.snapshot();
    let governments = snapshot.directory.jurisdictions();
    let categories = portal.vocabulary().all();
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    for _ in 0..200 {
        let any = proptest::prelude::any::<Index>()
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let place = any.get(governments).key.place();
        let sheet = portal
            .answer_sheet(&Actor::Anonymous, &place)
            .await
            .unwrap();
        let answers: Vec<_> = sheet
            .iter()
            .flat_map(|row| std::iter::once(&row.answer).chain(&row.children))
            .collect();
        let answered: Vec<&CategoryId> = answers.iter().map(|answer| &answer.category).collect();
        let expected: Vec<&CategoryId> = categories.iter().map(|known| &known.slug).collect();
        assert_eq!(answered, expected, "{place}");
        for answer in answers {
            let evidence = answer.offerings.len() + answer.statements.len();
            let recorded = answer.answer != AnswerWord::NotRecorded;
            assert!(
                !recorded || evidence > 0,
                "{place}, {}: no evidence",
                answer.category
            );
            assert!(
                recorded || answer.ask.is_some(),
                "{place}, {}: nobody to ask",
                answer.category
            );
            let verdicts = answer
                .offerings
                .iter()
                .map(|judged| judged.verdict.is_some());
            assert!(
                verdicts.into_iter().all(|has| has),
                "{place}, {}",
                answer.category
            );
        }
    }
}

#[tokio::test]
async fn nobody_has_no_answer_sheet() {
    let world = small_world().await;
    let answer = world
        .portal
        .answer_sheet(&Actor::Anonymous, &PlaceId::new("county-99999"))
        .await;
    assert!(matches!(answer, Err(Error::NotFound)));
}
