//! Numbers as people read them.

/// `12,345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 offering`, `1,200 offerings`.
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

/// `12 miles`, from statute miles.
pub fn miles(distance: f64) -> String {
    let whole = distance.max(0.0).round() as u64;
    if whole == 0 {
        "less than a mile".to_owned()
    } else {
        counted(whole, "mile", "miles")
    }
}

/// `$1,200` or `$12.50`, from a JSON number of US dollars.
pub fn usd(text: &str) -> String {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole
        .parse::<u64>()
        .map_or_else(|_| whole.to_owned(), grouped);
    match cents.trim_end_matches('0') {
        "" => format!("${whole}"),
        _ => format!("${whole}.{cents:0<2}"),
    }
}

/// `Edition 3`.
pub fn ordinal_edition(number: u32) -> String {
    format!("Edition {number}")
}

/// A waiting time in seconds as words: `2 minutes`.
pub fn waiting(seconds: u64) -> String {
    if seconds < 90 {
        counted(seconds.max(1), "second", "seconds")
    } else {
        counted(seconds.div_ceil(60), "minute", "minutes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(counted(1, "step", "steps"), "1 step");
    }

    #[test]
    fn dollars_keep_their_cents_only_where_there_are_any() {
        assert_eq!(usd("1200"), "$1,200");
        assert_eq!(usd("12.5"), "$12.50");
        assert_eq!(usd("995.0"), "$995");
    }

    #[test]
    fn a_waiting_time_is_rounded_up() {
        assert_eq!(waiting(0), "1 second");
        assert_eq!(waiting(91), "2 minutes");
    }
}
