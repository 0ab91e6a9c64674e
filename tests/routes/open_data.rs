//! `/data`, its files, `/data.json`, and whether each file is what its standard says.

use super::{
    asking::{RUNTIME, STARTER, Site, json, page},
    schemas::{check, schema},
};
use chrono::TimeDelta;
use http::{Method, StatusCode, header};
use interlocal_exchange::{finding::Weight, hsds, ocds, package::files};
use interlocal_portal::{
    Outside,
    exporting::{ExportCare, Exporting, FILES, export_dcat, export_hsds, export_ocds},
};
use interlocal_testkit::{MovableClock, now, world::tiny_world};
use serde_json::{Map, Value, json};
use std::{collections::BTreeMap, fs::File, path::Path, sync::Arc};

/// Writes a file of the starter directory.
fn written(place: &Path, format: &str) {
    let portal = &STARTER.world.portal;
    let snapshot = portal.snapshot();
    let from = Exporting {
        store: portal.store(),
        public_url: portal.public_url(),
        directory: &snapshot.directory,
        vocabulary: portal.vocabulary(),
        publisher: "Interlocal",
        at: now(),
    };
    let done = match format {
        "ocds" => RUNTIME.block_on(export_ocds(&from, place)),
        "hsds" => RUNTIME.block_on(export_hsds(&from, place)),
        _ => export_dcat(&from, place),
    };
    done.unwrap();
}

fn json_file(place: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(place).unwrap()).unwrap()
}

#[test]
fn the_record_package_is_valid_with_its_extension() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("ocds.json");
    written(&place, "ocds");
    let package = json_file(&place);
    let records = package["records"].as_array().unwrap();
    assert!(records.len() > 50, "{} records", records.len());
    let bytes = std::fs::read(&place).unwrap();
    let again = ocds::read("ocds.json", &bytes).unwrap();
    assert_eq!(again.processes.len(), records.len());
    let doubtful: Vec<_> = again
        .findings
        .iter()
        .filter(|one| one.weight != Weight::Note)
        .collect();
    assert!(doubtful.is_empty(), "{doubtful:?}");
    let Some(release) = schema("ocds-1.1.5/record-package-schema.json") else {
        return;
    };
    check(&release, "the package", &package);
    let mut spoilt = package.clone();
    spoilt["records"][0]["compiledRelease"]["interlocalAccess"]["rules"] = json!("all");
    assert!(!release.is_valid(&spoilt), "the extension is looked at");
    let declared = package["extensions"].as_array().unwrap();
    let declared = declared.iter().filter_map(Value::as_str);
    let mut own = declared.filter(|one| one.contains("interlocal-access"));
    let declared = own.next().unwrap();
    let path = declared
        .strip_prefix(STARTER.world.portal.public_url().origin())
        .unwrap();
    let extension = json(path);
    for file in extension["schemas"].as_array().unwrap() {
        let beside = path.replace("extension.json", file.as_str().unwrap());
        assert!(json(&beside)["properties"]["interlocalAccess"].is_object());
    }
}

#[test]
fn the_service_package_is_valid_and_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("hsds.zip");
    written(&place, "hsds");
    let files = files(File::open(&place).unwrap()).unwrap();
    let named: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let read = hsds::read(&named).unwrap();
    let offerings = json("/api/v1/offerings?limit=1")["total"].as_u64().unwrap();
    assert_eq!(read.services.len() as u64, offerings);
    assert_eq!(read.findings, [], "nothing is doubtful");
    let Some(tabular) = schema("hsds-3.0/compiled/tabular.json") else {
        return;
    };
    let mut tables = Map::new();
    let descriptor: Value = serde_json::from_slice(&files[0].1).unwrap();
    for (name, resource) in files[1..]
        .iter()
        .zip(descriptor["resources"].as_array().unwrap())
    {
        assert_eq!(resource["path"], name.0.as_str());
        let rows = rows(&name.1);
        assert_eq!(resource["rows"], rows.len(), "{}", name.0);
        assert_eq!(resource["bytes"], name.1.len(), "{}", name.0);
        tables.insert(
            resource["name"].as_str().unwrap().to_owned(),
            Value::Array(rows),
        );
    }
    assert_eq!(
        tables["service"].as_array().unwrap().len() as u64,
        offerings
    );
    check(&tabular, "the tables", &Value::Object(tables));
}

/// The rows of a CSV file; numbers are those of the column `amount`.
fn rows(bytes: &[u8]) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(bytes);
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| {
        let mut fields = Map::new();
        for (name, cell) in row
            .unwrap()
            .into_iter()
            .filter(|(_, cell)| !cell.is_empty())
        {
            let value = match name.as_str() {
                "amount" => json!(cell.parse::<f64>().unwrap()),
                _ => json!(cell),
            };
            fields.insert(name, value);
        }
        Value::Object(fields)
    })
    .collect()
}

#[test]
fn data_json_is_valid_whether_or_not_files_were_written() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("data.json");
    written(&place, "dcat");
    let Some(catalog) = schema("dcat-us-1.1-non-federal/catalog.json") else {
        return;
    };
    let whole = json_file(&place);
    check(&catalog, "the file", &whole);
    let files = whole["dataset"][0]["distribution"].as_array().unwrap();
    assert_eq!(files.len(), FILES.len() + 1);
    check(&catalog, "/data.json", &json("/data.json"));
    let mut spoilt = whole.clone();
    spoilt["dataset"][0]["accessLevel"] = json!("open");
    assert!(!catalog.is_valid(&spoilt), "the data sets are looked at");
}

#[test]
fn the_files_of_a_night_are_written_once_and_can_be_downloaded() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(MovableClock::noon());
    let outside = Outside {
        exports: Some(ExportCare {
            folder: folder.path().join("exports"),
            publisher: "Interlocal".to_owned(),
        }),
        ..Outside::default()
    };
    let site = Site::of(RUNTIME.block_on(tiny_world(clock.clone(), outside)));
    let write = || {
        RUNTIME
            .block_on(site.world.portal.write_due_downloads())
            .unwrap()
    };
    assert!(site.page("/data").contains("None has been written yet"));
    assert_eq!(
        site.get("/data/interlocal-catalog.zip").status,
        StatusCode::NOT_FOUND
    );
    assert!(write());
    assert!(!write(), "once a night is enough");
    clock.wait(TimeDelta::hours(15));
    assert!(!write(), "the next night is not over");
    clock.wait(TimeDelta::hours(6));
    assert!(write(), "the next night is over");
    let left: Vec<_> = std::fs::read_dir(folder.path().join("exports"))
        .unwrap()
        .collect();
    assert_eq!(
        left.len(),
        FILES.len() + 1,
        "the files and when they were written"
    );
    let shown = site.page("/data");
    assert!(shown.contains("November 23, 2026"), "{shown}");
    let told = site.json("/data.json");
    assert_eq!(told["dataset"][0]["modified"], "2026-11-23");
    for file in FILES {
        let path = format!("/data/{}", file.name);
        assert!(shown.contains(&format!("href=\"{path}\"")), "{path}");
        let kept = std::fs::read(folder.path().join("exports").join(file.name)).unwrap();
        let answer = site.get(&path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.bytes == kept, "{path}");
        assert_eq!(answer.header(header::CONTENT_TYPE), file.media, "{path}");
        let tag = answer.header(header::ETAG);
        let again = site.ask(Method::GET, &path, &[("if-none-match", tag)]);
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(again.bytes.is_empty(), "{path}");
    }
    assert_eq!(site.get("/data/written.json").status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.get("/data/..%2Fportal.db").status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn the_page_of_open_data_leads_to_every_interface() {
    let shown = page("/data");
    for link in [
        "/data.json",
        "/hsds/services",
        "/extensions/interlocal-access/README.md",
    ] {
        assert!(shown.contains(&format!("href=\"{link}\"")), "{link}");
        assert_eq!(STARTER.get(link).status, StatusCode::OK, "{link}");
    }
    assert_eq!(
        STARTER.get("/extensions/interlocal-access/other").status,
        StatusCode::NOT_FOUND
    );
}
