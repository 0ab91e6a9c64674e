//! For what size costs are asked: quantities, population, years, lines, present cost.

use super::{Faults, Fields};
use interlocal_catalog::{
    Decimal,
    cost::{Asked, MOST_YEARS, Quantities, Quantity, Years, typed_number},
    price::Unit,
};
use interlocal_portal::FieldFault;
use std::collections::BTreeSet;

/// Boxes of quantities: the unit, the field, and its label.
pub const UNITS: [(Unit, &str, &str); 7] = [
    (Unit::User, "users", "Users"),
    (Unit::Endpoint, "endpoints", "Endpoints"),
    (Unit::Device, "devices", "Other devices"),
    (Unit::Mbps, "mbps", "Mbps"),
    (Unit::Tb, "tb", "TB"),
    (Unit::Hour, "hours", "Hours"),
    (Unit::Each, "pieces", "Pieces"),
];
/// Length of a list of chosen lines at most.
const MOST_LINES: usize = 400;

/// A size as it was asked, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Size {
    /// What can be reckoned with.
    pub asked: Asked,
    /// What the user pays now in a year, by their own word.
    pub present: Option<Decimal>,
    /// The words of the fields, as typed or remembered.
    pub typed: Fields,
    /// Chosen lines as they were sent.
    pub lines: Vec<String>,
    /// What cannot be read.
    pub faults: Vec<FieldFault>,
}

/// Fields that say a size.
fn names() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|(_, name, _)| *name).chain(["years"])
}

impl Size {
    /// From the address; without any quantity in it, from what is remembered.
    pub fn read(fields: &Fields, remembered: Option<&str>) -> Self {
        let said = names().any(|name| fields.last(name).is_some());
        let kept = remembered.map(|text| Fields::read(text).unwrap_or_default());
        let source = if said {
            fields.clone()
        } else {
            kept.unwrap_or_default()
        };
        let mut typed = Fields::default();
        for name in names() {
            if let Some(text) = source.last(name).filter(|text| !text.is_empty()) {
                typed.push(name, text);
            }
        }
        for name in ["population", "present"] {
            if let Some(text) = fields.last(name).filter(|text| !text.is_empty()) {
                typed.push(name, text);
            }
        }
        let mut lines = fields.all("line");
        lines.truncate(MOST_LINES);
        let mut size = Self {
            typed,
            lines,
            ..Self::default()
        };
        size.parse();
        size
    }

    /// What the browser is told to remember, as a value of a cookie; none where the
    /// address says nothing of a size.
    pub fn kept(&self, fields: &Fields) -> Option<String> {
        let said = names().any(|name| fields.last(name).is_some());
        (said && self.faults.is_empty()).then(|| {
            let left_out = ["population", "present"];
            self.typed.with(&left_out, &[])
        })
    }

    /// The lines that were chosen of one list; `prefix` is what stands before their place.
    pub fn chosen_of(&self, prefix: &str) -> Option<BTreeSet<usize>> {
        let places: BTreeSet<usize> = self
            .lines
            .iter()
            .filter_map(|line| line.strip_prefix(prefix)?.parse().ok())
            .collect();
        (!places.is_empty()).then_some(places)
    }

    /// What is asked of one list of lines, for a government of this population where
    /// the user typed none.
    pub fn asked_of(&self, prefix: &str, population: Option<u64>) -> Asked {
        Asked {
            lines: self.chosen_of(prefix),
            population: self.asked.population.or(population),
            ..self.asked.clone()
        }
    }

    fn parse(&mut self) {
        let mut faults = Faults::default();
        let typed = self.typed.clone();
        let mut quantities = Quantities::default();
        for (unit, name, _) in UNITS {
            if let Some(text) = typed.last(name) {
                match Quantity::typed(text, unit) {
                    Some(quantity) => quantities = quantities.with(unit, quantity),
                    None => faults.add(name, no_quantity(text)),
                }
            }
        }
        self.asked.quantities = quantities;
        let years = faults.number(&typed, "years", 1..=usize::from(MOST_YEARS), 3);
        self.asked.years = u8::try_from(years)
            .ok()
            .and_then(Years::new)
            .unwrap_or_default();
        if let Some(text) = typed.last("population") {
            let people = typed_number(text, 0).and_then(|people| u64::try_from(people).ok());
            if people.is_none() {
                faults.add("population", format!("“{text}” is no number of people"));
            }
            self.asked.population = people;
        }
        if let Some(text) = typed.last("present") {
            self.present = typed_number(text.trim_start_matches('$'), 2);
            if self.present.is_none() {
                faults.add("present", format!("“{text}” is no amount; write 42000"));
            }
        }
        self.faults = faults.all();
    }
}

/// What is said of words that are no quantity.
pub fn no_quantity(text: &str) -> String {
    format!(
        "“{text}” is no quantity; write 1200, or 1.5 per user, with four decimal places at most"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, remembered: Option<&str>) -> Size {
        Size::read(&Fields::read(query).unwrap(), remembered)
    }

    #[test]
    fn quantities_are_numbers_or_so_many_for_each_of_another_unit() {
        let size = read("users=1,200&devices=1.5+per+user&years=5", None);
        assert!(size.faults.is_empty(), "{:?}", size.faults);
        let quantities = &size.asked.quantities;
        assert_eq!(quantities.of(Unit::User), Some(Quantity::Of(1200.into())));
        let each = Quantity::Per(Decimal::new(15, 1), Unit::User);
        assert_eq!(quantities.of(Unit::Device), Some(each));
        assert_eq!(size.asked.years.number(), 5);
    }

    #[test]
    fn every_fault_is_named_and_the_words_stay() {
        let query =
            "users=many&endpoints=-4&tb=1e9&pieces=2+per+piece&years=11&present=a&population=1.5";
        let size = read(query, None);
        let fields: Vec<&str> = size.faults.iter().map(|f| f.field.as_str()).collect();
        let all = [
            "users",
            "endpoints",
            "tb",
            "pieces",
            "years",
            "population",
            "present",
        ];
        assert_eq!(fields, all);
        assert_eq!(size.typed.last("users"), Some("many"));
        assert_eq!(size.kept(&Fields::read(query).unwrap()), None);
    }

    #[test]
    fn what_is_remembered_counts_until_the_address_says_otherwise() {
        let fields = Fields::read("users=40&years=2&present=9").unwrap();
        let kept = Size::read(&fields, None).kept(&fields).unwrap();
        assert_eq!(kept, "users=40&years=2");
        let again = read("o=a", Some(&kept));
        assert_eq!(
            again.asked.quantities.of(Unit::User),
            Some(Quantity::Of(40.into()))
        );
        assert_eq!(
            read("users=", Some(&kept)).asked.quantities.of(Unit::User),
            None
        );
    }

    #[test]
    fn lines_are_chosen_by_the_list_they_stand_in() {
        let size = read("line=a:0&line=a%402:1&line=a:x&line=a:3", None);
        assert_eq!(size.chosen_of("a:"), Some([0, 3].into()));
        assert_eq!(size.chosen_of("a@2:"), Some([1].into()));
        assert_eq!(size.chosen_of("b:"), None);
    }
}
