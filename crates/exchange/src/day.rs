//! Days as lists of the field write them.

use interlocal_catalog::NaiveDate;

/// Two-digit years up to this one are of this century: `68` is 2068, `69` is 1969.
pub const PIVOT: i32 = 68;

/// In which order a list writes a day in digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 6/30/2016.
    #[default]
    MonthFirst,
    /// 30/6/2016.
    DayFirst,
}

/// What a cell for a day says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// Nothing.
    #[default]
    Unknown,
    /// No day ends it: a day in the year 9999.
    Never,
    /// A day.
    On(NaiveDate),
    /// Words that name no day and are kept: `Mo. To Mo.`
    Words(String),
}

/// Why a cell cannot be read as a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// No calendar has it.
    #[error("there is no such day")]
    NoSuchDay,
    /// It is one where day and month change places.
    #[error("puts day and month in the other order")]
    OtherOrder,
    /// It is none in any known form.
    #[error("is no day")]
    NoDay,
}

/// Words that say on purpose that no day is set, in small letters without signs.
const ON_PURPOSE: [&str; 14] = [
    "motomo",
    "monthtomonth",
    "mtm",
    "m2m",
    "perpetual",
    "evergreen",
    "ongoing",
    "indefinite",
    "untilfurthernotice",
    "noexpiration",
    "noexpirationdate",
    "noenddate",
    "never",
    "none",
];

impl Day {
    /// Reads a cell. A time of day behind the day is passed over.
    pub fn read(cell: &str, order: DayOrder) -> Result<Self, DayError> {
        let cell = cell.trim();
        let plain: String = cell
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        if plain.is_empty() || ["blank", "na", "unknown"].contains(&plain.as_str()) {
            return Ok(Self::Unknown);
        }
        if ON_PURPOSE.contains(&plain.as_str()) {
            return Ok(Self::Words(cell.to_owned()));
        }
        let (year, month, day) = parts(cell, order).ok_or(DayError::NoDay)?;
        if year == 9999 {
            return Ok(Self::Never);
        }
        let year_first = cell.bytes().take(4).all(|byte| byte.is_ascii_digit());
        let other = NaiveDate::from_ymd_opt(year, day, month).filter(|_| !year_first);
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self::On)
            .ok_or(match other {
                Some(_) => DayError::OtherOrder,
                None => DayError::NoSuchDay,
            })
    }

    /// The day, where there is one.
    pub fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(*day),
            _ => None,
        }
    }
}

/// Year, month and day as written.
fn parts(cell: &str, order: DayOrder) -> Option<(i32, u32, u32)> {
    let without_time = match cell.split_once(['T', ' ']) {
        Some((day, rest)) if is_time(rest) => day,
        _ => cell,
    };
    let pieces: Vec<&str> = without_time
        .split(['/', '-', '.', ' ', ','])
        .filter(|piece| !piece.is_empty())
        .collect();
    let [first, second, third] = pieces.as_slice() else {
        return None;
    };
    if let Some(month) = month(second) {
        return Some((year(third)?, month, number(first)?));
    }
    if let Some(month) = month(first) {
        return Some((year(third)?, month, number(second)?));
    }
    if first.len() == 4 {
        return Some((year(first)?, number(second)?, number(third)?));
    }
    let (month, day) = match order {
        DayOrder::MonthFirst => (first, second),
        DayOrder::DayFirst => (second, first),
    };
    Some((year(third)?, number(month)?, number(day)?))
}

fn is_time(text: &str) -> bool {
    text.contains(':')
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || " :.+-ZzAaPpMm".contains(letter))
}

fn number(text: &str) -> Option<u32> {
    let digits = text.strip_suffix(['h', 'd', 't']).map_or(text, |rest| {
        rest.trim_end_matches(|letter: char| letter.is_ascii_alphabetic())
    });
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i32> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match (text.len(), text.parse::<i32>().ok()?) {
        (4, year) => Some(year),
        (2, year) if year <= PIVOT => Some(2000 + year),
        (2, year) => Some(1900 + year),
        _ => None,
    }
}

fn month(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    if text.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|month| month.starts_with(&text) || (text == "sept" && *month == "september"))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{Day, DayError, DayOrder};

    fn check(cell: &str, expect: &str) {
        let read = match Day::read(cell, DayOrder::MonthFirst) {
            Ok(Day::Unknown) => "unknown".to_owned(),
            Ok(Day::Never) => "never".to_owned(),
            Ok(Day::On(day)) => day.to_string(),
            Ok(Day::Words(words)) => format!("words {words}"),
            Err(error) => error.to_string(),
        };
        assert_eq!(read, expect, "{cell}");
    }

    #[test]
    fn days_are_read_in_the_forms_of_the_field() {
        check("6/30/15", "2015-06-30");
        check("10/31/2017", "2017-10-31");
        check("2026-11-22", "2026-11-22");
        check("2026/11/22", "2026-11-22");
        check("5/19/2006 0:00:00", "2006-05-19");
        check("2026-11-22T12:30:00Z", "2026-11-22");
        check("12-31-16", "2016-12-31");
        check("June 30, 2016", "2016-06-30");
        check("30-Jun-16", "2016-06-30");
        check("Sept. 3rd, 2016", "2016-09-03");
        check("1/1/68", "2068-01-01");
        check("1/1/69", "1969-01-01");
    }

    #[test]
    fn what_names_no_day_is_kept_as_what_it_says() {
        check("", "unknown");
        check(" (blank) ", "unknown");
        check("N/A", "unknown");
        check("-", "unknown");
        check("12/31/9999", "never");
        check("9999-12-31T23:59:59", "never");
        check("Mo. To Mo.", "words Mo. To Mo.");
        check("Month-to-month", "words Month-to-month");
    }

    #[test]
    fn a_day_that_no_calendar_has_and_a_number_are_no_days() {
        check("11/31/2015", "there is no such day");
        check("31/12/2016", "puts day and month in the other order");
        check("31.12.2027", "puts day and month in the other order");
        check("2026-31-12", "there is no such day");
        check("31/31/2016", "there is no such day");
        check("30/2/2016", "there is no such day");
        check("2/29/2015", "there is no such day");
        check("42551", "is no day");
        check("P1Y", "is no day");
        check("6/2016", "is no day");
        check("6/30/201", "is no day");
        check("next spring", "is no day");
    }

    #[test]
    fn a_list_may_put_the_day_first() {
        for cell in ["31/12/2016", "31.12.2016"] {
            let day = Day::read(cell, DayOrder::DayFirst).unwrap();
            assert_eq!(day.on().unwrap().to_string(), "2016-12-31");
        }
        let other = Day::read("12/31/2016", DayOrder::DayFirst).unwrap_err();
        assert_eq!(other, DayError::OtherOrder);
    }
}
