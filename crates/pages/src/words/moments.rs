//! Points in time written out.

use super::written;
use chrono::{DateTime, Timelike, Utc};

/// `November 22, 2026, 14:05 UTC`.
pub fn moment(at: DateTime<Utc>) -> String {
    let day = written(at.date_naive());
    format!("{day}, {:02}:{:02} UTC", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::moment;
    use chrono::{TimeZone, Utc};

    #[test]
    fn a_moment_is_written_out_with_its_zone() {
        let at = Utc.with_ymd_and_hms(2026, 11, 2, 9, 5, 0).unwrap();
        assert_eq!(moment(at), "November 2, 2026, 09:05 UTC");
    }
}
