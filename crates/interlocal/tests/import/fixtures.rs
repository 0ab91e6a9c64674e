//! Every file that nobody on the project wrote goes through the command: it is taken
//! in with these counts, or refused with these words, as its description says.

use super::{Portal, counts, fault, fixture_folder, said};
use interlocal_catalog::{OrganizationId, line_item::LineItem};
use interlocal_exchange::contracts::supplier_key;
use std::path::Path;

/// What the command says at the end of a file, or why it refuses it.
enum Ends {
    /// Created, changed, unchanged, doubtful, refused.
    With([usize; 5]),
    /// Refused, with these words.
    Refused(&'static str),
}
use Ends::{Refused, With};

/// Every file of the folder with the kind that it is imported as; the files of a CSV
/// package stand together under their folder.
const FILES: &[(&str, &str, Ends)] = &[
    (
        "dotgov/current-full.csv",
        "dotgov",
        With([1365, 0, 0, 15174, 0]),
    ),
    ("hsds-3.0/examples/base.json", "hsds", With([0, 0, 0, 0, 0])),
    ("hsds-3.0/examples/csv", "hsds", With([1, 0, 0, 5, 0])),
    (
        "hsds-3.0/examples/location.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/organization_full.json",
        "hsds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/organization_list.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/service_at_location_full.json",
        "hsds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/service_at_location_list.json",
        "hsds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/service_full.json",
        "hsds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/service_list.json",
        "hsds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/tabular.json",
        "hsds",
        With([1, 0, 0, 5, 0]),
    ),
    (
        "hsds-3.0/examples/taxonomy.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/taxonomy_list.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/taxonomy_term.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "hsds-3.0/examples/taxonomy_term_list.json",
        "hsds",
        With([0, 0, 0, 0, 0]),
    ),
    (
        "ocds/england/releases.jsonl",
        "ocds",
        With([114, 0, 0, 2, 0]),
    ),
    (
        "ocds/framework-example/001_framework_tender.json",
        "ocds",
        With([1, 0, 0, 2, 0]),
    ),
    (
        "ocds/framework-example/002_framework_award.json",
        "ocds",
        With([1, 0, 0, 1, 0]),
    ),
    (
        "ocds/framework-example/003_first_call-off.json",
        "ocds",
        With([1, 0, 0, 1, 0]),
    ),
    (
        "ocds/framework-example/005_mini-competition.json",
        "ocds",
        With([1, 0, 0, 3, 0]),
    ),
    (
        "ocds/official-example/01-planning.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/02-tender.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/03-tenderAmendment.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/04-award.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/05-contract.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/06-implementation.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/record-withversions.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/official-example/record.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/publishers/record-package-1-2.json",
        "ocds",
        With([2, 0, 0, 0, 0]),
    ),
    (
        "ocds/publishers/record-package-2.json",
        "ocds",
        With([1, 0, 0, 0, 0]),
    ),
    (
        "ocds/publishers/record-package_package_1.1.json",
        "ocds",
        With([2, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/record-package_versioned.json",
        "ocds",
        With([2, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/release-package-1-2.json",
        "ocds",
        With([2, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/release-package_1.0-2.json",
        "ocds",
        With([1, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/release-package_1.1-2.json",
        "ocds",
        With([1, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/release-package_encoding-utf-8.json",
        "ocds",
        With([1, 0, 0, 1, 0]),
    ),
    (
        "ocds/publishers/versioned-release-1.json",
        "ocds",
        With([1, 0, 0, 2, 0]),
    ),
    (
        "ocds/scotland/releases.jsonl",
        "ocds",
        With([90, 0, 0, 0, 0]),
    ),
    (
        "pennsylvania-contracts/2015-05-22-contractlist.csv",
        "contracts",
        With([472, 0, 0, 5, 0]),
    ),
    (
        "pennsylvania-contracts/2015-10-27-state-contracts.csv",
        "contracts",
        With([1214, 0, 0, 0, 0]),
    ),
    (
        "pennsylvania-contracts/COSTARS-6.csv",
        "contracts",
        With([56, 0, 0, 1, 0]),
    ),
    (
        "pennsylvania-contracts/COSTARS-8.csv",
        "contracts",
        With([119, 0, 0, 0, 0]),
    ),
    (
        "spreadsheets/FY09_EDU_Recipients_by_State.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/ks_1033_data.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/mac_newlines.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/sheets.xlsx",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/test_empty_columns_long_row.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/test_header_newline.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/test_latin1.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
    (
        "spreadsheets/test_utf8_bom.csv",
        "contracts",
        Refused(NO_SUPPLIER),
    ),
];

/// Why a table that is no contract list is refused until somebody says how it is read.
const NO_SUPPLIER: &str = "no column is the supplier or the contract number";

/// The files and packages of a folder, by their path inside of it.
fn all(folder: &Path, within: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{within}{}", entry.file_name().to_string_lossy());
        let package = entry.path().join("datapackage.json").exists();
        if package || !entry.path().is_dir() {
            found.push(path);
        } else {
            all(&entry.path(), &format!("{path}/"), found);
        }
    }
}

#[test]
fn every_fixture_file_is_taken_in_or_refused_as_its_description_says() {
    let Some(folder) = fixture_folder() else {
        return;
    };
    let mut found = Vec::new();
    all(&folder, "", &mut found);
    found.retain(|name| name != "README.md");
    found.sort();
    let mut listed: Vec<&str> = FILES.iter().map(|(name, ..)| *name).collect();
    listed.sort_unstable();
    assert_eq!(found, listed, "each file stands in the table once");
    let portal = Portal::new();
    let mut wrong = Vec::new();
    for (name, kind, ends) in FILES {
        let path = folder.join(name).display().to_string();
        let output = portal.import(&[kind, &path, "--dry-run"]);
        match ends {
            With([created, changed, unchanged, doubtful, refused]) => {
                let expected = format!(
                    "created {created}, changed {changed}, unchanged {unchanged}, doubtful {doubtful}, refused {refused}"
                );
                let said = match output.status.success() {
                    true => counts(&output),
                    false => fault(&output),
                };
                if said != expected {
                    wrong.push(format!("{name}: {said}"));
                }
            }
            Refused(words) => {
                if output.status.success() {
                    wrong.push(format!("{name}: {}", counts(&output)));
                } else if !fault(&output).contains(words) {
                    wrong.push(format!("{name}: {}", fault(&output)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_statewide_list_of_pennsylvania_comes_in_whole_through_the_command() {
    let Some(folder) = fixture_folder() else {
        return;
    };
    let portal = Portal::new();
    let path = folder.join("pennsylvania-contracts/2015-10-27-state-contracts.csv");
    let path = path.display().to_string();
    let report = portal.file("report.json", "");
    let import = |more: &[&str]| {
        portal.import(
            &[
                &["contracts", &path, "--body", "arden", "--report", &report],
                more,
            ]
            .concat(),
        )
    };
    assert_eq!(
        counts(&import(&["--dry-run"])),
        "created 1214, changed 0, unchanged 0, doubtful 0, refused 0"
    );
    let first = said(&import(&[]));
    assert!(first.ends_with("created 1214, changed 0, unchanged 0, doubtful 0, refused 0\n"));
    let rows: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&report).unwrap()).unwrap();
    let rows = rows["rows"].as_array().unwrap();
    let distinct = |field: &str| {
        let values = rows
            .iter()
            .map(|row| row[field].as_str().unwrap().to_owned());
        values.collect::<std::collections::BTreeSet<String>>().len()
    };
    assert_eq!(
        (rows.len(), distinct("key"), distinct("listing")),
        (1_214, 1_214, 48)
    );
    let suppliers: std::collections::BTreeSet<&str> = rows
        .iter()
        .map(|row| row["key"].as_str().unwrap().split(" | ").nth(2).unwrap())
        .map(|supplier| supplier.split(" #").next().unwrap())
        .collect();
    assert_eq!(suppliers.len(), 1_147);
    assert_eq!(ends_by_year(&portal), YEARS);
    let lines = lines_of_drafts(&portal);
    assert_eq!(lines.len(), 1_214, "every row is a line of its contract");
    let suppliers = lines.iter().map(|line| supplier_key(&line.supplier));
    let suppliers: std::collections::BTreeSet<String> = suppliers.collect();
    assert_eq!(suppliers.len(), 1_147);
    assert_eq!(
        counts(&import(&[])),
        "created 0, changed 0, unchanged 1214, doubtful 0, refused 0"
    );
    said(&portal.import(&["undo", "1"]));
    assert_eq!(
        counts(&import(&["--dry-run"])),
        "created 1214, changed 0, unchanged 0, doubtful 0, refused 0"
    );
}

/// Rows by the year in which they end, as the description of the file has them.
const YEARS: [(&str, usize); 6] = [
    ("2015", 226),
    ("2016", 458),
    ("2017", 64),
    ("2019", 38),
    ("2020", 35),
    ("never", 393),
];

/// The lines of the contracts on the desk.
fn lines_of_drafts(portal: &Portal) -> Vec<LineItem> {
    let database = portal.0.path().join("interlocal.sqlite");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let url = format!("sqlite://{}", database.display());
        let store = interlocal_store::Store::open(&url).await.unwrap();
        let rows = store.desk(&OrganizationId::new("arden")).await.unwrap();
        store.close().await.unwrap();
        let drafts = rows.into_iter().filter_map(|row| row.draft);
        drafts
            .flat_map(|draft| draft.content.details.lines)
            .collect()
    })
}

/// The rows that the database keeps, by the year in which they end.
fn ends_by_year(portal: &Portal) -> Vec<(&'static str, usize)> {
    let database = portal.0.path().join("interlocal.sqlite");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let contents = runtime.block_on(async {
        let url = format!("sqlite://{}", database.display());
        let store = interlocal_store::Store::open(&url).await.unwrap();
        let hashes = store
            .row_hashes("2015-10-27-state-contracts")
            .await
            .unwrap();
        let keys: Vec<&str> = hashes.keys().map(String::as_str).collect();
        let tx = store.begin().await.unwrap();
        let rows = tx
            .rows_with("2015-10-27-state-contracts", &keys)
            .await
            .unwrap();
        drop(tx);
        store.close().await.unwrap();
        rows
    });
    let count = |year: &str| {
        let ends = contents.iter().map(|row| {
            let row: serde_json::Value = serde_json::from_str(&row.content).unwrap();
            row["ends"].as_str().unwrap().to_owned()
        });
        ends.filter(|ends| ends.starts_with(year)).count()
    };
    YEARS.map(|(year, _)| (year, count(year))).to_vec()
}
