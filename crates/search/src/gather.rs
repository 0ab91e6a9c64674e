//! Collects every matching document with its score; counting and ordering come after.

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader, TantivyError,
    collector::{Collector, SegmentCollector},
};

/// A matching document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub segment: SegmentOrdinal,
    pub doc: DocId,
    pub score: Score,
}

/// Collects all of them, with or without scores.
pub(crate) struct Gather {
    pub scored: bool,
}

/// Collects those of one segment.
pub(crate) struct GatherSegment {
    segment: SegmentOrdinal,
    found: Vec<Candidate>,
}

impl Collector for Gather {
    type Fruit = Vec<Candidate>;
    type Child = GatherSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        _: &SegmentReader,
    ) -> Result<GatherSegment, TantivyError> {
        Ok(GatherSegment {
            segment,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scored
    }

    fn merge_fruits(&self, fruits: Vec<Vec<Candidate>>) -> Result<Vec<Candidate>, TantivyError> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for GatherSegment {
    type Fruit = Vec<Candidate>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.found.push(Candidate {
            segment: self.segment,
            doc,
            score,
        });
    }

    fn harvest(self) -> Vec<Candidate> {
        self.found
    }
}
