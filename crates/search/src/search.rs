//! Answers a query.

use crate::{
    Error, Index, clauses,
    dictionary::Dictionary,
    gather::Gather,
    matched::Marker,
    order::Listed,
    plan::Plan,
    query::Query,
    results::{Hit, Results},
    shown::Shown,
    snapshot::Snapshot,
    standing::keep_standing,
    tally::{tally, total},
    typed,
    understand::understand,
};
use tantivy::{
    DocAddress, TantivyDocument,
    query::{BooleanQuery, ConstScoreQuery, Occur, Query as EngineQuery},
    schema::Value,
};

impl Index {
    /// Finds offerings. No text is an error; it errs only when the index cannot be read.
    /// Without words the answer for a day, filters and classes holds as long as
    /// [`Index::generation`]; whoever serves pages may keep it under that number.
    pub fn search(&self, query: &Query) -> Result<Results, Error> {
        let snapshot = self.snapshot();
        let dictionary = Dictionary {
            snapshot: &snapshot,
            fields: &self.fields,
            visible: &query.visible,
        };
        let typed = typed::read(&query.words);
        let plan = understand(&typed, &self.lexicon, &dictionary, &self.weights)?;
        let words = clauses::words(&plan, &self.fields, &self.weights);
        let scored = words.is_some();
        let seen: Box<dyn EngineQuery> =
            Box::new(ConstScoreQuery::new(dictionary.visibility(), 0.0));
        let mut all = vec![(Occur::Must, seen)];
        all.extend(words.map(|words| (Occur::Must, words)));
        let mut found = snapshot
            .searcher
            .search(&BooleanQuery::new(all), &Gather { scored })?;
        let other_terms_total = query.count_other_terms.then(|| {
            let other = Query {
                include_expired: !query.include_expired,
                ..query.clone()
            };
            let mut found = found.clone();
            keep_standing(&mut found, &snapshot, &other, &self.weights, scored);
            total(&snapshot, &other, &found)
        });
        keep_standing(&mut found, &snapshot, query, &self.weights, scored);
        let tally = tally(&snapshot, query, &found, scored);
        let marker = Marker::new(&plan);
        let hits = tally
            .page
            .iter()
            .map(|listed| self.hit(&snapshot, listed, &marker))
            .collect::<Result<_, _>>()?;
        Ok(Results {
            total: tally.total,
            other_terms_total,
            hits,
            facets: tally.facets,
            did_you_mean: plan.did_you_mean,
            generation: snapshot.generation,
        })
    }

    fn hit(&self, snapshot: &Snapshot, listed: &Listed, marker: &Marker) -> Result<Hit, Error> {
        let address = DocAddress::new(listed.candidate.segment, listed.candidate.doc);
        let shown = self.shown(snapshot, address)?;
        Ok(Hit {
            id: listed.id,
            score: listed.candidate.score,
            class: listed.class,
            matched: marker.mark(&shown),
            slug: shown.slug,
        })
    }

    /// The texts the index keeps of a document.
    pub(crate) fn shown(&self, snapshot: &Snapshot, at: DocAddress) -> Result<Shown, Error> {
        let document: TantivyDocument = snapshot.searcher.doc(at)?;
        let bytes = document
            .get_first(self.fields.shown)
            .and_then(|value| value.as_bytes());
        serde_json::from_slice(bytes.unwrap_or_default())
            .map_err(|fault| Error::Engine(fault.to_string()))
    }

    /// What a query is understood as, one line a word; for tools.
    pub fn explain(&self, words: &str, visible: &[String]) -> Result<String, Error> {
        let snapshot = self.snapshot();
        let dictionary = Dictionary {
            snapshot: &snapshot,
            fields: &self.fields,
            visible,
        };
        let typed = typed::read(words);
        let plan: Plan = understand(&typed, &self.lexicon, &dictionary, &self.weights)?;
        let lines: Vec<String> = plan
            .slots
            .iter()
            .map(|s| format!("{:.2} {:?}", s.weight, s.choices))
            .collect();
        Ok(lines.join("\n"))
    }
}
