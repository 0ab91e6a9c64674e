//! What people type comes back as text, kept and escaped.

use interlocal_catalog::NaiveDate;
use interlocal_pages::{
    Render, Shell,
    components::pager::Pager,
    pages::{ErrorPage, JurisdictionListPage, JurisdictionRow, NoResults, Problem, SearchPage},
};

const TYPED: &str = "\"><script>alert('x')</script> & co";

fn shell() -> Shell {
    Shell {
        path: "/search?q=x".into(),
        query: TYPED.into(),
        asset_version: "v".into(),
        as_of: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        ..Shell::default()
    }
}

fn check(html: &str) {
    assert!(!html.contains("<script>"), "{html}");
    assert!(
        html.contains("&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt; &amp; co"),
        "{html}"
    );
}

#[test]
fn search_words_are_kept_in_the_box_and_in_the_title() {
    let page = SearchPage {
        shell: shell(),
        total: 0,
        results: Vec::new(),
        facets: Vec::new(),
        kept: Vec::new(),
        chips: Vec::new(),
        clear_href: "/search".into(),
        sorts: Vec::new(),
        expired: None,
        pager: Pager::default(),
        did_you_mean: None,
        faults: Vec::new(),
        ways_on: NoResults::default(),
    };
    let html = page.render().into_string();
    check(&html);
    assert!(html.contains("<strong>0 offerings</strong>"), "{html}");
    assert!(html.contains("choose your government"), "{html}");
}

#[test]
fn a_name_that_is_nobodys_is_said_back() {
    let page = list(Vec::new(), Some("//elsewhere.example/".into()));
    let html = page.render().into_string();
    check(&html);
    assert!(!html.contains("elsewhere.example"), "{html}");
}

#[test]
fn a_choice_leads_back_to_where_the_person_came_from() {
    let row = JurisdictionRow {
        key: "county-17031".into(),
        name: "Cook County".into(),
        kind_label: "county".into(),
        state: "Illinois".into(),
        ..JurisdictionRow::default()
    };
    let html = list(vec![row], Some("/search?q=a&for=state-17".into()))
        .render()
        .into_string();
    assert!(
        html.contains("href=\"/search?q=a&amp;for=county-17031\""),
        "{html}"
    );
    assert!(html.contains("population not stated"), "{html}");
}

#[test]
fn an_error_says_nothing_internal_and_offers_a_search() {
    let problem = Problem::Internal {
        request_id: "7f2c".into(),
    };
    assert_eq!(problem.status(), 500);
    let html = ErrorPage {
        shell: shell(),
        problem,
        kept: None,
    }
    .render()
    .into_string();
    check(&html);
    assert!(html.contains("<code>7f2c</code>"), "{html}");
    assert!(html.contains("action=\"/search\""), "{html}");
}

fn list(rows: Vec<JurisdictionRow>, next: Option<String>) -> JurisdictionListPage {
    JurisdictionListPage {
        shell: shell(),
        query: TYPED.into(),
        category: None,
        next,
        total: rows.len() as u64,
        exact_total: 0,
        rows,
        pager: Pager::default(),
    }
}
