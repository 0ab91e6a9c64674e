//! JSON of the field: one text, JSON Lines, or texts one behind the other, each
//! with the line on which it begins.

use crate::{Fault, Finding, decode::decode, finding::Weight};
use interlocal_catalog::Decimal;
use serde_json::Value;

/// Bytes of a file at most.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The texts of a file.
#[derive(Debug, Default)]
pub struct Texts {
    /// Each with the line on which it begins.
    pub texts: Vec<(u64, Value)>,
    /// Texts that cannot be read.
    pub findings: Vec<Finding>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
}

impl Texts {
    /// Reads a file; errs only where it holds no text at all. Behind one that cannot
    /// be read it goes on with the next line that begins one.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let fault = |message: &str| Fault {
            file: file.to_owned(),
            line: 1,
            column: 1,
            message: message.to_owned(),
        };
        if bytes.len() > MOST_BYTES {
            return Err(fault("is larger than 64 MB: split it"));
        }
        let decoded = decode(bytes).map_err(fault)?;
        let mut found = Self {
            notes: decoded.note.map(str::to_owned).into_iter().collect(),
            ..Self::default()
        };
        let mut rest = decoded.text.as_str();
        let mut line = 1;
        let mut first_error = None;
        while let Some((skipped, begun)) = begin(rest) {
            line += skipped;
            let mut stream = serde_json::Deserializer::from_str(begun).into_iter::<Value>();
            match stream.next() {
                Some(Ok(value)) => {
                    found.texts.push((line, value));
                    let (taken, left) = begun.split_at(stream.byte_offset());
                    line += count_lines(taken);
                    rest = left;
                }
                Some(Err(error)) => {
                    let at = Fault::json(file, line, &error);
                    let finding = Finding::new(
                        Weight::Refused,
                        format!("is no JSON: {}", at.message),
                        "correct the text and import the file again",
                    );
                    found
                        .findings
                        .push(finding.line(at.line).field(format!("letter {}", at.column)));
                    first_error.get_or_insert(at);
                    let (skipped, left) = next_line(begun);
                    line += skipped;
                    rest = left;
                }
                None => break,
            }
        }
        if found.texts.is_empty() {
            return Err(first_error.unwrap_or_else(|| fault("holds no JSON")));
        }
        Ok(found)
    }
}

/// Passes over blanks; how many lines that were, and what follows.
fn begin(text: &str) -> Option<(u64, &str)> {
    let begun = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{1e}', ',']);
    if begun.is_empty() {
        return None;
    }
    let (skipped, _) = text.split_at(text.len() - begun.len());
    Some((count_lines(skipped), begun))
}

/// The next line that begins an object or a list.
fn next_line(text: &str) -> (u64, &str) {
    let mut lines = 0;
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('\n') {
        lines += 1;
        rest = behind;
        if rest.starts_with(['{', '[']) {
            return (lines, rest);
        }
    }
    (lines, "")
}

fn count_lines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// The value of a field of an object; none where there is none or it is null.
pub(crate) fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get(name).filter(|value| !value.is_null())
}

/// The text of a field: a text as it is, a number in digits; empty else.
pub(crate) fn text(value: &Value, name: &str) -> String {
    match field(value, name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The entries of a list of objects.
pub(crate) fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let entries = field(value, name).and_then(Value::as_array);
    entries.into_iter().flatten().filter(|one| one.is_object())
}

/// A number, exactly as it stands; also one that is written as text.
pub(crate) fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            text.parse()
                .ok()
                .or_else(|| Decimal::from_scientific(&text).ok())
        }
        Value::String(text) => crate::amount::amount(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    fn check(text: &str, expect: &[&str]) {
        let read = Texts::read("x.json", text.as_bytes()).unwrap();
        let texts = read
            .texts
            .iter()
            .map(|(line, value)| format!("{line} {value}"));
        let faults = read.findings.iter().map(|f| format!("{} refused", f.line));
        assert_eq!(texts.chain(faults).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn texts_stand_alone_on_lines_or_behind_each_other() {
        check("{\"a\":1}", &["1 {\"a\":1}"]);
        check(
            "\u{feff}{\"a\":1}\n\n{\"a\":2}\n",
            &["1 {\"a\":1}", "3 {\"a\":2}"],
        );
        check("{\n\"a\":1\n}{\"a\":2}", &["1 {\"a\":1}", "3 {\"a\":2}"]);
        check("[1]\r\n[2]", &["1 [1]", "2 [2]"]);
    }

    #[test]
    fn behind_a_text_that_cannot_be_read_the_next_line_is_taken() {
        check(
            "{\"a\":1}\n{\"a\":\n{\"a\":3}",
            &["1 {\"a\":1}", "3 {\"a\":3}", "3 refused"],
        );
        check(
            "{\"a\":1}\n{\"a\" 2}\n{\"a\":3}",
            &["1 {\"a\":1}", "3 {\"a\":3}", "2 refused"],
        );
        assert!(Texts::read("x", b"name,city\n").is_err());
        assert!(Texts::read("x", b"").is_err());
    }
}
