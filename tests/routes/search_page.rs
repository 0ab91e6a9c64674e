//! `/search` as a page: filters, chips, ways on, permalinks.

use super::asking::{link, links, page, words};

#[test]
fn the_box_keeps_the_words_and_nothing_of_them_is_markup() {
    let html = page("/search?q=%3Cb%3E%22fiber%22+%26+more");
    assert!(
        html.contains("value=\"&lt;b&gt;&quot;fiber&quot; &amp; more\""),
        "the box keeps the words"
    );
    assert!(!html.contains("<b>\"fiber"));
}

#[test]
fn every_active_filter_has_a_chip_that_takes_it_off() {
    let html = page("/search?q=network&state=TX&kind=service&for=municipality-4835000");
    let without_state = link(&html, "Remove filter State: Texas");
    assert!(
        !without_state.contains("state=") && without_state.contains("kind=service"),
        "{without_state}"
    );
    assert!(without_state.contains("q=network"));
    let clear = link(&html, "Clear all");
    assert!(
        !clear.contains("kind=") && clear.contains("q=network"),
        "{clear}"
    );
    page(&without_state);
    page(&clear);
}

#[test]
fn filters_that_stand_in_no_box_are_carried_on_when_the_form_is_sent() {
    let html = page("/search?provider=center-for-internet-security&q=network&ends_within=3000");
    for hidden in [
        "name=\"provider\" value=\"center-for-internet-security\"",
        "name=\"ends_within\" value=\"3000\"",
    ] {
        assert!(
            html.contains(hidden),
            "{hidden} is lost when the form is sent"
        );
    }
}

#[test]
fn results_that_cannot_be_used_stay_visible_with_the_reason() {
    let text = words(&page("/search?q=endpoint+detection&for=county-17031"));
    assert!(
        text.contains("It is for named governments; Cook County is not one of them."),
        "{text}"
    );
    assert!(
        text.contains("Cook County lies outside the area served."),
        "{text}"
    );
}

#[test]
fn an_empty_list_says_what_to_do_next() {
    let html = page("/search?q=endpoint+detection&state=WY&kind=funding&for=state-56");
    let text = words(&html);
    assert!(text.contains("0 offerings"), "{text}");
    assert!(text.contains("Widen the search"), "{text}");
    let wider = link(&html, "Without");
    assert!(!words(&page(&wider)).contains("0 offerings"), "{wider}");
    assert!(
        text.contains("Wyoming Department of Enterprise Technology Services"),
        "the office to ask: {text}"
    );
}

#[test]
fn words_that_nothing_bears_suggest_other_words() {
    let html = page("/search?q=cybersecuritty");
    let text = words(&html);
    assert!(
        text.contains("Did you mean") || !text.contains(" 0 offerings"),
        "{text}"
    );
}

#[test]
fn a_sort_that_could_not_change_anything_is_not_shown() {
    let html = page("/search");
    assert!(
        !html.contains("value=\"ends\""),
        "no starter offering has a last day"
    );
    assert!(html.contains("value=\"newest\"") && html.contains("value=\"name\""));
}

#[test]
fn the_pager_leads_on_and_back() {
    let html = page("/search?q=network&for=county-17031");
    let next = link(&html, "Next page");
    assert!(
        next.contains("page=2") && next.contains("for=county-17031"),
        "{next}"
    );
    let second = page(&next);
    let back = link(&second, "Previous page");
    assert_eq!(links(&page(&back)).len(), links(&html).len());
    assert!(words(&second).contains("Page 2 of"));
}

#[test]
fn without_a_government_the_page_offers_to_choose_one_and_comes_back() {
    let html = page("/search?q=fiber&kind=service");
    let picker = link(&html, "Choose your government");
    assert_eq!(
        picker,
        "/jurisdictions?next=%2Fsearch%3Fq%3Dfiber%26kind%3Dservice"
    );
    let found = page(&format!("{picker}&q=houston+tx"));
    let target = link(&found, "Houston");
    assert_eq!(
        target,
        "/search?q=fiber&kind=service&for=municipality-4835000"
    );
}
