//! What every page announces for some days.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnnouncementKind {
    /// Good to know.
    #[default]
    Information,
    /// Something will not work, or works otherwise.
    Warning,
}

impl AnnouncementKind {
    /// Every kind.
    pub const ALL: [AnnouncementKind; 2] =
        [AnnouncementKind::Information, AnnouncementKind::Warning];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            AnnouncementKind::Information => "information",
            AnnouncementKind::Warning => "warning",
        }
    }

    /// The kind that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its row.
    pub id: i32,
    /// What it says.
    pub words: String,
    /// How much it matters.
    pub kind: AnnouncementKind,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; none until it is taken back.
    pub until_on: Option<NaiveDate>,
}

impl Announcement {
    /// Whether it stands on a day; both ends are inside.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.from_on <= day && self.until_on.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::{Announcement, AnnouncementKind};
    use chrono::NaiveDate;

    #[test]
    fn it_stands_on_its_first_and_on_its_last_day() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let announcement = Announcement {
            id: 1,
            words: "x".into(),
            kind: AnnouncementKind::Warning,
            from_on: day(2),
            until_on: Some(day(3)),
        };
        let stands: Vec<bool> = (1..=4).map(|d| announcement.stands_on(day(d))).collect();
        assert_eq!(stands, [false, true, true, false]);
    }
}
