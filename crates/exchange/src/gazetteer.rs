//! Governments from a Gazetteer file of the Census Bureau: counties, places, county
//! subdivisions or school districts, parted by tabs, since 2025 by `|`. The file has
//! no population; what it does not have is left as it is known.

use crate::{
    Fault, Finding,
    finding::Weight,
    table::{Row, Table},
};
use interlocal_catalog::{
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
    point::Point,
};
use std::collections::HashSet;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    /// Governments in the order of the file with their lines, each once.
    pub rows: Vec<(u64, Jurisdiction)>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

/// State codes that are territories.
const TERRITORIES: [&str; 5] = ["60", "66", "69", "72", "78"];

/// Functional status codes of active governments; others are statistical, inactive
/// or fictitious.
const ACTIVE: [&str; 4] = ["A", "B", "C", "E"];

/// Reads a file; errs where it is none.
pub fn read(file: &str, bytes: &[u8]) -> Result<Gazetteer, Fault> {
    let table = Table::read(file, bytes, &["geoid", "usps", "name"])?;
    let column = |name: &str| table.column(name);
    let (Some(geoid), Some(name), Some(usps)) = (column("GEOID"), column("NAME"), column("USPS"))
    else {
        return Err(Fault {
            file: file.to_owned(),
            line: 1,
            column: 1,
            message: "lacks a column GEOID, NAME or USPS: it is no Gazetteer file of counties, places, county subdivisions or school districts".to_owned(),
        });
    };
    let school = column("LOGRADE").is_some() || column("HIGRADE").is_some();
    let mut found = Gazetteer {
        notes: table.notes.clone(),
        findings: table.findings.clone(),
        ..Gazetteer::default()
    };
    let mut seen = HashSet::new();
    let mut passed = 0;
    for row in &table.rows {
        let refuse = |value: &str, what: &str, mend: &str| {
            let finding = Finding::new(Weight::Refused, what, mend);
            finding
                .line(row.line)
                .column(geoid + 1)
                .field("GEOID")
                .value(value)
        };
        let status = column("FUNCSTAT").map_or("A", |at| row.cell(at));
        if !ACTIVE.contains(&status) {
            passed += 1;
            continue;
        }
        let code = row.cell(geoid);
        let kind = match (code.len(), school) {
            (5, _) => Some(Kind::County),
            (10, _) => Some(Kind::Township),
            (7, true) => Some(Kind::SchoolDistrict),
            (7, false) => Some(Kind::Municipality),
            _ => None,
        };
        let key = kind.and_then(|kind| JurisdictionKey::new(kind, code).ok());
        let (Some(key), false) = (key, row.cell(name).is_empty()) else {
            let what = "is no GEOID of a county, place, county subdivision or school district, or has no name";
            let mend = "take the file as the Census Bureau publishes it; a spreadsheet takes leading zeros away";
            found.findings.push(refuse(code, what, mend));
            continue;
        };
        if !seen.insert(key.clone()) {
            let what = "stands twice; the first was taken";
            found
                .findings
                .push(refuse(code, what, "take one of them out"));
            continue;
        }
        let point = point(&table, row);
        if point.is_none() {
            let what = "has no point on the map that can be read";
            let finding = Finding::new(Weight::Doubtful, what, "correct INTPTLAT and INTPTLONG");
            found.findings.push(finding.line(row.line).value(code));
        }
        found.rows.push((
            row.line,
            Jurisdiction {
                parent: parent(&key),
                key,
                name: row.cell(name).to_owned(),
                state: row.cell(usps).to_uppercase(),
                population: None,
                population_year: None,
                point,
                government: true,
                one_government_with: None,
                status_note: None,
            },
        ));
    }
    if passed > 0 {
        found.notes.push(format!(
            "rows without an active government (statistical, inactive, fictitious), left out: {passed}"
        ));
    }
    Ok(found)
}

/// What a government lies in: a subdivision in its county, everything else in its state.
fn parent(key: &JurisdictionKey) -> Option<JurisdictionKey> {
    let state = key.geoid().get(..2)?;
    if key.kind() == Kind::Township {
        return JurisdictionKey::new(Kind::County, key.geoid().get(..5)?).ok();
    }
    let kind = if TERRITORIES.contains(&state) {
        Kind::Territory
    } else {
        Kind::State
    };
    JurisdictionKey::new(kind, state).ok()
}

fn point(table: &Table, row: &Row) -> Option<Point> {
    let degrees = |name: &str, most: f64| {
        let value: f64 = row.cell(table.column(name)?).parse().ok()?;
        (value.is_finite() && value.abs() <= most).then_some(value)
    };
    Some(Point {
        lat: degrees("INTPTLAT", 90.0)?,
        lon: degrees("INTPTLONG", 180.0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Not a real file: invented places in the layout of the Gazetteer.
    const PLACES: &[u8] = include_bytes!("../samples/gazetteer/not-real-places.txt");

    fn check(bytes: &[u8], expect: &[&str]) {
        let found = read("x.txt", bytes).unwrap();
        let rows = found.rows.iter().map(|(line, one)| {
            let parent = one.parent.as_ref().unwrap();
            let point = one.point.map(|point| (point.lat, point.lon));
            format!(
                "{line} {} {} {} in {parent} {point:?}",
                one.key, one.name, one.state
            )
        });
        let findings = found
            .findings
            .iter()
            .map(|f| format!("{} {} {}", f.line, f.weight.word(), f.value));
        let said = rows.chain(findings).chain(found.notes.iter().cloned());
        assert_eq!(said.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn places_are_read_and_those_without_a_government_are_left_out() {
        check(
            PLACES,
            &[
                "2 municipality-0199991 Arden city AL in state-01 Some((33.5, -86.5))",
                "4 municipality-7299992 Boro zona urbana PR in territory-72 None",
                "4 doubtful 7299992",
                "5 refused 199993",
                "6 refused 0199991",
                "rows without an active government (statistical, inactive, fictitious), left out: 1",
            ],
        );
    }

    #[test]
    fn other_files_are_known_by_their_columns() {
        check(
            b"USPS|GEOID|GEOIDFQ|NAME|INTPTLAT|INTPTLONG\nOH|39999|x|Arden County|40.1|-83.2\nOH|3999912345|x|Boro township|40|-83\n",
            &[
                "2 county-39999 Arden County OH in state-39 Some((40.1, -83.2))",
                "3 township-3999912345 Boro township OH in county-39999 Some((40.0, -83.0))",
            ],
        );
        check(
            b"USPS\tGEOID\tNAME\tLOGRADE\tHIGRADE\tINTPTLAT\tINTPTLONG   \nOH\t3999999\tArden School District\tKG\t12\t40\t-83   \n",
            &["2 school-district-3999999 Arden School District OH in state-39 Some((40.0, -83.0))"],
        );
        assert!(read("x.txt", b"a\tb\n1\t2\n").is_err());
    }
}
