use super::{Gathered, Package, read, record_package};
use serde_json::json;

const TRAPS: &[u8] = include_bytes!("../../samples/ocds/traps.jsonl");

fn taken(bytes: &[u8]) -> Gathered {
    read("x.json", bytes).unwrap()
}

#[test]
fn a_file_with_every_trap_is_read_and_says_what_it_noticed() {
    let found = taken(TRAPS);
    let mut out: Vec<String> = Vec::new();
    for one in &found.processes {
        let process = &one.process;
        let names = |parties: &[super::Party]| {
            let names: Vec<String> = parties
                .iter()
                .map(|p| format!("{} <{}>", p.name, p.key))
                .collect();
            names.join(" + ")
        };
        out.push(format!(
            "{} {} “{}” {}",
            one.line,
            process.ocid,
            process.title,
            one.releases.len()
        ));
        out.push(format!("  buyers {}", names(&process.buyers)));
        out.push(format!("  suppliers {}", names(&process.suppliers())));
        out.push(format!("  {:?}", process.techniques));
        for lot in &process.lots {
            out.push(format!("  lot {} {:?} {:?}", lot.id, lot.worth, lot.period));
        }
        for contract in &process.contracts {
            let (worth, period) = (&contract.worth, &contract.period);
            out.push(format!("  contract {} {worth:?} {period:?}", contract.id));
            out.push(format!("    sold by {}", names(&contract.suppliers)));
            out.push(format!("    bought by {}", names(&contract.buyers)));
        }
    }
    out.extend(found.findings.iter().map(ToString::to_string));
    insta::assert_snapshot!(out.join("\n"));
}

#[test]
fn an_unknown_version_fails_and_a_missing_one_does_not() {
    let package = |version: &str| {
        json!({"version": version, "releases": [{"ocid": "o", "id": "1", "date": "2026-01-01"}]})
            .to_string()
    };
    for version in ["1.0", "1.1", "1.1.5", ""] {
        assert_eq!(
            taken(package(version).as_bytes()).processes.len(),
            1,
            "{version}"
        );
    }
    for version in ["2.0", "1.2", "1.10", "x"] {
        let fault = read("x.json", package(version).as_bytes()).unwrap_err();
        assert!(fault.message.contains("1.0 and 1.1 are read"), "{fault}");
    }
}

#[test]
fn what_is_exported_comes_in_again_the_same() {
    let found = taken(TRAPS);
    let package = Package {
        uri: "https://portal.example/ocds".into(),
        publisher: "Arden".into(),
        published: "2026-11-22T00:00:00Z".into(),
        extensions: found.extensions.clone(),
    };
    let written = record_package(&package, &found.processes).to_string();
    let again = taken(written.as_bytes());
    let whole = |found: &Gathered| -> Vec<_> {
        let all = found.processes.iter();
        all.map(|one| {
            (
                one.compiled.clone(),
                one.releases.clone(),
                one.process.clone(),
            )
        })
        .collect()
    };
    assert_eq!(whole(&again), whole(&found));
    assert!(written.contains("\"houseCode\":\"A-7\""));
}

#[test]
fn a_record_with_links_alone_is_refused_and_one_with_a_compiled_release_is_taken() {
    let links = json!([{"url": "https://x.example/1", "date": "2026-01-01", "tag": ["tender"]}]);
    let found = taken(
        json!({"ocid": "a", "releases": links})
            .to_string()
            .as_bytes(),
    );
    assert_eq!((found.processes.len(), found.findings.len()), (0, 1));
    let compiled = json!({"ocid": "a", "date": "2026-01-01", "id": "a-1", "tag": ["compiled"],
        "tender": {"id": "1", "title": "Paint"}});
    let record = json!({"ocid": "a", "releases": links, "compiledRelease": compiled});
    let found = taken(record.to_string().as_bytes());
    assert_eq!(found.processes[0].process.title, "Paint");
}

#[test]
fn a_versioned_release_says_what_it_says_last() {
    let version = |value: &str| json!({"releaseID": "1", "releaseDate": "", "releaseTag": [], "value": value});
    let release = json!({"ocid": "a", "tender": {"id": [version("1")],
        "title": [version("Old"), version("New")]}});
    let record = json!({"ocid": "a", "versionedRelease": release});
    let found = taken(record.to_string().as_bytes());
    assert_eq!(found.processes[0].process.title, "New");
}

/// A package as it is sent, on several lines, with an amount in the first release.
fn sent(amount: &str) -> String {
    format!(
        r#"{{
  "version": "1.1",
  "releases": [
    {{
      "ocid": "ocds-x-1", "id": "1", "date": "2026-01-01",
      "houseFigure": {amount},
      "tender": {{"id": "t", "value": {{"amount": {amount}, "currency": "USD"}}}}
    }},
    {{
      "ocid": "ocds-x-1", "id": "2", "date": "2026-02-01",
      "awards": [{{"id": "a", "value": {{"amount": 1.10}}}}],
      "tender": {{"value": {{"currency": "USD"}}, "houseList": [{amount}, 0.10]}}
    }},
    {{"ocid": "ocds-x-2", "id": "1", "date": "2026-01-01"}}
  ]
}}"#
    )
}

#[test]
fn every_number_keeps_its_digits_through_reading_merging_and_writing() {
    for amount in [
        "12345678901234567.89",
        "1.10",
        "1e+400",
        "0.30000000000000004",
        "100",
    ] {
        let found = taken(sent(amount).as_bytes());
        assert_eq!(found.processes.len(), 2);
        let package = Package {
            uri: String::new(),
            publisher: String::new(),
            published: String::new(),
            extensions: Vec::new(),
        };
        let written = record_package(&package, &found.processes).to_string();
        let compiled = found.processes[0].compiled.to_string();
        for text in [&written, &compiled] {
            for said in [
                format!("\"houseFigure\":{amount}"),
                format!("\"value\":{{\"amount\":{amount},\"currency\":\"USD\"}}"),
                format!("\"houseList\":[{amount},0.10]"),
                "\"value\":{\"amount\":1.10}".to_owned(),
            ] {
                assert!(text.contains(&said), "{said} in {text}");
            }
        }
        let again = taken(written.as_bytes());
        assert_eq!(again.processes[0].compiled, found.processes[0].compiled);
    }
}

#[test]
fn an_amount_beyond_reckoning_is_a_doubt_of_its_process_alone() {
    let found = taken(sent("1e400").as_bytes());
    let doubts: Vec<String> = found.processes[0]
        .doubts
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        doubts,
        [
            "line 4, column 5 (releases/0/tender/value/amount): doubtful: “1e+400” is an amount of more than 28 digits; it is kept and exported again, but nothing is reckoned with it; see whether it is meant, and write it with 28 digits at most"
        ]
    );
    assert!(found.findings.contains(&found.processes[0].doubts[0]));
    assert!(found.processes[1].doubts.is_empty());
    assert!(
        taken(sent("12345678901234567.89").as_bytes()).processes[0]
            .doubts
            .is_empty()
    );
}

#[test]
fn a_release_that_cannot_be_read_is_refused_alone_where_it_stands() {
    let text = r#"{
  "releases": [
    {"ocid": "a", "id": "1", "date": "2026-01-01"},
    {"ocid": "b", "id": "1", "date": "2026-01-01",
     "title": "\ud800"},
    [{"ocid": "c", "id": "1", "date": "2026-01-01"},
     {"id": "no ocid"}]
  ]
}"#;
    let found = taken(text.as_bytes());
    let ocids: Vec<(u64, &str)> = found
        .processes
        .iter()
        .map(|one| (one.line, one.process.ocid.as_str()))
        .collect();
    assert_eq!(ocids, [(3, "a"), (6, "c")]);
    let refused: Vec<(u64, u64, &str)> = found
        .findings
        .iter()
        .map(|one| (one.line, one.column, one.field.as_str()))
        .collect();
    assert_eq!(refused, [(5, 22, "releases/1"), (7, 6, "releases/2/1")]);
}

#[test]
fn a_package_with_nothing_in_it_says_so() {
    for text in [
        "[]",
        "{\"releases\": []}",
        "{\"version\": \"1.1\", \"records\": []}",
    ] {
        let found = taken(text.as_bytes());
        assert!(found.processes.is_empty() && found.findings.is_empty());
        assert_eq!(
            found.notes,
            ["the file holds no release and no record: there is nothing to take in"]
        );
    }
}
