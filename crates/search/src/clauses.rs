//! From what is looked for to the engine's clauses.

use crate::{
    plan::{Choice, Plan, Slot},
    schema::Fields,
    weights::Weights,
};
use tantivy::{
    Term,
    query::{
        BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query,
        TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

/// How many words may stand between two that count as near each other.
const NEAR: u32 = 2;

/// The whole query: words, phrases in quotes, nearness. None when nothing is looked for.
pub(crate) fn words(plan: &Plan, fields: &Fields, weights: &Weights) -> Option<Box<dyn Query>> {
    if plan.slots.is_empty() {
        return None;
    }
    let slots = plan
        .slots
        .iter()
        .map(|slot| self::slot(slot, fields, weights))
        .collect();
    let mut clauses: Vec<(Occur, Box<dyn Query>)> =
        vec![(Occur::Must, Box::new(BooleanQuery::union(slots)))];
    for phrase in &plan.phrases {
        let demanded = ConstScoreQuery::new(sequence(fields.exact, phrase, 0), 0.0);
        clauses.push((Occur::Must, Box::new(demanded)));
    }
    for pair in &plan.pairs {
        for (field, weight) in [(fields.title, weights.title), (fields.body, weights.body)] {
            let near = sequence(field, pair, NEAR);
            clauses.push((Occur::Should, boosted(near, weight * weights.near)));
        }
    }
    Some(Box::new(BooleanQuery::new(clauses)))
}

fn slot(slot: &Slot, fields: &Fields, weights: &Weights) -> Box<dyn Query> {
    let mut ways: Vec<Box<dyn Query>> = Vec::new();
    for choice in &slot.choices {
        match choice {
            Choice::Words { stems, boost } => {
                for (field, weight) in text_fields(fields, weights) {
                    ways.push(boosted(sequence(field, stems, 0), weight * boost));
                }
            }
            Choice::Other { stems, boost } => {
                for (field, weight) in meaning_fields(fields, weights) {
                    ways.push(boosted(sequence(field, stems, 0), weight * boost));
                }
            }
            Choice::Exact { word, boost } => {
                let exact = sequence(fields.exact, std::slice::from_ref(word), 0);
                ways.push(boosted(exact, *boost));
            }
            Choice::Category { slug, boost } => {
                let [category, ..] = fields.groups;
                let term = Term::from_field_text(category, slug);
                let query = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
                ways.push(Box::new(ConstScoreQuery::new(query, *boost)));
            }
        }
    }
    boosted(
        Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, weights.tie)),
        slot.weight,
    )
}

/// Where a typed word is looked for.
fn text_fields(fields: &Fields, weights: &Weights) -> [(Field, f32); 5] {
    let [title, names, body, topic] = meaning_fields(fields, weights);
    [title, names, body, topic, (fields.more, weights.more)]
}

/// Where another word of the same meaning is looked for.
fn meaning_fields(fields: &Fields, weights: &Weights) -> [(Field, f32); 4] {
    [
        (fields.title, weights.title),
        (fields.names, weights.names),
        (fields.body, weights.body),
        (fields.topic, weights.topic),
    ]
}

fn sequence(field: Field, words: &[String], slop: u32) -> Box<dyn Query> {
    let terms: Vec<Term> = words
        .iter()
        .map(|word| Term::from_field_text(field, word))
        .collect();
    match terms.as_slice() {
        [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
        _ => {
            let mut phrase = PhraseQuery::new(terms);
            phrase.set_slop(slop);
            Box::new(phrase)
        }
    }
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}
