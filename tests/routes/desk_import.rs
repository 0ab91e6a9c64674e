//! Lists at the desk: sent, read as somebody says, reported row by row, written as
//! drafts, undone.

use super::{
    asking::{Answer, RUNTIME, Site, cookie, link, words},
    desk_review::{BODY, leads_to, person, save, site},
};
use http::{StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_exchange::package;
use interlocal_testkit::{
    imports::{applied, checked},
    people::{Somebody, somebody},
};

const LIST: &str = "contract,company,service,expiration,notes\n\
    7,Boro Tools,Tools,6/30/26,=cmd()\n\
    7,Cole Works,Tools,6/30/27,\n\
    8,Arden Paint,Paint,12/31/9999,\n\
    9,Dell Marsh,Fences,11/31/2026,\n\
    ,,Nobody,,\n";
const EDGE: &str = "between-the-parts";

fn desk(rest: &str) -> String {
    format!("/desk/{BODY}{rest}")
}

fn send(site: &Site, who: &Somebody, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
    send_to(site, who, &desk("/import"), fields, file)
}

/// Sends a file to an address, as the form there does.
pub fn send_to(
    site: &Site,
    who: &Somebody,
    path: &str,
    fields: &[(&str, &str)],
    (name, bytes): (&str, &[u8]),
) -> Answer {
    let mut body = Vec::new();
    let token = [("form_token", who.form_token.as_str())];
    for (field, value) in token.iter().chain(fields) {
        let part = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.as_bytes());
    }
    let part = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: text/csv\r\n\r\n"
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
    site.send_bytes(path, body, &headers)
}

/// Sends a file that needs no word about its columns; gives its page, on which the report
/// stands.
pub fn send_list(site: &Site, who: &Somebody, (text, name): (&str, &str)) -> String {
    let sent = send(site, who, &[], (name, text.as_bytes()));
    works(site);
    leads_to(&sent)
}

/// The portal does what waits for it.
fn works(site: &Site) {
    RUNTIME
        .block_on(site.world.portal.do_due_imports())
        .unwrap();
}

fn seen(site: &Site, who: &Somebody, path: &str) -> String {
    let answer = site.get_as(who, path);
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.text()
}

/// What the form of the columns would send as it stands.
fn as_it_stands(html: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (at, part) in html
        .split("<input type=\"hidden\" name=\"h")
        .skip(1)
        .enumerate()
    {
        let heading = part.split("value=\"").nth(1).unwrap();
        let heading = heading.split('"').next().unwrap();
        let chosen = part.split(" selected").next().unwrap();
        let chosen = chosen.rsplit("value=\"").next().unwrap();
        let chosen = chosen.split('"').next().unwrap();
        fields.push((format!("h{at}"), heading.to_owned()));
        fields.push((format!("c{at}"), chosen.to_owned()));
    }
    fields.push(("days".into(), "month_first".into()));
    fields
}

fn post(site: &Site, who: &Somebody, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    site.post_as(who, path, &fields)
}

#[test]
fn a_list_becomes_drafts_only_after_its_report_was_seen_and_can_be_undone() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let sent = send(
        &site,
        &ada,
        &[("source", "statewide")],
        ("list.csv", LIST.as_bytes()),
    );
    let columns = leads_to(&sent);
    assert!(columns.ends_with("/columns"), "{columns}");
    let file = columns.strip_suffix("/columns").unwrap().to_owned();
    let html = seen(&site, &ada, &columns);
    assert!(html.contains("Boro Tools"), "some cells are shown");
    let fields = as_it_stands(&html);
    assert!(
        fields.contains(&("c1".into(), "supplier".into())),
        "{fields:?}"
    );
    assert_eq!(leads_to(&post(&site, &ada, &columns, &fields)), file);

    let html = seen(&site, &ada, &file);
    assert!(html.contains("data-progress"), "the work has not begun");
    assert_eq!(link(&html, "Look again"), file);
    works(&site);
    let report = words(&seen(&site, &ada, &file));
    for count in [
        "Created: 3",
        "Changed: 0",
        "Unchanged: 0",
        "Doubtful: 1",
        "Refused: 1",
    ] {
        assert!(report.contains(count), "{count} in {report}");
    }
    assert!(report.contains("5, column 4 Doubtful"), "{report}");
    assert!(
        report.contains("11/31/2026") && report.contains("6/30/2026"),
        "{report}"
    );
    let refused = words(&seen(&site, &ada, &format!("{file}?outcome=refused")));
    assert!(
        !refused.contains("11/31/2026") && refused.contains("Nobody"),
        "{refused}"
    );
    assert!(
        !words(&seen(&site, &ada, &desk(""))).contains("Fences"),
        "nothing is written"
    );

    assert_eq!(
        leads_to(&post(&site, &ada, &format!("{file}/apply"), &[])),
        file
    );
    works(&site);
    let done = words(&seen(&site, &ada, &file));
    assert!(
        done.contains("The drafts stand on your desk as import 1"),
        "{done}"
    );
    let listings = words(&seen(&site, &ada, &desk("")));
    for title in ["Tools", "Paint", "Fences"] {
        assert!(listings.contains(title), "{title} in {listings}");
    }
    let undone = leads_to(&post(&site, &ada, &desk("/imports/1/undo"), &[]));
    let page = words(&seen(&site, &ada, &undone));
    assert!(
        page.contains("Import 1 is undone: 3 listings stand as before."),
        "{page}"
    );
    assert!(!words(&seen(&site, &ada, &desk(""))).contains("Fences"));
}

#[test]
fn a_report_is_downloaded_whole_as_csv_and_json_and_a_formula_stays_text() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let text = "contract,company,expiration\n=cmd(),Boro,x\n8,Cole,6/30/27\n";
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(checked(portal, &ada.actor, BODY, text));
    let csv = site.get_as(&ada, &desk(&format!("/import/{id}/report.csv")));
    assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let csv = csv.text();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(
        csv.starts_with("line,column,outcome,key,listing,value,why"),
        "{csv}"
    );
    assert!(!csv.contains(",=cmd()"), "{csv}");
    let json = site
        .get_as(&ada, &desk(&format!("/import/{id}/report.json")))
        .json();
    assert_eq!(json.as_array().unwrap().len(), 2);
    assert_eq!(json[0]["outcome"], "doubtful");
    assert_eq!(json[0]["line"], 2);
    assert_eq!(json[1]["outcome"], "created");
}

#[test]
fn what_is_wrong_with_a_file_or_its_columns_is_said_beside_what_was_chosen() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let nothing = send(&site, &ada, &[("source", "my list")], ("list.csv", b""));
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    let html = nothing.text();
    assert!(
        html.contains("href=\"#file\"") && html.contains("value=\"my list\""),
        "{html}"
    );
    let nul = send(&site, &ada, &[], ("list.csv", b"contract,company\n1,\0"));
    assert_eq!(nul.status, StatusCode::BAD_REQUEST);
    let large = vec![b'a'; 50_000_001];
    let large = send(&site, &ada, &[], ("list.csv", &large));
    assert_eq!(large.status, StatusCode::BAD_REQUEST);
    assert!(large.text().contains("50 MB"));

    let sent = send(&site, &ada, &[], ("list.csv", LIST.as_bytes()));
    let columns = leads_to(&sent);
    let mut fields = as_it_stands(&seen(&site, &ada, &columns));
    let twice = fields.iter_mut().find(|(name, _)| name == "c2").unwrap();
    twice.1 = "supplier".into();
    fields.push(("title".into(), "Things".into()));
    let answer = post(&site, &ada, &columns, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let html = answer.text();
    assert!(
        html.contains("href=\"#columns\"") && html.contains("value=\"Things\""),
        "{html}"
    );
    assert!(words(&html).contains("choose one"), "{html}");

    let json = send(
        &site,
        &ada,
        &[],
        ("x.json", b"{\"version\":\"9.9\",\"releases\":[]}"),
    );
    let file = leads_to(&json);
    works(&site);
    let failed = words(&seen(&site, &ada, &file));
    assert!(
        failed.contains("Nothing was taken in") && failed.contains("9.9"),
        "{failed}"
    );
    leads_to(&post(&site, &ada, &format!("{file}/discard"), &[]));
    assert_eq!(site.get_as(&ada, &file).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_mapping_is_kept_for_the_next_file_of_its_source() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let first = leads_to(&send(&site, &ada, &[], ("list.csv", LIST.as_bytes())));
    let mut fields = as_it_stands(&seen(&site, &ada, &first));
    let service = fields.iter_mut().find(|(name, _)| name == "c2").unwrap();
    assert_eq!(service.1, "title");
    service.1 = "notes".into();
    leads_to(&post(&site, &ada, &first, &fields));
    let second = leads_to(&send(&site, &ada, &[], ("list.csv", LIST.as_bytes())));
    let again = as_it_stands(&seen(&site, &ada, &second));
    assert!(again.contains(&("c2".into(), "notes".into())), "{again:?}");
    let other = leads_to(&send(
        &site,
        &ada,
        &[("source", "another")],
        ("list.csv", LIST.as_bytes()),
    ));
    let other = as_it_stands(&seen(&site, &ada, &other));
    assert!(other.contains(&("c2".into(), "title".into())), "{other:?}");
}

#[test]
fn an_import_on_whose_drafts_somebody_has_written_stays_and_says_which() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(checked(portal, &ada.actor, BODY, LIST));
    let batch = RUNTIME.block_on(applied(portal, &ada.actor, BODY, id));
    save(&site, &ada, "fences", "dates", &[("ends_on", "2027-06-30")]);
    let undone = post(&site, &ada, &desk(&format!("/imports/{batch}/undo")), &[]);
    assert_eq!(undone.status, StatusCode::CONFLICT);
    let said = words(&undone.text());
    assert!(
        said.contains("Not undone") && said.contains("fences"),
        "{said}"
    );
}

#[test]
fn two_bodies_that_call_their_lists_alike_do_not_touch_each_other() {
    let site = site();
    let portal = &site.world.portal;
    let ada = person(&site, "ada", Role::Editor);
    let other = "center-for-internet-security";
    let bo = RUNTIME.block_on(somebody(portal, "bo@cis.example", &[(other, Role::Editor)]));
    RUNTIME.block_on(async {
        let id = checked(portal, &ada.actor, BODY, LIST).await;
        applied(portal, &ada.actor, BODY, id).await;
        let changed = LIST.replace("Boro Tools", "Evil Tools");
        let id = checked(portal, &bo.actor, other, &changed).await;
        let body = interlocal_catalog::OrganizationId::new(other);
        let file = portal.import_file(&bo.actor, &body, id).await.unwrap();
        assert_eq!(
            file.counts[0],
            ("created".to_owned(), 3),
            "{:?}",
            file.counts
        );
        applied(portal, &bo.actor, other, id).await;
    });
    let tools = words(&seen(&site, &ada, &desk("/offerings/tools")));
    assert!(
        tools.contains("Boro Tools") && !tools.contains("Evil Tools"),
        "{tools}"
    );
}

#[test]
fn a_file_that_nobody_goes_on_with_and_one_that_was_taken_in_leave_no_bytes_behind() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let portal = &site.world.portal;
    let id = RUNTIME.block_on(checked(portal, &ada.actor, BODY, LIST));
    let columns = desk(&format!("/import/{id}/columns"));
    assert_eq!(site.get_as(&ada, &columns).status, StatusCode::OK);
    RUNTIME.block_on(applied(portal, &ada.actor, BODY, id));
    assert_eq!(site.get_as(&ada, &columns).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_package_of_services_is_taken_in_as_one_archive() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let mut archive = package::Archive::into_writer(std::io::Cursor::new(Vec::new()));
    for (name, table) in [
        (
            "organizations.csv",
            "id,name,description\no1,Boro Works,Runs things\n",
        ),
        (
            "services.csv",
            "id,organization_id,name,status\ns1,o1,Help desk for everybody,active\n",
        ),
    ] {
        std::io::Write::write_all(archive.entry(name).unwrap(), table.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let page = leads_to(&send(&site, &ada, &[], ("services.zip", &bytes)));
    works(&site);
    let report = words(&seen(&site, &ada, &page));
    assert!(report.contains("Created: 1"), "{report}");
    assert!(report.contains("HSDS services"), "{report}");
    let spoilt = leads_to(&send(
        &site,
        &ada,
        &[("kind", "hsds")],
        ("services.zip", &bytes[..bytes.len() / 2]),
    ));
    works(&site);
    let refused = words(&seen(&site, &ada, &spoilt));
    assert!(refused.contains("no archive that can be read"), "{refused}");
}

#[test]
fn a_file_for_stewards_is_not_taken_at_a_desk() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let registry = "Domain name,Domain type,Organization name,City,State\n";
    let sent = send(&site, &ada, &[], ("current.csv", registry.as_bytes()));
    assert_eq!(sent.status, StatusCode::BAD_REQUEST);
    let said = words(&sent.text());
    assert!(
        said.contains("Looks like “Registry of .gov domains (CSV)”, which stewards take in"),
        "{said}"
    );
}
