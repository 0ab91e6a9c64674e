//! Calendars (iCalendar, RFC 5545) of whole days.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

/// A day on which something of an offering falls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// Names the event for ever.
    pub uid: String,
    /// Grows with every change, from 0.
    pub sequence: u32,
    /// The day.
    pub on: NaiveDate,
    /// What falls on it, in short.
    pub summary: String,
    /// What is known of it, line by line.
    pub description: String,
    /// Where it can be read.
    pub address: String,
    /// When it was said.
    pub said_at: DateTime<Utc>,
    /// Whether it was taken back.
    pub cancelled: bool,
}

/// A calendar under a name.
pub fn calendar(name: &str, days: &[CalendarDay]) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Interlocal//Dates of offerings//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&clean(name));
    for day in days {
        calendar.push(event(day));
    }
    calendar.to_string()
}

fn event(day: &CalendarDay) -> Event {
    let mut event = Event::with_uid(&day.uid);
    event
        .timestamp(day.said_at)
        .last_modified(day.said_at)
        .sequence(day.sequence)
        .summary(&clean(&day.summary))
        .description(&clean(&day.description))
        .url(&day.address)
        .starts(day.on)
        .add_property("TRANSP", "TRANSPARENT")
        .status(if day.cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
    if let Some(next) = day.on.checked_add_days(Days::new(1)) {
        event.ends(next);
    }
    event.done()
}

/// One kind of line end, and no other control character.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{CalendarDay, calendar};
    use chrono::{DateTime, NaiveDate};

    #[test]
    fn a_day_is_a_whole_day_and_its_text_begins_no_line() {
        let day = CalendarDay {
            uid: "a-ends@arden.example".to_owned(),
            sequence: 2,
            on: NaiveDate::from_ymd_opt(2027, 6, 30).unwrap(),
            summary: "A, B; C ends\r\nBEGIN:VEVENT".to_owned(),
            description: "Line\none".to_owned(),
            address: "https://arden.example/offerings/a".to_owned(),
            said_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            cancelled: true,
        };
        let text = calendar("All", &[day]);
        for line in [
            "UID:a-ends@arden.example",
            "SEQUENCE:2",
            "DTSTART;VALUE=DATE:20270630",
            "DTEND;VALUE=DATE:20270701",
            "DTSTAMP:20270115T080000Z",
            "STATUS:CANCELLED",
            "SUMMARY:A\\, B\\; C ends\\nBEGIN:VEVENT",
            "DESCRIPTION:Line\\none",
            "METHOD:PUBLISH",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}\n{text}");
        }
        assert_eq!(text.matches("\r\nBEGIN:VEVENT").count(), 1);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }
}
