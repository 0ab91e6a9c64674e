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
