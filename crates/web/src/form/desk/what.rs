//! What it is: title, kind, category, summary.

use super::{Ground, boxes, line, lines, listed, pair, radios_or, text};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    CategoryId,
    editing::Typed,
    offering::{Content, OfferingKind},
    policy::Visibility,
    restriction::RestrictableField,
};
use interlocal_pages::components::form_items::{FormItem, FormOption};
use interlocal_portal::{FieldFault, desk::drafts::NewListing};

const LONGEST_TITLE: usize = 200;
const LONGEST_TEXT: usize = 10_000;

const KINDS: [(&str, &str); 4] = [
    ("contract", "Contract: others may buy from it"),
    ("service", "Service: a public body runs it"),
    (
        "exchange",
        "Exchange: expertise, training, mutual aid, peers",
    ),
    ("funding", "Funding: a grant or cost share"),
];

const SEEN_BY: [(&str, &str); 2] = [
    ("public", "Everybody sees it"),
    (
        "verified_governments",
        "People of verified governments alone; for others it does not exist",
    ),
];

/// The form of a new listing: its three first questions.
pub fn new_listing(fields: &Fields, ground: &Ground<'_>) -> Result<NewListing, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let title = title(fields, &mut faults);
    let kind = kind(fields, &mut faults);
    let category = category(fields, ground, &mut faults);
    match (kind, category, faults.is_empty()) {
        (Some(kind), Some(category), true) => Ok(NewListing {
            title,
            kind,
            category,
            question: question(fields),
        }),
        _ => Err(faults.all()),
    }
}

/// The question that a new listing answers, by its number.
pub fn question(fields: &Fields) -> Option<i32> {
    fields.last("question")?.parse().ok()
}

/// The questions of a new listing.
pub fn new_items(typed: &Fields, ground: &Ground<'_>) -> Vec<FormItem> {
    let mut items = first_items(typed, ground);
    items.extend(question(typed).map(|id| FormItem::Hidden {
        name: "question".to_owned(),
        value: id.to_string(),
    }));
    items
}

/// The first questions of a listing.
fn first_items(typed: &Fields, ground: &Ground<'_>) -> Vec<FormItem> {
    vec![
        line(
            "title",
            "Title",
            "As a clerk of another government would look for it.",
            typed,
        ),
        super::radios("kind", "What kind of thing is it?", typed, &KINDS),
        categories(typed, ground),
    ]
}

pub(super) fn items(typed: &Fields, ground: &Ground<'_>) -> Vec<FormItem> {
    let mut items = first_items(typed, ground);
    items.extend([
        lines("summary", "What it is, in a few sentences", "", typed),
        line("url", "Its own page", "Begins with https://", typed),
        line(
            "frameworks",
            "Regimes and frameworks it meets",
            "CJIS, HIPAA, NIST CSF …, with commas between them.",
            typed,
        ),
        line(
            "partners",
            "Bodies that stand beside yours",
            "The last part of the address of each body’s page, with commas between them.",
            typed,
        ),
        FormItem::Heading("Who sees it".to_owned()),
        radios_or("public", "visibility", "The listing", typed, &SEEN_BY),
        boxes(
            "restricted",
            "Facts that verified governments alone see",
            typed,
            &RestrictableField::ALL.map(|field| (field.word(), field.label())),
        ),
    ]);
    items
}

pub(super) fn fill(content: &Content) -> Typed {
    let partners: Vec<&str> = content.partners.iter().map(|id| id.as_str()).collect();
    let mut typed = vec![
        pair("title", &content.title),
        pair("kind", content.kind.word()),
        pair("category", content.category.as_str()),
        pair("summary", &content.summary),
        pair("url", &content.url),
        pair("frameworks", content.frameworks.join(", ")),
        pair("partners", partners.join(", ")),
        pair("visibility", content.visibility.word()),
    ];
    let fields = content.restricted_fields.iter();
    typed.extend(fields.map(|field| pair("restricted", field.word())));
    typed
}

pub(super) fn read(
    fields: &Fields,
    ground: &Ground<'_>,
    content: &mut Content,
    faults: &mut Faults,
) {
    content.title = title(fields, faults);
    if let Some(kind) = kind(fields, faults) {
        content.kind = kind;
    }
    if let Some(category) = category(fields, ground, faults) {
        content.category = category;
    }
    content.summary = long(fields, "summary", faults);
    content.url = super::address(fields, "url", faults);
    content.frameworks = listed(text(fields, "frameworks"));
    content.visibility = match text(fields, "visibility") {
        "verified_governments" => Visibility::VerifiedGovernments,
        _ => Visibility::Public,
    };
    content.restricted_fields = fields
        .all("restricted")
        .iter()
        .filter_map(|word| RestrictableField::of(word))
        .collect();
    content.partners.clear();
    for slug in listed(text(fields, "partners")) {
        let id = slug.as_str().into();
        if ground.snapshot.directory.organization(&id).is_some() {
            content.partners.push(id);
        } else {
            faults.add("partners", format!("“{slug}” is no known body"));
        }
    }
}

/// Several lines of text of a length that a page bears.
pub(super) fn long(fields: &Fields, name: &str, faults: &mut Faults) -> String {
    let text = text(fields, name);
    if text.len() > LONGEST_TEXT {
        faults.add(name, "is too long; 10,000 letters at most");
    }
    text.to_owned()
}

fn title(fields: &Fields, faults: &mut Faults) -> String {
    let title = text(fields, "title").replace('\n', " ");
    if title.is_empty() {
        faults.add("title", "give the listing a title");
    } else if title.len() > LONGEST_TITLE {
        faults.add("title", "is too long; 200 letters at most");
    }
    title
}

fn kind(fields: &Fields, faults: &mut Faults) -> Option<OfferingKind> {
    let kind = OfferingKind::of(text(fields, "kind"));
    if kind.is_none() {
        faults.add("kind", "choose what kind of thing it is");
    }
    kind
}

fn category(fields: &Fields, ground: &Ground<'_>, faults: &mut Faults) -> Option<CategoryId> {
    let slug = CategoryId::new(text(fields, "category"));
    let known = ground.portal.vocabulary().get(&slug).is_some();
    if !known {
        faults.add("category", "choose a category");
    }
    known.then_some(slug)
}

/// The categories; those that stand under another say so.
fn categories(typed: &Fields, ground: &Ground<'_>) -> FormItem {
    let vocabulary = ground.portal.vocabulary();
    let chosen = text(typed, "category");
    let option = |slug: &str, label: &str| FormOption::new(slug, label, slug == chosen);
    let mut options = vec![option("", "Choose")];
    for first in vocabulary.first_level() {
        options.push(option(first.slug.as_str(), &first.name));
        for child in vocabulary.children(&first.slug) {
            let label = format!("{} – {}", first.name, child.name);
            options.push(option(child.slug.as_str(), &label));
        }
    }
    FormItem::Select {
        name: "category".to_owned(),
        label: "Category".to_owned(),
        hint: "The most exact one that fits.".to_owned(),
        options,
    }
}
