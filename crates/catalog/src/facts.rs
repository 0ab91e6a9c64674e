//! Typed facts that comparison uses, where a category has them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// Facts of a cybersecurity service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    pub availability_percent: Option<Decimal>,
    /// Who pays for building it.
    pub construction: Option<Construction>,
}

/// Facts of a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
        let mut out = Vec::new();
        if let Some(facts) = &self.cybersecurity {
            let functions: Vec<&str> = facts.functions.iter().map(|f| f.label()).collect();
            out.push(("Functions (NIST CSF)", functions.join(", ")));
            out.push(("Coverage", word(facts.coverage.map(Coverage::label))));
            out.push(("Response", minutes(facts.response_minutes)));
            out.push(("Watches", facts.watches.join(", ")));
            out.push(("Data stays in", facts.data_residency.clone()));
        }
        if let Some(facts) = &self.broadband {
            out.push(("Technology", word(facts.technology.map(Technology::label))));
            out.push(("Speed down", counted(facts.down_mbps, "Mbps")));
            out.push(("Speed up", counted(facts.up_mbps, "Mbps")));
            out.push(("Symmetric", yes_or_no(facts.symmetric)));
            out.push(("Part of the way", word(facts.segment.map(Segment::label))));
            let percent = facts.availability_percent;
            let level = percent.map(|p| format!("{}% of the time", p.normalize()));
            out.push(("Service level", level.unwrap_or_default()));
            let construction = facts.construction.map(Construction::label);
            out.push(("Construction", word(construction)));
        }
        if let Some(facts) = &self.backup {
            out.push(("Recovery point (RPO)", minutes(facts.rpo_minutes)));
            out.push(("Recovery time (RTO)", minutes(facts.rto_minutes)));
            out.push(("Copies are kept", counted(facts.retention_days, "days")));
            out.push(("Copies cannot be changed", yes_or_no(facts.immutable)));
            out.push(("Encryption", facts.encryption.clone()));
            out.push(("Second site", facts.site_region.clone()));
            let miles = counted(facts.site_miles, "miles");
            out.push(("Distance of the second site", miles));
            let tests = counted(facts.restore_tests_a_year, "a year");
            out.push(("Restore tests", tests));
        }
        out.into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(label, words)| Stated { label, words })
            .collect()
    }
}

fn word(label: Option<&'static str>) -> String {
    label.unwrap_or_default().to_owned()
}

fn counted(number: Option<u32>, unit: &str) -> String {
    number.map_or_else(String::new, |n| format!("{n} {unit}"))
}

fn minutes(number: Option<u32>) -> String {
    match number {
        None => String::new(),
        Some(0) => "at once".to_owned(),
        Some(n) if n % 1440 == 0 => plural(n / 1440, "day"),
        Some(n) if n % 60 == 0 => plural(n / 60, "hour"),
        Some(n) => plural(n, "minute"),
    }
}

fn plural(number: u32, unit: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{end}")
}

fn yes_or_no(fact: Option<bool>) -> String {
    match fact {
        None => "",
        Some(true) => "Yes",
        Some(false) => "No",
    }
    .to_owned()
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
    fn an_edition_from_before_the_facts_reads_without_them() {
        let facts: Facts = serde_json::from_str("{}").unwrap();
        assert!(facts.is_empty());
        assert_eq!(serde_json::to_string(&facts).unwrap(), "{}");
    }
}
