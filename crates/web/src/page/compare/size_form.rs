//! The form that asks for what size costs are.

use super::{super::after::shown, beside::Beside};
use crate::form::size::{Size, UNITS};
use interlocal_catalog::{
    access::Steps,
    cost::{MOST_YEARS, Quantity, Years},
    offering::Content,
    price::{FeeAmount, Unit},
};
use interlocal_pages::{
    components::size_form::{LineChoices, SizeField, SizeForm},
    words::grouped,
};

/// Whose costs are asked for, and where the form is sent.
pub struct SizeAsked<'a> {
    /// Where it is sent.
    pub action: String,
    /// What goes along.
    pub hidden: Vec<(String, String)>,
    /// Each edition: what stands before the places of its lines, and what it says.
    pub editions: Vec<(String, &'a Content)>,
    /// The lines that are counted, by edition and place.
    pub counted: Vec<Vec<bool>>,
    /// The population on record of the chosen government.
    pub population: Option<u64>,
    /// Whether what is paid now can be typed.
    pub present: bool,
}

/// The form of a comparison; none where no cost depends on a size.
pub fn of(beside: &Beside<'_>) -> Option<SizeForm> {
    let mut hidden: Vec<(String, String)> = beside
        .names()
        .iter()
        .map(|named| ("o".to_owned(), named.to_string()))
        .collect();
    if let Some(place) = beside.visit.place() {
        hidden.push(("for".to_owned(), place.to_string()));
    }
    if beside.asking.differences {
        hidden.push(("differences".to_owned(), "1".to_owned()));
    }
    let asked = SizeAsked {
        action: "/compare".to_owned(),
        hidden,
        editions: beside
            .sides
            .iter()
            .map(|side| (format!("{}:", side.compared.named), side.content()))
            .collect(),
        counted: beside
            .sides
            .iter()
            .map(|side| side.cost.lines.iter().map(|line| line.counted).collect())
            .collect(),
        population: beside.visit.population(),
        present: true,
    };
    size_form(&beside.asking.size, &asked)
}

/// The form for these editions; none where none of their costs depends on a size.
pub fn size_form(size: &Size, asked: &SizeAsked<'_>) -> Option<SizeForm> {
    let by_people = asked
        .editions
        .iter()
        .any(|(_, content)| by_population(content));
    let priced = |(_, content): &(String, &Content)| {
        !content.details.prices.is_empty() || !content.details.fees.is_empty()
    };
    if !by_people && !asked.editions.iter().any(priced) {
        return None;
    }
    let typed = |name: &str| size.typed.last(name).unwrap_or_default().to_owned();
    let prices_by = |unit: Unit| {
        let mut lines = asked.editions.iter().flat_map(|(_, c)| &c.details.prices);
        lines.any(|line| line.unit == unit)
    };
    // What is remembered of other units goes along, so that it is not forgotten here.
    let is_base = |unit: Unit| {
        let mut stated = size.asked.quantities.stated();
        stated.any(|(_, quantity)| matches!(quantity, Quantity::Per(_, base) if base == unit))
    };
    let is_wrong = |name: &str| size.faults.iter().any(|fault| fault.field == name);
    let (shown_units, others): (Vec<_>, Vec<_>) = UNITS
        .into_iter()
        .partition(|(unit, name, _)| prices_by(*unit) || is_base(*unit) || is_wrong(name));
    let mut hidden = asked.hidden.clone();
    hidden.extend(
        others
            .into_iter()
            .map(|(_, name, _)| (name.to_owned(), typed(name)))
            .filter(|(_, text)| !text.is_empty()),
    );
    let mut fields: Vec<SizeField> = shown_units
        .into_iter()
        .map(|(_, name, label)| SizeField {
            name,
            label: label.to_owned(),
            hint: String::new(),
            value: typed(name),
        })
        .collect();
    if by_people {
        let hint = asked.population.map_or_else(
            || "For fees by population.".to_owned(),
            |people| format!("For fees by population; {} on record.", grouped(people)),
        );
        fields.push(SizeField {
            name: "population",
            label: "People you serve".to_owned(),
            hint,
            value: typed("population"),
        });
    }
    if asked.present {
        fields.push(SizeField {
            name: "present",
            label: "What you pay now a year".to_owned(),
            hint: "If you like: your own figure, in US dollars.".to_owned(),
            value: typed("present"),
        });
    }
    let chosen = size.asked.years.number();
    let years = (1..=MOST_YEARS).filter_map(|number| {
        let years = Years::new(number)?;
        Some((number.to_string(), years.words(), number == chosen))
    });
    Some(SizeForm {
        action: asked.action.clone(),
        hidden,
        fields,
        years: years.collect(),
        lines: lines(asked),
        faults: shown(size.faults.clone()),
    })
}

fn by_population(content: &Content) -> bool {
    let fee = content
        .details
        .fees
        .iter()
        .any(|fee| matches!(fee.amount, FeeAmount::ByPopulation { .. }));
    let step = content.rules.iter().any(|rule| match &rule.steps {
        Steps::Listed(steps) => steps.iter().any(|step| step.fee.is_some()),
        Steps::NotStated(_) => false,
    });
    fee || step
}

fn lines(asked: &SizeAsked<'_>) -> Vec<LineChoices> {
    let lists = asked.editions.iter().zip(&asked.counted).enumerate();
    lists
        .filter(|(_, ((_, content), _))| content.details.prices.len() > 1)
        .map(|(number, ((prefix, content), counted))| LineChoices {
            id: format!("lines-{number}"),
            legend: match asked.editions.len() {
                1 => "Lines that you would buy".to_owned(),
                _ => format!("Lines that you would buy of {}", content.title),
            },
            lines: content
                .details
                .prices
                .iter()
                .zip(counted)
                .enumerate()
                .map(|(place, (line, counted))| {
                    let words = format!("{}: {}", line.name, line.words());
                    (format!("{prefix}{place}"), words, *counted)
                })
                .collect(),
        })
        .collect()
}
