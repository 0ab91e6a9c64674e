//! Amounts as lists of the field write them, exactly.

use interlocal_catalog::Decimal;

/// Reads an amount: `1,234.50`, `$1,234`, `(12.00)` for what is less than nothing.
/// None where it is no number, where a comma does not part thousands, or where it has
/// more digits than are reckoned with.
pub fn amount(cell: &str) -> Option<Decimal> {
    let cell = cell.trim();
    let (inner, negative) = match cell.strip_prefix('(').and_then(|c| c.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => match cell.strip_prefix(['-', '−']) {
            Some(inner) => (inner, true),
            None => (cell, false),
        },
    };
    let inner = inner.trim();
    let inner = inner.strip_prefix("USD").unwrap_or(inner).trim();
    let inner = inner.strip_prefix('$').unwrap_or(inner).trim();
    let inner = inner.strip_suffix("USD").unwrap_or(inner).trim();
    let (whole, fraction) = inner.split_once('.').unwrap_or((inner, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let fits = (!grouped || (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3 && digits(group));
    if first.is_empty() || !fits || !digits(first) || !digits(fraction) {
        return None;
    }
    let plain = format!("{}.{fraction}", whole.replace(',', ""));
    let number = Decimal::from_str_exact(plain.trim_end_matches('.')).ok()?;
    Some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::amount;

    fn check(cell: &str, expect: Option<&str>) {
        assert_eq!(
            amount(cell).map(|n| n.to_string()).as_deref(),
            expect,
            "{cell}"
        );
    }

    #[test]
    fn thousands_signs_and_places_are_read_exactly() {
        check("6,718", Some("6718"));
        check("$1,234,567.50", Some("1234567.50"));
        check("0.01", Some("0.01"));
        check("(12.00)", Some("-12.00"));
        check("-3", Some("-3"));
        check("007", Some("7"));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_no_amount() {
        check("1.234,50", None);
        check("12,34", None);
        check("", None);
        check("n/a", None);
        check("1e5", None);
        check("1234,567", None);
        check(&"9".repeat(40), None);
        check("0.1234567890123456789012345678901", None);
    }
}
