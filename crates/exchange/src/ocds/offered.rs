//! A contract vehicle of the portal as a compiled release of OCDS 1.1: the vehicle is
//! the contract, its suppliers are those of the award, and who may use it stands in the
//! portal's own extension. Where it was taken from an OCDS file, it keeps the ocid and
//! the release of that file (`edited.rs`).

use super::awarded::Awarded;
use crate::web::is_address;
use chrono::{DateTime, NaiveDate, Utc};
use interlocal_catalog::{
    OfferingId,
    details::{Document, DocumentPlace},
    id::slug_of,
    offering::{Content, Status, Term},
    organization::Organization,
};
use serde_json::{Value, json};
use std::collections::HashSet;

/// What ocids begin with that no other publisher gave; it is not registered.
const PREFIX: &str = "interlocal-";
/// The scheme of bodies: slugs of the portal.
const SCHEME: &str = "INTERLOCAL";

/// An offering as it is written.
#[derive(Clone, Copy)]
pub struct Vehicle<'a> {
    /// Its slug.
    pub slug: &'a OfferingId,
    /// What its current edition says.
    pub content: &'a Content,
    /// The number of that edition.
    pub edition: i32,
    /// When that was published.
    pub published_at: DateTime<Utc>,
    /// Where it stands.
    pub status: Status,
    /// The body that publishes it.
    pub provider: &'a Organization,
    /// The merged release of the file that it was taken from.
    pub source: Option<&'a Value>,
}

impl Vehicle<'_> {
    /// Its record: a link to the release, and that release compiled. `base` is the
    /// address of the portal, without a slash at its end, `package` that of the file.
    pub fn record(&self, base: &str, package: &str) -> Value {
        let release = self.release(base);
        let id = release["id"].as_str().unwrap_or_default().to_owned();
        json!({
            "ocid": release["ocid"],
            "releases": [{
                "url": format!("{package}#{}", id.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-")),
                "date": release["date"],
                "tag": ["contract"],
            }],
            "compiledRelease": release,
        })
    }

    /// Its compiled release.
    pub fn release(&self, base: &str) -> Value {
        let own = self.own(base);
        match self.source {
            Some(source) => self.edited(source, &own),
            None => own,
        }
    }

    /// What the edition says by itself.
    fn own(&self, base: &str) -> Value {
        let content = self.content;
        let ocid = self.ocid();
        let number = self.number();
        let body = json!({"id": self.provider.id, "name": self.provider.name});
        let suppliers: Vec<Value> = self.suppliers();
        let Awarded {
            awards,
            mut contracts,
        } = self.awarded(&number, &suppliers);
        let mut parties = vec![json!({
            "id": self.provider.id,
            "name": self.provider.name,
            "identifier": {
                "scheme": SCHEME,
                "id": self.provider.id,
                "legalName": self.provider.name,
                "uri": format!("{base}/organizations/{}", self.provider.id),
            },
            "roles": ["buyer", "procuringEntity"],
        })];
        parties.extend(suppliers);
        let mut tender = json!({
            "id": number,
            "title": content.title,
            "description": content.summary,
            "status": "complete",
            "procuringEntity": body,
        });
        if let Some(vehicle) = &content.details.contract
            && !vehicle.competed.is_empty()
        {
            tender["procurementMethodDetails"] = json!(vehicle.competed);
        }
        if let Some(period) = period(content.term) {
            tender["contractPeriod"] = period;
        }
        let documents = documents(&content.details.documents, base);
        if let Some(first) = contracts.first_mut()
            && !documents.is_empty()
        {
            first["documents"] = Value::Array(documents);
        }
        json!({
            "ocid": ocid,
            "id": format!("{ocid}-{}", self.edition),
            "date": self.published_at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            "tag": ["compiled"],
            "initiationType": "tender",
            "language": "en",
            "parties": parties,
            "buyer": body,
            "tender": tender,
            "awards": awards,
            "contracts": contracts,
            "interlocalAccess": self.access(base),
        })
    }

    fn ocid(&self) -> String {
        let given = self
            .source
            .and_then(|source| source.get("ocid"))
            .and_then(Value::as_str);
        given.map_or_else(|| format!("{PREFIX}{}", self.slug), str::to_owned)
    }

    /// The number of the contract; the slug where none is known.
    fn number(&self) -> String {
        let vehicle = self.content.details.contract.as_ref();
        match vehicle.map(|vehicle| vehicle.number.as_str()) {
            Some(number) if !number.is_empty() => number.to_owned(),
            _ => self.slug.to_string(),
        }
    }

    /// Suppliers of the edition, and those whom its lines alone name.
    fn suppliers(&self) -> Vec<Value> {
        let mut known: Vec<Value> = Vec::new();
        let mut ids = HashSet::new();
        let of_lines = self.content.details.lines.iter().map(|line| &line.supplier);
        let of_lines = of_lines.filter(|name| !name.is_empty() && self.source.is_none());
        let mut names = HashSet::new();
        for name in self.content.suppliers.iter().chain(of_lines) {
            if !names.insert(name) {
                continue;
            }
            let mut id = format!("supplier-{}", slug_of(name));
            while !ids.insert(id.clone()) {
                id.push_str("-2");
            }
            known.push(json!({"id": id, "name": name, "roles": ["supplier"]}));
        }
        known
    }

    /// Who may use it, and what else the standard has no place for.
    fn access(&self, base: &str) -> Value {
        let content = self.content;
        let mut access = json!({
            "page": format!("{base}/offerings/{}", self.slug),
            "edition": self.edition,
            "category": content.category,
            "rules": content.rules,
            "notAvailable": content.not_available,
            "states": content.states,
            "costModel": content.cost_model,
            "source": content.source,
            "checkedOn": content.checked_on,
            "reviewDays": content.review_days,
        });
        for (name, words) in [
            ("howToJoin", &content.how_to_join),
            ("agreement", &content.agreement),
            ("areaWords", &content.area_words),
            ("sourceWords", &content.source_words),
            ("knownUsers", &content.known_users),
            ("contact", &content.details.contact),
        ] {
            if !words.is_empty() {
                access[name] = json!(words);
            }
        }
        for (name, list) in [
            ("partners", json!(content.partners)),
            ("frameworks", json!(content.frameworks)),
            ("namedGroups", json!(content.named_groups)),
            ("prices", json!(content.details.prices)),
            ("fees", json!(content.details.fees)),
            ("addenda", json!(content.details.addenda)),
            ("lines", json!(content.details.lines)),
        ] {
            if list.as_array().is_some_and(|list| !list.is_empty()) {
                access[name] = list;
            }
        }
        if let Some(vehicle) = &content.details.contract {
            access["contract"] = json!(vehicle);
        }
        access
    }
}

fn day(day: NaiveDate, time: &str) -> Value {
    json!(format!("{day}T{time}Z"))
}

pub(super) fn period(term: Term) -> Option<Value> {
    let mut period = json!({});
    if let Some(first) = term.starts_on {
        period["startDate"] = day(first, "00:00:00");
    }
    if let Some(last) = term.ends_on {
        period["endDate"] = day(last, "23:59:59");
    }
    (term != Term::default()).then_some(period)
}

fn documents(all: &[Document], base: &str) -> Vec<Value> {
    let written = (1..).zip(all).map(|(number, document)| {
        let mut one = json!({"id": number.to_string(), "title": document.title});
        match &document.place {
            DocumentPlace::Link { url } if is_address(url) => one["url"] = json!(url),
            DocumentPlace::Link { url } => one["description"] = json!(url),
            DocumentPlace::Kept {
                id,
                name,
                media,
                on,
                ..
            } => {
                let address = format!("{base}/documents/{id}/{name}");
                if is_address(&address) {
                    one["url"] = json!(address);
                }
                one["format"] = json!(media);
                one["datePublished"] = day(*on, "00:00:00");
            }
        }
        one
    });
    written.collect()
}
