//! One state of the index: the engine's searcher and the columns of its segments.

use crate::{
    Error,
    columns::{self, Body, Columns, GROUPS, Values},
};
use std::{collections::HashMap, sync::Arc};
use tantivy::{Searcher, index::SegmentId};

/// A state of the index; a search works on one from beginning to end.
pub(crate) struct Snapshot {
    pub searcher: Searcher,
    /// By the ordinal of the segment.
    pub segments: Vec<Arc<Columns>>,
    pub values: [Values; GROUPS],
    /// Every publishing body.
    pub bodies: Vec<Body>,
    /// Whether everything in it may be seen by everybody.
    pub all_public: bool,
    pub generation: u64,
}

/// Columns that were read, kept from one state to the next.
#[derive(Default)]
pub(crate) struct Loader {
    columns: HashMap<SegmentId, Arc<Columns>>,
    values: [Values; GROUPS],
    generation: u64,
}

impl Loader {
    /// Reads the columns of new segments and forgets those of segments that are gone.
    pub fn load(&mut self, searcher: Searcher) -> Result<Snapshot, Error> {
        let mut kept = HashMap::new();
        let mut segments = Vec::new();
        for segment in searcher.segment_readers() {
            let id = segment.segment_id();
            let columns = match self.columns.get(&id) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(columns::read(segment, &mut self.values)?),
            };
            kept.insert(id, Arc::clone(&columns));
            segments.push(columns);
        }
        self.columns = kept;
        self.generation += 1;
        let mut bodies: Vec<Body> = segments
            .iter()
            .flat_map(|columns| columns.bodies.iter().cloned())
            .collect();
        bodies.sort_unstable();
        bodies.dedup();
        let all_public = segments.iter().all(|columns| columns.all_public);
        Ok(Snapshot {
            searcher,
            segments,
            values: self.values.clone(),
            bodies,
            all_public,
            generation: self.generation,
        })
    }
}
