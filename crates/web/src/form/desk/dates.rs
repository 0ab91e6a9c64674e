//! Dates: first and last day, next review, publication.

use super::{Beside, date, day, line, pair, text};
use crate::form::{Faults, Fields};
use interlocal_catalog::{NaiveDate, editing::Typed, offering::Content};
use interlocal_pages::components::form_items::FormItem;
use interlocal_portal::FieldFault;

pub(super) fn items(typed: &Fields) -> Vec<FormItem> {
    vec![
        date(
            "starts_on",
            "Starts on",
            "Leave empty where it has begun.",
            typed,
        ),
        date(
            "ends_on",
            "Ends on",
            "Leave empty where no end is set.",
            typed,
        ),
        date(
            "review_by",
            "Review by",
            "The day by which you look at it again. After it, it counts as stale.",
            typed,
        ),
        date(
            "publish_on",
            "Publish on",
            "Leave empty to publish as soon as it is approved.",
            typed,
        ),
        line(
            "source_words",
            "Where this can be read",
            "An address or words.",
            typed,
        ),
    ]
}

pub(super) fn fill(content: &Content, beside: &Beside) -> Typed {
    let written = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    vec![
        pair("starts_on", written(content.term.starts_on)),
        pair("ends_on", written(content.term.ends_on)),
        pair("review_by", written(content.details.review_by)),
        pair("publish_on", written(beside.publish_on)),
        pair("source_words", &content.source_words),
    ]
}

pub(super) fn read(
    fields: &Fields,
    today: NaiveDate,
    (content, beside): (&mut Content, &mut Beside),
    faults: &mut Faults,
) {
    content.term.starts_on = day(fields, "starts_on", faults);
    content.term.ends_on = day(fields, "ends_on", faults);
    if let (Some(first), Some(last)) = (content.term.starts_on, content.term.ends_on)
        && last < first
    {
        faults.add("ends_on", "lies before the first day");
    }
    content.details.review_by = day(fields, "review_by", faults);
    beside.publish_on = day(fields, "publish_on", faults);
    if beside.publish_on.is_some_and(|day| day < today) {
        faults.add(
            "publish_on",
            "is over; choose a day to come, or leave it empty to publish as soon as it is approved",
        );
    }
    if let (Some(goes_up), Some(last)) = (beside.publish_on, content.term.ends_on)
        && last < goes_up
    {
        faults.add("publish_on", "lies after the last day of the term");
    }
    if content.details.review_by.is_some_and(|day| day < today) {
        faults.add("review_by", "is over; choose a day to come");
    }
    content.source_words = text(fields, "source_words").to_owned();
}

/// The day of publication that a reviewer chose.
pub fn publication_day(fields: &Fields) -> Result<Option<NaiveDate>, Vec<FieldFault>> {
    one_day(fields, "publish_on")
}

/// The day of withdrawal that an approver chose.
pub fn retirement_day(fields: &Fields) -> Result<Option<NaiveDate>, Vec<FieldFault>> {
    one_day(fields, "retire_on")
}

fn one_day(fields: &Fields, name: &str) -> Result<Option<NaiveDate>, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let day = day(fields, name, &mut faults);
    if faults.is_empty() {
        Ok(day)
    } else {
        Err(faults.all())
    }
}
