//! A value of an address, held to what the document says of its parameter.

use serde_json::Value;

/// Why a value cannot stand; none where it can.
pub(super) fn fault(schema: &Value, said: &str) -> Option<String> {
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return of_words(&words, said);
    }
    if schema["type"] == "integer" {
        return of_integer(schema, said);
    }
    let most = usize::try_from(schema["maxLength"].as_u64()?).ok()?;
    let is_longer = said.chars().count() > most;
    is_longer.then(|| format!("is too long; {most} letters at most"))
}

fn of_words(words: &[&str], said: &str) -> Option<String> {
    let known = words.join(", ");
    match said {
        said if words.contains(&said) => None,
        "" => Some(format!("is empty; leave it out, or send one of {known}")),
        said => Some(format!("“{}” is none of {known}", begin(said))),
    }
}

fn of_integer(schema: &Value, said: &str) -> Option<String> {
    let least = schema["minimum"].as_i64().unwrap_or(i64::MIN);
    let most = schema["maximum"].as_i64().unwrap_or(i64::MAX);
    let digits = said.strip_prefix('-').unwrap_or(said);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = said.parse::<i64>().ok().filter(|_| is_whole);
    match number {
        Some(number) if (least..=most).contains(&number) => None,
        _ if said.is_empty() => Some(format!(
            "is empty; leave it out, or send a whole number from {least} to {most}"
        )),
        _ => Some(format!(
            "“{}” is no whole number from {least} to {most}",
            begin(said)
        )),
    }
}

/// The beginning of what was said.
fn begin(said: &str) -> String {
    let begin: String = said.chars().take(60).collect();
    let more = if begin.len() < said.len() { "…" } else { "" };
    format!("{begin}{more}")
}

#[cfg(test)]
mod tests {
    use super::fault;
    use serde_json::json;

    #[test]
    fn a_value_is_one_of_the_words_or_a_number_between_the_bounds() {
        let words = json!({"type": "string", "enum": ["yes", "no"]});
        assert_eq!(fault(&words, "no"), None);
        assert_eq!(fault(&words, "zzz").unwrap(), "“zzz” is none of yes, no");
        assert!(fault(&words, "").unwrap().starts_with("is empty"));
        let number = json!({"type": "integer", "minimum": 1, "maximum": 100});
        for fits in ["1", "100", "007"] {
            assert_eq!(fault(&number, fits), None, "{fits}");
        }
        for wrong in [
            "0",
            "101",
            "-1",
            "+5",
            " 5",
            "1.0",
            "x",
            "99999999999999999999",
        ] {
            let why = fault(&number, wrong).unwrap();
            assert_eq!(why, format!("“{wrong}” is no whole number from 1 to 100"));
        }
        assert!(
            fault(&number, "")
                .unwrap()
                .starts_with("is empty; leave it out")
        );
        let text = json!({"type": "string", "maxLength": 3});
        assert_eq!(fault(&text, "äöü"), None);
        assert_eq!(
            fault(&text, "four").unwrap(),
            "is too long; 3 letters at most"
        );
    }
}
