//! What a likeness of two populations is worth.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A bell over the logarithm of the ratio of two populations.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SizeRule {
    /// The ratio that lies one standard deviation from the middle.
    pub ratio: f64,
}

const BEFORE: &str = "exp(-ln(a/b)^2/(2 ln(";
const AFTER: &str = ")^2))";

impl SizeRule {
    /// The value 0 to 1 of two populations, 1 where they are equal.
    pub fn value(&self, a: u64, b: u64) -> f64 {
        if a == b {
            return 1.0;
        }
        let apart = (a as f64 / b as f64).ln();
        (-(apart * apart) / (2.0 * self.ratio.ln().powi(2))).exp()
    }
}

/// Why a text is no rule of sizes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a rule of sizes; it reads like “exp(-ln(a/b)^2/(2 ln(2)^2))”")]
pub struct SizeRuleError(String);

impl FromStr for SizeRule {
    type Err = SizeRuleError;

    fn from_str(text: &str) -> Result<Self, SizeRuleError> {
        text.strip_prefix(BEFORE)
            .and_then(|rest| rest.strip_suffix(AFTER))
            .and_then(|ratio| ratio.parse().ok())
            .filter(|ratio: &f64| *ratio > 1.0 && ratio.is_finite())
            .map(|ratio| SizeRule { ratio })
            .ok_or_else(|| SizeRuleError(text.to_owned()))
    }
}

impl fmt::Display for SizeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BEFORE}{}{AFTER}", self.ratio)
    }
}

impl TryFrom<String> for SizeRule {
    type Error = SizeRuleError;

    fn try_from(text: String) -> Result<Self, SizeRuleError> {
        text.parse()
    }
}

impl From<SizeRule> for String {
    fn from(rule: SizeRule) -> Self {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_size_is_worth_three_fifths_either_way() {
        let rule = SizeRule { ratio: 2.0 };
        let hundredths = |a, b| (rule.value(a, b) * 100.0).round();
        assert_eq!(hundredths(100, 100), 100.0);
        assert_eq!(hundredths(150, 100), 84.0);
        assert_eq!(hundredths(200, 100), 61.0);
        assert_eq!(hundredths(100, 300), 28.0);
        assert_eq!(hundredths(100, 400), 14.0);
        assert_eq!(hundredths(0, 400), 0.0);
    }

    #[test]
    fn a_rule_is_read_as_it_is_written() {
        let rule = SizeRule { ratio: 2.0 };
        assert_eq!(rule.to_string().parse(), Ok(rule));
        assert!("exp(-ln(a/b))".parse::<SizeRule>().is_err());
    }
}
