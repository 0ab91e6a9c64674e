//! The fields of the index and how an offering fills them.

use crate::{
    acronyms::acronyms,
    analysis::{EXACT, STEM, word_key},
    doc::{EVERY_STATE, OfferingDoc},
    shown::Shown,
    states::state_name,
};
use chrono::{Datelike, NaiveDate};
use interlocal_catalog::{category::Vocabulary, offering::Source};
use tantivy::{
    TantivyDocument,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
    },
};

/// Raised with every change of fields or analysis; an index of another version is rebuilt.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// Fast fields of facet groups, in the order of [`crate::columns::Group`].
pub(crate) const GROUP_FIELDS: [&str; 7] = [
    "category",
    "kind",
    "level",
    "state",
    "cost_model",
    "agreement",
    "provider",
];

/// The fields.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub id: Field,
    pub shown: Field,
    pub title: Field,
    pub names: Field,
    pub body: Field,
    pub topic: Field,
    pub more: Field,
    pub exact: Field,
    pub typeahead: Field,
    pub visibility: Field,
    pub provider_name: Field,
    pub title_key: Field,
    pub groups: [Field; 7],
    pub rule_set: Field,
    pub source: Field,
    pub starts_on: Field,
    pub ends_on: Field,
    pub stale_from: Field,
    pub changed_at: Field,
}

/// Builds the schema.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |analyzer: &str| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(analyzer)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        )
    };
    let word = TextOptions::default().set_fast("raw").set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic),
    );
    let column = TextOptions::default().set_fast("raw");
    let fields = Fields {
        id: builder.add_i64_field("id", INDEXED | FAST),
        shown: builder.add_bytes_field("shown", STORED),
        title: builder.add_text_field("title", text(STEM)),
        names: builder.add_text_field("names", text(STEM)),
        body: builder.add_text_field("body", text(STEM)),
        topic: builder.add_text_field("topic", text(STEM)),
        more: builder.add_text_field("more", text(STEM)),
        exact: builder.add_text_field("exact", text(EXACT)),
        typeahead: builder.add_text_field(
            "typeahead",
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default()
                    .set_tokenizer(EXACT)
                    .set_fieldnorms(false)
                    .set_index_option(IndexRecordOption::Basic),
            ),
        ),
        visibility: builder.add_text_field("visibility", word.clone()),
        provider_name: builder.add_text_field("provider_name", column.clone()),
        title_key: builder.add_text_field("title_key", column),
        groups: GROUP_FIELDS.map(|name| builder.add_text_field(name, word.clone())),
        rule_set: builder.add_u64_field("rule_set", FAST),
        source: builder.add_u64_field("source", FAST),
        starts_on: builder.add_i64_field("starts_on", FAST),
        ends_on: builder.add_i64_field("ends_on", FAST),
        stale_from: builder.add_i64_field("stale_from", FAST),
        changed_at: builder.add_i64_field("changed_at", FAST),
    };
    (builder.build(), fields)
}

/// Days since the beginning of our era, as columns keep a date.
pub(crate) fn day(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}

/// The document of an offering.
pub(crate) fn document(
    fields: &Fields,
    vocabulary: &Vocabulary,
    offering: &OfferingDoc,
) -> Result<TantivyDocument, serde_json::Error> {
    let mut document = TantivyDocument::new();
    document.add_i64(fields.id, offering.id);
    document.add_bytes(
        fields.shown,
        &serde_json::to_vec(&Shown::of(vocabulary, offering))?,
    );
    fill_text(&mut document, fields, vocabulary, offering);
    fill_groups(&mut document, fields, vocabulary, offering);
    document.add_text(fields.visibility, &offering.visibility);
    document.add_text(fields.provider_name, &offering.provider_name);
    document.add_text(fields.title_key, word_key(&offering.title));
    document.add_u64(fields.rule_set, u64::from(offering.rule_set));
    document.add_u64(fields.source, source_rank(offering.source));
    document.add_i64(
        fields.starts_on,
        offering.term.starts_on.map_or(i64::MIN, day),
    );
    document.add_i64(fields.ends_on, offering.term.ends_on.map_or(i64::MAX, day));
    document.add_i64(
        fields.stale_from,
        day(offering.checked_on).saturating_add(offering.review_days),
    );
    document.add_i64(fields.changed_at, offering.changed_at);
    Ok(document)
}

fn source_rank(source: Source) -> u64 {
    match source {
        Source::PublishingBody => 0,
        Source::PublicSource => 1,
        Source::Unsourced => 2,
    }
}

fn fill_text(
    document: &mut TantivyDocument,
    fields: &Fields,
    vocabulary: &Vocabulary,
    offering: &OfferingDoc,
) {
    let mut names = vec![offering.slug.replace('-', " ")];
    names.extend(offering.aliases.iter().map(|alias| alias.replace('-', " ")));
    names.push(offering.provider_name.clone());
    names.extend(offering.provider_aliases.iter().cloned());
    names.extend(offering.partner_names.iter().cloned());
    names.extend(offering.suppliers.iter().cloned());
    names.push(acronyms(&offering.provider_name).join(" "));
    for name in &offering.partner_names {
        names.push(acronyms(name).join(" "));
    }
    let body = [&offering.summary, &offering.how_to_join];
    let mut more = vec![offering.area_words.clone(), offering.known_users.clone()];
    more.extend(
        offering
            .named_groups
            .iter()
            .map(|group| group.replace('-', " ")),
    );
    more.extend(offering.frameworks.iter().cloned());
    more.extend(offering.lines.iter().cloned());
    more.extend(
        offering
            .states
            .iter()
            .filter_map(|code| state_name(code))
            .map(str::to_owned),
    );

    document.add_text(fields.title, &offering.title);
    document.add_text(fields.exact, &offering.title);
    document.add_text(fields.typeahead, &offering.title);
    for text in body {
        document.add_text(fields.body, text);
        document.add_text(fields.exact, text);
    }
    for text in &names {
        document.add_text(fields.names, text);
        document.add_text(fields.exact, text);
    }
    for text in &more {
        document.add_text(fields.more, text);
        document.add_text(fields.exact, text);
    }
    for text in topic(vocabulary, offering) {
        document.add_text(fields.topic, text);
    }
}

/// The words of the category and the name of the one above it.
fn topic<'a>(vocabulary: &'a Vocabulary, offering: &'a OfferingDoc) -> Vec<&'a str> {
    let mut found = Vec::new();
    if let Some(category) = vocabulary.get(&offering.category) {
        found.push(category.name.as_str());
        found.extend(category.synonyms.iter().map(String::as_str));
        for word in &category.words {
            found.push(&word.word);
            found.push(&word.means);
        }
        if let Some(parent) = &category.parent {
            found.push(vocabulary.name(parent));
        }
    }
    found
}

fn fill_groups(
    document: &mut TantivyDocument,
    fields: &Fields,
    vocabulary: &Vocabulary,
    offering: &OfferingDoc,
) {
    let first = vocabulary.first_of(&offering.category);
    let mut category = vec![offering.category.as_str()];
    if *first != offering.category {
        category.push(first.as_str());
    }
    let every = offering.states.iter().any(|state| state == EVERY_STATE);
    let states: Vec<&str> = if every {
        vec![EVERY_STATE]
    } else {
        offering.states.iter().map(String::as_str).collect()
    };
    let values = [
        category,
        vec![offering.kind.word()],
        vec![offering.level.word()],
        states,
        vec![offering.cost_model.word()],
        offering.agreements.iter().map(String::as_str).collect(),
        vec![offering.provider_slug.as_str()],
    ];
    for (field, mut values) in fields.groups.into_iter().zip(values) {
        values.sort_unstable();
        values.dedup();
        for value in values {
            document.add_text(field, value);
        }
    }
}
