//! How good a ranking is: normalized discounted cumulative gain over judged queries
//! (Järvelin and Kekäläinen 2002), at the first ten results.

use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Results that count.
pub const DEPTH: usize = 10;

/// A query with its judgments.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedQuery {
    /// Its name.
    pub id: String,
    /// The words as typed.
    pub words: String,
    /// Key of the asking government.
    pub asker: Option<String>,
    /// The type of query: keyword, natural …
    pub kind: String,
    /// Grade by slug, 1 to 3; what is not named has none.
    pub grades: HashMap<String, u8>,
}

/// The file of judged queries.
#[derive(Deserialize)]
struct JudgmentsFile {
    queries: Vec<QueryRow>,
}

#[derive(Deserialize)]
struct QueryRow {
    id: String,
    q: String,
    #[serde(rename = "for")]
    asker: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    judgments: HashMap<String, u8>,
}

/// Reads judged queries (JSON). `aliases` leads from another slug of an offering to its
/// own: both count once, with the higher grade. Offerings `left_out` are not expected.
pub fn read_judgments(
    json: &str,
    aliases: &HashMap<String, String>,
    left_out: &HashSet<String>,
) -> Result<Vec<JudgedQuery>, serde_json::Error> {
    let file: JudgmentsFile = serde_json::from_str(json)?;
    Ok(file
        .queries
        .into_iter()
        .map(|row| judged(row, aliases, left_out))
        .collect())
}

fn judged(
    row: QueryRow,
    aliases: &HashMap<String, String>,
    left_out: &HashSet<String>,
) -> JudgedQuery {
    let mut grades: HashMap<String, u8> = HashMap::new();
    for (slug, grade) in row.judgments {
        let slug = slug.rsplit(':').next().unwrap_or(&slug);
        let slug = aliases.get(slug).map_or(slug, String::as_str);
        if !left_out.contains(slug) {
            let best = grades.entry(slug.to_owned()).or_default();
            *best = grade.max(*best);
        }
    }
    JudgedQuery {
        id: row.id,
        words: row.q,
        asker: row.asker,
        kind: row.kind,
        grades,
    }
}

/// What a grade is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gain {
    /// 2^grade − 1.
    Exponential,
    /// The grade itself.
    Linear,
}

impl Gain {
    fn of(self, grade: u8) -> f64 {
        match self {
            Gain::Exponential => f64::from(grade).exp2() - 1.0,
            Gain::Linear => f64::from(grade),
        }
    }
}

/// nDCG of one ranking; none when nothing relevant exists.
pub fn ndcg(grades: &HashMap<String, u8>, ranked: &[String], gain: Gain) -> Option<f64> {
    let mut seen = HashSet::new();
    let found = ranked
        .iter()
        .filter(|slug| seen.insert(slug.as_str()))
        .map(|slug| grades.get(slug).copied().unwrap_or(0));
    let mut best: Vec<u8> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let ideal = discounted(best.into_iter(), gain);
    (ideal > 0.0).then(|| discounted(found, gain) / ideal)
}

fn discounted(grades: impl Iterator<Item = u8>, gain: Gain) -> f64 {
    grades
        .take(DEPTH)
        .zip(2_u32..)
        .map(|(grade, place)| gain.of(grade) / f64::from(place).log2())
        .sum()
}

/// The measure over all queries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// Mean nDCG@10 over the queries with something relevant.
    pub mean: f64,
    /// The mean by type of query.
    pub by_kind: BTreeMap<String, f64>,
    /// Query and nDCG@10, in order.
    pub by_query: Vec<(String, f64)>,
}

/// Measures rankings, given as slugs by the query's id; a query without one counts 0.
pub fn measure(
    queries: &[JudgedQuery],
    ranked: &HashMap<String, Vec<String>>,
    gain: Gain,
) -> Measured {
    let mut measured = Measured::default();
    let mut kinds: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for query in queries {
        let ranking = ranked.get(&query.id).map_or(&[][..], Vec::as_slice);
        if let Some(value) = ndcg(&query.grades, ranking, gain) {
            kinds.entry(query.kind.clone()).or_default().push(value);
            measured.by_query.push((query.id.clone(), value));
        }
    }
    let values: Vec<f64> = measured.by_query.iter().map(|(_, value)| *value).collect();
    measured.mean = mean(&values);
    measured.by_kind = kinds
        .into_iter()
        .map(|(kind, values)| (kind, mean(&values)))
        .collect();
    measured
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() {
        0.0
    } else {
        values.iter().sum::<f64>() / values.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades(rows: &[(&str, u8)]) -> HashMap<String, u8> {
        rows.iter()
            .map(|(slug, grade)| ((*slug).to_owned(), *grade))
            .collect()
    }

    fn ranking(slugs: &[&str]) -> Vec<String> {
        slugs.iter().map(|slug| (*slug).to_owned()).collect()
    }

    #[track_caller]
    fn check(ranked: &[&str], gain: Gain, expect: f64) {
        let judged = grades(&[("a", 3), ("b", 2), ("c", 1)]);
        let value = ndcg(&judged, &ranking(ranked), gain).unwrap();
        assert!((value - expect).abs() < 1e-4, "{ranked:?}: {value}");
    }

    #[test]
    fn the_best_order_is_one_and_a_worse_one_less() {
        check(&["a", "b", "c"], Gain::Exponential, 1.0);
        check(&["a", "b", "c", "x"], Gain::Linear, 1.0);
        check(&["c", "b", "a"], Gain::Exponential, 0.6806);
        check(&["c", "b", "a"], Gain::Linear, 0.7900);
        check(&["x", "y"], Gain::Linear, 0.0);
    }

    #[test]
    fn an_offering_listed_twice_counts_once() {
        check(&["a", "a", "b", "c"], Gain::Exponential, 1.0);
    }

    #[test]
    fn another_slug_counts_for_the_offering_with_the_higher_grade() {
        let json = r#"{"queries":[{"id":"q","q":"w","for":null,"type":"keyword","synonym":false,
            "judgments":{"programs:one":1,"peers:one":2,"other":3,"draft":3}}]}"#;
        let aliases = HashMap::from([("other".to_owned(), "two".to_owned())]);
        let left_out = HashSet::from(["draft".to_owned()]);
        let queries = read_judgments(json, &aliases, &left_out).unwrap();
        assert_eq!(queries[0].grades, grades(&[("one", 2), ("two", 3)]));
    }

    #[test]
    fn a_query_without_a_ranking_counts_nothing() {
        let query = JudgedQuery {
            id: "q".to_owned(),
            words: "w".to_owned(),
            asker: None,
            kind: "keyword".to_owned(),
            grades: grades(&[("a", 3)]),
        };
        let measured = measure(&[query], &HashMap::new(), Gain::Linear);
        assert_eq!(measured.by_query, [("q".to_owned(), 0.0)]);
        assert_eq!(measured.by_kind["keyword"], 0.0);
    }
}
