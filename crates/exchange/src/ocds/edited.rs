//! The release that a listing was taken from, with what its edition says now: lots,
//! items, values, awards and contracts as the file has them, and suppliers, term and
//! words as the edition has them.

use super::{
    fields::OWN,
    offered::Vehicle,
    process::Process,
    stated::stated,
    unfit::{told, unfit},
};
use crate::json::{list, text};
use interlocal_catalog::offering::Status;
use serde_json::{Value, json};

/// Fields that are always those of the edition.
const HEAD: [&str; 6] = [
    "ocid",
    "id",
    "date",
    "tag",
    "initiationType",
    "interlocalAccess",
];

impl Vehicle<'_> {
    /// The release of the file, with what is the edition's (`own`) in its place.
    pub(super) fn edited(&self, source: &Value, own: &Value) -> Value {
        let process = Process::of(source);
        let mut release = stated(source);
        for name in HEAD {
            release[name] = own[name].clone();
        }
        let unfit = unfit(source).into_iter();
        let unfit: Vec<Value> = unfit
            .map(|(path, value)| json!({"path": path, "value": told(value)}))
            .collect();
        if !unfit.is_empty() {
            release[OWN]["unfit"] = json!(unfit);
        }
        let language = text(&release, "language").to_lowercase();
        release["language"] = match language.len() {
            2 => json!(language),
            _ => own["language"].clone(),
        };
        let sellers = Sellers::of(&release, &process, &self.content.suppliers);
        let mut parties = sellers.who_stay(take(&mut release, "parties"));
        let mut awards = sellers.without_who_left(take(&mut release, "awards"));
        let mut contracts = sellers.without_who_left(take(&mut release, "contracts"));
        let won = sellers.not_in(&awards);
        let known = |name: &str, parties: &[Value]| {
            let mut named = parties.iter().filter(|party| text(party, "name") == name);
            named.next().map(|party| text(party, "id"))
        };
        for party in list(own, "parties") {
            let name = text(party, "name");
            let sells = list(party, "roles").any(|role| role == "supplier");
            if known(&name, &parties).is_none() && (!sells || won.contains(&name)) {
                parties.push(party.clone());
            }
        }
        if awards.is_empty() || !won.is_empty() {
            let won = won.iter();
            let won = won.map(|name| json!({"id": known(name, &parties), "name": name}));
            let won: Vec<Value> = won.collect();
            for award in list(own, "awards") {
                let mut award = award.clone();
                award["suppliers"] = json!(won);
                awards.push(award);
            }
        }
        let is_new_term = self.content.term != process.term();
        if contracts.is_empty() {
            contracts.extend(list(own, "contracts").cloned());
        } else {
            self.keep_contracts(&mut contracts, &awards, own, is_new_term);
        }
        put(&mut release, "parties", parties);
        put(&mut release, "awards", awards);
        put(&mut release, "contracts", contracts);
        fill(&mut release, own, &["buyer"]);
        if !release["tender"].is_object() {
            release["tender"] = json!({});
        }
        keep_tender(&mut release["tender"], &own["tender"], is_new_term);
        release
    }

    /// Contracts of the file: each belongs to an award, none runs when the offering was
    /// taken back, and the first has the documents of the portal.
    fn keep_contracts(
        &self,
        contracts: &mut [Value],
        awards: &[Value],
        own: &Value,
        is_new_term: bool,
    ) {
        let of_own = list(own, "contracts").next().unwrap_or(&Value::Null);
        for contract in contracts.iter_mut() {
            if text(contract, "awardID").is_empty() {
                contract["awardID"] = award_of(contract, awards);
            }
            if self.status != Status::Published {
                contract["status"] = json!("terminated");
            }
            if is_new_term {
                contract["period"] = of_own["period"].clone();
                drop_nulls(contract);
            }
        }
        if let Some(first) = contracts.first_mut() {
            let mut documents = take(first, "documents");
            documents.extend(list(of_own, "documents").map(|document| {
                let mut document = document.clone();
                document["id"] = json!(format!("interlocal-{}", text(&document, "id")));
                document
            }));
            put(first, "documents", documents);
        }
    }
}

/// The award of a contract that names none: the only one there is, else the only one of
/// the same suppliers, else one of which nothing is known but that it was made.
fn award_of(contract: &Value, awards: &[Value]) -> Value {
    let sellers =
        |of: &Value| -> Vec<String> { list(of, "suppliers").map(|one| text(one, "id")).collect() };
    let own = sellers(contract);
    let mut alike = awards.iter().filter(|award| sellers(award) == own);
    match (awards, alike.next(), alike.next()) {
        ([only], ..) | (_, Some(only), None) => only["id"].clone(),
        _ => json!(format!("{}-award", text(contract, "id"))),
    }
}

/// Who sells by the file, and who by the edition.
struct Sellers<'a> {
    /// Id and name of the parties of the file.
    names: Vec<(String, String)>,
    /// Those of the file who are not in the edition.
    left: Vec<String>,
    /// Those of the edition.
    stay: &'a [String],
}

impl<'a> Sellers<'a> {
    fn of(release: &Value, process: &Process, stay: &'a [String]) -> Self {
        let parties = list(release, "parties");
        let in_file = process.suppliers().into_iter().map(|one| one.name);
        Self {
            names: parties
                .map(|party| (text(party, "id"), text(party, "name")))
                .collect(),
            left: in_file.filter(|name| !stay.contains(name)).collect(),
            stay,
        }
    }

    /// The name of a party, or of whom a reference means.
    fn name(&self, one: &Value) -> String {
        let named = text(one, "name");
        if !named.is_empty() {
            return named;
        }
        let id = text(one, "id");
        let mut known = self.names.iter().filter(|(known, _)| *known == id);
        known
            .next()
            .map(|(_, name)| name.clone())
            .unwrap_or_default()
    }

    fn who_stay(&self, mut parties: Vec<Value>) -> Vec<Value> {
        parties.retain(|party| !self.left.contains(&self.name(party)));
        parties
    }

    /// Awards or contracts without suppliers who are not in the edition.
    fn without_who_left(&self, mut all: Vec<Value>) -> Vec<Value> {
        for one in &mut all {
            let sellers = self.who_stay(take(one, "suppliers"));
            put(one, "suppliers", sellers);
        }
        all
    }

    /// Suppliers of the edition whom no award names.
    fn not_in(&self, awards: &[Value]) -> Vec<String> {
        let won = awards.iter().flat_map(|award| list(award, "suppliers"));
        let won: Vec<String> = won.map(|one| self.name(one)).collect();
        let stay = self.stay.iter();
        stay.filter(|name| !won.contains(name)).cloned().collect()
    }
}

fn keep_tender(tender: &mut Value, own: &Value, is_new_term: bool) {
    for name in ["title", "description"] {
        tender[name] = own[name].clone();
    }
    fill(
        tender,
        own,
        &["id", "status", "procuringEntity", "contractPeriod"],
    );
    fill(tender, own, &["procurementMethodDetails"]);
    if is_new_term {
        tender["contractPeriod"] = own["contractPeriod"].clone();
        drop_nulls(tender);
    }
}

/// Says what the edition says where the file says nothing.
fn fill(to: &mut Value, own: &Value, names: &[&str]) {
    for name in names {
        if to.get(name).is_none()
            && let Some(value) = own.get(name)
        {
            to[*name] = value.clone();
        }
    }
}

/// Takes a list out of an object; empty where there is none.
fn take(from: &mut Value, name: &str) -> Vec<Value> {
    let taken = from.as_object_mut().and_then(|fields| fields.remove(name));
    match taken {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

/// Puts a list into an object; not where it is empty.
fn put(into: &mut Value, name: &str, list: Vec<Value>) {
    if !list.is_empty() {
        into[name] = Value::Array(list);
    }
}

fn drop_nulls(of: &mut Value) {
    if let Some(fields) = of.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
}
