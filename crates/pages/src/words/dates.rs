//! Dates written out.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `November 22, 2026`.
pub fn written(day: NaiveDate) -> String {
    format!("{} {}, {}", name(day), day.day(), day.year())
}

/// `November 2026`.
pub fn month(day: NaiveDate) -> String {
    format!("{} {}", name(day), day.year())
}

/// A period in words; either end may be unknown.
pub fn period(from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("{} to {}", written(from), written(until)),
        (Some(from), None) => format!("since {}", written(from)),
        (None, Some(until)) => format!("until {}", written(until)),
        (None, None) => "dates not stated".to_owned(),
    }
}

fn name(day: NaiveDate) -> &'static str {
    MONTHS
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_out() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        assert_eq!(written(day), "November 2, 2026");
        assert_eq!(month(day), "November 2026");
    }
}
