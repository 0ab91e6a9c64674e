//! The rows of a comparison, in the order in which one decides.

use super::{super::named::badge, beside::Beside, side::Side};
use crate::page::{named::source, offering::documents};
use interlocal_catalog::{
    NaiveDate,
    eligibility::{LinkName, Outcome},
    facts::{Facts, side_by_side},
    participation::Participation,
};
use interlocal_pages::{
    components::{
        confidence::ConfidenceTag,
        cost::{Figure, difference_words},
    },
    pages::{CompareCell, CompareRow},
    words::{and, counted, links_in_sentences, next_step, why_not, written},
};

/// Participations that a cell names at most.
const NAMED: usize = 5;

/// Every row.
pub fn rows(beside: &Beside<'_>) -> Vec<CompareRow> {
    let row = |label: &str, cell: &dyn Fn(&Side) -> CompareCell| CompareRow {
        label: label.to_owned(),
        cells: beside.sides.iter().map(cell).collect(),
    };
    let contract = |field: fn(&interlocal_catalog::details::ContractVehicle) -> String| {
        move |side: &Side| {
            let contract = side.content().details.contract.as_ref();
            CompareCell::words_of(&contract.map(field).unwrap_or_default())
        }
    };
    let mut out = vec![
        row("May we use it?", &|side| verdict(beside, side)),
        row("Steps left", &|side| steps(beside, side)),
    ];
    let years = beside.asking.size.asked.years.number();
    for which in Figure::ALL {
        out.push(row(&which.label(years), &|side| {
            CompareCell::Cost(which, side.cost.clone())
        }));
    }
    if beside.asking.size.present.is_some() {
        out.push(row("Beside what you pay now", &|side| {
            let said = side.difference.as_ref().map_or_else(
                || "Cannot be said: the cost is not known whole in US dollars".to_owned(),
                |difference| difference_words(difference, years),
            );
            CompareCell::words_of(&said)
        }));
    }
    let day = |day: Option<NaiveDate>| day.map_or(CompareCell::NotStated, CompareCell::Day);
    out.extend([
        row("Starts on", &|side| day(side.content().term.starts_on)),
        row("Ends on", &|side| day(side.content().term.ends_on)),
        row("Renewals", &contract(|contract| contract.renewals.clone())),
        row(
            "How competed",
            &contract(|contract| contract.competed.clone()),
        ),
        row(
            "Award type",
            &contract(|contract| contract.award.map_or("", |award| award.label()).to_owned()),
        ),
        row("Area served", &|side| area(beside, side)),
    ]);
    out.extend(facts(beside));
    out.extend([
        row("Security and regimes", &|side| {
            CompareCell::words_of(&and(&side.content().frameworks))
        }),
        row("Participations", &|side| participations(beside, side)),
        row("Governments like us that use it", &|side| {
            users(beside, side)
        }),
        row("Documents", &|side| match documents(side.content()) {
            none if none.is_empty() => CompareCell::NotStated,
            documents => CompareCell::Documents(documents),
        }),
        row("Source", &|side| {
            let content = side.content();
            CompareCell::Source(source(&content.source_words, content.checked_on))
        }),
    ]);
    out
}

fn verdict(beside: &Beside<'_>, side: &Side) -> CompareCell {
    let found = side.compared.verdict.as_ref().zip(beside.visit.asker());
    let Some((verdict, asker)) = found else {
        return CompareCell::words_of("No government chosen");
    };
    let reason = beside
        .visit
        .with_names(|names| why_not(verdict, &asker, names));
    CompareCell::Verdict {
        badge: badge(verdict),
        confidence: ConfidenceTag {
            confidence: side.compared.confidence,
            checked_on: Some(side.content().checked_on),
        },
        reason: reason.filter(|_| verdict.outcome != Outcome::AfterSteps),
    }
}

fn steps(beside: &Beside<'_>, side: &Side) -> CompareCell {
    let found = side.compared.verdict.as_ref().zip(beside.visit.asker());
    let Some((verdict, asker)) = found else {
        return CompareCell::words_of("No government chosen");
    };
    beside.visit.with_names(|names| match verdict.outcome {
        Outcome::Yes => CompareCell::words_of("None"),
        Outcome::No => CompareCell::words_of("Cannot be used"),
        Outcome::Unknown => CompareCell::words_of(&next_step(verdict, names)),
        Outcome::AfterSteps => {
            let lines = links_in_sentences(verdict, &asker, names);
            let own = lines.into_iter().find(|l| l.name == LinkName::OwnSteps);
            CompareCell::lines_of(own.map(|line| line.sentences).unwrap_or_default())
        }
    })
}

fn area(beside: &Beside<'_>, side: &Side) -> CompareCell {
    let content = side.content();
    if !content.area_words.is_empty() {
        return CompareCell::words_of(&content.area_words);
    }
    match content.states.as_slice() {
        [all] if all == "ALL" => CompareCell::words_of("Every state"),
        states => {
            let directory = &beside.visit.snapshot.directory;
            let names = states.iter().map(|state| directory.state_name(state));
            CompareCell::words_of(&and(&names.map(str::to_owned).collect::<Vec<String>>()))
        }
    }
}

/// Typed facts; coverage and service level always have their rows.
fn facts(beside: &Beside<'_>) -> Vec<CompareRow> {
    let all: Vec<&Facts> = beside
        .sides
        .iter()
        .map(|side| &side.content().details.facts)
        .collect();
    let silent = |label: &str| CompareRow {
        label: label.to_owned(),
        cells: all.iter().map(|_| CompareCell::NotStated).collect(),
    };
    let mut rows: Vec<CompareRow> = side_by_side(&all)
        .into_iter()
        .map(|(label, cells)| CompareRow {
            label: label.to_owned(),
            cells: cells.iter().map(|w| CompareCell::words_of(w)).collect(),
        })
        .collect();
    let has = |rows: &[CompareRow], label: &str| rows.iter().any(|row| row.label == label);
    if !has(&rows, "Coverage") {
        rows.insert(0, silent("Coverage"));
    }
    if !has(&rows, "Service level") {
        rows.push(silent("Service level"));
    }
    rows
}

fn participations(beside: &Beside<'_>, side: &Side) -> CompareCell {
    let directory = &beside.visit.snapshot.directory;
    let chosen = beside.visit.place().and_then(|p| directory.jurisdiction(p));
    let words = |record: &Participation| {
        let mut out = directory.full_name(&record.who);
        if let Some(day) = record.from {
            out.push_str(&format!(", since {}", written(day)));
        }
        if let Some(day) = record.until {
            out.push_str(&format!(", until {}", written(day)));
        }
        out
    };
    let records = &side.compared.participations;
    let mut lines: Vec<String> = records.iter().take(NAMED).map(words).collect();
    if let Some(more) = records.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(format!("and {more} more on record"));
    }
    let addenda = &side.content().details.addenda;
    match chosen {
        Some(row) => lines.extend(
            addenda
                .iter()
                .filter(|addendum| addendum.state == row.state)
                .map(|addendum| format!("Participating addendum: {}", addendum.words())),
        ),
        None if addenda.is_empty() => {}
        None => {
            let states: Vec<String> = addenda.iter().map(|a| a.state.clone()).collect();
            lines.push(format!("Participating addenda of {}", and(&states)));
        }
    }
    CompareCell::lines_of(lines)
}

fn users(beside: &Beside<'_>, side: &Side) -> CompareCell {
    let compared = &side.compared;
    let known = &side.content().known_users;
    if compared.users.is_empty() && known.is_empty() {
        return CompareCell::NotStated;
    }
    let rest = (compared.users.len() - compared.alike.len()) as u64;
    let others = match (rest, beside.visit.place(), compared.alike.as_slice()) {
        (0, _, _) => String::new(),
        (rest, None, _) => counted(rest, "government on record", "governments on record"),
        (rest, Some(_), []) => format!(
            "None of those like us on record; {}",
            counted(rest, "other government is", "other governments are")
        ),
        (rest, Some(_), _) => {
            let more = counted(rest, "other government", "other governments");
            format!("{more} on record")
        }
    };
    CompareCell::Users {
        alike: compared
            .alike
            .iter()
            .map(|user| beside.visit.user(user))
            .collect(),
        others,
        known: known.clone(),
    }
}
