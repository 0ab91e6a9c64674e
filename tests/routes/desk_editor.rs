//! The editor: nothing typed is lost, two editors at once, and what is refused.

use super::{
    asking::{RUNTIME, words},
    desk_review::{BODY, at, leads_to, person, save, site, version, written},
};
use http::StatusCode;
use interlocal_catalog::{
    offering::{Source, Status},
    policy::Role,
};

#[test]
fn a_step_that_cannot_be_read_keeps_every_typed_word() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = written(&site, &editor, "Keeper");
    let path = at(&slug, "/edit/dates");
    let version_before = version(&site, &editor, &path);
    let fields = [
        ("version", &*version_before),
        ("ends_on", "the thirtieth of June"),
        ("source_words", "Board minutes"),
    ];
    let answer = site.post_as(&editor, &path, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("href=\"#ends_on\""));
    let again = site.get_as(&editor, &path).text();
    for words in ["the thirtieth of June", "Board minutes", "is no date"] {
        assert!(again.contains(words), "{words}");
    }
    let page = site.get_as(&editor, &at(&slug, "")).text();
    assert!(
        !page.contains("/submit\""),
        "a draft with unread words is not handed in"
    );
    let version = version(&site, &editor, &path);
    let refused = site.post_as(&editor, &at(&slug, "/submit"), &[("version", &version)]);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    save(&site, &editor, &slug, "dates", &[("ends_on", "2027-06-30")]);
    assert!(
        site.get_as(&editor, &at(&slug, ""))
            .text()
            .contains("/submit\"")
    );
}

#[test]
fn two_editors_at_once_see_both_versions_and_keep_their_own_words() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Editor),
    );
    let slug = written(&site, &ada, "Contested");
    let path = at(&slug, "/edit/what");
    let opened = version(&site, &ben, &path);
    let words_of = |summary| {
        [
            ("title", "Contested"),
            ("kind", "service"),
            ("category", "endpoint-detection"),
            ("summary", summary),
        ]
    };
    save(&site, &ada, &slug, "what", &words_of("Words of Ada."));
    let fields = [&words_of("Words of Ben.")[..], &[("version", &*opened)]].concat();
    let conflict = site.post_as(&ben, &path, &fields);
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let html = conflict.text();
    assert!(html.contains("<del>Words of Ada.</del>"), "{html}");
    assert!(html.contains("<ins>Words of Ben.</ins>"), "{html}");
    assert!(html.contains("Words of Ben.</textarea>"), "{html}");
    let kept = site.get_as(&ada, &path).text();
    assert!(kept.contains("Words of Ada.</textarea>"));
    save(&site, &ben, &slug, "what", &words_of("Words of Ben."));
    assert!(
        site.get_as(&ada, &path)
            .text()
            .contains("Words of Ben.</textarea>")
    );
}

#[test]
fn a_script_in_any_field_is_shown_as_text() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let evil = "\"><script>alert(1)</script>";
    let new = [("title", evil), ("kind", "contract"), ("category", "gis")];
    let to = leads_to(&site.post_as(&editor, &format!("/desk/{BODY}/new"), &new));
    let slug = to.split('/').nth(4).unwrap().to_owned();
    let lines = [
        (
            "what",
            vec![
                ("title", evil),
                ("kind", "contract"),
                ("category", "gis"),
                ("summary", evil),
                ("frameworks", evil),
            ],
        ),
        (
            "who",
            vec![
                ("r0-area", "everywhere"),
                ("r0-kinds", "county"),
                ("r0-basis", evil),
                ("r0-sectors", evil),
                ("r0-regimes", evil),
                ("r0-s0-kind", "membership"),
                ("r0-consent", "given"),
                ("r0-supplier", evil),
                ("named_groups", evil),
                ("area_words", evil),
            ],
        ),
        (
            "cost",
            vec![
                ("cost_model", "free"),
                ("p0-name", evil),
                ("p0-unit", "user"),
                ("p0-period", "month"),
                ("p0-tiers", "0: 4.25\n500: 3.90"),
                ("p0-note", evil),
                ("f0-name", evil),
                ("f0-kind", "fixed"),
                ("f0-amount", "12.50"),
            ],
        ),
        (
            "join",
            vec![
                ("how_to_join", evil),
                ("agreement", evil),
                ("contact", "it@arden.example"),
                ("known_users", evil),
                ("number", evil),
                ("lead", evil),
                ("competed", evil),
                ("renewals", evil),
                ("suppliers", evil),
                ("a0-state", "OH"),
                ("a0-number", evil),
            ],
        ),
        ("dates", vec![("source_words", evil)]),
    ];
    for (step, fields) in &lines {
        save(&site, &editor, &slug, step, fields);
    }
    let mut pages = vec![
        at(&slug, ""),
        at(&slug, "/preview?for=county-17031"),
        format!("/desk/{BODY}"),
    ];
    pages.extend(
        lines
            .iter()
            .map(|(step, _)| at(&slug, &format!("/edit/{step}"))),
    );
    let version = version(&site, &editor, &at(&slug, ""));
    leads_to(&site.post_as(&editor, &at(&slug, "/submit"), &[("version", &version)]));
    for path in pages.iter().filter(|path| !path.contains("/edit/")) {
        let html = site.get_as(&editor, path).text();
        assert!(!html.contains("<script>"), "{path}");
        assert!(html.contains("&lt;script&gt;"), "{path}");
    }
    let review = site.get_as(&editor, &at(&slug, "/review")).text();
    assert!(!review.contains("<script>"));
    assert!(
        review.contains("4.25; from 500 on: $3.90"),
        "{}",
        words(&review)
    );
}

#[test]
fn status_role_provider_and_slug_are_no_fields_of_any_form() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = written(&site, &editor, "Modest");
    let forged = [
        ("title", "Modest"),
        ("kind", "service"),
        ("category", "gis"),
        ("summary", "x"),
        ("status", "published"),
        ("stage", "in_review"),
        ("provider", "center-for-internet-security"),
        ("slug", "buyboard"),
        ("source", "publishing_body"),
        ("role", "administrator"),
        ("approved_by", "1"),
        ("edition", "1"),
    ];
    save(&site, &editor, &slug, "what", &forged);
    let desk = words(&site.get_as(&editor, &at(&slug, "")).text());
    assert!(desk.contains("Draft"), "{desk}");
    assert_eq!(
        site.get(&format!("/offerings/{slug}")).status,
        StatusCode::NOT_FOUND
    );
    let (body, id) = (BODY.into(), slug.as_str().into());
    let portal = &site.world.portal;
    let listing = RUNTIME.block_on(portal.desk_listing(&editor.actor, &body, &id));
    let listing = listing.unwrap();
    assert_eq!(listing.draft.content.slug, id);
    assert_eq!(listing.draft.content.provider, body);
    assert_eq!(listing.draft.content.source, Source::Unsourced);
    assert_eq!(listing.offering.status, Status::Draft);
}

#[test]
fn nothing_is_published_on_a_day_that_is_over() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Yesterday");
    let path = at(&slug, "/edit/dates");
    let now = version(&site, &ada, &path);
    let fields = [("version", &*now), ("publish_on", "2026-11-21")];
    let answer = site.post_as(&ada, &path, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("href=\"#publish_on\""));
    save(&site, &ada, &slug, "dates", &[("publish_on", "")]);
    super::desk_review::submit(&site, &ada, &slug);
    let review = at(&slug, "/review");
    let now = version(&site, &ben, &review);
    let fields = [
        ("version", &*now),
        ("decision", "approve"),
        ("publish_on", "2026-11-21"),
        ("message", "Looks right."),
    ];
    let answer = site.post_as(&ben, &review, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let html = answer.text();
    assert!(html.contains("2026-11-21 is over"), "{}", words(&html));
    assert!(html.contains("Looks right.</textarea>"));
    let public = site.get(&format!("/offerings/{slug}"));
    assert_eq!(public.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_role_address_is_one_to_write_to() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = written(&site, &editor, "Addressed");
    let path = at(&slug, "/edit/join");
    let now = version(&site, &editor, &path);
    let fields = [("version", &*now), ("contact", "Ask Ada")];
    let answer = site.post_as(&editor, &path, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("href=\"#contact\""));
    assert!(answer.text().contains("value=\"Ask Ada\""));
}
