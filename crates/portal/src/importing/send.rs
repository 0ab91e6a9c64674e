//! Somebody at a desk sends a file, and says how its columns are read.

use super::{
    FileStage, ImportFile, Intake, MARKETPLACE, hash_of,
    read::{beside, in_words},
};
use crate::{Error, FieldFault, Portal, import_dotgov, import_jurisdictions};
use interlocal_catalog::{CategoryId, OrganizationId, policy::Actor};
use interlocal_exchange::{
    contracts::{HEADING_WORDS, Mapping},
    recognize::FileKind,
    table::Table,
};
use interlocal_store::Deed;

/// Bytes of a file at most.
pub const LARGEST: usize = 50_000_000;
/// Letters of the name of a source at most.
const LONGEST_SOURCE: usize = 120;
/// Cells of a column that are shown.
const SAMPLES: usize = 3;

/// A file that somebody sends.
pub struct Sent {
    /// What it holds; none where the portal is to find out.
    pub kind: Option<FileKind>,
    /// The source that it is a file of; its name without the ending where it is empty.
    pub source: String,
    /// The category of new drafts.
    pub category: CategoryId,
    /// What its sender calls it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A column of a contract list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Some of its cells.
    pub samples: Vec<String>,
}

/// The columns of a contract list, and how they are read.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The file.
    pub file: ImportFile,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How they are read.
    pub mapping: Mapping,
    /// Headings that the source had before and this file lacks.
    pub missing: Vec<String>,
    /// Headings that are new in this file, where the source had others before.
    pub new: Vec<String>,
}

impl Portal {
    /// Takes a file onto a desk; gives it as it lies there.
    pub async fn send_import(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        sent: Sent,
    ) -> Result<ImportFile, Error> {
        let at = at.into();
        self.intake_door(actor, at)?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if sent.bytes.is_empty() {
            fault("file", "choose a file that is not empty".to_owned());
        } else if sent.bytes.len() > LARGEST {
            fault("file", "is larger than 50 MB: split it".to_owned());
        }
        let typed = match sent.source.trim() {
            "" => stem(&sent.name),
            typed => typed.to_owned(),
        };
        if typed.chars().count() > LONGEST_SOURCE {
            fault("source", format!("has more than {LONGEST_SOURCE} letters"));
        }
        if self.vocabulary.get(&sent.category).is_none() {
            fault("category", "choose a category of the list".to_owned());
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let Sent {
            kind, name, bytes, ..
        } = sent;
        let kind = kind.unwrap_or_else(|| FileKind::recognize(&bytes));
        if !at.kinds().contains(&kind) {
            let who = match at {
                Intake::Desk(_) => "stewards take in",
                Intake::Stewards => "bodies take in at their desks",
            };
            let what = format!(
                "looks like “{}”, which {who}; say what it holds if it is something else",
                kind.label()
            );
            return Err(Error::field("file", what));
        }
        let source = match at {
            Intake::Desk(body) => self.source_of(body, &typed).await?,
            Intake::Stewards => source_for_all(kind).to_owned(),
        };
        let kept = self.store.mapping(&source).await?;
        let shelf = self.outside.imports.clone();
        let (size, file_name) = (bytes.len() as u64, name.clone());
        let (sha256, mapping) = beside(move || {
            let mapping = match kind {
                FileKind::Contracts => {
                    let table = Table::read(&name, &bytes, &HEADING_WORDS)
                        .map_err(|fault| Error::field("file", in_words(&fault)))?;
                    let kept = kept.and_then(|kept| serde_json::from_str(&kept).ok());
                    let mapping: Mapping = kept.unwrap_or_else(|| Mapping::guess(&table));
                    serde_json::to_string(&mapping)
                        .map_err(|error| Error::Internal(error.to_string()))?
                }
                _ => String::new(),
            };
            let sha256 = hash_of(&bytes);
            shelf
                .put(&sha256, &bytes)
                .map_err(|error| Error::Unavailable(format!("imports: {error}")))?;
            Ok::<_, Error>((sha256, mapping))
        })
        .await??;
        let now = self.clock.now();
        let mut file = ImportFile {
            id: 0,
            organization: at.body().cloned(),
            kind: kind.word().to_owned(),
            source,
            category: sent.category,
            file_name,
            sha256,
            size,
            stage: match mapping.as_str() {
                "" => FileStage::Checking,
                _ => FileStage::Columns,
            },
            mapping,
            done: 0,
            total: 0,
            counts: Vec::new(),
            notes: Vec::new(),
            fault: String::new(),
            batch: None,
            sent_by: actor.person().map(|person| person.id),
            sent_at: now,
            changed_at: now,
            leased_until: None,
        };
        let tx = self.store.begin().await?;
        file.id = tx.add_import_file(&file).await?;
        let deed = Deed {
            action: "send_import",
            subject: &file.source,
            reason: &file.file_name,
            body: at.body(),
        };
        tx.audit(now, actor, &deed).await?;
        tx.commit().await?;
        self.imports_wait.notify_one();
        Ok(file)
    }

    /// The columns of a contract list that lies on a desk.
    pub async fn import_columns(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        id: i32,
    ) -> Result<Columns, Error> {
        let file = self.import_file(actor, at, id).await?;
        if file.mapping.is_empty() || file.stage == FileStage::Applied {
            return Err(Error::NotFound);
        }
        let known = self.store.mapping(&file.source).await?.is_some();
        let mapping: Mapping = mapping_of(&file)?;
        let bytes = self.import_bytes(&file).await?;
        let table = beside(move || {
            Table::read(&file.file_name, &bytes, &HEADING_WORDS).map(|table| (file, table))
        })
        .await?;
        let (file, table) = table.map_err(|fault| Error::Conflict(in_words(&fault)))?;
        let (missing, new) = match known {
            true => mapping.differs(&table),
            false => Default::default(),
        };
        let columns = table.headings.iter().enumerate().map(|(at, heading)| {
            let mut samples: Vec<String> = Vec::new();
            for cell in table.rows.iter().map(|row| row.cell(at)) {
                if samples.len() == SAMPLES {
                    break;
                }
                if !cell.is_empty() && !samples.iter().any(|known| known == cell) {
                    samples.push(cell.chars().take(60).collect());
                }
            }
            Column {
                name: heading.name.clone(),
                samples,
            }
        });
        Ok(Columns {
            columns: columns.collect(),
            file,
            mapping,
            missing,
            new,
        })
    }

    /// Says how the columns are read; the portal then finds out what would be done.
    pub async fn map_import(
        &self,
        actor: &Actor,
        at: impl Into<Intake<'_>>,
        (id, mapping): (i32, &Mapping),
    ) -> Result<(), Error> {
        let at = at.into();
        self.intake_door(actor, at)?;
        self.import_file(actor, at, id).await?;
        if let Some(fault) = mapping.fault() {
            return Err(Error::field("columns", fault));
        }
        let text =
            serde_json::to_string(mapping).map_err(|error| Error::Internal(error.to_string()))?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let file = tx.import_file(id).await?.ok_or(Error::NotFound)?;
        if file.stage.is_at_work() || file.stage == FileStage::Applied {
            return Err(Error::Conflict(
                "The portal works on this file, or has taken it in already.".to_owned(),
            ));
        }
        tx.keep_mapping(&file.source, &text, now).await?;
        tx.write_import_file(&ImportFile {
            mapping: text,
            stage: FileStage::Checking,
            done: 0,
            total: 0,
            fault: String::new(),
            changed_at: now,
            leased_until: None,
            ..file
        })
        .await?;
        tx.commit().await?;
        self.imports_wait.notify_one();
        Ok(())
    }

    /// The name under which a source of a body is kept: its own where a file of it was
    /// taken in already, else with the body before it, for two bodies may use one name.
    async fn source_of(&self, body: &OrganizationId, typed: &str) -> Result<String, Error> {
        Ok(match self.store.has_source(body, typed).await? {
            true => typed.to_owned(),
            false => format!("{body}: {typed}"),
        })
    }

    /// The bytes of a file that lies on a desk.
    pub(super) async fn import_bytes(&self, file: &ImportFile) -> Result<Vec<u8>, Error> {
        let shelf = self.outside.imports.clone();
        let key = file.sha256.clone();
        beside(move || shelf.get(&key))
            .await?
            .map_err(|error| Error::Unavailable(format!("file {}: {error}", file.id)))
    }
}

/// The source of a file that is everybody's: there is one of each.
fn source_for_all(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Fedramp => MARKETPLACE,
        FileKind::Dotgov => import_dotgov::SOURCE,
        _ => import_jurisdictions::SOURCE,
    }
}

/// How the columns of a file are read.
pub(super) fn mapping_of(file: &ImportFile) -> Result<Mapping, Error> {
    if file.mapping.is_empty() {
        return Ok(Mapping::default());
    }
    serde_json::from_str(&file.mapping)
        .map_err(|error| Error::Internal(format!("mapping of file {}: {error}", file.id)))
}

/// A file's name without its ending.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    match stem {
        "" => "list".to_owned(),
        stem => stem.to_owned(),
    }
}
