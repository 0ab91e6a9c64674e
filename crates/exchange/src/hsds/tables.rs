//! The tables of an HSDS package of CSV files, and the rows of a service in them.

use super::write::{Listed, Names, organization, taxonomy, term};
use crate::package::{Column, Kind, Kind::*, Reference, Row, Table, Written, resource};
use interlocal_catalog::organization::Organization;
use serde_json::{Value, json};

const fn col(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, about }
}

const ID: Column = col("id", Text, "A UUID of version 5, made of a stable key.");
const OF_SERVICE: Column = col("service_id", Text, "The service that it belongs to.");
const TO_SERVICE: &[Reference] = &[Reference {
    fields: &["service_id"],
    table: "services",
    to: &["id"],
}];

/// Every table that is written, and what the specification calls its rows.
pub const TABLES: [(&str, &Table); 8] = [
    ("organization", &ORGANIZATIONS),
    ("service", &SERVICES),
    ("service_area", &AREAS),
    ("cost_option", &COSTS),
    ("required_document", &DOCUMENTS),
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

const SERVICES: Table = Table {
    name: "services",
    about: "Offerings of the portal.",
    key: &["id"],
    refers: &[Reference {
        fields: &["organization_id"],
        table: "organizations",
        to: &["id"],
    }],
    columns: &[
        ID,
        col("organization_id", Text, "The body that publishes it."),
        col("name", Text, "The title."),
        col("description", Word, "What it is."),
        col("url", Word, "Its own page, else its page in the portal."),
        col("email", Word, "A role address."),
        col(
            "status",
            Text,
            "active, or inactive where its term has ended.",
        ),
        col("application_process", Word, "How one joins or buys."),
        col("fees_description", Word, "How it is paid for, and fees."),
        col("eligibility_description", Word, "Who may use it, in words."),
        col("assured_date", Day, "When it was last checked."),
        col("last_modified", Moment, "When it last changed."),
    ],
};

const AREAS: Table = Table {
    name: "service_areas",
    about: "Areas that services serve.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
        col("name", Word, "The place."),
        col("description", Word, "The area in the source's words."),
    ],
};

const COSTS: Table = Table {
    name: "cost_options",
    about: "Price lines, a row a tier.",
    key: &["id"],
    refers: TO_SERVICE,
    columns: &[
        ID,
        OF_SERVICE,
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

const DOCUMENTS: Table = Table {
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
            "agreement, registration, resolution, membership or certificate.",
        ),
    ],
};

const ATTRIBUTES: Table = Table {
    name: "attributes",
    about: "Categories of services.",
    key: &["id"],
    refers: &[Reference {
        fields: &["taxonomy_term_id"],
        table: "taxonomy_terms",
        to: &["id"],
    }],
    columns: &[
        ID,
        col("link_id", Text, "The service."),
        col("taxonomy_term_id", Text, "The category."),
        col("link_type", Word, "category."),
        col("link_entity", Text, "service."),
    ],
};

const TAXONOMIES: Table = Table {
    name: "taxonomies",
    about: "The vocabulary of categories.",
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

const TERMS: Table = Table {
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

/// The rows of a service.
pub fn service_rows(service: &Listed<'_>, names: &Names<'_>) -> Vec<(&'static Table, Row)> {
    let mut rows = vec![(&SERVICES, service.own(names))];
    for (table, list) in [
        (&AREAS, service.areas(names)),
        (&COSTS, service.costs()),
        (&DOCUMENTS, service.documents()),
        (&ATTRIBUTES, service.attributes(names)),
    ] {
        rows.extend(list.into_iter().map(|whole| (table, row(whole))));
    }
    rows
}

fn row(whole: Value) -> Row {
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
