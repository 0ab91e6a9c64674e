//! What is kept to compare, with plain forms and a cookie.

use super::{
    asking::{Answer, RUNTIME, Site, get, link, words},
    compare::site,
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::{Role, Visibility};
use interlocal_testkit::{offerings::offering, people::somebody};

const BUTTON: &str = "form=\"compare-these\" name=\"add\" value=\"by-user\"";
const CENTER: &str = "center-for-internet-security";

fn send(site: &Site, kept: &str, fields: &[(&str, &str)]) -> Answer {
    let headers = [("cookie", kept.to_owned())];
    let answer = site.send("/compare/tray", fields, &headers);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer
}

/// The cookie that an answer gives.
fn kept(answer: &Answer) -> String {
    let cookie = answer.header(header::SET_COOKIE);
    cookie.split(';').next().unwrap().to_owned()
}

fn page(site: &Site, kept: &str, path: &str) -> String {
    site.ask(Method::GET, path, &[("cookie", kept)]).text()
}

#[test]
fn an_offering_is_put_aside_from_any_list_and_compared() {
    let site = site();
    for list in [
        "/search?q=by+user",
        "/offerings/by-user",
        "/categories/cybersecurity",
        "/organizations/il-department-of-innovation-and-technology",
        "/states/il",
    ] {
        let html = site.page(list);
        assert!(html.contains(BUTTON), "{list}");
        assert!(
            !html.contains("il-tray"),
            "{list}: an empty tray is not there"
        );
    }
    let answer = send(
        &site,
        "",
        &[
            ("add", "by-user"),
            ("back", "/search?q=x"),
            ("to_row", "yes"),
        ],
    );
    assert_eq!(answer.header(header::LOCATION), "/search?q=x#o-by-user");
    let one = kept(&answer);
    assert_eq!(one, "interlocal_compare=by-user");
    let html = page(&site, &one, "/search?q=by+user");
    assert!(words(&html).contains("To compare (1 of 4)"));
    assert!(html.contains(&BUTTON.replace("add", "remove")));
    let two = kept(&send(&site, &one, &[("add", "by-endpoint"), ("back", "/")]));
    let html = page(&site, &two, "/about");
    let to = link(&html, "Compare these 2");
    assert_eq!(to, "/compare?o=by-user&o=by-endpoint");
    assert!(words(&page(&site, &two, &to)).contains("2 offerings side by side"));
    let bare = site.ask(Method::GET, "/compare", &[("cookie", &two)]);
    assert_eq!(
        bare.header(header::LOCATION),
        "/compare?o=by-user&o=by-endpoint"
    );
    let left = kept(&send(&site, &two, &[("remove", "by-user"), ("back", "/")]));
    assert_eq!(left, "interlocal_compare=by-endpoint");
    let none = send(&site, &left, &[("clear", "yes"), ("back", "/")]);
    assert!(none.header(header::SET_COOKIE).contains("Max-Age=0"));
}

#[test]
fn a_fifth_is_refused_with_a_clear_message_and_nothing_is_lost() {
    let site = site();
    let four = "interlocal_compare=by-user.by-endpoint.options.unpriced";
    let answer = send(&site, four, &[("add", "buyboard"), ("back", "/")]);
    assert_eq!(kept(&answer), four);
    let said = words(&page(&site, four, answer.header(header::LOCATION)));
    let title = words(&site.page("/offerings/buyboard"));
    let title = title.split(" – ").next().unwrap();
    assert!(
        said.contains(&format!("“{title}” was not added. Remove one first.")),
        "{said}"
    );
}

#[test]
fn a_comparison_that_somebody_sent_can_be_kept() {
    let site = site();
    let html = site.page("/compare?o=by-user@1&o=by-endpoint");
    assert!(words(&html).contains("Keep these to compare"));
    let answer = send(
        &site,
        "",
        &[
            ("keep", "by-user@1"),
            ("keep", "by-endpoint"),
            ("back", "/"),
        ],
    );
    assert_eq!(kept(&answer), "interlocal_compare=by-user@1.by-endpoint");
    let html = page(&site, &kept(&answer), "/compare?o=by-user@1&o=by-endpoint");
    assert!(!words(&html).contains("Keep these to compare"));
}

#[test]
fn the_way_back_stays_inside_and_what_is_not_here_is_not_kept() {
    let site = site();
    for back in ["//evil.example/", "https://evil.example/", "\\evil"] {
        let answer = send(&site, "", &[("add", "by-user"), ("back", back)]);
        assert_eq!(answer.header(header::LOCATION), "/compare", "{back}");
    }
    let answer = site.send("/compare/tray", &[("add", "never-was")], &[]);
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let html = page(
        &site,
        "interlocal_compare=never-was.<script>.by-user",
        "/about",
    );
    assert!(words(&html).contains("To compare (1 of 4)"), "{html}");
    assert_eq!(get("/about").header(header::SET_COOKIE), "");
}

#[test]
fn what_is_for_verified_governments_is_kept_and_compared_by_them_alone() {
    let site = site();
    let mut hidden = offering("watch-for-members", CENTER);
    hidden.visibility = Visibility::VerifiedGovernments;
    super::compare::publish(&site, &hidden);
    let roles = [(CENTER, Role::Member)];
    let portal = &site.world.portal;
    let member = RUNTIME.block_on(somebody(portal, "ada@arden.example", &roles));
    let path = "/compare?o=watch-for-members&o=by-user";
    assert!(words(&site.get_as(&member, path).text()).contains("2 offerings side by side"));
    let never = words(&site.page("/compare?o=never-was&o=by-user"));
    let others = words(&site.page(path));
    assert_eq!(others.replace("watch-for-members", "never-was"), never);
    let added = site.send("/compare/tray", &[("add", "watch-for-members")], &[]);
    assert_eq!(added.status, StatusCode::NOT_FOUND);
    let html = page(&site, "interlocal_compare=watch-for-members", "/about");
    assert!(!html.contains("il-tray"), "{html}");
    for twin in ["/api/v1/compare", "/compare.csv", "/compare.xlsx"] {
        let answer = site.get(&format!("{twin}?o=watch-for-members"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{twin}");
    }
}

#[test]
fn an_offering_is_added_on_the_page_by_words_of_its_title() {
    let site = site();
    let title = words(&site.page("/offerings/by-endpoint"));
    let title = title.split(" – ").next().unwrap().to_owned();
    let html = site.page("/compare?o=by-user&for=county-17031&users=900");
    assert!(html.contains("data-name=\"/api/v1/suggest\""), "{html}");
    for kept in [
        "name=\"o\" value=\"by-user\"",
        "name=\"for\" value=\"county-17031\"",
        "name=\"users\" value=\"900\"",
    ] {
        assert!(html.contains(kept), "{kept}: {html}");
    }
    let path = format!(
        "/compare?o=by-user&for=county-17031&users=900&add={}",
        title.replace(' ', "+")
    );
    let added = site.get(&path);
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    assert_eq!(
        added.header(header::LOCATION),
        "/compare?o=by-user&for=county-17031&users=900&o=by-endpoint"
    );
    let first = site.get("/compare?add=options");
    assert_eq!(first.header(header::LOCATION), "/compare?o=options");
    let several = site.get("/compare?o=by-user&add=purchasing");
    assert_eq!(several.status, StatusCode::BAD_REQUEST);
    let html = several.text();
    assert!(words(&html).contains("“purchasing” may mean several; add one of those below"));
    assert!(html.contains("value=\"purchasing\""), "{html}");
    let to_add = html
        .matches("type=\"hidden\" name=\"add\" value=\"")
        .count();
    assert!(to_add >= 2, "{html}");
    let nothing = site.get("/compare?o=by-user&add=zzxqyw");
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    assert!(nothing.text().contains("href=\"#add\""));
    let four = site.page("/compare?o=by-user&o=by-endpoint&o=options&o=unpriced");
    assert!(!four.contains("id=\"add\""), "{four}");
}

#[test]
fn partners_and_columns_have_a_star_and_partners_go_into_the_tray() {
    let site = site();
    let partners = site.page("/match?for=county-17031&category=cybersecurity");
    let button = "form=\"compare-these\" name=\"add\" value=\"";
    let slug = partners.split(button).nth(1).unwrap_or_default();
    let slug = slug.split('"').next().unwrap();
    let star = format!("form=\"stars\" name=\"add\" value=\"{slug}\"");
    assert!(partners.contains(&star), "{slug}: {partners}");
    let row = format!("id=\"o-{slug}\"");
    assert_eq!(partners.matches(&row).count(), 1, "{slug}");
    let kept = "interlocal_shortlist=by-user";
    let compare = page(&site, kept, "/compare?o=by-user&o=by-endpoint");
    assert!(compare.contains("form=\"stars\" name=\"remove\" value=\"by-user\""));
    assert!(compare.contains("form=\"stars\" name=\"add\" value=\"by-endpoint\""));
}
