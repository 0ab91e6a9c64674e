//! Dates, numbers and lists as sentences write them.

use chrono::NaiveDate;

/// `20 Jan 2026`
pub(crate) fn date(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// `May 2022`
pub(crate) fn month(day: NaiveDate) -> String {
    day.format("%B %Y").to_string()
}

/// `20,100`
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `140 miles`
pub(crate) fn miles(distance: f64) -> String {
    match distance.round() {
        whole if whole < 1.0 => "less than a mile".to_owned(),
        1.0 => "1 mile".to_owned(),
        whole => format!("{} miles", thousands(whole as u64)),
    }
}

/// `1 agreement`, `2 agreements`
pub(crate) fn counted(count: u32, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        _ => format!("{count} {thing}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let texts = [0, 999, 1_000, 20_100, 1_234_567].map(thousands);
        assert_eq!(texts, ["0", "999", "1,000", "20,100", "1,234,567"]);
    }

    #[test]
    fn distances_are_whole_miles() {
        let texts = [0.2, 1.2, 12.6, 1_400.0].map(miles);
        assert_eq!(
            texts,
            ["less than a mile", "1 mile", "13 miles", "1,400 miles"]
        );
    }
}
