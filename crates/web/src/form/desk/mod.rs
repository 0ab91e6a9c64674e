//! The forms of the editor: what a step asks, what stands in it, and how what was
//! typed becomes part of a listing.

mod audience;
mod cost;
mod dates;
mod documents;
mod facts;
mod join;
mod places;
mod prices;
mod what;
mod who;

pub use dates::{publication_day, retirement_day};
pub use documents::proves;
pub use what::{new_items, new_listing, question};

use super::{Faults, Fields, without_thousands};
use crate::{App, error::Failure};
use interlocal_catalog::{
    NaiveDate, OrganizationId,
    editing::{Part, Typed},
    offering::Content,
    organization::Organization,
};
use interlocal_pages::components::form_items::{FormItem, FormOption};
use interlocal_portal::{FieldFault, Portal, Snapshot, desk::drafts::NewListing};

/// What the forms of a step know beside the listing.
pub struct Ground<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// What it knows at this moment.
    pub snapshot: &'a Snapshot,
    /// The body whose listing it is.
    pub body: &'a Organization,
}

/// What is written beside the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The day on which it is to be published.
    pub publish_on: Option<NaiveDate>,
}

/// What a step asks, with these words in it.
pub fn items(part: Part, typed: &Fields, content: &Content, ground: &Ground<'_>) -> Vec<FormItem> {
    match part {
        Part::What => what::items(typed, ground),
        Part::Who => who::items(typed, content, ground),
        Part::Cost => cost::items(typed),
        Part::Join => join::items(typed, content),
        Part::Facts => facts::items(typed, content, ground),
        Part::Documents => documents::items(typed, content),
        Part::Dates => dates::items(typed),
    }
}

/// The words that stand in a step.
pub fn fill(part: Part, content: &Content, beside: &Beside, ground: &Ground<'_>) -> Typed {
    match part {
        Part::What => what::fill(content),
        Part::Who => who::fill(content, ground),
        Part::Cost => cost::fill(content),
        Part::Join => join::fill(content),
        Part::Facts => facts::fill(content),
        Part::Documents => documents::fill(content),
        Part::Dates => dates::fill(content, beside),
    }
}

/// Reads a step into a listing; every fault at once. What could not be read leaves
/// the listing as it was only where the caller drops it.
pub fn read(
    part: Part,
    fields: &Fields,
    ground: &Ground<'_>,
    into: (&mut Content, &mut Beside),
) -> Vec<FieldFault> {
    let mut faults = read_by_line(part, fields, ground, into);
    for fault in &mut faults {
        if let Some((question, _)) = fault.field.split_once('/') {
            fault.field = question.to_owned();
        }
    }
    faults
}

/// The same; a fault of one line of an answer names it behind the question: `out-within/0`.
fn read_by_line(
    part: Part,
    fields: &Fields,
    ground: &Ground<'_>,
    (content, beside): (&mut Content, &mut Beside),
) -> Vec<FieldFault> {
    let mut faults = Faults::default();
    match part {
        Part::What => what::read(fields, ground, content, &mut faults),
        Part::Who => who::read(fields, ground, content, &mut faults),
        Part::Cost => cost::read(fields, content, &mut faults),
        Part::Join => join::read(fields, ground, content, &mut faults),
        Part::Facts => facts::read(fields, content, &mut faults),
        Part::Documents => documents::read(fields, content, &mut faults),
        Part::Dates => dates::read(
            fields,
            ground.portal.today(),
            (content, beside),
            &mut faults,
        ),
    }
    faults.all()
}

/// Asks of a content that came whole what the steps of the editor ask; every fault at
/// once, by the name of its question.
pub fn checked(
    app: &App,
    body: &OrganizationId,
    (content, publish_on): (&Content, Option<NaiveDate>),
) -> Result<Vec<FieldFault>, Failure> {
    on_ground(app, body, |ground| {
        let vocabulary = ground.portal.vocabulary();
        let facts = match vocabulary.first_of(&content.category).as_str() {
            "backup-recovery" => "backup".to_owned(),
            first => first.to_owned(),
        };
        let faults = Part::ALL.into_iter().flat_map(|part| {
            let beside = Beside { publish_on };
            let mut typed = Fields::of_pairs(fill(part, content, &beside, ground));
            typed.push("group", &facts);
            let (mut read_back, mut beside) = (content.clone(), beside);
            read_by_line(part, &typed, ground, (&mut read_back, &mut beside))
        });
        faults.collect()
    })
}

/// Asks the same of a listing that is begun, by its first questions.
pub fn checked_new(
    app: &App,
    body: &OrganizationId,
    new: &NewListing,
) -> Result<Vec<FieldFault>, Failure> {
    let typed = Fields::of_pairs(vec![
        pair("title", &new.title),
        pair("kind", new.kind.word()),
        pair("category", new.category.as_str()),
    ]);
    on_ground(app, body, |ground| match new_listing(&typed, ground) {
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    })
}

fn on_ground<T>(
    app: &App,
    body: &OrganizationId,
    ask: impl FnOnce(&Ground<'_>) -> T,
) -> Result<T, Failure> {
    let snapshot = app.portal.snapshot();
    let known = snapshot.directory.organization(body);
    Ok(ask(&Ground {
        portal: &app.portal,
        snapshot: &snapshot,
        body: known.ok_or(Failure::NotFound)?,
    }))
}

/// The value of a field; empty where it was not sent.
fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.last(name).unwrap_or_default()
}

/// Words between commas or on lines of their own.
fn listed(text: &str) -> Vec<String> {
    text.split([',', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A date as browsers send it; none where the field is empty.
fn day(fields: &Fields, name: &str, faults: &mut Faults) -> Option<NaiveDate> {
    let text = text(fields, name);
    if text.is_empty() {
        return None;
    }
    let read = text.parse::<NaiveDate>().ok();
    let read = read.filter(|day| (1990..2200).contains(&chrono::Datelike::year(day)));
    if read.is_none() {
        faults.add(name, format!("“{text}” is no date; write 2027-06-30"));
    }
    read
}

/// A whole number; none where the field is empty.
fn number<T: std::str::FromStr>(fields: &Fields, name: &str, faults: &mut Faults) -> Option<T> {
    let text = text(fields, name);
    if text.is_empty() {
        return None;
    }
    let read = without_thousands(text).and_then(|plain| plain.parse::<T>().ok());
    if read.is_none() {
        faults.add(name, format!("“{text}” is no whole number"));
    }
    read
}

/// An address of the web; empty where the field is.
fn address(fields: &Fields, name: &str, faults: &mut Faults) -> String {
    let text = text(fields, name);
    let fine = text.is_empty()
        || ((text.starts_with("https://") || text.starts_with("http://"))
            && !text.contains(char::is_whitespace)
            && text.len() <= 2_000);
    if !fine {
        faults.add(name, "write an address that begins with https://");
    }
    text.to_owned()
}

fn line(name: &str, label: &str, hint: &str, typed: &Fields) -> FormItem {
    FormItem::Line {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: text(typed, name).to_owned(),
        kind: "text",
    }
}

fn date(name: &str, label: &str, hint: &str, typed: &Fields) -> FormItem {
    FormItem::Line {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: text(typed, name).to_owned(),
        kind: "date",
    }
}

fn lines(name: &str, label: &str, hint: &str, typed: &Fields) -> FormItem {
    FormItem::Lines {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: text(typed, name).to_owned(),
        rows: 4,
    }
}

/// The same with two lines.
fn few_lines(name: &str, label: &str, hint: &str, typed: &Fields) -> FormItem {
    FormItem::Lines {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: text(typed, name).to_owned(),
        rows: 2,
    }
}

fn group(label: impl Into<String>, items: Vec<FormItem>) -> FormItem {
    FormItem::Group {
        label: label.into(),
        items,
    }
}

/// Questions that stand open where one of these fields is answered.
fn fold(label: &str, typed: &Fields, answered_by: &[&str], items: Vec<FormItem>) -> FormItem {
    FormItem::Fold {
        label: label.to_owned(),
        open: answered_by.iter().any(|name| !text(typed, name).is_empty()),
        items,
    }
}

fn select(name: &str, label: &str, typed: &Fields, options: &[(&str, &str)]) -> FormItem {
    let chosen = text(typed, name);
    FormItem::Select {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        options: options
            .iter()
            .map(|(value, label)| FormOption::new(value, label, *value == chosen))
            .collect(),
    }
}

fn radios(name: &str, label: &str, typed: &Fields, options: &[(&str, &str)]) -> FormItem {
    radios_or("", name, label, typed, options)
}

/// The same with a choice where none was made.
fn radios_or(
    default: &str,
    name: &str,
    label: &str,
    typed: &Fields,
    options: &[(&str, &str)],
) -> FormItem {
    let chosen = typed
        .last(name)
        .filter(|chosen| !chosen.is_empty())
        .unwrap_or(default);
    FormItem::Choices {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        kind: "radio",
        options: options
            .iter()
            .map(|(value, label)| FormOption::new(value, label, *value == chosen))
            .collect(),
    }
}

fn boxes(name: &str, label: &str, typed: &Fields, options: &[(&str, &str)]) -> FormItem {
    let chosen = typed.all(name);
    FormItem::Choices {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        kind: "checkbox",
        options: options
            .iter()
            .map(|(value, label)| {
                FormOption::new(value, label, chosen.iter().any(|one| one == value))
            })
            .collect(),
    }
}

fn pair(name: impl Into<String>, value: impl Into<String>) -> (String, String) {
    (name.into(), value.into())
}
