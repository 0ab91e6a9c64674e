//! The tables of an HSDS package of CSV files.

use super::write::{Names, organization, taxonomy, term};
use crate::package::{Column, Kind, Kind::*, Reference, Row, Table, Written, resource};
use interlocal_catalog::organization::Organization;
use serde_json::{Value, json};

const fn col(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, about }
}

const ID: Column = col(
    "id",
    Text,
    "A UUID: of version 5, made of a stable key, or that of the file it was taken from.",
);
const OF_SERVICE: Column = col("service_id", Text, "The service that it belongs to.");
const TO_ORGANIZATION: &[Reference] = &[Reference {
    fields: &["organization_id"],
    table: "organizations",
    to: &["id"],
}];
const TO_SERVICE: &[Reference] = &[Reference {
    fields: &["service_id"],
    table: "services",
    to: &["id"],
}];

/// Every table that is written, and what the specification calls its rows.
pub const TABLES: [(&str, &Table); 12] = [
    ("organization", &ORGANIZATIONS),
    ("program", &PROGRAMS),
    ("service", &SERVICES),
    ("service_area", &AREAS),
    ("cost_option", &COSTS),
    ("required_document", &DOCUMENTS),
    ("language", &LANGUAGES),
    ("schedule", &SCHEDULES),
    ("funding", &FUNDING),
    ("attribute", &ATTRIBUTES),
    ("taxonomy", &TAXONOMIES),
    ("taxonomy_term", &TERMS),
];

const ORGANIZATIONS: Table = Table {
    name: "organizations",
    about: "Public bodies that offer services.",
    key: &["id"],
    refers: &[],
    columns: &[
        ID,
        col("name", Text, "The full name."),
        col("alternate_name", Word, "Other names."),
        col("description", Text, "What kind of body it is, and where."),
        col("website", Word, "Its website."),
        col("uri", Word, "Its page in the portal."),
    ],
};

pub(super) const PROGRAMS: Table = Table {
    name: "programs",
    about: "Programs that services belong to, as the files say that they were taken from.",
    key: &["id"],
    refers: TO_ORGANIZATION,
    columns: &[
        ID,
        col(
            "organization_id",
            Text,
            "The body that publishes the service.",
        ),
        col("name", Text, "Its name."),
        col("alternate_name", Word, "Another name."),
        col("description", Text, "What it is."),
    ],
};

pub(super) const SERVICES: Table = Table {
    name: "services",
    about: "Offerings of the portal.",
    key: &["id"],
    refers: &[
        Reference {
            fields: &["organization_id"],
            table: "organizations",
            to: &["id"],
        },
        Reference {
            fields: &["program_id"],
            table: "programs",
            to: &["id"],
        },
    ],
    columns: &[
        ID,
        col("organization_id", Text, "The body that publishes it."),
        col("program_id", Word, "The program that it belongs to."),
        col("name", Text, "The title."),
        col("alternate_name", Word, "Another name."),
        col("description", Word, "What it is."),
        col("url", Word, "Its own page, else its page in the portal."),
        col("email", Word, "A role address."),
        col(
            "status",
            Text,
            "active, or inactive where its term has ended.",
        ),
        col("interpretation_services", Word, "Help with languages."),
        col("application_process", Word, "How one joins or buys."),
        col("fees_description", Word, "How it is paid for, and fees."),
        col("wait_time", Word, "How long one waits."),
        col("fees", Word, "Fees, in a field of older versions."),
        col("accreditations", Word, "Accreditations."),
        col("eligibility_description", Word, "Who may use it, in words."),
        col("minimum_age", Number, "From which age."),
        col("maximum_age", Number, "To which age."),
        col("licenses", Word, "Licenses."),
        col("alert", Word, "What has to be known now."),
        col("assured_date", Day, "When it was last checked."),
        col("last_modified", Moment, "When it last changed."),
    ],
};

pub(super) const AREAS: Table = Table {
    name: "service_areas",
    about: "Areas that services serve.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col("name", Word, "The place."),
        col("description", Word, "The area in the source's words."),
        col("extent", Word, "Its border."),
        col("extent_type", Word, "How the border is written."),
        col("uri", Word, "What names the area."),
    ],
};

pub(super) const COSTS: Table = Table {
    name: "cost_options",
    about: "Price lines, a row a tier.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col("valid_from", Word, "From which day."),
        col("valid_to", Word, "To which day."),
        col("option", Word, "What is priced."),
        col("currency", Word, "The currency."),
        col("amount", Number, "The price of one unit."),
        col(
            "amount_description",
            Word,
            "The unit, the period and conditions.",
        ),
    ],
};

pub(super) const DOCUMENTS: Table = Table {
    name: "required_documents",
    about: "What one signs or shows first.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col(
            "document",
            Word,
            "agreement, registration, resolution, membership or certificate, or the \
             words of the file that it was taken from.",
        ),
        col("uri", Word, "Where it is found."),
    ],
};

pub(super) const LANGUAGES: Table = Table {
    name: "languages",
    about: "Languages in which services are given.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col("name", Word, "The language."),
        col("code", Word, "Its code."),
        col("note", Word, "What has to be known of it."),
    ],
};

pub(super) const SCHEDULES: Table = Table {
    name: "schedules",
    about: "When services are given.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col("valid_from", Word, "From which day."),
        col("valid_to", Word, "To which day."),
        col("dtstart", Word, "The first day."),
        col("timezone", Number, "Hours from UTC."),
        col("until", Word, "The last day."),
        col("count", Number, "How often."),
        col("wkst", Word, "The first day of a week."),
        col("freq", Word, "WEEKLY or MONTHLY."),
        col("interval", Number, "Every how many weeks or months."),
        col("byday", Word, "On which days of the week."),
        col("byweekno", Word, "In which weeks."),
        col("bymonthday", Word, "On which days of the month."),
        col("byyearday", Word, "On which days of the year."),
        col("description", Word, "In words."),
        col("opens_at", Word, "From which time."),
        col("closes_at", Word, "To which time."),
        col("schedule_link", Word, "Where it is told."),
        col("attending_type", Word, "How one attends."),
        col("notes", Word, "What has to be known of it."),
    ],
};

pub(super) const FUNDING: Table = Table {
    name: "funding",
    about: "Who pays for services.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[ID, OF_SERVICE, col("source", Word, "Who pays.")],
};

pub(super) const ATTRIBUTES: Table = Table {
    name: "attributes",
    about: "Categories of services, and terms of other vocabularies that files give them.",
    key: &["id"],
    refers: &[Reference {
        fields: &["taxonomy_term_id"],
        table: "taxonomy_terms",
        to: &["id"],
    }],
    columns: &[
        ID,
        col("link_id", Text, "The service, or what belongs to it."),
        col("taxonomy_term_id", Text, "The category."),
        col("link_type", Word, "category, or the word of a file."),
        col("link_entity", Text, "service, or the word of a file."),
        col("value", Word, "The value of the term."),
    ],
};

pub(super) const TAXONOMIES: Table = Table {
    name: "taxonomies",
    about: "The vocabulary of categories, and those of files.",
    key: &["id"],
    refers: &[],
    columns: &[
        ID,
        col("name", Text, "Its name."),
        col("description", Text, "What it is for."),
        col("uri", Word, "Its page."),
        col("version", Word, "Its version."),
    ],
};

pub(super) const TERMS: Table = Table {
    name: "taxonomy_terms",
    about: "Categories.",
    key: &["id"],
    refers: &[Reference {
        fields: &["taxonomy_id"],
        table: "taxonomies",
        to: &["id"],
    }],
    columns: &[
        ID,
        col("code", Word, "The slug."),
        col("name", Text, "The name."),
        col("description", Text, "What belongs to it."),
        col("parent_id", Word, "The category that it stands under."),
        col("taxonomy", Word, "The name of the vocabulary."),
        col("language", Word, "The language."),
        col("taxonomy_id", Word, "The vocabulary."),
        col("term_uri", Word, "Its page."),
    ],
};

/// The rows of the categories.
pub fn category_rows(names: &Names<'_>) -> Vec<(&'static Table, Row)> {
    let terms = names
        .vocabulary
        .all()
        .iter()
        .map(|one| (&TERMS, term(one, names)));
    let all = std::iter::once((&TAXONOMIES, taxonomy(names))).chain(terms);
    all.map(|(table, whole)| (table, row(whole))).collect()
}

/// The row of a body.
pub fn organization_row(body: &Organization, names: &Names<'_>) -> (&'static Table, Row) {
    (&ORGANIZATIONS, row(organization(body, names)))
}

pub(super) fn row(whole: Value) -> Row {
    match whole {
        Value::Object(row) => row,
        _ => Row::new(),
    }
}

/// `datapackage.json` of tables of which so much was written.
pub fn descriptor(publisher: &str, homepage: &str, tables: &[(&'static Table, Written)]) -> Value {
    let described = tables.iter().map(|(table, written)| {
        let mut whole = resource(table, *written);
        let named = TABLES.iter().find(|(_, one)| one.name == table.name);
        if let Some((name, _)) = named {
            whole["name"] = json!(name);
        }
        whole
    });
    let described: Vec<Value> = described.map(renamed).collect();
    json!({
        "name": "human_services_data",
        "title": format!("{publisher}: shared services as a directory"),
        "description": "The public catalog of the portal as Human Services Data. Text that a \
            spreadsheet would take for a formula begins with an apostrophe.",
        "profile": "tabular-data-package",
        "version": "3.0",
        "homepage": homepage,
        "resources": described,
    })
}

/// References name resources as the specification calls them.
fn renamed(mut resource: Value) -> Value {
    let foreign = resource
        .pointer_mut("/schema/foreignKeys")
        .and_then(Value::as_array_mut);
    for key in foreign.into_iter().flatten() {
        let of = key.pointer("/reference/resource").and_then(Value::as_str);
        let named = TABLES.iter().find(|(_, table)| Some(table.name) == of);
        if let Some((name, _)) = named {
            key["reference"]["resource"] = json!(name);
        }
    }
    resource
}
