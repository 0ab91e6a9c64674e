//! What a distance is worth where partners should not share a hazard. No
//! standard fixes one; a survey of practitioners by hazard ran from 21 to 105
//! miles, and too far can hurt as well.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Nothing up to one distance, rising to 1, staying there, falling to a last value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ApartRule {
    /// Miles below which a site is worth nothing.
    pub none_below: f64,
    /// Miles from which on a site is worth 1.
    pub full_from: f64,
    /// Miles up to which a site is worth 1.
    pub full_until: f64,
    /// What a site is worth that is farther than the last distance.
    pub far_value: f64,
    /// The last distance, in miles.
    pub far_from: f64,
}

impl ApartRule {
    /// The value 0 to 1 of a distance in miles.
    pub fn value(&self, miles: f64) -> f64 {
        if miles < self.none_below {
            0.0
        } else if miles < self.full_from {
            (miles - self.none_below) / (self.full_from - self.none_below)
        } else if miles <= self.full_until {
            1.0
        } else if miles < self.far_from {
            let share = (miles - self.full_until) / (self.far_from - self.full_until);
            1.0 - share * (1.0 - self.far_value)
        } else {
            self.far_value
        }
    }
}

/// Why a text is no rule of distances.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a rule of distances; it reads like “0 below 20; linear to 1 at 105; 1 to 300; linear down to .7 at 600”"
)]
pub struct ApartRuleError(String);

impl FromStr for ApartRule {
    type Err = ApartRuleError;

    fn from_str(text: &str) -> Result<Self, ApartRuleError> {
        read(text).ok_or_else(|| ApartRuleError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<ApartRule> {
    let mut parts = text.split(';').map(str::trim);
    let mut after = |start: &str| parts.next()?.strip_prefix(start);
    let none_below = after("0 below ")?.parse().ok()?;
    let full_from = after("linear to 1 at ")?.parse().ok()?;
    let full_until = after("1 to ")?.parse().ok()?;
    let (far_value, far_from) = after("linear down to ")?.split_once(" at ")?;
    let rule = ApartRule {
        none_below,
        full_from,
        full_until,
        far_value: far_value.parse().ok()?,
        far_from: far_from.parse().ok()?,
    };
    let rises = 0.0 <= none_below && none_below < full_from;
    let falls = full_from <= full_until && full_until < rule.far_from;
    let ends = (0.0..=1.0).contains(&rule.far_value);
    (rises && falls && ends && parts.next().is_none()).then_some(rule)
}

impl fmt::Display for ApartRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "0 below {}; linear to 1 at {}; 1 to {}; linear down to {} at {}",
            self.none_below, self.full_from, self.full_until, self.far_value, self.far_from
        )
    }
}

impl TryFrom<String> for ApartRule {
    type Error = ApartRuleError;

    fn try_from(text: String) -> Result<Self, ApartRuleError> {
        text.parse()
    }
}

impl From<ApartRule> for String {
    fn from(rule: ApartRule) -> Self {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_worth_what_the_rule_says() {
        let rule = crate::Model::default().apart_rule_miles;
        let values = [0.0, 19.9, 20.0, 62.5, 105.0, 300.0, 450.0, 600.0, 2000.0];
        let worth = values.map(|miles| (rule.value(miles) * 1000.0).round() / 1000.0);
        assert_eq!(worth, [0.0, 0.0, 0.0, 0.5, 1.0, 1.0, 0.85, 0.7, 0.7]);
    }

    #[test]
    fn a_rule_is_read_as_it_is_written() {
        let rule = crate::Model::default().apart_rule_miles;
        assert_eq!(rule.to_string().parse(), Ok(rule));
        for text in [
            "",
            "0 below x",
            "0 below 20; linear to 1 at 10; 1 to 300; linear down to .7 at 600",
        ] {
            assert!(text.parse::<ApartRule>().is_err(), "{text}");
        }
    }
}
