//! Every offering of the starter directory on its page.

use super::asking::{get, page, words};
use http::StatusCode;
use interlocal_catalog::offering::{Source, Status};
use interlocal_testkit::starter;

#[test]
fn every_listing_says_that_nobody_has_confirmed_it_and_names_its_source() {
    let starter = starter::whole();
    let published = starter
        .offerings
        .iter()
        .filter(|o| o.status == Status::Published);
    let mut counts = (0, 0);
    for offering in published {
        let content = &offering.content;
        let path = format!("/offerings/{}", content.slug);
        let html = page(&path);
        let text = words(&html);
        match content.source {
            Source::PublicSource => {
                counts.0 += 1;
                let notice = "Listed from public sources – not confirmed by";
                assert!(text.contains(notice), "{path}: {text}");
                let link = format!("href=\"{}\"", content.source_words.replace('&', "&amp;"));
                assert!(
                    html.contains(&link) || text.contains(&content.source_words),
                    "{path} names its source {}",
                    content.source_words
                );
            }
            Source::Unsourced => {
                counts.1 += 1;
                let notice = "Known of, no public source recorded – ask";
                assert!(text.contains(notice), "{path}: {text}");
            }
            Source::PublishingBody => panic!("{path}: the starter directory confirms nothing"),
        }
        assert!(
            text.contains("November 22, 2026"),
            "{path} says when it was checked"
        );
        for part in [
            "Who can use this",
            "What it costs",
            "How to join or buy",
            "Ends on",
        ] {
            assert!(text.contains(part), "{path} has no “{part}”");
        }
    }
    assert!(counts.0 > 250 && counts.1 > 20, "{counts:?}");
}

#[test]
fn with_a_government_the_verdict_comes_first_with_every_link() {
    let html = page("/offerings/buyboard?for=municipality-4835000");
    let text = words(&html);
    let verdict = text
        .find("May Houston, Texas use this?")
        .expect("the question");
    assert!(
        verdict < text.find("What it is").unwrap()
            && verdict < text.find("Who can use this").unwrap()
    );
    for link in [
        "In force",
        "Area",
        "Kind of government",
        "Taking part above",
        "Your own steps",
        "Limits",
    ] {
        assert!(text.contains(link), "{link}");
    }
    assert!(text.contains("Yes, after 2 steps") && text.contains("Next: Adopt a resolution"));
}

#[test]
fn without_a_source_the_verdict_is_never_better_than_not_recorded() {
    let starter = starter::whole();
    let unsourced: Vec<_> = starter
        .offerings
        .iter()
        .filter(|o| o.status == Status::Published && o.content.source == Source::Unsourced)
        .collect();
    for offering in unsourced.iter().take(12) {
        for key in ["county-17031", "municipality-4835000"] {
            let one = super::asking::json(&format!(
                "/api/v1/offerings/{}?for={key}",
                offering.content.slug
            ));
            let outcome = super::asking::text(&one["verdict"]["outcome"]);
            assert!(
                ["unknown", "no"].contains(&outcome.as_str()),
                "{}",
                offering.content.slug
            );
            assert_eq!(one["confidence"], "unsourced");
        }
    }
}

#[test]
fn an_unknown_offering_is_not_found() {
    assert_eq!(get("/offerings/never-was").status, StatusCode::NOT_FOUND);
}
