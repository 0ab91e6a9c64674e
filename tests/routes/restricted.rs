//! What is for verified governments alone does not exist for anybody else, on any
//! address there is.

use super::asking::{RUNTIME, Site, escaped};
use crate::access;
use http::StatusCode;
use interlocal_catalog::{
    OfferingId,
    details::{Details, Document, DocumentPlace},
    diligence::Proof,
    offering::{Content, Source},
    participation::{OwnWord, Participation, Scope, ScopeWord},
    policy::{Actor, Role, Visibility},
    price::{Period, PriceLine, Unit},
    restriction::RestrictableField,
};
use interlocal_portal::{Adoption, desk::withdraw::TakingBack, publish::Publication};
use interlocal_store::Topic;
use interlocal_testkit::{
    now,
    offerings::{offering, open_within},
    people::somebody,
    small_world, today,
};

const BODY: &str = "il-department-of-innovation-and-technology";
/// Stands in the restricted offering alone, in every text of it.
const HIDDEN: &str = "quasarhidden";
/// Stands in the restricted facts of a public offering alone.
const FACT: &str = "velvetfact";

/// Addresses where it would show, beside those of the access matrix. None says the
/// words whole: what is asked would stand in the answer.
const MORE: [&str; 46] = [
    "/?for=county-17031",
    "/about",
    "/search",
    "/search?for=county-17031",
    "/search?q=quasarhidde",
    "/search?q=quasar&expired=1",
    "/search?q=velvetfac",
    "/search?q=velvet&for=county-17031",
    "/search?category=cybersecurity&for=county-17031",
    "/search?category=endpoint-detection&usable=yes&for=county-17031",
    "/search?state=IL&kind=service&level=state",
    "/search?provider=il-department-of-innovation-and-technology",
    "/search?sort=newest",
    "/categories",
    "/categories/cybersecurity",
    "/categories/endpoint-detection?for=county-17031",
    "/organizations/il-department-of-innovation-and-technology",
    "/organizations/center-for-internet-security",
    "/states/il",
    "/jurisdictions/county-17031",
    "/jurisdictions/county-17043",
    "/match?for=county-17031&category=endpoint-detection",
    "/match?for=county-17043&category=endpoint-detection",
    "/offerings/plain-service",
    "/offerings/plain-service?for=county-17031",
    "/offerings/plain-service?users=100&years=2",
    "/compare?o=plain-service&users=100",
    "/compare?o=plain-service&o=buyboard&for=county-17031&users=100",
    "/compare?o=plain-service@1&o=buyboard",
    "/compare.csv?o=plain-service&users=100",
    "/api/v1/compare?o=plain-service&o=buyboard&for=county-17031&users=100",
    "/api/v1/offerings?limit=100",
    "/api/v1/offerings?q=quasarhidde",
    "/api/v1/offerings?q=velvetfac",
    "/api/v1/offerings/plain-service?for=county-17031",
    "/api/v1/jurisdictions/county-17031/answers",
    "/api/v1/jurisdictions/county-17031",
    "/api/v1/matches?for=county-17031&category=endpoint-detection",
    "/hsds/services?per_page=500&full=true",
    "/hsds/services?search=quasarhidde",
    "/hsds/services?search=plain&full=true",
    "/hsds/organizations?per_page=500",
    "/data.json",
    "/api/v1/suggest?q=quasarh",
    "/api/v1/suggest?q=velvetf",
    "/api/v1/suggest?q=illinois",
];

/// A service that stands in both portals; its restricted facts in one alone.
fn plain() -> Content {
    Content {
        rules: vec![open_within("state-17")],
        ..offering("plain-service", BODY)
    }
}

fn with_facts() -> Content {
    Content {
        how_to_join: format!("{FACT}: write to us; {FACT} again"),
        known_users: format!("{FACT} county"),
        details: details(),
        restricted_fields: RestrictableField::ALL.to_vec(),
        ..plain()
    }
}

/// Prices, a contact and a document, each with the word.
fn details() -> Details {
    let line = PriceLine {
        name: format!("{FACT} license"),
        unit: Unit::User,
        period: Period::Year,
        currency: Default::default(),
        price: serde_json::from_value(
            serde_json::json!({"kind": "off_list", "percent": "12", "list": FACT}),
        )
        .unwrap(),
        least: None,
        note: String::new(),
    };
    let document = Document {
        title: format!("{FACT} agreement"),
        held_by: format!("{FACT} clerk"),
        proves: vec![Proof::Award],
        place: DocumentPlace::Link {
            url: format!("https://example.org/{FACT}.pdf"),
        },
    };
    Details {
        prices: vec![line],
        documents: vec![document],
        contact: format!("{FACT}@example.org"),
        ..Details::default()
    }
}

fn restricted() -> Content {
    Content {
        title: format!("The {HIDDEN} service"),
        summary: format!("{HIDDEN} watches."),
        how_to_join: format!("{HIDDEN} form"),
        known_users: format!("{HIDDEN} users"),
        suppliers: vec![format!("{HIDDEN} Inc.")],
        frameworks: vec![format!("{HIDDEN}-FRAME")],
        category: "endpoint-detection".into(),
        source: Source::PublishingBody,
        states: vec!["IL".to_owned()],
        partners: vec!["center-for-internet-security".into()],
        visibility: Visibility::VerifiedGovernments,
        rules: vec![open_within("state-17")],
        ..offering("quasarhidden-service", BODY)
    }
}

fn publish(site: &Site, content: &Content, aliases: &[OfferingId]) {
    let publication = Publication {
        content,
        aliases,
        reason: "a new service",
    };
    RUNTIME
        .block_on(site.world.portal.publish(&Actor::Portal, publication))
        .unwrap();
}

/// A portal in which nothing was ever restricted.
fn without() -> Site {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &plain(), &[]);
    site
}

/// The same portal with a restricted offering, its users and restricted facts.
fn with() -> Site {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &with_facts(), &[]);
    publish(&site, &restricted(), &["quasarhidden-before".into()]);
    let portal = &site.world.portal;
    RUNTIME.block_on(async {
        let record = Participation {
            id: "cook-in-it".to_owned(),
            who: "county-17031".into(),
            program: "quasarhidden-service".into(),
            scope: Scope::Words(vec![ScopeWord::Own(OwnWord::Own)]),
            done: Vec::new(),
            from: None,
            until: None,
            source: Some(format!("{HIDDEN} minutes")),
            checked_on: Some(today()),
        };
        portal
            .record_participation(&Actor::Portal, &record)
            .await
            .unwrap();
        let uses = |jurisdiction: &str, offering| Adoption {
            jurisdiction: jurisdiction.into(),
            offering,
            since: None,
            size: None,
            source: format!("{FACT} {HIDDEN} list"),
            checked_on: today(),
        };
        let tx = portal.store().begin().await.unwrap();
        let id = tx.offering(&restricted().slug).await.unwrap().unwrap().id;
        let plain = tx.offering(&plain().slug).await.unwrap().unwrap().id;
        let users = [uses("county-17043", id), uses("county-17097", plain)];
        tx.add_adoptions(&users).await.unwrap();
        tx.announce(Topic::Records, None, now()).await.unwrap();
        tx.commit().await.unwrap();
        portal.catch_up().await.unwrap();
    });
    site
}

/// What an address answers, without what differs from request to request.
fn told(site: &Site, path: &str) -> String {
    let answer = site.get(path);
    let text = String::from_utf8_lossy(&answer.bytes).into_owned();
    let id = text
        .split("\"request_id\":\"")
        .nth(1)
        .and_then(|rest| rest.get(..32));
    let text = text.replace(id.unwrap_or("no id"), "ID");
    format!("{} {text}", answer.status)
}

fn every_address() -> Vec<String> {
    let matrix = access::rows()
        .filter(|row| row.verb == "get" && !row.path.contains('{'))
        .map(|row| row.path.to_owned());
    matrix.chain(MORE.map(str::to_owned)).collect()
}

#[test]
fn every_address_answers_as_if_what_is_restricted_had_never_been() {
    let (without, with) = (without(), with());
    for path in every_address() {
        let answer = told(&with, &path);
        for word in [HIDDEN, FACT] {
            assert!(
                !answer.to_lowercase().contains(word),
                "{path} says {word}: {answer}"
            );
        }
        assert_eq!(told(&without, &path), answer, "{path}");
    }
}

#[test]
fn its_own_addresses_are_those_of_nothing() {
    let site = with();
    for pattern in [
        "/offerings/SLUG",
        "/offerings/SLUG/checklist",
        "/templates/resolution-to-join?offering=SLUG",
        "/api/v1/offerings/SLUG",
        "/api/v1/offerings/SLUG/checklist",
    ] {
        let of = |slug: &str| told(&site, &pattern.replace("SLUG", slug)).replace(slug, "SLUG");
        let missing = of("never-was");
        for slug in ["quasarhidden-service", "quasarhidden-before"] {
            let answer = of(slug);
            assert!(answer.starts_with("404"), "{pattern} of {slug}");
            assert_eq!(answer, missing, "{pattern} of {slug}");
        }
    }
}

#[test]
fn somebody_of_a_verified_government_sees_all_of_it() {
    let site = with();
    let portal = &site.world.portal;
    let member = RUNTIME.block_on(somebody(
        portal,
        "ada@arden.example",
        &[("center-for-internet-security", Role::Member)],
    ));
    let sees = |path: &str, words: &str| {
        let answer = site.get_as(&member, path);
        assert!(answer.status.is_success(), "{path}: {}", answer.status);
        assert!(answer.text().contains(words), "{path} does not say {words}");
        assert_eq!(
            answer.header(http::header::CACHE_CONTROL),
            "private, no-store",
            "{path}"
        );
    };
    let link = "/offerings/quasarhidden-service";
    sees(link, "The quasarhidden service");
    sees(
        "/api/v1/offerings/quasarhidden-service",
        "quasarhidden Inc.",
    );
    sees("/search?q=quasarhidden", link);
    sees("/api/v1/offerings?q=quasarhidden", "\"total\":1");
    sees("/categories/endpoint-detection", link);
    sees(&format!("/organizations/{BODY}"), link);
    sees("/organizations/center-for-internet-security", link);
    sees("/states/il", link);
    sees("/jurisdictions/county-17031", link);
    sees(
        "/jurisdictions/county-17043",
        "velvetfact quasarhidden list",
    );
    sees("/api/v1/jurisdictions/county-17031/answers", "quasarhidden");
    sees(
        "/match?for=county-17097&category=endpoint-detection",
        "quasarhidden",
    );
    sees("/api/v1/suggest?q=the+quasarh", link);
    for fact in [
        "velvetfact county",
        "velvetfact license",
        "velvetfact agreement",
        "velvetfact@example.org",
    ] {
        sees("/offerings/plain-service", fact);
    }
    sees("/search?q=velvetfact", "/offerings/plain-service");
    let moved = site.get_as(&member, "/offerings/quasarhidden-before");
    assert_eq!(moved.status, StatusCode::MOVED_PERMANENTLY);

    let stranger = RUNTIME.block_on(somebody(portal, "eve@arden.example", &[]));
    let answer = site.get_as(&stranger, link);
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "of no government");
}

#[test]
fn a_public_offering_that_leads_through_a_restricted_one_does_not_name_it() {
    let site = with();
    let json = serde_json::json!({
        "any_of": ["state"], "in": "quasarhidden-service", "list": "partial",
    });
    let mut rule = open_within("state-17");
    rule.above = Some(serde_json::from_value(json).unwrap());
    let content = Content {
        rules: vec![rule],
        ..offering("leads-through", BODY)
    };
    publish(&site, &content, &[]);
    for path in [
        "/offerings/leads-through",
        "/offerings/leads-through?for=county-17031",
        "/api/v1/offerings/leads-through?for=county-17031",
        "/search?q=leads&for=county-17031",
    ] {
        let answer = told(&site, path);
        assert!(answer.starts_with("200"), "{path}");
        assert!(!answer.contains(HIDDEN), "{path}: {answer}");
    }
}

#[test]
fn what_becomes_restricted_is_gone_and_what_is_freed_is_there() {
    let site = with();
    let open = Content {
        visibility: Visibility::Public,
        ..restricted()
    };
    let found = format!("/api/v1/offerings?q={}", escaped(HIDDEN));
    publish(&site, &open, &[]);
    assert_eq!(site.json(&found)["total"], 1);
    let page = site.page("/offerings/quasarhidden-service");
    assert!(
        page.contains("Edition 2"),
        "the edition that everybody may read"
    );
    assert!(
        !page.contains("Edition 1 published"),
        "the one before was not for everybody"
    );
    publish(&site, &restricted(), &[]);
    assert_eq!(site.json(&found)["total"], 0);
    assert_eq!(
        site.get("/offerings/quasarhidden-service").status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn what_was_restricted_and_is_withdrawn_is_gone_for_verified_governments_alone() {
    let site = with();
    let portal = &site.world.portal;
    let back = TakingBack {
        reason: format!("{HIDDEN} ended"),
        successor: None,
    };
    let slug = restricted().slug;
    RUNTIME
        .block_on(portal.withdraw(&Actor::Portal, &BODY.into(), &slug, back))
        .unwrap();
    let roles = [("center-for-internet-security", Role::Member)];
    let member = RUNTIME.block_on(somebody(portal, "ada@arden.example", &roles));
    for prefix in ["/offerings", "/api/v1/offerings"] {
        let path = format!("{prefix}/{slug}");
        let gone = site.get_as(&member, &path);
        assert_eq!(gone.status, StatusCode::GONE, "{path}");
        let missing = told(&site, &format!("{prefix}/never-was")).replace("never-was", "SLUG");
        let answer = told(&site, &path).replace(slug.as_str(), "SLUG");
        assert_eq!(answer, missing, "{path}");
    }
    for path in every_address() {
        let answer = told(&site, &path).to_lowercase();
        assert!(!answer.contains(HIDDEN), "{path} says {HIDDEN}: {answer}");
    }
}
