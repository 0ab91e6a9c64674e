//! Every facet count equals the list it leads to.

use super::asking::{escaped, json, page, text, words};

/// Every value of every facet of this search, asked for, gives as many.
fn check(query: &str) {
    let list = json(&format!("/api/v1/offerings?limit=1&{query}"));
    let mut asked = 0;
    for (facet, values) in list["facets"].as_object().unwrap() {
        for value in values.as_array().unwrap() {
            let word = text(&value["value"]);
            if facet == "usable" && word != "yes" {
                continue;
            }
            let others: Vec<&str> = query
                .split('&')
                .filter(|part| !part.starts_with(&format!("{facet}=")))
                .collect();
            let path = format!(
                "/api/v1/offerings?limit=1&{}&{facet}={}",
                others.join("&"),
                escaped(&word)
            );
            assert_eq!(
                json(&path)["total"],
                value["count"],
                "{query}: {facet} {word}"
            );
            asked += 1;
        }
    }
    assert!(asked > 3, "{query} has facets");
}

#[test]
fn each_count_of_everything_is_the_length_of_its_list() {
    check("q=");
}

#[test]
fn each_count_beside_words_is_the_length_of_its_list() {
    check("q=fiber");
}

#[test]
fn each_count_for_a_government_is_the_length_of_its_list() {
    check("q=cybersecurity&for=county-17031");
}

#[test]
fn each_count_beside_chosen_filters_is_the_length_of_its_list() {
    check("q=&state=TX&kind=contract");
    check("q=network&category=broadband&for=municipality-4835000&usable=yes");
}

#[test]
fn usable_unknown_and_not_usable_add_up_to_the_whole() {
    let list = json("/api/v1/offerings?limit=100&for=county-17031&q=cybersecurity");
    let counts = list["facets"]["usable"].as_array().unwrap();
    let sum: u64 = counts
        .iter()
        .map(|count| count["count"].as_u64().unwrap())
        .sum();
    assert_eq!(Some(sum), list["total"].as_u64());
}

#[test]
fn the_rail_of_the_page_shows_the_counts_of_the_json() {
    let query = "q=fiber&for=municipality-4835000";
    let html = page(&format!("/search?{query}"));
    let list = json(&format!("/api/v1/offerings?{query}"));
    for facet in ["kind", "level", "state", "cost_model", "agreement"] {
        let values = list["facets"][facet].as_array().unwrap();
        if values.len() < 2 {
            assert!(
                !html.contains(&format!("id=\"f-{facet}-0\"")),
                "{facet} would change nothing"
            );
            continue;
        }
        for value in values {
            let box_of = format!("name=\"{facet}\" value=\"{}\"", text(&value["value"]));
            let option = html
                .split(&box_of)
                .nth(1)
                .unwrap_or_else(|| panic!("{box_of} is missing"));
            let label = words(
                option
                    .split("</label>")
                    .next()
                    .unwrap()
                    .split_once('>')
                    .unwrap()
                    .1,
            );
            assert!(
                label.ends_with(&format!("({})", value["count"])),
                "{facet}: {label}"
            );
        }
    }
}

#[test]
fn a_child_category_counts_into_its_parent() {
    let of = |category: &str| {
        json(&format!("/api/v1/offerings?limit=1&category={category}"))["total"]
            .as_u64()
            .unwrap()
    };
    assert!(of("endpoint-detection") > 0 && of("endpoint-detection") < of("cybersecurity"));
}
