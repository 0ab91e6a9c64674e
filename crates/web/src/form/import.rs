//! The forms of the import desk: a file with what is said of it, and how its columns
//! are read.

use super::{Faults, Fields};
use interlocal_catalog::{CategoryId, category::Vocabulary};
use interlocal_pages::components::form_items::{FormItem, FormOption};
use interlocal_portal::{
    FieldFault,
    importing::{DayOrder, FileKind, Intake, Mapping, Outcome, Sent, Use},
};

/// The category of drafts where nobody chooses one.
const CATEGORY: &str = "purchasing";
/// Columns of a list at most.
const MOST_COLUMNS: usize = 1_000;
/// Letters of an answer at most.
const LONGEST: usize = 200;

fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.last(name).unwrap_or_default()
}

/// The questions beside a file.
pub fn questions(at: Intake<'_>, typed: &Fields, vocabulary: &Vocabulary) -> Vec<FormItem> {
    let chosen = text(typed, "kind");
    let mut kinds = vec![FormOption::new(
        "",
        "Find out by the file",
        chosen.is_empty(),
    )];
    let option =
        |kind: &FileKind| FormOption::new(kind.word(), kind.label(), kind.word() == chosen);
    kinds.extend(at.kinds().iter().map(option));
    let kind = FormItem::Select {
        name: "kind".to_owned(),
        label: "What it holds".to_owned(),
        hint: String::new(),
        options: kinds,
    };
    if at == Intake::Stewards {
        return vec![kind];
    }
    let category = match text(typed, "category") {
        "" => CATEGORY,
        typed => typed,
    };
    let option = |slug: &str, label: &str| FormOption::new(slug, label, slug == category);
    let mut categories = Vec::new();
    for first in vocabulary.first_level() {
        categories.push(option(first.slug.as_str(), &first.name));
        for child in vocabulary.children(&first.slug) {
            let label = format!("{} – {}", first.name, child.name);
            categories.push(option(child.slug.as_str(), &label));
        }
    }
    vec![
        kind,
        FormItem::Line {
            name: "source".to_owned(),
            label: "Name of the source".to_owned(),
            hint: "The same for every file of the same list, such as “statewide contracts”: then \
                   the next file changes what this one made. Empty for the file’s name."
                .to_owned(),
            value: text(typed, "source").to_owned(),
            kind: "text",
        },
        FormItem::Select {
            name: "category".to_owned(),
            label: "Category of new drafts".to_owned(),
            hint: String::new(),
            options: categories,
        },
    ]
}

/// A file that was sent, with what is said of it.
pub fn sent(
    at: Intake<'_>,
    vocabulary: &Vocabulary,
    fields: &Fields,
    file: Option<(String, Vec<u8>)>,
) -> Result<Sent, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let words: Vec<&str> = at.kinds().iter().map(|kind| kind.word()).collect();
    let kind = faults.words(fields, "kind", &words);
    if file.is_none() {
        faults.add("file", "choose a file that is not empty");
    }
    let category = match text(fields, "category") {
        "" => CATEGORY,
        typed => typed,
    };
    let category = CategoryId::new(category);
    if vocabulary.get(&category).is_none() {
        faults.add("category", "choose a category of the list");
    }
    match (file, faults.is_empty()) {
        (Some((name, bytes)), true) => Ok(Sent {
            kind: kind.last().and_then(|word| FileKind::of(word)),
            source: text(fields, "source").to_owned(),
            category,
            name,
            bytes,
        }),
        _ => Err(faults.all()),
    }
}

/// The questions about a list as a whole.
pub fn list_questions(mapping: &Mapping) -> Vec<FormItem> {
    let line = |name: &str, label: &str, hint: &str, value: &str| FormItem::Line {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: value.to_owned(),
        kind: "text",
    };
    vec![
        FormItem::Choices {
            name: "days".to_owned(),
            label: "How it writes days".to_owned(),
            hint: String::new(),
            kind: "radio",
            options: DAYS
                .map(|(order, word, label)| FormOption::new(word, label, order == mapping.days))
                .to_vec(),
        },
        line(
            "number",
            "Contract number of the whole list",
            "Where the list has no column for it and is one contract.",
            &mapping.number,
        ),
        line(
            "title",
            "What is bought",
            "Where the list does not say.",
            &mapping.title,
        ),
    ]
}

const DAYS: [(DayOrder, &str, &str); 2] = [
    (
        DayOrder::MonthFirst,
        "month_first",
        "Month first: 6/30/2026, or 2026-06-30",
    ),
    (
        DayOrder::DayFirst,
        "day_first",
        "Day first: 30/6/2026, or 2026-06-30",
    ),
];

/// How the columns are read, as it was chosen; faults beside what could be read.
pub fn mapping(fields: &Fields) -> (Mapping, Vec<FieldFault>) {
    let mut faults = Faults::default();
    let mut mapping = Mapping::default();
    for at in 0..MOST_COLUMNS {
        let Some(heading) = fields.last(&format!("h{at}")) else {
            break;
        };
        match Use::of(text(fields, &format!("c{at}"))) {
            Some(to) => mapping.set(heading, to),
            None => faults.add("columns", format!("choose what “{heading}” is read as")),
        }
    }
    if let Some(word) = faults
        .words(fields, "days", &DAYS.map(|(_, word, _)| word))
        .last()
        && let Some((order, ..)) = DAYS.into_iter().find(|(_, known, _)| known == word)
    {
        mapping.days = order;
    }
    for (name, place) in [
        ("number", &mut mapping.number),
        ("title", &mut mapping.title),
    ] {
        let typed = text(fields, name);
        if typed.chars().count() > LONGEST {
            faults.add(name, format!("has more than {LONGEST} letters"));
        }
        typed.clone_into(place);
    }
    (mapping, faults.all())
}

/// Which rows of a report are asked for, and which page of them.
pub fn report(fields: &Fields) -> Result<(Option<Outcome>, usize), crate::error::Failure> {
    let mut faults = Faults::default();
    let page = faults.number(fields, "page", 1..=10_000, 1);
    let words = faults.words(fields, "outcome", &Outcome::ALL.map(Outcome::word));
    faults.end()?;
    let outcome = words.last().and_then(|word| {
        Outcome::ALL
            .into_iter()
            .find(|outcome| outcome.word() == word)
    });
    Ok((outcome, page))
}
