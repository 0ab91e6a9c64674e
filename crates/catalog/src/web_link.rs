//! Links of a listing to pages elsewhere, and when one of them counts as broken.

use crate::{changes::Field, details::DocumentPlace, offering::Content};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Bytes that a link may have to be looked after.
pub const LONGEST: usize = 2_000;
/// Times that nobody answers before a link counts as broken.
const SILENCES: u32 = 3;

/// The links of a content, each with where it stands, without repetition.
pub fn links(content: &Content) -> Vec<(Field, String)> {
    let details = &content.details;
    let mut all: Vec<(Field, &str)> = vec![
        (Field::Website, &content.url),
        (Field::HowToJoin, &content.how_to_join),
        (Field::Source, &content.source_words),
    ];
    for addendum in &details.addenda {
        all.push((Field::Addenda, &addendum.url));
    }
    for document in &details.documents {
        if let DocumentPlace::Link { url } = &document.place {
            all.push((Field::Documents, url));
        }
    }
    let mut seen = BTreeSet::new();
    all.into_iter()
        .flat_map(|(field, text)| in_text(text).map(move |link| (field, link)))
        .filter(|(_, link)| seen.insert(link.clone()))
        .collect()
}

/// The links that stand in a text, without the marks that end its sentences.
fn in_text(text: &str) -> impl Iterator<Item = String> {
    let apart = |c: char| c.is_whitespace() || c.is_control() || "\"<>“”|".contains(c);
    text.split(apart).filter_map(|word| {
        let lower = word.to_ascii_lowercase();
        let start = ["https://", "http://"]
            .iter()
            .filter_map(|scheme| lower.find(scheme))
            .min()?;
        let link = word.get(start..)?;
        let link = link.trim_end_matches(|c: char| ".,;:!?)]}'’".contains(c));
        let named = link
            .split_once("://")
            .is_some_and(|(_, rest)| !rest.is_empty());
        (named && link.len() <= LONGEST).then(|| link.to_owned())
    })
}

/// The server that a link names, as far as politeness needs to know it.
pub fn server(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest)
}

/// What came of asking after a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkAnswer {
    /// The page is there.
    Answers,
    /// The server says that there is no such page.
    NoSuchPage,
    /// One redirect leads to the next without an end.
    Circles,
    /// The server answers, but does not say whether the page is there.
    Unclear,
    /// It is not asked: it leads to a network that is not public.
    NotAsked,
    /// Nobody answers; this may be the fault of either end.
    Silence,
}

impl LinkAnswer {
    /// What a status of HTTP says. Servers that ask for more than a program gives, or
    /// have a bad day, do not say that the page is gone.
    pub fn of_status(status: u16) -> Self {
        match status {
            200..=299 => LinkAnswer::Answers,
            404 | 410 => LinkAnswer::NoSuchPage,
            500..=599 => LinkAnswer::Silence,
            _ => LinkAnswer::Unclear,
        }
    }

    /// The word in rows.
    pub fn word(self) -> &'static str {
        match self {
            LinkAnswer::Answers => "answers",
            LinkAnswer::NoSuchPage => "no_such_page",
            LinkAnswer::Circles => "circles",
            LinkAnswer::Unclear => "unclear",
            LinkAnswer::NotAsked => "not_asked",
            LinkAnswer::Silence => "silence",
        }
    }
}

/// The last time that a link was asked after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkCheck {
    /// The link.
    pub link: String,
    /// What came of it.
    pub answer: LinkAnswer,
    /// The status of HTTP, where a server gave one.
    pub status: Option<u16>,
    /// Why nobody was asked or answered, in the words of the machine.
    pub why: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// How often nobody answered, one time after the other, while others did.
    pub silences: u32,
    /// Since when nobody answers.
    pub silent_since: Option<NaiveDate>,
}

impl LinkCheck {
    /// Whether it leads nowhere. Once without an answer proves nothing.
    pub fn is_broken(&self) -> bool {
        match self.answer {
            LinkAnswer::NoSuchPage | LinkAnswer::Circles => true,
            LinkAnswer::Silence => self.silences >= SILENCES,
            LinkAnswer::Answers | LinkAnswer::Unclear | LinkAnswer::NotAsked => false,
        }
    }

    /// The same with the silence before it counted: `before` is the check before this
    /// one, and `others_answered` tells that this portal reaches anything at all.
    pub fn after(self, before: Option<&LinkCheck>, others_answered: bool) -> Self {
        if self.answer != LinkAnswer::Silence {
            return Self {
                silences: 0,
                silent_since: None,
                ..self
            };
        }
        let count = before.map_or(0, |before| before.silences);
        let since = before.and_then(|before| before.silent_since);
        if others_answered {
            Self {
                silences: count + 1,
                silent_since: since.or(Some(self.asked_at.date_naive())),
                ..self
            }
        } else {
            Self {
                silences: count,
                silent_since: since,
                ..self
            }
        }
    }

    /// When it is asked after again, where links are asked after every so many days:
    /// sooner where something is wrong, within the hour where nobody could be reached.
    pub fn again_at(&self, days: u32, others_answered: bool) -> DateTime<Utc> {
        let pause = match self.answer {
            LinkAnswer::Silence if !others_answered => TimeDelta::hours(1),
            LinkAnswer::Silence | LinkAnswer::NoSuchPage | LinkAnswer::Circles => {
                TimeDelta::days(1)
            }
            _ => TimeDelta::days(i64::from(days.max(1))),
        };
        self.asked_at + pause
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkAnswer, LinkCheck, in_text, server};
    use chrono::{TimeDelta, TimeZone, Utc};

    #[test]
    fn links_are_found_in_the_words_of_a_text() {
        let check = |text: &str, expect: &[&str]| {
            assert_eq!(in_text(text).collect::<Vec<_>>(), expect, "{text:?}");
        };
        check("", &[]);
        check("Write to the office.", &[]);
        check("https://a.example/x?y=1#z", &["https://a.example/x?y=1#z"]);
        check(
            "Fill in the form (https://a.example/form), then see HTTP://b.example.\nDone",
            &["https://a.example/form", "HTTP://b.example"],
        );
        check(
            "https://a.example|https://b.example",
            &["https://a.example", "https://b.example"],
        );
        check("javascript:alert(1) ftp://a.example http://", &[]);
        check(&format!("https://a.example/{}", "x".repeat(2_000)), &[]);
    }

    #[test]
    fn a_server_is_what_stands_before_the_path() {
        for link in [
            "https://a.example:80/x",
            "http://a.example:80?x",
            "http://a.example:80",
        ] {
            assert_eq!(server(link), "a.example:80");
        }
    }

    fn silent(days: i64) -> LinkCheck {
        LinkCheck {
            link: "https://a.example".into(),
            answer: LinkAnswer::Silence,
            status: None,
            why: "no route".into(),
            asked_at: Utc.timestamp_opt(1_800_000_000, 0).unwrap() + TimeDelta::days(days),
            silences: 0,
            silent_since: None,
        }
    }

    #[test]
    fn silence_counts_only_while_others_answer_and_breaks_a_link_at_the_third_time() {
        let offline = silent(0).after(None, false);
        assert_eq!((offline.silences, offline.is_broken()), (0, false));
        let first = silent(1).after(Some(&offline), true);
        let second = silent(2).after(Some(&first), true);
        let away = silent(3).after(Some(&second), false);
        assert_eq!((away.silences, away.is_broken()), (2, false));
        let third = silent(4).after(Some(&away), true);
        assert!(third.is_broken());
        assert_eq!(third.silent_since, Some(first.asked_at.date_naive()));
        let back = LinkCheck {
            answer: LinkAnswer::Answers,
            ..silent(5)
        };
        let back = back.after(Some(&third), true);
        assert_eq!((back.silences, back.silent_since), (0, None));
    }

    #[test]
    fn only_a_server_that_says_so_breaks_a_link_at_once() {
        let check = |status: u16, broken: bool, days: i64| {
            let check = LinkCheck {
                answer: LinkAnswer::of_status(status),
                ..silent(0)
            };
            let check = check.after(None, true);
            assert_eq!(check.is_broken(), broken, "{status}");
            let again = check.again_at(7, true) - check.asked_at;
            assert_eq!(again, TimeDelta::days(days), "{status}");
        };
        check(200, false, 7);
        check(204, false, 7);
        check(404, true, 1);
        check(410, true, 1);
        check(401, false, 7);
        check(403, false, 7);
        check(429, false, 7);
        check(304, false, 7);
        check(500, false, 1);
        check(503, false, 1);
        let offline = silent(0);
        assert_eq!(
            offline.again_at(7, false) - offline.asked_at,
            TimeDelta::hours(1)
        );
    }
}
