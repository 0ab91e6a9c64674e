//! Files: taken by what they are, given out safely and to whom they are for.

use super::{
    asking::{Answer, Site, cookie, words},
    desk_review::{at, leads_to, person, site, version, written},
};
use http::{StatusCode, header};
use interlocal_catalog::{diligence::Proof, policy::Role};
use interlocal_testkit::people::Somebody;

pub const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n";
const EDGE: &str = "between-the-parts";

/// Sends a file as a browser would.
pub fn upload(site: &Site, who: &Somebody, slug: &str, file: (&str, &[u8])) -> Answer {
    upload_with(site, who, slug, file, &[])
}

/// The same with what it shows.
fn upload_with(
    site: &Site,
    who: &Somebody,
    slug: &str,
    (name, bytes): (&str, &[u8]),
    proofs: &[&str],
) -> Answer {
    let page = site.get_as(who, &at(slug, "/edit/documents")).text();
    let rest = page.split("name=\"version\" value=\"").nth(1).unwrap();
    let version = rest.split('"').next().unwrap();
    let mut body = Vec::new();
    let mut fields = vec![
        ("form_token", who.form_token.as_str()),
        ("version", version),
        ("file_title", "Rate card"),
        ("file_held_by", "The office"),
    ];
    fields.extend(proofs.iter().map(|proof| ("file_proves", *proof)));
    for (field, value) in fields {
        let part = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.as_bytes());
    }
    let part = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    );
    body.extend(part.as_bytes());
    body.extend(bytes);
    body.extend(format!("\r\n--{EDGE}--\r\n").as_bytes());
    let headers = [
        ("cookie", cookie(who)),
        ("origin", site.origin()),
        (
            "content-type",
            format!("multipart/form-data; boundary={EDGE}"),
        ),
    ];
    site.send_bytes(&at(slug, "/documents"), body, &headers)
}

/// The address of the only document that a page names.
fn document(html: &str) -> String {
    let rest = html
        .split("href=\"/documents/")
        .nth(1)
        .unwrap_or_else(|| panic!("{}", words(html)));
    format!("/documents/{}", rest.split('"').next().unwrap())
}

#[test]
fn a_file_is_public_with_its_edition_and_given_out_to_be_saved() {
    let site = site();
    let editor = person(&site, "ada", Role::Approver);
    let slug = written(&site, &editor, "With a rate card");
    let sent = upload(&site, &editor, &slug, ("../../Rate card.html", PDF));
    assert_eq!(leads_to(&sent), at(&slug, "/edit/documents"));
    let preview = site.get_as(&editor, &at(&slug, "/preview")).text();
    let address = document(&preview);
    assert!(address.ends_with("/Rate-card.pdf"), "{address}");
    assert_eq!(
        site.get(&address).status,
        StatusCode::NOT_FOUND,
        "a draft's file"
    );
    let opened = site.get_as(&editor, &address);
    assert_eq!(opened.bytes, PDF);

    let now = version(&site, &editor, &at(&slug, ""));
    leads_to(&site.post_as(&editor, &at(&slug, "/submit"), &[("version", &now)]));
    let now = version(&site, &editor, &at(&slug, "/review"));
    let fields = [("version", &*now), ("decision", "approve")];
    leads_to(&site.post_as(&editor, &at(&slug, "/review"), &fields));
    assert_eq!(document(&site.page(&format!("/offerings/{slug}"))), address);
    let opened = site.get(&address);
    assert_eq!(opened.status, StatusCode::OK);
    assert_eq!(opened.bytes, PDF);
    assert_eq!(opened.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(opened.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(
        opened.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"Rate-card.pdf\""
    );
    assert_eq!(
        opened.header(header::CONTENT_SECURITY_POLICY),
        "default-src 'none'; sandbox"
    );
}

#[test]
fn files_that_could_harm_are_refused_and_nothing_is_kept() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = written(&site, &editor, "Harmless");
    let large = vec![b'a'; 10_000_001];
    let huge = vec![b'a'; 12_000_000];
    for (name, bytes, status) in [
        ("a.pdf", &b"<html><script>alert(1)</script>"[..], 400),
        (
            "a.png",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            400,
        ),
        ("a.txt", b"words <SCRIPT>alert(1)</SCRIPT>", 400),
        ("a.docx", b"PK\x03\x04 and nothing else of a document", 400),
        ("a.exe", b"MZ\x90\x00\x03\x00\x00", 400),
        ("a.txt", &large, 400),
        ("a.txt", &huge, 400),
    ] {
        let sent = upload(&site, &editor, &slug, (name, bytes));
        assert_eq!(sent.status.as_u16(), status, "{name} {}", bytes.len());
        let html = sent.text();
        assert!(html.contains("href=\"#file\""), "{html}");
        assert!(
            html.contains("value=\"Rate card\""),
            "the title is kept: {html}"
        );
        assert_eq!(html.contains("larger than 10 MB"), bytes.len() > 10_000_000);
    }
    let preview = site.get_as(&editor, &at(&slug, "/preview")).text();
    assert!(!preview.contains("/documents/"));
    let step = site.get_as(&editor, &at(&slug, "/edit/documents")).text();
    assert!(!step.contains("Document 1"));
}

#[test]
fn a_document_is_named_by_a_number_alone() {
    let site = site();
    for path in [
        "/documents/1/x.pdf",
        "/documents/0/..%2f..%2fetc%2fpasswd",
        "/documents/..%2f..%2fportal.db/x",
        "/documents/-1/x",
        "/documents/99999999999999999999/x",
    ] {
        assert_eq!(site.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// The boxes of a page that are checked, by name and value.
fn checked(html: &str) -> Vec<String> {
    html.split("<input ")
        .filter(|input| input.split('>').next().unwrap().contains(" checked"))
        .map(|input| {
            let value = |name: &str| {
                let rest = input.split(&format!("{name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().to_owned()
            };
            format!("{}={}", value("name"), value("value"))
        })
        .collect()
}

#[test]
fn a_new_document_says_at_once_what_it_shows_a_procurement_file() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = written(&site, &editor, "With papers");
    let step = at(&slug, "/edit/documents");
    let page = site.get_as(&editor, &step).text();
    assert!(page.contains("name=\"d0-proves\""), "at a link: {page}");
    assert!(page.contains("name=\"file_proves\""), "at a file: {page}");
    super::desk_review::save(
        &site,
        &editor,
        &slug,
        "documents",
        &[
            ("d0-title", "Notice of award"),
            ("d0-url", "https://example.org/award"),
            ("d0-proves", "award"),
        ],
    );
    let all: Vec<&str> = Proof::ALL.iter().map(|proof| proof.word()).collect();
    let sent = upload_with(&site, &editor, &slug, ("card.pdf", PDF), &all);
    assert_eq!(leads_to(&sent), step);
    let boxes = checked(&site.get_as(&editor, &step).text());
    let mut expect = vec!["d0-proves=award".to_owned()];
    expect.extend(all.iter().map(|word| format!("d1-proves={word}")));
    assert_eq!(boxes, expect);
    let refused = upload_with(
        &site,
        &editor,
        &slug,
        ("card.txt", b"<script>alert(1)</script>"),
        &["insurance"],
    );
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let kept = checked(&refused.text());
    assert!(
        kept.contains(&"file_proves=insurance".to_owned()),
        "{kept:?}"
    );
    let strange = upload_with(&site, &editor, &slug, ("card.pdf", PDF), &["beauty"]);
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
}
