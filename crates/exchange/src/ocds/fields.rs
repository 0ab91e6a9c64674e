//! Fields that are not as the standard has them: unknown and misspelt ones, amounts
//! that are text, periods that name no day. They are kept; each is reported once
//! for the whole file with how often it stands.

use super::unfit::unfit;
use crate::{
    Finding,
    amount::amount,
    day::{Day, DayOrder},
    finding::Weight,
    json::Place,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Fields of OCDS 1.1.5 and of extensions in use, one name each.
const KNOWN: &str = include_str!("fields.txt");

/// The field of the portal's own extension; what stands in it is the portal's.
pub const OWN: &str = "interlocalAccess";

/// What was noticed, by path and kind.
#[derive(Debug, Default)]
pub struct Noticed {
    found: BTreeMap<(String, Kind), First>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Unknown,
    Misspelt(&'static str),
    AmountAsText,
    NoAmount,
    Placeholder,
    NoDay,
    Unfit,
}

#[derive(Debug)]
struct First {
    place: Place,
    value: String,
    count: u64,
}

impl Noticed {
    /// Looks through a release that begins here.
    pub fn look(&mut self, place: Place, release: &Value) {
        self.walk(place, "", release);
        for (path, value) in unfit(release) {
            let steps = path
                .split('/')
                .filter(|step| step.parse::<usize>().is_err());
            let path = steps.collect::<Vec<_>>().join("/");
            let name = path.rsplit('/').next().unwrap_or_default();
            // Another kind says more of it.
            if of_value(name, value).is_none() {
                self.note(place, (path, Kind::Unfit), value);
            }
        }
    }

    fn note(&mut self, place: Place, of: (String, Kind), value: &Value) {
        let shown = match value {
            Value::Object(_) | Value::Array(_) => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let first = self.found.entry(of).or_insert(First {
            place,
            value: shown,
            count: 0,
        });
        first.count += 1;
    }

    /// What was noticed.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        self.found.into_iter().map(|((path, kind), first)| {
            let (weight, what, mend) = kind.words();
            let what = match first.count {
                1 => what,
                count => format!("{what} ({count} times)"),
            };
            Finding::new(weight, what, mend)
                .at(first.place)
                .field(path)
                .value(&first.value)
        })
    }

    fn walk(&mut self, place: Place, path: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let path = if path.is_empty() {
                        name.clone()
                    } else {
                        format!("{path}/{name}")
                    };
                    let noticed = of_name(name).or_else(|| of_value(name, value));
                    if let Some(kind) = noticed.filter(|_| !value.is_null()) {
                        self.note(place, (path.clone(), kind), value);
                    }
                    if name != OWN {
                        self.walk(place, &path, value);
                    }
                }
            }
            Value::Array(entries) => {
                for entry in entries {
                    self.walk(place, path, entry);
                }
            }
            _ => {}
        }
    }
}

impl Kind {
    fn words(&self) -> (Weight, String, String) {
        let of = |weight, what: &str, mend: &str| (weight, what.to_owned(), mend.to_owned());
        match self {
            Self::Unknown => of(
                Weight::Note,
                "is no field of the standard or of a known extension; it is kept and exported again",
                "",
            ),
            Self::Misspelt(name) => (
                Weight::Doubtful,
                format!(
                    "is no field of the standard and looks like “{name}”; it is kept but not used"
                ),
                format!("write “{name}”"),
            ),
            Self::AmountAsText => of(
                Weight::Doubtful,
                "is an amount written as text; it was read as a number",
                "write the number without quotation marks",
            ),
            Self::NoAmount => of(
                Weight::Doubtful,
                "is no amount; it is kept but not used",
                "write a number",
            ),
            Self::Placeholder => of(
                Weight::Note,
                "is next to nothing and may stand for an amount that is not stated",
                "",
            ),
            Self::Unfit => of(
                Weight::Doubtful,
                "has not the form that the standard gives it; it is kept, and exported beside the release",
                "write it as the standard has it",
            ),
            Self::NoDay => of(
                Weight::Doubtful,
                "is no day; it is kept but not used",
                "write it as 2026-06-30T00:00:00Z",
            ),
        }
    }
}

fn of_value(name: &str, value: &Value) -> Option<Kind> {
    match (name, value) {
        ("amount", Value::String(text)) => Some(match amount(text) {
            Some(_) => Kind::AmountAsText,
            None => Kind::NoAmount,
        }),
        ("amount", Value::Number(number)) => {
            let small = number.as_f64().is_some_and(|n| (0.0..0.02).contains(&n));
            small.then_some(Kind::Placeholder)
        }
        (
            "startDate" | "endDate" | "maxExtentDate" | "date" | "dateSigned",
            Value::String(text),
        ) => Day::read(text, DayOrder::MonthFirst)
            .is_err()
            .then_some(Kind::NoDay),
        _ => None,
    }
}

/// Whether the standard or a known extension has a field of this name.
pub fn is_known(name: &str) -> bool {
    KNOWN.lines().any(|known| known == name)
}

fn of_name(name: &str) -> Option<Kind> {
    if is_known(name) {
        return None;
    }
    let near = |known: &&str| {
        known.eq_ignore_ascii_case(name)
            || (known.len() >= 6 && name.len() >= 5 && distance(known, name) <= 1)
    };
    let known: Option<&'static str> = KNOWN.lines().find(near);
    Some(known.map_or(Kind::Unknown, Kind::Misspelt))
}

/// How many letters must be put in, taken out, replaced or swapped; 2 where it is more
/// than one.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (
        one.get(same..).unwrap_or_default(),
        other.get(same..).unwrap_or_default(),
    );
    match (one, other) {
        ([], []) => 0,
        ([_], []) | ([], [_]) => 1,
        ([_, a @ ..], b) | (b, [_, a @ ..]) if a == b => 1,
        ([_, a @ ..], [_, b @ ..]) if a == b => 1,
        ([a, b, x @ ..], [c, d, y @ ..]) if (a, b, x) == (d, c, y) => 1,
        (a, [_, b @ ..]) if a == b => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::{Noticed, distance};
    use crate::json::Place;
    use serde_json::{Value, json};

    fn check(release: Value, expect: &[&str]) {
        let mut noticed = Noticed::default();
        noticed.look(Place { line: 7, column: 1 }, &release);
        let said: Vec<String> = noticed
            .findings()
            .map(|f| {
                format!(
                    "{} {}: {}",
                    f.field,
                    f.value,
                    f.what.split(';').next().unwrap()
                )
            })
            .collect();
        assert_eq!(said, expect);
    }

    #[test]
    fn unknown_and_misspelt_fields_are_told_apart() {
        check(
            json!({"parties": [{"id": "1", "identifer": {"id": "1"}}, {"id": "2", "identifer": {}}], "dncpContractCode": "x"}),
            &[
                "dncpContractCode x: is no field of the standard or of a known extension",
                "parties/identifer : is no field of the standard and looks like “identifier”",
            ],
        );
        check(
            json!({"tender": {"submissionmethoddetails": "x", "lots": [{"id": "1"}]}}),
            &[
                "tender/submissionmethoddetails x: is no field of the standard and looks like “submissionMethodDetails”",
            ],
        );
    }

    #[test]
    fn amounts_and_days_are_looked_at() {
        check(
            json!({"tender": {"value": {"amount": "1,000"}, "minValue": {"amount": 0.01},
                "contractPeriod": {"startDate": "soon"}}}),
            &[
                "tender/contractPeriod/startDate soon: is no day",
                "tender/minValue/amount 0.01: is next to nothing and may stand for an amount that is not stated",
                "tender/value/amount 1,000: is an amount written as text",
            ],
        );
    }

    #[test]
    fn one_letter_is_one_step() {
        for (one, other, far) in [
            ("identifier", "identifer", 1),
            ("identifer", "identifier", 1),
            ("identifier", "identifeir", 1),
            ("identifier", "identifiar", 1),
            ("identifier", "identifier", 0),
            ("identifier", "identify", 2),
        ] {
            assert_eq!(distance(one, other), far, "{one} {other}");
        }
    }
}
