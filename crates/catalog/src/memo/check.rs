//! Checking a file that says it is a frozen memo.

use super::{FORMAT, FrozenMemo, canonical, exact::Exact, sha256};
use serde_json::Value;

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// Its content is what its hash says.
    Whole {
        /// The memo.
        memo: Box<FrozenMemo>,
        /// Its hash.
        sha256: String,
    },
    /// Its content is not what its hash says.
    Changed {
        /// The hash that the file states.
        stated: String,
        /// The hash of what it holds.
        found: String,
    },
    /// The memo is whole, but an edition in it is not what its own hash says.
    EditionChanged {
        /// Title of the option.
        title: String,
    },
    /// It is no memo, or not written as the portal writes one.
    NoMemo(String),
}

/// Checks the text of a file.
pub fn check(text: &str) -> Checked {
    let text = text.trim().trim_start_matches('\u{feff}');
    let value = match serde_json::from_str::<Exact>(text) {
        Ok(Exact(value)) => value,
        Err(why) if why.is_data() => return Checked::NoMemo(format!("{why}.")),
        Err(why) => return Checked::NoMemo(format!("It is no JSON: {why}.")),
    };
    let (Some(content), Some(Value::String(stated))) = (value.get("content"), value.get("sha256"))
    else {
        return Checked::NoMemo("It has no content with a hash.".to_owned());
    };
    let stated = stated.to_ascii_lowercase();
    // The hash is that of the canonical text: how the file sets white space, keys and
    // escapes says nothing.
    let found = sha256(&canonical(content));
    if found != stated {
        return Checked::Changed { stated, found };
    }
    if value.as_object().is_some_and(|fields| fields.len() > 2) {
        return Checked::NoMemo("Beside content and hash it holds something more.".to_owned());
    }
    let memo = match serde_json::from_value::<FrozenMemo>(content.clone()) {
        Ok(memo) if memo.format == FORMAT => memo,
        Ok(memo) => return Checked::NoMemo(format!("Its form is “{}”.", memo.format)),
        Err(why) => return Checked::NoMemo(format!("It is no memo: {why}.")),
    };
    let changed = memo
        .options
        .iter()
        .find(|option| !option.edition.is_whole());
    match changed {
        Some(option) => Checked::EditionChanged {
            title: option.title.clone(),
        },
        None => Checked::Whole {
            memo: Box::new(memo),
            sha256: stated,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::frozen::file;
    use super::*;
    use crate::memo::{FrozenEdition, FrozenOption, FrozenVerdict, Named};

    fn memo() -> FrozenMemo {
        let named = Named {
            key: "county-39001".into(),
            name: "Adams County, Ohio".into(),
        };
        let content = serde_json::json!({"slug": "vault", "max_miles": "40.0"});
        FrozenMemo {
            format: FORMAT.into(),
            portal: "http://127.0.0.1:8080".into(),
            number: 1,
            frozen_at: "2026-11-22T12:00:00Z".into(),
            version: 2,
            body: named.clone(),
            government: named.clone(),
            title: "Backup “off site”".into(),
            need: "A\nneed \\ of \"ours\"".into(),
            years: 3,
            quantities: vec![("tb".into(), "4.5".into())],
            considered: Vec::new(),
            options: vec![FrozenOption {
                slug: "vault".into(),
                title: "Vault".into(),
                provider: named,
                status: crate::offering::Status::Published,
                edition: FrozenEdition {
                    number: 1,
                    published_at: "2026-11-01T12:00:00Z".into(),
                    sha256: sha256(&canonical(&content)),
                    content,
                },
                verdict: FrozenVerdict {
                    outcome: crate::eligibility::Outcome::Yes,
                    steps_left: 0,
                    confidence: crate::eligibility::Confidence::Listed,
                    source: "https://example.org".into(),
                    checked_on: chrono::NaiveDate::default(),
                    links: Vec::new(),
                },
                prices: Vec::new(),
                cost: Vec::new(),
                price_basis: String::new(),
                choice: crate::memo::Choice::Chosen,
                why: "It is near.".into(),
            }],
            approvals: Vec::new(),
            attachments: Vec::new(),
        }
    }

    fn downloaded(memo: &FrozenMemo) -> String {
        let text = memo.text();
        file(&text, &sha256(&text))
    }

    #[test]
    fn a_file_as_it_was_downloaded_is_whole() {
        let file = downloaded(&memo());
        assert!(matches!(check(&file), Checked::Whole { memo: read, .. } if *read == memo()));
        let value: Value = serde_json::from_str(&file).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert!(matches!(check(&pretty), Checked::Whole { .. }));
        assert!(matches!(
            check(&format!("\u{feff}{file}\n")),
            Checked::Whole { .. }
        ));
    }

    #[test]
    fn the_same_content_in_another_writing_is_whole() {
        let file = downloaded(&memo());
        let mut ascii = String::new();
        for letter in file.chars() {
            match letter.is_ascii() {
                true => ascii.push(letter),
                false => ascii.push_str(&format!("\\u{:04x}", u32::from(letter))),
            }
        }
        assert!(ascii.is_ascii() && ascii.contains("\\u201c"), "{ascii}");
        assert!(matches!(check(&ascii), Checked::Whole { .. }));
        let value: Value = serde_json::from_str(&file).unwrap();
        let (content, hash) = (&value["content"], &value["sha256"]);
        let turned = format!("{{\"sha256\": {hash}, \"content\": {content}}}");
        assert!(matches!(check(&turned), Checked::Whole { .. }));
        let changed = ascii.replacen("\\u201c", "\\u201d", 1);
        assert!(matches!(check(&changed), Checked::Changed { .. }));
    }

    #[test]
    fn nothing_stands_beside_content_and_hash() {
        let file = downloaded(&memo());
        let more = file.replacen("{\"content\"", "{\"approved\":true,\"content\"", 1);
        assert!(matches!(check(&more), Checked::NoMemo(_)));
    }

    #[test]
    fn one_letter_less_or_more_is_seen() {
        let file = downloaded(&memo());
        for (before, after) in [
            ("It is near.", "It is cheap."),
            ("\"4.5\"", "\"45\""),
            ("\"chosen\"", "\"not_chosen\""),
            ("\"number\":1,", "\"number\":2,"),
        ] {
            assert!(file.contains(before), "{before}");
            let changed = file.replacen(before, after, 1);
            assert!(
                matches!(check(&changed), Checked::Changed { .. }),
                "{after}"
            );
        }
    }

    #[test]
    fn a_key_that_stands_twice_or_a_number_for_text_is_refused() {
        let file = downloaded(&memo());
        let twice = file.replacen("\"years\":3", "\"years\":9,\"years\":3", 1);
        let Checked::NoMemo(why) = check(&twice) else {
            panic!("{:?}", check(&twice));
        };
        assert!(why.starts_with("“years” stands twice"), "{why}");
        let again = file.replacen("\"sha256\":\"", "\"sha256\":\"0\",\"sha256\":\"", 1);
        assert!(matches!(check(&again), Checked::NoMemo(_)));
        let number = file.replacen("\"max_miles\":\"40.0\"", "\"max_miles\":40.0", 1);
        assert!(
            matches!(check(&number), Checked::NoMemo(_)),
            "{:?}",
            check(&number)
        );
    }

    #[test]
    fn what_one_trick_adds_another_cannot_take_away() {
        let file = downloaded(&memo());
        let twice = file.replacen("\"years\":3", "\"years\":9,\"years\":3", 1);
        let spare = twice.len() - file.len();
        let mut evened = twice;
        for _ in 0..spare.div_ceil(2) {
            evened = evened.replacen("\"40.0\"", "40.0", 1);
        }
        assert!(matches!(check(&evened), Checked::NoMemo(_)));
        let moved = file.replacen("{\"content\":", "{ \"content\" :", 1);
        assert!(matches!(check(&moved), Checked::Whole { .. }));
    }

    #[test]
    fn an_edition_that_was_exchanged_is_seen_even_under_a_new_hash() {
        let mut memo = memo();
        memo.options[0].edition.content["slug"] = "other".into();
        let found = check(&downloaded(&memo));
        assert!(matches!(found, Checked::EditionChanged { .. }), "{found:?}");
    }

    #[test]
    fn what_is_no_memo_is_called_none() {
        for text in [
            "",
            "{}",
            "[1,2]",
            "some words",
            "{\"content\":{},\"sha256\":\"x\"}",
        ] {
            assert!(!matches!(check(text), Checked::Whole { .. }), "{text}");
        }
        let other = serde_json::json!({"a": 1});
        let text = canonical(&other);
        assert!(matches!(
            check(&file(&text, &sha256(&text))),
            Checked::NoMemo(_)
        ));
    }
}
