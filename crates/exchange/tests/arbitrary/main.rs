//! Whatever bytes come, no reader panics; each file of the corpus is read once more
//! with its bytes cut, turned and doubled. `INTERLOCAL_FUZZ_SECONDS` lets the last test
//! go on for as long, with bytes that nobody has chosen.
#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::DateTime;
use interlocal_catalog::{
    offering::{Content, Status},
    organization::Organization,
};
use interlocal_exchange::{
    contracts::{self, HEADING_WORDS, Mapping, vehicles},
    dotgov, fedramp, gazetteer, hsds, ocds, package,
    recognize::FileKind,
    table::Table,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};
use std::{
    io::{Cursor, Write},
    path::{Path, PathBuf},
    sync::LazyLock,
    time::{Duration, Instant},
};

/// A reader of foreign bytes.
type Reader = fn(&[u8]);

/// Every reader, with the folder of its corpus.
const READERS: [(&str, Reader); 7] = [
    ("contracts", contract_list),
    ("dotgov", |bytes| drop(dotgov::read("x", bytes))),
    ("fedramp", |bytes| drop(fedramp::read("x", bytes))),
    ("gazetteer", |bytes| drop(gazetteer::read("x", bytes))),
    ("hsds", |bytes| {
        let _ = FileKind::recognize(bytes);
        drop(hsds::read_one("x.json", bytes));
        drop(hsds::read_one("x.zip", &zipped(&[("services.csv", bytes)])));
        drop(hsds::read(&[
            ("services.csv", bytes),
            ("organizations.csv", bytes),
        ]));
    }),
    ("ocds", |bytes| {
        if let Ok(found) = ocds::read("x", bytes) {
            let package = ocds::Package {
                uri: String::new(),
                publisher: String::new(),
                published: String::new(),
                extensions: found.extensions.clone(),
            };
            let written = ocds::record_package(&package, &found.processes).to_string();
            let again = ocds::read("x", written.as_bytes());
            if !found.processes.is_empty() {
                let again = again.unwrap();
                assert_eq!(again.processes.len(), found.processes.len());
            }
            for one in &found.processes {
                edited(&one.compiled);
            }
        }
    }),
    ("package", data_package),
];

/// A release written as that of a listing that was taken from it: it is read again, with
/// the suppliers and the term of the listing.
fn edited(source: &Value) {
    let process = ocds::Process::of(source);
    let mut content = LISTING.clone();
    content.suppliers = process
        .suppliers()
        .into_iter()
        .map(|one| one.name)
        .collect();
    content.term = process.term();
    let release = ocds::Vehicle {
        slug: &content.slug,
        content: &content,
        edition: 1,
        published_at: DateTime::UNIX_EPOCH,
        status: Status::Published,
        provider: &BODY,
        source: Some(source),
    }
    .release("https://interlocal.example");
    let again = ocds::Process::of(&release);
    assert_eq!(again.term(), content.term, "{source}");
    for one in again.suppliers() {
        assert!(content.suppliers.contains(&one.name), "{source}");
    }
}

static LISTING: LazyLock<Content> = LazyLock::new(|| {
    let listing = json!({
        "slug": "vehicle", "title": "Vehicle", "kind": "contract", "category": "hardware",
        "provider": "arden", "summary": "", "cost_model": "not_stated", "states": [],
        "source": "public_source", "checked_on": "2026-11-22", "review_days": 365, "rules": [],
    });
    serde_json::from_value(listing).unwrap()
});

static BODY: LazyLock<Organization> = LazyLock::new(|| {
    let body = json!({
        "id": "arden", "name": "Arden", "kind": "local_government", "level": "local",
        "aliases": [], "state_cio": false, "of": null, "serves": [], "website": null,
    });
    serde_json::from_value(body).unwrap()
});

/// Files as an archive.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = package::Archive::into_writer(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.entry(name).unwrap().write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The bytes as a package, and as each of its tables.
fn data_package(bytes: &[u8]) {
    let read = |whole: &[u8]| drop(package::read(&|| Ok(Cursor::new(whole)), &mut |_| true));
    read(bytes);
    for table in ["offerings.csv", "editions.csv", "rules.csv"] {
        let files = EMPTY_PACKAGE.iter().map(|(name, own)| {
            let text = if name == table { bytes } else { own };
            (name.as_str(), text)
        });
        read(&zipped(&files.collect::<Vec<_>>()));
    }
}

/// Streams in memory.
struct Memory;

impl package::Scratch for Memory {
    type Stream = Cursor<Vec<u8>>;
    fn stream(&mut self, _: &str) -> std::io::Result<Self::Stream> {
        Ok(Cursor::default())
    }
}

/// The files of a package in which there is nothing.
static EMPTY_PACKAGE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let about = package::About {
        title: String::new(),
        homepage: String::new(),
        created: String::new(),
    };
    let tables = package::Tables::begin(&mut Memory).unwrap();
    let whole = package::finish(tables, &about, Cursor::new(Vec::new())).unwrap();
    package::files(Cursor::new(whole.into_inner())).unwrap()
});

fn contract_list(bytes: &[u8]) {
    if let Ok(table) = Table::read("x", bytes, &HEADING_WORDS) {
        let mapping = Mapping::guess(&table);
        let list = contracts::read(&table, &mapping);
        let refused = list
            .findings
            .iter()
            .filter(|one| one.weight == interlocal_exchange::finding::Weight::Refused);
        assert_eq!(table.rows.len(), list.lines.len() + refused.count());
        let all = vehicles(&list.lines, &mapping);
        let lines: usize = all.iter().map(|vehicle| vehicle.lines.len()).sum();
        assert_eq!(lines, list.lines.len());
    }
}

/// Files of a reader: its corpus, and the samples that the other tests use.
fn corpus(reader: &str) -> Vec<Vec<u8>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in [
        home.join("corpus").join(reader),
        home.join("samples").join(reader),
    ] {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        files.extend(entries.map(|entry| entry.path()));
    }
    files.sort();
    assert!(!files.is_empty(), "{reader} has no corpus");
    files
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

#[test]
fn every_file_of_the_corpus_is_read_by_every_reader() {
    for (name, _) in READERS {
        for bytes in corpus(name) {
            for (_, read) in READERS {
                read(&bytes);
            }
        }
    }
}

#[test]
fn every_file_of_the_corpus_is_read_with_its_bytes_cut_turned_and_doubled() {
    for (name, read) in READERS {
        for bytes in corpus(name)
            .into_iter()
            .filter(|bytes| bytes.len() < 20_000)
        {
            let step = (bytes.len() / 60).max(1);
            for at in (0..bytes.len()).step_by(step) {
                read(&bytes[..at]);
                read(&bytes[at..]);
                let mut turned = bytes.clone();
                turned[at] = turned[at].wrapping_add(97);
                read(&turned);
                let doubled = [&bytes[..at], &bytes[at / 2..]].concat();
                read(&doubled);
            }
        }
    }
}

/// Bytes that look like what the readers expect, in a wrong order.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "contract",
        "company",
        "expiration",
        "Yes",
        "No",
        "12/31/9999",
        "6/30/15",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\"",
        "\"\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\"ocid\":\"a\"",
        "\"releases\":",
        "\"records\":",
        "\"id\":",
        "1",
        "null",
        "\"amount\":1e999",
        "\"amount\":12345678901234567.890",
        "\\ud800",
        "\"durationInDays\":-9223372036854775808",
        "\"startDate\":\"2026-01-01\"",
        "\"contractPeriod\":{",
        "GEOID",
        "USPS",
        "NAME",
        "\u{feff}",
        "\u{0}",
        "ÿ",
        "=cmd()",
        "services.csv",
        "\"contents\":",
        "\"data\":{\"Products\":[",
    ];
    let piece = prop_oneof![
        4 => prop::sample::select(words.to_vec()).prop_map(|word| word.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_panics_whatever_the_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (_, read) in READERS {
            read(&bytes);
        }
    }

    #[test]
    fn no_reader_panics_on_pieces_of_what_it_expects(bytes in pieces()) {
        for (_, read) in READERS {
            read(&bytes);
        }
    }
}

#[test]
fn no_reader_panics_for_as_long_as_is_asked() {
    let seconds = std::env::var("INTERLOCAL_FUZZ_SECONDS").ok();
    let Some(seconds) = seconds.and_then(|text| text.parse().ok()) else {
        println!("skipped: INTERLOCAL_FUZZ_SECONDS is not set");
        return;
    };
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut runner = TestRunner::default();
    let files: Vec<Vec<u8>> = READERS.iter().flat_map(|(name, _)| corpus(name)).collect();
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 0..20);
    let grown = (prop::sample::select(files), edits).prop_map(|(mut bytes, edits)| {
        for (at, byte, edit) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match edit {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(at),
            }
        }
        bytes
    });
    let strategy = prop_oneof![grown, pieces()];
    let mut runs = 0_u64;
    while Instant::now() < end {
        let bytes = strategy.new_tree(&mut runner).unwrap().current();
        for (name, read) in READERS {
            let done = std::panic::catch_unwind(|| read(&bytes));
            assert!(
                done.is_ok(),
                "{name} panics on {:?}",
                bytes.escape_ascii().to_string()
            );
        }
        runs += 1;
    }
    println!("{runs} inputs for every reader in {seconds} seconds");
}
