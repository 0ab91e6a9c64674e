//! What is wrong with JSON that was sent, in words for people who know no Rust.

use interlocal_portal::FieldFault;
use serde_json::{Value, error::Category};

/// The fault at its place, in plain words; a field that is missing or unknown is named
/// as if it stood there.
pub(super) fn placed(within: &str, error: &serde_json::Error) -> FieldFault {
    let fault = |field: String, message: String| FieldFault { field, message };
    if error.classify() != Category::Data {
        return fault(String::new(), no_json(error));
    }
    let text = without_line(error);
    if let Some(name) = between(&text, "missing field `") {
        return fault(below(within, name), "is missing".to_owned());
    }
    if let Some(name) = between(&text, "unknown field `") {
        let place = below(within, name);
        let place = if within.ends_with(&place) {
            within.to_owned()
        } else {
            place
        };
        return fault(place, NO_FIELD.to_owned());
    }
    fault(within.to_owned(), said(&text))
}

/// What is said of a field that a call does not know.
pub(super) const NO_FIELD: &str = "is no field of this call";

/// A name below a place, as a pointer writes it.
pub(super) fn below(place: &str, name: &str) -> String {
    format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A value as it is called in a sentence.
pub(super) fn named(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => quoted(text),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// The beginning of a text in quotation marks.
fn quoted(text: &str) -> String {
    let begin: String = text.chars().take(60).collect();
    let more = if begin.len() < text.len() { "…" } else { "" };
    format!("“{begin}{more}”")
}

/// Words to choose from, in a sentence.
pub(super) fn one_of(words: &[String]) -> String {
    match words {
        [only] => format!("“{only}”"),
        words => format!("one of {}", words.join(", ")),
    }
}

/// What was sent is no JSON at all, with the place at which it ceases to be.
fn no_json(error: &serde_json::Error) -> String {
    let text = without_line(error);
    let why = match &*text {
        "trailing characters" => "something stands after its end",
        "trailing comma" => "a comma stands before a closing bracket",
        "key must be a string" => "a name of a field is not in quotation marks",
        "recursion limit exceeded" => "it is nested too deeply",
        text if text.starts_with("EOF") => "it breaks off",
        _ => "something stands there that cannot",
    };
    let (line, column) = (error.line(), error.column());
    format!("is no JSON: {why}, in line {line} at column {column}")
}

/// The fault without the line, which is of no use to who sends JSON from a program.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.find(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}

fn between<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.strip_prefix(before)?.split('`').next()
}

/// Sentences of the library that reads JSON, in plain words; what a type of the trade
/// says of itself is plain already.
fn said(text: &str) -> String {
    if let Some(found) = between(text, "unknown variant `") {
        let known = text.split_once("expected ").map_or("", |(_, known)| known);
        let known: Vec<String> = known
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        return format!("{} cannot be; send {}", quoted(found), one_of(&known));
    }
    if let Some(name) = between(text, "duplicate field `") {
        return format!("“{name}” stands there twice");
    }
    if text.starts_with("data did not match any variant") {
        return "has none of the forms that this field takes".to_owned();
    }
    let of_form = ["invalid type: ", "invalid value: ", "invalid length "];
    let Some(rest) = of_form.iter().find_map(|begin| text.strip_prefix(begin)) else {
        return text.to_owned();
    };
    match rest.split_once(", expected ") {
        Some((found, expected)) => format!("is {}; send {}", kind(found), form(expected)),
        None => "cannot be as it is".to_owned(),
    }
}

fn kind(found: &str) -> String {
    let begins = |word: &str| found.starts_with(word);
    if begins("string ") || begins("str ") {
        let text = found.split_once('"').map_or(found, |(_, text)| text);
        return quoted(text.trim_end_matches('"'));
    }
    if begins("integer ") || begins("floating point ") {
        let number = found.split('`').nth(1).unwrap_or_default();
        return format!("the number {number}");
    }
    match found {
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        found if begins("boolean ") => found.split('`').nth(1).unwrap_or_default().to_owned(),
        "null" | "unit value" => "null".to_owned(),
        length => format!("{length} long"),
    }
}

fn form(expected: &str) -> String {
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0 on".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".to_owned(),
        "f32" | "f64" => "a number".to_owned(),
        "a string" | "a borrowed string" | "string or map" => "text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        "unit" => "null".to_owned(),
        text if text.starts_with("struct ") => "an object".to_owned(),
        text if text.contains("enum ") => "one of the words of this field".to_owned(),
        text if text.starts_with("a Decimal") => "a number such as “4.25”".to_owned(),
        text => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::placed;
    use serde::{Deserialize, de::DeserializeOwned};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Thing {
        #[allow(dead_code)]
        size: u32,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Word {
        First,
        #[allow(dead_code)]
        Second,
    }

    fn told<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> (String, String) {
        let error = serde_json::from_str::<T>(json).unwrap_err();
        let fault = placed("/thing", &error);
        (fault.field, fault.message)
    }

    #[test]
    fn no_fault_speaks_of_types_of_a_language() {
        let at = |place: &str, words: &str| (place.to_owned(), words.to_owned());
        let table = [
            (told::<Thing>("{}"), at("/thing/size", "is missing")),
            (
                told::<Thing>(r#"{"sise": 1}"#),
                at("/thing/sise", "is no field of this call"),
            ),
            (
                told::<Thing>("4"),
                at("/thing", "is the number 4; send an object"),
            ),
            (
                told::<u32>(r#""big""#),
                at("/thing", "is “big”; send a whole number from 0 on"),
            ),
            (
                told::<u32>("-1"),
                at("/thing", "is the number -1; send a whole number from 0 on"),
            ),
            (
                told::<String>("{}"),
                at("/thing", "is an object; send text"),
            ),
            (
                told::<bool>("null"),
                at("/thing", "is null; send true or false"),
            ),
            (
                told::<Vec<u8>>("true"),
                at("/thing", "is true; send a list"),
            ),
            (
                told::<Word>(r#""third""#),
                at("/thing", "“third” cannot be; send one of first, second"),
            ),
            (told::<Thing>("{} {}"), at("/thing/size", "is missing")),
            (
                told::<Vec<u8>>("[1,]"),
                at(
                    "",
                    "is no JSON: a comma stands before a closing bracket, in line 1 at column 4",
                ),
            ),
            (
                told::<Vec<u8>>("[1"),
                at("", "is no JSON: it breaks off, in line 1 at column 2"),
            ),
        ];
        for (found, wanted) in table {
            assert_eq!(found, wanted);
        }
        assert!(matches!(
            serde_json::from_str(r#""first""#),
            Ok(Word::First)
        ));
    }
}
