//! What holds of every page, checked on the sample pages of the preview.

#[path = "../examples/preview/accounts.rs"]
mod accounts;
#[path = "../examples/preview/comparing.rs"]
mod comparing;
#[path = "../examples/preview/found.rs"]
mod found;
#[path = "../examples/preview/memos.rs"]
mod memos;
#[path = "../examples/preview/places.rs"]
mod places;
#[path = "../examples/preview/speaking.rs"]
mod speaking;
#[path = "../examples/preview/standing.rs"]
mod standing;

use std::collections::BTreeSet;

fn each(check: impl Fn(&str, &str)) {
    let pages = [
        standing::pages(),
        places::pages(),
        found::pages(),
        accounts::pages(),
        comparing::pages(),
        speaking::pages(),
        memos::pages(),
    ]
    .concat();
    assert!(pages.len() > 20, "{}", pages.len());
    for (name, html) in &pages {
        check(name, html);
    }
}

/// Values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

#[test]
fn a_page_has_one_first_heading_one_main_landmark_and_a_language() {
    each(|name, html| {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert!(
            html.starts_with("<!DOCTYPE html><html lang=\"en\">"),
            "{name}"
        );
        assert!(html.contains(" – Interlocal</title>"), "{name}");
        assert!(
            html.contains("<a class=\"usa-skipnav\" href=\"#main\">"),
            "{name}"
        );
    });
}

#[test]
fn ids_are_unique_and_every_reference_finds_its_id() {
    each(|name, html| {
        let all = values(html, "id");
        let ids: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(ids.len(), all.len(), "{name}: an id stands twice");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            let named = values(html, attribute).into_iter();
            for target in named.flat_map(str::split_whitespace) {
                assert!(ids.contains(target), "{name}: {attribute}=\"{target}\"");
            }
        }
        for target in values(html, "href")
            .iter()
            .filter_map(|href| href.strip_prefix('#'))
        {
            assert!(ids.contains(target), "{name}: #{target}");
        }
    });
}

#[test]
fn every_field_has_a_label() {
    each(|name, html| {
        let labels: BTreeSet<&str> = values(html, "for").into_iter().collect();
        for tag in html
            .split('<')
            .filter(|tag| tag.starts_with("input") || tag.starts_with("select"))
        {
            if tag.contains("type=\"hidden\"") {
                continue;
            }
            let id = values(tag, "id").first().copied().unwrap_or_default();
            assert!(labels.contains(id), "{name}: <{tag}");
        }
    });
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_another_host() {
    each(|name, html| {
        assert!(
            !html.contains(" style=\"") && !html.contains("<style"),
            "{name}"
        );
        let scripts = html.split("<script ").skip(1);
        let run: Vec<&str> = scripts
            .filter(|tag| !tag.starts_with("type=\"application/ld+json\">"))
            .collect();
        assert_eq!(html.matches("<script>").count(), 0, "{name}");
        assert!(
            run.len() == 1 && run[0].starts_with("type=\"module\" src="),
            "{name}"
        );
        for handler in [" onclick", " onload", " onchange", " onsubmit"] {
            assert!(!html.contains(handler), "{name}: {handler}");
        }
        for source in values(html, "src") {
            assert!(source.starts_with("/assets/"), "{name}: {source}");
        }
        for tag in html
            .split('<')
            .filter(|tag| tag.starts_with("link ") || tag.starts_with("use "))
        {
            let href = values(tag, "href").first().copied().unwrap_or_default();
            assert!(
                href.starts_with('/') && !href.starts_with("//"),
                "{name}: {href}"
            );
        }
    });
}

#[test]
fn a_form_that_writes_carries_the_token_of_the_session_where_there_is_one() {
    each(|name, html| {
        let forms = html.matches("<form").count();
        assert!(html.matches("type=\"submit\"").count() >= forms, "{name}");
        let writing = html.matches("method=\"post\"").count();
        let tokens = html
            .matches("name=\"form_token\" value=\"a-token\"")
            .count();
        let signed_in = html.contains("href=\"/account\">ada@arden.example");
        assert_eq!(tokens, if signed_in { writing } else { 0 }, "{name}");
    });
}
