//! The files of a frozen memo, and their check.

use super::{
    asking::{Site, cookie, words},
    memos::{BODY, frozen_memo, member, publish, service, site, to},
};
use http::{StatusCode, header};
use interlocal_testkit::people::Somebody;

const BOUNDARY: &str = "----memo";

/// Sends a form with a file.
fn upload(
    site: &Site,
    who: Option<&Somebody>,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> super::asking::Answer {
    let mut body = Vec::new();
    let token = who.map(|who| ("form_token", who.form_token.as_str()));
    for (name, value) in token.iter().chain(fields) {
        body.extend(
            format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .bytes(),
        );
    }
    if let Some((name, bytes)) = file {
        body.extend(
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
                .bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    let mut headers = vec![(
        "content-type",
        format!("multipart/form-data; boundary={BOUNDARY}"),
    )];
    headers.extend(who.map(|who| ("cookie", cookie(who))));
    site.send_bytes(path, body, &headers)
}

#[test]
fn a_file_is_checked_by_anybody_and_a_tampered_one_is_refused() {
    let site = site();
    let walrus = interlocal_catalog::offering::Content {
        title: "Walrus watch – “day and night” 🦭".to_owned(),
        ..service("walrus")
    };
    publish(&site, &walrus);
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus"]);
    let answer = site.get_as(&ada, &format!("{memo}.json"));
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    assert!(answer.header(header::CONTENT_DISPOSITION).contains(".json"));
    let file = answer.text();
    let whole = upload(
        &site,
        None,
        "/memos/verify",
        &[],
        Some(("memo.json", file.as_bytes())),
    );
    assert_eq!(whole.status, StatusCode::OK);
    let told = words(&whole.text());
    assert!(told.contains("The memo is whole"), "{told}");
    assert!(
        told.contains("It is the memo that this portal froze."),
        "{told}"
    );

    // The same file with every letter beyond ASCII escaped, as other programs write it.
    let ascii: String = file
        .encode_utf16()
        .map(|unit| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    assert_ne!(ascii, file);
    let told = site.send("/memos/verify", &[("text", &ascii)], &[]);
    assert!(words(&told.text()).contains("The memo is whole"));
    let twice = file.replacen("\"years\":3", "\"years\":9,\"years\":3", 1);
    let told = site.send("/memos/verify", &[("text", &twice)], &[]);
    assert!(words(&told.text()).contains("“years” stands twice in one object"));

    let forged = file.replacen("Reason 1.", "Reason 2.", 1);
    let refused = upload(
        &site,
        None,
        "/memos/verify",
        &[],
        Some(("memo.json", forged.as_bytes())),
    );
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let told = words(&refused.text());
    assert!(
        told.contains("Refused: this is not a frozen memo"),
        "{told}"
    );
    assert!(told.contains("was changed after it was frozen"), "{told}");

    // A forger can take the hash anew; the portal knows which ones it froze.
    let content = forged
        .strip_prefix("{\"content\":")
        .and_then(|rest| rest.rsplit_once(",\"sha256\":"))
        .unwrap()
        .0;
    let hash = interlocal_catalog::memo::sha256(content);
    let rehashed = format!("{{\"content\":{content},\"sha256\":\"{hash}\"}}");
    let told = words(
        &site
            .send("/memos/verify", &[("text", &rehashed)], &[])
            .text(),
    );
    assert!(told.contains("This portal froze no such memo."), "{told}");

    for text in ["", "not json", "{}", "[]"] {
        let answer = site.send("/memos/verify", &[("text", text)], &[]);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{text}");
    }
    let huge = vec![b' '; 1_000_001];
    let huge = upload(&site, None, "/memos/verify", &[], Some(("a", &huge)));
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[test]
fn a_workbook_of_a_memo_is_given() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus"]);
    let book = site.get_as(&ada, &format!("{memo}.xlsx"));
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.bytes.starts_with(b"PK\x03\x04"));
    assert!(book.header(header::CONTENT_TYPE).contains("spreadsheetml"));
}

#[test]
fn documents_and_links_are_attached_to_a_draft_and_frozen_with_it() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let begin = [
        ("body", BODY),
        ("for", "state-17"),
        ("title", "Watching"),
        ("o", "walrus"),
    ];
    let memo = to(&site.post_as(&ada, "/memos/new", &begin));
    let at = format!("{memo}/attachments");
    let title = [("attachment_title", "The quote")];
    let pdf = b"%PDF-1.7 a quote".as_slice();
    to(&upload(
        &site,
        Some(&ada),
        &at,
        &title,
        Some(("../quote 17.exe", pdf)),
    ));
    let link = [
        ("attachment_title", "The minutes"),
        ("url", "https://example.org/minutes"),
    ];
    to(&upload(&site, Some(&ada), &at, &link, None));
    for (fields, file) in [
        (
            vec![("attachment_title", "X"), ("url", "javascript:alert(1)")],
            None,
        ),
        (vec![("attachment_title", "X")], None),
        (vec![("attachment_title", "")], Some(("a.pdf", pdf))),
        (
            vec![("attachment_title", "X")],
            Some(("a.html", b"<html><script>".as_slice())),
        ),
    ] {
        let refused = upload(&site, Some(&ada), &at, &fields, file);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
    let page = words(&site.get_as(&ada, &memo).text());
    assert!(page.contains("quote-17.pdf, 16 bytes"), "{page}");
    assert!(page.contains("The minutes (example.org)"), "{page}");
    let opened = site.get_as(&ada, &format!("{at}/1"));
    assert_eq!(opened.bytes, pdf);
    assert_eq!(
        opened.header(header::CONTENT_SECURITY_POLICY),
        "default-src 'none'; sandbox"
    );
    for path in [format!("{at}/0"), format!("{at}/2"), format!("{at}/x")] {
        assert_eq!(
            site.get_as(&ada, &path).status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let mal = member(&site, "mal@boro.example", "center-for-internet-security");
    let theirs = upload(&site, Some(&mal), &at, &title, Some(("a.pdf", pdf)));
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.get_as(&mal, &format!("{at}/1")).status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn memos_have_their_twins_in_json() {
    let site = site();
    publish(&site, &service("walrus"));
    let ada = member(&site, "ada@arden.example", BODY);
    let memo = frozen_memo(&site, &["walrus"]);
    let list = site.get_as(&ada, "/api/v1/memos").json();
    assert_eq!(list["total"], 1);
    assert_eq!(list["items"][0]["url"], memo.as_str());
    let file = site.get_as(&ada, &format!("{memo}.json")).json();
    assert_eq!(list["items"][0]["sha256"], file["sha256"]);
    let html = site.get_as(&ada, &memo).text();
    assert!(html.contains(&format!("href=\"/api/v1{memo}\"")), "{html}");
    let twin = site.get_as(&ada, &format!("/api/v1{memo}")).json();
    assert_eq!(twin["frozen"], true);
    assert_eq!(twin["content"], file["content"]);
    assert_eq!(twin["changed_since"].as_array().unwrap().len(), 0);
    to(&site.post_as(&ada, &format!("{memo}/link"), &[("do", "open")]));
    let twin = site.get_as(&ada, &format!("/api/v1{memo}")).json();
    let secret = twin["link"].as_str().unwrap().rsplit('/').next().unwrap();
    publish(
        &site,
        &interlocal_catalog::offering::Content {
            summary: "Another one.".to_owned(),
            ..service("walrus")
        },
    );
    let shared = site.json(&format!("/api/v1/memos/shared/{secret}"));
    assert_eq!(shared["content"], file["content"]);
    assert_eq!(shared["changed_since"][0]["edition_now"], 2);
    assert_eq!(shared["link"], serde_json::Value::Null);
}
