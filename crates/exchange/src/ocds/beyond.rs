//! Amounts with more digits than are reckoned with. They are kept and written again as
//! they stand; nothing is made of them.

use crate::{Finding, finding::Weight, json::decimal};
use serde_json::Value;

/// What is to be said of a release, with the fields and numbers that lead to each amount.
pub fn beyond(release: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    walk("", release, &mut found);
    found
}

fn walk(path: &str, value: &Value, found: &mut Vec<Finding>) {
    let under = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}/{name}"),
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = under(name);
                match value {
                    Value::Number(number) if name == "amount" && decimal(value).is_none() => {
                        let finding = Finding::new(
                            Weight::Doubtful,
                            "is an amount of more than 28 digits; it is kept and exported again, but nothing is reckoned with it",
                            "see whether it is meant, and write it with 28 digits at most",
                        );
                        found.push(finding.field(path).value(number.as_str()));
                    }
                    value => walk(&path, value, found),
                }
            }
        }
        Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                walk(&under(&at.to_string()), entry, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::beyond;

    fn check(amount: &str, expect: Option<&str>) {
        let text = format!(r#"{{"awards": [{{"value": {{"amount": {amount}}}}}], "x": {amount}}}"#);
        let found = beyond(&serde_json::from_str(&text).unwrap());
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.field.as_str(), one.value.as_str()))
            .collect();
        let expect = expect.map(|value| ("awards/0/value/amount", value));
        assert_eq!(found, Vec::from_iter(expect), "{amount}");
    }

    #[test]
    fn an_amount_that_cannot_be_reckoned_with_is_named_where_it_stands() {
        check("1e400", Some("1e+400"));
        check("1E-400", Some("1e-400"));
        check("-1e400", Some("-1e+400"));
        let long = "9".repeat(40);
        check(&long, Some(&long));
        let small = "0.1234567890123456789012345678901";
        check(small, Some(small));
        check("12345678901234567.89", None);
        check("1.10", None);
        check("1.5E+3", None);
        check("0", None);
        check("-0.0", None);
    }
}
