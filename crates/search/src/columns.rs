//! The columns of a segment in memory: facet values as numbers, days, rule sets, titles.
//! A segment never changes, so its columns are built once.

use crate::{analysis::word_key, doc::PUBLIC, schema::GROUP_FIELDS};
use std::{collections::HashMap, sync::Arc};
use tantivy::{SegmentReader, TantivyError, columnar::StrColumn};

/// Facet groups, in the order of the schema's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Category,
    Kind,
    Level,
    State,
    CostModel,
    Agreement,
    Provider,
}

impl Group {
    /// Every group, in order.
    pub const ALL: [Group; GROUPS] = [
        Group::Category,
        Group::Kind,
        Group::Level,
        Group::State,
        Group::CostModel,
        Group::Agreement,
        Group::Provider,
    ];
}

/// How many groups there are.
pub(crate) const GROUPS: usize = GROUP_FIELDS.len();

/// Numbers for the values of a group, the same in every segment; only ever added to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values {
    names: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
}

impl Values {
    /// The number of a value, new when it is met first.
    fn number(&mut self, value: &str) -> u32 {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let name: Arc<str> = Arc::from(value);
        self.names.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        number
    }

    /// The number of a value, if any document ever had it.
    pub fn find(&self, value: &str) -> Option<u32> {
        self.numbers.get(value).copied()
    }

    /// Every value, by number.
    pub fn names(&self) -> &[Arc<str>] {
        &self.names
    }
}

/// Values by document, several each.
#[derive(Debug, Default)]
pub(crate) struct Multi {
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Multi {
    /// The values of a document.
    pub fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        match (self.starts.get(doc), self.starts.get(doc + 1)) {
            (Some(from), Some(to)) => self
                .values
                .get(*from as usize..*to as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }
}

/// A publishing body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Body {
    pub slug: Arc<str>,
    pub name: Arc<str>,
    /// The words of its name, lower-cased.
    pub key: Arc<str>,
}

/// What is known of one document beside its texts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Row {
    pub id: i64,
    pub starts_on: i64,
    pub ends_on: i64,
    pub stale_from: i64,
    pub changed_at: i64,
    pub rule_set: u32,
    pub source: u8,
}

/// The columns of one segment.
#[derive(Debug)]
pub(crate) struct Columns {
    pub rows: Vec<Row>,
    pub titles: Vec<Arc<str>>,
    pub groups: [Multi; GROUPS],
    /// Every publishing body in the segment.
    pub bodies: Vec<Body>,
    /// Documents in the order of their titles.
    pub by_title: Vec<u32>,
    /// The visibility term of each document.
    pub visibility: Vec<Arc<str>>,
    /// Whether everything in it may be seen by everybody.
    pub all_public: bool,
}

impl Columns {
    /// Documents whose title begins so, in the order of titles.
    pub fn titled(&self, start: &str) -> impl Iterator<Item = (u32, &str)> {
        let title = |doc: &u32| self.titles.get(*doc as usize).map_or("", |title| title);
        let from = self.by_title.partition_point(|doc| title(doc) < start);
        let rest = self.by_title.get(from..).unwrap_or_default();
        rest.iter()
            .map(move |doc| (*doc, title(doc)))
            .take_while(move |(_, title)| title.starts_with(start))
    }
}

/// Reads the columns of a segment.
pub(crate) fn read(
    segment: &SegmentReader,
    values: &mut [Values; GROUPS],
) -> Result<Columns, TantivyError> {
    let count = segment.max_doc();
    let mut groups: [Multi; GROUPS] = Default::default();
    for ((name, group), values) in GROUP_FIELDS
        .into_iter()
        .zip(&mut groups)
        .zip(values.iter_mut())
    {
        *group = multi(segment, name, |value| values.number(value))?;
    }
    let titles = single(segment, "title_key")?;
    let bodies = bodies(segment)?;
    let visibility = single(segment, "visibility")?;
    let all_public = visibility.iter().all(|term| **term == *PUBLIC);
    let mut by_title: Vec<u32> = (0..count).collect();
    by_title.sort_by_key(|doc| titles.get(*doc as usize));
    Ok(Columns {
        rows: rows(segment, count)?,
        titles,
        groups,
        bodies,
        by_title,
        visibility,
        all_public,
    })
}

fn rows(segment: &SegmentReader, count: u32) -> Result<Vec<Row>, TantivyError> {
    let fast = segment.fast_fields();
    let id = fast.i64("id")?.first_or_default_col(0);
    let starts_on = fast.i64("starts_on")?.first_or_default_col(i64::MIN);
    let ends_on = fast.i64("ends_on")?.first_or_default_col(i64::MAX);
    let stale_from = fast.i64("stale_from")?.first_or_default_col(i64::MAX);
    let changed_at = fast.i64("changed_at")?.first_or_default_col(0);
    let rule_set = fast.u64("rule_set")?.first_or_default_col(u64::MAX);
    let source = fast.u64("source")?.first_or_default_col(2);
    Ok((0..count)
        .map(|doc| Row {
            id: id.get_val(doc),
            starts_on: starts_on.get_val(doc),
            ends_on: ends_on.get_val(doc),
            stale_from: stale_from.get_val(doc),
            changed_at: changed_at.get_val(doc),
            rule_set: u32::try_from(rule_set.get_val(doc)).unwrap_or(u32::MAX),
            source: u8::try_from(source.get_val(doc)).unwrap_or(u8::MAX),
        })
        .collect())
}

fn terms(column: &StrColumn) -> Result<Vec<Arc<str>>, TantivyError> {
    let mut found = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        found.push(Arc::from(String::from_utf8_lossy(stream.key())));
    }
    Ok(found)
}

fn multi(
    segment: &SegmentReader,
    name: &str,
    mut number: impl FnMut(&str) -> u32,
) -> Result<Multi, TantivyError> {
    let count = segment.max_doc();
    let mut found = Multi {
        starts: Vec::with_capacity(count as usize + 1),
        values: Vec::new(),
    };
    found.starts.push(0);
    let Some(column) = segment.fast_fields().str(name)? else {
        found.starts.resize(count as usize + 1, 0);
        return Ok(found);
    };
    let numbers: Vec<u32> = terms(&column)?.iter().map(|term| number(term)).collect();
    for doc in 0..count {
        let values = column
            .term_ords(doc)
            .filter_map(|ord| numbers.get(usize::try_from(ord).ok()?));
        found.values.extend(values);
        found
            .starts
            .push(u32::try_from(found.values.len()).unwrap_or(u32::MAX));
    }
    Ok(found)
}

fn single(segment: &SegmentReader, name: &str) -> Result<Vec<Arc<str>>, TantivyError> {
    let empty: Arc<str> = Arc::from("");
    let count = segment.max_doc();
    let Some(column) = segment.fast_fields().str(name)? else {
        return Ok(vec![empty; count as usize]);
    };
    let terms = terms(&column)?;
    let of = |doc| {
        let ord = usize::try_from(column.term_ords(doc).next()?).ok()?;
        terms.get(ord).cloned()
    };
    Ok((0..count)
        .map(|doc| of(doc).unwrap_or_else(|| Arc::clone(&empty)))
        .collect())
}

fn bodies(segment: &SegmentReader) -> Result<Vec<Body>, TantivyError> {
    let slugs = single(segment, "provider")?;
    let names = single(segment, "provider_name")?;
    let mut found: Vec<(Arc<str>, Arc<str>)> = slugs.into_iter().zip(names).collect();
    found.sort_unstable();
    found.dedup();
    let body = |(slug, name): (Arc<str>, Arc<str>)| Body {
        slug,
        key: Arc::from(word_key(&name)),
        name,
    };
    Ok(found.into_iter().map(body).collect())
}
