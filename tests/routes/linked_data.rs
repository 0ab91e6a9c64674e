//! What pages say to machines: JSON-LD in their head.

use super::{
    asking::{STARTER, page, text},
    compare,
    desk_review::{decide, leads_to, person, site, submit, written},
};
use interlocal_catalog::policy::Role;
use serde_json::Value;

/// The things that a page is about.
fn about(html: &str) -> Vec<Value> {
    let blocks: Vec<&str> = html
        .split("<script type=\"application/ld+json\">")
        .skip(1)
        .collect();
    assert_eq!(blocks.len(), 1, "one block a page");
    let block = blocks[0].split("</script>").next().unwrap();
    let block: Value = serde_json::from_str(block).unwrap_or_else(|e| panic!("{e}: {block}"));
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].as_array().unwrap().clone()
}

fn the<'a>(things: &'a [Value], kind: &str) -> &'a Value {
    let mut found = things.iter().filter(|thing| thing["@type"] == kind);
    let one = found.next();
    one.unwrap_or_else(|| panic!("no {kind} in {things:?}"))
}

/// The page of a body of the starter directory.
fn body() -> String {
    let list = STARTER.json("/api/v1/offerings?kind=contract&limit=1");
    format!(
        "/organizations/{}",
        text(&list["items"][0]["provider"]["slug"])
    )
}

/// A slug of the starter directory by the kind of its offering.
fn some(kind: &str) -> String {
    let list = STARTER.json(&format!("/api/v1/offerings?kind={kind}&limit=1"));
    text(&list["items"][0]["slug"])
}

#[test]
fn a_service_says_who_provides_it_where_and_by_whose_word() {
    let slug = some("service");
    let things = about(&page(&format!("/offerings/{slug}?for=county-17031")));
    let service = the(&things, "GovernmentService");
    let twin = STARTER.json(&format!("/api/v1/offerings/{slug}"));
    assert_eq!(service["name"], twin["title"]);
    assert_eq!(service["description"], twin["summary"]);
    let url = format!("{}/offerings/{slug}", STARTER.origin());
    assert_eq!(
        service["url"], url,
        "the chosen government is not part of it"
    );
    assert_eq!(service["provider"][0]["name"], twin["provider"]["name"]);
    assert!(!service["areaServed"].as_array().unwrap().is_empty());
    let word = text(&service["disambiguatingDescription"]);
    assert!(word.contains("not confirmed by"), "{word}");
    let audience = text(&service["audience"][0]["audienceType"]);
    assert!(audience.contains("Kinds of government: "), "{audience}");
}

#[test]
fn a_contract_is_an_offer_with_its_term_and_no_price_that_is_not_stated() {
    let slug = some("contract");
    let things = about(&page(&format!("/offerings/{slug}")));
    let offer = the(&things, "Offer");
    let twin = STARTER.json(&format!("/api/v1/offerings/{slug}"));
    assert_eq!(offer["offeredBy"]["name"], twin["provider"]["name"]);
    assert_eq!(offer["itemOffered"]["@type"], "Service");
    assert_eq!(offer["validThrough"], twin["term"]["ends_on"]);
    assert!(offer.get("price").is_none() && offer.get("priceSpecification").is_none());
}

#[test]
fn prices_are_given_by_tier_with_currency_and_unit() {
    let site = compare::site();
    let things = about(&site.page("/offerings/by-endpoint"));
    let service = the(&things, "GovernmentService");
    let prices = service["offers"]["priceSpecification"].as_array().unwrap();
    let said: Vec<(String, String)> = prices
        .iter()
        .map(|price| {
            assert_eq!(price["priceCurrency"], "USD");
            assert_eq!(price["unitText"], "per endpoint a month");
            let from = &price["eligibleQuantity"]["minValue"];
            (
                text(&price["price"]),
                from.as_str().unwrap_or("").to_owned(),
            )
        })
        .collect();
    let wanted = [("4.25", ""), ("3.90", "500")];
    assert_eq!(said, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let unpriced = about(&site.page("/offerings/unpriced"));
    assert!(the(&unpriced, "GovernmentService").get("offers").is_none());
}

#[test]
fn the_way_to_each_page_is_told_with_whole_addresses() {
    let slug = some("service");
    let origin = STARTER.origin();
    for (path, least) in [
        (format!("/offerings/{slug}"), 4),
        ("/categories/endpoint-detection".to_owned(), 4),
        ("/states/il".to_owned(), 2),
        ("/jurisdictions/county-17031".to_owned(), 3),
        (body(), 2),
        ("/data".to_owned(), 2),
    ] {
        let things = about(&page(&path));
        let steps = the(&things, "BreadcrumbList")["itemListElement"].clone();
        let steps = steps.as_array().unwrap();
        assert!(steps.len() >= least, "{path}: {steps:?}");
        for (place, step) in steps.iter().enumerate() {
            assert_eq!(step["position"], place + 1, "{path}");
            let address = text(&step["item"]);
            let inside = address.strip_prefix(&origin).expect(&address);
            page(inside);
        }
        assert_eq!(
            text(&steps.last().unwrap()["item"]),
            format!("{origin}{path}")
        );
    }
}

#[test]
fn a_body_and_the_data_set_say_what_they_are() {
    let things = about(&page(&body()));
    let body = things.iter().find(|thing| thing["name"].is_string());
    let kind = text(&body.unwrap()["@type"]);
    assert!(kind.ends_with("Organization"), "{kind}");
    let things = about(&page("/data"));
    let data = the(&things, "Dataset");
    let twin = STARTER.json("/data.json");
    assert_eq!(data["name"], twin["dataset"][0]["title"]);
    assert_eq!(data["isAccessibleForFree"], true);
}

#[test]
fn no_word_of_a_listing_ends_the_block_and_drafts_say_nothing() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let approver = person(&site, "ben", Role::Approver);
    let title = "Watch </script><script>alert(1)</script> & <!--";
    let slug = written(&site, &editor, title);
    let path = format!(
        "/desk/{}/offerings/{slug}/preview",
        super::desk_review::BODY
    );
    let preview = site.get_as(&editor, &path).text();
    assert!(preview.contains("alert(1)") && !preview.contains("ld+json"));
    submit(&site, &editor, &slug);
    leads_to(&decide(&site, &approver, &slug, "approve", ""));
    let html = site.page(&format!("/offerings/{slug}"));
    assert!(!html.contains("<script>alert"), "{html}");
    let things = about(&html);
    assert_eq!(the(&things, "GovernmentService")["name"], title);
}
