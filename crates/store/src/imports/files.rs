//! Files that wait at a desk to be taken in: from the moment somebody sends one until
//! its drafts stand or it is given up.

use crate::{
    Error, Store, Tx,
    directory::{from_json, to_json},
    entity::{import_file, import_report},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{CategoryId, OrganizationId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Set,
};

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileStage {
    /// Somebody says how its columns are read.
    Columns,
    /// It is found out what would be done.
    Checking,
    /// The report of what would be done can be read.
    Checked,
    /// Its drafts are being written.
    Applying,
    /// They stand.
    Applied,
    /// It cannot be taken in.
    Failed,
}

impl FileStage {
    const ALL: [Self; 6] = [
        Self::Columns,
        Self::Checking,
        Self::Checked,
        Self::Applying,
        Self::Applied,
        Self::Failed,
    ];

    /// The word in rows.
    pub fn word(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Failed => "failed",
        }
    }

    /// Whether the portal works on it.
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Checking | Self::Applying)
    }
}

/// A file at a desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFile {
    /// Its row.
    pub id: i32,
    /// The body whose desk it lies on; none where stewards take it in for everybody.
    pub organization: Option<OrganizationId>,
    /// What it holds: `contracts`, `ocds` …
    pub kind: String,
    /// The source that it is a file of.
    pub source: String,
    /// The category of new drafts.
    pub category: CategoryId,
    /// What its sender calls it.
    pub file_name: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// How its columns are read, as JSON; empty where it has none.
    pub mapping: String,
    /// Where it stands.
    pub stage: FileStage,
    /// Rows that are done.
    pub done: u32,
    /// Rows that it has, as far as that is known.
    pub total: u32,
    /// How many rows came out how, by the words of the outcomes in their order.
    pub counts: Vec<(String, u64)>,
    /// What the reader should know of it.
    pub notes: Vec<String>,
    /// Why it cannot be taken in; empty where it can.
    pub fault: String,
    /// The batch that it became.
    pub batch: Option<i32>,
    /// Who sent it.
    pub sent_by: Option<i32>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it last went on.
    pub changed_at: DateTime<Utc>,
    /// Until when a node works on it.
    pub leased_until: Option<DateTime<Utc>>,
}

impl Tx {
    /// Adds a file; gives its row.
    pub async fn add_import_file(&self, file: &ImportFile) -> Result<i32, Error> {
        let mut row = row_of(file)?;
        row.id = sea_orm::NotSet;
        let done = import_file::Entity::insert(row).exec(&self.inner).await?;
        Ok(done.last_insert_id)
    }

    /// A file, as this transaction sees it.
    pub async fn import_file(&self, id: i32) -> Result<Option<ImportFile>, Error> {
        let row = import_file::Entity::find_by_id(id).one(&self.inner).await?;
        row.map(file_of).transpose()
    }

    /// Writes everything that is known of a file.
    pub async fn write_import_file(&self, file: &ImportFile) -> Result<(), Error> {
        row_of(file)?.update(&self.inner).await?;
        Ok(())
    }

    /// Takes the file that has waited longest for the portal to work on it, for a
    /// while.
    pub async fn take_import_file(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<ImportFile>, Error> {
        use import_file::Column;
        let free = Condition::any()
            .add(Column::LeasedUntil.is_null())
            .add(Column::LeasedUntil.lte(stored(now)));
        let at_work = [FileStage::Checking.word(), FileStage::Applying.word()];
        let row = import_file::Entity::find()
            .filter(Column::Stage.is_in(at_work))
            .filter(free)
            .order_by_asc(Column::ChangedAt)
            .order_by_asc(Column::Id)
            .one(&self.inner)
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let mut taken = row.clone().into_active_model();
        taken.leased_until = Set(Some(stored(until)));
        taken.update(&self.inner).await?;
        file_of(row).map(Some)
    }

    /// Notes how far the work on a file is, and that it goes on for a while.
    pub async fn note_import_progress(
        &self,
        id: i32,
        (done, total): (usize, usize),
        until: DateTime<Utc>,
    ) -> Result<(), Error> {
        let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let row = import_file::ActiveModel {
            id: Set(id),
            done: Set(number(done)),
            total: Set(number(total)),
            leased_until: Set(Some(stored(until))),
            ..Default::default()
        };
        row.update(&self.inner).await?;
        Ok(())
    }

    /// Takes a file and its report away.
    pub async fn remove_import_file(&self, id: i32) -> Result<(), Error> {
        import_report::Entity::delete_many()
            .filter(import_report::Column::FileId.eq(id))
            .exec(&self.inner)
            .await?;
        import_file::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// A file.
    pub async fn import_file(&self, id: i32) -> Result<Option<ImportFile>, Error> {
        let row = import_file::Entity::find_by_id(id)
            .one(&self.reader)
            .await?;
        row.map(file_of).transpose()
    }

    /// How many files lie on the desk of a body, or of stewards, and a piece of them, the
    /// newest first: behind so many, at most so many.
    pub async fn import_files_of(
        &self,
        body: Option<&OrganizationId>,
        (offset, limit): (usize, usize),
    ) -> Result<(u64, Vec<ImportFile>), Error> {
        let own = import_file::Column::Organization.eq(slug_or_nothing(body));
        let find = import_file::Entity::find().filter(own);
        let total = find.clone().count(&self.reader).await?;
        let rows = find
            .order_by_desc(import_file::Column::Id)
            .offset(offset as u64)
            .limit(limit as u64)
            .all(&self.reader)
            .await?;
        let files: Result<Vec<ImportFile>, Error> = rows.into_iter().map(file_of).collect();
        Ok((total, files?))
    }

    /// Files with which nobody went on since a moment, apart from those at work.
    pub async fn import_files_left(&self, since: DateTime<Utc>) -> Result<Vec<ImportFile>, Error> {
        use import_file::Column;
        let at_work = [FileStage::Checking.word(), FileStage::Applying.word()];
        let rows = import_file::Entity::find()
            .filter(Column::ChangedAt.lt(stored(since)))
            .filter(Column::Stage.is_not_in(at_work))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(file_of).collect()
    }

    /// Whether a file waits for the portal to work on it, or is worked on.
    pub async fn has_import_work(&self) -> Result<bool, Error> {
        let at_work = [FileStage::Checking.word(), FileStage::Applying.word()];
        let count = import_file::Entity::find()
            .filter(import_file::Column::Stage.is_in(at_work))
            .count(&self.reader)
            .await?;
        Ok(count > 0)
    }

    /// Whether a file that can still go on has these bytes.
    pub async fn needs_import_bytes(&self, sha256: &str) -> Result<bool, Error> {
        use import_file::Column;
        let count = import_file::Entity::find()
            .filter(Column::Sha256.eq(sha256))
            .filter(Column::Stage.ne(FileStage::Applied.word()))
            .count(&self.reader)
            .await?;
        Ok(count > 0)
    }
}

/// How rows name a body, or that there is none.
pub(super) fn slug_or_nothing(body: Option<&OrganizationId>) -> String {
    body.map(ToString::to_string).unwrap_or_default()
}

fn row_of(file: &ImportFile) -> Result<import_file::ActiveModel, Error> {
    let key = file.id.to_string();
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    Ok(import_file::ActiveModel {
        id: Set(file.id),
        organization: Set(slug_or_nothing(file.organization.as_ref())),
        kind: Set(file.kind.clone()),
        source: Set(file.source.clone()),
        category: Set(file.category.to_string()),
        file_name: Set(file.file_name.clone()),
        sha256: Set(file.sha256.clone()),
        size: Set(i64::try_from(file.size).unwrap_or(i64::MAX)),
        mapping: Set(file.mapping.clone()),
        stage: Set(file.stage.word().to_owned()),
        done: Set(number(file.done)),
        total: Set(number(file.total)),
        counts: Set(to_json("import_file", &key, &file.counts)?),
        notes: Set(to_json("import_file", &key, &file.notes)?),
        fault: Set(file.fault.clone()),
        batch_id: Set(file.batch),
        sent_by: Set(file.sent_by),
        sent_at: Set(stored(file.sent_at)),
        changed_at: Set(stored(file.changed_at)),
        leased_until: Set(file.leased_until.map(stored)),
    })
}

fn file_of(row: import_file::Model) -> Result<ImportFile, Error> {
    let key = row.id.to_string();
    let stage = FileStage::ALL
        .into_iter()
        .find(|stage| stage.word() == row.stage);
    Ok(ImportFile {
        id: row.id,
        organization: (!row.organization.is_empty()).then(|| OrganizationId::new(row.organization)),
        kind: row.kind,
        source: row.source,
        category: CategoryId::new(row.category),
        file_name: row.file_name,
        sha256: row.sha256,
        size: u64::try_from(row.size).unwrap_or_default(),
        mapping: row.mapping,
        stage: stage.ok_or_else(|| Error::Corrupt {
            what: "import_file",
            key: key.clone(),
            why: format!("“{}” is no stage", row.stage),
        })?,
        done: u32::try_from(row.done).unwrap_or_default(),
        total: u32::try_from(row.total).unwrap_or_default(),
        counts: from_json("import_file", &key, &row.counts)?,
        notes: from_json("import_file", &key, &row.notes)?,
        fault: row.fault,
        batch: row.batch_id,
        sent_by: row.sent_by,
        sent_at: row.sent_at,
        changed_at: row.changed_at,
        leased_until: row.leased_until,
    })
}
