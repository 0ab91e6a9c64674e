//! The FedRAMP marketplace as JSON: cloud products with status and impact level. Two
//! layouts are in use: `data.Products` with `csp`, `cso` …, and the older
//! `data.Providers` with `Cloud_Service_Provider_Name` ….

use crate::{
    Fault, Finding,
    day::{Day, DayOrder},
    finding::Weight,
    json::{Piece, Place, Texts, text},
};
use interlocal_catalog::NaiveDate;
use serde_json::Value;
use std::collections::HashSet;

/// Where a product stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A federal agency or the program has authorized it.
    Authorized,
    /// An assessor has found it ready for authorization.
    Ready,
    /// Its authorization is under way.
    InProcess,
}

impl Standing {
    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Authorized => "FedRAMP authorized",
            Self::Ready => "FedRAMP ready",
            Self::InProcess => "FedRAMP in process",
        }
    }

    /// The word in rows.
    pub fn word(self) -> &'static str {
        match self {
            Self::Authorized => "authorized",
            Self::Ready => "ready",
            Self::InProcess => "in_process",
        }
    }

    fn of(words: &str) -> Option<Self> {
        let plain: String = words.chars().filter(char::is_ascii_alphabetic).collect();
        match plain.to_lowercase().as_str() {
            "fedrampauthorized" | "authorized" | "compliant" => Some(Self::Authorized),
            "fedrampready" | "ready" => Some(Self::Ready),
            "fedrampinprocess" | "inprocess" | "inprocesspmoreview" => Some(Self::InProcess),
            _ => None,
        }
    }
}

/// A cloud product.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Where it begins.
    pub place: Place,
    /// Its id, by which the row is known among those of its source.
    pub id: String,
    /// The company.
    pub company: String,
    /// The product.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// Its impact level in the source's words: `High`, `Moderate`, `Low`, `LI-SaaS`;
    /// empty when not said.
    pub level: String,
    /// Service models: `IaaS`, `PaaS`, `SaaS`.
    pub models: Vec<String>,
    /// The day of its authorization.
    pub authorized_on: Option<NaiveDate>,
    /// Its page; empty when not said.
    pub url: String,
    /// The product as it stands in the file.
    pub whole: Value,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marketplace {
    /// Products in the order of the file, each once.
    pub products: Vec<Product>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

/// Reads a file; errs where it holds no list of products.
pub fn read(file: &str, bytes: &[u8]) -> Result<Marketplace, Fault> {
    let texts = Texts::read(file, bytes)?;
    let mut found = Marketplace::default();
    let mut any = false;
    let mut seen = HashSet::new();
    for entries in texts.pieces().filter_map(|piece| products(&piece)) {
        any = true;
        for piece in entries {
            let placed = |finding: Finding| finding.at(piece.place()).field(piece.path());
            let read = piece.value();
            let read = read.and_then(|entry| product(piece.place(), &entry).map_err(placed));
            match read {
                Err(finding) => found.findings.push(finding),
                Ok((product, noticed)) if seen.insert(product.id.clone()) => {
                    found.findings.extend(noticed.into_iter().map(placed));
                    found.products.push(product);
                }
                Ok((product, _)) => {
                    let what = "is the id of two products; the first was taken";
                    let finding = piece.finding(Weight::Refused, what, "give each its own");
                    found.findings.push(finding.value(&product.id));
                }
            }
        }
    }
    found.notes = texts.notes;
    found.findings.extend(texts.findings);
    if any && found.products.is_empty() && found.findings.is_empty() {
        let note = "the list of products is empty: there is nothing to take in";
        found.notes.push(note.to_owned());
    }
    if any {
        Ok(found)
    } else {
        Err(Fault {
            file: file.to_owned(),
            line: 1,
            column: 1,
            message: "holds no list of products, as in data.Products or data.Providers".to_owned(),
        })
    }
}

fn products<'a>(piece: &Piece<'a>) -> Option<Vec<Piece<'a>>> {
    let data = piece.fields().and_then(|mut fields| fields.remove("data"));
    let data = data.unwrap_or_else(|| piece.clone());
    let names = ["Products", "products", "Providers", "providers"];
    let mut fields = data.fields().unwrap_or_default();
    let named = names.iter().find_map(|name| fields.remove(*name));
    named.unwrap_or(data).entries()
}

fn first(entry: &Value, names: &[&str]) -> String {
    let texts = names.iter().map(|name| text(entry, name));
    texts
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn product(place: Place, entry: &Value) -> Result<(Product, Vec<Finding>), Finding> {
    let of = |names: &[&str]| first(entry, names);
    let company = of(&["csp", "cspName", "Cloud_Service_Provider_Name"]);
    let name = of(&["cso", "csoName", "Cloud_Service_Provider_Package"]);
    let refuse = |value: &str, what: &str, mend: &str| {
        Err(Finding::new(Weight::Refused, what, mend).value(value))
    };
    if company.is_empty() || name.is_empty() {
        let what = "lacks the company or the product and was not taken";
        return refuse(&format!("{company} {name}"), what, "add it");
    }
    let status = of(&["status", "Designation"]);
    let Some(standing) = Standing::of(&status) else {
        let what = "is no status of the marketplace; the product was not taken";
        return refuse(&status, what, "write Authorized, Ready or In Process");
    };
    let mut noticed = Vec::new();
    let date = of(&[
        "auth_date",
        "authorization_date",
        "Authorization_Date",
        "Original_Authorization_Date",
    ]);
    let authorized_on = Day::read(&date, DayOrder::MonthFirst)
        .unwrap_or_default()
        .on();
    if authorized_on.is_none() && !date.is_empty() {
        let what = "is no day and is not used";
        noticed.push(Finding::new(Weight::Doubtful, what, "write it as 2026-06-30").value(&date));
    }
    let id = match of(&["id", "Package_ID", "FedRAMP_Package_ID"]) {
        id if id.is_empty() => {
            let what = "has no id; it is known by company and product";
            noticed.push(Finding::new(Weight::Note, what, "").value(&name));
            format!("{} | {}", company.to_lowercase(), name.to_lowercase())
        }
        id => id,
    };
    let models = ["service_model", "Service_Model"];
    let models = models.iter().find_map(|name| entry.get(name));
    let models: Vec<&str> = match models {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(words)) => vec![words.as_str()],
        _ => Vec::new(),
    };
    let models = models
        .iter()
        .flat_map(|words| words.split(','))
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    let product = Product {
        place,
        id,
        company,
        name,
        standing,
        level: of(&["impact_level", "Impact_Level"]),
        models,
        authorized_on,
        url: of(&["website", "CSP_URL"]),
        whole: entry.clone(),
    };
    Ok((product, noticed))
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Not a real file: invented products in the two layouts of the marketplace.
    const SAMPLE: &[u8] = include_bytes!("../samples/fedramp/not-real-products.json");
    const OLDER: &[u8] = include_bytes!("../samples/fedramp/not-real-providers.json");

    fn check(bytes: &[u8], expect: &[&str]) {
        let found = read("x.json", bytes).unwrap();
        let products = found.products.iter().map(|one| {
            let (id, company, name, level) = (&one.id, &one.company, &one.name, &one.level);
            let models = one.models.join("+");
            format!(
                "{id}: {company}, {name}, {:?} {level} {models} {:?}",
                one.standing, one.authorized_on
            )
        });
        let findings = found.findings.iter().map(ToString::to_string);
        assert_eq!(products.chain(findings).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn both_layouts_are_read_with_status_and_level() {
        check(
            SAMPLE,
            &[
                "FR0000000001: Boro Cloud, Boro Vault, Authorized Moderate IaaS+PaaS Some(2024-03-01)",
                "dell marsh inc | marsh desk: Dell Marsh Inc, Marsh Desk, InProcess LI-SaaS SaaS None",
                "line 1, column 337 (data/Products/1): note: “Marsh Desk” has no id; it is known by company and product",
                "line 1, column 480 (data/Products/2): refused: “Sunset” is no status of the marketplace; the product was not taken; write Authorized, Ready or In Process",
                "line 1, column 553 (data/Products/3): refused: “FR0000000001” is the id of two products; the first was taken; give each its own",
                "line 1, column 632 (data/Products/4): refused: “ Nameless” lacks the company or the product and was not taken; add it",
            ],
        );
        check(
            OLDER,
            &["F0000000009: Boro Cloud, Boro Vault, Authorized High IaaS Some(2019-05-01)"],
        );
    }

    #[test]
    fn a_finding_has_the_line_of_its_product() {
        let sample: serde_json::Value = serde_json::from_slice(SAMPLE).unwrap();
        let text = serde_json::to_string_pretty(&sample).unwrap();
        let found = read("x.json", text.as_bytes()).unwrap();
        let begins = |line: u64, column: u64| {
            let text = text.lines().nth(line as usize - 1).unwrap();
            text.chars().nth(column as usize - 1) == Some('{')
        };
        let mut lines = Vec::new();
        for (line, column) in found
            .findings
            .iter()
            .map(|one| (one.line, one.column))
            .chain(
                found
                    .products
                    .iter()
                    .map(|one| (one.place.line, one.place.column)),
            )
        {
            assert!(begins(line, column), "{line} {column}");
            lines.push(line);
        }
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), 5, "{lines:?}");
    }

    #[test]
    fn a_product_that_cannot_be_read_is_refused_alone() {
        let text = "{\"data\": {\"Products\": [\n{\"id\": \"\\ud800\"},\n{\"id\": \"1\", \"csp\": \"A\", \"cso\": \"B\", \"status\": \"Ready\"}]}}";
        let found = read("x.json", text.as_bytes()).unwrap();
        assert_eq!(found.products.len(), 1);
        assert_eq!(
            (found.products[0].place.line, found.findings[0].line),
            (3, 2)
        );
    }

    #[test]
    fn a_file_without_products_is_refused_and_an_empty_list_is_named() {
        assert!(read("x.json", b"{\"meta\":{}}").is_err());
        assert!(read("x.json", b"hello").is_err());
        let empty = read("x.json", b"{\"data\":{\"Products\":[]}}").unwrap();
        assert_eq!(
            empty.notes,
            ["the list of products is empty: there is nothing to take in"]
        );
    }
}
