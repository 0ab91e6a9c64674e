//! Typed facts that comparison uses, where a category has them.

mod says;

use rust_decimal::Decimal;
use says::{Says, in_one_unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$item_doc])* #[serde(rename = $word)] $item,)+
        }

        impl $name {
            /// Every one, in the order of forms.
            pub const ALL: &'static [$name] = &[$($name::$item),+];

            /// The word in rows and forms.
            pub fn word(self) -> &'static str {
                match self { $($name::$item => $word,)+ }
            }

            /// The words on pages.
            pub fn label(self) -> &'static str {
                match self { $($name::$item => $label,)+ }
            }

            /// The one that a word names.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.word() == word)
            }
        }
    };
}

words! {
    /// A function of the NIST Cybersecurity Framework 2.0.
    CsfFunction {
        /// Govern.
        Govern = "govern" "Govern",
        /// Identify.
        Identify = "identify" "Identify",
        /// Protect.
        Protect = "protect" "Protect",
        /// Detect.
        Detect = "detect" "Detect",
        /// Respond.
        Respond = "respond" "Respond",
        /// Recover.
        Recover = "recover" "Recover",
    }
}

words! {
    /// When somebody watches.
    Coverage {
        /// Day and night, every day.
        AroundTheClock = "around_the_clock" "24 hours, every day",
        /// Longer than an office is open.
        Extended = "extended" "Longer than business hours",
        /// While offices are open.
        BusinessHours = "business_hours" "Business hours",
    }
}

words! {
    /// What carries a connection.
    Technology {
        /// Fiber.
        Fiber = "fiber" "Fiber",
        /// Fixed wireless.
        FixedWireless = "fixed_wireless" "Fixed wireless",
        /// Microwave.
        Microwave = "microwave" "Microwave",
        /// Coaxial cable.
        Cable = "cable" "Cable",
        /// Copper.
        Copper = "copper" "Copper",
        /// Mobile network.
        Mobile = "mobile" "Mobile network",
        /// Satellite.
        Satellite = "satellite" "Satellite",
    }
}

words! {
    /// Which part of the way a connection is.
    Segment {
        /// Between cities.
        Backbone = "backbone" "Backbone",
        /// From the backbone to a town.
        MiddleMile = "middle_mile" "Middle mile",
        /// To the building.
        LastMile = "last_mile" "Last mile",
    }
}

words! {
    /// Who pays for building a connection.
    Construction {
        /// It is inside the price.
        Included = "included" "Inside the price",
        /// Both share it.
        Shared = "shared" "Shared with the user",
        /// The user pays.
        ByUser = "by_user" "Paid by the user",
        /// It is quoted for each site.
        Quoted = "quoted" "Quoted for each site",
    }
}

/// Facts by category; a group that is absent states nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Facts {
    /// Cybersecurity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cybersecurity: Option<Cybersecurity>,
    /// Broadband and networks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broadband: Option<Broadband>,
    /// Backup and disaster recovery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
}

impl Facts {
    /// The facts that a first-level category has; those of others mean nothing there.
    pub fn only_of(self, first_level: &str) -> Facts {
        Facts {
            cybersecurity: self
                .cybersecurity
                .filter(|_| first_level == "cybersecurity"),
            broadband: self.broadband.filter(|_| first_level == "broadband"),
            backup: self.backup.filter(|_| first_level == "backup-recovery"),
        }
    }
}

/// Facts of a cybersecurity service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Cybersecurity {
    /// Functions of the NIST Cybersecurity Framework.
    pub functions: Vec<CsfFunction>,
    /// When somebody watches.
    pub coverage: Option<Coverage>,
    /// Minutes until somebody responds.
    pub response_minutes: Option<u32>,
    /// What it watches: endpoints, network, mail …
    pub watches: Vec<String>,
    /// Where data stays.
    pub data_residency: String,
}

/// Facts of a connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Broadband {
    /// What carries it.
    pub technology: Option<Technology>,
    /// Greatest speed towards the user, megabits a second.
    pub down_mbps: Option<u32>,
    /// Greatest speed from the user, megabits a second.
    pub up_mbps: Option<u32>,
    /// Whether both speeds are the same.
    pub symmetric: Option<bool>,
    /// Which part of the way it is.
    pub segment: Option<Segment>,
    /// Percent of the time it is promised to be up.
    #[serde(with = "rust_decimal::serde::str_option")]
    #[schemars(with = "Option<String>")]
    pub availability_percent: Option<Decimal>,
    /// Who pays for building it.
    pub construction: Option<Construction>,
}

/// Facts of a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Backup {
    /// Minutes of work that may be lost (RPO).
    pub rpo_minutes: Option<u32>,
    /// Minutes until it runs again (RTO).
    pub rto_minutes: Option<u32>,
    /// Days for which copies are kept.
    pub retention_days: Option<u32>,
    /// Whether copies cannot be changed.
    pub immutable: Option<bool>,
    /// How copies are encrypted.
    pub encryption: String,
    /// Where the second site lies.
    pub site_region: String,
    /// Miles to the second site.
    pub site_miles: Option<u32>,
    /// Restore tests a year.
    pub restore_tests_a_year: Option<u32>,
}

/// A fact that is stated, ready for a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What it is about.
    pub label: &'static str,
    /// What is said.
    pub words: String,
}

impl Facts {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Every fact that is stated, in order.
    pub fn stated(&self) -> Vec<Stated> {
        [
            self.cybersecurity.as_ref().map(Cybersecurity::rows),
            self.broadband.as_ref().map(Broadband::rows),
            self.backup.as_ref().map(Backup::rows),
        ]
        .into_iter()
        .flatten()
        .flatten()
        .map(|(label, says)| Stated {
            label,
            words: says.alone(),
        })
        .filter(|stated| !stated.words.is_empty())
        .collect()
    }
}

/// A fact and what is said of it.
type Row = (&'static str, Says);

/// The facts of several offerings side by side: every fact of a group that any of them
/// states something of, with the words of each, in one unit a row; empty where one does
/// not state it.
pub fn side_by_side(all: &[&Facts]) -> Vec<(&'static str, Vec<String>)> {
    let mut out = beside(
        all,
        |facts| facts.cybersecurity.as_ref(),
        Cybersecurity::rows,
    );
    out.extend(beside(
        all,
        |facts| facts.broadband.as_ref(),
        Broadband::rows,
    ));
    out.extend(beside(all, |facts| facts.backup.as_ref(), Backup::rows));
    out
}

fn beside<T: Default>(
    all: &[&Facts],
    group: fn(&Facts) -> Option<&T>,
    rows: fn(&T) -> Vec<Row>,
) -> Vec<(&'static str, Vec<String>)> {
    if all.iter().all(|facts| group(facts).is_none()) {
        return Vec::new();
    }
    let nothing = T::default();
    let columns: Vec<Vec<Row>> = all
        .iter()
        .map(|facts| rows(group(facts).unwrap_or(&nothing)))
        .collect();
    rows(&nothing)
        .into_iter()
        .enumerate()
        .map(|(at, (label, _))| {
            let cells: Vec<&Says> = columns
                .iter()
                .filter_map(|column| column.get(at).map(|(_, says)| says))
                .collect();
            (label, in_one_unit(&cells))
        })
        .collect()
}

impl Cybersecurity {
    fn rows(&self) -> Vec<Row> {
        let functions: Vec<&str> = self.functions.iter().map(|f| f.label()).collect();
        vec![
            ("Functions (NIST CSF)", Says::Words(functions.join(", "))),
            ("Coverage", word(self.coverage.map(Coverage::label))),
            ("Response", Says::Minutes(self.response_minutes)),
            ("Watches", Says::Words(self.watches.join(", "))),
            ("Data stays in", Says::Words(self.data_residency.clone())),
        ]
    }
}

impl Broadband {
    fn rows(&self) -> Vec<Row> {
        let level = self
            .availability_percent
            .map(|p| format!("{}% of the time", p.normalize()));
        let construction = self.construction.map(Construction::label);
        vec![
            ("Technology", word(self.technology.map(Technology::label))),
            ("Speed down", Says::Count(self.down_mbps, "Mbps")),
            ("Speed up", Says::Count(self.up_mbps, "Mbps")),
            ("Symmetric", yes_or_no(self.symmetric)),
            ("Part of the way", word(self.segment.map(Segment::label))),
            ("Service level", Says::Words(level.unwrap_or_default())),
            ("Construction", word(construction)),
        ]
    }
}

impl Backup {
    fn rows(&self) -> Vec<Row> {
        vec![
            ("Recovery point (RPO)", Says::Minutes(self.rpo_minutes)),
            ("Recovery time (RTO)", Says::Minutes(self.rto_minutes)),
            ("Copies are kept", Says::Count(self.retention_days, "days")),
            ("Copies cannot be changed", yes_or_no(self.immutable)),
            ("Encryption", Says::Words(self.encryption.clone())),
            ("Second site", Says::Words(self.site_region.clone())),
            (
                "Distance of the second site",
                Says::Count(self.site_miles, "miles"),
            ),
            (
                "Restore tests",
                Says::Count(self.restore_tests_a_year, "a year"),
            ),
        ]
    }
}

fn word(label: Option<&'static str>) -> Says {
    Says::Words(label.unwrap_or_default().to_owned())
}

fn yes_or_no(fact: Option<bool>) -> Says {
    word(fact.map(|fact| if fact { "Yes" } else { "No" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_stated_is_absent_and_times_are_said_in_words() {
        let facts = Facts {
            backup: Some(Backup {
                rpo_minutes: Some(90),
                rto_minutes: Some(1440),
                immutable: Some(false),
                ..Backup::default()
            }),
            ..Facts::default()
        };
        let said: Vec<String> = facts
            .stated()
            .into_iter()
            .map(|fact| format!("{}: {}", fact.label, fact.words))
            .collect();
        assert_eq!(
            said,
            [
                "Recovery point (RPO): 90 minutes",
                "Recovery time (RTO): 1 day",
                "Copies cannot be changed: No"
            ]
        );
    }

    #[test]
    fn facts_of_several_stand_side_by_side_and_gaps_stay_empty() {
        let backup = |rpo_minutes| Facts {
            backup: Some(Backup {
                rpo_minutes,
                ..Backup::default()
            }),
            ..Facts::default()
        };
        let (one, none, other) = (backup(Some(60)), Facts::default(), backup(None));
        let rows = side_by_side(&[&one, &none, &other]);
        assert_eq!(rows.len(), 8);
        assert_eq!(rows[0].0, "Recovery point (RPO)");
        assert_eq!(rows[0].1, ["1 hour", "", ""]);
        assert!(side_by_side(&[&none, &none]).is_empty());
    }

    #[test]
    fn a_row_of_times_has_one_unit_in_which_every_figure_is_whole() {
        let cells = |minutes: &[u32]| {
            let all: Vec<Facts> = minutes
                .iter()
                .map(|minutes| Facts {
                    backup: Some(Backup {
                        rto_minutes: Some(*minutes),
                        ..Backup::default()
                    }),
                    ..Facts::default()
                })
                .collect();
            let all: Vec<&Facts> = all.iter().collect();
            let rows = side_by_side(&all);
            assert_eq!(rows[1].0, "Recovery time (RTO)");
            rows[1].1.join(" | ")
        };
        assert_eq!(cells(&[1440, 240]), "24 hours | 4 hours");
        assert_eq!(
            cells(&[1440, 60, 15]),
            "1,440 minutes | 60 minutes | 15 minutes"
        );
        assert_eq!(cells(&[1440, 10_080]), "1 day | 7 days");
        assert_eq!(cells(&[0, 1440]), "at once | 1 day");
        assert_eq!(cells(&[0]), "at once");
    }

    #[test]
    fn a_row_of_speeds_or_counts_has_one_unit_too() {
        let line = |down_mbps| Facts {
            broadband: Some(Broadband {
                down_mbps: Some(down_mbps),
                ..Broadband::default()
            }),
            ..Facts::default()
        };
        let rows = side_by_side(&[&line(100), &line(10_000)]);
        assert_eq!(rows[1].1, ["100 Mbps", "10,000 Mbps"]);
        let day = Backup {
            retention_days: Some(1),
            ..Backup::default()
        };
        assert_eq!(day.rows()[2].1.alone(), "1 day");
    }

    #[test]
    fn an_edition_from_before_the_facts_reads_without_them() {
        let facts: Facts = serde_json::from_str("{}").unwrap();
        assert!(facts.is_empty());
        assert_eq!(serde_json::to_string(&facts).unwrap(), "{}");
    }
}
