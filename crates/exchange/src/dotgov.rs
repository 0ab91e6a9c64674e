//! The list of .gov domains as its registry publishes it: bytes in, typed rows and
//! what is wrong with single rows out.

mod names;
mod suggest;

pub use suggest::{Governments, Suggestion};

use crate::{Fault, decode::decode, table::lines};
use interlocal_catalog::email_domain::EmailDomain;
use std::collections::HashMap;

/// Columns that the file must have, in lower case.
const COLUMNS: [&str; 6] = [
    "domain name",
    "domain type",
    "organization name",
    "suborganization name",
    "city",
    "state",
];
/// Rows of a file at most.
const MOST_ROWS: usize = 200_000;

/// What a domain is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DomainKind {
    /// A city, town, village or township.
    City,
    /// A county.
    County,
    /// A state or territory.
    State,
    /// A school district.
    SchoolDistrict,
    /// A special district.
    SpecialDistrict,
    /// A tribal government.
    Tribal,
    /// Several states together.
    Interstate,
    /// The federal government.
    Federal,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainRow {
    /// The domain.
    pub domain: EmailDomain,
    /// What it is for.
    pub kind: DomainKind,
    /// The type in the words of the list: `City`.
    pub kind_words: String,
    /// Whether it is for elections.
    pub election: bool,
    /// Who registered it.
    pub organization: String,
    /// A part of that organization; may be empty.
    pub suborganization: String,
    /// The city of the registrant; may be empty.
    pub city: String,
    /// Postal code of its state; may be empty.
    pub state: String,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Its line.
    pub line: u64,
    /// The domain as it stands there.
    pub domain: String,
    /// Why.
    pub reason: String,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainList {
    /// Rows that can be taken with their lines, each domain once.
    pub rows: Vec<(u64, DomainRow)>,
    /// Rows that cannot.
    pub refused: Vec<RefusedRow>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

/// Reads a list; errs only where the file is none.
pub fn read(file: &str, bytes: &[u8]) -> Result<DomainList, Fault> {
    let fault = |line: u64, message: String| Fault {
        file: file.to_owned(),
        line,
        column: 1,
        message,
    };
    let decoded = decode(bytes).map_err(|no_text| fault(no_text.line, no_text.why))?;
    let loose = lines::read(&decoded.text).map_err(|(line, why)| fault(line, why))?;
    let mut rows = loose.rows.iter();
    let header = rows.next().map(|row| row.cells.as_slice());
    let names: Vec<String> = header
        .unwrap_or_default()
        .iter()
        .map(|name| tidy(name).to_lowercase())
        .collect();
    let mut place = HashMap::new();
    for column in COLUMNS {
        let position = names
            .iter()
            .position(|name| name == column)
            .ok_or_else(|| fault(1, format!("has no column “{column}”")))?;
        place.insert(column, position);
    }
    let notes = decoded.note.into_iter().map(str::to_owned);
    let wrong = loose.findings.iter().map(ToString::to_string);
    let mut list = DomainList {
        notes: notes.chain(wrong).collect(),
        ..DomainList::default()
    };
    let mut seen: HashMap<EmailDomain, DomainRow> = HashMap::new();
    for (count, read) in rows.enumerate() {
        if count >= MOST_ROWS {
            return Err(fault(read.line, format!("has more than {MOST_ROWS} rows")));
        }
        let line = read.line;
        let cell = |column: &str| {
            let at = place.get(column);
            tidy(at.map_or("", |at| read.cell(*at)))
        };
        let refuse = |reason: String| RefusedRow {
            line,
            domain: cell("domain name"),
            reason,
        };
        match row(&cell) {
            Err(reason) => list.refused.push(refuse(reason)),
            Ok(row) => match seen.get(&row.domain) {
                Some(other) if *other == row => {
                    list.refused.push(refuse("stands twice in the file".into()));
                }
                Some(_) => list.refused.push(refuse(
                    "stands twice in the file, and not the same; the first was taken".into(),
                )),
                None => {
                    seen.insert(row.domain.clone(), row.clone());
                    list.rows.push((line, row));
                }
            },
        }
    }
    Ok(list)
}

fn row(cell: &dyn Fn(&str) -> String) -> Result<DomainRow, String> {
    let domain: EmailDomain = cell("domain name")
        .parse()
        .map_err(|e: interlocal_catalog::email_domain::DomainError| e.to_string())?;
    if !domain.as_str().ends_with(".gov") {
        return Err("is no domain under .gov".to_owned());
    }
    let words = cell("domain type");
    let (kind, election) = kind_of(&words).ok_or_else(|| {
        if words.is_empty() {
            "has no domain type".to_owned()
        } else {
            format!("has the domain type “{words}”, which is not known")
        }
    })?;
    let organization = cell("organization name");
    if organization.is_empty() {
        return Err("names no organization".to_owned());
    }
    let state = cell("state").to_uppercase();
    let postal =
        state.is_empty() || (state.len() == 2 && state.bytes().all(|b| b.is_ascii_alphabetic()));
    if !postal {
        return Err(format!(
            "has “{state}” for a state; a postal code has two letters"
        ));
    }
    Ok(DomainRow {
        domain,
        kind,
        kind_words: words,
        election,
        organization: names::readable(&organization),
        suborganization: names::readable(&cell("suborganization name")),
        city: names::readable(&cell("city")),
        state,
    })
}

fn kind_of(words: &str) -> Option<(DomainKind, bool)> {
    let words = words.to_lowercase();
    let (kind, election) = match words.split_once(" - ") {
        Some((kind, "election")) => (kind, true),
        Some((kind, _)) => (kind, false),
        None => (words.as_str(), false),
    };
    let kind = match kind.trim() {
        "city" => DomainKind::City,
        "county" => DomainKind::County,
        "state or territory" | "state" => DomainKind::State,
        "school district" => DomainKind::SchoolDistrict,
        "special district" | "independent intrastate" => DomainKind::SpecialDistrict,
        "tribal" => DomainKind::Tribal,
        "interstate" => DomainKind::Interstate,
        "federal" => DomainKind::Federal,
        _ => return None,
    };
    Some((kind, election))
}

/// The text without stray spaces; nothing where the list says it is blank.
fn tidy(cell: &str) -> String {
    let text: Vec<&str> = cell.split_whitespace().collect();
    let text = text.join(" ");
    if text.eq_ignore_ascii_case("(blank)") {
        String::new()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{DomainKind, read};

    const HEADER: &str = "Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email\r\n";

    fn check(rows: &str, expect: &[&str]) {
        let list = read("x.csv", format!("\u{feff}{HEADER}{rows}").as_bytes()).unwrap();
        let taken = list.rows.iter().map(|(_, row)| {
            format!(
                "{} {:?} {} | {} | {} {}",
                row.domain, row.kind, row.election, row.organization, row.city, row.state
            )
        });
        let refused = list
            .refused
            .iter()
            .map(|row| format!("{}: {}", row.line, row.reason));
        let said: Vec<String> = taken.chain(refused).collect();
        assert_eq!(said, expect);
    }

    #[test]
    fn rows_are_read_as_the_registry_writes_them() {
        check(
            "ARDENOH.GOV,City,  CITY OF  ARDEN ,(blank),Arden,oh,(blank)\r\nboro.gov,County - Election,\"Boro County, Elections\",,BORO,OH,\r\n",
            &[
                "ardenoh.gov City false | City of Arden | Arden OH",
                "boro.gov County true | Boro County, Elections | Boro OH",
            ],
        );
    }

    #[test]
    fn a_row_that_cannot_be_taken_is_named_with_its_line() {
        check(
            "arden.com,City,City of Arden,,Arden,OH,\narden.gov,Moon base,City of Arden,,Arden,OH,\nb.gov,City,(blank),,Arden,OH,\nc.gov,City,Town of C,,C,Ohio,\nd.gov,City,D,,D,OH,\nd.gov,City,D,,D,OH,\nd.gov,City,E,,D,OH,\n,,\n",
            &[
                "d.gov City false | D | D OH",
                "2: is no domain under .gov",
                "3: has the domain type “Moon base”, which is not known",
                "4: names no organization",
                "5: has “OHIO” for a state; a postal code has two letters",
                "7: stands twice in the file",
                "8: stands twice in the file, and not the same; the first was taken",
                "9: “” is no domain; write it as in arden.gov, without @ and without https://",
            ],
        );
    }

    #[test]
    fn a_file_without_the_columns_is_refused_and_types_are_known_with_their_branches() {
        assert!(read("x.csv", b"a,b\n1,2\n").is_err());
        assert!(read("x.csv", b"").is_err());
        let kind = |words| super::kind_of(words);
        assert_eq!(
            kind("Federal - Executive"),
            Some((DomainKind::Federal, false))
        );
        assert_eq!(kind("City - Election"), Some((DomainKind::City, true)));
    }
}
