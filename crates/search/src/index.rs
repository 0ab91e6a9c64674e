//! The index: a shadow of the store that can always be built anew.

use crate::{
    Error, directory,
    doc::{Change, OfferingDoc},
    lexicon::Lexicon,
    schema::{Fields, document, schema},
    snapshot::{Loader, Snapshot},
    suggest::category_keys,
    weights::Weights,
};
use interlocal_catalog::category::Vocabulary;
use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term, merge_policy::LogMergePolicy,
};

/// Memory that one batch may take before it is written, in bytes.
const WRITER_BYTES: usize = 64 << 20;
/// Share of deleted documents at which a segment is merged.
const DELETED_RATIO: f32 = 0.2;

/// The index of offerings. Reads go on while one writer applies changes.
pub struct Index {
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) lexicon: Lexicon,
    pub(crate) category_keys: Vec<Vec<String>>,
    pub(crate) fields: Fields,
    pub(crate) weights: Weights,
    snapshot: RwLock<Arc<Snapshot>>,
    writing: Mutex<Writing>,
}

/// What only the writer touches.
struct Writing {
    writer: IndexWriter,
    reader: IndexReader,
    loader: Loader,
    sequence: i64,
}

impl Index {
    /// Opens the index in a directory, or begins an empty one where there is none, where it
    /// is corrupt, or where it was built for another schema or vocabulary; then
    /// [`Index::applied_sequence`] is 0. Errs when another process writes to it or the
    /// directory cannot be used.
    pub fn open(directory: &Path, vocabulary: Arc<Vocabulary>) -> Result<Self, Error> {
        Self::over(&directory::open(directory, &vocabulary)?, vocabulary)
    }

    /// An empty index in memory.
    pub fn in_memory(vocabulary: Arc<Vocabulary>) -> Result<Self, Error> {
        Self::over(&directory::in_memory(), vocabulary)
    }

    fn over(engine: &tantivy::Index, vocabulary: Arc<Vocabulary>) -> Result<Self, Error> {
        let sequence = engine
            .load_metas()?
            .payload
            .and_then(|payload| payload.parse().ok())
            .unwrap_or(0);
        let writer: IndexWriter = engine.writer_with_num_threads(1, WRITER_BYTES)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(DELETED_RATIO);
        writer.set_merge_policy(Box::new(policy));
        let reader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let mut loader = Loader::default();
        let snapshot = loader.load(reader.searcher())?;
        Ok(Self {
            lexicon: Lexicon::of(&vocabulary),
            category_keys: category_keys(&vocabulary),
            vocabulary,
            fields: schema().1,
            weights: Weights::default(),
            snapshot: RwLock::new(Arc::new(snapshot)),
            writing: Mutex::new(Writing {
                writer,
                reader,
                loader,
                sequence,
            }),
        })
    }

    /// The same index with other weights of ranking, for measuring them.
    #[must_use]
    pub fn with_weights(mut self, weights: Weights) -> Self {
        self.weights = weights;
        self
    }

    /// The last outbox sequence whose change is in the index; 0 for a new one.
    pub fn applied_sequence(&self) -> i64 {
        self.writing().sequence
    }

    /// How many offerings are in the index.
    pub fn len(&self) -> u64 {
        self.snapshot().searcher.num_docs()
    }

    /// Whether no offering is in the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of the present state; grows with every applied batch. A cached answer holds
    /// while it is the same.
    pub fn generation(&self) -> u64 {
        self.snapshot().generation
    }

    /// Applies changes in order and commits them together with the last outbox sequence;
    /// they are to be found as soon as this returns. On an error nothing has changed.
    pub fn apply(&self, batch: &[Change], last_sequence: i64) -> Result<(), Error> {
        self.write(last_sequence, |index, writer| {
            for change in batch {
                match change {
                    Change::Upsert(offering) => index.add(writer, offering)?,
                    Change::Delete(id) => {
                        writer.delete_term(Term::from_field_i64(index.fields.id, *id));
                    }
                }
            }
            Ok(())
        })
    }

    /// Puts these offerings in the place of everything in the index, in one commit: until
    /// then the old state is searched.
    pub fn replace_all(
        &self,
        offerings: impl IntoIterator<Item = OfferingDoc>,
        last_sequence: i64,
    ) -> Result<(), Error> {
        self.write(last_sequence, |index, writer| {
            writer.delete_all_documents()?;
            for offering in offerings {
                index.add(writer, &offering)?;
            }
            Ok(())
        })
    }

    fn add(&self, writer: &IndexWriter, offering: &OfferingDoc) -> Result<(), Error> {
        let document: TantivyDocument = document(&self.fields, &self.vocabulary, offering)
            .map_err(|fault| Error::Engine(fault.to_string()))?;
        writer.delete_term(Term::from_field_i64(self.fields.id, offering.id));
        writer.add_document(document)?;
        Ok(())
    }

    fn write(
        &self,
        sequence: i64,
        change: impl FnOnce(&Self, &IndexWriter) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut writing = self.writing();
        let done = change(self, &writing.writer).and_then(|()| {
            let mut prepared = writing.writer.prepare_commit()?;
            prepared.set_payload(&sequence.to_string());
            prepared.commit()?;
            Ok(())
        });
        if let Err(fault) = done {
            writing.writer.rollback()?;
            return Err(fault);
        }
        writing.sequence = sequence;
        writing.reader.reload()?;
        let searcher = writing.reader.searcher();
        let snapshot = Arc::new(writing.loader.load(searcher)?);
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = snapshot;
        Ok(())
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present state.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }
}
