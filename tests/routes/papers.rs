//! What goes into a procurement file: the checklist of a purchase, and papers to sign.

use super::asking::{RUNTIME, Site, get, page, words};
use http::{StatusCode, header};
use interlocal_catalog::{
    details::{Details, Document, DocumentPlace},
    diligence::Proof,
    offering::{Content, OfferingKind},
    policy::{Actor, Role},
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    offerings::{offering, open_within},
    people::somebody,
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";

fn publish(site: &Site, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "",
    };
    RUNTIME
        .block_on(site.world.portal.publish(&Actor::Portal, publication))
        .unwrap();
}

fn contract() -> Content {
    let award = Document {
        title: "Notice of award".into(),
        held_by: String::new(),
        proves: vec![Proof::Award],
        place: DocumentPlace::Link {
            url: "https://example.org/award.pdf".into(),
        },
    };
    Content {
        kind: OfferingKind::Contract,
        rules: vec![open_within("state-17")],
        details: Details {
            documents: vec![award],
            ..Details::default()
        },
        ..offering("walrus-contract", BODY)
    }
}

#[test]
fn a_checklist_says_what_is_shown_and_what_is_still_to_get() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &contract());
    let path = "/offerings/walrus-contract/checklist?for=county-17031";
    let text = words(&site.get(path).text());
    for said in [
        "6 of 8 still to get: solicitation, advertisement,",
        "Notice of award",
        "No state or county has to take part before you may buy.",
        "For our procurement file",
    ] {
        assert!(text.contains(said), "lacks “{said}”: {text}");
    }
    let without = words(&site.get(&format!("{path}&federal=no")).text());
    assert!(without.contains("5 of 8 still to get"), "{without}");
    let json = site
        .get("/api/v1/offerings/walrus-contract/checklist?for=county-17031&federal_funds=no")
        .json();
    assert_eq!(json["is_purchase"], true);
    assert_eq!(json["state"], "IL");
    let standing = |item: &str| {
        let items = json["items"].as_array().unwrap();
        let row = items.iter().find(|row| row["item"] == item).unwrap();
        row["standing"].as_str().unwrap().to_owned()
    };
    assert_eq!(standing("award"), "shown");
    assert_eq!(standing("insurance"), "missing");
    assert_eq!(standing("federal_clauses"), "not_needed");
}

#[test]
fn documents_that_do_not_say_what_they_show_are_named_with_how_to_mend_it() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let mut content = contract();
    let mut quote = content.details.documents[0].clone();
    quote.title = "Terms and more".into();
    quote.proves.clear();
    content.details.documents.push(quote);
    publish(&site, &content);
    let path = "/offerings/walrus-contract/checklist";
    let html = site.page(path);
    let text = words(&html);
    assert!(
        text.contains("1 document of this entry does not say what it shows a procurement file."),
        "{text}"
    );
    assert!(text.contains("Terms and more"), "{text}");
    assert!(!html.contains("/desk/"), "a visitor cannot mend it");
    let editor = [(BODY, Role::Editor)];
    let editor = RUNTIME.block_on(somebody(&site.world.portal, "ed@arden.example", &editor));
    let mend = site.get_as(&editor, path).text();
    let to = super::asking::link(&mend, "Say what each of them shows");
    assert!(
        to.ends_with("/offerings/walrus-contract/edit/documents"),
        "{to}"
    );
    let step = site.get_as(&editor, &to);
    assert_eq!(step.status, StatusCode::OK);
    assert!(step.text().contains("name=\"d1-proves\""));
    let json = site.json("/api/v1/offerings/walrus-contract/checklist");
    let silent = json["documents_without_mark"].as_array().unwrap();
    assert_eq!(silent.len(), 1);
    assert_eq!(silent[0]["title"], "Terms and more");
}

#[test]
fn what_is_no_purchase_has_no_checklist_and_a_strange_answer_is_named() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &offering("walrus-service", BODY));
    let text = words(&site.get("/offerings/walrus-service/checklist").text());
    assert!(text.contains("This is no contract"), "{text}");
    let strange = site.get("/offerings/walrus-service/checklist?federal=maybe");
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
    assert!(strange.text().contains("federal"));
    let nobody = site.get("/offerings/never-was/checklist");
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_paper_is_filled_from_the_offering_the_government_and_what_is_typed() {
    let text = words(&page(
        "/templates/resolution-to-join?offering=buyboard&for=municipality-4835000&governing_body=City+Council&need=%3Cb%3Elaptops%3C%2Fb%3E",
    ));
    for said in [
        "Houston",
        "BuyBoard",
        "City Council",
        "<b>laptops</b>",
        "[law that allows it]",
        "counsel must review it",
    ] {
        let escaped = said.replace('<', "&lt;").replace('>', "&gt;");
        assert!(
            text.contains(said) || text.contains(&escaped),
            "lacks “{said}”: {text}"
        );
    }
    let html = page("/templates/resolution-to-join?need=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(!html.contains("<script>alert"), "{html}");
}

#[test]
fn a_paper_can_be_saved_as_text() {
    let saved = get("/templates/interlocal-agreement/text?party=Adams+County");
    assert_eq!(saved.status, StatusCode::OK);
    assert_eq!(
        saved.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"interlocal-agreement.txt\""
    );
    let text = saved.text();
    assert!(text.contains("Adams County") && text.contains("not legal advice"));
    assert_eq!(get("/templates/will").status, StatusCode::NOT_FOUND);
    let unknown = get("/templates/interlocal-agreement?offering=never-was");
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[test]
fn governments_like_mine_that_use_it_come_first_with_what_is_known() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &contract());
    let editor = RUNTIME.block_on(somebody(
        &site.world.portal,
        "ada@arden.example",
        &[(BODY, Role::Editor)],
    ));
    for (user, size) in [("county-17031", "1,200"), ("county-17097", "")] {
        let recorded = site.post_as(
            &editor,
            &format!("/desk/{BODY}/adoptions"),
            &[
                ("user", user),
                ("used", "walrus-contract"),
                ("since", "2025-03-01"),
                ("size", size),
                ("size_unit", "endpoint"),
            ],
        );
        assert_eq!(
            recorded.status,
            StatusCode::SEE_OTHER,
            "{}",
            recorded.text()
        );
    }
    let text = words(
        &site
            .get("/offerings/walrus-contract?for=county-17043")
            .text(),
    );
    let alike = text.find("Governments like DuPage County").unwrap();
    let cook = text.find("Cook County, Illinois").unwrap();
    assert!(alike < cook && text.contains("1,200 endpoints"), "{text}");
    let json = site.get("/api/v1/offerings/walrus-contract").json();
    assert_eq!(json["adoptions"][0]["size"]["unit"], "endpoint");
}

#[test]
fn a_size_that_is_none_is_refused_and_what_was_typed_stays() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish(&site, &contract());
    let editor = RUNTIME.block_on(somebody(
        &site.world.portal,
        "ada@arden.example",
        &[(BODY, Role::Editor)],
    ));
    let refused = site.post_as(
        &editor,
        &format!("/desk/{BODY}/adoptions"),
        &[
            ("user", "county-17031"),
            ("used", "walrus-contract"),
            ("size", "plenty"),
            ("size_unit", "user"),
        ],
    );
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let text = refused.text();
    assert!(text.contains("“plenty” is no quantity") && text.contains("value=\"plenty\""));
}
