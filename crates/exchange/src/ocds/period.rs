//! Periods. A duration without a start is never a day.

use crate::{
    day::{Day, DayOrder},
    json::{field, text},
};
use interlocal_catalog::NaiveDate;
use serde_json::Value;

/// From when until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day; start and duration give it where it is not said.
    pub ends_on: Option<NaiveDate>,
    /// Days that it lasts, as stated.
    pub days: Option<i64>,
    /// The last day to which it can be prolonged.
    pub at_most_until: Option<NaiveDate>,
    /// What no day can be read of, as written.
    pub unread: Vec<String>,
}

impl Period {
    /// Reads the field of an object.
    pub fn of(value: &Value, name: &str) -> Option<Self> {
        let value = field(value, name)?;
        let mut period = Self::default();
        let mut day = |name: &str| match Day::read(&text(value, name), DayOrder::MonthFirst) {
            Ok(day) => day.on(),
            Err(_) => {
                period.unread.push(format!("{name}: {}", text(value, name)));
                None
            }
        };
        let starts_on = day("startDate");
        let ends_on = day("endDate");
        let at_most_until = day("maxExtentDate");
        period.starts_on = starts_on;
        period.ends_on = ends_on;
        period.at_most_until = at_most_until;
        period.days = field(value, "durationInDays").and_then(Value::as_i64);
        if period.ends_on.is_none() && text(value, "endDate").is_empty() {
            period.ends_on = starts_on.zip(period.days).and_then(|(start, days)| {
                start.checked_add_days(chrono::Days::new(u64::try_from(days).ok()?))
            });
        }
        (period != Self::default()).then_some(period)
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use serde_json::{Value, json};

    fn check(period: Value, expect: Option<(Option<&str>, Option<&str>, Option<i64>)>) {
        let value = json!({ "period": period });
        let read = Period::of(&value, "period");
        let read = read.map(|p| {
            let day = |day: Option<interlocal_catalog::NaiveDate>| day.map(|d| d.to_string());
            (day(p.starts_on), day(p.ends_on), p.days)
        });
        let expect = expect.map(|(a, b, c)| (a.map(str::to_owned), b.map(str::to_owned), c));
        assert_eq!(read, expect);
    }

    #[test]
    fn a_duration_without_a_start_is_never_a_day() {
        check(
            json!({"durationInDays": 1800}),
            Some((None, None, Some(1800))),
        );
        check(
            json!({"startDate": "2026-01-01T00:00:00Z", "durationInDays": 30}),
            Some((Some("2026-01-01"), Some("2026-01-31"), Some(30))),
        );
        check(
            json!({"startDate": "2026-01-01", "endDate": "2026-12-31T23:59:59+01:00", "durationInDays": 9}),
            Some((Some("2026-01-01"), Some("2026-12-31"), Some(9))),
        );
        check(json!({"durationInDays": -5}), Some((None, None, Some(-5))));
        check(json!({}), None);
        check(Value::Null, None);
    }
}
