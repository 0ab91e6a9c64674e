//! What is written is read back as it was, whatever the words.

use super::{
    About, Adopted, MergedBody, Offered, Origin, Part, Scratch, Stated, Tables, finish, read,
    table::{EXACTLY, Row},
    tables::{EDITIONS, PARTICIPATIONS, TABLES},
};
use interlocal_catalog::offering::Content;
use serde_json::json;
use std::io::{self, Cursor};

struct Memory;

impl Scratch for Memory {
    type Stream = Cursor<Vec<u8>>;
    fn stream(&mut self, _: &str) -> io::Result<Self::Stream> {
        Ok(Cursor::default())
    }
}

fn about() -> About {
    About {
        title: "Catalog".into(),
        homepage: "https://portal.example/".into(),
        created: "2026-11-22T00:00:00Z".into(),
    }
}

fn content(more: serde_json::Value) -> Content {
    let mut base = json!({
        "slug": "a", "title": "A", "kind": "service", "category": "gis", "provider": "b",
        "summary": "One.", "cost_model": "free", "states": [], "source": "public_source",
        "checked_on": "2026-11-22", "review_days": 180, "rules": [],
    });
    for (name, value) in more.as_object().unwrap() {
        base[name] = value.clone();
    }
    serde_json::from_value(base).unwrap()
}

fn offered(editions: &[Content]) -> Part {
    let stated = (1..).zip(editions).map(|(number, content)| Stated {
        number,
        content: content.clone(),
        published_at: "2026-11-22T12:00:00.123456Z".parse().unwrap(),
        alone: number % 2 == 0,
    });
    let stated: Vec<Stated> = stated.collect();
    let offered = Offered {
        slug: "a".into(),
        status: interlocal_catalog::offering::Status::Published,
        provider: "b".into(),
        edition: stated.len() as i32,
        aliases: vec!["older".into()],
        changed_at: "2026-11-22T12:00:00Z".parse().unwrap(),
    };
    Part::Offering(Box::new(offered), stated)
}

fn package(parts: &[Part]) -> Vec<u8> {
    let mut tables = Tables::begin(&mut Memory).unwrap();
    for part in parts {
        match part {
            Part::Jurisdictions(all) => {
                all.iter().for_each(|one| tables.jurisdiction(one).unwrap())
            }
            Part::Organizations(all) => {
                all.iter().for_each(|one| tables.organization(one).unwrap())
            }
            Part::Offices(all) => all.iter().for_each(|one| tables.office(one).unwrap()),
            Part::Participations(all) => all
                .iter()
                .for_each(|one| tables.participation(one).unwrap()),
            Part::Statements(all) => all.iter().for_each(|one| tables.statement(one).unwrap()),
            Part::Offering(one, editions) => tables.offering(one, editions).unwrap(),
            Part::Adoptions(all) => all.iter().for_each(|one| tables.adoption(one).unwrap()),
            Part::Origins(all) => all.iter().for_each(|one| tables.origin(one).unwrap()),
        }
    }
    finish(tables, &about(), Cursor::new(Vec::new()))
        .unwrap()
        .into_inner()
}

fn parts(bytes: &[u8]) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    read(&|| Ok(Cursor::new(bytes)), &mut |part| {
        parts.push(part);
        true
    })
    .map_err(|fault| fault.to_string())?;
    Ok(parts)
}

fn check(written: &[Part]) {
    assert_eq!(parts(&package(written)).unwrap(), written);
}

#[test]
fn everything_that_an_edition_can_say_is_read_back_as_it_was() {
    let rule = json!({
        "id": "r1", "basis": "", "area": {"within": ["state-17"], "bodies": [], "part": true, "words": "=north"},
        "kinds": ["county", "local_government"], "not_kinds": ["township"], "other_kinds": "unknown",
        "above": {"any_of": ["state"], "in": "p", "list": "partial"},
        "steps": [{"kind": "membership", "in": "p", "fee": {"per": "year", "bands": [{"min": 0, "max": null, "usd": 12.5}]}}],
        "supplier_consent": {"supplier": null, "answer": "not_recorded"},
        "limits": [{"kind": "population", "min": 5, "max": null}, {"kind": "distance", "from": [{"lat": 1.5, "lon": -87.6}], "max_miles": 7.25}],
    });
    let silent =
        json!({"id": "r2", "area": "everywhere", "kinds": "not_stated", "steps": "not_stated"});
    let whole = content(json!({
        "title": "=cmd()", "summary": "'=1\r\n\"quoted\", and\ttabs", "partners": ["c"],
        "term": {"starts_on": "2026-01-01"}, "not_available": {"within": ["state-15"]},
        "rules": [rule, silent], "suppliers": ["@home", "-x", "O'Brien"], "state_contract_of": "state-17",
        "details": {
            "facts": {"broadband": {"availability_percent": "99.990", "up_mbps": 10}},
            "prices": [
                {"name": "+1", "unit": "user", "period": "year", "currency": "CAD", "least": "2.50", "note": "n",
                 "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "4.2500"}], "reach": "units_above"}},
                {"name": "Laptop", "unit": "each", "period": "one_time",
                 "price": {"kind": "off_list", "percent": "12.50", "list": "the list"}},
            ],
            "fees": [
                {"name": "a", "amount": {"kind": "fixed", "amount": "1.00", "period": "year", "currency": "USD"}},
                {"name": "b", "amount": {"kind": "percent", "percent": "1.50", "included": true}},
                {"name": "c", "amount": {"kind": "by_population", "bands": [{"from": 0, "amount": "10"}], "period": "year"}},
            ],
            "contract": {"number": "007", "award": "multiple"},
            "addenda": [{"state": "IL", "number": "-1", "for_locals": true, "from": "2026-01-01"}],
            "lines": [
                {"number": "007", "title": "=x", "supplier": "-x", "manufacturers": ["3M", "a; b"], "categories": ["HVAC"],
                 "not_categories": ["Paint"], "starts": "2026-01-01", "ends": "no end date", "amount": "12.50",
                 "currency": "USD", "url": "https://a.example", "notes": ["@n"], "other": [{"name": "County", "value": "+A"}]},
                {"supplier": "O'Brien", "ends": "Mo. To Mo."},
            ],
            "documents": [
                {"title": "t", "proves": ["award"], "place": {"kind": "link", "url": "https://a.example"}},
                {"title": "k", "held_by": "clerk", "place": {"kind": "kept", "id": 7, "name": "a.pdf", "media": "application/pdf",
                 "size": 12, "sha256": "ab", "on": "2026-11-01"}},
            ],
            "contact": "it@b.example", "review_by": "2027-01-01",
        },
    }));
    check(&[offered(&[content(json!({})), whole])]);
}

#[test]
fn a_row_that_its_columns_cannot_say_stands_whole_in_its_last_one() {
    let mut row: Row = json!({"id": "p", "who": "w", "in": "i", "scope": ["self"], "done": []})
        .as_object()
        .unwrap()
        .clone();
    assert_eq!(PARTICIPATIONS.again(&row).unwrap(), row);
    assert!(!PARTICIPATIONS.line(&row).contains("{"));
    row.insert("source".into(), json!(""));
    assert!(PARTICIPATIONS.line(&row).contains(r#"""source"":"""""#));
    assert!(EDITIONS.columns.iter().any(|column| column.name == EXACTLY));
}

#[test]
fn bodies_records_and_adoptions_are_read_back_as_they_were() {
    let body: MergedBody = serde_json::from_value(json!({
        "id": "b", "name": "Body, \"B\"", "aliases": ["=B"], "kind": "state_agency", "level": "state",
        "state_cio": false, "of": "state-17", "serves": [], "website": "", "merged_into": "c",
    }))
    .unwrap();
    let record = serde_json::from_value(json!({
        "id": "p", "who": "state-17", "in": "a", "scope": "not_stated", "done": ["agreement"], "until": "2027-01-01", "source": "",
    }))
    .unwrap();
    let said = serde_json::from_value(json!({
        "id": "s", "by": "b", "category": "gis", "kinds": ["township"], "said_on": "2026-01-01",
    }))
    .unwrap();
    let adopted = Adopted {
        jurisdiction: "county-17031".into(),
        offering: "a".into(),
        since: None,
        size: "350 endpoint".parse().ok(),
        source: "-list".into(),
        checked_on: "2026-11-22".parse().unwrap(),
    };
    check(&[
        Part::Organizations(vec![body]),
        Part::Participations(vec![record]),
        Part::Statements(vec![said]),
        offered(&[content(json!({}))]),
        Part::Adoptions(vec![adopted]),
        Part::Origins(vec![Origin {
            offering: "a".into(),
            kind: "ocds".to_owned(),
            content: serde_json::from_str(r#"{"ocid": "o", "=x": [1.10, 1e400, null]}"#).unwrap(),
        }]),
    ]);
}

#[test]
fn equal_contents_make_equal_bytes() {
    let written = [offered(&[content(json!({}))])];
    assert_eq!(package(&written), package(&written));
}

#[test]
fn what_cannot_be_read_is_named_with_its_file_and_line() {
    let bytes = package(&[offered(&[content(json!({}))])]);
    let spoilt = |file: &str, change: &dyn Fn(String) -> String| {
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut out = super::Archive::into_writer(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut text = String::new();
            io::Read::read_to_string(&mut entry, &mut text).unwrap();
            if name == file {
                text = change(text);
            }
            io::Write::write_all(out.entry(&name).unwrap(), text.as_bytes()).unwrap();
        }
        parts(&out.finish().unwrap().into_inner()).unwrap_err()
    };
    let said = spoilt("editions.csv", &|text| {
        text.replace("public_source", "hearsay")
    });
    assert!(
        said.starts_with("editions.csv, line 2, column 1: "),
        "{said}"
    );
    let said = spoilt("editions.csv", &|text| text.replace("a,1,", "other,1,"));
    assert!(
        said.contains("edition 1 of a is not in the package"),
        "{said}"
    );
    let said = spoilt("datapackage.json", &|text| text.replace("\"1\"", "\"9\""));
    assert!(said.contains("is of version 9"), "{said}");
    assert!(
        parts(b"no archive")
            .unwrap_err()
            .contains("cannot be opened")
    );
}

#[test]
fn every_table_has_the_columns_of_its_key_and_of_what_it_names() {
    for table in TABLES {
        let has = |name: &&str| table.columns.iter().any(|column| column.name == *name);
        assert!(table.key.iter().all(has), "{}", table.name);
        for one in table.refers {
            assert!(one.fields.iter().all(has), "{}", table.name);
            assert!(
                TABLES.iter().any(|other| other.name == one.table),
                "{}",
                table.name
            );
        }
    }
}
