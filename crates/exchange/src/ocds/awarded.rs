//! Awards and contracts of an edition: one of each for every line of its contract, and
//! one for suppliers that no line names.

use super::{
    offered::{Vehicle, period},
    stated::is_currency,
};
use interlocal_catalog::{
    line_item::{LineItem, StatedDay},
    offering::{Status, Term},
};
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// Awards and contracts, each in the order of the lines.
#[derive(Default)]
pub(super) struct Awarded {
    pub awards: Vec<Value>,
    pub contracts: Vec<Value>,
}

impl Vehicle<'_> {
    /// What was awarded; `suppliers` are the parties that sell. A listing that was taken
    /// from an OCDS file has awards and contracts of that file, and needs one of each at
    /// most for suppliers who came later.
    pub(super) fn awarded(&self, number: &str, suppliers: &[Value]) -> Awarded {
        let mut awarded = Awarded::default();
        let lines = match self.source {
            Some(_) => &[],
            None => self.content.details.lines.as_slice(),
        };
        let references: HashMap<&str, Value> = suppliers
            .iter()
            .filter_map(|party| Some((party["name"].as_str()?, reference(party))))
            .collect();
        let mut ids = HashSet::from([number.to_owned()]);
        for (place, line) in (1..).zip(lines) {
            let mut id = line.number.clone();
            if id.is_empty() || !ids.insert(id.clone()) {
                id = format!("{number}-{place}");
                ids.insert(id.clone());
            }
            let award = format!("{number}-award-{place}");
            self.of_line(line, (&id, &award), &references, &mut awarded);
        }
        let named: HashSet<&str> = lines.iter().map(|line| line.supplier.as_str()).collect();
        let mut left = suppliers.iter().filter(|party| {
            let name = party["name"].as_str().unwrap_or_default();
            !named.contains(name)
        });
        let others: Vec<Value> = left.by_ref().map(reference).collect();
        if lines.is_empty() || !others.is_empty() {
            self.of_the_whole(number, others, &mut awarded);
        }
        awarded
    }

    fn of_line(
        &self,
        line: &LineItem,
        (id, award_id): (&str, &str),
        references: &HashMap<&str, Value>,
        awarded: &mut Awarded,
    ) {
        let title = match line.title.as_str() {
            "" => &self.content.title,
            title => title,
        };
        let day = |day: &Option<StatedDay>| match day {
            Some(StatedDay::On(day)) => Some(*day),
            _ => None,
        };
        let term = Term {
            starts_on: day(&line.starts),
            ends_on: day(&line.ends),
        };
        let mut award = Map::new();
        award.insert("id".to_owned(), json!(award_id));
        award.insert("title".to_owned(), json!(title));
        award.insert("status".to_owned(), json!("active"));
        if let Some(supplier) = references.get(line.supplier.as_str()) {
            award.insert("suppliers".to_owned(), json!([supplier]));
        }
        let mut words = line.notes.clone();
        if !line.manufacturers.is_empty() {
            let makes = line.manufacturers.join("; ");
            words.push(format!("Manufacturers: {makes}"));
        }
        if !words.is_empty() {
            award.insert("description".to_owned(), json!(words.join("\n")));
        }
        let items = (1..).zip(&line.categories);
        let items: Vec<Value> = items
            .map(|(place, name)| json!({"id": place.to_string(), "description": name}))
            .collect();
        if !items.is_empty() {
            award.insert("items".to_owned(), json!(items));
        }
        let mut contract = Map::new();
        contract.insert("id".to_owned(), json!(id));
        contract.insert("awardID".to_owned(), json!(award_id));
        contract.insert("title".to_owned(), json!(title));
        contract.insert("status".to_owned(), self.contract_status(term));
        if let Some(value) = value(line) {
            award.insert("value".to_owned(), value.clone());
            contract.insert("value".to_owned(), value);
        }
        if let Some(period) = period(term) {
            award.insert("contractPeriod".to_owned(), period.clone());
            contract.insert("period".to_owned(), period);
        }
        awarded.awards.push(Value::Object(award));
        awarded.contracts.push(Value::Object(contract));
    }

    fn of_the_whole(&self, number: &str, suppliers: Vec<Value>, awarded: &mut Awarded) {
        let id = format!("{number}-award");
        let mut award = json!({"id": id, "status": "active", "suppliers": suppliers});
        let mut contract = json!({
            "id": number,
            "awardID": id,
            "title": self.content.title,
            "status": self.contract_status(self.content.term),
        });
        if let Some(period) = period(self.content.term) {
            award["contractPeriod"] = period.clone();
            contract["period"] = period;
        }
        awarded.awards.push(award);
        awarded.contracts.push(contract);
    }

    /// Whether a contract of this term runs, as far as the edition knows.
    fn contract_status(&self, term: Term) -> Value {
        let on = self.published_at.date_naive();
        let has_ended = term.ends_on.is_some_and(|last| last < on);
        json!(match self.status {
            Status::Published if !has_ended => "active",
            _ => "terminated",
        })
    }
}

fn reference(party: &Value) -> Value {
    json!({"id": party["id"], "name": party["name"]})
}

/// What a line is worth, as a number with the digits that it was written with.
fn value(line: &LineItem) -> Option<Value> {
    let amount: Value = serde_json::from_str(&line.amount?.to_string()).ok()?;
    let mut value = json!({"amount": amount});
    if is_currency(&line.currency) {
        value["currency"] = json!(line.currency);
    }
    Some(value)
}
