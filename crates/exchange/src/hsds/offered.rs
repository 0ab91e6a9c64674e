//! A service as the trade sees it.

use crate::{
    Finding,
    day::{Day, DayOrder},
    finding::Weight,
    json::{Place, decimal, field, list, text},
};
use interlocal_catalog::{Decimal, NaiveDate};
use serde_json::Value;

/// What a service costs somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostOption {
    /// For whom.
    pub option: String,
    /// How much.
    pub amount: Option<Decimal>,
    /// In which currency, in capital letters; empty when not said.
    pub currency: String,
    /// What the amount is for.
    pub words: String,
}

/// A service of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Where it stands.
    pub place: Place,
    /// Its id, by which the row is known among those of its source.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The body that runs it; empty when not said.
    pub organization: String,
    /// The web page of that body; empty when not said.
    pub organization_url: String,
    /// Its own page; empty when not said.
    pub url: String,
    /// A role address; empty when not said.
    pub email: String,
    /// Its status: `active`, `inactive`, `defunct` or `temporarily closed`.
    pub status: String,
    /// How one applies.
    pub application: String,
    /// Fees in words.
    pub fees: String,
    /// Who may use it, in words.
    pub eligibility: String,
    /// Areas that it serves, in words.
    pub areas: Vec<String>,
    /// Terms of taxonomies that it bears.
    pub terms: Vec<String>,
    /// What it costs.
    pub costs: Vec<CostOption>,
    /// Documents that one needs.
    pub documents: Vec<String>,
    /// The day on which somebody last vouched for it.
    pub assured_on: Option<NaiveDate>,
    /// The service as it stands in the file, with everything else.
    pub whole: Value,
}

/// Words of the field `status`.
const STATUSES: [&str; 4] = ["active", "inactive", "defunct", "temporarily closed"];

impl Service {
    /// Reads an object; what is noticed of it, or why it cannot be taken.
    pub fn of(place: Place, whole: Value) -> Result<(Self, Vec<Finding>), Finding> {
        let of = |name: &str| text(&whole, name);
        let (id, name) = (of("id"), of("name"));
        for (field, value) in [("id", &id), ("name", &name)] {
            if value.is_empty() {
                let what = format!("is a service without {field} and was not taken");
                let finding = Finding::new(Weight::Refused, what, "add it");
                let shown = if id.is_empty() { &name } else { &id };
                return Err(finding.at(place).field(field).value(shown));
            }
        }
        let mut findings = Vec::new();
        let mut doubt = |name: &str, value: &str, what: &str, mend: &str| {
            let finding = Finding::new(Weight::Doubtful, what, mend).at(place);
            findings.push(finding.field(format!("{id}/{name}")).value(value));
        };
        let status = of("status").to_lowercase();
        if !STATUSES.contains(&status.as_str()) {
            let mend = "write active, inactive, defunct or temporarily closed";
            doubt("status", &status, "is no status of the specification", mend);
        }
        let assured = of("assured_date");
        let assured_on = Day::read(&assured, DayOrder::MonthFirst)
            .unwrap_or_default()
            .on();
        if assured_on.is_none() && !assured.is_empty() {
            doubt(
                "assured_date",
                &assured,
                "is no day and is not used",
                "write it as 2026-06-30",
            );
        }
        let organization = field(&whole, "organization").unwrap_or(&Value::Null);
        let body_url = ["website", "url", "uri"].map(|name| text(organization, name));
        let service = Self {
            place,
            description: of("description"),
            organization: text(organization, "name"),
            organization_url: body_url
                .into_iter()
                .find(|url| !url.is_empty())
                .unwrap_or_default(),
            url: of("url"),
            email: of("email"),
            status,
            application: of("application_process"),
            fees: first(&whole, ["fees_description", "fees"]),
            eligibility: of("eligibility_description"),
            areas: words(&whole, "service_areas", ["name", "description"]),
            terms: terms(&whole),
            costs: list(&whole, "cost_options").map(cost).collect(),
            documents: words(&whole, "required_documents", ["document", "uri"]),
            assured_on,
            id,
            name,
            whole: Value::Null,
        };
        Ok((Self { whole, ..service }, findings))
    }
}

fn first(of: &Value, names: [&str; 2]) -> String {
    let texts = names.map(|name| text(of, name));
    texts
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn words(whole: &Value, under: &str, names: [&str; 2]) -> Vec<String> {
    let all = list(whole, under).map(|one| first(one, names));
    all.filter(|text| !text.is_empty()).collect()
}

fn terms(whole: &Value) -> Vec<String> {
    let terms = list(whole, "attributes").filter_map(|one| field(one, "taxonomy_term"));
    let names = terms.map(|term| first(term, ["name", "code"]));
    names.filter(|name| !name.is_empty()).collect()
}

fn cost(one: &Value) -> CostOption {
    CostOption {
        option: text(one, "option"),
        amount: field(one, "amount").and_then(decimal),
        currency: text(one, "currency").to_uppercase(),
        words: text(one, "amount_description"),
    }
}
