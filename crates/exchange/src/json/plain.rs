//! What is wrong with JSON, in words for people who read no programs.

use serde_json::{Error, error::Category};

/// Why a text is no JSON, or why its values are not what was looked for; without the
/// place that the reader of JSON counts itself.
pub fn plain(error: &Error) -> String {
    let text = error.to_string();
    let said = text.split(" at line ").next().unwrap_or(&text);
    match error.classify() {
        Category::Data => of_values(said),
        _ => of_the_text(said).to_owned(),
    }
}

fn of_the_text(said: &str) -> &str {
    match said {
        "EOF while parsing a list" => "breaks off before the list is closed",
        "EOF while parsing an object" => "breaks off before the object is closed",
        "EOF while parsing a string" => "breaks off before the quotation mark that ends a text",
        "EOF while parsing a value" => "breaks off where a value should stand",
        "expected `:`" => "lacks the colon behind the name of a field",
        "expected `,` or `]`" => "lacks a comma or the closing bracket of a list",
        "expected `,` or `}`" => "lacks a comma or the closing bracket of an object",
        "expected ident" => "has a word there that is none of true, false and null",
        "expected value" => "has something there that is no value",
        "expected `\"`" => "lacks a quotation mark",
        "invalid escape" => "has a backslash before a letter that needs none",
        "invalid number" => "has a number there that is not written as numbers are",
        "number out of range" => "has a number there that is too large",
        "key must be a string" => "has a name of a field that is not in quotation marks",
        "trailing comma" => "has a comma before a closing bracket",
        "trailing characters" => "has something behind its end",
        "recursion limit exceeded" => "is nested too deeply",
        said if said.starts_with("control character") => {
            "has a line end or another control character inside a text"
        }
        said if said.contains("escape") || said.contains("code point") => {
            "has a letter written as \\u that is none"
        }
        _ => "has something there that cannot stand there",
    }
}

/// What a type of the trade says of itself is plain already.
fn of_values(said: &str) -> String {
    let named = |before: &str| said.strip_prefix(before)?.split('`').next();
    if let Some(name) = named("missing field `") {
        return format!("lacks the field “{name}”");
    }
    if let Some(name) = named("unknown field `") {
        return format!(
            "has the field “{name}”, which is not known; {}",
            fields(said)
        );
    }
    if let Some(found) = named("unknown variant `") {
        return format!("says “{found}”; write {}", words(said));
    }
    if let Some(name) = named("duplicate field `") {
        return format!("has the field “{name}” twice");
    }
    if said.starts_with("data did not match any variant") {
        return "has none of the forms that can stand there".to_owned();
    }
    let begins = ["invalid type: ", "invalid value: ", "invalid length "];
    let rest = begins.iter().find_map(|begin| said.strip_prefix(begin));
    match rest.map(|rest| rest.split_once(", expected ")) {
        Some(Some((found, wanted))) => format!("is {}; write {}", kind(found), form(wanted)),
        Some(None) => "cannot be as it is".to_owned(),
        None => said.to_owned(),
    }
}

/// The fields that are known.
fn fields(said: &str) -> String {
    match expected(said).as_slice() {
        [] => "no field can stand there".to_owned(),
        names => format!("known are {}", names.join(", ")),
    }
}

/// The words to choose from.
fn words(said: &str) -> String {
    match expected(said).as_slice() {
        [] => "nothing".to_owned(),
        [only] => format!("“{only}”"),
        all => format!("one of {}", all.join(", ")),
    }
}

/// What stands in marks behind the word “expected”.
fn expected(said: &str) -> Vec<&str> {
    let known = said
        .rsplit_once(", expected ")
        .map_or("", |(_, known)| known);
    known.split('`').skip(1).step_by(2).collect()
}

fn kind(found: &str) -> String {
    let inside = found.split('`').nth(1).unwrap_or_default();
    match found.split(' ').next().unwrap_or_default() {
        "string" | "str" | "character" => {
            let text = found.split_once('"').map_or(found, |(_, text)| text);
            let text = text.trim_end_matches('"');
            let begin: String = text.chars().take(60).collect();
            let more = if begin.len() < text.len() { "…" } else { "" };
            format!("“{begin}{more}”")
        }
        "integer" | "floating" | "number" => match inside {
            "" => "a number".to_owned(),
            number => format!("the number {number}"),
        },
        "boolean" => inside.to_owned(),
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "null" | "unit" => "null".to_owned(),
        _ => format!("{found} long"),
    }
}

fn form(wanted: &str) -> String {
    let form = match wanted {
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0 on",
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "a string" | "a borrowed string" | "string or map" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        "unit" => "null",
        text if text.starts_with("struct ") || text.starts_with("internally tagged") => "an object",
        text if text.contains("enum ") => "one of the words of this field",
        text if text.starts_with("a Decimal") => "a number such as “4.25”",
        text => text,
    };
    form.to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::contracts::{Mapping, Use};
    use serde::de::DeserializeOwned;
    use serde_json::Value;
    use std::fmt::Debug;

    fn told<T: DeserializeOwned + Debug>(text: &str) -> String {
        plain(&serde_json::from_str::<T>(text).unwrap_err())
    }

    #[test]
    fn no_fault_of_a_text_speaks_as_the_reader_of_json_does() {
        let texts = [
            ("{\"a\":1", "breaks off before the object is closed"),
            ("[1", "breaks off before the list is closed"),
            (
                "\"a",
                "breaks off before the quotation mark that ends a text",
            ),
            ("", "breaks off where a value should stand"),
            ("{\"a\" 1}", "lacks the colon behind the name of a field"),
            ("[1 2]", "lacks a comma or the closing bracket of a list"),
            (
                "{\"a\":1 \"b\"}",
                "lacks a comma or the closing bracket of an object",
            ),
            (
                "nil",
                "has a word there that is none of true, false and null",
            ),
            ("?", "has something there that is no value"),
            ("\"\\x\"", "has a backslash before a letter that needs none"),
            ("-", "breaks off where a value should stand"),
            (
                "01",
                "has a number there that is not written as numbers are",
            ),
            (
                "{a:1}",
                "has a name of a field that is not in quotation marks",
            ),
            ("[1,]", "has a comma before a closing bracket"),
            ("1 2", "has something behind its end"),
            (
                "\"a\nb\"",
                "has a line end or another control character inside a text",
            ),
            ("\"\\ud800x\"", "has a letter written as \\u that is none"),
        ];
        for (text, expect) in texts {
            assert_eq!(told::<Value>(text), expect, "{text}");
        }
    }

    #[test]
    fn no_fault_of_a_value_speaks_of_types_of_a_language() {
        assert_eq!(told::<Mapping>("{}"), "lacks the field “columns”");
        assert_eq!(
            told::<Mapping>(r#"{"columns": {}, "dayz": 1}"#),
            "has the field “dayz”, which is not known; known are columns, days, number, title"
        );
        let bogus = told::<Use>(r#""bogus""#);
        assert!(
            bogus.starts_with("says “bogus”; write one of number, parent, supplier"),
            "{bogus}"
        );
        assert_eq!(told::<String>("4"), "is the number 4; write text");
        assert_eq!(
            told::<u8>("-1"),
            "is the number -1; write a whole number from 0 on"
        );
        assert_eq!(told::<Vec<u8>>("{}"), "is an object; write a list");
        assert_eq!(told::<bool>("\"yes\""), "is “yes”; write true or false");
    }
}
