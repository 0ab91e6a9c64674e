//! JSON of the field: one text, JSON Lines, or texts one behind the other. Every number
//! keeps the digits with which it was written.

mod lines;
mod number;
mod piece;
mod plain;
mod without;

pub use lines::Place;
pub use number::number;
pub use piece::Piece;
pub(crate) use plain::plain;
pub use without::without;

use crate::{Fault, Finding, decode::decode, finding::Weight};
use interlocal_catalog::Decimal;
use lines::Lines;
use serde_json::{Value, value::RawValue};

/// Bytes of a file at most.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The texts of a file.
#[derive(Debug, Default)]
pub struct Texts {
    whole: String,
    lines: Lines,
    /// From which byte to which each text stands.
    spans: Vec<(usize, usize)>,
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
        let decoded = decode(bytes).map_err(|no_text| Fault {
            line: no_text.line,
            column: no_text.letter,
            ..fault(&no_text.why)
        })?;
        let mut found = Self {
            lines: Lines::of(&decoded.text),
            whole: decoded.text,
            notes: decoded.note.map(str::to_owned).into_iter().collect(),
            ..Self::default()
        };
        let mut at = 0;
        let mut first_error = None;
        while let Some((begun, text)) = begin(&found.whole, at) {
            let mut stream = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
            match stream.next() {
                Some(Ok(_)) => {
                    at = begun + stream.byte_offset();
                    found.spans.push((begun, at));
                }
                Some(Err(error)) => {
                    let next = next_line(text);
                    let (error, broken) = broken_off(text, next).unwrap_or((error, text));
                    let wrong = begun + piece::offset(broken, error.line(), error.column());
                    let place = found.lines.place(&found.whole, wrong);
                    let why = plain(&error);
                    let finding = Finding::new(
                        Weight::Refused,
                        format!("is no JSON: it {why}"),
                        "correct the text and import the file again",
                    );
                    found.findings.push(finding.at(place));
                    first_error.get_or_insert(Fault {
                        line: place.line,
                        column: place.column,
                        ..fault(&format!("is no JSON: it {why}"))
                    });
                    at = begun + next;
                }
                None => break,
            }
        }
        if found.spans.is_empty() {
            return Err(first_error.unwrap_or_else(|| fault("holds no JSON")));
        }
        Ok(found)
    }

    /// The texts, still unread.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let file = (self.whole.as_str(), &self.lines);
        self.spans.iter().map(move |(from, upto)| {
            let raw = self.whole.get(*from..*upto).unwrap_or_default();
            Piece::text(file, raw, *from)
        })
    }
}

/// Passes over blanks; where the next text begins, and everything from there on.
fn begin(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text.get(at..)?;
    let begun = rest.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{1e}', ',']);
    (!begun.is_empty()).then(|| (text.len() - begun.len(), begun))
}

/// Where the next line stands that begins an object or a list; the end where none does.
fn next_line(text: &str) -> usize {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let begins = |at: &usize| {
        text.get(*at..)
            .is_some_and(|rest| rest.starts_with(['{', '[']))
    };
    let mut begun = ends.filter(begins);
    begun.next().unwrap_or(text.len())
}

/// Why the first line of a text is none and that line, where the text breaks off at its
/// end and another one begins on the line behind: who reads on takes that for a part of it.
fn broken_off(text: &str, next: usize) -> Option<(serde_json::Error, &str)> {
    let (line, rest) = (text.get(..next)?.trim_end(), text.get(next..)?);
    if line.contains('\n') || line.ends_with('[') || !line.starts_with(['{', '[']) {
        return None;
    }
    let behind = rest.split('\n').next().unwrap_or_default();
    serde_json::from_str::<&RawValue>(behind).ok()?;
    let error = serde_json::from_str::<&RawValue>(line).err()?;
    error.is_eof().then_some((error, line))
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

/// A number, exactly as it stands; also one that is written as text. None where it has
/// more digits than are reckoned with.
pub(crate) fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => {
            let text = number.as_str();
            let digits = Decimal::from_str_exact(text.split(['e', 'E']).next()?).ok()?;
            match text.contains(['e', 'E']) {
                true => Decimal::from_scientific(text).ok(),
                false => Some(digits),
            }
        }
        Value::String(text) => crate::amount::amount(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Place, Texts};

    fn check(text: &str, expect: &[&str]) {
        let read = Texts::read("x.json", text.as_bytes()).unwrap();
        let texts = read
            .pieces()
            .map(|piece| format!("{} {}", piece.place().line, piece.value().unwrap()));
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
    fn a_number_is_written_as_it_was_read() {
        check(
            "{\"a\":[1.10,12345678901234567.89,-0,1e400,1E-7,100000000000000000000000]}",
            &["1 {\"a\":[1.10,12345678901234567.89,-0,1e+400,1e-7,100000000000000000000000]}"],
        );
    }

    #[test]
    fn a_piece_knows_its_place_and_what_leads_to_it() {
        let text = "\n{\"ä\": [1,\n {\"b\": [ 2]}]}\n[[[[[[[[[[[3]]]]]]]]]]]";
        let texts = Texts::read("x.json", text.as_bytes()).unwrap();
        let pieces: Vec<Piece<'_>> = texts.pieces().collect();
        let entries = pieces[0].fields().unwrap()["ä"].entries().unwrap();
        let inner = entries[1].fields().unwrap()["b"].entries().unwrap();
        let told = |piece: &Piece<'_>| {
            let Place { line, column } = piece.place();
            format!(
                "{line}:{column} {} {}",
                piece.path(),
                piece.value().unwrap()
            )
        };
        assert_eq!(told(&entries[0]), "2:8 ä/0 1");
        assert_eq!(told(&entries[1]), "3:2 ä/1 {\"b\":[2]}");
        assert_eq!(told(&inner[0]), "3:10 ä/1/b/0 2");
        let mut piece = pieces[1].clone();
        let mut depth = 0;
        while let Some(entries) = piece.entries() {
            piece = entries[0].clone();
            depth += 1;
        }
        assert_eq!(
            (depth, told(&piece).as_str()),
            (8, "4:9 0/0/0/0/0/0/0/0 [[[3]]]")
        );
    }

    #[test]
    fn what_could_be_written_and_not_be_read_again_is_refused() {
        for name in [
            "$serde_json::private::Number",
            "\\u0024serde_json::private::RawValue",
        ] {
            let text = format!("[{{\"a\": 1, \"{name}\": \"x\"}}]");
            let texts = Texts::read("x.json", text.as_bytes()).unwrap();
            let list = texts.pieces().next().unwrap();
            let finding = list.entries().unwrap()[0].value().unwrap_err();
            assert_eq!((finding.column, finding.field.as_str()), (2, "0"));
        }
    }

    #[test]
    fn behind_a_text_that_cannot_be_read_the_next_line_is_taken() {
        check(
            "{\"a\":1}\n{\"a\":\n{\"a\":3}",
            &["1 {\"a\":1}", "3 {\"a\":3}", "2 refused"],
        );
        check(
            "{\"a\":1}\n{\"a\" 2}\n{\"a\":3}",
            &["1 {\"a\":1}", "3 {\"a\":3}", "2 refused"],
        );
        let text = "{\"a\":1}\n{\"a\":1,\"b\":\n{\"a\":3}\n{\"a\":4}\n";
        check(
            text,
            &["1 {\"a\":1}", "3 {\"a\":3}", "4 {\"a\":4}", "2 refused"],
        );
        let finding = &Texts::read("x", text.as_bytes()).unwrap().findings[0];
        assert_eq!((finding.line, finding.column), (2, 11), "{finding}");
        assert!(Texts::read("x", b"name,city\n").is_err());
        assert!(Texts::read("x", b"").is_err());
    }
}
