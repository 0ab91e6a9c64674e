//! Forms of decision memos, read.

use super::{Faults, Fields, size::no_quantity};
use crate::error::Failure;
use interlocal_catalog::{
    OfferingId,
    cost::{Quantities, Quantity},
    memo::{Choice, Decision, MemoDraft},
    price::Unit,
};
use interlocal_portal::memos::{
    adopt::Use,
    approve::Say,
    edit::{MemoWords, OptionChange, OptionWords},
};
use std::collections::BTreeMap;

/// The units whose quantities are asked.
pub fn units() -> impl Iterator<Item = Unit> {
    Quantities::UNITS.into_iter()
}

/// The version of the draft that a form was made from.
pub fn version(fields: &Fields) -> Result<i32, Failure> {
    let text = fields.last("version").unwrap_or_default();
    text.parse().map_err(|_| {
        let mut faults = Faults::default();
        faults.add("version", "is no number; open the memo again");
        faults.end().err().unwrap_or(Failure::NotFound)
    })
}

/// What a memo is to say; `draft` says of which options and quantities it may speak.
pub fn words(fields: &Fields, draft: &MemoDraft, rules: &[i32]) -> Result<MemoWords, Failure> {
    let mut faults = Faults::default();
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let mut quantities = BTreeMap::new();
    for unit in units() {
        let name = format!("q-{}", unit.word());
        let Some(text) = fields.last(&name).filter(|text| !text.is_empty()) else {
            continue;
        };
        match Quantity::typed(text, unit) {
            Some(quantity) => {
                quantities.insert(unit.word().to_owned(), quantity);
            }
            None => faults.add(&name, no_quantity(text)),
        }
    }
    let years = text("years");
    let years = match years.as_str() {
        "" => draft.years,
        typed => typed.parse().unwrap_or_else(|_| {
            faults.add("years", format!("“{typed}” is no whole number of years"));
            draft.years
        }),
    };
    let options = draft
        .options
        .iter()
        .map(|option| {
            let slug = &option.slug;
            let choice = text(&format!("choice-{slug}"));
            OptionWords {
                slug: slug.clone(),
                choice: Choice::of(&choice).unwrap_or(option.choice),
                why: text(&format!("why-{slug}")),
                price_basis: text(&format!("price-{slug}")),
                lines: fields
                    .all(&format!("line-{slug}"))
                    .iter()
                    .filter_map(|place| place.parse().ok())
                    .collect(),
            }
        })
        .collect();
    let words = MemoWords {
        version: version(fields)?,
        title: text("title"),
        need: text("need"),
        years,
        quantities,
        options,
        considered: rules
            .iter()
            .map(|rule| (*rule, text(&format!("rule-{rule}"))))
            .collect(),
    };
    faults.end()?;
    Ok(words)
}

/// What is done with an option.
pub fn option_change(fields: &Fields) -> Result<OptionChange, Failure> {
    match fields.last("do") {
        Some("add") => Ok(OptionChange::Add),
        Some("remove") => Ok(OptionChange::Remove),
        Some("renew") => Ok(OptionChange::Renew),
        _ => Err(Failure::NotFound),
    }
}

/// What somebody says of a memo.
pub fn say(fields: &Fields) -> Result<Say, Failure> {
    let mut faults = Faults::default();
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let decision = Decision::of(&text("decision"));
    if decision.is_none() {
        faults.add("decision", "Say whether you approve or decline");
    }
    if text("name").is_empty() {
        faults.add("name", "Type your name");
    }
    let version = version(fields)?;
    faults.end()?;
    Ok(Say {
        version,
        name: text("name"),
        decision: decision.unwrap_or(Decision::Declined),
        comment: text("comment"),
    })
}

/// Which option is used since when, and at which of the stated quantities.
pub fn adoption(fields: &Fields) -> Result<Use, Failure> {
    let mut faults = Faults::default();
    let slug = fields.last("slug").unwrap_or_default();
    let some = |name: &str| {
        let name = format!("{name}-{slug}");
        fields.last(&name).filter(|text| !text.is_empty())
    };
    let since = some("since").and_then(|text| {
        let day = text.parse().ok();
        if day.is_none() {
            faults.add(
                "since",
                format!("“{text}” is no date; write it as 2026-11-22"),
            );
        }
        day
    });
    let unit = some("size").and_then(|word| {
        let unit = Unit::of(word);
        if unit.is_none() {
            faults.add("size", format!("“{word}” is no unit of a size"));
        }
        unit
    });
    faults.end()?;
    Ok(Use {
        slug: OfferingId::new(slug),
        since,
        unit,
    })
}

/// Whether a link is made or taken back.
pub fn link(fields: &Fields) -> Result<bool, Failure> {
    match fields.last("do") {
        Some("open") => Ok(true),
        Some("close") => Ok(false),
        _ => Err(Failure::NotFound),
    }
}
