//! Contract vehicles: the lines of a list that are one contract with several
//! suppliers.

use super::{line::ContractLine, mapping::Mapping, supplier::supplier_key};
use crate::day::Day;
use interlocal_catalog::NaiveDate;
use std::collections::HashMap;

/// One contract with all its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vehicle {
    /// What it is known by among those of its source.
    pub key: String,
    /// Its number; empty when not said.
    pub number: String,
    /// What is bought: the title that most lines have, the first among equals.
    pub title: String,
    /// Its suppliers as first written, each once.
    pub suppliers: Vec<String>,
    /// The latest last day of its lines: the vehicle is in force as long as one is.
    /// None where a line never ends or no line names a day.
    pub ends_on: Option<NaiveDate>,
    /// Where its lines stand among those of the list.
    pub lines: Vec<usize>,
}

/// The contracts of a list, in the order in which they first stand there. Lines stand
/// together under the contract above them, else under their number, else under the
/// number that the mapping has for the whole list; a line with none of these is alone.
pub fn vehicles(lines: &[ContractLine], mapping: &Mapping) -> Vec<Vehicle> {
    let mut found: Vec<Vehicle> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let number = [&line.parent, &line.number, &mapping.number]
            .into_iter()
            .find(|number| !number.is_empty());
        let key = match number {
            Some(number) => format!("contract {}", number.to_lowercase()),
            None if mapping.whole() => "list".to_owned(),
            None => format!("line {}", line.key),
        };
        let at = *place.entry(key.clone()).or_insert_with(|| {
            found.push(Vehicle {
                key,
                number: number.cloned().unwrap_or_default(),
                title: String::new(),
                suppliers: Vec::new(),
                ends_on: None,
                lines: Vec::new(),
            });
            found.len() - 1
        });
        if let Some(vehicle) = found.get_mut(at) {
            vehicle.lines.push(index);
        }
    }
    for vehicle in &mut found {
        describe(vehicle, lines, mapping);
    }
    found
}

fn describe(vehicle: &mut Vehicle, lines: &[ContractLine], mapping: &Mapping) {
    let own: Vec<&ContractLine> = vehicle
        .lines
        .iter()
        .filter_map(|at| lines.get(*at))
        .collect();
    let mut titles: HashMap<&str, usize> = HashMap::new();
    let mut known = std::collections::HashSet::new();
    let mut last = None;
    let mut endless = false;
    for line in &own {
        if !line.title.is_empty() {
            *titles.entry(&line.title).or_default() += 1;
        }
        if !line.supplier.is_empty() && known.insert(supplier_key(&line.supplier)) {
            vehicle.suppliers.push(line.supplier.clone());
        }
        last = last.max(line.ends.on());
        endless |= matches!(line.ends, Day::Never | Day::Words(_));
    }
    let most = titles.values().max();
    vehicle.title = own
        .iter()
        .find(|line| titles.get(line.title.as_str()) == most && most.is_some())
        .map_or_else(|| mapping.title.clone(), |line| line.title.clone());
    vehicle.ends_on = if endless { None } else { last };
}
