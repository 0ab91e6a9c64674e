//! Contracting files that were taken in are written again: what the edition does not
//! change stands there as the file has it, and the result is what the standard says.

use super::{
    asking::STARTER,
    schemas::{check, schema},
};
use interlocal_catalog::{
    NaiveDate, OrganizationId,
    offering::{Content, Status},
};
use interlocal_exchange::ocds::{Process, Vehicle, extensions_used, read};
use interlocal_testkit::{now, offerings::offering};
use serde_json::{Value, json};
use std::path::PathBuf;

const BODY: &str = "il-department-of-innovation-and-technology";

/// A listing as an import makes it.
fn listing(process: &Process) -> Content {
    let mut content = offering("vehicle", BODY);
    content.title = process.title.clone();
    content.summary = process.description.clone();
    content.suppliers = process
        .suppliers()
        .into_iter()
        .map(|one| one.name)
        .collect();
    content.term = process.term();
    content
}

fn written(content: &Content, source: &Value, status: Status) -> Value {
    record(content, Some(source), status)
}

fn record(content: &Content, source: Option<&Value>, status: Status) -> Value {
    let snapshot = STARTER.world.portal.snapshot();
    let provider = snapshot.directory.organization(&OrganizationId::new(BODY));
    let vehicle = Vehicle {
        slug: &content.slug,
        content,
        edition: 3,
        published_at: now(),
        status,
        provider: provider.unwrap(),
        source,
    };
    vehicle.record(
        "https://interlocal.example",
        "https://interlocal.example/data/x.json",
    )
}

fn package(records: &[Value]) -> Value {
    json!({
        "version": "1.1", "uri": "https://interlocal.example/data/x.json",
        "publishedDate": "2026-11-22T00:00:00Z", "publisher": {"name": "Interlocal"},
        "records": records,
    })
}

fn framework() -> Value {
    json!({
        "ocid": "ocds-x-1", "id": "9", "date": "2026-01-05T00:00:00Z", "tag": ["contract"],
        "language": "EN", "initiationType": "tender", "registryCode": {"a": 1},
        "parties": [
            {"id": 1, "name": "County of A", "roles": ["buyer"], "contactPoint": {"name": "P. Q."}},
            {"id": 2, "name": "First Co", "roles": ["supplier"]},
            {"id": 3, "name": "Second Co", "roles": ["supplier"]},
        ],
        "buyer": {"id": 1, "name": "County of A"},
        "tender": {
            "id": "T", "title": "old words", "value": {"amount": "1000.50", "currency": "USD"},
            "lots": [{"id": "L1", "title": "Switches", "value": {"amount": 10, "currency": "USD"},
                "contractPeriod": {"durationInDays": 1460}}],
            "techniques": {"hasFrameworkAgreement": true,
                "frameworkAgreement": {"method": "withReopeningCompetition", "maximumParticipants": 4}},
            "items": [{"id": 1, "description": "Switch", "relatedLot": "L1", "quantity": "4"}],
        },
        "awards": [{"id": "A", "suppliers": [{"id": 2}, {"id": 3}],
            "value": {"amount": "12345678901234567.80", "currency": "USD"}}],
        "contracts": [
            {"id": "C1", "awardID": "A", "suppliers": [{"id": 2}], "status": "active",
             "value": {"amount": 400, "currency": "USD"}, "dateSigned": "2026-01-04",
             "period": {"startDate": "2026-01-01T00:00:00Z", "endDate": "2027-12-31T00:00:00Z"}},
            {"id": "C2", "suppliers": [{"id": 3}], "registryOther": [1]},
        ],
    })
}

#[test]
fn lots_techniques_values_and_contracts_stand_there_again() {
    let source = framework();
    let content = listing(&Process::of(&source));
    let record = written(&content, &source, Status::Published);
    let release = &record["compiledRelease"];
    if let Some(schema) = schema("ocds-1.1.5/record-package-schema.json") {
        check(
            &schema,
            "the package",
            &package(std::slice::from_ref(&record)),
        );
    }
    let tender = &release["tender"];
    assert_eq!(tender["lots"], source["tender"]["lots"]);
    assert_eq!(tender["techniques"], source["tender"]["techniques"]);
    assert_eq!(tender["value"]["amount"].to_string(), "1000.50");
    let award = &release["awards"][0]["value"]["amount"];
    assert_eq!(award.to_string(), "12345678901234567.80");
    assert_eq!(tender["items"][0]["relatedLot"], "L1");
    assert_eq!(release["awards"].as_array().unwrap().len(), 1, "{release}");
    let contracts = &release["contracts"];
    assert_eq!(contracts.as_array().unwrap().len(), 2, "{contracts}");
    assert_eq!(contracts[0]["value"]["amount"], 400);
    assert_eq!(contracts[0]["dateSigned"], "2026-01-04T00:00:00Z");
    assert_eq!(contracts[1]["awardID"], "A");
    assert_eq!(contracts[1]["registryOther"], json!([1]));
    assert_eq!(release["registryCode"], json!({"a": 1}));
    assert_eq!(release["buyer"]["name"], "County of A");
    assert!(!release.to_string().contains("P. Q."), "persons stay out");
    assert_eq!(extensions_used(release).len(), 3);
    let (before, after) = (Process::of(&source), Process::of(release));
    assert_eq!(
        (after.lots, after.techniques),
        (before.lots, before.techniques)
    );
    assert_eq!(after.contracts.len(), before.contracts.len());
}

#[test]
fn each_line_of_a_contract_is_an_award_and_a_contract_with_its_supplier_and_term() {
    let mut content = offering("vehicle", BODY);
    content.suppliers = vec!["Acme".to_owned(), "Borg".to_owned()];
    content.details.lines = serde_json::from_value(json!([
        {"number": "44", "title": "Paint", "supplier": "Acme", "manufacturers": ["3M", "Ace"],
         "categories": ["Indoor", "Outdoor"], "starts": "2026-01-01", "ends": "2027-12-31",
         "amount": "12345678.90", "currency": "USD"},
        {"number": "44", "supplier": "Cole", "ends": "Mo. To Mo."},
        {"supplier": "Acme", "ends": "no end date", "amount": "5"},
    ]))
    .unwrap();
    let record = record(&content, None, Status::Published);
    if let Some(schema) = schema("ocds-1.1.5/record-package-schema.json") {
        let package = package(std::slice::from_ref(&record));
        check(&schema, "the package", &package);
    }
    let release = &record["compiledRelease"];
    let process = Process::of(release);
    let contracts: Vec<(&str, &str, &str)> = process
        .contracts
        .iter()
        .map(|one| {
            let seller = one.suppliers.first().unwrap();
            (one.id.as_str(), one.title.as_str(), seller.name.as_str())
        })
        .collect();
    let title = content.title.as_str();
    assert_eq!(
        contracts,
        [
            ("44", "Paint", "Acme"),
            ("vehicle-2", title, "Cole"),
            ("vehicle-3", title, "Acme"),
            ("vehicle", title, "Borg"),
        ],
        "and a supplier whom no line names has one of its own"
    );
    let first = process.contracts.first().unwrap();
    let worth = first.worth.as_ref().unwrap();
    assert_eq!(
        (worth.amount.to_string().parse(), &*worth.currency),
        (Ok(12_345_678.9), "USD")
    );
    let ends = first.period.as_ref().unwrap().ends_on;
    assert_eq!(ends, NaiveDate::from_ymd_opt(2027, 12, 31));
    assert_eq!(release["awards"][0]["items"][1]["description"], "Outdoor");
    assert_eq!(
        release["awards"][0]["description"],
        "Manufacturers: 3M; Ace"
    );
    assert!(
        process.contracts.get(1).unwrap().period.is_none(),
        "words are no day"
    );
    assert_eq!(
        release["interlocalAccess"]["lines"],
        json!(content.details.lines)
    );
}

#[test]
fn what_the_edition_says_differently_is_written_and_not_what_the_file_said() {
    let source = framework();
    let mut content = listing(&Process::of(&source));
    content.title = "New words".to_owned();
    content.suppliers = vec!["Second Co".to_owned(), "Third Co".to_owned()];
    content.term.ends_on = NaiveDate::from_ymd_opt(2030, 6, 30);
    let record = written(&content, &source, Status::Withdrawn);
    let release = &record["compiledRelease"];
    if let Some(schema) = schema("ocds-1.1.5/record-package-schema.json") {
        check(
            &schema,
            "the package",
            &package(std::slice::from_ref(&record)),
        );
    }
    assert_eq!(release["tender"]["title"], "New words");
    assert!(!release.to_string().contains("First Co"), "{release}");
    let after = Process::of(release);
    let suppliers: Vec<String> = after.suppliers().into_iter().map(|one| one.name).collect();
    assert_eq!(suppliers, ["Second Co", "Third Co"]);
    assert_eq!(after.term(), content.term);
    for contract in release["contracts"].as_array().unwrap() {
        assert_eq!(contract["status"], "terminated");
    }
}

/// Every file of contracting processes among the fixtures.
fn files() -> Vec<PathBuf> {
    let folder = std::env::var_os("INTERLOCAL_FIXTURES").map(PathBuf::from);
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
        println!("skipped: no fixtures");
        return Vec::new();
    };
    let mut open = vec![folder.join("ocds")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.retain(|path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("json" | "jsonl"))
    });
    found
}

#[test]
fn every_real_file_is_written_again_as_the_standard_says() {
    let Some(schema) = schema("ocds-1.1.5/record-package-schema.json") else {
        return;
    };
    let mut count = 0;
    for file in files() {
        let name = file.display().to_string();
        let Ok(read) = read(&name, &std::fs::read(&file).unwrap()) else {
            continue;
        };
        let records = read.processes.iter().map(|one| {
            let content = listing(&one.process);
            let record = written(&content, &one.compiled, Status::Published);
            let again = Process::of(&record["compiledRelease"]);
            let (lots, mut sellers) = (&one.process.lots, again.suppliers());
            let ids = |all: &[interlocal_exchange::ocds::Lot]| {
                all.iter().map(|lot| lot.id.clone()).collect::<Vec<_>>()
            };
            assert_eq!(ids(&again.lots), ids(lots), "{name}");
            sellers.retain(|one| !content.suppliers.contains(&one.name));
            assert!(sellers.is_empty(), "{name}: {sellers:?}");
            assert_eq!(again.suppliers().len(), content.suppliers.len(), "{name}");
            assert_eq!(again.term(), content.term, "{name}: {}", one.process.ocid);
            record
        });
        let records: Vec<Value> = records.collect();
        count += records.len();
        check(&schema, &name, &package(&records));
    }
    println!("{count} processes");
}
