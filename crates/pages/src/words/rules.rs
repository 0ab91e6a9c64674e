//! Access rules in sentences: area, kinds, who must take part above, steps, limits.

use super::{Names, and, capitalized, counted, grouped, or, usd};
use interlocal_catalog::access::{
    Above, AboveLevel, AccessRule, Area, Audience, ConsentAnswer, Fee, Limit, OtherKinds,
    PlacesArea, RecordList, Step, StepKind, Steps, SupplierConsent, WholeArea,
};

/// One way in, as lines of a definition list.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSentences {
    /// The text it rests on.
    pub basis: Option<String>,
    /// What it says, in the order of the chain.
    pub lines: Vec<RuleLine>,
    /// What its steps cost by population.
    pub fees: Vec<FeeTable>,
}

/// One line: what it is about and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleLine {
    /// `Area`, `Kinds of government` …
    pub label: &'static str,
    /// Sentences; more than one is shown as a list.
    pub sentences: Vec<String>,
}

/// A fee by population.
#[derive(Clone, Debug, PartialEq)]
pub struct FeeTable {
    /// What is paid for.
    pub caption: String,
    /// Population and fee.
    pub rows: Vec<(String, String)>,
}

/// Says what a rule asks for.
pub fn rule_in_sentences(rule: &AccessRule, names: &Names<'_>) -> RuleSentences {
    let mut lines = vec![
        line("Area", vec![area(&rule.area, names)]),
        line("Kinds of government", kinds(rule)),
    ];
    if let Some(above) = &rule.above {
        lines.push(line(
            "First, a body above",
            participation_above(above, names),
        ));
    }
    lines.push(line("Steps of your own", steps(rule, names)));
    if !rule.limits.is_empty() {
        lines.push(line("Limits", rule.limits.iter().map(limit).collect()));
    }
    RuleSentences {
        basis: rule.basis.clone(),
        lines,
        fees: fees(rule, names),
    }
}

/// A step as an order: `Sign the agreement for DIR contracts`.
pub fn step_in_words(kind: StepKind, program: Option<&str>) -> String {
    let what = match kind {
        StepKind::Agreement => "Sign the agreement",
        StepKind::Registration => "Register",
        StepKind::Resolution => "Adopt a resolution of your governing body",
        StepKind::Membership => "Become a member",
        StepKind::Certificate => "Obtain the certificate",
    };
    match (program, kind) {
        (None, _) => what.to_owned(),
        (Some(program), StepKind::Membership) => format!("{what} of {program}"),
        (Some(program), _) => format!("{what} for {program}"),
    }
}

fn line(label: &'static str, sentences: Vec<String>) -> RuleLine {
    RuleLine { label, sentences }
}

fn area(area: &Area, names: &Names<'_>) -> String {
    match area {
        Area::Whole(WholeArea::Everywhere) => {
            "All states, the District of Columbia and the territories.".to_owned()
        }
        Area::Whole(WholeArea::AllStates) => {
            "All states and the District of Columbia, not the territories.".to_owned()
        }
        Area::Whole(WholeArea::NotStated) => "Not stated.".to_owned(),
        Area::Places(places) => named_places(places, names),
    }
}

fn named_places(places: &PlacesArea, names: &Names<'_>) -> String {
    let name =
        |ids: &[interlocal_catalog::PlaceId]| and(&ids.iter().map(names.place).collect::<Vec<_>>());
    let within = (!places.within.is_empty()).then(|| {
        let inside = name(&places.within);
        if places.part {
            format!("An unnamed part of {inside}")
        } else {
            format!("{inside} and the governments inside")
        }
    });
    let bodies = (!places.bodies.is_empty()).then(|| {
        let only = if within.is_some() { "also" } else { "only" };
        format!("{only} {}", name(&places.bodies))
    });
    let said = [within, bodies]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ");
    let words = places
        .words
        .as_deref()
        .map(|words| format!(" The source says: “{words}”."));
    match said.as_str() {
        "" => format!("Not stated.{}", words.unwrap_or_default()),
        _ => format!("{}.{}", capitalized(&said), words.unwrap_or_default()),
    }
}

fn kinds(rule: &AccessRule) -> Vec<String> {
    let Audience::Named(audience) = &rule.kinds else {
        return vec!["Not stated.".to_owned()];
    };
    let plurals = |words: &[interlocal_catalog::access::AudienceWord]| {
        words.iter().map(|word| word.plural()).collect::<Vec<_>>()
    };
    let mut out = vec![match audience.as_slice() {
        [] => "No kind is named.".to_owned(),
        named => format!("{}.", capitalized(&and(&plurals(named)))),
    }];
    if !rule.not_kinds.is_empty() {
        out.push(format!("Not {}.", or(&plurals(&rule.not_kinds))));
    }
    if rule.other_kinds == OtherKinds::Unknown {
        out.push("Whether other kinds of government may use it is not stated.".to_owned());
    }
    out
}

fn participation_above(above: &Above, names: &Names<'_>) -> Vec<String> {
    let levels: Vec<&str> = above
        .any_of
        .iter()
        .map(|level| match level {
            AboveLevel::State => "your state",
            AboveLevel::County => "your county",
        })
        .collect();
    let program = (names.program)(&above.program);
    let mut out = vec![format!(
        "{} must take part in {program}.",
        capitalized(&or(&levels))
    )];
    if above.list == RecordList::Partial {
        out.push("Not everybody who takes part is on record here.".to_owned());
    }
    out
}

fn steps(rule: &AccessRule, names: &Names<'_>) -> Vec<String> {
    let mut out = match &rule.steps {
        Steps::NotStated(_) => vec!["Not stated.".to_owned()],
        Steps::Listed(steps) if steps.is_empty() && rule.supplier_consent.is_none() => {
            vec!["None.".to_owned()]
        }
        Steps::Listed(steps) => steps
            .iter()
            .map(|step| step_sentence(step, names))
            .collect(),
    };
    if let Some(consent) = &rule.supplier_consent {
        out.push(supplier(consent, names));
    }
    out
}

fn step_sentence(step: &Step, names: &Names<'_>) -> String {
    let words = step_in_words(step.kind, Some(&(names.program)(&step.program)));
    match step.fee {
        Some(_) => format!("{words} (a fee by population, below)."),
        None => format!("{words}."),
    }
}

fn supplier(consent: &SupplierConsent, names: &Names<'_>) -> String {
    let who = consent
        .supplier
        .as_ref()
        .map_or("the supplier".to_owned(), names.supplier);
    match consent.answer {
        ConsentAnswer::Given => format!("{} has agreed that others buy.", capitalized(&who)),
        ConsentAnswer::Declined => format!("{} does not agree that others buy.", capitalized(&who)),
        ConsentAnswer::NotRecorded => {
            format!(
                "{} must agree; its answer is not on record.",
                capitalized(&who)
            )
        }
    }
}

fn limit(limit: &Limit) -> String {
    match limit {
        Limit::Population {
            min: Some(min),
            max: Some(max),
        } => {
            format!("A population from {} to {}.", grouped(*min), grouped(*max))
        }
        Limit::Population {
            min: Some(min),
            max: None,
        } => {
            format!("A population of at least {}.", grouped(*min))
        }
        Limit::Population {
            min: None,
            max: Some(max),
        } => {
            format!("A population of at most {}.", grouped(*max))
        }
        Limit::Population {
            min: None,
            max: None,
        } => "Any population.".to_owned(),
        Limit::Distance { from, max_miles } => format!(
            "At most {max_miles} miles from {}.",
            match from.len() {
                1 => "its point of presence".to_owned(),
                many => format!(
                    "the nearest of {}",
                    counted(many as u64, "point of presence", "points of presence")
                ),
            }
        ),
        Limit::Sector { any_of } => format!("Work in {}.", or(any_of)),
        Limit::Regime { holds } => format!("Meets {holds}."),
    }
}

fn fees(rule: &AccessRule, names: &Names<'_>) -> Vec<FeeTable> {
    let Steps::Listed(steps) = &rule.steps else {
        return Vec::new();
    };
    let table = |step: &Step, fee: &Fee| FeeTable {
        caption: format!(
            "{}: fee a year",
            step_in_words(step.kind, Some(&(names.program)(&step.program)))
        ),
        rows: fee
            .bands
            .iter()
            .map(|band| {
                let people = match band.max {
                    Some(max) => format!("{} to {}", grouped(band.min), grouped(max)),
                    None => format!("{} and more", grouped(band.min)),
                };
                (people, usd(&band.usd.to_string()))
            })
            .collect(),
    };
    steps
        .iter()
        .filter_map(|step| step.fee.as_ref().map(|fee| table(step, fee)))
        .collect()
}
