//! Each kind of file: a dry run, the import, the same again, what cannot be read.

use super::{Portal, counts, fault, said};

const LIST: &str = "contract,company,service,expiration\n\
    7,Boro Tools,Tools,6/30/26\n\
    7,Cole Works,Tools,6/30/27\n\
    9,Dell Marsh,Fences,11/31/2026\n\
    ,,Nobody,\n";
const RELEASES: &str = r#"{"ocid":"ocds-x-1","id":"1","date":"2026-01-02T00:00:00Z","tag":["tender"],"tender":{"id":"1","title":"Tools"}}
{"ocid":"ocds-x-2","id":"2","date":"2026-01-02T00:00:00Z","tag":["tender"],"tender":{"id":"2","title":"Paint"}}
"#;
const SERVICES: &str = r#"[{"id":"s1","name":"Backup","status":"active","organization":{"id":"o1","name":"Arden"}},
{"id":"s2","name":"Hosting","status":"defunct","organization":{"id":"o1","name":"Arden"}}]"#;
const PLACES: &str = "USPS\tGEOID\tNAME\tFUNCSTAT\tINTPTLAT\tINTPTLONG\n\
    IL\t1799991\tArden city\tA\t41.5\t-88.5\n\
    OH\t3999991\tBoro village\tA\t40\t-83\n";
const DOMAINS: &str = "Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email\n\
    alphabet.gov,Federal - Executive,Alphabet Office,,Washington,DC,\n\
    not a domain,City,City of Birch,,Birch,IL,\n";

/// A dry run, the import and the same import again end with these counts.
fn check(kind: &str, (name, text): (&str, &str), more: &[&str], [dry, again]: [&str; 2]) -> Portal {
    let portal = Portal::new();
    let file = portal.file(name, text);
    let import = |flags: &[&str]| portal.import(&[&[kind, &file], more, flags].concat());
    assert_eq!(counts(&import(&["--dry-run"])), dry, "{kind}: a dry run");
    assert_eq!(
        counts(&import(&["--dry-run"])),
        dry,
        "{kind}: it wrote nothing"
    );
    assert_eq!(
        counts(&import(&[])),
        dry,
        "{kind}: the import does what the dry run said"
    );
    assert_eq!(counts(&import(&[])), again, "{kind}: the same again");
    portal
}

const BODY: &[&str] = &["--body", "arden"];

#[test]
fn every_kind_of_file_says_what_it_would_do_does_it_and_the_second_time_nothing() {
    check(
        "contracts",
        ("list.csv", LIST),
        BODY,
        [
            "created 2, changed 0, unchanged 0, doubtful 1, refused 1",
            "created 0, changed 0, unchanged 2, doubtful 1, refused 1",
        ],
    );
    check(
        "ocds",
        ("releases.jsonl", RELEASES),
        BODY,
        [
            "created 2, changed 0, unchanged 0, doubtful 0, refused 0",
            "created 0, changed 0, unchanged 2, doubtful 0, refused 0",
        ],
    );
    check(
        "hsds",
        ("services.json", SERVICES),
        BODY,
        [
            "created 1, changed 0, unchanged 0, doubtful 1, refused 0",
            "created 0, changed 0, unchanged 1, doubtful 1, refused 0",
        ],
    );
    check(
        "jurisdictions",
        ("places.txt", PLACES),
        &[],
        [
            "created 1, changed 0, unchanged 0, doubtful 1, refused 0",
            "created 0, changed 0, unchanged 1, doubtful 1, refused 0",
        ],
    );
    check(
        "dotgov",
        ("domains.csv", DOMAINS),
        &[],
        [
            "created 1, changed 0, unchanged 0, doubtful 0, refused 1",
            "created 0, changed 0, unchanged 1, doubtful 0, refused 1",
        ],
    );
}

#[test]
fn a_marketplace_is_read_product_by_product_and_changes_no_listing() {
    let products = include_str!("../../../exchange/samples/fedramp/not-real-products.json");
    check(
        "fedramp",
        ("not-real-products.json", products),
        &[],
        [
            "created 0, changed 0, unchanged 2, doubtful 0, refused 3",
            "created 0, changed 0, unchanged 2, doubtful 0, refused 3",
        ],
    );
}

#[test]
fn a_report_names_line_column_value_and_how_to_mend_it_also_as_csv_and_json() {
    let portal = Portal::new();
    let file = portal.file("list.csv", LIST);
    let text = said(&portal.import(&["contracts", &file, "--dry-run"]));
    assert!(
        text.contains("line 4, column 4: doubtful: 9 · dell marsh → Fences “11/31/2026”"),
        "{text}"
    );
    assert!(
        text.contains("write it as 2026-06-30 or 6/30/2026"),
        "{text}"
    );
    assert!(text.contains("line 5: refused"), "{text}");
    let csv = portal.file("report.csv", "");
    said(&portal.import(&["contracts", &file, "--dry-run", "--report", &csv]));
    let csv = std::fs::read_to_string(csv).unwrap();
    assert_eq!(csv.lines().count(), 5, "a head and four rows: {csv}");
    let json = portal.file("report.json", "");
    said(&portal.import(&["contracts", &file, "--dry-run", "--report", &json]));
    let json = std::fs::read_to_string(json).unwrap();
    assert!(json.contains("\"outcome\": \"doubtful\""), "{json}");
}

#[test]
fn an_import_is_listed_and_undone_once_and_the_next_file_is_new_again() {
    let portal = check(
        "contracts",
        ("list.csv", LIST),
        BODY,
        [
            "created 2, changed 0, unchanged 0, doubtful 1, refused 1",
            "created 0, changed 0, unchanged 2, doubtful 1, refused 1",
        ],
    );
    let list = said(&portal.import(&["list"]));
    assert!(
        list.starts_with("1\tcontracts\tlist\tlist.csv\tfinished"),
        "{list}"
    );
    let undone = said(&portal.import(&["undo", "1"]));
    assert!(undone.contains("2 listings"), "{undone}");
    assert!(fault(&portal.import(&["undo", "1"])).contains("undone already"));
    fault(&portal.import(&["undo", "77"]));
    let file = portal.file("list.csv", LIST);
    assert_eq!(
        counts(&portal.import(&["contracts", &file, "--body", "arden"])),
        "created 2, changed 0, unchanged 0, doubtful 1, refused 1"
    );
}

#[test]
fn an_import_of_governments_is_undone_by_its_number() {
    let portal = Portal::new();
    let file = portal.file("places.txt", PLACES);
    let first = said(&portal.import(&["jurisdictions", &file]));
    assert!(first.contains("interlocal import undo 1"), "{first}");
    said(&portal.import(&["undo", "1"]));
    assert_eq!(
        counts(&portal.import(&["jurisdictions", &file, "--dry-run"])),
        "created 1, changed 0, unchanged 0, doubtful 1, refused 0"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_command_ends_with_a_fault() {
    let portal = Portal::new();
    for kind in [
        "contracts",
        "ocds",
        "hsds",
        "fedramp",
        "jurisdictions",
        "dotgov",
    ] {
        let missing = fault(&portal.import(&[kind, "/nowhere/list.csv", "--dry-run"]));
        assert!(missing.contains("/nowhere/list.csv"), "{kind}: {missing}");
        let empty = portal.file("empty.csv", "");
        let empty = fault(&portal.import(&[kind, &empty, "--dry-run"]));
        assert!(empty.contains("empty.csv"), "{kind}: {empty}");
        let nul = portal.file("nul.csv", "contract,company\n1,\0\n");
        let nul = fault(&portal.import(&[kind, &nul, "--dry-run"]));
        assert!(nul.contains("nul.csv"), "{kind}: {nul}");
    }
    let version = portal.file("x.json", r#"{"version":"9.9","releases":[]}"#);
    let version = fault(&portal.import(&["ocds", &version, "--dry-run"]));
    assert!(version.contains("9.9"), "{version}");
    let list = portal.file("list.csv", LIST);
    fault(&portal.import(&["contracts", &list]));
    let nobody = fault(&portal.import(&["contracts", &list, "--body", "nobody"]));
    assert!(nobody.contains("nobody"), "{nobody}");
}

#[test]
fn the_source_of_one_body_is_not_written_by_another() {
    let portal = Portal::new();
    let file = portal.file("list.csv", LIST);
    said(&portal.import(&["contracts", &file, "--body", "arden"]));
    let other = fault(&portal.import(&["contracts", &file, "--body", "boro"]));
    assert!(other.contains("another body"), "{other}");
    said(&portal.import(&["contracts", &file, "--body", "boro", "--source", "boro's"]));
}

#[test]
fn a_quotation_mark_left_open_is_named_and_every_row_is_taken() {
    let portal = Portal::new();
    let list = "contract,company,service,expiration\n\
        7,\"Boro Tools,Tools,6/30/26\n\
        8,Cole Works,Paint,6/30/27\n\
        9,Dell Marsh,Fences,6/30/27\n";
    let file = portal.file("list.csv", list);
    let report = portal.import(&["contracts", &file, "--body", "arden"]);
    assert_eq!(
        counts(&report),
        "created 2, changed 0, unchanged 0, doubtful 1, refused 0"
    );
    let text = said(&report);
    assert!(
        text.contains("line 2, column 2: doubtful: 7 · boro tools → Tools (tools) “Boro Tools”: begins with a quotation mark that is not closed"),
        "{text}"
    );
}

#[test]
fn a_day_in_the_other_order_is_told_with_the_forms_that_are_taken() {
    let portal = Portal::new();
    let file = portal.file(
        "list.csv",
        "contract,company,service,expiration\n7,Boro,Tools,31.12.2027\n",
    );
    let text = said(&portal.import(&["contracts", &file, "--dry-run"]));
    assert!(
        text.contains("“31.12.2027”: puts day and month in another order than this list; it was kept as text; write it as 2026-06-30 or 6/30/2026"),
        "{text}"
    );
}

#[test]
fn a_number_beyond_reckoning_is_a_doubt_of_its_release_and_no_other() {
    let releases = r#"{
  "version": "1.1",
  "releases": [
    {"ocid": "ocds-x-1", "id": "1", "date": "2026-01-02T00:00:00Z", "tender": {"title": "Tools"}},
    {
      "ocid": "ocds-x-2", "id": "1", "date": "2026-01-02T00:00:00Z",
      "tender": {"title": "Paint", "value": {"amount": 1e400, "currency": "USD"}}
    },
    {"ocid": "ocds-x-3", "id": "1", "date": "2026-01-02T00:00:00Z",
      "tender": {"title": "Fences", "value": {"amount": 12345678901234567.89, "currency": "USD"}}}
  ]
}"#;
    let portal = check(
        "ocds",
        ("releases.json", releases),
        BODY,
        [
            "created 2, changed 0, unchanged 0, doubtful 1, refused 0",
            "created 0, changed 0, unchanged 2, doubtful 1, refused 0",
        ],
    );
    let file = portal.file("releases.json", releases);
    let text = said(&portal.import(&["ocds", &file, "--dry-run"]));
    assert!(
        text.contains("line 5, column 5: doubtful: ocds-x-2 → Paint (paint) “1e+400”: releases/1/tender/value/amount: is an amount of more than 28 digits"),
        "{text}"
    );
    assert!(text.contains("line 9: unchanged: ocds-x-3"), "{text}");
    let longer = releases.replace("4567.89", "4567.890");
    let file = portal.file("releases.json", &longer);
    assert_eq!(
        counts(&portal.import(&["ocds", &file, "--body", "arden"])),
        "created 0, changed 1, unchanged 1, doubtful 1, refused 0"
    );
}

#[test]
fn a_file_with_nothing_in_it_says_so() {
    let portal = Portal::new();
    for (kind, name, text, says) in [
        (
            "ocds",
            "x.json",
            "[]",
            "the file holds no release and no record",
        ),
        (
            "fedramp",
            "x.json",
            r#"{"data":{"Products":[]}}"#,
            "the list of products is empty",
        ),
        (
            "contracts",
            "x.csv",
            "contract,company\n",
            "the file holds headings and no row",
        ),
    ] {
        let file = portal.file(name, text);
        let report = said(&portal.import(&[kind, &file, "--dry-run"]));
        assert!(report.contains(&format!("note: {says}")), "{report}");
    }
}

#[test]
fn an_import_that_there_is_not_is_named_with_the_way_to_the_others() {
    let portal = Portal::new();
    let said = fault(&portal.import(&["undo", "99"]));
    assert!(
        said.contains("there is no import 99: `interlocal import list` names those that there are"),
        "{said}"
    );
}
